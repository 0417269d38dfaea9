"""Readers see a whole base while a writer adds to it, and two writers do not spoil each other's work."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from kb.check import check
from kb.ingest import ingest
from kb.store import open_store
from tests.kb.long_ingest import documents
from tests.kb.plain_extract import RULES, extract_all

ROOT = Path(__file__).parents[2]
NUMBER = 20


def read(path: Path, done: threading.Event, seen: list[int], errors: list[BaseException]) -> None:
    """Read until the writer is done; whatever is seen must be whole documents."""
    try:
        with closing(open_store(path, readonly=True)) as store:
            while not done.is_set():
                for hit in store.search(["workers"], limit=20):
                    assert len(store.sentences(hit.sentence.document)) == 30
                assert all(row.documents > 0 for row in store.entities())
                seen.append(store.counts().documents)
    except BaseException as error:
        errors.append(error)


def test_ingest_beside_readers(tmp_path):
    path = tmp_path / "base.db"
    open_store(path).close()
    done, seen, errors = threading.Event(), [[] for _ in range(3)], []
    readers = [threading.Thread(target=read, args=(path, done, numbers, errors)) for numbers in seen]
    for reader in readers:
        reader.start()
    try:
        with closing(open_store(path)) as store:
            ingest(store, documents(NUMBER), extract=extract_all, rules=RULES)
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert errors == []
    assert all(numbers == sorted(numbers) for numbers in seen)


def test_ingest_beside_another_writer(tmp_path):
    path = tmp_path / "base.db"
    open_store(path).close()
    command = [sys.executable, "-m", "tests.kb.long_ingest", str(path), str(NUMBER)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        other.stdout.readline()
        with closing(open_store(path)) as store:
            summary = ingest(store, documents(NUMBER + 5), extract=extract_all, rules=RULES)
        other.stdout.read()
    assert other.returncode == 0
    assert summary.failed == ()
    with closing(open_store(path)) as store:
        assert store.counts().documents == NUMBER + 5
        assert check(store) == []


def test_ingest_many_open_a_new_base_at_once(tmp_path):
    path, errors, gate = tmp_path / "base.db", [], threading.Barrier(8)

    def open_and_count() -> None:
        gate.wait()
        try:
            with closing(open_store(path)) as store:
                assert store.counts().documents == 0
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=open_and_count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with closing(open_store(path)) as store:
        assert check(store) == []
