"""How sure an answer is: findings about the best sentence and its span, weighed into one number, then read as a share.

The raw number orders answers of different questions. `SHARES` turns it into the contract's score: the share of answers
with at least this raw number that were right, measured on questions that no weight was fitted on.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from kb.features import Asked, coverage, names_near, paragraph_coverage, title_coverage
from kb.retrieve import Evidence
from kb.span_features import Span

# Fitted by tests/bench/fit_answers.py on SQuAD questions, unanswerable ones too; logistic, target: F1 of at least 0.5.
WEIGHTS = {
    "none": -3.0,
    "coverage": 3.0,
    "context": 1.5,
    "names": 0.5,
    "margin": 0.3,
    "fit": 0.5,
    "span": 0.2,
}
# Least raw confidence of an answer. Below it the sources are said not to answer ("weak-evidence").
LEAST = -2.5
# (raw confidence, share right at that or more).
SHARES: Sequence[tuple[float, float]] = ((-9.0, 0.3), (0.0, 0.6), (2.0, 0.8))


def findings(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> dict[str, float]:
    """What speaks for the first evidence, by name; all 0 to 1 but for the margins and the span's score."""
    best = evidence[0].candidate
    following = evidence[1].score if len(evidence) > 1 else 0.0
    named = any(term.named for term in asked.question.terms)
    return {
        "none": 1.0,
        "coverage": coverage(best, asked),
        "context": paragraph_coverage(best, asked) + title_coverage(best, asked),
        "names": names_near(best, asked) if named else 1.0,
        "margin": math.log1p(max(evidence[0].score - following, 0.0)),
        "fit": best.fits,
        "span": span.score if span else 0.0,
    }


def raw_confidence(asked: Asked, evidence: Sequence[Evidence], span: Span | None) -> float:
    """One number that orders answers; higher is surer."""
    return sum(WEIGHTS[name] * value for name, value in findings(asked, evidence, span).items())


def share_right(raw: float) -> float:
    """The share of answers at least this sure that were right, 0 to 1; linear between the measured points."""
    place = bisect_right([point for point, _ in SHARES], raw)
    if place == 0:
        return SHARES[0][1]
    if place == len(SHARES):
        return SHARES[-1][1]
    (low, low_share), (high, high_share) = SHARES[place - 1], SHARES[place]
    return low_share + (high_share - low_share) * (raw - low) / (high - low)
