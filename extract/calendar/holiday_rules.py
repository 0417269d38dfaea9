"""Rules for days of feast: "Christmas Day 2015", "last Easter", "on New Year's Eve"; without a year the latest one."""

from __future__ import annotations

import re
from datetime import date

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, day
from extract.calendar.holidays import NAMES, holiday
from extract.calendar.rule import YEAR, is_future, rule
from extract.calendar.weak_phrases import is_feast


def _holiday(found: re.Match[str], published: Published, before: str) -> Days:
    name = " ".join(found["h"].lower().replace("’", "'").split()).replace("st. ", "st ").replace("saint ", "st ")
    if found["y"]:
        return _of(name, int(found["y"]))
    if published.day is None:
        return UNKNOWN
    which = (found["which"] or "").lower()
    if which == "this":
        return _of(name, published.day.year)
    ahead = which in ("next", "coming") or (not which and is_future(before))
    return _nearest(name, published.day, ahead=ahead, strictly=bool(which))


def _nearest(name: str, anchor: date, *, ahead: bool, strictly: bool) -> Days:
    step = 1 if ahead else -1
    for number in range(anchor.year - step, anchor.year + 2 * step, step):
        only = _of(name, number)
        if only.first and (only.first - anchor).days * step >= int(strictly):
            return only
    return UNKNOWN


def _of(name: str, number: int) -> Days:
    only = holiday(name, number)
    return day(only.year, only.month, only.day) if only else UNKNOWN


_NAMES = "|".join(sorted((n.replace("'", "['’]").replace(" ", r"\s") for n in NAMES), key=len, reverse=True)).replace(
    r"st\spatrick", r"(?:st\.?|saint)\spatrick"
)
HOLIDAY_RULES = (
    rule(
        rf"(?:(?P<which>last|previous|this|next|coming)\s)?(?P<h>{_NAMES})(?:(?:,?\s|\s(?:in|of)\s)(?P<y>{YEAR}))?",
        _holiday,
        is_feast,
    ),
)
