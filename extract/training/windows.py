"""Windows: stretches of a passage that fit the encoder, and the batches made of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.training.passages import Passage
from extract.wordpieces import BREAKS, CLS, SEP, WordPieces, feature

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
    for begin, end in zip(edges, edges[1:], strict=False):
        size = sum(sizes[begin:end])
        if held > 2 and held + size > budget:
            yield Window(passage, first, begin, held)
            first, held, budget = begin, 2, rng.choice(BUDGETS)
        held += size
    if held > 2:
        yield Window(passage, first, edges[-1], held)


class Batcher:
    """Cuts passages and packs the windows into batches of about `pieces` word pieces of like lengths."""

    def __init__(self, passages: list[Passage], pieces: WordPieces, scheme: Scheme, corpora: tuple[str, ...], seed: int):
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

    def arrays(self, windows: list[Window], rng: random.Random) -> dict[str, Array]:
        """The network's inputs and targets of one batch, with noise: case lost, final marks dropped, lines wrapped."""
        rows = [self.noisy(window, rng) for window in windows]
        words = max(len(row["first"]) for row in rows)
        pieces = max(len(row["ids"]) for row in rows)
        fill = {"ids": 0, "features": 0, "first": 0, "last": 0, "names": 0}
        return {
            name: np.array([row[name] + [fill.get(name, NO_LABEL)] * ((pieces if name in ("ids", "features") else words)
                           - len(row[name])) for row in rows], dtype=np.int64)
            for name in rows[0]
            if name != "corpus"
        } | {"corpus": np.array([row["corpus"][0] for row in rows], dtype=np.int64)}

    def noisy(self, window: Window, rng: random.Random) -> dict[str, list[int]]:
        """One window's rows."""
        p, first, end = window.passage, window.first, window.end
        if p.upos and p.upos[end - 1] == "PUNCT" and end - first > 3 and p.words[end - 1] in ".!?" and rng.random() < 0.08:
            if end - 1 not in (p.heads[i] for i in range(first, end - 1)):
                end -= 1
        case = rng.random()
        line = rng.random() < 0.3  # paragraphs parted by a line end instead of a blank line
        wrapped = rng.randint(8, 16) if rng.random() < 0.1 else 0
        row: dict[str, list[int]] = {"ids": [CLS], "features": [0], "first": [], "last": []}
        for i in range(first, end):
            ids, shape_class = self.pieces(p.words[i])
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
