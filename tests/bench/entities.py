"""Every figure of who is who beside its goal: `python -m tests.bench.entities ../shared`.

The rows are those of names, merges, gap, places and graph beside this file, which say how each is measured; each can
be run alone. The 100,000 names come first, while the process is small, so that their peak of memory is their own.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from extract.language import load_language
from tests.bench import gap, graph, merges, names, places
from tests.bench.table import Row, show


def rows(shared: Path) -> list[Row]:
    """All measurements, in the order of the goals: across texts, within a text, places, the graph."""
    table = [*merges.many(), *names.rows(shared), *merges.table_rows(shared)]
    table += merges.redocred(shared / "data/redocred/dev_revised.json")
    nlp = load_language()
    table += gap.rows(shared, nlp)
    table += places.rows(list(places.judged(shared, nlp)))
    with tempfile.TemporaryDirectory() as folder:
        table += graph.rows(graph.made(Path(folder)))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    print(show(rows(parser.parse_args().shared)))


if __name__ == "__main__":
    main()
