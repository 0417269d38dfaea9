"""Fits how sure an answer is (kb/evidence/confidence.py) on the articles kept out of the reader's training. Run by hand; minutes.

    python -m tests.bench.fit_confidence [--sample N] [--off N]

The seven articles of kb.training.held_out in one base; their questions, answerable and near misses, and off-topic ones,
whose own article is left out of what was found. For each number that may say how sure an answer is: what is refused of
near misses and off-topic questions where a tenth of the answerable ones is, and where that threshold lies. Beside them a
logistic sum of all, each article judged by weights from the other six. Then the shares right by how sure kb.ask is, to
be put into kb/evidence/confidence.py, and the calibration error of such shares, each article by those of the other six. The
figure is the share of near misses refused by how sure kb.ask is.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kb.asking import readings_of
from kb.evidence.confidence import sureness
from kb.evidence.features import support
from kb.evidence.judging import judged
from kb.evidence.reading import without_echoes
from kb.evidence.refusals import Case, doubt
from kb.ingest import ingest
from kb.kinds import understand
from kb.retrieve import Retrieved, retrieve
from kb.store import Store, open_store
from tests.bench.reader import Asked, articles, f1

FALSE_REFUSALS = 0.1
RIGHT = 0.5  # F1 of the words from which an answer counts as right
RIDGE = 1e-3
LARGE_MARGIN = 20.0
NEVER = 50.0  # a doubt that is endless
PARTS = (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with the findings about its first answer."""

    title: str
    sort: str  # "known", "near" or "off"
    findings: dict[str, float]
    right: bool


def see(store: Store, asked: Asked, *, off: bool) -> Seen | None:
    """Ask as kb.ask does, and refuse nothing."""
    understood = understand(store, asked.text)
    found = retrieve(store, understood.question)
    if off:
        kept = tuple(e for e in found.evidence if e.sentence.document != asked.title)
        found = replace(found, evidence=kept)
    if not found.evidence:
        return None
    found = without_echoes(judged(store, found))
    best = readings_of(store, found, 1)[0].best
    words = max((f1(best.surface if best else "", gold) for gold in asked.answers), default=0.0)
    sort = "off" if off else "known" if asked.answers else "near"
    doubted = min(doubt(Case(found, best, understood.unknown, None)), NEVER)
    return Seen(asked.title, sort, findings(found, doubted), not off and words >= RIGHT)


def findings(found: Retrieved, doubted: float) -> dict[str, float]:
    """What may say how sure the first sentence is."""
    best, verdict = found.evidence[0], found.evidence[0].verdict
    assert verdict is not None, "the best sentence was read"
    margin = best.score - found.evidence[1].score if len(found.evidence) > 1 else LARGE_MARGIN
    return {
        "none": 1.0,
        "sureness": sureness(found.evidence) - doubted,
        "undoubted": sureness(found.evidence),
        "relevance": verdict.score,
        "answered": -verdict.null,
        "sure": math.log(max(verdict.sure, 1e-3)),
        "margin": math.log1p(min(margin, LARGE_MARGIN)),
        "support": support(best.candidate, found.asked),
    }


def matrix(seen: Sequence[Seen], names: Sequence[str]) -> np.ndarray:
    return np.array([[s.findings[name] for name in names] for s in seen])


def fitted(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic sum, by Newton's method."""
    scale = np.abs(features).max(0) + 1e-9
    x, weights = features / scale, np.zeros(features.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - share) / len(x) - RIDGE * weights
        bend = (x * (share * (1 - share))[:, None]).T @ x / len(x) + RIDGE * np.eye(x.shape[1])
        weights += np.linalg.solve(bend, slope)
    return weights / scale


def shares(raw: np.ndarray, right: np.ndarray) -> list[tuple[float, float]]:
    """Points of the raw number with the share right of the answers with at least it, falling."""
    order = np.argsort(-raw)
    sharing = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    falling = np.maximum.accumulate(sharing[::-1])[::-1]
    places = [min(int(part * len(order)), len(order) - 1) for part in PARTS]
    return [(round(float(raw[order[p]]), 2), round(float(falling[p]), 3)) for p in places]


def report(name: str, raw: np.ndarray, seen: Sequence[Seen]) -> float:
    """Print what is refused at a tenth of false refusals; return the share of near misses."""
    by = {sort: raw[[s.sort == sort for s in seen]] for sort in ("known", "near", "off")}
    cut = np.sort(by["known"])[int(FALSE_REFUSALS * len(by["known"]))]
    refused = {sort: float(np.mean(by[sort] < cut)) for sort in ("near", "off")}
    print(f"{name}: near misses refused {refused['near']:.3f}, off-topic {refused['off']:.3f}, at {cut:.2f}")
    return refused["near"]


def calibration_error(seen: Sequence[Seen], sure: np.ndarray, right: np.ndarray) -> float:
    """Mean difference between a score and the share right of the answers with at least it, over ten equal parts."""
    inside = np.array([s.sort != "off" for s in seen]) & (sure > -NEVER / 2)
    titles = np.array([s.title for s in seen])
    score = np.zeros(len(seen))
    for title in set(titles):
        points = shares(sure[inside & (titles != title)], right[inside & (titles != title)])[::-1]
        mine = titles == title
        score[mine] = np.interp(sure[mine], [p[0] for p in points], [p[1] for p in points])
    order = np.argsort(-score[inside])
    told, sharing = score[inside][order], np.cumsum(right[inside][order]) / np.arange(1, len(order) + 1)
    ends = [part[-1] for part in np.array_split(np.arange(len(order)), 10)]
    return float(np.mean([abs(told[end] - sharing[end]) for end in ends]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, help="questions of the articles")
    parser.add_argument("--off", type=int, default=400, help="off-topic questions")
    given = parser.parse_args()
    documents, asked = articles()
    asked = random.Random(1).sample(asked, min(given.sample or len(asked), len(asked)))
    off = [question for question in asked if question.answers][: given.off]
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        ingest(store, documents)
        found = [see(store, question, off=False) for question in asked]
        found += [see(store, question, off=True) for question in off]
    seen = [each for each in found if each is not None]
    names = list(seen[0].findings)
    features, right = matrix(seen, names), np.array([s.right for s in seen], dtype=float)
    apart = np.zeros(len(seen))
    for title in {s.title for s in seen}:
        mine = np.array([s.title == title for s in seen])
        apart[mine] = features[mine] @ fitted(features[~mine], right[~mine])
    for place, name in enumerate(names):
        report(f"by {name} alone", features[:, place], seen)
    known = [s.right for s in seen if s.sort == "known"]
    print(f"{len(known)} answerable, right {np.mean(known):.3f}")
    report("logistic, each article apart", apart, seen)
    sure = features[:, names.index("sureness")]
    inside = np.array([s.sort != "off" for s in seen]) & (sure > -NEVER / 2)
    print(shares(sure[inside], right[inside]))
    print(f"calibration error, each article apart: {calibration_error(seen, sure, right):.3f}")
    print(f"near misses refused: {report('by sureness', sure, seen):.4f}")


if __name__ == "__main__":
    main()
