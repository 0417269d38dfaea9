"""Groups -> the arrays of a step: windows of like lengths together, targets beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from kb.evidence.reader_windows import PAD, Pieces, Window, candidate_window, covered
from kb.training.groups import Choice, Group

LONGEST_ANSWER = 40  # pieces
BLOCK = 16  # steps whose groups are drawn together, so that like lengths can be put together

Array = NDArray[np.int64]
Rows = list[tuple[Window, Choice, list[tuple[int, int]]]]  # of a group: each window with the pieces of its answers


@dataclass(frozen=True, slots=True)
class Batch:
    """The windows of some groups; all arrays but `spans` have a row for each window."""

    ids: Array  # [windows, pieces]
    features: Array  # [windows, pieces]
    sentence: Array  # [windows, 2]: first and end of the sentence's pieces
    group: Array  # [windows]: number of the group
    right: Array  # [windows]: 1 for a candidate that answers
    spans: Array  # [answers, 3]: window, first and last piece of an answer


class Batcher:
    """Packs groups, each drawn by its number, into batches of about the same cost, `groups` of them on average."""

    def __init__(self, draw: Callable[[int], Group], split: Callable[[str], Pieces], groups: int, seed: int) -> None:
        self._draw, self._split, self._groups, self._seed = draw, split, groups, seed
        self._block: tuple[int, list[Batch]] = (-1, [])

    def batch(self, step: int) -> Batch:
        """The batch of a step, the same however the run came to it."""
        block = step // BLOCK
        if self._block[0] != block:
            self._block = (block, self._batches(block))
        return self._block[1][step % len(self._block[1])]

    def _batches(self, block: int) -> list[Batch]:
        first = block * BLOCK * self._groups
        groups = [self._windows(self._draw(number)) for number in range(first, first + BLOCK * self._groups)]
        packs = packed([rows for rows in groups if rows])
        Random(f"{self._seed}-{block}").shuffle(packs)
        return [_arrays(pack) for pack in packs]

    def _windows(self, group: Group) -> Rows:
        asked = self._split(group.question)
        rows = []
        for choice in group.choices:
            made = candidate_window(asked, choice.candidate, self._split)
            if made.held:
                rows.append((made, choice, self._spans(made, choice)))
        return rows

    def _spans(self, made: Window, choice: Choice) -> list[tuple[int, int]]:
        pieces = self._split(choice.candidate.sentence)
        found = (covered(pieces, start, end) for start, end in choice.spans)
        held = {place for place in found if place and place[1] < made.held and place[1] - place[0] < LONGEST_ANSWER}
        return sorted((made.first + first, made.first + last) for first, last in held)


def packed(groups: Sequence[Rows]) -> list[list[Rows]]:
    """The groups in BLOCK packs or fewer of like lengths, each of about the same number of pieces."""
    longest = [max(len(window.ids) for window, _, _ in rows) for rows in groups]
    order = sorted(range(len(groups)), key=lambda i: longest[i])
    costs = [longest[i] * len(groups[i]) for i in order]
    packs: list[list[Rows]] = [[] for _ in range(BLOCK)]
    before = 0
    for i, cost in zip(order, costs, strict=True):
        packs[int((before + cost / 2) / sum(costs) * BLOCK)].append(groups[i])
        before += cost
    return [pack for pack in packs if pack]


def _arrays(pack: Sequence[Rows]) -> Batch:
    rows = [(number, *row) for number, group in enumerate(pack) for row in group]
    width = max(len(window.ids) for _, window, _, _ in rows)
    return Batch(
        ids=_padded([window.ids for _, window, _, _ in rows], width, PAD),
        features=_padded([window.features for _, window, _, _ in rows], width, 0),
        sentence=np.array([[w.first, w.first + w.held] for _, w, _, _ in rows], dtype=np.int64),
        group=np.array([number for number, _, _, _ in rows], dtype=np.int64),
        right=np.array([choice.right for _, _, choice, _ in rows], dtype=np.int64),
        spans=np.array(
            [(i, *span) for i, (_, _, _, spans) in enumerate(rows) for span in spans], dtype=np.int64
        ).reshape(-1, 3),
    )


def _padded(rows: Sequence[Sequence[int]], width: int, value: int) -> Array:
    return np.array([[*row, *[value] * (width - len(row))] for row in rows], dtype=np.int64)
