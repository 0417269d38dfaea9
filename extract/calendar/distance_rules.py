"""Rules for days counted from publication: "10 years ago", "in two weeks' time", "the day before yesterday".

What is counted from another date of the text ("a year earlier", "the next day") is found without bounds; where that
date stands right behind ("three days after May 5") `linking.py` counts from it.
"""

from __future__ import annotations

import re
from datetime import timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, year
from extract.calendar.rule import rule, unknown
from extract.calendar.time_units import COUNT, UNIT, anchor, around, moved, read_count
from extract.calendar.weak_phrases import is_ahead, is_near_day, is_now

_ROUGH = 1000  # years; a count of so many is never meant to the year
_NEAR_DAYS = {"yesterday": -1, "tomorrow": 1, "last night": -1, "overnight": 0}


def counted_from(start: Days, count: int | None, unit: str) -> Days:
    """The span `count` units after a day, earlier when negative: a day for days and weeks, else the whole unit."""
    if count is None or start.first is None:
        return UNKNOWN
    then = moved(start.first, count, unit)
    if unit in ("decade", "century", "centurie"):
        return year(then.year)
    return around(then, unit)


def _ago(found: re.Match[str], published: Published, before: str) -> Days:
    """ "10 years ago", "two and a half years ago", "half a century ago"."""
    unit, printed = found["unit"].lower(), " ".join(found["n"].lower().split())
    start = anchor(published, unit)
    if start is None or found["side"].lower() != "ago":
        return UNKNOWN
    count = read_count(found["n"])
    if count is not None and count >= _ROUGH and unit == "year":
        return UNKNOWN
    smaller = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(unit)
    if smaller and count is not None and found["half"]:
        return around(moved(start, -count * smaller[1] - smaller[1] // 2, smaller[0]), "year")
    if smaller and printed == "half a":
        return around(moved(start, -(smaller[1] // 2), smaller[0]), smaller[0])
    return counted_from(Days(start, start), None if count is None or found["half"] else -count, unit)


def _ahead(found: re.Match[str], published: Published, before: str) -> Days:
    """ "in two weeks" is fourteen days later; "in two years" a year."""
    unit = found["unit"].lower()
    start, count = anchor(published, unit), read_count(found["n"])
    if start is None or count is None:
        return UNKNOWN
    if unit in ("week", "fortnight"):
        return counted_from(Days(start, start), count * (14 if unit == "fortnight" else 7), "day")
    return counted_from(Days(start, start), count, unit)


def _near_day(found: re.Match[str], published: Published, before: str) -> Days:
    if published.day is None:
        return UNKNOWN
    word = " ".join(found["when"].lower().split())
    only = published.day + timedelta(days=_NEAR_DAYS.get(word, 0))
    return Days(published.day - timedelta(days=1), published.day) if word == "overnight" else Days(only, only)


def _near_now(found: re.Match[str], published: Published, before: str) -> Days:
    return published.days


def _beyond_day(found: re.Match[str], published: Published, before: str) -> Days:
    if published.day is None:
        return UNKNOWN
    only = published.day + timedelta(days=-2 if found["side"].lower() == "before" else 2)
    return Days(only, only)


def _beyond_unit(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the week after next", "the year before last"."""
    unit = found["unit"].lower()
    start = anchor(published, unit)
    if start is None:
        return UNKNOWN
    step = 2 if found["side"].lower() == "after next" else -2
    return around(moved(around(start, unit).first or start, step, unit), unit)


_ONCE = rf"(?P<n>{COUNT}|an?|a\scouple\sof|a\sfew|half\sa)"
_PLAIN_UNITS = "decades|centuries|years|months|weeks|days"
DISTANCE_RULES = (
    rule(r"(?:the\s)?day\s(?P<side>before|after)\s(?:yesterday|tomorrow)", _beyond_day),
    rule(r"(?:the\s)?(?P<unit>week|weekend|month|quarter|year)\s(?P<side>after\snext|before\slast)", _beyond_unit),
    rule(
        r"(?:the\s)?same\s(?:day|week|month|quarter|period|time)\s(?:of\s)?(?:a|the|one)\s(?:year|month|week)\s"
        r"(?:earlier|before|previously)",
        unknown,
    ),
    rule(
        rf"{_ONCE}(?P<half>\sand\sa\shalf)?\s(?P<unit>{UNIT})s?\s(?P<side>ago|earlier|later|before|previously|hence)",
        _ago,
    ),
    rule(rf"(?:in\s)?{_ONCE}\s(?P<unit>{UNIT})s?\s(?:from\snow|(?:from|after)\stoday)", _ahead),
    rule(rf"in\s{_ONCE}\s(?P<unit>{UNIT})s?(?:['’]s?|s['’])\stime", _ahead),
    rule(rf"(?:[0-9.,]+|{COUNT})\s(?:thousand|million|billion)\syears\s(?:ago|before|earlier)", unknown),
    rule(rf"(?:hundreds\sof\s|tens\sof\s|thousands\sof\s)?(?:{_PLAIN_UNITS})\s(?:ago|earlier|later)", unknown),
    rule(r"the\s(?:next|following|previous)\s(?:day|morning|night|evening|afternoon)", unknown),
    rule(rf"in\s{_ONCE}\s(?P<unit>{UNIT})s?", _ahead, is_ahead),
    rule(
        r"(?P<when>yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)|overnight)",
        _near_day,
        is_near_day,
    ),
)
NOW = rule(r"now|date|today|(?:the\s)?present(?:\s(?:day|time))?", _near_now, is_now)
"""Tried last of all; kept only as an end of a range ("between now and May", "1998–present")."""
