"""What a rule of dates is, and the patterns that the rules share: months, days, weekdays, years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.calendar.calendar_spans import UNKNOWN, Days, Published
from extract.calendar.time_words import MONTHS, ORDINALS

MONTH = (
    "(?:"
    + "|".join(
        f"{m}\\.?" if len(m) < 5 and m not in ("may", "june", "july") else m
        for m in sorted(MONTHS, key=len, reverse=True)
    )
    + ")"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
ORDINAL_WORD = "(?:{})".format("|".join(sorted((w.replace("-", "[- ]") for w in ORDINALS), key=len, reverse=True)))
YEAR = r"(?:1[0-9]|2[01])[0-9]{2}"
SHORT_YEAR = r"['’‘][0-9]{2}"
WEEKDAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WEEKDAY = WEEKDAY_NAME + r"|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
_FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planned|scheduled|due|next|coming|upcoming|expected|expects?|set\sto|going\sto|(?:is|are)\sto|'ll)\b",
    re.I,
)

Resolver = Callable[[re.Match[str], Published, str], Days]
Check = Callable[[str, re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; the third argument of `resolve` is the text right before the match."""

    pattern: re.Pattern[str]
    resolve: Resolver
    agrees: Check | None = None  # whether the words around, given the text and the match, are those of a date


def rule(pattern: str, resolve: Resolver, agrees: Check | None = None, *, flags: int = re.I) -> Rule:
    """A rule whose pattern starts at the start of a word and ends at the end of one."""
    return Rule(re.compile(rf"(?:{pattern})(?![\w])", flags), resolve, agrees)


def unknown(found: re.Match[str], published: Published, before: str) -> Days:
    """No bounds: for what is counted from another date, or set by each company for itself."""
    return UNKNOWN


def is_future(before: str) -> bool:
    """Whether the words before a date speak of what is to come."""
    return bool(_FUTURE.search(before))


def month_number(printed: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[printed.lower().rstrip(".")]


def ordinal_number(printed: str) -> int:
    """The number of "22", "22nd", "second" or "twenty-second"; 0 for anything else."""
    return ORDINALS.get(printed.lower().replace(" ", "-")) or int(re.sub(r"[^0-9]", "", printed) or 0)


def year_number(printed: str) -> int:
    """The year of "1998" or "'98"; two digits lie in 1930 to 2029, as for most people who write them."""
    if printed.isdigit():
        return int(printed)
    short = int(printed[1:])
    return short + (1900 if short >= 30 else 2000)


def year_without(days: Days, published: Published, before: str) -> int | None:
    """The year of a day or month printed without one; `days` is the one of the publication year.

    It is the latest that had begun by publication, or the next one where the words before speak of the future.
    """
    if published.year is None or published.month is None or days.first is None:
        return None
    anchor = published.day or published.days.last
    if anchor is None:
        return None
    if is_future(before):
        return published.year if days.last is None or days.last >= anchor else published.year + 1
    return published.year if days.first <= anchor else published.year - 1
