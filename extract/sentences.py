"""Sentences of a Doc, trimmed of white space, and the paragraph each stands in."""

from __future__ import annotations

import re

from spacy.attrs import SENT_START
from spacy.tokens import Doc

from extract.types import Sentence

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*|\r(?!\n)\s*\r\s*|\u2029\s*")


def sentence_numbers(doc: Doc) -> list[int]:
    """For every token the number of its sentence; white space belongs to the sentence before it."""
    numbers, number, worded, pending = [], 0, False, False
    starts = doc.to_array(SENT_START).tolist() if len(doc) else []
    for token, start in zip(doc, starts, strict=True):
        pending = pending or start == 1
        if not token.is_space:
            number += pending and worded
            worded, pending = True, False
        numbers.append(number)
    return numbers


def find_sentences(doc: Doc, numbers: list[int] | None = None) -> list[Sentence]:
    """The sentences in text order; together they hold every character that is not white space."""
    text = doc.text
    numbers = sentence_numbers(doc) if numbers is None else numbers
    bounds: list[list[int]] = []
    for token, number in zip(doc, numbers, strict=True):
        if token.is_space:
            continue
        end = token.idx + len(token)
        if number == len(bounds):
            bounds.append([token.idx, end])
        bounds[number][1] = end
    breaks = [match.end() for match in PARAGRAPH.finditer(text)]
    found, paragraph = [], 0
    for start, end in bounds:
        while paragraph < len(breaks) and breaks[paragraph] <= start:
            paragraph += 1
        found.append(Sentence(start, end, text[start:end], paragraph))
    return found
