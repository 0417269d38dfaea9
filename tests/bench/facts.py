"""Everything that facts are measured on, in one table: ours, peers in the same run, published figures, goals.

`python -m tests.bench.facts ../shared` (some minutes; `--only figures,times` takes parts). Peers run where they are
installed, here or in the Python that FOOTNOTE_PEERS names (peers_run.py says how).
Published figures are on the whole sets or on test sets that are not kept here, ours on the halves that are.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from extract.language import load_language
from tests.bench import measeval, measured, peers_figures, peers_run, speakers, times
from tests.bench.table import Row, show

ROOT = Path(__file__).parents[2]
NUMBER = r"\s+(\d\.\d{3})"
QUOTE_ROW = re.compile(rf"(news|interview|all)\s(?:all\s)?(footnote|textacy){NUMBER * 4}")
RECALL_ROW = re.compile(rf"\s*(?:\w+\s)?(direct|indirect), recall(?:\s(?:footnote|textacy))?{NUMBER}")
QUOTE_GOALS = {"F1": 0.80, "F1 with speaker": 0.70}


def figures(_: Path, nlp: Language) -> list[Row]:
    """Figure sets beside quantulum3 and Recognizers-Text."""
    peers = peers_run.figure_peers()
    try:
        return peers_figures.rows({"ours": peers_figures.Ours(nlp), **peers})
    finally:
        for peer in peers.values():
            peer.close()


def claims(_: Path, nlp: Language) -> list[Row]:
    """CaRB and BenchIE."""
    return peers_figures.claims(peers_figures.Ours(nlp))


def quotes(shared: Path, _: Language) -> list[Row]:
    """What tests/bench/quotes.py prints, ours beside textacy where that is installed."""
    printed = run(peers_run.python(), "tests.bench.quotes", shared)
    if "textacy is not installed" in printed:
        print("textacy: not installed")
    cells: dict[str, dict[str, float]] = {}
    place = system = ""
    for line in printed.splitlines():
        if found := QUOTE_ROW.match(line):
            place, system, precision, recall, f1, spoken = found.groups()
            for name, value in (("P", precision), ("R", recall), ("F1", f1), ("F1 with speaker", spoken)):
                cells.setdefault(f"quotes {place} {name}", {})[system] = float(value)
        elif found := RECALL_ROW.match(line):
            cells.setdefault(f"quotes {place} {found[1]} recall", {})[system] = float(found[2])
    return [
        Row(name, by.pop("footnote"), by, goal=QUOTE_GOALS.get(name.removeprefix("quotes all ")))
        for name, by in cells.items()
    ]


def industries(shared: Path, _: Language) -> list[Row]:
    """What tests/bench/industries.py prints."""
    printed = run(sys.executable, "tests.bench.industries", shared).strip().splitlines()
    precision = float(printed[-1].rsplit(" ", 1)[1])
    return [Row("industries precision", precision, goal=0.85, note="; ".join(printed[-2:-1]))]


def run(python: str, module: str, shared: Path) -> str:
    """What another bench prints."""
    done = subprocess.run(
        [python, "-W", "ignore", "-m", module, str(shared)], cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout


PARTS: dict[str, Callable[[Path, Language], list[Row]]] = {
    "figures": figures, "measeval": measeval.rows, "measured": measured.rows, "times": times.rows, "quotes": quotes,
    "speakers": speakers.rows, "claims": claims, "industries": industries,
}  # fmt: skip


def main() -> None:
    """Measure the parts and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts, by commas: {', '.join(PARTS)}")
    given = parser.parse_args()
    shared = given.shared.resolve()
    sys.path.insert(0, os.fspath(shared / "evaluate"))
    nlp = load_language()
    print(show([row for part in given.only.split(",") for row in PARTS[part](shared, nlp)]))


if __name__ == "__main__":
    main()
