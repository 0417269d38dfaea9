"""What the clause around a figure says: who or what it names, what is counted, what is done. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.rows import ClaimRow, FigureRow, MentionRow
from kb.comparing.likewise import deeds, likened
from kb.comparing.sides import EMPTY, NAMED, Side
from kb.words.terms import NUMBER_WORDS, is_stopword, plain, read_words

PARTS_OF_DAY = frozenset("early late morning afternoon evening night today yesterday overnight".split())
MARCH = "march"  # no month
RELATIVE = re.compile(r", (?:which|who|where|whose|and|but|while|after|before) |[;:]| – | — ")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one clause with a figure in it, as they are compared."""

    names: tuple[MentionRow, ...]
    counted: frozenset[str]  # classes of the words for what is measured or counted
    deeds: frozenset[str]  # classes of what is done, as far as they are known
    words: frozenset[str]  # classes of all its content words, names left out
    printed: frozenset[str]  # its words in lower case


def clause_of(side: Side, claims: Sequence[ClaimRow]) -> Clause:
    """The clause in which a figure stands.

    :param claims: those of its sentence; they tell how far the clause reaches.
    """
    figure = side.figure
    start, end = _bounds(figure, claims)
    whole, begin = figure.sentence.text, figure.sentence.start
    text = f"{whole[max(start, begin) - begin : figure.start - begin]} {whole[figure.end - begin : end - begin]}"
    names = tuple(m for m in side.names if start <= m.start and m.end <= end and m.label in NAMED)
    named = frozenset(word.root for name in names for word in read_words(name.surface))
    words = _content(text) - named
    if figure.kind in ("count", "other"):
        words |= _content(figure.unit) - named
    printed = frozenset(plain(word.surface) for word in read_words(text))
    return Clause(names, likened(_counted(figure) - named), deeds(words), likened(words), printed)


def _content(text: str) -> frozenset[str]:
    return frozenset(
        word.root
        for word in read_words(text)
        if not (
            is_stopword(word.surface) or word.surface[0].isdigit() or (word.root in EMPTY and word.surface != MARCH)
        )
        and plain(word.surface) not in NUMBER_WORDS | PARTS_OF_DAY
    )


def _counted(figure: FigureRow) -> frozenset[str]:
    """Of a count the things counted, else what is measured; "the number of people" is people."""
    unit = figure.unit if figure.kind in ("count", "other") else ""
    of = figure.of.surface if figure.of and figure.of.start >= figure.sentence.start else ""
    found = _content(f"{unit} {of}")
    if likened(found) or figure.subject is None:
        return found
    return _content(figure.subject.surface)


def _bounds(figure: FigureRow, claims: Sequence[ClaimRow]) -> tuple[int, int]:
    """Where the longest claim around the figure starts and ends that reports no other; else where commas stand."""
    around = [bounds for claim in claims if (bounds := _reach(claim)) and _holds(claim, figure)]
    inner = [(start, end) for start, end in around if not _reports(start, end, claims, figure)]
    if inner:
        return max(inner, key=lambda each: each[1] - each[0])
    return _between_marks(figure)


def _reach(claim: ClaimRow) -> tuple[int, int]:
    parts = [part for part in (claim.subject, claim.predicate, claim.object, *claim.arguments) if part]
    begin, end = claim.sentence.start, claim.sentence.end
    return max(begin, min(part.start for part in parts)), min(end, max(part.end for part in parts))


def _holds(claim: ClaimRow, figure: FigureRow) -> bool:
    parts = [part for part in (claim.subject, claim.object, *claim.arguments) if part]
    return any(part.start <= figure.start and figure.end <= part.end for part in parts)


def _reports(start: int, end: int, claims: Sequence[ClaimRow], figure: FigureRow) -> bool:
    """Whether another claim with the figure lies inside with its own subject: "X said that 12 people died"."""
    inside = (each for each in claims if _holds(each, figure) and start < each.subject.start and _reach(each)[1] <= end)
    return any(each.predicate.start > start for each in inside)


def _between_marks(figure: FigureRow) -> tuple[int, int]:
    text, begin = figure.sentence.text, figure.sentence.start
    at = figure.start - begin
    starts = [match.end() for match in RELATIVE.finditer(text, 0, at)]
    stop = RELATIVE.search(text, at)
    return begin + (starts[-1] if starts else 0), begin + (stop.start() if stop else len(text))
