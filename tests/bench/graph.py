"""How long a neighbourhood, a path and the sentences of a tie take in a base of 50,000 names and 500,000 ties.

Run by hand: python -m tests.bench.graph [--folder FOLDER]. The base is made anew from a seed: names are tied as in
news, a few to thousands and most to a handful (the chance of rank r is proportional to 1 / r^0.8).
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from kb.network.neighbourhood import TieFilter
from kb.network.paths import find_paths
from kb.network.tie_rules import TIE_KINDS
from kb.store import Store, open_store
from tests.bench.table import Row, show

NAMES = 50_000
TIES = 500_000
DOCUMENTS = 20_000
ASKED = 200
GOAL = 0.2  # seconds
SEED = 7
LABELS = ("PERSON", "ORG", "CITY", "COUNTRY")


def fill(store: Store) -> None:
    """Fill a base with names and ties, without texts behind them."""
    chance = random.Random(SEED)
    db = store.db
    with db.conn:
        db.conn.executemany(
            "INSERT INTO documents (id, published, source, language, sha256, fingerprint, rules, text)"
            " VALUES (?, ?, '-', 'en', '', '', '', '')",
            ((f"d{n:05}", f"{2000 + n % 20}-01-01") for n in range(DOCUMENTS)),
        )
        copies = ((f"d{n:05}", f"d{n - n % 4:05}") for n in range(0, DOCUMENTS, 1) if n % 40 < 4)  # a tenth, by fours
        db.conn.executemany("INSERT INTO copies (document, original) VALUES (?, ?)", copies)
        db.conn.executemany(
            "INSERT INTO sentences (key, id, document, number, paragraph, start, end, text, rules)"
            " VALUES (?, ?, ?, ?, 0, 0, 40, 'Name and another name met in some town.', '')",
            ((n, f"s{n}", f"d{n % DOCUMENTS:05}", n // DOCUMENTS) for n in range(TIES)),
        )
        db.conn.executemany(
            "INSERT INTO entities (id, name, label, block, key, documents, mentions) VALUES (?, ?, ?, '', '', ?, ?)",
            ((name(n), f"Name {n}", LABELS[n % 4], NAMES - n, NAMES - n) for n in range(NAMES)),
        )
        db.conn.executemany(
            "INSERT INTO referents (id, document, number, name, label, key, entity, mentions, rules)"
            " VALUES (?, 'd00000', ?, ?, 'PERSON', '', ?, 1, '')",
            ((n, n, f"Name {n}", name(n)) for n in range(NAMES)),
        )
        db.conn.executemany(
            "INSERT INTO ties (document, sentence, kind, type, source_start, source_end, source_referent,"
            " target_start, target_end, target_referent, negated, hedged, rules, source, target)"
            " VALUES (?, ?, ?, ?, 0, 4, ?, 13, 20, ?, 0, 0, '', ?, ?)",
            made_ties(chance),
        )
    db.execute("ANALYZE")


def made_ties(chance: random.Random) -> Iterator[tuple[object, ...]]:
    weights = list(accumulate((rank + 1) ** -0.8 for rank in range(NAMES)))
    ends = chance.choices(range(NAMES), cum_weights=weights, k=2 * TIES)
    for number, (one, other) in enumerate(zip(ends[::2], ends[1::2], strict=True)):
        kind = chance.choices(TIE_KINDS, (30, 5, 2, 8, 55))[0]
        type = "" if kind == "together" else f"does {chance.randrange(200)}"
        yield (f"d{number % DOCUMENTS:05}", number, kind, type, one, other, name(one), name(other))


def name(number: int) -> str:
    return f"e{number:016x}"


def measure(what: str, ask: Callable[[int], object], numbers: list[int], *, goal: float | None = GOAL) -> Row:
    """The worst time in seconds, with median and 95th percentile."""
    took = []
    for number in numbers:
        start = time.perf_counter()
        ask(number)
        took.append(time.perf_counter() - start)
    took.sort()
    note = f"median {statistics.median(took):.3f}, 95% {took[int(len(took) * 0.95)]:.3f}"
    return Row(f"{what}: worst, seconds", took[-1], goal=goal, size=len(took), note=note, under=True)


def rows(path: Path) -> list[Row]:
    """The times, in a base that is there already."""
    chance = random.Random(SEED)
    numbers = [*range(20), *chance.choices(range(NAMES), k=ASKED - 20)]  # the twenty with most ties among them
    filters = TieFilter(kinds=("claim", "quote"), labels=("PERSON", "ORG"), first="2005", last="2014-06", least=2)
    with closing(open_store(path, readonly=True)) as store:
        most = store.db.execute("SELECT count(*) FROM ties WHERE source = ?1 OR target = ?1", [name(0)]).fetchone()[0]
        table = [
            measure("neighbourhood", lambda n: store.neighbourhood(name(n)), numbers),
            measure("neighbourhood, depth 2", lambda n: store.neighbourhood(name(n), depth=2), numbers),
            measure("neighbourhood, all filters", lambda n: store.neighbourhood(name(n), filters=filters), numbers),
            measure(
                "neighbourhood, 1,000 names", lambda n: store.neighbourhood(name(n), depth=2, limit=1000), numbers[::10]
            ),
            measure("sentences of a tie", lambda n: store.tie_sentences(name(0), name(n + 1)), numbers),
            measure("paths", lambda n: find_paths(store, name(n), name(NAMES - 1 - n)), numbers[::5], goal=None),
        ]
    note = f"the name with most ties has {most:,}; the whole process"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return [*table, Row(f"{NAMES:,} names, {TIES:,} ties: peak GiB", memory, note=note)]


def made(folder: Path) -> Path:
    """The base in a folder, filled when it is not there."""
    path = folder / "graph.db"
    if not path.exists():
        with closing(open_store(path)) as store:
            fill(store)
    return path


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        print(show(rows(made(parser.parse_args().folder or Path(folder)))))


if __name__ == "__main__":
    main()
