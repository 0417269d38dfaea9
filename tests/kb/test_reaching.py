"""Comparing names only as far as needed gives what comparing all of them gives."""

from __future__ import annotations

from itertools import combinations

import pytest

from kb.naming.features import compared
from kb.naming.likeness import FEATURES, likeness
from kb.naming.parts import parts_of
from kb.naming.reaching import likeness_reaching

NAMES = (
    "ann lee", "anne lee", "lee ann", "a lee", "ann marie lee", "ann lee jr", "joan bell", "joan marsh", "jon bell",
    "norbury ferries", "norbury ferries ltd", "norbery ferry", "nf", "ferries of norbury", "xi jinping", "hsi chin-ping",
    "ivan petrovich orlov", "ivan orlov", "omar bin said", "said bin omar", "route 66", "route 67", "", "x", "łódź",
)  # fmt: skip


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
@pytest.mark.parametrize("least", [0.3, 0.6, 0.9])
def test_scores_that_reach_the_line_are_those_of_the_whole_comparison(label, least):
    for one, other in combinations(NAMES, 2):
        whole = likeness(one, label, other, label).score
        reached = likeness_reaching(least, parts_of(one, label), parts_of(other, label))
        assert reached == pytest.approx(whole if whole >= least else 0.0), (one, other)


def test_features_lie_between_0_and_1():
    for one, other in combinations(NAMES, 2):
        both = compared(parts_of(one, "PERSON"), parts_of(other, "PERSON"))
        assert all(0 <= feature.func(both) <= 1 for feature in FEATURES), (one, other)
