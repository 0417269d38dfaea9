"""Rules for periods around the publication date: "last year", "the past two decades", "next Friday", "the weekend".

Without a publication date they are found all the same, with unknown bounds; so is what follows another date of the text
("the following year", "the previous quarter").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, month, week
from extract.calendar.rule import MONTH, WEEKDAY_NAME, is_future, month_number, rule
from extract.calendar.time_units import COUNT, UNIT, anchor, around, moved, read_count
from extract.calendar.time_words import SEASONS, UNIT_DAYS, WEEKDAYS
from extract.calendar.weak_dates import is_named
from extract.calendar.weak_phrases import is_counted, is_weekend
from extract.calendar.year_rules import season

_LAST, _NEXT = "last|past|previous|preceding", "next|coming|following|upcoming"
_BACK, _NEXT_WORDS = frozenset(_LAST.split("|")), frozenset(_NEXT.split("|"))
_FROM_THE_TEXT = frozenset(("previous", "preceding", "following"))
"""With "the" before them: counted from another date of the text."""
_DURING = re.compile(r"\b(?:in|over|during|within|for)\s$", re.I)
_PAST_TENSE = re.compile(r"\b(?:was|were|had|did|took|came|went|saw|won|lost|beat|met|said|[a-z]{2,}ed)\b", re.I)
_OTHER_YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b")


def _calendar_unit(found: re.Match[str], published: Published, before: str) -> Days:
    """ "last year", "this month", "next week"; "the past year" ends at publication, whatever the calendar."""
    which, unit = found["which"].lower(), found["unit"].lower()
    start = anchor(published, unit)
    if start is None or which == "same" or (which in _FROM_THE_TEXT and found["the"]):
        return UNKNOWN
    if unit == "weekend":
        return _weekend(start, which, before)
    if which == "past" or _is_lasting(found, which, unit, before):
        back = which in _BACK
        return Days(moved(start, -1, unit), published.days.last) if back else Days(start, moved(start, 1, unit))
    step = -1 if which in _BACK else 1 if which in _NEXT_WORDS else 0
    return around(moved(around(start, unit).first or start, step, unit), unit)


def _is_lasting(found: re.Match[str], which: str, unit: str, before: str) -> bool:
    """Whether "over the last year" is twelve months rather than the calendar's year before."""
    if which not in ("last", "next", "coming") or unit == "quarter":
        return False
    return unit == "decade" or (bool(found["the"]) and bool(_DURING.search(before)))


def _weekend(some: date, which: str, before: str) -> Days:
    """The weekend that is on or nearest; "this weekend" is the one just over on Mondays and after a past tense."""
    on, ahead = some.weekday() >= 5, is_future(before)
    told = which == "" or some.weekday() < 2 or bool(_PAST_TENSE.search(before))
    over = which in _BACK or (not on and not ahead and told)
    return around(some + timedelta(days=7 * ((which in _NEXT_WORDS and on) - over)), "weekend")


def _the_weekend(found: re.Match[str], published: Published, before: str) -> Days:
    return _weekend(published.day, "", before) if published.day else UNKNOWN


def _within(found: re.Match[str], published: Published, before: str) -> Days:
    """ "earlier this year", "later in the month", "so far this year", "the year to date"."""
    unit = (found["unit"] or found["unit2"]).lower()
    start = anchor(published, unit)
    in_story = found["unit"] and found["the"] == "in the" and _OTHER_YEAR.search(before)
    if start is None or in_story:  # "In 1968 ... later in the year"
        return UNKNOWN
    whole = around(start, unit)
    later = bool(found["side"]) and found["side"].lower().startswith("later")
    return published.days & whole if later else whole & published.days


def _counted(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the last two decades", "the next five years", "the past few months"; quarters are the calendar's."""
    which, unit = (found["which"] or found["which2"]).lower(), found["unit"].lower()
    count = read_count(found["n"] or found["n2"])
    start = anchor(published, unit)
    if count is None or start is None or which in (*_FROM_THE_TEXT, "first", "final"):
        return UNKNOWN
    end = published.days.last or start
    if unit == "quarter":
        now = around(start, unit).first or start
        first = moved(now, -count if which in _BACK else 1, unit)
        return Days(first, moved(first, count, unit) - timedelta(days=1))
    if which in _BACK:
        return Days(moved(start, -count, unit), end)
    return Days(start + timedelta(days=unit in UNIT_DAYS), moved(end, count, unit))


def _named(found: re.Match[str], published: Published, before: str) -> Days:
    """ "last March", "next Tuesday", "this summer"."""
    which, name = found["which"].lower(), found["name"].lower().rstrip(".")
    if found["the"] and (which in _FROM_THE_TEXT or (which == "next" and name in WEEKDAYS)):
        return UNKNOWN
    if name in WEEKDAYS:
        return _named_weekday(which, WEEKDAYS[name], published, before)
    if published.year is None or published.month is None:
        return UNKNOWN
    if which in ("this", "same"):
        return _named_month(name, published.year)
    now = published.days.first or date(published.year, published.month, 1)
    near = [_named_month(name, published.year + step) for step in (-2, -1, 0, 1)]
    if which in _BACK:
        return next((days for days in reversed(near) if days.last and days.last < now), UNKNOWN)
    return next((days for days in near if days.last and days.last >= now), UNKNOWN)


def _named_month(name: str, number: int) -> Days:
    return season(number, name) if name in SEASONS else month(number, month_number(name))


def _named_weekday(which: str, number: int, published: Published, before: str) -> Days:
    """ "last" is the latest before publication; "next" and "this" lie in the next and in this week."""
    if published.day is None:
        return UNKNOWN
    place = number - published.day.weekday()
    if which in ("last", "past"):
        step = place % 7 - 7
    elif which in ("previous", "preceding"):
        step = place - 7
    elif which in ("next", "following"):
        step = place + 7
    elif which == "this":
        step = place % 7 if is_future(before) else place
    else:
        step = place % 7 or 7
    only = published.day + timedelta(days=step)
    return Days(only, only)


def _weekday_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "Tuesday of next week", "Friday last week", "next week Monday"."""
    if published.day is None:
        return UNKNOWN
    step = {"last": -7, "next": 7}.get((found["which"] or found["which2"]).lower(), 0)
    monday = week(published.day).first or published.day
    only = monday + timedelta(days=step + WEEKDAYS[(found["name"] or found["name2"]).lower()])
    return Days(only, only)


_NAMES = "|".join([*SEASONS, WEEKDAY_NAME, MONTH])
_CALENDAR = r"week|month|quarter|year|decade|century"
RELATIVE_RULES = (
    rule(
        rf"(?P<side>earlier|later|so\sfar)\s(?P<the>(?:in\s)?this|in\sthe)\s(?P<unit>{_CALENDAR})"
        rf"|(?:the\s)?(?P<unit2>month|quarter|year)(?:\s|-)to(?:\s|-)date",
        _within,
    ),
    rule(
        rf"(?:the\s|these\s|those\s)?(?:(?P<which>{_LAST}|{_NEXT}|first|final)\s(?P<n>{COUNT}|couple\sof)"
        rf"|(?P<n2>{COUNT})\s(?P<which2>last|past|next|coming|upcoming))\s"
        rf"(?:full\s|calendar\s|fiscal\s)?(?P<unit>{UNIT})s",
        _counted,
        is_counted,
    ),
    rule(
        rf"(?P<name>{WEEKDAY_NAME})\s(?:of\s)?(?P<which>last|next|this)\sweek"
        rf"|(?P<which2>last|next|this)\sweek\s(?:on\s)?(?P<name2>{WEEKDAY_NAME})",
        _weekday_of,
    ),
    rule(
        rf"(?P<the>the\s)?(?P<which>{_LAST}|{_NEXT}|this|same|current|present)[\s-]"
        rf"(?:(?:calendar|fiscal|financial|whole)\s)?(?P<unit>weekend|{_CALENDAR})",
        _calendar_unit,
    ),
    rule(rf"(?P<the>the\s)?(?P<which>{_LAST}|{_NEXT}|this|same)[\s-](?P<name>{_NAMES})", _named, is_named),
    rule(r"the\sweekend", _the_weekend, is_weekend),
)
