"""How alike two names are if they are alike enough, found without comparing all of two that are not.

Nine of ten names that share a block (kb/naming/blocking.py) are names of different things. Features are 0 to 1, so
that what those still to come can add is known: once that is too little, the comparison ends.
"""

from __future__ import annotations

import math

from kb.naming.features import compared
from kb.naming.likeness import BIAS, FEATURES, Feature, logistic
from kb.naming.parts import Parts

WEIGHTIEST = sorted(FEATURES, key=lambda feature: -abs(feature.weight))


def _steps() -> list[tuple[Feature, float]]:
    """Return the features, the weightiest first, each with the most that those behind it can add."""
    gains = [max(0.0, feature.weight) for feature in WEIGHTIEST]
    return [(feature, sum(gains[number:])) for number, feature in enumerate(WEIGHTIEST, 1)]


STEPS = _steps()


def likeness_reaching(least: float, one: Parts, other: Parts) -> float:
    """Return the score of `kb.naming.likeness`, 0 where it is below `least`, which lies between 0 and 1."""
    both, line = compared(one, other), math.log(least / (1 - least))
    value = BIAS
    for feature, most in STEPS:
        value += feature.weight * feature.func(both)
        if value + most < line:
            return 0.0
    return logistic(value)
