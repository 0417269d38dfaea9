"""What our figures measure and of whom, beside labels made blind (tests/gold/figures.jsonl).

A labelled figure is met by the one of ours that shares most of its characters. `of` is right when it is one of the
labelled phrases (leading articles aside) or has the labelled head word as its own head; `subject` likewise, by the head of
any labelled phrase, its first or another wording. No answer is right where the label has none or allows none. A figure
that we do not find has both wrong.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extract.pipeline import read
from extract.types import Document, Figure, Phrase
from tests.bench.measeval import best
from tests.bench.quotes import GOLD, texts
from tests.bench.table import Row, share
from tests.gold.make_redocred_texts import redocred_documents, redocred_text

ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.I)
GOALS = {"of": 0.80, "subject": 0.75}
Label = dict


def labels() -> dict[str, list[Label]]:
    """Labels by document."""
    found: dict[str, list[Label]] = {}
    for line in (GOLD / "figures.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        found.setdefault(label["document"], []).append(label)
    return found


def documents(shared: Path, names: list[str]) -> dict[str, str]:
    """Texts of the labelled documents."""
    news, redocred = texts(shared, "news"), redocred_documents()
    return {n: news[n] if n in news else redocred_text(redocred[int(n.rsplit("-", 1)[1])]) for n in names}


def right(doc: Doc, phrase: Phrase | None, label: Label, field: str) -> bool:
    """Whether our phrase is the labelled one."""
    wanted = [tuple(span) for span in label[field]]
    if phrase is None:
        return not wanted or field in label.get("none_ok", ())
    if not wanted:
        return False
    said = {plain(doc.text[a:b]) for a, b in wanted}
    ours = head(doc, phrase.start, phrase.end)
    heads = [tuple(label[f"{field}_head"])] + [head(doc, a, b) for a, b in wanted]
    return plain(phrase.surface) in said or any(ours[0] < b and a < ours[1] for a, b in heads)


def plain(text: str) -> str:
    """Lower case, without leading articles and possessive pronouns."""
    return ARTICLE.sub("", text.lower()).strip()


def head(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Where the head word of a phrase stands; of a name, its last word."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None
    root = span.root
    while (flat := [c for c in root.children if c.dep_.startswith("flat") and c.i < span.end]) and flat[-1].i > root.i:
        root = flat[-1]
    return root.idx, root.idx + len(root)


def judged(shared: Path, nlp: Language) -> list[tuple[str, Doc, Label, Figure | None, dict[str, bool]]]:
    """Each label with our figure and what is right of it."""
    given = labels()
    found = []
    for name, text in documents(shared, list(given)).items():
        doc = nlp(text)
        figures = read(Document(name, text, name, "0" * 64), doc).figures
        for label in given[name]:
            figure = best(figures, (label["start"], label["end"]))
            marks = {"found": figure is not None and valued(figure, label)}
            for field in GOALS:
                marks[field] = figure is not None and right(doc, getattr(figure, field), label, field)
            found.append((name, doc, label, figure, marks))
    return found


def valued(figure: Figure, label: Label) -> bool:
    """Whether our figure has the labelled value, and upper end."""
    ours, gold = (figure.value, figure.value_high), (label["value"], label.get("value_high"))
    return all(a == b or (a and b and math.isclose(a, b, rel_tol=1e-6)) for a, b in zip(ours, gold, strict=True))


def rows(shared: Path, nlp: Language, *, misses: bool = False) -> list[Row]:
    """Shares of labelled figures found, with the right head measured, with the right subject."""
    found = judged(shared, nlp)
    table = []
    for field, goal in {"found": None, **GOALS}.items():
        marks = [mark[field] for *_, mark in found]
        parts = {
            part: [m[field] for n, *_, m in found if n.startswith(part)] for part in ("GUM", "redocred")
        }  # fmt: skip
        note = ", ".join(f"{part} {share(sum(ms), len(ms)):.3f}" for part, ms in parts.items())
        name = {
            "found": "figures found, with value",
            "of": "figures `of` head right",
            "subject": "figures `subject` right",
        }[field]
        table.append(Row(name, share(sum(marks), len(marks)), goal=goal, size=len(marks), note=note))
    if misses:
        for name, doc, label, figure, marks in found:
            for field in GOALS:
                if not marks[field]:
                    show_miss(name, doc, label, figure, field)
    return table


def show_miss(name: str, doc: Doc, label: Label, figure: Figure | None, field: str) -> None:
    """Print a label, ours and the words around."""
    phrase = figure and getattr(figure, field)
    said = [doc.text[a:b] for a, b in label[field]]
    around = doc.text[max(0, label["start"] - 90) : label["end"] + 60].replace("\n", " ")
    print(
        f"{field:8}{name}: {doc.text[label['start'] : label['end']]!r} gold {said} ours {phrase and phrase.surface!r} | {around}"
    )
