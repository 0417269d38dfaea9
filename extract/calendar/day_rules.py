"""Rules for single days: "March 3, 2019", "22/Jan/2019", "the fourth of July", "Friday 13th", "the last day of 2018".

A day without a year is the latest one not after publication, or the next one where a word of the future stands before
it. Which of two small numbers is the month ("03/04/2019") is not to be told from them alone: such days are found,
without bounds (but see `day_order.py`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, day, month, shifted, year
from extract.calendar.rule import (
    DAY,
    MONTH,
    ORDINAL_WORD,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    is_future,
    month_number,
    ordinal_number,
    rule,
    year_number,
    year_without,
)
from extract.calendar.time_words import WEEKDAYS
from extract.calendar.weak_dates import is_day, is_day_of_month, is_weekday_day

_SEARCHED_YEARS = 14  # in which every day of a year but 29 February falls on each weekday at least once


def _year_first(found: re.Match[str], published: Published, before: str) -> Days:
    return day(int(found["y"]), int(found["m"]), int(found["d"])) if 1 <= int(found["m"]) <= 12 else UNKNOWN


def _numeric(found: re.Match[str], published: Published, before: str) -> Days:
    one, two, printed = int(found["a"]), int(found["b"]), found["y"]
    number = int(printed) if len(printed) == 4 else year_number(f"'{printed}")
    if one > 12 >= two:
        return day(number, two, one)
    if two > 12 >= one or one == two:
        return day(number, one, two)
    return UNKNOWN


def _calendar_day(found: re.Match[str], published: Published, before: str) -> Days:
    parts = found.groupdict()
    index, first = month_number(parts["m"]), ordinal_number(parts["d"])
    last = ordinal_number(parts.get("to") or parts["d"])
    if parts.get("y"):
        number: int | None = year_number(parts["y"])
    elif published.year is None:
        return UNKNOWN
    elif published.day and (parts.get("w") or (index, first) == (2, 29)):
        number = _year_with(parts.get("w"), index, first, published.day, is_future(before))
    else:
        number = year_without(day(published.year, index, first), published, before)
    if number is None or last < first:
        return UNKNOWN
    return day(number, index, first) & day(number, index, last)


def _year_with(weekday: str | None, index: int, number: int, anchor: date, future: bool) -> int | None:
    """The year nearest to publication in which there is a day, on its weekday: back from it, or ahead in the future."""
    wanted = WEEKDAYS[weekday.lower().rstrip(".")] if weekday else None
    step = 1 if future else -1
    for some in range(anchor.year - step, anchor.year + _SEARCHED_YEARS * step, step):
        only = day(some, index, number).first
        if only and wanted in (None, only.weekday()) and (only - anchor).days * step >= (-6 if weekday else 0):
            return some
    return None


def _weekday_day(found: re.Match[str], published: Published, before: str) -> Days:
    """ "Friday the 13th", "Tue 22nd": the nearest month in which they fall together."""
    if published.day is None:
        return UNKNOWN
    number, wanted = ordinal_number(found["d"]), WEEKDAYS[found["w"].lower().rstrip(".")]
    step = 1 if is_future(before) else -1
    for count in range(12 * _SEARCHED_YEARS):
        some = shifted(published.day.replace(day=1), count * step)
        only = day(some.year, some.month, number)
        if only.first and only.first.weekday() == wanted and (only.first - published.day).days * step >= 0:
            return only
    return UNKNOWN


def _day_of_month(found: re.Match[str], published: Published, before: str) -> Days:
    """ "on the 22nd": the latest such day, or the next one."""
    if published.day is None:
        return UNKNOWN
    number, step = ordinal_number(found["nth"]), 1 if is_future(before) else -1
    for count in range(3):
        some = shifted(published.day.replace(day=1), count * step)
        only = day(some.year, some.month, number)
        if only.first and (only.first - published.day).days * step >= 0:
            return only
    return UNKNOWN


def _day_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the last day of 2018", "the first day of January", "the 15th day of next month"."""
    whole = _span(found, published, before)
    if whole.first is None or whole.last is None:
        return UNKNOWN
    if found["nth"].lower() in ("last", "final"):
        return Days(whole.last, whole.last)
    only = whole.first + timedelta(days=ordinal_number(found["nth"]) - 1)
    return Days(only, only) if whole.first <= only <= whole.last else UNKNOWN


def _span(found: re.Match[str], published: Published, before: str) -> Days:
    if found["m"]:
        index = month_number(found["m"])
        if found["y"]:
            return month(int(found["y"]), index)
        number = year_without(month(published.year, index), published, before) if published.year else None
        return month(number, index) if number else UNKNOWN
    if found["of"].isdigit():
        return year(int(found["of"]))
    which, unit = found["of"].lower().split()
    step = {"last": -1, "next": 1}.get(which, 0)
    if published.year is None:
        return UNKNOWN
    if unit == "year":
        return year(published.year + step)
    if published.month is None:
        return UNKNOWN
    some = shifted(date(published.year, published.month, 1), step)
    return month(some.year, some.month)


def _attacks(found: re.Match[str], published: Published, before: str) -> Days:
    """ "9/11" is the day in 2001, wherever it is written."""
    return day(2001, 9, 11)


_W = rf"(?:(?P<w>{WEEKDAY}),?\s(?:the\s)?)?"
_Y = rf"(?P<y>{YEAR}|{SHORT_YEAR})"
_TO = r"(?:\s?[-–]\s?|\s(?:to|through|and)\s(?:the\s)?)"
_UNCOUNTED = r"(?![0-9:]|,?[0-9]{3}|[.,][0-9]|\s(?:million|billion|percent|per\scent|people)\b|%)"
DAY_RULES = (
    rule(rf"(?P<y>{YEAR})[-/.](?P<m>[0-9]{{1,2}})[-/.](?P<d>[0-9]{{1,2}})", _year_first),
    rule(rf"(?P<a>[0-9]{{1,2}})[/.-](?P<b>[0-9]{{1,2}})[/.-](?P<y>{YEAR})", _numeric),
    rule(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>[0-9]{2})(?!/)", _numeric),
    rule(rf"(?P<y>{YEAR})[\s/-](?P<m>{MONTH})[\s/-](?P<d>{DAY})(?![0-9:,.][0-9])", _calendar_day),
    rule(
        rf"(?:the\s)?(?P<nth>{ORDINAL_WORD}|{DAY}|last|final)\sday\sof\s(?:(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?"
        rf"|(?P<of>{YEAR}|(?:last|this|next|the)\s(?:month|year)))",
        _day_of,
    ),
    rule(
        rf"{_W}(?P<m>{MONTH})[\s/-](?:the\s)?(?P<d>{DAY}|{ORDINAL_WORD}){_UNCOUNTED}"
        rf"(?:{_TO}(?P<to>{DAY}|{ORDINAL_WORD}){_UNCOUNTED}(?!\s[a-z]+s\b))?(?:(?:,\s?|\s|\sof\s|\sin\s|[/-]){_Y}\b)?",
        _calendar_day,
        is_day,
    ),
    rule(
        rf"{_W}(?:(?P<d>{DAY}|{ORDINAL_WORD}(?={_TO}|\s(?:day\s)?of))(?:{_TO}(?P<to>{DAY}|{ORDINAL_WORD}))?)"
        rf"[\s/-](?:day\sof\s|of\s)?(?P<m>{MONTH})(?:(?:,?[\s/-]|\sof\s|\sin\s){_Y}\b)?",
        _calendar_day,
        is_day,
    ),
    rule(rf"(?P<w>{WEEKDAY}),?\s(?:the\s)?(?P<d>[0-9]{{1,2}}(?:st|nd|rd|th))", _weekday_day, is_weekday_day),
    rule(r"(?P<nth>[0-9]{1,2}(?:st|nd|rd|th))", _day_of_month, is_day_of_month),
    rule(r"9/11", _attacks),
)
