"""The command `compare`: what articles say of the same thing, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from app.contract import Json, claim_json, figure_json
from app.options import existing_base, filtered, print_json, print_lines
from app.printing import claim_line, figure_line, sentence_lines, wrapped
from kb.base.rows import ClaimRow, FigureRow
from kb.compare import Comparison, compared
from kb.comparing.claim_pairs import ClaimComparison

VERDICT_WORDS = {
    "differ": "Differ",
    "revised": "Revised",
    "other-period": "Of another time",
    "other-scope": "Of another scope",
    "other-unit": "In another unit",
    "agree": "Agree",
}
Found = Comparison | ClaimComparison


@click.command()
@click.option("--kind", type=click.Choice(["figures", "claims"]), help="Only of this kind.  [default: both]")
@click.option("--verdict", type=click.Choice(list(VERDICT_WORDS)), help="Only pairs of which this is said.")
@filtered("entity", "like", "limit")
@click.pass_obj
def compare(
    db: Path, /, kind: str | None, verdict: str | None, limit: int | None, as_json: bool, **filters: Any
) -> None:  # fmt: skip
    """Set what different articles say of the same thing side by side.

    Each pair of figures or claims agrees or differs, or differs for an innocent reason, which is said: another time,
    scope or unit, or a correction. Which of two is right is not said. Pairs that differ come first.

    Example: kb compare --entity Fresno --verdict differ
    """
    store = existing_base(db)
    kinds = [kind] if kind else ["figures", "claims"]
    found = [pair for each in kinds for pair in compared(store, each, **filters)]
    chosen = [pair for pair in found if verdict in (None, pair.verdict.kind)][:limit]
    if as_json:
        print_json([comparison_json(pair) for pair in chosen])
    else:
        print_lines(comparison_lines(chosen))


def comparison_json(pair: Found) -> Json:
    """Give both sides of a pair, each with its sentence, and what is said of them."""
    kind = "figure" if isinstance(pair, Comparison) else "claim"
    sides = {"one": _side(pair.one), "other": _side(pair.other)}
    return {"kind": kind, "verdict": pair.verdict.kind, "why": pair.verdict.why} | sides


def _side(row: FigureRow | ClaimRow) -> Json:
    return figure_json(row) if isinstance(row, FigureRow) else claim_json(row)


def comparison_lines(pairs: Sequence[Found]) -> Iterator[str]:
    """Yield each pair for people: what is said of it and why, then both with their sentences."""
    if not pairs:
        yield "Nothing that different articles say is surely of the same thing."
    for number, pair in enumerate(pairs):
        yield from [""] if number else []
        yield from wrapped(f"{VERDICT_WORDS[pair.verdict.kind]}: {pair.verdict.why}")
        for row in (pair.one, pair.other):
            yield from wrapped(figure_line(row) if isinstance(row, FigureRow) else claim_line(row), "  ", hanging=2)
            yield from sentence_lines(row.sentence)
