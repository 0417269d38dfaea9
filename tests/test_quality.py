"""Quality on open data, against the floors in floors.json, which only go up.

The pipeline is measured by the recipe's own scores, who is who by the rows of tests/bench/entities.py (long data by a
part of it), everything else through the command line by ../shared/evaluate.
A floor stands a little below what was reached, by about what another sample of the data would move it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bench.table import Row

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
FIRST = 150  # texts of GAP and of Re-DocRED: a few seconds each
KB = Path(sys.executable).with_name("kb")


@cache
def pipeline_scores(data: Path) -> dict[str, dict[str, float]]:
    """Scores of the shipped weights on the development files."""
    from extract.encoder import MODEL
    from extract.training.scores import measure

    return measure(data, MODEL)


@cache
def entity_scores(shared: Path, part: str) -> dict[str, float | None]:
    """Figures of one of the measurements of tests/bench/entities.py, by their names."""
    from extract.language import load_language
    from tests.bench import gap, merges, names, places

    measures: dict[str, Callable[[], list[Row]]] = {
        "places": lambda: places.rows(list(places.judged(shared, load_language()))),
        "names": lambda: names.rows(shared),
        "table": lambda: merges.table_rows(shared),
        "merges": lambda: merges.redocred(shared / "data/redocred/dev_revised.json", FIRST),
        # In-sample: the weights of coreference were fitted on GAP too, so this floor only shows that they still work.
        "gap": lambda: gap.rows(shared, load_language(), first=FIRST),
    }
    return {row.name: row.ours for row in measures[part]()}


@cache
def evaluated(shared: Path, command: str) -> str:
    """What evaluate.py prints for a command with its options."""
    run = [sys.executable, str(shared / "evaluate" / "evaluate.py"), *command.split(), "--kb", str(KB)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def cell(table: str, row: str, column: str) -> float:
    """A cell of a printed table."""
    header, *lines = (line for line in table.splitlines() if line.strip())
    line = next(line for line in lines if re.match(rf"{re.escape(row)}\s", line))
    place = header.index(column) + len(column)  # columns are right-aligned
    return float(line[:place].split()[-1])


@pytest.mark.parametrize(
    ("part", "name"), [(part, name) for part, names in FLOORS["pipeline"].items() for name in names]
)
def test_pipeline(shared: Path, part: str, name: str) -> None:
    scores = pipeline_scores(shared / "data")
    assert scores[part][name] >= FLOORS["pipeline"][part][name], scores


@pytest.mark.parametrize(
    ("part", "name"), [(part, name) for part, names in FLOORS["entities"].items() for name in names]
)
def test_who_is_who(shared: Path, part: str, name: str) -> None:
    figures = entity_scores(shared, part)
    reached = figures[name]
    assert reached is not None and reached >= FLOORS["entities"][part][name], figures


@pytest.mark.parametrize(
    ("command", "figure"), [(command, figure) for command, cells in FLOORS["evaluate"].items() for figure in cells]
)
def test_through_the_command_line(shared: Path, command: str, figure: str) -> None:
    table = evaluated(shared, command)
    row, column = figure.rsplit("/", 1)
    assert cell(table, row, column) >= FLOORS["evaluate"][command][figure], table


@pytest.mark.parametrize("command", FLOORS["evaluate"])
def test_every_span_is_as_in_the_text(shared: Path, command: str) -> None:
    table = evaluated(shared, command)
    spans = re.search(r"contract: \d+ spans, (\d+) not as in the text; (\d+) records without a line", table)
    assert spans is None or spans.groups() == ("0", "0"), table
    if "exact citations" in table:
        assert cell(table, "exact citations", "rate") == 1.0, table
