"""Rules for dates that name their year, month or day: "March 3, 2019", "the 1990s", "the 19th century", "Q3 2019".

Each rule is a pattern and a function from its match and the publication date to the days meant. A day or month without
a year is the latest one not after publication, or the next one where a word of the future stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, day, month, shifted, year, years
from extract.calendar.time_words import DECADES, MONTHS, ORDINALS, SEASONS, WEEKDAYS

MONTH = (
    "(?:"
    + "|".join(f"{m}\\.?" if len(m) < 5 and m != "may" else m for m in sorted(MONTHS, key=len, reverse=True))
    + ")"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|2[01])[0-9]{2}"
WEEKDAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WEEKDAY = WEEKDAY_NAME + r"|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
_CENTURY = "[0-9]{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINALS, key=len, reverse=True))
_FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planned|scheduled|due|next|coming|upcoming|expected|expects?|set\sto|going\sto|'ll)\b",
    re.I,
)

Resolver = Callable[[re.Match[str], Published, str], Days]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; the third argument of `resolve` is the text right before the match."""

    pattern: re.Pattern[str]
    resolve: Resolver


def is_future(before: str) -> bool:
    """Whether the words before a date speak of what is to come."""
    return bool(_FUTURE.search(before))


def _number(printed: str) -> int:
    return int(re.sub(r"[^0-9]", "", printed) or 0)


def month_number(printed: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[printed.lower().rstrip(".")]


def _iso(found: re.Match[str], published: Published, before: str) -> Days:
    return day(int(found["y"]), int(found["m"]), int(found["d"])) if 1 <= int(found["m"]) <= 12 else UNKNOWN


def _numeric(found: re.Match[str], published: Published, before: str) -> Days:
    """ "25/12/2019"; which of two small numbers is the month is not to be told, so they stay unknown."""
    one, two, number = int(found["a"]), int(found["b"]), int(found["y"])
    if one > 12 >= two:
        return day(number, two, one)
    if two > 12 >= one or one == two:
        return day(number, one, two)
    return UNKNOWN


def _calendar_day(found: re.Match[str], published: Published, before: str) -> Days:
    parts = found.groupdict()
    index, first = month_number(parts["m"]), _number(parts["d"])
    last = _number(parts.get("d2") or parts["d"])
    if parts.get("y"):
        number = int(parts["y"])
        return day(number, index, first) & day(number, index, last)
    if published.year is None:
        return UNKNOWN
    latest = _year_without(day(published.year, index, first), published, before)
    return UNKNOWN if latest is None else day(latest, index, first) & day(latest, index, last)


def _year_without(days: Days, published: Published, before: str) -> int | None:
    """The year of a day or month printed without one; `days` is the one of the publication year."""
    if published.year is None or days.first is None:
        return None
    if published.month is None:
        return None
    anchor = published.day or published.days.last
    if anchor is None:
        return None
    if is_future(before):
        return published.year if days.last is None or days.last >= anchor else published.year + 1
    return published.year if days.first <= anchor else published.year - 1


def _month(found: re.Match[str], published: Published, before: str) -> Days:
    index = month_number(found["m"])
    if found["y"]:
        return month(int(found["y"]), index)
    if published.year is None:
        return UNKNOWN
    latest = _year_without(month(published.year, index), published, before)
    return UNKNOWN if latest is None else month(latest, index)


def _year_range(found: re.Match[str], published: Published, before: str) -> Days:
    first, printed = int(found["y"]), found["y2"]
    last = int(printed) if len(printed) == 4 else first // 100 * 100 + int(printed)
    return years(first, last) if first <= last else UNKNOWN


def _part_of(days: Days, part: str | None) -> Days:
    return split(days, part.lower().rstrip("- ")) if part else days


def split(days: Days, part: str) -> Days:
    """The "early", "mid" or "late" third of a span; of a year its first or last month at "start" or "end"."""
    if days.first is None or days.last is None:
        return days
    length = (days.last - days.first).days + 1
    unit, size = (
        ("day", length) if length <= 31 else ("month", 12) if length <= 366 else ("year", round(length / 365.25))
    )
    if unit == "day":
        part = {"start": "early", "end": "late"}.get(part, part)
    low, high = {
        "early": (0, -(-size // 3)), "mid": (-(-size // 3), size - size // 3), "late": (size - size // 3, size),
        "start": (0, max(1, size // 12)), "end": (size - max(1, size // 12), size),
    }[part]  # fmt: skip
    if unit == "day":
        return Days(days.first + timedelta(days=low), days.first + timedelta(days=high - 1))
    step = 1 if unit == "month" else 12
    return Days(shifted(days.first, low * step), shifted(days.first, high * step) - timedelta(days=1))


def _decade(found: re.Match[str], published: Published, before: str) -> Days:
    first = int(found["y"])
    century = found["y"].endswith("00") and first < 2000
    return _part_of(years(first, first + (99 if century else 9)), found["part"])


def _short_decade(found: re.Match[str], published: Published, before: str) -> Days:
    printed = found["d"]
    first = 1900 + (DECADES[printed.lower()] if printed.lower() in DECADES else int(printed))
    return _part_of(years(first, first + 9), found["part"])


def _century(found: re.Match[str], published: Published, before: str) -> Days:
    printed = found["c"].lower()
    number = ORDINALS.get(printed) or _number(printed)
    if found["bc"] or not number:
        return UNKNOWN
    return _part_of(years(100 * number - 99, 100 * number), found["part"])


def _season(found: re.Match[str], published: Published, before: str) -> Days:
    return season(int(found["y"]), found["s"])


def season(number: int, name: str) -> Days:
    """Three months of a year; winter starts in its December."""
    first = date(number, SEASONS[name.lower()], 1)
    return Days(first, shifted(first, 3) - timedelta(days=1))


def _single_year(found: re.Match[str], published: Published, before: str) -> Days:
    return year(int(found["y"]))


def _era(found: re.Match[str], published: Published, before: str) -> Days:
    printed = found["y"] or found["y2"]
    return UNKNOWN if re.search(r"B\.?C", found[0]) else year(int(printed))


def _none(found: re.Match[str], published: Published, before: str) -> Days:
    return UNKNOWN


def _weekday(found: re.Match[str], published: Published, before: str) -> Days:
    if published.day is None:
        return UNKNOWN
    number = WEEKDAYS[found["w"].lower()]
    ahead = (number - published.day.weekday()) % 7
    only = published.day + timedelta(days=ahead if is_future(before) else ahead - 7 if ahead else 0)
    return Days(only, only)


def rule(pattern: str, resolve: Resolver, flags: int = re.I) -> Rule:
    """A rule whose pattern starts at the start of a word and ends at the end of one."""
    return Rule(re.compile(rf"(?:{pattern})(?![\w])", flags), resolve)


_PART = r"(?P<part>early|mid|late)?(?:[\s-](?:to[\s-](?:mid|late)[\s-])?(?:the\s)?)?"
_Y = rf"(?P<y>{YEAR})"
DATE_RULES = (
    rule(rf"{_Y}-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})", _iso),
    rule(rf"(?P<a>[0-9]{{1,2}})[/.-](?P<b>[0-9]{{1,2}})[/.-]{_Y}", _numeric),
    rule(
        rf"(?:(?:{WEEKDAY}),?\s(?:the\s)?)?(?P<m>{MONTH})\s(?:the\s)?(?P<d>{DAY})(?![0-9:]|,?[0-9]{{3}})"
        rf"(?:(?:\s?[-–]\s?|\s(?:to|and|through)\s)(?P<d2>{DAY})(?![0-9:]))?(?:(?:,\s?|\s|\sof\s|\sin\s){_Y}\b)?",
        _calendar_day,
    ),
    rule(
        rf"(?:(?:{WEEKDAY}),?\s(?:the\s)?)?(?P<d>{DAY})(?:(?:\s?[-–]\s?|\s(?:to|and)\s)(?P<d2>{DAY}))?[\s-](?:day\sof\s|of\s)?"
        rf"(?P<m>{MONTH})(?:(?:,?[\s-]|\sof\s|\sin\s){_Y}\b)?", _calendar_day,
    ),
    rule(rf"(?P<m>{MONTH})(?:,?\s|\sof\s|-){_Y}\b", _month),
    rule(rf"(?P<s>spring|summer|autumn|fall|winter)\s(?:of\s)?{_Y}", _season),
    rule(rf"{_Y}\s?[-–—/]\s?(?P<y2>{YEAR}|[0-9]{{2}})", _year_range),
    rule(rf"{_PART}(?P<y>[12][0-9]{{2}}0)['’]?s", _decade),
    rule(rf"{_PART}['’‘](?P<d>[2-9]0)['’]?s", _short_decade),
    rule(rf"{_PART}(?<=the\s)(?P<d>{'|'.join(DECADES)})", _short_decade),
    rule(rf"{_PART}(?P<c>{_CENTURY})[\s-](?:century|centuries)(?P<bc>\s(?:BCE?|B\.C\.(?:E\.)?))?", _century),
    rule(r"(?:AD|A\.D\.)\s(?P<y>[0-9]{1,4})|(?P<y2>[0-9]{1,4})\s(?:AD|A\.D\.|BCE?|B\.C\.(?:E\.)?|CE)", _era, 0),
)  # fmt: skip
WEAK_RULES = (
    rule(rf"(?P<m>{MONTH})(?P<y>(?!))?", _month),
    rule(rf"(?P<w>{WEEKDAY_NAME})", _weekday),
    rule(_Y, _single_year),
)
"""Rules that need the words around to agree (see `times.py`)."""
