"""How long a question takes and how much memory, at 10,000 and 250,000 sentences, beside peers in the same run.

`python -m tests.bench.asking_speed FOLDER [--sample N]`; the bases lie in the folder, or are made (large_bases.py).
Questions are those of the SQuAD articles kept out of the reader's training, which stand in both bases once, amid
everything else. Seconds are by the clock, between one answer and the next; beside them processor time, which other
work on the machine changes less. Memory is the peak of what lies in it, read from /proc, so on Linux only. Peers run
where they are installed (peers_run.py), on the same sentences.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.bench import large_bases, peers_answers, peers_run
from tests.bench.reader import Asked, articles
from tests.bench.table import Row, share, show

KB = Path(sys.executable).with_name("kb")
SERVE = Path(peers_answers.__file__)
PEERS = {"fts5": "FTS5", "bm25s": "bm25s", "haystack": "Haystack BM25 (first 50)"}
FEW = {"haystack": 50}  # it goes through every sentence in Python: seconds a question at 250,000
# Seconds, on two cores with nothing else on them.
GOALS = {10_000: (0.25, 0.5), 250_000: (0.4, 0.8)}
COLD, COLD_GOAL = 5, 2.5  # starts; seconds
GIB, MEMORY_GOAL = 2**30, 1.0
# They go through the records of the whole base.
LISTS = ("Which people are quoted?", "Which industries are mentioned?", "Which cities have more than 500,000 people?",
         "Which countries are mentioned?", "Which city is the largest?", "How many people are quoted?")  # fmt: skip
Place = tuple[str, int, int]  # document, start, end


@dataclass(frozen=True, slots=True)
class Run:
    """Some questions put to one system."""

    found: tuple[list[Place], ...]  # cited for each question, best first
    seconds: tuple[float, ...]  # of each question but the first
    bytes: int  # the most memory it took
    processor: float = 0.0  # seconds a question, start included

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def late(self) -> float:
        """The 95th percentile."""
        return sorted(self.seconds)[int(0.95 * (len(self.seconds) - 1))]


def rows(folder: Path, sample: int, sizes: Sequence[int] = large_bases.SIZES) -> Iterator[Row]:
    """The rows of the table."""
    large_bases.make(folder, sizes)
    asked = chosen(sample)
    for size in sizes:
        base = large_bases.base_path(folder, size)
        known = {"ours": ours(base, [each.text for each in asked])}
        known |= {PEERS[name]: run for name in PEERS if (run := peer(name, base, asked)) is not None}
        yield from _size_rows(size, known, asked)
        yield from _list_rows(size, base)
        cold = [_cold(base, asked[0].text) for _ in range(COLD)]
        yield Row(f"{size:,}: seconds of `kb ask`, from cold", statistics.median(cold), goal=COLD_GOAL, under=True)


def chosen(sample: int) -> list[Asked]:
    """Answerable questions of the articles kept out of training."""
    _, asked = articles()
    known = [each for each in asked if each.answers]
    return random.Random(1).sample(known, min(sample, len(known)))


def ours(base: Path, questions: Sequence[str]) -> Run:
    """The questions through the command line, one process."""
    lines = "".join(json.dumps({"id": str(n), "question": question}) + "\n" for n, question in enumerate(questions))
    with tempfile.TemporaryFile("w+") as given:
        given.write(lines)
        given.seek(0)
        process = subprocess.Popen(
            [KB, "--db", base, "ask", "--batch", "-"], stdin=given, stdout=subprocess.PIPE, encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert process.stdout is not None
        told, most = [], 0
        for line in process.stdout:
            told.append((json.loads(line), time.perf_counter()))
            most = max(most, peers_answers.memory(process.pid))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, "kb ask failed"
    found = [[(c["document"], c["start"], c["end"]) for c in answer["citations"]] for answer, _ in told]
    seconds = tuple(later - earlier for (_, earlier), (_, later) in pairwise(told))
    processor = (used.ru_utime + used.ru_stime) / len(told)
    return Run(tuple(found), seconds, most, processor)


def peer(name: str, base: Path, asked: Sequence[Asked]) -> Run | None:
    """The questions put to a peer; None where it is not installed."""
    some = asked[: FEW.get(name)]
    lines = "".join(json.dumps({"id": str(n), "question": each.text}) + "\n" for n, each in enumerate(some))
    done = subprocess.run(
        [peers_run.python(), SERVE, name, base], input=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        print(f"{PEERS[name]}: not installed", file=sys.stderr)
        return None
    _, *answers, last = map(json.loads, done.stdout.splitlines())
    found = [[tuple(place) for place in answer["sentences"]] for answer in answers]
    return Run(tuple(found), tuple(answer["seconds"] for answer in answers[1:]), last["bytes"])


def hit(asked: Asked, found: Sequence[Place]) -> bool:
    """Whether one of these sentences overlaps a place of the answer."""
    return any(d == asked.title and any(a < end and b > start for start, end in asked.places) for d, a, b in found)


def _size_rows(size: int, known: dict[str, Run], asked: Sequence[Asked]) -> Iterator[Row]:
    def row(name: str, values: dict[str, float], **more: Any) -> Row:
        return Row(f"{size:,}: {name}", values["ours"], {n: v for n, v in values.items() if n != "ours"}, **more)

    for top in (1, 5):
        hits = {
            name: share(sum(hit(a, found[:top]) for a, found in zip(asked, run.found, strict=False)), len(run.found))
            for name, run in known.items()
        }
        yield row(f"cited sentence hit@{top}", hits, size=len(asked))
    median, late = GOALS.get(size, (None, None))
    note = f"{known['ours'].processor:.3f} of processor time a question"
    yield row("seconds, median", {n: r.median for n, r in known.items()}, goal=median, under=True, note=note)
    yield row("seconds, 95 of 100", {n: r.late for n, r in known.items()}, goal=late, under=True)
    yield row("GiB of memory", {n: r.bytes / GIB for n, r in known.items()}, goal=MEMORY_GOAL, under=True)


def _list_rows(size: int, base: Path) -> Iterator[Row]:
    run = ours(base, ["What is asked first?", *LISTS])
    slowest = max(range(len(LISTS)), key=lambda n: run.seconds[n])
    yield Row(f"{size:,}: lists, seconds, median", run.median, size=len(LISTS))
    yield Row(f"{size:,}: lists, seconds, slowest", run.seconds[slowest], note=LISTS[slowest])
    yield Row(f"{size:,}: lists, GiB of memory", run.bytes / GIB, goal=MEMORY_GOAL, under=True)


def _cold(base: Path, question: str) -> float:
    began = time.perf_counter()
    subprocess.run([KB, "--db", base, "ask", question], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=200, help="questions")
    parser.add_argument("--sizes", default=",".join(map(str, large_bases.SIZES)), help="sentences, by commas")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    print(show(rows(given.folder, given.sample, sizes)))


if __name__ == "__main__":
    main()
