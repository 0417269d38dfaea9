"""Other values that other documents give for the same thing. Pure.

First version: a figure of the same kind and unit as the answer's, measuring what is called the same, of another value,
in another document. Nothing is said of which is right. Limits: periods and units are compared as printed only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.reading import Reading
from kb.rows import FigureRow, PhraseRow
from kb.span_places import Span
from kb.terms import is_stopword, read_words

NEARLY = 0.02  # values closer than this share of the larger are one value, rounded differently


def other_values(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Span]]:
    """Readings of other documents whose figures differ from the first reading's answer, with those figures."""
    answer = _figure(readings[0], readings[0].best) if readings else None
    if answer is None:
        return
    for reading in readings[1:]:
        for span in reading.spans:
            figure = _figure(reading, span)
            if figure is not None and _differs(answer, figure):
                yield reading, span
                break


def _figure(reading: Reading, span: Span | None) -> FigureRow | None:
    if span is None or span.origin != "figure":
        return None
    figures = reading.evidence.findings.figures
    return next((f for f in figures if f.start < span.end and span.start < f.end), None)


def _differs(one: FigureRow, other: FigureRow) -> bool:
    elsewhere = one.sentence.document != other.sentence.document
    comparable = (one.kind, one.unit, one.per, one.change) == (other.kind, other.unit, other.per, other.change)
    apart = abs(one.value - other.value) > NEARLY * max(abs(one.value), abs(other.value))
    return elsewhere and comparable and apart and _same(one.of, other.of) and _same(one.subject, other.subject)


def _same(one: PhraseRow | None, other: PhraseRow | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return bool(_stems(one) & _stems(other))


def _stems(phrase: PhraseRow) -> set[str]:
    return {word.stem for word in read_words(phrase.surface) if not is_stopword(word.surface)}
