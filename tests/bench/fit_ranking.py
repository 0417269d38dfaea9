"""Fits the ranking before the reader's (kb/evidence/features.py) on SQuAD articles. Run by hand; minutes.

    python -m tests.bench.fit_ranking [--questions N]

All 33 articles in one base. The weights are fitted on the titles that the reader was trained on and printed beside those
in use, each for these titles, then for the seven kept out of all training (kb/training/held_out.py): hit@1, hit@5 and
hit@20, for twenty sentences go to the reader. The figure is hit@20 of the weights in use on the seven.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kb.evidence.features import FEATURES
from kb.ingest import ingest
from kb.questions import read_question
from kb.retrieve import retrieve
from kb.store import Store, open_store
from kb.training.held_out import SQUAD_TITLES
from tests.bench.reader import Asked, articles, holds

SEED = 7
STEPS = 400
AT = (1, 5, 20)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found for an answerable question: the features of each sentence, and which of them answer."""

    features: np.ndarray
    right: np.ndarray


def see(store: Store, asked: Asked) -> Seen | None:
    """Search and compare with the data; None when nothing was found."""
    found = retrieve(store, read_question(asked.text))
    if not found.evidence:
        return None
    return Seen(
        np.array([[row.finds(e.candidate, found.asked) for row in FEATURES] for e in found.evidence]),
        np.array([holds(asked, e.sentence) for e in found.evidence]),
    )


def fitted(seen: Sequence[Seen]) -> np.ndarray:
    """Weights that give the sentences that answer the most of a softmax over all sentences of a question."""
    rows = [s for s in seen if s.right.any() and not s.right.all()]
    features, right = np.concatenate([s.features for s in rows]), np.concatenate([s.right for s in rows])
    starts = np.cumsum([0, *(len(s.right) for s in rows)])[:-1]
    of = np.repeat(np.arange(len(rows)), [len(s.right) for s in rows])
    scale = features.std(0) + 1e-6
    features = features / scale
    weights, mean, spread = (np.zeros(features.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = features @ weights
        share = np.exp(score - np.maximum.reduceat(score, starts)[of])
        wanted = share * right
        share, wanted = (part / np.add.reduceat(part, starts)[of] for part in (share, wanted))
        slope = features.T @ (share - wanted) / len(rows) + 1e-3 * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights / scale


def report(name: str, seen: Sequence[Seen], weights: np.ndarray) -> float:
    """Print what these weights reach; return the last figure."""
    order = [s.right[np.argsort(-(s.features @ weights), kind="stable")] for s in seen]
    hits = {count: float(np.mean([row[:count].any() for row in order])) for count in AT}
    print(f"{name}: n {len(seen)}, " + ", ".join(f"hit@{count} {share:.3f}" for count, share in hits.items()))
    return hits[AT[-1]]


def main() -> None:
    """Read, ask, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=2000)
    given = parser.parse_args()
    documents, asked = articles(kept_out=False)
    asked = [question for question in asked if question.answers]
    chosen = random.Random(SEED).sample(asked, min(given.questions, len(asked)))
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        ingest(store, documents)
        seen = [(a.title in SQUAD_TITLES, found) for a in chosen if (found := see(store, a)) is not None]
    ours, others = ([found for is_out, found in seen if is_out is side] for side in (False, True))
    now, new = np.array([row.weight for row in FEATURES]), fitted(ours)
    for row, weight in zip(FEATURES, new, strict=True):
        print(f"    Feature({row.name}, {weight:.1f}),  # {row.weight}")
    report("fitted, fitted on", ours, new)
    report("fitted, kept out", others, new)
    report("in use, fitted on", ours, now)
    print(f"hit@20, in use, kept out: {report('in use, kept out', others, now):.4f}")


if __name__ == "__main__":
    main()
