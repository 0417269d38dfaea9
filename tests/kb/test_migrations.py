"""The schema's steps: what is released stays as it was, and a base made with fewer of them opens and is whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb.base.migrations import SCHEMA, STEPS, schema_steps
from kb.base.writing import fingerprint
from kb.check import check
from kb.store import Store

# What each step left when it was released: the beginning of the SHA-256 of the base's definitions behind it. A step
# that changes a base otherwise than it did is another step, with a name of its own.
RELEASED = {
    "m001_documents": "a56109e7a8c72ff3",
    "m002_entities": "46bfbe8bb1a8a8db",
    "m003_statements": "c13f820128f0e67a",
    "m004_views": "8436e91f270e8e5f",
    "m005_ties": "dcc57a3eee8af1da",
    "m006_bearers": "33e4672d2283380f",
    "m007_baskets": "c4025682d7223711",
    "m008_contexts": "1114173967a0e182",
    "m009_history": "d22cae15ca033ca7",
    "m010_near_names": "1df2e6ab86147d1d",
}

# Two persons in a sentence of an article, as a base of the first three steps holds them.
TEXT = "Ann Lee met Bo Ray."
ARTICLE = Document("d1", TEXT, "visit.txt", hashlib.sha256(TEXT.encode()).hexdigest(), "A visit", published="2004")
RECORDS = """
    INSERT INTO sentences VALUES (1, 'd1.0', 'd1', 0, 0, 0, 19, 'Ann Lee met Bo Ray.', 'r');
    INSERT INTO entities VALUES ('ea', 'Ann Lee', 'PERSON', 'person', 'ann lee', 'ann', 'lee', 1, 1);
    INSERT INTO entities VALUES ('eb', 'Bo Ray', 'PERSON', 'person', 'bo ray', 'bo', 'ray', 1, 1);
    INSERT INTO referents VALUES (1, 'd1', 0, 'Ann Lee', 'PERSON', 'ann lee', NULL, 'ea', 1.0, 'the same name', 1, 'r');
    INSERT INTO referents VALUES (2, 'd1', 1, 'Bo Ray', 'PERSON', 'bo ray', NULL, 'eb', 1.0, 'the same name', 1, 'r');
    INSERT INTO mentions VALUES (1, 1, 0, 7, 'Ann Lee', 'PERSON', 'name', 1, 'r');
    INSERT INTO mentions VALUES (2, 1, 12, 18, 'Bo Ray', 'PERSON', 'name', 2, 'r');
"""


def put_article(db: Database) -> None:
    """Write the article as the first release did."""
    known = {field: getattr(ARTICLE, field) for field in ("id", "title", "published", "source", "language", "sha256")}
    db["documents"].insert(known | {"fingerprint": fingerprint(ARTICLE), "rules": "r", "text": TEXT})
    db.conn.executescript(RECORDS)


def definitions(db: Database) -> list[tuple[str, ...]]:
    return db.conn.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def left_by_each() -> Iterator[tuple[str, str]]:
    with closing(Database(memory=True)) as db:
        for step in STEPS:
            step(db.conn)
            yield step.__name__, hashlib.sha256(repr(definitions(db)).encode()).hexdigest()[:16]


def test_released_steps_stay_as_they_were():
    left = dict(left_by_each())
    assert {name: left.get(name) for name in RELEASED} == RELEASED


def test_steps_are_numbered_in_order():
    assert list(schema_steps()) == sorted(schema_steps())


@pytest.mark.parametrize("step", schema_steps())
def test_a_base_without_the_later_steps_opens(fresh_store, step):
    with closing(Database(memory=True)) as db:
        SCHEMA.apply(db, stop_before=step)
        store = Store(db)
        assert definitions(store.db) == definitions(fresh_store.db)


@pytest.mark.parametrize("step", schema_steps()[3:])
def test_what_an_older_base_holds_is_brought_along(step):
    with closing(Database(memory=True)) as db:
        SCHEMA.apply(db, stop_before=schema_steps()[3])
        put_article(db)
        SCHEMA.apply(db, stop_before=step)
        store = Store(db)
        assert check(store) == []
        assert [(entity.name, entity.documents) for entity in store.entities()] == [("Ann Lee", 1), ("Bo Ray", 1)]
        assert [(tie.kind, tie.documents) for tie in store.neighbourhood(store.ids_of("Ann Lee")[0]).ties] == [
            ("together", 1)
        ]
