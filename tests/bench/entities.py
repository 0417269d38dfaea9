"""Every figure of who is who beside its goal: `python -m tests.bench.entities ../shared`.

The rows are those of names, merges, namesakes, gap, places and graph beside this file, which say how each is measured; each can
be run alone. The 100,000 names come first, while the process is small, so that their peak of memory is their own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from extract.language import load_language
from tests.bench import gap, graph, merges, names, namesakes, places
from tests.bench.table import Row, show


def parts(shared: Path) -> Iterator[list[Row]]:
    """The measurements, each with its rows: across texts, within a text, places, the graph."""
    yield merges.many()
    yield names.rows(shared)
    yield namesakes.rows(shared)
    yield merges.table_rows(shared)
    yield merges.redocred(shared / "data/redocred/dev_revised.json")
    nlp = load_language()
    yield places.rows(list(places.judged(shared, nlp)))
    yield gap.rows(shared, nlp)
    with tempfile.TemporaryDirectory() as folder:
        yield graph.rows(graph.made(Path(folder)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    table = []
    for rows in parts(parser.parse_args().shared):
        print(f"measured: {rows[0].name}", rows[0].ours, file=sys.stderr)  # the whole takes minutes
        table += rows
    print(show(table))


if __name__ == "__main__":
    main()
