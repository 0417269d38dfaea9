"""How alike two names are, 0 to 1, and why: named features with learnt weights.

The score is the share of pairs of names this alike that name the same, in lists where half of the pairs do. It finds
what a person should look at; what is merged without asking is kb/naming/ways.py's.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from kb.naming import features
from kb.naming.features import Compared, compared
from kb.naming.parts import parts_of

TOLD = 0.3  # a feature that moved the score by less is not named as a reason


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that is compared."""

    name: str  # in words, as a reason
    func: Callable[[Compared], float]
    weight: float  # of the logistic score


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are."""

    score: float  # 0-1
    reasons: tuple[str, ...]  # what spoke for it, the weightiest first, then after "but" what spoke against


# Learnt by `python tests/bench/names.py SHARED --fit` on the shared half of nomenklatura's name matching cases.
BIAS = -0.38
FEATURES = (
    Feature("the same letters", features.same_letters, 0.86),
    Feature("letters alike", features.like_letters, 0.55),
    Feature("beginnings alike", features.like_beginning, -0.27),
    Feature("sorted words alike", features.like_sorted, 0.70),
    Feature("a word less alike", features.least_like_word, 0.47),
    Feature("letters that differ", features.unlike_letters, -0.20),
    Feature("a word of each that the other lacks", features.words_swapped, -2.75),
    Feature("all but one letter", features.one_slip, 1.63),
    Feature("all but two letters", features.two_slips, 0.96),
    Feature("three letters or more that differ", features.many_slips, -1.33),
    Feature("a letter of a short word that differs", features.slip_in_short_word, -1.24),
    Feature("another first letter", features.other_first_letter, 0.06),
    Feature("other letters in place", features.letters_swapped, -0.59),
    Feature("all words of the shorter name", features.words_added, 1.18),
    Feature("all letters of the shorter name", features.letters_added, 0.50),
    Feature("the last word is lacking", features.last_word_lacks, 0.31),
    Feature("the first word is lacking", features.first_word_lacks, 0.97),
    Feature("an initial", features.one_letter_for_word, 0.30),
    Feature("the same sound", features.same_sound, 0.40),
    Feature("the same words in another order", features.other_order, -1.16),
    Feature("the same sound without blanks", features.same_sound_joined, 1.72),
    Feature("names of father and son exchanged", features.father_for_son, -1.27),
    Feature("a father's name more", features.patronymic_added, 1.42),
    Feature("initials of the other", features.initials_of_other, 0.27),
    Feature("other numbers", features.other_numbers, 1.13),
    Feature("a number in one only", features.number_added, 0.22),
    Feature("another generation", features.other_generation, 0.00),
    Feature("names of persons", features.of_person, -0.28),
    Feature("a person's further name", features.person_word_added, 0.91),
    Feature("a further word that tells", features.other_word_added, -1.10),
    Feature("a single word", features.single_word, -0.49),
)


def likeness(one: str, one_label: str, other: str, other_label: str) -> Likeness:
    """Compare two names with their mentions' labels."""
    both = compared(parts_of(one, one_label), parts_of(other, other_label))
    moved = [(feature.weight * feature.func(both), feature.name) for feature in FEATURES]
    reasons = [name for by, name in sorted(moved, key=lambda m: -m[0]) if by > TOLD]
    against = [f"but {name}" for by, name in sorted(moved) if by < -TOLD]
    return Likeness(logistic(BIAS + sum(by for by, _ in moved)), tuple(reasons + against))


def logistic(value: float) -> float:
    """Return the share that these odds, as a logarithm, stand for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
