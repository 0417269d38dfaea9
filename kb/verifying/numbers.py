"""Numbers, years and months of a short text, as spans of values: what a claim and its evidence are compared by. Pure.

Coarser than the figures that are extracted: "the 1960s" is 1960 to 1969, "the 19th century" 1800 to 1900. Limits:
number words above one hundred, and numbers of several words, are read by their parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WRITTEN = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,15})?(s\b|st\b|nd\b|rd\b|th\b)?"
    r"(?:\s?(million|billion|thousand|century|centuries)\b)?",
    re.IGNORECASE,
)
WORDED = re.compile(r"[A-Za-z]+")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
# "one", "first" and "second" say too many other things.
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        """zero;;two twice couple;three third thrice;four fourth;five fifth;six sixth;seven seventh;eight eighth;
        nine ninth;ten tenth;eleven eleventh;twelve twelfth dozen;thirteen;fourteen;fifteen;sixteen;seventeen;eighteen;
        nineteen;twenty""".split(";")
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)  # fmt: skip
YEARS = range(1000, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """Values from `low` to `high`, both inclusive."""

    start: int
    low: float
    high: float
    is_time: bool  # a year, a decade or a century

    def meets(self, other: Number) -> bool:
        """Whether both may be one value."""
        return self.is_time == other.is_time and self.low <= other.high and other.low <= self.high


def read_numbers(text: str) -> list[Number]:
    """The numbers of a text in order; those in words behind those in digits."""
    written = [_written(match) for match in WRITTEN.finditer(text)]
    words = ((match.start(), NUMBER_WORDS.get(match.group().lower())) for match in WORDED.finditer(text))
    return written + [Number(start, float(value), float(value), False) for start, value in words if value is not None]


def read_months(text: str) -> frozenset[str]:
    """The months that a text names."""
    return frozenset(match.group() for match in WORDED.finditer(text)) & MONTHS


def _written(match: re.Match[str]) -> Number:
    digits, decimals, ending, scale = match.groups()
    value = float(digits.replace(",", "") + (decimals or ""))
    ending, scale = (ending or "").lower(), (scale or "").lower()
    if scale.startswith("centur"):
        return Number(match.start(), (value - 1) * 100, value * 100, True)
    is_year = value in YEARS and "," not in digits and not scale
    if is_year and ending == "s":
        return Number(match.start(), value, value + (99 if value % 100 == 0 else 9), True)
    value *= SCALES.get(scale, 1.0)
    return Number(match.start(), value, value, is_year)
