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

# (raw number, share right of the answers with at least it): 2,573 answers on all 33 articles, after what is refused was
# left out; a third of them to unanswerable questions, never right. On the 803 of the 11 articles that no weight was
# fitted on, the share differs from the score by 0.014 on average. Falling number, falling share.
SHARES: Sequence[tuple[float, float]] = (
    (1.46, 0.857), (1.04, 0.796), (0.71, 0.776), (0.37, 0.748), (0.11, 0.672), (-0.12, 0.627), (-0.42, 0.574),
    (-0.7, 0.513), (-0.94, 0.474), (-1.19, 0.441), (-1.43, 0.416), (-1.67, 0.391), (-2.02, 0.367), (-2.38, 0.35),
    (-3.09, 0.34),
)  # fmt: skip


def confidence(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """The share of answers at least as sure as this one that were right, 0 to 1."""
    return share_right(raw_number(asked, evidence, span))


def raw_number(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """One number that orders the answers of different questions; higher is surer."""
    return sum(WEIGHTS[name] * value for name, value in _findings(asked, evidence, span).items())


def share_right(raw: float) -> float:
    """The share of answers with at least this raw number that were right; linear between the measured points."""
    points = [(point, share) for point, share in reversed(SHARES)]
    place = bisect_left([point for point, _ in points], raw)
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (low, low_share), (high, high_share) = points[place - 1], points[place]
    return low_share + (high_share - low_share) * (raw - low) / (high - low)


def _findings(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> dict[str, float]:
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
