"""Every kind of damage is found; a whole base has none."""

from __future__ import annotations

from contextlib import closing

import pytest

from kb.check import check
from kb.ingest import ingest
from kb.store import open_store
from tests.kb.plain_extract import RULES, extract_all

ID = "be4e015b4b786733"  # the first document of the tiny corpus

DAMAGE = [
    ("UPDATE mentions SET start = start + 1", "offset"),
    ("UPDATE mentions SET surface = upper(surface)", "offset"),
    ("UPDATE mentions SET sentence = (SELECT max(key) FROM sentences)", "offset"),
    ("UPDATE figures SET end = end + 1", "offset"),
    ("UPDATE figures SET subject_end = subject_end + 1", "offset"),
    ("UPDATE quotes SET speaker_start = -1", "offset"),
    ("UPDATE claims SET predicate_surface = 'is'", "offset"),
    ("UPDATE claims SET object_end = 100000", "offset"),
    ("UPDATE arguments SET surface = surface || ' '", "offset"),
    ("UPDATE sentences SET start = 0", "offset"),
    ("UPDATE sentences SET number = number + 10", "offset"),
    ("UPDATE sentences SET id = 'x.' || key", "offset"),
    ("UPDATE sentences SET text = 'x' || substr(text, 2)", "offset"),
    ("UPDATE documents SET text = text || '.'", "hash"),
    ("UPDATE documents SET title = 'Another'", "hash"),
    ("UPDATE entities SET key = 'another'", "hash"),
    ("UPDATE entities SET documents = documents + 1", "entity"),
    ("DELETE FROM aliases", "entity"),
    ("UPDATE referents SET mentions = 9", "entity"),
    ("UPDATE referents SET entity = NULL", "entity"),
    ("INSERT INTO entities VALUES ('e1', 'Nobody', 'PERSON', 'person', 'nobody', NULL, NULL, 0, 0)", "entity"),
    ("DELETE FROM mentions WHERE id = 1", "entity"),
    (f"DELETE FROM sentences WHERE document = '{ID}'", "reference"),
    ("DELETE FROM entities", "reference"),
    ("DELETE FROM referents", "reference"),
    ("INSERT INTO sentences_fts (sentences_fts) VALUES ('delete-all')", "search"),
    ("DELETE FROM sentences_fts_data WHERE id > 10", "search"),
    ("DELETE FROM _sqlite_migrations WHERE name = 'm004_views'", "schema"),
]


def test_check_finds_nothing_in_a_whole_base(filled_store):
    assert check(filled_store) == []


def test_check_finds_nothing_in_an_empty_base(fresh_store):
    assert check(fresh_store) == []


@pytest.mark.parametrize(("damage", "kind"), DAMAGE)
def test_check_finds_damage(filled_store, damage, kind):
    filled_store.db.conn.execute("PRAGMA foreign_keys = OFF")
    filled_store.db.conn.execute(damage)
    filled_store.db.conn.commit()
    found = check(filled_store)
    assert kind in {finding.check for finding in found}
    assert all("\n" not in finding.message and len(finding.message) < 400 for finding in found)


def test_check_changes_nothing(filled_store):
    before = list(filled_store.dump())
    check(filled_store)
    assert list(filled_store.dump()) == before
    assert not filled_store.db.conn.in_transaction


def test_check_finds_a_damaged_file(tmp_path, tiny_corpus):
    path = tmp_path / "base.db"
    with closing(open_store(path)) as store:
        ingest(store, tiny_corpus, extract=extract_all, rules=RULES)
        store.db.conn.execute("PRAGMA journal_mode = DELETE")
        page = store.db.conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'mentions_sentence'").fetchone()[
            0
        ]
        size = store.db.conn.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * size + 100 : page * size] = bytes(size - 100)
    path.write_bytes(content)
    with closing(open_store(path)) as store:
        assert {finding.check for finding in check(store)} >= {"file"}
