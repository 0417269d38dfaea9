"""Rules for periods counted from the publication date: "last year", "10 years ago", "in the last two decades".

Without a publication date they are found all the same, with unknown bounds; so is what is counted from another date of
the text ("a year earlier", "two years later").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, month, week, year
from extract.calendar.date_rules import MONTH, WEEKDAY_NAME, month_number, rule, season
from extract.calendar.time_units import COUNT, UNIT, anchor, around, moved, read_count, unknown
from extract.calendar.time_words import SEASONS, UNIT_DAYS, WEEKDAYS

_LAST, _NEXT = "last|past|previous|preceding", "next|coming|following|upcoming"
_BACK = frozenset(_LAST.split("|"))


def _calendar_unit(found: re.Match[str], published: Published, before: str) -> Days:
    """ "last year", "this month", "next week", "the same week"."""
    which, unit = found["which"].lower(), found["unit"].lower()
    start = anchor(published, unit)
    if start is None or which in ("same", "previous", "preceding", "following", "first"):
        return UNKNOWN
    if unit == "decade" and which in ("past", "last"):  # the ten years before, not the calendar's
        return Days(moved(start, -1, unit), published.days.last)
    step = -1 if which in ("last", "past") else 1 if which in ("next", "coming", "upcoming") else 0
    if unit == "weekend" and step <= 0:
        step = -1 if start.weekday() < 5 else step
        return around(start + timedelta(days=7 * step), unit)
    return around(moved(around(start, unit).first or start, step, unit), unit)


def _within_year(found: re.Match[str], published: Published, before: str) -> Days:
    """ "earlier this year", "later this month", "so far this year"."""
    unit = found["unit"].lower()
    start = anchor(published, unit)
    if start is None:
        return UNKNOWN
    whole = around(start, unit)
    later = found["side"].lower().startswith("later")
    return published.days & whole if later else whole & published.days


def _counted(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the last two decades", "the next five years", "the past few months"."""
    which, unit = found["which"].lower(), found["unit"].lower()
    count = read_count(found["n"])
    start = anchor(published, unit)
    if count is None or start is None or which in ("first", "previous", "preceding", "following", "final"):
        return UNKNOWN
    end = published.days.last or start
    if which in _BACK:
        return Days(moved(start, -count, unit), end)
    return Days(start + timedelta(days=unit in UNIT_DAYS), moved(end, count, unit))


def _ago(found: re.Match[str], published: Published, before: str) -> Days:
    unit = found["unit"].lower()
    count = read_count(found["n"])
    start = anchor(published, unit)
    if count is None or start is None or found["side"].lower() != "ago":
        return UNKNOWN
    then = moved(start, -count, unit)
    return year(then.year) if unit in ("decade", "century", "centurie") else around(then, unit)


def _near_day(found: re.Match[str], published: Published, before: str) -> Days:
    if published.day is None:
        return UNKNOWN
    word = found["when"].lower()
    step = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    only = published.day + timedelta(days=step)
    return Days(only, only)


def _named(found: re.Match[str], published: Published, before: str) -> Days:
    """ "last March", "next Tuesday", "this summer"."""
    which, name = found["which"].lower(), found["name"].lower().rstrip(".")
    back = which in _BACK
    if name in WEEKDAYS:
        if published.day is None:
            return UNKNOWN
        ahead = (WEEKDAYS[name] - published.day.weekday()) % 7
        only = published.day + timedelta(days=ahead - 7 if back else ahead or (7 if which == "next" else 0))
        return Days(only, only)
    if published.year is None or published.month is None:
        return UNKNOWN
    if which in ("this", "same"):
        return season(published.year, name) if name in SEASONS else month(published.year, month_number(name))
    now = published.days.first or date(published.year, published.month, 1)
    for number in (published.year - 1, published.year, published.year + 1):
        days = season(number, name) if name in SEASONS else month(number, month_number(name))
        past = days.last is not None and days.last < now
        if not back and not past:
            return days
        following = season(number + 1, name) if name in SEASONS else month(number + 1, month_number(name))
        if back and past and following.last is not None and following.last >= now:
            return days
    return UNKNOWN


def _weekday_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "Tuesday of next week", "Friday last week"."""
    if published.day is None:
        return UNKNOWN
    step = {"last": -7, "next": 7}.get(found["which"].lower(), 0)
    monday = week(published.day).first or published.day
    only = monday + timedelta(days=step + WEEKDAYS[found["name"].lower()])
    return Days(only, only)


_NAMES = "|".join([*SEASONS, WEEKDAY_NAME, MONTH])
_CALENDAR = r"week|month|quarter|year|decade|century"
RELATIVE_RULES = (
    rule(rf"(?P<side>earlier|later|so\sfar|early|late)\s(?:in\s)?this\s(?P<unit>{_CALENDAR})", _within_year),
    rule(
        rf"(?:the\s|these\s|those\s)?(?P<which>{_LAST}|{_NEXT}|first|final)\s(?P<n>{COUNT}|couple\sof)\s"
        rf"(?:full\s|calendar\s|fiscal\s)?(?P<unit>{UNIT})s",
        _counted,
    ),
    rule(
        rf"(?P<n>{COUNT}|an?|a\scouple\sof|a\sfew|half\sa)\s(?P<unit>{UNIT})s?\s"
        r"(?P<side>ago|earlier|later|before|previously|from\snow|hence)",
        _ago,
    ),
    rule(r"(?:decades|centuries|years|months|weeks|days)\s(?:ago|earlier|later)", unknown),
    rule(rf"(?:the\s)?(?P<which>{_LAST}|{_NEXT}|this|same)[\s-](?P<name>{_NAMES})", _named),
    rule(rf"(?P<name>{WEEKDAY_NAME})\s(?:of\s)?(?P<which>last|next|this)\sweek", _weekday_of),
    rule(
        rf"(?:the\s)?(?P<which>{_LAST}|{_NEXT}|this|same|current|present)[\s-]"
        rf"(?:(?:calendar|fiscal|financial|whole)\s)?(?P<unit>weekend|{_CALENDAR})",
        _calendar_unit,
    ),
    rule(r"(?P<when>yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))", _near_day),
)
