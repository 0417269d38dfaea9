"""Copies of a base, and bringing one back."""

from __future__ import annotations

from contextlib import closing

import pytest

from extract.types import Document, Extraction, Sentence
from kb.base.backup import BackupError, back_up, backups, restore
from kb.store import open_store

DOCUMENT = Document("d", "Text.", "/press/d.txt", "0")
EXTRACTION = Extraction("d", (Sentence(0, 5, "Text.", 0),))


@pytest.fixture
def base(tmp_path):
    path = tmp_path / "kb.db"
    with closing(open_store(path)) as store:
        store.put(DOCUMENT, EXTRACTION, rules="by hand")
        yield store, path


def test_a_copy_brings_everything_back(base):
    store, path = base
    before = list(store.dump())
    copy = back_up(store, path)
    store.remove(["d"])
    assert store.counts().documents == 0
    restore(store, copy)
    assert list(store.dump()) == before
    assert backups(path) == [copy]


def test_others_see_what_was_brought_back(base):
    store, path = base
    copy = back_up(store, path)
    store.remove(["d"])
    with closing(open_store(path)) as other:
        assert other.counts().documents == 0
        restore(store, copy)
        assert other.counts().documents == 1


def test_a_damaged_copy_changes_nothing(base):
    store, path = base
    copy = back_up(store, path)
    with closing(open_store(copy)) as damaged:
        damaged.db.conn.execute("UPDATE documents SET text = 'Test.'")
        damaged.db.conn.commit()
    with pytest.raises(BackupError, match="things are off, the first: document d"):
        restore(store, copy)
    assert store.document("d") == DOCUMENT


@pytest.mark.parametrize("content", [b"", b"this is no database" * 100])
def test_what_is_no_base_is_refused(base, tmp_path, content):
    store, _ = base
    file = tmp_path / "other.db"
    file.write_bytes(content)
    before = store.counts()
    if content:
        with pytest.raises(BackupError, match="is no Footnote base"):
            restore(store, file)
        assert store.counts() == before


def test_a_file_that_is_not_there(base, tmp_path):
    with pytest.raises(BackupError, match="there is no such file"):
        restore(base[0], tmp_path / "none.db")


def test_a_folder_that_cannot_be_written(base):
    store, path = base
    (path.parent / "backups").write_text("in the way", "utf-8")
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(store, path)
