from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from extract.failures import Failure
from extract.types import Document, Extraction
from kb.base.outcomes import Outcome
from kb.check import check
from kb.ingest import ingest
from tests.kb.plain_extract import RULES, extract_all, extract_one


def made(text: str, source: str, **metadata: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(metadata.pop("id", digest[:16]), text, source, digest, **metadata)


def add(store, *items, extract=extract_all, rules=RULES):
    return ingest(store, items, extract=extract, rules=rules)


def told(summary):
    return [(outcome.what, outcome.source, outcome.reason) for outcome in summary.outcomes]


def no_extraction(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    raise AssertionError("nothing should be extracted")


PARIS, OSLO = made("Paris grows.", "/a/paris.txt"), made("Oslo sleeps.", "/a/oslo.txt")


def test_ingest_twice_changes_nothing(fresh_store, tiny_corpus):
    assert [outcome.what for outcome in add(fresh_store, *tiny_corpus).outcomes] == ["added"] * 3
    before = list(fresh_store.dump())
    summary = add(fresh_store, *tiny_corpus, extract=no_extraction)
    assert told(summary) == [("skipped", document.source, "unchanged") for document in tiny_corpus]
    assert list(fresh_store.dump()) == before


def test_ingest_tells_progress_as_it_comes(fresh_store):
    seen = []
    failure = Failure("/a/broken.pdf", "is broken")
    items = [PARIS, failure, OSLO, PARIS]
    summary = ingest(fresh_store, items, progress=seen.append, extract=extract_all, rules=RULES)
    assert tuple(seen) == summary.outcomes
    assert sorted(told(summary)) == [
        ("added", "/a/oslo.txt", None),
        ("added", "/a/paris.txt", None),
        ("failed", "/a/broken.pdf", "is broken"),
        ("skipped", "/a/paris.txt", "given twice"),
    ]
    assert summary.failed == (Outcome("failed", "/a/broken.pdf", None, "is broken"),)
    assert [len(part) for part in (summary.added, summary.replaced, summary.skipped, summary.removed)] == [2, 0, 1, 0]


def test_ingest_replaces_a_changed_file(fresh_store):
    add(fresh_store, PARIS, OSLO)
    changed = made("Paris shrinks.", "/a/paris.txt")
    assert told(add(fresh_store, changed, OSLO)) == [
        ("replaced", "/a/paris.txt", None),
        ("skipped", "/a/oslo.txt", "unchanged"),
    ]
    assert sorted(row.id for row in fresh_store.documents()) == sorted([changed.id, OSLO.id])
    assert fresh_store.search(["grows"]) == []


@pytest.mark.parametrize("change", [{"title": "Paris"}, {"published": "2001"}, {"sha256": "0"}])
def test_ingest_replaces_changed_metadata(fresh_store, change):
    add(fresh_store, PARIS)
    assert told(add(fresh_store, replace(PARIS, **change))) == [("replaced", "/a/paris.txt", None)]
    assert fresh_store.document(PARIS.id) == replace(PARIS, **change)


def test_ingest_replaces_what_older_rules_made(fresh_store):
    add(fresh_store, PARIS, rules="1")
    assert told(add(fresh_store, PARIS, rules="2")) == [("replaced", "/a/paris.txt", None)]
    assert told(add(fresh_store, PARIS, rules="2")) == [("skipped", "/a/paris.txt", "unchanged")]


def test_ingest_keeps_one_text_once_whatever_the_order(fresh_store):
    copies = [made("Lima waits.", source) for source in ("/a/1.txt", "/b/2.txt", "/c/3.txt")]
    dumps = set()
    for order in permutations([*copies, PARIS]):
        summary = add(fresh_store, *order)
        assert {outcome.reason for outcome in summary.skipped} <= {
            "the same text as /a/1.txt",
            "the same text as /b/2.txt",
        }
        dumps.add(tuple(fresh_store.dump()))
        assert [row.source for row in fresh_store.documents_from("/a/1.txt")] == ["/a/1.txt"]
        assert add(fresh_store, *copies, PARIS, extract=no_extraction).added == ()
        fresh_store.remove([PARIS.id, copies[0].id])
    assert len(dumps) == 1


def test_ingest_follows_a_file_that_moved(fresh_store, tmp_path):
    gone, here = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    add(fresh_store, made("Lima waits.", gone))
    assert told(add(fresh_store, made("Lima waits.", here))) == [("replaced", here, None)]
    assert [row.source for row in fresh_store.documents()] == [here]


def test_ingest_skips_a_copy_of_a_file_that_is_there(fresh_store, tmp_path):
    original = tmp_path / "a.txt"
    original.write_text("Lima waits.")
    add(fresh_store, made("Lima waits.", str(original)))
    copy = made("Lima waits.", str(tmp_path / "b.txt"))
    assert told(add(fresh_store, copy)) == [("skipped", copy.source, f"the same text as {original}")]


def test_ingest_keeps_given_ids(fresh_store):
    rows = [made(text, "-", id=id) for id, text in [("a", "Lima waits."), ("b", "Lima waits."), ("c", "Oslo sleeps.")]]
    assert [outcome.what for outcome in add(fresh_store, *rows).outcomes] == ["added"] * 3
    changed = made("Lima rests.", "-", id="b")
    assert told(add(fresh_store, changed)) == [("replaced", "-", None)]
    assert sorted(row.id for row in fresh_store.documents()) == ["a", "b", "c"]
    assert fresh_store.document("b").text == "Lima rests."


def test_ingest_says_when_two_articles_have_one_id(fresh_store):
    first, second = made("Lima waits.", "/x.jsonl", id="a"), made("Oslo sleeps.", "/y.jsonl", id="a")
    assert told(add(fresh_store, first, second)) == [
        ("added", "/x.jsonl", None),
        ("failed", "/y.jsonl", "the id 'a' is that of another article, in /x.jsonl"),
    ]
    assert told(add(fresh_store, second)) == [("replaced", "/y.jsonl", None)]


def test_ingest_replaces_a_table_as_a_whole(fresh_store):
    table = "/t.csv"
    add(fresh_store, *(made(text, table) for text in ("One came.", "Two came.", "Three came.")), PARIS)
    summary = add(fresh_store, *(made(text, table) for text in ("One came.", "Four came.")), PARIS)
    assert [outcome.what for outcome in summary.outcomes] == ["skipped", "replaced", "skipped"]
    texts = {fresh_store.document(row.id).text for row in fresh_store.documents_from(table)}
    assert texts == {"One came.", "Four came."}
    summary = add(fresh_store, made("Four came.", table))
    assert [(outcome.what, outcome.source) for outcome in summary.outcomes] == [("skipped", table), ("removed", table)]
    assert summary.removed[0].reason == "its source no longer gives it"


def test_ingest_keeps_what_a_source_gave_when_reading_it_fails(fresh_store):
    table = "/t.csv"
    add(fresh_store, made("One came.", table), made("Two came.", table), PARIS)
    failures = [Failure(f"{table}:2", "has no text"), Failure("/a/paris.txt", "is gone")]
    summary = add(fresh_store, made("Two came.", table), *failures)
    assert [outcome.what for outcome in summary.outcomes] == ["skipped", "failed", "failed"]
    assert fresh_store.counts().documents == 3


def test_ingest_moves_a_text_from_one_file_to_another(fresh_store):
    add(fresh_store, made("Old.", "/a.txt"), made("Other.", "/b.txt"))
    add(fresh_store, made("New.", "/a.txt"), made("Old.", "/b.txt"))
    assert {row.source: fresh_store.document(row.id).text for row in fresh_store.documents()} == {
        "/a.txt": "New.",
        "/b.txt": "Old.",
    }


def test_ingest_keeps_other_languages_and_says_so(fresh_store):
    polish = made("Maria Lopez mieszka w Rotterdam.", "/pl.txt", language="pl")
    summary = add(fresh_store, polish)
    assert told(summary) == [
        ("added", "/pl.txt", "kept and searchable, but its language is 'pl', not English: nothing else was found in it")
    ]
    assert [hit.sentence.document for hit in fresh_store.search(["mieszka"])] == [polish.id]
    assert fresh_store.counts().mentions == 0


def failing_at(*texts: str, gives: bool = False):
    """An extractor that breaks at these texts: gives a failure in their place, or stops altogether."""

    def extract(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction | Failure]:
        ahead = []  # as with workers: some are handed over before the first comes back
        for document in documents:
            ahead.append(document)
            if len(ahead) == 3:
                yield result(ahead.pop(0))
        yield from map(result, ahead)

    def result(document: Document) -> Extraction | Failure:
        if document.text not in texts:
            return extract_one(document)
        if gives:
            return Failure(document.source, "too long to parse")
        raise RuntimeError("parser fell over")

    return extract


@pytest.mark.parametrize("gives", [True, False])
@pytest.mark.parametrize("broken", [[0], [1], [4], [0, 1], [3, 4], [1, 3]])
def test_ingest_records_a_failure_and_goes_on(fresh_store, broken, gives):
    documents = [made(f"Town {i} grows.", f"/{i}.txt") for i in range(5)]
    extract = failing_at(*(documents[i].text for i in broken), gives=gives)
    summary = add(fresh_store, *documents, extract=extract)
    fell = "nothing could be extracted (RuntimeError('parser fell over')); the other articles are read all the same"
    reason = "too long to parse" if gives else fell
    assert [(outcome.source, outcome.reason) for outcome in summary.failed] == [(f"/{i}.txt", reason) for i in broken]
    assert {row.source for row in fresh_store.documents()} == {f"/{i}.txt" for i in range(5) if i not in broken}
    assert check(fresh_store) == []


def test_ingest_keeps_the_earlier_version_when_the_new_one_fails(fresh_store):
    add(fresh_store, PARIS)
    changed = made("Paris shrinks.", "/a/paris.txt")
    assert add(fresh_store, changed, extract=failing_at(changed.text)).failed
    assert [row.id for row in fresh_store.documents()] == [PARIS.id]
    assert told(add(fresh_store, changed)) == [("replaced", "/a/paris.txt", None)]


def test_ingest_gives_up_when_the_extractor_itself_is_broken(fresh_store):
    documents = [made(f"Town {i} grows.", f"/{i}.txt") for i in range(20)]
    with pytest.raises(RuntimeError, match="fell over"):
        add(fresh_store, *documents, extract=failing_at(*(document.text for document in documents)))


def test_ingest_raises_an_error_of_the_reader_after_writing_what_came_before(fresh_store):
    def items() -> Iterator[Document]:
        yield PARIS
        yield OSLO
        raise PermissionError("the folder vanished")

    with pytest.raises(PermissionError):
        ingest(fresh_store, items(), extract=extract_all, rules=RULES)
    assert fresh_store.counts().documents == 2


def test_ingest_records_what_cannot_be_written(fresh_store):
    def wrong(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
        for document in documents:
            extraction = extract_one(document)
            yield replace(extraction, referents=()) if document == OSLO else extraction

    summary = add(fresh_store, PARIS, OSLO, extract=wrong)
    assert [(outcome.what, outcome.source) for outcome in summary.outcomes] == [
        ("added", "/a/paris.txt"),
        ("failed", "/a/oslo.txt"),
    ]
    assert fresh_store.counts().documents == 1
    assert check(fresh_store) == []


def test_ingest_two_builds_in_any_order_are_one(fresh_store, tiny_corpus):
    dumps = set()
    for order in permutations(tiny_corpus):
        add(fresh_store, *order)
        dumps.add(tuple(fresh_store.dump()))
        fresh_store.remove([document.id for document in order])
    assert len(dumps) == 1
