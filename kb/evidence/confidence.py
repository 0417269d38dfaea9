"""How sure an answer is, by the reader's logits, and what share of answers that sure were right.

A logit stands against that of "none of these sentences", and all candidates of a question shared one softmax in
training, so that it is comparable between questions. Of near misses of seven SQuAD articles, where a tenth of the
answerable questions was refused, the logit of the first sentence refused 0.36, its mean with the log of the sum over
all sentences 0.43 (with an earlier reader 0.42 and 0.44). A logistic sum with the reader's other logit, the margin to
the next sentence, the span's share and the findings of kb/evidence/features.py refused fewer, each article judged by
weights from the others: 0.33 to 0.42.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from kb.retrieve import Evidence

# (sureness, share right of the answers with at least it): 1,911 questions of the seven SQuAD articles that the reader
# was not trained on and that no rule refuses, more than half of them near misses, never right; right: F1 of the words
# at least 0.5. Falling number and share.
SHARES: Sequence[tuple[float, float]] = (
    (7.27, 0.905), (6.18, 0.835), (5.04, 0.819), (4.26, 0.759), (3.35, 0.739), (2.63, 0.701), (1.63, 0.642),
    (0.83, 0.601), (0.04, 0.544), (-0.99, 0.493), (-1.77, 0.453), (-2.7, 0.413), (-3.93, 0.381), (-5.43, 0.359),
    (-9.46, 0.351),
)  # fmt: skip


def sureness(evidence: Sequence[Evidence]) -> float:
    """The mean of two log odds, higher is surer: that the first sentence answers, and that any that was read does.

    Endlessly low where nothing was read.
    """
    logits = [each.verdict.score for each in evidence if each.verdict]
    first = evidence[0].verdict if evidence else None
    if first is None:
        return -math.inf
    most = max(logits)
    return (first.score + most + math.log(sum(math.exp(logit - most) for logit in logits))) / 2


def share_right(sure: float) -> float:
    """The share of answers with at least this logit that were right; linear between the measured points."""
    points = [(point, share) for point, share in reversed(SHARES)]
    place = bisect_left([point for point, _ in points], sure)
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (low, low_share), (high, high_share) = points[place - 1], points[place]
    return low_share + (high_share - low_share) * (sure - low) / (high - low)
