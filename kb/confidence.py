"""How sure an answer is: findings about the best sentence and its span, weighed into one number that orders answers of
different questions, and read in SHARES as the share of such answers that were right.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kb.features import Asked, names_near, support
from kb.retrieve import Evidence
from kb.span_places import Span

# Logistic; fitted on 2,038 questions of 22 SQuAD articles, 796 of them unanswerable, and 174 off-topic ones; right: F1
# of the words at least 0.5.
WEIGHTS: Mapping[str, float] = {
    "none": -5.431,
    "support": 0.153,
    "margin": 0.201,
    "span": 0.2,
    "fit": 0.062,
    "search": 0.032,
    "names": 0.661,
}
SPAN_BOUNDS = (-5.0, 15.0)

# (raw number, share right of the answers with at least it): some 3,500 answers on all 33 articles, those refused left
# out; more than a third of them to unanswerable questions, never right. Falling number, falling share.
SHARES: Sequence[tuple[float, float]] = (
    (1.69, 0.844), (1.27, 0.772), (0.98, 0.734), (0.69, 0.704), (0.4, 0.664), (0.16, 0.606), (-0.18, 0.559),
    (-0.47, 0.51), (-0.74, 0.467), (-1.0, 0.437), (-1.28, 0.409), (-1.54, 0.382), (-1.89, 0.354), (-2.29, 0.336),
    (-3.08, 0.327),
)  # fmt: skip


def confidence(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """The share of answers at least as sure as this one that were right, 0 to 1."""
    return share_right(raw_number(asked, evidence, span))


def raw_number(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """One number that orders the answers of different questions; higher is surer."""
    return sum(WEIGHTS[name] * value for name, value in findings(asked, evidence, span).items())


def share_right(raw: float) -> float:
    """The share of answers with at least this raw number that were right; linear between the measured points."""
    points = [(point, share) for point, share in reversed(SHARES)]
    place = bisect_left([point for point, _ in points], raw)
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (low, low_share), (high, high_share) = points[place - 1], points[place]
    return low_share + (high_share - low_share) * (raw - low) / (high - low)


def findings(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> dict[str, float]:
    """What is known about the best sentence and its span, by name."""
    best = evidence[0]
    following = evidence[1].score if len(evidence) > 1 else 0.0
    least, most = SPAN_BOUNDS
    return {
        "none": 1.0,
        "support": support(best.candidate, asked),
        "margin": math.log1p(max(best.score - following, 0.0)),
        "span": min(max(span.score, least), most) if span else 0.0,
        "fit": best.candidate.fits,
        "search": asked.best_bm25,
        "names": names_near(best.candidate, asked) if asked.question.names else 1.0,
    }
