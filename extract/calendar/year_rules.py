"""Rules for months, seasons, years and longer: "May 1968", "June–August 2004", "the mid-90s", "the 19th century".

A month without a year is the latest one that had begun by publication, or the next one where a word of the future
stands before it. Seasons are those of the northern hemisphere.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, month, shifted, year, years
from extract.calendar.parts import split
from extract.calendar.rule import (
    MONTH,
    ORDINAL_WORD,
    SHORT_YEAR,
    WEEKDAY_NAME,
    YEAR,
    is_future,
    month_number,
    ordinal_number,
    rule,
    unknown,
    year_number,
    year_without,
)
from extract.calendar.time_words import DECADES, SEASONS, WEEKDAYS
from extract.calendar.weak_dates import is_month, is_weekday
from extract.calendar.weak_years import is_century, is_short_decade, is_year, is_year_range


def _month(found: re.Match[str], published: Published, before: str) -> Days:
    index = month_number(found["m"])
    if found["y"]:
        return month(year_number(found["y"]), index)
    if published.year is None:
        return UNKNOWN
    latest = year_without(month(published.year, index), published, before)
    return UNKNOWN if latest is None else month(latest, index)


def _month_range(found: re.Match[str], published: Published, before: str) -> Days:
    """ "June–August 2004"; of "Nov–Feb 2017" the first lies in the year before."""
    first, last, number = month_number(found["m"]), month_number(found["to"]), int(found["y"])
    return month(number - (first > last), first) & month(number, last)


def _year_range(found: re.Match[str], published: Published, before: str) -> Days:
    first, printed = int(found["y"]), found["to"]
    size = 10 ** len(printed)
    last = first // size * size + int(printed)
    if len(printed) == 2 and printed == "00" and first % 100 == 99:
        last += 100
    return years(first, last) if first <= last else UNKNOWN


def _part_of(days: Days, found: re.Match[str]) -> Days:
    part = found["part"] or found["edge"]
    return split(days, part) if part else days


def _decade(found: re.Match[str], published: Published, before: str) -> Days:
    first = int(found["y"])
    century = found["y"].endswith("00") and first < 2000
    return _part_of(years(first, first + (99 if century else 9)), found)


def _short_decade(found: re.Match[str], published: Published, before: str) -> Days:
    printed = found["d"]
    first = 1900 + (DECADES[printed.lower()] if printed.lower() in DECADES else int(printed))
    return _part_of(years(first, first + 9), found)


def _century(found: re.Match[str], published: Published, before: str) -> Days:
    first, last = ordinal_number(found["c"]), ordinal_number(found["to"] or found["c"])
    if found["bc"] or not 0 < first <= last:
        return UNKNOWN
    return _part_of(years(100 * first - 99, 100 * last), found)


def _season(found: re.Match[str], published: Published, before: str) -> Days:
    return season(year_number(found["y"]), found["s"])


def season(number: int, name: str) -> Days:
    """Three months of a year; winter starts in its December."""
    first = date(number, SEASONS[name.lower()], 1)
    return Days(first, shifted(first, 3) - timedelta(days=1))


def _single_year(found: re.Match[str], published: Published, before: str) -> Days:
    return year(int(found["y"]))


def _era(found: re.Match[str], published: Published, before: str) -> Days:
    printed = found["y"] or found["y2"]
    return UNKNOWN if re.search(r"B\.?C", found[0]) else year(int(printed))


def _weekday(found: re.Match[str], published: Published, before: str) -> Days:
    if published.day is None:
        return UNKNOWN
    number = WEEKDAYS[found["w"].lower()]
    ahead = (number - published.day.weekday()) % 7
    only = published.day + timedelta(days=ahead if is_future(before) else ahead - 7 if ahead else 0)
    return Days(only, only)


_EDGES = r"beginning|start|dawn|end|close|turn|middle|early\spart|latter\spart|(?:first|second|latter)\shalf"
_PART = (
    rf"(?:(?:the\s)?(?P<edge>{_EDGES})\s(?:of|in)\s(?:the\s)?"
    r"|(?P<part>early|mid|late)[\s-](?:to[\s-](?:mid|late)[\s-])?(?:in\s)?(?:the\s)?)?"
)
_CENTURY = f"[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}"
_BC = r"(?:BCE?|B\.C\.(?:E\.)?)"
_AD = r"(?:AD|A\.D\.|CE)"
_Y = rf"(?P<y>{YEAR})"
YEAR_RULES = (
    rule(
        rf"(?P<m>{MONTH})(?:\s?[-–/]\s?|\s(?:to|through|until)\s)(?P<to>{MONTH})(?:,?\s(?:of\s|in\s)?){_Y}\b",
        _month_range,
    ),
    rule(rf"(?P<m>{MONTH})(?:,?\s|\sof\s|\sin\s|[-/])(?P<y>{YEAR}|{SHORT_YEAR})\b(?!s)", _month),
    rule(
        rf"(?P<s>spring|summer|autumn|fall|winter)(?:\s|\sof\s|,\s|\sin\s)(?P<y>{YEAR}|{SHORT_YEAR})(?:[-–/][0-9]{{2}})?",
        _season,
    ),
    rule(rf"{_PART}(?P<y>[12][0-9]{{2}}0)['’]?s", _decade),
    rule(rf"{_PART}['’‘](?P<d>[2-9]0)['’]?s", _short_decade),
    rule(rf"{_PART}(?P<d>[2-9]0)s", _short_decade, is_short_decade),
    rule(rf"{_PART}(?<=the\s)(?P<d>{'|'.join(DECADES)})", _short_decade),
    rule(
        rf"{_PART}(?P<c>{_CENTURY})(?:(?:\s?[-–]\s?|\s(?:to|and|or|through)\s)(?:the\s)?(?P<to>{_CENTURY}))?"
        rf"[\s-](?:century|centuries)(?:(?P<bc>\s{_BC})|\s{_AD})?",
        _century,
        is_century,
    ),
    rule(rf"(?P<c>{_CENTURY})\smillenni(?:um|a)(?:\s(?:{_BC}|{_AD}))?", unknown),
    rule(
        rf"[0-9]{{1,4}}\s?[-–]\s?[0-9]{{1,4}}\s{_BC}"
        rf"|[0-9]{{1,4}}\s{_BC}(?:\s?[-–]\s?|\sto\s)(?:{_AD}\s)?[0-9]{{1,4}}(?:\s(?:{_AD}|{_BC}))?",
        unknown,
        flags=0,
    ),
    rule(rf"(?:AD|A\.D\.)\s(?P<y>[0-9]{{1,4}})|(?P<y2>[0-9]{{1,4}})\s(?:{_AD}|{_BC})", _era, flags=0),
)
BARE_RULES = (
    rule(rf"{_Y}\s?[-–—/]\s?(?P<to>{YEAR}|[0-9]{{2}}|(?<=/)[0-9])", _year_range, is_year_range),
    rule(rf"{_Y}\s(?P<m>{MONTH})", _month, is_month),
    rule(rf"(?P<m>{MONTH})(?P<y>(?!))?", _month, is_month),
    rule(rf"(?P<w>{WEEKDAY_NAME})", _weekday, is_weekday),
    rule(_Y, _single_year, is_year),
)
"""Tried after all others: a month, a weekday or a year alone."""
