"""Which of several things is meant: a log-linear model over named features."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from extract.reference.anchors import Thing
from extract.reference.weights import weights

Option = tuple[Thing | None, dict[str, float]]  # what may be meant, None for nothing named, and its features


def likeliest(kind: str, options: Sequence[Option]) -> tuple[Thing | None, float]:
    """The option with the greatest probability, and that.

    :param kind: a pronoun's kind, or "description".
    """
    known = weights()[kind]
    scores = [sum(known.get(name, 0.0) * value for name, value in features.items()) for _, features in options]
    highest = max(scores)
    return options[scores.index(highest)][0], 1 / sum(exp(score - highest) for score in scores)
