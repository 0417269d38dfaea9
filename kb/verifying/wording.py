"""Quoted words against a text, to the character: the same wording, or the nearest with every difference. Pure.

Typographic marks are read as their plain forms, one character for one, and any white space as a space. Left to the
house: the marks at either end, and a capital at the start. What a draft leaves out under "…" or puts in brackets is
taken as marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

PLAIN = str.maketrans("“”„«»‘’‚‐‑‒–—\u00a0\u202f\n\r\t", '"""""\'\'\'-----     ')
TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|[^\w\s]")
OMITTED = re.compile(r"\s*(?:\[[^\[\]]{0,80}\]|\(\s?\.\.\.\s?\)|\.\s?\.\s?\.(?:\s?\.)?|…)\s*")
EDGES = " ,.;:!?-'\""
FARTHEST = 600  # characters that "…" may stand for
MOST_TOKENS = 400  # of a quote that are aligned; the time grows with the product of both lengths
MARK = 0.2  # what a changed mark costs beside a changed word
LEFT, UP, BOTH = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Change:
    """Draft characters from `start` to `end` that the text has as those from `other_start` to `other_end`."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The stretch of a text nearest to a quote; offsets count in the text."""

    start: int
    end: int
    likeness: float  # 0-1: the share of the quote's words that it has, what it adds taken off
    changes: tuple[Change, ...]


def same_wording(quote: str, text: str) -> tuple[int, int] | None:
    """Where the text has the words of the quote, or None."""
    pieces = [piece for piece in (part.strip(EDGES) for part in OMITTED.split(quote.translate(PLAIN))) if piece]
    plain = text.translate(PLAIN)
    if not pieces or not any(letter.isalnum() for letter in pieces[0]):
        return None
    for first in _places(pieces[0], plain):
        end = _rest(pieces[1:], plain, first + len(pieces[0]))
        if end is not None:
            return first, end
    return None


def _places(piece: str, text: str) -> Iterator[int]:
    """Where a piece begins, its first letter in either case, at the borders of words."""
    words = r" +".join(map(re.escape, piece[1:].split(" ")))
    first = "|".join(re.escape(letter) for letter in dict.fromkeys((piece[0], piece[0].lower(), piece[0].upper())))
    return (match.start() for match in re.finditer(rf"(?<!\w)(?:{first}){words}(?!\w)", text))


def _rest(pieces: Sequence[str], text: str, end: int) -> int | None:
    for piece in pieces:
        at = next(_places(piece, text[end : end + FARTHEST + len(piece)]), None)
        if at is None:
            return None
        end += at + len(piece)
    return end


def nearest_wording(quote: str, text: str) -> Nearest | None:
    """The stretch of the text that takes the fewest changes to become the quote; None where either has no words."""
    mine, theirs = _tokens(quote.strip()), _tokens(text)
    while mine and not mine[-1][2][0].isalnum():
        mine.pop()
    while mine and not mine[0][2][0].isalnum():
        mine.pop(0)
    mine = mine[:MOST_TOKENS]
    if not mine or not theirs:
        return None
    offset = len(quote) - len(quote.lstrip())
    steps = _steps([t[2] for t in mine], [t[2] for t in theirs])
    matched = [j for _, j in steps if j is not None]
    if not any(i is not None and j is not None and mine[i][2] == theirs[j][2] for i, j in steps):
        return None
    cost = sum(_cost(mine[i][2] if i is not None else "", theirs[j][2] if j is not None else "") for i, j in steps)
    total = sum(_cost(token[2], "") for token in mine)
    changes = tuple(_changes(steps, mine, theirs, offset))
    return Nearest(theirs[matched[0]][0], theirs[matched[-1]][1], max(0.0, 1 - cost / total), changes)


def _tokens(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group().translate(PLAIN)) for m in TOKEN.finditer(text)]


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 1.0 if any(token[:1].isalnum() for token in (one, other)) else MARK


Step = tuple[int | None, int | None]


def _steps(mine: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    """The cheapest alignment of all of mine with a stretch of theirs: pairs of places, None for what has no partner."""
    width = len(theirs) + 1
    above = [0.0] * width
    ways: list[bytearray] = []
    for token in mine:
        row, way = [above[0] + _cost(token, "")], bytearray([UP])
        left_out = _cost(token, "")
        for j in range(1, width):
            other = theirs[j - 1]
            best, came = above[j - 1] + _cost(token, other), BOTH
            if above[j] + left_out < best:
                best, came = above[j] + left_out, UP
            added = row[j - 1] + _cost(other, "")
            if added < best or (added == best and token != other):
                best, came = added, LEFT
            row.append(best)
            way.append(came)
        above = row
        ways.append(way)
    return _traced(ways, min(range(width), key=lambda j: (above[j], -j)))


def _traced(ways: Sequence[bytearray], j: int) -> list[Step]:
    steps: list[Step] = []
    i = len(ways)
    while i:
        came = ways[i - 1][j]
        steps.append((i - 1 if came != LEFT else None, j - 1 if came != UP else None))
        i, j = i - (came != LEFT), j - (came != UP)
    return steps[::-1]


def _changes(
    steps: Sequence[Step], mine: Sequence[tuple[int, int, str]], theirs: Sequence[tuple[int, int, str]], offset: int
) -> Iterator[Change]:
    """The runs of steps that are no match, as characters of both."""
    after, other_after = 0, 0
    for same, group in groupby(steps, lambda step: _same(step, mine, theirs, step == steps[0])):
        run = list(group)
        own = [mine[i] for i, _ in run if i is not None]
        other = [theirs[j] for _, j in run if j is not None]
        if not same:
            yield Change(
                offset + (own[0][0] if own else after),
                offset + (own[-1][1] if own else after),
                other[0][0] if other else other_after,
                other[-1][1] if other else other_after,
            )
        after, other_after = own[-1][1] if own else after, other[-1][1] if other else other_after


def _same(
    step: Step, mine: Sequence[tuple[int, int, str]], theirs: Sequence[tuple[int, int, str]], first: bool
) -> bool:  # fmt: skip
    """Whether a step is the same word in both; of the first a capital is left to the house."""
    i, j = step
    if i is None or j is None:
        return False
    one, other = mine[i][2], theirs[j][2]
    return one == other or (first and one[1:] == other[1:] and one[0].lower() == other[0].lower())
