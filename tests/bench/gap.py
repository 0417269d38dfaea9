"""GAP: does a pronoun have the entity of name A, of name B, in what our pipeline gives for the text?

`python -m tests.bench.gap ../shared [development|validation]`. By GAP's own rules: A and B are counted one by one, F1 is
over both, of all pronouns, the masculine and the feminine ones. The weights are fitted on both files, so these are no
figures of unseen text; `python -m extract.training.references` prints cross-validated ones for GUM, and what was
cross-validated on GAP is PUBLISHED below.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from extract.language import load_language
from extract.pipeline import extract
from extract.training.reference_data import entity_at, gap_rows
from extract.types import Document
from tests.bench.table import Row, show

MASCULINE = frozenset({"he", "him", "his"})
PUBLISHED = "parallelism baseline 0.669 (test)"
NOTE = "fitted on it too; cross-validated 0.74, ratio 0.96; fitted without it 0.72"
Counts = list[int]  # right, found, gold


def linked(row: dict[str, str], nlp: Language) -> set[str]:
    """Which of A and B the pronoun is linked to."""
    mentions = extract(Document(row["ID"], row["Text"], row["ID"], "0" * 64), nlp).mentions

    def entity(start: int, surface: str, forms: Sequence[str]) -> int | None:
        return entity_at([m for m in mentions if m.form in forms], start, start + len(surface))

    pronoun = entity(int(row["Pronoun-offset"]), row["Pronoun"], ("pronoun",))
    names = {n: entity(int(row[f"{n}-offset"]), row[n], ("name", "description")) for n in "AB"}
    return {n for n, named in names.items() if pronoun is not None and named == pronoun}


def rows(shared: Path, nlp: Language, part: str = "development", first: int | None = None) -> list[Row]:
    """F1 of all, of masculine and of feminine pronouns, and the last two's ratio, on a file or its `first` texts."""
    counts: dict[str, Counts] = {name: [0, 0, 0] for name in ("all", "masculine", "feminine")}
    for row in gap_rows(shared / f"data/gap/gap-{part}.tsv")[:first]:
        found, gold = linked(row, nlp), {n for n in "AB" if row[f"{n}-coref"].upper() == "TRUE"}
        for name in ("all", "masculine" if row["Pronoun"].lower() in MASCULINE else "feminine"):
            for i, n in enumerate((len(found & gold), len(found), len(gold))):
                counts[name][i] += n
    f1 = {name: 2 * right / (found + gold) for name, (right, found, gold) in counts.items()}
    right, found, gold = counts["all"]
    return [
        Row(f"GAP {part} F1", f1["all"], published=PUBLISHED, goal=0.70, size=gold, note=NOTE),
        Row("  precision", right / found, size=found),
        Row("  recall", right / gold, size=gold),
        Row("  masculine F1", f1["masculine"], size=counts["masculine"][2]),
        Row("  feminine F1", f1["feminine"], size=counts["feminine"][2]),
        Row("  feminine / masculine", f1["feminine"] / f1["masculine"], goal=0.95),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("part", nargs="?", choices=("development", "validation"), default="development")
    given = parser.parse_args()
    print(show(rows(given.shared, load_language(), given.part)))
