"""A run killed at any moment leaves a whole base, and the next run goes on where it stopped."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from kb.check import check
from kb.ingest import ingest
from kb.store import Store, open_store
from tests.kb.long_ingest import documents
from tests.kb.plain_extract import RULES, extract_all

ROOT = Path(__file__).parents[2]
NUMBER = 40
KILLS = 50 if os.environ.get("KB_SLOW") == "1" else 8


def start(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.kb.long_ingest", str(path), str(NUMBER)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill(path: Path, chance: random.Random) -> None:
    """Start a run and kill it: while it starts, or somewhere in one of the documents that it writes or skips."""
    after = chance.randrange(NUMBER)
    with start(path) as process:
        assert process.stdout
        for _, line in zip(range(after), process.stdout, strict=False):
            assert line in ("added\n", "skipped\n")
        time.sleep(chance.random() * (0.01 if after else 2))
        process.kill()


def test_ingest_killed_at_random_moments_leaves_a_whole_base(tmp_path):
    chance = random.Random(3)
    with closing(Store(Database(memory=True))) as whole:
        ingest(whole, documents(NUMBER), extract=extract_all, rules=RULES)
        expected = list(whole.dump())
    path, before = tmp_path / "0.db", 0
    for number in range(KILLS):
        kill(path, chance)
        with closing(open_store(path)) as store:
            assert check(store) == []
            done = store.counts().documents
            assert before <= done <= NUMBER
            if number % 2:
                summary = ingest(store, documents(NUMBER), extract=extract_all, rules=RULES)
                assert (len(summary.skipped), len(summary.added)) == (done, NUMBER - done)
                assert list(store.dump()) == expected
        path, before = (tmp_path / f"{number + 1}.db", 0) if number % 2 else (path, done)
