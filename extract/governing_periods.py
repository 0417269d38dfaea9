"""Which of the periods of a sentence a figure belongs to: the nearest in the tree that shares its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extract.types import Period

_BARRIERS = frozenset(("ccomp", "parataxis", "acl:relcl", "advcl", "advcl:relcl"))
_MAX_STEPS = 10
_REACH = 600  # characters before and after a figure in which its period is looked for


def governing_period(
    token: Token, sentence_of: Sequence[int], starts: Sequence[int], periods: Sequence[Period]
) -> Period | None:
    """The period that says when a figure at `token` holds, or `None`.

    :param starts: where each token of the text starts
    """
    doc, path = token.doc, _path(token)
    best: tuple[int, int, Period] | None = None
    at = bisect_left(periods, token.idx - _REACH, key=lambda period: period.start)
    while at < len(periods) and periods[at].start < token.idx + _REACH:
        period = periods[at]
        at += 1
        first, last = bisect_left(starts, period.start + 1) - 1, bisect_left(starts, period.end) - 1
        if first < 0 or sentence_of[first] != sentence_of[token.i] or first <= token.i <= last:
            continue
        steps = _distance(path, _root(doc, first, last))
        gap = abs(period.start - token.idx) + (period.start < token.idx)
        if steps is not None and (best is None or (steps, gap) < best[:2]):
            best = (steps, gap, period)
    return best[2] if best else None


def _root(doc: Doc, first: int, last: int) -> Token:
    return next((token for token in doc[first : last + 1] if not first <= token.head.i <= last), doc[last])


def _path(token: Token) -> dict[int, int]:
    """Token index -> steps, for a token and what it hangs on within its clause."""
    path = {token.i: 0}
    for steps in range(1, _MAX_STEPS):
        if token.dep_ in _BARRIERS or token.dep_ == "ROOT":
            break
        token = token.head
        path[token.i] = steps
    return path


def _distance(path: dict[int, int], token: Token) -> int | None:
    for steps in range(_MAX_STEPS):
        if token.i in path:
            return steps + path[token.i]
        if token.dep_ in _BARRIERS or token.dep_ == "ROOT":
            return None
        token = token.head
    return None
