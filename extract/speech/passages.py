"""Marked text as tokens, and which of it lies where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.speech.marks import Marked, find_marked
from extract.syntax import Tree


@dataclass(frozen=True, slots=True)
class Passage:
    """Marked text as tokens: from `first` to `last`, both inclusive."""

    marked: Marked
    first: int
    last: int


class Passages:
    """All marked text of a tree, in text order."""

    def __init__(self, tree: Tree):
        self.all = list(find_passages(tree))
        self.starts = [p.first for p in self.all]

    def of(self, token: int) -> int | None:
        """The number of the passage that holds a token."""
        number = bisect_right(self.starts, token) - 1
        return number if number >= 0 and token <= self.all[number].last else None

    def between(self, first: int, last: int) -> range:
        """The numbers of the passages that begin between these tokens, or hold the first."""
        holds = self.of(first)
        low = bisect_left(self.starts, first) if holds is None else holds
        return range(low, bisect_right(self.starts, last))


def find_passages(tree: Tree) -> Iterator[Passage]:
    """Marked text that holds tokens."""
    for marked in find_marked(tree.text):
        first, last = bisect_left(tree.starts, marked.start), bisect_left(tree.starts, marked.end) - 1
        while first <= last and tree.pos[first] == "SPACE":
            first += 1
        if first <= last and tree.ends[last] <= marked.outer_end:
            yield Passage(marked, first, last)
