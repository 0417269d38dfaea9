"""Which of the periods of a sentence a figure belongs to: the nearest in the tree that shares its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from extract.types import Period

_BARRIERS = frozenset(("ccomp", "parataxis", "acl:relcl", "advcl", "advcl:relcl"))
_MAX_STEPS = 10


def governing_period(token: Token, periods: Sequence[Period]) -> Period | None:
    """The period that says when a figure at `token` holds, or `None`."""
    sent = token.sent
    at = bisect_left(periods, sent.start_char, key=lambda p: p.start)
    path = _path(token)
    best: tuple[int, int, Period] | None = None
    while at < len(periods) and periods[at].start < sent.end_char:
        period = periods[at]
        at += 1
        span = token.doc.char_span(period.start, period.end, alignment_mode="expand")
        if span is None or span.start <= token.i < span.end:
            continue
        steps = _distance(path, span.root)
        ranked = (
            (steps, abs(period.start - token.idx) + (0 if period.start > token.idx else 1))
            if steps is not None
            else None
        )
        if ranked is not None and (best is None or ranked < best[:2]):
            best = (*ranked, period)
    return best[2] if best else None


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
