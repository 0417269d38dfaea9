"""Bundles: whole ones are proved against a base and original files; whatever is altered is named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kb.desk.bundle import entries_in, hash_of, make_bundle, read_bundle, written
from kb.desk.places import DeskError, Places
from kb.desk.verifying import in_base, in_files, verify


@pytest.fixture
def entries(filled_store):
    figures = [f"figure:{row.id}" for row in filled_store.figures()]
    sentences = [
        sentence.id for document in filled_store.documents() for sentence in filled_store.sentences(document.id)
    ]
    return Places(filled_store).of_ids([*sentences, *figures])


@pytest.fixture
def bundle(entries):
    return read_bundle(written(make_bundle(entries, {"what": "list", "name": "Port"})).encode())


def test_a_bundle_holds_its_entries(bundle, entries):
    assert entries_in(bundle) == entries


def test_a_whole_bundle_is_proved(bundle, filled_store, tiny_corpus):
    assert verify(bundle, in_base(filled_store), seal=bundle["seal"].upper()) == []
    assert verify(bundle, in_files(replace(one, id="x", source=f"copy/{one.id}") for one in tiny_corpus)) == []


def alter(bundle, *path, value, again=False):
    """Change a part; with `again`, reckon all hashes anew, as a forger would."""
    part = bundle
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    if again:
        for one in (bundle["about"], *bundle["items"], *bundle["documents"]):
            one["hash"] = hash_of(one)
        bundle["seal"] = hash_of(bundle)
    return bundle


@pytest.mark.parametrize(
    ("path", "value", "parts"),
    [
        (("items", 0, "text"), "Dockers in Rotterdam sang on Friday.", {"seal", "item"}),
        (("items", 0, "start"), 3, {"seal", "item"}),
        (("items", 0, "note"), "trust me", {"seal", "item"}),
        (("documents", 0, "title"), "Another title", {"seal", "document"}),
        (("documents", 0, "sha256"), "0" * 64, {"seal", "document", "item"}),
        (("about", "name"), "Starboard", {"seal", "about"}),
        (("made",), "1999-01-01", {"seal"}),
        (("seal",), "0" * 64, {"seal"}),
    ],
)
def test_what_was_altered_is_named(bundle, filled_store, path, value, parts):
    found = verify(alter(bundle, *path, value=value), in_base(filled_store))
    assert {one.part for one in found} == parts


def test_a_forger_is_found_by_the_documents_and_by_the_seal(bundle, filled_store):
    seal = bundle["seal"]
    length = len(bundle["items"][0]["text"])
    for name in ("text", "sentence"):
        alter(bundle, "items", 0, name, value="x" * length, again=True)
    found = verify(bundle, in_base(filled_store), seal=seal)
    assert [(one.part, one.number) for one in found] == [("seal", 0), ("item", 1)]
    assert "the document says" in found[1].message


def test_a_changed_original_is_told_from_a_missing_one(bundle, tiny_corpus):
    changed = [replace(one, text=f"{one.text} More.", sha256="0" * 64) for one in tiny_corpus]
    assert all("is another" in one.message for one in verify(bundle, in_files(changed)))
    assert all("is not here" in one.message for one in verify(bundle, in_files([])))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no bundle"),
        (b"\xff\xfe", "is no bundle"),
        (b"[" * 100_000, "is no bundle"),
        (b"[]", "but no bundle"),
        (b'{"format": "footnote-bundle", "version": 2}', "another version"),
        (b'{"format": "footnote-bundle", "version": 1, "about": {}, "items": [1], "documents": []}', "parts missing"),
    ],
)
def test_what_is_no_bundle_is_said(data, told):
    with pytest.raises(DeskError, match=told):
        read_bundle(data)


@pytest.mark.parametrize("value", [None, -1, 1.5, "1", True, [], {}])
def test_a_wrong_place_is_found_and_never_fails(bundle, filled_store, value):
    found = verify(alter(bundle, "items", 0, "start", value=value, again=True), in_base(filled_store))
    assert any("no proper start" in one.message for one in found)


def test_bundles_are_ascii_whatever_they_hold(entries):
    hostile = replace(entries[0], note="\ud800\u202e\x00", title='"}')
    made = make_bundle([hostile], {"what": "list", "name": "\udfff"})
    assert json.loads(written(made).encode("ascii")) == made
    assert entries_in(made) == [hostile]
