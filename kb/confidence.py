"""How sure an answer is: findings about the best sentence and its span, weighed into one number that orders answers of
different questions, and read in SHARES as the share of such answers that were right.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kb.features import Asked, names_near, support
from kb.retrieve import Evidence
from kb.span_features import Span

# Logistic; fitted on 2,038 questions of 22 SQuAD articles, 796 of them unanswerable, and 174 off-topic ones; right: F1
# of the words at least 0.5.
WEIGHTS: Mapping[str, float] = {
    "none": -5.357,
    "support": 0.152,
    "margin": 0.197,
    "span": 0.185,
    "fit": 0.131,
    "search": 0.032,
    "names": 0.611,
}
SPAN_BOUNDS = (-5.0, 15.0)

# (raw number, share right of the 2,701 answers with at least it, unanswerable questions among them, which are never
# right): measured on all 33 articles after what is refused was left out. Falling raw number, falling share.
SHARES: Sequence[tuple[float, float]] = (
    (1.32, 0.848), (0.91, 0.783), (0.52, 0.758), (0.21, 0.708), (-0.06, 0.634), (-0.24, 0.582), (-0.54, 0.528),
    (-0.79, 0.472), (-1.02, 0.437), (-1.26, 0.403), (-1.47, 0.377), (-1.7, 0.358), (-2.01, 0.337), (-2.34, 0.321),
    (-3.14, 0.313),
)  # fmt: skip


def confidence(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """The share of answers at least as sure as this one that were right, 0 to 1."""
    return share_right(sum(WEIGHTS[name] * value for name, value in _findings(asked, evidence, span).items()))


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
