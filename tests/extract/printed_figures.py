"""The figures of a text without a parse: what is printed, and nothing that a tree would tell."""

from __future__ import annotations

import spacy

from extract.figures import find_figures
from extract.times import find_periods
from extract.types import Figure

BLANK = spacy.blank("en")


def figures(text: str) -> list[Figure]:
    """The figures of a text, in order."""
    doc = BLANK(text)
    return list(find_figures(doc, [0] * len(doc), {}, find_periods(doc, None)))
