"""Spans of days: years, months, weeks, and the publication date that relative ones are counted from."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both inclusive; `None` where open or not to be told."""

    first: date | None
    last: date | None

    def __and__(self, other: Days) -> Days:
        """From where this one starts to where the other ends."""
        return Days(self.first, other.last)


UNKNOWN = Days(None, None)


def day(year: int, month: int, number: int) -> Days:
    """One day; unknown where the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return UNKNOWN
    return Days(only, only)


def month(year: int, number: int) -> Days:
    """A calendar month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Days:
    """Whole months of one year, from `first` to `last`."""
    return month(year, first) & month(year, last)


def year(number: int) -> Days:
    """A calendar year; unknown outside of years 1 to 9999."""
    return years(number, number)


def years(first: int, last: int) -> Days:
    """Calendar years from `first` to `last`."""
    if not 1 <= first <= last <= 9999:
        return UNKNOWN
    return Days(date(first, 1, 1), date(last, 12, 31))


def week(within: date) -> Days:
    """The week from Monday to Sunday around a day."""
    monday = within - timedelta(days=within.weekday())
    return Days(monday, monday + timedelta(days=6))


def shifted(start: date, count: int) -> date:
    """The day `count` months later (earlier when negative), or the last of that month where it is shorter."""
    total = start.year * 12 + start.month - 1 + count
    number, index = min(max(total // 12, 1), 9999), total % 12 + 1
    return date(number, index, min(start.day, monthrange(number, index)[1]))


@dataclass(frozen=True, slots=True)
class Published:
    """When a text appeared, as far as it is known; what is not known is `None`, never guessed."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @property
    def days(self) -> Days:
        """The publication date as a span: a day, a month or a year."""
        if self.day:
            return Days(self.day, self.day)
        if self.year and self.month:
            return month(self.year, self.month)
        return year(self.year) if self.year else UNKNOWN


_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def parse_published(published: str | None) -> Published:
    """Reads "2002", "2002-08" or "2002-08-19" (a time that follows is left out); unknown for anything else.

    Years before 1000 or after 2999 are what programs write for no date, and unknown too.
    """
    found = _ISO.match(published or "")
    if not found or not 1000 <= int(found["year"]) < 3000:
        return Published()
    number = int(found["year"])
    index = int(found["month"] or 0)
    if not 1 <= index <= 12:
        return Published(number)
    whole = day(number, index, int(found["day"] or 0)).first
    return Published(number, index, whole)
