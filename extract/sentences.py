"""Sentences of a Doc, trimmed of white space, and the paragraph each stands in."""

from __future__ import annotations

import re

from spacy.attrs import IDX, IS_SPACE, LENGTH, SENT_START
from spacy.tokens import Doc

from extract.types import Sentence

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*|\r(?!\n)\s*\r\s*|\u2029\s*")


def sentence_numbers(doc: Doc) -> list[int]:
    """For every token the number of its sentence; white space belongs to the sentence before it."""
    numbers, number, worded, pending = [], 0, False, False
    for start, space in doc.to_array([SENT_START, IS_SPACE]).tolist() if len(doc) else ():
        pending = pending or start == 1
        if not space:
            number += pending and worded
            worded, pending = True, False
        numbers.append(number)
    return numbers


def find_sentences(doc: Doc, numbers: list[int] | None = None) -> list[Sentence]:
    """The sentences in text order; together they hold every character that is not white space."""
    text = doc.text
    numbers = sentence_numbers(doc) if numbers is None else numbers
    bounds: list[list[int]] = []
    table = doc.to_array([IDX, LENGTH, IS_SPACE]).tolist() if len(doc) else []
    for (start, length, space), number in zip(table, numbers, strict=True):
        if space:
            continue
        if number == len(bounds):
            bounds.append([start, start + length])
        bounds[number][1] = start + length
    breaks = [match.end() for match in PARAGRAPH.finditer(text)]
    found, paragraph = [], 0
    for start, end in bounds:
        while paragraph < len(breaks) and breaks[paragraph] <= start:
            paragraph += 1
        found.append(Sentence(start, end, text[start:end], paragraph))
    return found
