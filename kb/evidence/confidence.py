"""How sure an answer is, by the reader's logits, and what share of answers that sure were right.

A logit stands against that of "none of these sentences", and all candidates of a question shared one softmax in
training, so that it is comparable between questions. Of near misses of seven SQuAD articles 0.42 were refused by the
logit of the first sentence where a tenth of the answerable questions was, 0.44 by the log of the sum over all
sentences, 0.44 by the mean of both. A logistic sum with the reader's other logit, the margin to the next sentence, the
span's share and the findings of kb/evidence/features.py refused fewer, each article judged by weights from the others:
0.33 to 0.42.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from kb.retrieve import Evidence

# (logit, share right of the answers with at least it): 1,826 questions of the seven SQuAD articles that the reader was
# not trained on and that no rule refuses, more than half of them near misses, never right; right: F1 of the words at
# least 0.5. Falling number and share.
SHARES: Sequence[tuple[float, float]] = (
    (6.67, 0.838), (5.82, 0.814), (5.07, 0.814), (4.24, 0.789), (3.36, 0.742), (2.8, 0.699), (2.07, 0.641),
    (1.48, 0.601), (0.77, 0.549), (-0.18, 0.499), (-1.23, 0.454), (-2.17, 0.412), (-3.47, 0.38), (-5.61, 0.355),
    (-8.0, 0.345),
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
