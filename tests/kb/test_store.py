from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest
from sqlite_utils import Database

from extract.types import Document, Extraction, Sentence
from kb.base.rows import Counts
from kb.check import check
from kb.store import Store, StoreError, open_store
from tests.kb.made_texts import article
from tests.kb.plain_extract import extract_one

HOSTILE = "'; DROP TABLE documents; --\"%_\\ <script>alert(1)</script> ‮\u0000 NEAR( * ^ 😀 é"


def test_store_gives_documents_back(filled_store, tiny_corpus):
    assert [filled_store.document(document.id) for document in tiny_corpus] == list(tiny_corpus)
    assert filled_store.document("no such id") is None


def test_store_documents_newest_first(filled_store):
    rows = [(row.title, row.published, row.sentences) for row in filled_store.documents()]
    assert rows == [
        ("A port and its strike", "2011-09-02", 3),
        ("Shoes made in Wenzhou", "2004-05-11", 4),
        ("Juyi Group opens in Rotterdam", None, 3),
    ]
    assert [row.title for row in filled_store.documents(like="SHOES")] == ["Shoes made in Wenzhou"]
    assert [row.title for row in filled_store.documents(like="/articles/", limit=1)] == ["A port and its strike"]
    assert filled_store.documents(like="%") == []
    assert [row.title for row in filled_store.documents_from("/articles/port.txt")] == ["A port and its strike"]


def test_store_sentences_are_the_text(filled_store, tiny_corpus):
    for document in tiny_corpus:
        for sentence in filled_store.sentences(document.id):
            assert document.text[sentence.start : sentence.end] == sentence.text


def test_store_neighbours(filled_store, tiny_corpus):
    id = tiny_corpus[0].id
    assert [row.number for row in filled_store.neighbours(f"{id}.1")] == [0, 2]
    assert [row.number for row in filled_store.neighbours(f"{id}.0", distance=2)] == [1, 2]
    assert filled_store.neighbours("no such id") == []


def test_store_sentences_by_id_in_the_order_asked(filled_store, tiny_corpus):
    ids = [f"{tiny_corpus[1].id}.2", "no such id", f"{tiny_corpus[0].id}.0"]
    assert [row.id for row in filled_store.sentences_by_id(ids)] == [ids[0], ids[2]]


@pytest.mark.parametrize(
    ("terms", "starts"),
    [
        (["rotterdam"], ["Dockers in", "Juyi Group has", "The Port"]),
        (["order"], ["“Orders have"]),
        (["an office"], ["Juyi Group has"]),
        (["office an"], []),
        (["factories", "dockers"], ["About 4,000", "Dockers in"]),
        (["NOT", "rotterdam OR"], []),
        ([], []),
        (["", " ", "\x00", "—", '"'], []),
        (['4,000"', "text:"], ["About 4,000"]),
        (["\ud800"], []),
    ],
)
def test_store_search_reads_words_never_syntax(filled_store, terms, starts):
    hits = filled_store.search(terms)
    texts = sorted(hit.sentence.text for hit in hits)
    assert [text[: len(start)] for text, start in zip(texts, starts, strict=True)] == starts
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)


def test_store_search_in_one_document(filled_store, tiny_corpus):
    hits = filled_store.search(["rotterdam"], document=tiny_corpus[2].id)
    assert [hit.sentence.document for hit in hits] == [tiny_corpus[2].id]


@pytest.mark.parametrize("limit", [1, 5, 30, 59, 60, 100])
def test_store_search_cuts_equal_ranks_in_document_order(fresh_store, limit):
    words = ["Rotterdam"] * 60 + ["Lima and Rotterdam"] * 4
    for number in Random(1).sample(range(64), 64):  # written in any order
        document, extraction = article(f"{words[number]}.", {})
        id = f"{number:02}"
        fresh_store.put(replace(document, id=id), replace(extraction, document=id), rules="1")
    in_order = [f"{number:02}" for number in (*range(60, 64), *range(60))]
    hits = fresh_store.search(["rotterdam", "lima"], limit=limit)
    assert [hit.sentence.document for hit in hits] == in_order[:limit]


def test_store_search_forgets_what_was_removed(filled_store, tiny_corpus):
    assert filled_store.remove([tiny_corpus[1].id, "no such id"]) == [tiny_corpus[1].id]
    assert filled_store.search(["dockers"]) == []
    assert check(filled_store) == []


def test_store_counts(filled_store):
    assert filled_store.counts() == Counts(3, 10, 15, 11, 5, 2, 10)


def test_store_remove_after_put_leaves_no_trace(filled_store):
    before = list(filled_store.dump())
    added = article("Xu Zhihua met Rotterdam and Suharto.", {"Xu Zhihua": "PERSON", "Rotterdam": "CITY"})
    filled_store.put(*added, rules="1")
    assert list(filled_store.dump()) != before
    filled_store.remove([added[0].id])
    assert list(filled_store.dump()) == before


def test_store_put_is_whole_or_not_at_all(filled_store):
    before = list(filled_store.dump())
    document, extraction = article("Lima grows.", {"Lima": "CITY"})
    broken = replace(extraction, sentences=(Sentence(0, 4, "Lima", 0),) * 2, mentions=extraction.mentions * 2)
    broken = replace(broken, mentions=(*broken.mentions, replace(broken.mentions[0], entity=9)))
    with pytest.raises(KeyError):
        filled_store.put(document, broken, rules="1")
    assert list(filled_store.dump()) == before


def test_store_survives_hostile_text_and_ids(fresh_store):
    sentence = Sentence(0, len(HOSTILE), HOSTILE, 0)
    document = Document(HOSTILE, HOSTILE, HOSTILE, "0", title=HOSTILE)
    fresh_store.put(document, Extraction(document.id, (sentence,)), rules="1")
    assert fresh_store.document(HOSTILE) == document
    assert [row.text for row in fresh_store.sentences(HOSTILE)] == [HOSTILE]
    assert [hit.sentence.text for hit in fresh_store.search([HOSTILE])] == [HOSTILE]
    assert [row.id for row in fresh_store.documents(like="%_\\ <script>")] == [HOSTILE]
    assert fresh_store.show(HOSTILE).document == document
    assert check(fresh_store) == []
    assert fresh_store.remove([HOSTILE]) == [HOSTILE]


def test_store_opens_again_with_all_it_had(tmp_path, tiny_corpus):
    path = tmp_path / "a base.db"
    with closing(open_store(path)) as store:
        for document in tiny_corpus:
            store.put(document, extract_one(document), rules="1")
        before = list(store.dump())
    with closing(open_store(path, readonly=True)) as store:
        assert list(store.dump()) == before
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.remove([tiny_corpus[0].id])


def test_store_opens_in_plain_sqlite(tmp_path, tiny_corpus):
    with closing(open_store(tmp_path / "base.db")) as store:
        for document in tiny_corpus:
            store.put(document, extract_one(document), rules="1")
    with closing(sqlite3.connect(tmp_path / "base.db")) as plain:
        assert plain.execute("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'rotterdam'").fetchone() == (
            3,
        )
        views = [row[0] for row in plain.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
        counted = [plain.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in views]
    assert dict(zip(views, counted, strict=True)) == {
        "claims_read": 10,
        "figures_read": 5,
        "mentions_read": 15,
        "quotes_read": 2,
        "ties_read": 5,
    }


def _nothing(path):
    pass


def _text(path):
    path.write_text("An article, not a base. " * 50)


def _folder(path):
    path.mkdir()


def _other_database(path):
    with closing(Database(path)) as db:
        db["books"].insert({"title": "Emma"})


def _newer(path):
    with closing(open_store(path)) as store:
        store.db["_sqlite_migrations"].insert({"migration_set": "footnote", "name": "m999_later", "applied_at": ""})


@pytest.mark.parametrize(
    ("make", "readonly", "message"),
    [
        (_nothing, True, "there is no base here; make one with: kb add"),
        (_text, False, "is no Footnote base"),
        (_text, True, "is no Footnote base"),
        (_folder, False, "cannot be opened"),
        (_other_database, False, "is a database, but no Footnote base"),
        (_newer, False, "made by a newer version of Footnote; update"),
    ],
)
def test_store_says_why_it_cannot_open(tmp_path, make, readonly, message):
    path = tmp_path / "base.db"
    make(path)
    with pytest.raises(StoreError, match=message) as caught:
        open_store(path, readonly=readonly)
    assert str(caught.value).startswith(str(path))


def test_store_leaves_another_database_alone(tmp_path):
    path = tmp_path / "books.db"
    _other_database(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        open_store(path)
    assert path.read_bytes() == before


def test_store_brings_an_older_base_up_to_date(fresh_store):
    with closing(sqlite3.connect(":memory:")) as conn:
        assert list(Store(Database(conn)).dump()) == list(fresh_store.dump())
