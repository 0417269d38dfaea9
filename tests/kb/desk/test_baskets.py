"""Lists of cited words: kept in order, through the changes of their documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.citations.entry import CHANGED, REMOVED, STANDS
from kb.desk import baskets
from kb.desk.places import DeskError, Places
from kb.ingest import ingest
from tests.kb.plain_extract import RULES, extract_all


@pytest.fixture
def store(filled_store):
    return filled_store


def sentence_ids(store):
    return [sentence.id for document in store.documents() for sentence in store.sentences(document.id)]


@pytest.fixture
def port(store):
    """A list of three sentences, and their numbers in it."""
    return baskets.add(store, "Port", Places(store).of_ids(sentence_ids(store)[:3]))


def test_items_are_exact_and_say_where_they_stand(store):
    for kind, rows in (("figure", store.figures()), ("quote", store.quotes())):
        (entry,) = Places(store).of_ids([f"{kind}:{rows[0].id}"])
        text = store.document(entry.document).text
        assert (entry.kind, entry.text) == (kind, rows[0].surface)
        assert text[entry.start : entry.end] == entry.text
        assert text[entry.sentence_start : entry.sentence_end] == entry.sentence
        assert text.startswith(entry.prefix, entry.start - len(entry.prefix))
        assert text.startswith(entry.suffix, entry.end)


def test_lists_are_named_and_counted(store, port):
    baskets.add(store, "Apples", Places(store).of_ids(sentence_ids(store)[:1]))
    assert [(one.name, one.items) for one in baskets.baskets(store)] == [("Apples", 1), ("Port", 3)]


def test_what_is_in_a_list_is_not_added_again(store, port):
    again = Places(store).of_ids(sentence_ids(store)[:2])
    assert baskets.add(store, "Port", again, note="other") == port[:2]
    assert [entry.note for entry in baskets.items(store, "Port")] == ["", "", ""]


def test_a_dump_tells_lists_and_items(store, port):
    lines = [line for line in store.dump() if line.startswith('["basket')]
    assert lines[0].startswith('["baskets", "Port", ')
    assert [line.startswith(f'["basket_items", "Port", {place}, ') for place, line in enumerate(lines[1:], 1)] == [
        True
    ] * 3


def test_items_are_annotated_moved_and_removed(store, port):
    first, second, third = port
    baskets.annotate(store, "Port", second, note="ask him", heading="Jobs")
    baskets.annotate(store, "Port", second, heading="Work")
    baskets.move(store, "Port", third, 1)
    assert [(one.id, one.heading, one.note) for one in baskets.items(store, "Port")] == [
        (third, "", ""), (first, "", ""), (second, "Work", "ask him"),
    ]  # fmt: skip
    baskets.remove(store, "Port", [first])
    assert [one.id for one in baskets.items(store, "Port")] == [third, second]
    baskets.delete(store, "Port")
    assert baskets.baskets(store) == []


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (lambda store: baskets.items(store, "Prot"), "no list 'Prot'; there are: Port"),
        (lambda store: baskets.remove(store, "Port", [999]), "has no item 999"),
        (lambda store: baskets.annotate(store, "Port", 999, note="x"), "has no item 999"),
        (lambda store: baskets.move(store, "Port", 1, 9), "its places are 1 to 3"),
        (lambda store: baskets.add(store, " ", []), "1 to 200 characters"),
        (lambda store: Places(store).of_ids(["figure:0"]), "kb figures --json"),
        (lambda store: Places(store).of_ids(["quote:" + "9" * 30]), "nothing here has the id"),
        (lambda store: Places(store).of_ids(["'; DROP TABLE baskets"]), "nothing here has the id"),
    ],
)
def test_errors_name_the_thing_and_the_remedy(store, port, do, told):
    with pytest.raises(DeskError, match=told):
        do(store)
    assert len(baskets.items(store, "Port")) == 3


def states(store):
    return {entry.state for entry in baskets.items(store, "Port")}


def test_items_stand_after_the_same_document_is_read_again(store, port, tiny_corpus):
    ingest(store, tiny_corpus, extract=extract_all, rules="plain-2")
    assert states(store) == {STANDS}


def test_items_stand_when_the_same_bytes_come_under_another_id(store, port, tiny_corpus):
    before = baskets.items(store, "Port")
    store.remove([document.id for document in store.documents()])
    assert states(store) == {REMOVED}
    ingest(store, [replace(one, id=f"new-{one.id}") for one in tiny_corpus], extract=extract_all, rules=RULES)
    assert baskets.items(store, "Port") == before


def test_items_of_a_changed_document_are_marked_and_not_moved(store, port, tiny_corpus):
    before = baskets.items(store, "Port")
    changed = [replace(one, id=f"n{one.id}", text=f"Corrected. {one.text}", sha256="0" * 64) for one in tiny_corpus]
    ingest(store, changed, extract=extract_all, rules=RULES)
    assert baskets.items(store, "Port") == [replace(entry, state=CHANGED) for entry in before]


def test_an_article_taken_out_of_a_file_of_several_counts_as_removed(store, tiny_corpus):
    ingest(store, [replace(one, source="all.jsonl") for one in tiny_corpus], extract=extract_all, rules="plain-2")
    (entry, *_) = Places(store).of_ids(sentence_ids(store)[:1])
    baskets.add(store, "Port", [entry])
    store.remove([entry.document])
    assert states(store) == {REMOVED}


def test_a_document_that_reads_otherwise_counts_as_changed(store, port, tiny_corpus):
    ingest(store, [replace(one, text=f" {one.text}") for one in tiny_corpus], extract=extract_all, rules=RULES)
    assert states(store) == {CHANGED}
