"""What a figure leaves open, and bounds set to it."""

from __future__ import annotations

import pytest

from extract.types import Figure
from kb.kinds.amounts import Amount, amount_of, shown
from kb.kinds.asked import limit_in, years_in


def figure(
    value: float, unit: str = "", kind: str = "count", high: float | None = None, modifier: str | None = None
) -> Figure:
    return Figure(0, 0, 1, "x", kind, value, high, unit, modifier)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (figure(3_792_621), figure(3_700_000), True),  # cut off
        (figure(620_000, modifier="about"), figure(600_000), True),
        (figure(620_000), figure(500_000, modifier="more-than"), True),
        (figure(12e6, high=14e6), figure(13_123_456), True),
        (figure(1_250), figure(1_400), False),
        (figure(10, "kilometre", "length"), figure(10_000, "metre", "length"), True),
        (figure(10, "kilometre", "length"), figure(10, "mile", "length"), False),
        (figure(10, "USD", "money"), figure(10, "EUR", "money"), False),  # no exact conversion
    ],
)
def test_meeting(one: Figure, other: Figure, meet: bool) -> None:
    assert amount_of(one).meets(amount_of(other)) is meet


@pytest.mark.parametrize(
    ("text", "low", "high", "kept"),
    [
        ("more than 500,000 people", 520_159, 520_159, True),
        ("more than 500,000 people", 480_000, 520_000, False),
        ("fewer than 2 thousand", 1_999, 1_999, True),
        ("at least 100,000", 100_000, 100_000, True),
        ("at most 3 million", 3e6, 3.1e6, False),
    ],
)
def test_bound(text: str, low: float, high: float, kept: bool) -> None:
    found = limit_in(text)
    assert found is not None
    assert found[0].kept_by(Amount(low, high, "number")) is kept


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("How did it change since 1990?", 1990, None),
        ("How did it change between 2000 and 1990?", 1990, 2000),
        ("How many lived there in 2011?", 2011, 2011),
        ("How many live there?", None, None),
    ],
)
def test_years(text: str, first: int | None, last: int | None) -> None:
    found = years_in(text)
    assert (found.first, found.last) == (first, last)


def test_numbers_for_people() -> None:
    assert [shown(number) for number in (16860.0, 0.25, 1.5e9)] == ["16,860", "0.25", "1.5 billion"]
