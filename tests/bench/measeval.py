"""MeasEval: spans of what is measured, matched through the quantity, as in SemEval-2021 task 8.

A gold quantity is met by the figure of ours that shares most of its characters. Its `of` and `subject` are then compared
with the gold's measured property and measured entity. Ours has no such pair of classes, so one rule of reading, blind to
the gold, stands between: of a counted thing (`kind` count), or where there is no `subject` but `of`, `of` is the entity;
else `of` is the property and `subject` the entity. The row of both takes all spans of a quantity together, whatever their class.
Span F1 gives each pair its share of words in common (SQuAD's F1, words parted by spaces), as the task's scorer does;
beside it the share of pairs with any overlap. Spans of figures that meet no gold quantity are not counted against.
"""

from __future__ import annotations

import csv
import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from extract.pipeline import extract
from extract.types import Document, Figure
from tests.bench.table import Row, f1, share

Span = tuple[int, int]
CLASSES = {"MeasuredEntity": "entity", "MeasuredProperty": "property"}


@dataclass(slots=True)
class Tally:
    """Pairs' words in common, pairs with any, spans of ours, spans of the gold."""

    words: float = 0.0
    any: int = 0
    ours: int = 0
    gold: int = 0

    def f1(self) -> float:
        """Span F1."""
        return f1(share(self.words, self.ours), share(self.words, self.gold))

    def any_f1(self) -> float:
        """F1 where any overlap is right."""
        return f1(share(self.any, self.ours), share(self.any, self.gold))


@dataclass(slots=True)
class Quantity:
    """A gold quantity with the spans of its entity and property."""

    span: Span
    parts: dict[str, list[Span]] = field(default_factory=lambda: {"entity": [], "property": []})


def paragraphs(shared: Path) -> Iterator[tuple[str, list[Quantity]]]:
    """Text and gold quantities of each paragraph of the trial and training parts."""
    for part in ("trial", "train"):
        with tarfile.open(shared / f"data/measeval/measeval-{part}.tar.xz") as archive:
            held = {m.name: archive.extractfile(m).read().decode("utf-8") for m in archive if m.isfile()}  # type: ignore[union-attr]
        for name in sorted(held):
            if name.endswith(".txt"):
                stem = Path(name).stem
                table = next((held[n] for n in held if n.endswith(f"/{stem}.tsv")), None)
                if table is not None:
                    yield held[name], list(quantities(table))


def quantities(table: str) -> Iterator[Quantity]:
    """Gold quantities of a table of annotations, each set of annotations being one quantity's."""
    sets: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        sets.setdefault(row["annotSet"], []).append(row)
    for rows_ in sets.values():
        found = [row for row in rows_ if row["annotType"] == "Quantity"]
        if not found:
            continue
        quantity = Quantity(_span(found[0]))
        for row in rows_:
            if row["annotType"] in CLASSES:
                quantity.parts[CLASSES[row["annotType"]]].append(_span(row))
        yield quantity


def _span(row: dict[str, str]) -> Span:
    return int(row["startOffset"]), int(row["endOffset"])


def parts(figure: Figure | None) -> dict[str, list[Span]]:
    """Entity and property of our figure, as the module says."""
    none: dict[str, list[Span]] = {"entity": [], "property": []}
    if figure is None:
        return none
    of = [(figure.of.start, figure.of.end)] if figure.of else []
    subject = [(figure.subject.start, figure.subject.end)] if figure.subject else []
    if figure.kind == "count" or not subject or subject == of:
        return {"entity": of or subject, "property": []}
    return {"entity": subject, "property": of}


def compare(text: str, ours: list[Span], gold: list[Span], tally: Tally) -> None:
    """Count the best one-to-one pairs."""
    tally.ours += len(ours)
    tally.gold += len(gold)
    pairs = sorted(((words_f1(text, a, b), a, b) for a in ours for b in gold), reverse=True)
    used: set[Span] = set()
    for score, a, b in pairs:
        if score and a not in used and b not in used:
            used |= {a, b}
            tally.words += score
            tally.any += 1


def words_f1(text: str, a: Span, b: Span) -> float:
    """F1 of the words, parted by white space, that two spans share."""
    start, end = max(a[0], b[0]), min(a[1], b[1])
    if start >= end:
        return 0.0
    common = len(text[start:end].split())
    return f1(min(1, common / len(text[a[0] : a[1]].split())), min(1, common / len(text[b[0] : b[1]].split())))


def rows(shared: Path, nlp: Language) -> list[Row]:
    """Span F1 of what is measured, and how many gold quantities our figures meet."""
    tallies = {"entity": Tally(), "property": Tally(), "both": Tally()}
    met = total = 0
    for number, (text, gold) in enumerate(paragraphs(shared)):
        figures = extract(Document(str(number), text, "-", "0" * 64), nlp).figures
        for quantity in gold:
            figure = best(figures, quantity.span)
            met, total = met + (figure is not None), total + 1
            found = parts(figure)
            for name in ("entity", "property"):
                compare(text, found[name], quantity.parts[name], tallies[name])
            compare(
                text,
                *(sorted({s for spans in p.values() for s in spans}) for p in (found, quantity.parts)),
                tallies["both"],
            )
    names = {"both": "measured spans", "entity": "measured entity", "property": "measured property"}
    table = [Row("MeasEval quantities met", share(met, total), size=total)]
    for key, name in names.items():
        tally = tallies[key]
        note = f"any overlap {tally.any_f1():.3f}"
        goal = 0.5 if key == "both" else None
        table.append(Row(f"MeasEval {name} F1", tally.f1(), goal=goal, size=tally.gold, note=note))
    return table


def best(figures: tuple[Figure, ...], span: Span) -> Figure | None:
    """The figure that shares most characters with a span."""
    shared = {f: min(f.end, span[1]) - max(f.start, span[0]) for f in figures}
    found = max(figures, key=lambda f: shared[f], default=None)
    return found if found and shared[found] > 0 else None
