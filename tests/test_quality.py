"""Quality on open data, against the floors in floors.json, which only go up.

The pipeline is measured by the recipe's own scores, everything else through the command line by ../shared/evaluate.
A floor stands a little below what was reached, by about what another sample of the data would move it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
KB = Path(sys.executable).with_name("kb")


@cache
def pipeline_scores(data: Path) -> dict[str, dict[str, float]]:
    """Scores of the shipped weights on the development files."""
    from extract.encoder import MODEL
    from extract.training.scores import measure

    return measure(data, MODEL)


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
