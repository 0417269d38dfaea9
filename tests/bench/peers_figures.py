"""Figures beside quantulum3 and Recognizers-Text, each measured by the scorers of ../shared/evaluate.

Ours runs in this process, in the contract's JSON; a peer's figures take the same shape, so that one scorer, with its lenient
units, judges all. Kinds "year" and "ordinal" are left out on NewsQuant, whose gold leaves them out (peers_serve.py tells the
peers' years).
"""

from __future__ import annotations

import argparse
import json
from typing import Any, Protocol

from spacy.language import Language

from app.contract import extraction_json
from extract.pipeline import extract
from extract.types import Document
from tests.bench.table import Row, share

ALL = argparse.Namespace(split="shared", sample=None, seed=1)
PUBLISHED = {
    "newsquant value": "CQE 0.920, quantulum3 0.730, Recognizers-Text 0.691 (whole set)",
    "newsquant value+unit": "CQE 0.856, quantulum3 0.472, Recognizers-Text 0.342 (whole set)",
}
GOALS = {"newsquant value": 0.93, "newsquant value+unit": 0.87, "currency value": 0.85, "currency value+unit": 0.80}


class Extractor(Protocol):
    """Whatever gives the figures of texts in the contract's shape."""

    def extract(self, texts: dict[str, str]) -> dict[str, dict[str, Any]]: ...


class Ours:
    """Our extraction, in this process."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def extract(self, texts: dict[str, str]) -> dict[str, dict[str, Any]]:
        """The extraction of each text, by id."""
        return {
            key: extraction_json(extract(Document(key, text, "-", "0" * 64), self.nlp)) for key, text in texts.items()
        }


def rows(systems: dict[str, Extractor]) -> list[Row]:
    """Rows of all figure sets; the first system is ours."""
    tables = {name: _scores(system) for name, system in systems.items()}
    first, *others = tables
    return [
        Row(
            row,
            value,
            {name: tables[name][row][0] for name in others},
            PUBLISHED.get(row, ""),
            goal(row, tables, others),
            size,
        )
        for row, (value, size) in tables[first].items()
    ]


def goal(row: str, tables: dict[str, dict[str, tuple[float, int]]], others: list[str]) -> float | None:
    """The goal; on quantulum3's own cases, one case more than it gets itself."""
    if row == "quantulum3's cases right" and "quantulum3" in others:
        value, size = tables["quantulum3"][row]
        return value + 1 / size
    return GOALS.get(row)


def _scores(system: Extractor) -> dict[str, tuple[float, int]]:
    """F1 or share of cases, and on how many, by row."""
    import score_figures as scorer

    found: dict[str, tuple[float, int]] = {}
    for name in ("newsquant", "currency", "age", "dimension", "temperature"):
        for row, cells in scorer.newsquant(system, ALL, name).items():
            if not row.endswith("change"):
                found[row] = cells["F1"], cells["gold"]
    found["quantulum3's cases right"] = _cases_right(scorer, system)
    for row, cells in scorer.recognizers(system, ALL).items():
        found[row] = cells["pass"], cells["gold"]
    return found


def _cases_right(scorer: Any, system: Extractor) -> tuple[float, int]:
    """Share of quantulum3's cases with every gold figure and no other; ordinals are left out.

    A gold uncertainty may be given as the middle or as both ends.
    """
    cases = []
    for name in ("quantities", "quantities.ambiguity"):
        cases += json.loads(scorer.read_text(scorer.data_file("shared", f"quantulum3/{name}.json")))
    found = system.extract({str(i): case["req"] for i, case in enumerate(cases)})
    right = 0
    for i, case in enumerate(cases):
        figures = [f for f in found[str(i)]["figures"] if f["kind"] != "ordinal"]
        scores = {
            (a, b): max(scorer.match(figure, value, gold["unit"]) for value in _values(gold))
            for a, figure in enumerate(figures)
            for b, gold in enumerate(case["res"])
        }
        matched = list(scorer.pairs({pair: score for pair, score in scores.items() if score == 2}))
        right += len(matched) == len(figures) == len(case["res"])
    return share(right, len(cases)), len(cases)


def _values(gold: dict[str, Any]) -> list[str]:
    value, give = gold["value"], gold.get("uncertainty")
    return [str(value), f"{value - give}-{value + give}"] if give else [str(value)]


def claims(ours: Extractor) -> list[Row]:
    """CaRB and BenchIE by the shared scorers."""
    import score_claims as scorer

    table = scorer.carb(ours, ALL) | scorer.benchie(ours, ALL)
    published = {
        "carb best": ("OpenIE6 0.540, ClausIE 0.450, OLLIE 0.411 (test)", 0.52),
        "benchie": ("ClausIE 0.339, MinIE 0.337, OpenIE6 0.254 (all 300)", 0.36),
    }
    return [
        Row(
            f"{name} F1", cells["F1"], {}, *published.get(name, ("", None)), cells["gold"],
            f"P {cells['P']:.3f} R {cells['R']:.3f}",
        )
        for name, cells in table.items()
    ]  # fmt: skip
