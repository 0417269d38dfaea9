"""Windows: stretches of a passage that fit the encoder, and the batches made of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.parsing.wordpieces import BREAKS, CLS, SEP, WordPieces, feature
from extract.training.passages import Passage, bits

Array = NDArray[np.int64]
LONGEST = 224  # pieces of a window, [CLS] and [SEP] counted; longer single sentences are left out
BUDGETS = (40, 96, 128, 160, 200)  # pieces of a window, drawn anew for each, so that any length is met
NO_LABEL = -1


@dataclass(frozen=True, slots=True)
class Scheme:
    """The closed sets of the syntax labels, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deps: tuple[str, ...]


@dataclass(slots=True)
class Window:
    """Words first to end of a passage."""

    passage: Passage
    first: int
    end: int
    pieces: int


def boundaries(passage: Passage) -> list[int]:
    """Indices where a window may begin: sentence starts, or words after a full stop where these are unknown."""
    if passage.starts:
        return [i for i, start in enumerate(passage.starts) if start]
    stops = {".", "?", "!"}
    return [0, *(i + 1 for i, word in enumerate(passage.words[:-1]) if word in stops)]


def cut(passage: Passage, sizes: list[int], rng: random.Random) -> Iterator[Window]:
    """The passage as windows of whole sentences, their lengths drawn from BUDGETS."""
    edges = [*boundaries(passage), len(passage.words)]
    first, held, budget = 0, 2, rng.choice(BUDGETS)
    for begin, end in pairwise(edges):
        size = sum(sizes[begin:end])
        if held > 2 and held + size > budget:
            yield Window(passage, first, begin, held)
            first, held, budget = begin, 2, rng.choice(BUDGETS)
        held += size
    if held > 2:
        yield Window(passage, first, edges[-1], held)


Pool = dict[tuple[int, int], list[list[str]]]  # names by the bits of their first word and their length in words
SWAPPABLE = frozenset(bits(label, "B") for label in ("PERSON", "ORG", "PLACE"))


def name_spans(masks: list[int]) -> Iterator[tuple[int, int]]:
    """First and end of the names that have one of the SWAPPABLE labels for certain."""
    first = -1
    for i, mask in enumerate([*masks, 0]):
        if first >= 0 and mask != masks[first] << 1:  # I- stands one bit above its B-
            yield first, i
            first = -1
        if mask in SWAPPABLE:
            first = i


def name_pool(passages: list[Passage]) -> Pool:
    """All capitalised names of the corpora, once for each time they occur."""
    found: Pool = {}
    for passage in passages:
        for first, end in name_spans(passage.names):
            name = passage.words[first:end]
            if any(word[:1].isupper() for word in name):
                found.setdefault((passage.names[first], end - first), []).append(name)
    return found


def ends_in_mark(p: Passage, first: int, end: int) -> bool:
    """Whether the last word is an end mark that can go without leaving a word without its head."""
    last = end - 1
    marked = end - first > 3 and bool(p.upos) and p.upos[last] == "PUNCT" and p.words[last] in ".!?"
    return marked and last not in p.heads[first:last]


class Batcher:
    """Cuts passages and packs the windows into batches of about `pieces` word pieces of like lengths."""

    def __init__(self, passages: list[Passage], pieces: WordPieces, scheme: Scheme, corpora: tuple[str, ...], seed: int,
                 pool: Pool | None = None):  # fmt: skip
        self.pool = pool or {}
        self.passages, self.pieces, self.scheme = passages, pieces, scheme
        self.sizes = [[len(pieces(word)[0]) for word in p.words] for p in passages]
        self.corpora = {name: i for i, name in enumerate(corpora)}
        self.labels = [{label: i for i, label in enumerate(part)} for part in (scheme.upos, scheme.xpos, scheme.deps)]
        self.seed = seed

    def epoch(self, number: int, size: int) -> list[list[Window]]:
        """Batches of one pass, in an order that the seed and the number fix."""
        rng = random.Random(f"{self.seed}-{number}")
        windows = [w for p, s in zip(self.passages, self.sizes, strict=True) for w in cut(p, s, rng)]
        windows = [w for w in windows if w.pieces <= LONGEST]
        rng.shuffle(windows)
        batches: list[list[Window]] = []
        for i in range(0, len(windows), 256):
            near = sorted(windows[i : i + 256], key=lambda w: w.pieces)
            batch: list[Window] = []
            for window in near:
                if batch and window.pieces * (len(batch) + 1) > size:
                    batches.append(batch)
                    batch = []
                batch.append(window)
            batches.append(batch)
        rng.shuffle(batches)
        return batches

    def arrays(self, windows: list[Window], rng: random.Random, swapped: float = 0.0) -> dict[str, Array]:
        """The network's inputs and targets of one batch, with noise: case lost, final marks dropped, lines wrapped.

        :param swapped: share of the names that are replaced by others of their label and length.
        """
        rows = [self.noisy(window, rng, swapped) for window in windows]
        words = max(len(row["first"]) for row in rows)
        pieces = max(len(row["ids"]) for row in rows)
        fill = {"ids": 0, "features": 0, "first": 0, "last": 0, "names": 0}
        return {
            name: np.array(
                [
                    row[name]
                    + [fill.get(name, NO_LABEL)] * ((pieces if name in ("ids", "features") else words) - len(row[name]))
                    for row in rows
                ],
                dtype=np.int64,
            )
            for name in rows[0]
            if name != "corpus"
        } | {"corpus": np.array([row["corpus"][0] for row in rows], dtype=np.int64)}

    def swap(self, words: list[str], masks: list[int], rng: random.Random, share: float) -> list[str]:
        """The words of a window with some of its names replaced; the tree and the tags stay as they are."""
        found = list(words)
        for first, end in name_spans(masks):
            others = self.pool.get((masks[first], end - first))
            if others and rng.random() < share:
                found[first:end] = rng.choice(others)
        return found

    def noisy(self, window: Window, rng: random.Random, swapped: float) -> dict[str, list[int]]:
        """One window's rows."""
        p, first, end = window.passage, window.first, window.end
        if rng.random() < 0.08 and ends_in_mark(p, first, end):
            end -= 1
        case = rng.random()
        line = rng.random() < 0.3  # paragraphs parted by a line end instead of a blank line
        wrapped = rng.randint(8, 16) if rng.random() < 0.1 else 0
        words = p.words[first:end]
        if swapped:
            words = self.swap(words, p.names[first:end], rng, swapped)
        row: dict[str, list[int]] = {"ids": [CLS], "features": [0], "first": [], "last": []}
        for i in range(first, end):
            ids, shape_class = self.pieces(words[i - first])
            if case < 0.04 and shape_class in (1, 2, 3, 4):
                shape_class = 0
            elif case > 0.97 and shape_class in (0, 1, 3, 4):
                shape_class = 2
            kind = 1 if p.breaks[i] == 2 and line else p.breaks[i]
            if wrapped and not kind and (i - first) % wrapped == wrapped - 1:
                kind = BREAKS.index("line")
            row["first"].append(len(row["ids"]))
            row["ids"] += ids
            row["features"] += [feature(shape_class, kind)] * len(ids)
            row["last"].append(len(row["ids"]) - 1)
        row["ids"].append(SEP)
        row["features"].append(0)
        return row | self.targets(p, first, end)

    def targets(self, p: Passage, first: int, end: int) -> dict[str, list[int]]:
        """What the network should say of the words from first to end."""
        none = [NO_LABEL] * (end - first)
        upos, xpos, deps = self.labels
        return {
            "starts": [int(s) for s in p.starts[first:end]] or none,
            "upos": [upos.get(t, NO_LABEL) for t in p.upos[first:end]] or none,
            "xpos": [xpos.get(t, NO_LABEL) for t in p.xpos[first:end]] or none,
            "heads": [h - first for h in p.heads[first:end]] or none,
            "deps": [deps.get(d, NO_LABEL) for d in p.deps[first:end]] or none,
            "names": p.names[first:end],
            "corpus": [self.corpora[p.corpus]],
        }
