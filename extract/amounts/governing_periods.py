"""Which of the periods of a sentence a figure belongs to: the nearest in the tree that shares its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.amounts.counted import number_root
from extract.syntax import Tree
from extract.types import Period

_BARRIERS = frozenset(("ccomp", "parataxis", "acl:relcl", "advcl", "advcl:relcl", "ROOT"))
_MAX_STEPS = 10
_REACH = 600  # characters before and after a figure in which its period is looked for


def governing_period(
    tree: Tree, token: int, sentence_of: Sequence[int], periods: Sequence[Period], period_starts: Sequence[int]
) -> Period | None:
    """The period that says when a figure at `token` holds, or `None`."""
    starts, offset, sentence = tree.starts, tree.starts[token], sentence_of[token]
    path: dict[int, int] | None = None
    best: tuple[int, int, Period] | None = None
    at = bisect_left(period_starts, offset - _REACH)
    while at < len(periods) and period_starts[at] < offset + _REACH:
        period = periods[at]
        at += 1
        first = bisect_left(starts, period.start + 1) - 1
        if first < 0 or sentence_of[first] != sentence:
            continue
        last = bisect_left(starts, period.end) - 1
        if first <= token <= last:
            continue
        if path is None:
            path = _path(tree, token)
        steps = _distance(tree, path, number_root(tree, first, last))
        gap = abs(period.start - offset) + (period.start < offset)
        if steps is not None and (best is None or (steps, gap) < best[:2]):
            best = (steps, gap, period)
    return best[2] if best else None


def _path(tree: Tree, token: int) -> dict[int, int]:
    """Token index -> steps, for a token and what it hangs on within its clause."""
    path = {token: 0}
    for steps in range(1, _MAX_STEPS):
        if tree.deps[token] in _BARRIERS:
            break
        token = tree.heads[token]
        path[token] = steps
    return path


def _distance(tree: Tree, path: dict[int, int], token: int) -> int | None:
    for steps in range(_MAX_STEPS):
        if token in path:
            return steps + path[token]
        if tree.deps[token] in _BARRIERS:
            return None
        token = tree.heads[token]
    return None
