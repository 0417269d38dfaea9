"""The definite thing in which a sentence opposes a claim, in words for people. Pure."""

from __future__ import annotations

from collections.abc import Callable

from kb.verifying.pairs import Pair
from kb.verifying.signs import (
    month_against_month,
    number_against_number,
    opposite_word,
    year_against_year,
    year_missing,
)
from kb.words.terms import root

# What happens to a thing once: another year for it opposes.
ONCE = frozenset(
    map(
        root,
        """born die close retire graduate death birth found establish open build built construct complete create invent
        discover launch publish incorporate abolish dissolve demolish destroy sink assassinate introduce premiere
        inaugurate erect name rename merge divorce""".split(),
    )
)


def another_time(pair: Pair) -> bool:
    """Another year or month of what happens once."""
    mine, theirs = ({word.root for word in words} for words in (pair.content, pair.shown))
    return bool(year_against_year(pair) or month_against_month(pair)) and bool(mine & theirs & ONCE)


def another_number(pair: Pair) -> bool:
    """Another number, for the same time."""
    return bool(number_against_number(pair)) and not year_missing(pair)


REASONS: tuple[tuple[Callable[[Pair], float], str], ...] = (
    (another_time, "a sentence gives another time"),
    (another_number, "a sentence gives another number"),
    (opposite_word, "a sentence says the opposite"),
)


def opposition(pair: Pair) -> str:
    """Why the evidence opposes the claim, "" where nothing definite does."""
    return next((why for sign, why in REASONS if sign(pair) > 0), "")
