"""Which of the two small numbers of "03/04/2019" is the month, where another date of the same text shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.calendar.calendar_spans import UNKNOWN, Days, day
from extract.calendar.linking import Found
from extract.calendar.rule import year_number


def settled(found: list[Found]) -> Sequence[Found]:
    """The dates, those in numbers read in the one order that others of the text ("25/12/2019") can only have."""
    orders = {_is_day_first(item) for item in found if item.match.groupdict().get("a")} - {None}
    if len(orders) != 1:  # none shows it, or they differ
        return found
    day_first = orders.pop()
    return [replace(i, days=_read(i, bool(day_first))) if i.match.groupdict().get("a") else i for i in found]


def _is_day_first(item: Found) -> bool | None:
    one, two = int(item.match["a"]), int(item.match["b"])
    return None if (one > 12) == (two > 12) else one > 12


def _read(item: Found, day_first: bool) -> Days:
    one, two, printed = int(item.match["a"]), int(item.match["b"]), item.match["y"]
    year = year_number(printed if len(printed) == 4 else f"'{printed}")
    number, month = (one, two) if day_first else (two, one)
    return day(year, month, number) if 1 <= month <= 12 else UNKNOWN
