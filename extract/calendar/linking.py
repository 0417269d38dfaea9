"""What the words around a date make of it: "from X to Y", "since X", "before X", "three days after X", "X onwards"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, week
from extract.calendar.distance_rules import counted_from
from extract.calendar.rule import Rule
from extract.calendar.time_units import COUNT, UNIT, moved, read_count

_REACH = 40  # characters before a date that may turn it around
_LINK = re.compile(r"\s?[-–—~]\s?|\s(?:to|until|till|through|up\sto)\s(?:the\s)?|\sand\s(?:the\s)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_FROM = re.compile(r"\bfrom\s(?:the\s|about\s|around\s)?$", re.I)
_LISTED = re.compile(r"\s(?:and|or)\s(?:in\s|on\s)?(?:the\s)?|,\s", re.I)
_OPENING = re.compile(
    r"(?<![\w-])(?P<word>since|until|till|by|before|after|prior\sto|up\sto|as\sof|from|starting\s(?:in|on|from)|"
    r"beginning\s(?:in|on)|ever\ssince|(?:no|not)\slater\sthan|(?:no|not)\searlier\sthan)"
    r"\s(?:about\s|around\s|at\sleast\s|roughly\s)?(?:the\s)?$", re.I
)  # fmt: skip
_DATED_FROM = re.compile(r"\b(?:dat(?:es?|ed|ing)|survive[sd]?|figures?|data|statistics|numbers)\s(?:back\s)?$", re.I)
_STRETCH = re.compile(r"\b(?:periods?|years?|decades?|months?|weeks?|days?|era|time)\s$", re.I)
_ONWARDS = re.compile(
    r"\s(?:(?:and|or)\s(?P<way>later|beyond|earlier|(?:after|before)(?=\s?[,.;)]|$))|(?:on|for)wards?)\b", re.I
)
_DISTANCE = re.compile(
    rf"(?<![\w-])(?<!\bfor\s)(?:(?P<n>{COUNT}|an?)\s(?P<unit>{UNIT})s?|the\s(?P<unit2>day|night|week|month|year))\s"
    r"(?P<way>after|before|from|following|prior\sto)\s(?:the\s)?$", re.I
)  # fmt: skip
_LASTING = re.compile(
    rf"(?<![\w-])(?:(?P<n>{COUNT})\s|the\s|a\s)(?P<unit>day|week|month|year)s?,?\s"
    r"(?P<way>commencing|beginning|starting|from|of)\s(?:on\s)?(?:the\s)?$", re.I
)  # fmt: skip
_OUTER_EDGE = re.compile(r"(?:the\s)?(?:(?P<end>end|close)|(?:beginning|start))\s(?:of|in)\b", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A date or period as a rule found it, before the words around it are read."""

    start: int
    end: int
    days: Days
    rule: Rule
    match: re.Match[str]


def joined(text: str, found: Iterable[Found], published: Published, now: Rule) -> Iterator[Found]:
    """The dates in order, those of "from X to Y", "between X and Y" and "X–Y" as one.

    :param now: the rule for "now" and "the present", which only end or start a range
    """
    last: Found | None = None
    for item in found:
        if last and (days := _range(text, last, item, published, now)):
            start = last.start
            before = text[max(0, start - 24) : start]
            opening = _BETWEEN.search(before) or _FROM.search(before)
            start -= len(opening[0]) if opening else 0
            last = replace(last if item.rule is now else item, start=start, end=item.end, days=days)
            continue
        if last and last.rule is not now:
            yield _with_year_of(text, last, item)
        last = item
    if last and last.rule is not now:
        yield last


def _range(text: str, first: Found, second: Found, published: Published, now: Rule) -> Days | None:
    """The days from the first to the second where the words between them join the two; else `None`."""
    gap, before = text[first.end : second.start], text[max(0, first.start - 24) : first.start]
    if len(gap) > 12 or not _LINK.fullmatch(gap) or (" and " in gap.lower() and not _BETWEEN.search(before)):
        return None
    days, end = first.days, second.days.last
    if _is_within(days, second.days):  # "February 6 - this year"
        return None
    if second.rule is now and days.first and end is None:
        return Days(days.first, None)
    if first.rule is now and _is_yearless(second):
        end = second.rule.resolve(second.match, published, "will ").last
    elif _is_yearless(first) and end:  # "from May to July 2001", "from November to March"
        end = _end_of_current(first, second, published) or end
        days = _latest_before(first, end)
    if days.first and end and days.first > end and _is_weekday(first) and _is_weekday(second):
        days = Days(days.first - timedelta(days=7), None)  # "from Friday to Monday"
    if days.first is None or end is None:
        return UNKNOWN if _BETWEEN.search(before) or _FROM.search(before) else None
    return Days(days.first, end) if days.first <= end else None


def _end_of_current(first: Found, second: Found, published: Published) -> date | None:
    """The end of "from May to September" where it has begun and still lasts at publication; else `None`."""
    if published.day is None or not _is_yearless(second):
        return None
    end = second.rule.resolve(second.match, published, "will ").last
    start = _latest_before(first, end).first if end else None
    return end if start and start <= published.day else None


def _latest_before(found: Found, end: date) -> Days:
    return found.rule.resolve(found.match, Published(end.year, end.month, end), "")


def _is_within(inner: Days, outer: Days) -> bool:
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last and outer.first < outer.last


def _is_weekday(found: Found) -> bool:
    return bool(found.match.groupdict().get("w"))


def _with_year_of(text: str, first: Found, second: Found) -> Found:
    """The first of "in May and July 2001" in the year of the second."""
    if not _is_yearless(first) or _is_yearless(second) or "m" not in second.match.groupdict():
        return first
    end = second.days.last
    if end is None or not _LISTED.fullmatch(text, first.end, second.start):
        return first
    return replace(first, days=_latest_before(first, end))


def _is_yearless(found: Found) -> bool:
    return "y" in found.match.groupdict() and found.match["y"] is None


def opened(text: str, found: Found, in_noun: Callable[[int, int], bool]) -> tuple[int, int, Days]:
    """Start, end and days with the words that open, shift or turn around a date ("since", "by", "two weeks before").

    :param in_noun: whether the words between two offsets belong to a noun: "figures from 2014" are of that year
    """
    start, end, days = found.start, found.end, found.days
    if text.startswith(("from ", "between ", "From ", "Between "), start):
        return start, end, days
    before = text[max(0, start - _REACH) : start]
    if onwards := _ONWARDS.match(text, end):
        back = (onwards["way"] or "").lower() in ("earlier", "before")
        opening = _OPENING.search(before)
        start -= len(opening[0]) if opening and opening["word"].lower() == "from" else 0
        return start, onwards.end(), Days(None, days.last) if back else Days(days.first, None)
    if shift := _DISTANCE.search(before):
        return start - len(shift[0]), end, _shifted(shift, days)
    if (lasting := _LASTING.search(before)) and days.first and days.first == days.last:
        return start - len(lasting[0]), end, _lasting(lasting, days.first)
    opening = _OPENING.search(before)
    if not opening:
        return start, end, days
    word = " ".join(opening["word"].lower().split())
    if word == "from" and found.match.groupdict().get("to"):  # "from May to July 2001", a range by itself
        return start - len(opening[0]), end, days
    if word == "from" and (text.startswith(("'s", "’s"), end) or _is_dating(before[: opening.start()], found, in_noun)):
        return start, end, days
    return start - len(opening[0]), end, _opened(word, days, _OUTER_EDGE.match(text, found.start))


def _is_dating(before: str, found: Found, in_noun: Callable[[int, int], bool]) -> bool:
    """Whether "from 2014" tells when a thing was made, rather than since when it has lasted."""
    if _DATED_FROM.search(before):
        return True
    return in_noun(found.start, found.end) and not _STRETCH.search(before)


def _shifted(shift: re.Match[str], days: Days) -> Days:
    unit, count = (shift["unit"] or shift["unit2"]).lower(), read_count(shift["n"] or "a")
    way = -1 if shift["way"].lower() in ("before", "prior to") else 1
    if days.first is None or days.last is None or count is None:
        return UNKNOWN
    if days.first == days.last and unit in ("week", "fortnight"):
        unit, count = "day", count * (14 if unit == "fortnight" else 7)
    try:
        if days.first == days.last and unit != "day":
            same = moved(days.first, way * count, unit)
            return Days(same, same)
        start = days.last if way > 0 and unit == "day" else days.first
        return counted_from(Days(start, start), way * count, unit)
    except (ValueError, OverflowError):  # outside of the calendar's years 1 to 9999
        return UNKNOWN


def _lasting(lasting: re.Match[str], first: date) -> Days:
    """ "the week of March 4" is the calendar's; "two weeks starting May 20" start there."""
    unit, count = lasting["unit"].lower(), read_count(lasting["n"] or "a")
    if lasting["way"].lower() == "of" and unit == "week":
        return week(first)
    if count is None:
        return Days(first, None)
    try:
        return Days(first, moved(first, count, unit) - timedelta(days=1))
    except (ValueError, OverflowError):
        return UNKNOWN


def _opened(word: str, days: Days, edge: re.Match[str] | None) -> Days:
    if word in ("until", "till", "by", "up to", "no later than", "not later than"):
        return Days(None, days.last)
    if word in ("before", "prior to"):
        if edge and edge["end"]:  # "before the end of the year" is any day up to its last
            return Days(None, days.last)
        return Days(None, days.first - timedelta(days=1) if days.first and days.first > date.min else None)
    if word == "after":
        if edge and not edge["end"]:
            return Days(days.first, None)
        return Days(days.last + timedelta(days=1) if days.last and days.last < date.max else None, None)
    return days if word == "as of" else Days(days.first, None)
