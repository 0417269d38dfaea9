"""Rules for parts of years and months: "the first six months of 2002", "Q3", "late March", "the year ended June 30".

Without a year the latest one is meant that had begun at publication. A company's own year ("fiscal 2021") stays
without bounds.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, month, months, shifted, year
from extract.calendar.parts import split
from extract.calendar.rule import DAY, MONTH, YEAR, month_number, rule, unknown, year_without
from extract.calendar.time_units import COUNT, anchor, around, moved, read_count
from extract.calendar.time_words import UNIT_MONTHS
from extract.calendar.weak_phrases import is_quarter, is_year_end

_PART_WORDS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_OF_YEAR = rf"(?P<of>(?:the\s(?:fiscal|financial)\s)?(?:year\s)?{YEAR}|(?:last|this|next|the)\syear)"
_EDGES = "early|mid|late|beginning|start|end|middle"
_ENDING_DAY = rf"(?:(?P<m>{MONTH})(?:\s(?P<d>{DAY})(?![0-9]))?|(?P<d2>{DAY})\s(?P<m2>{MONTH}))(?:,?\s(?P<y>{YEAR}))?"


def _year_of(printed: str | None, published: Published) -> int | None:
    """The year meant by "2019", "last year", "this year", "next year"."""
    if printed and re.search("[0-9]{4}", printed):
        return int(re.findall("[0-9]{4}", printed)[0])
    if not printed or published.year is None:
        return None
    step = {"last": -1, "this": 0, "next": 1, "the": 0}.get(printed.lower().split()[0])
    return None if step is None else published.year + step


def _quarter(found: re.Match[str], published: Published, before: str) -> Days:
    printed = (found["q"] or found["q2"] or found["q3"]).lower()
    number = _PART_WORDS.get(printed) or int(printed)
    if found["fiscal"]:
        return UNKNOWN
    if found["of"] or found["y3"]:
        which = _year_of(found["of"] or found["y3"], published)
        return months(which, 3 * number - 2, 3 * number) if which else UNKNOWN
    if published.year is None or published.month is None:
        return UNKNOWN
    current = months(published.year, 3 * number - 2, 3 * number)
    now = published.days.last
    started = current.first is not None and now is not None and current.first <= now
    return current if started else months(published.year - 1, 3 * number - 2, 3 * number)


def _first_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the first six months of 2002", "the second half of last year", "the last quarter of 2001"."""
    which = _year_of(found["of"], published)
    if which is None:
        return UNKNOWN
    position = found["which"].lower()
    size = {"half": 6, "quarter": 3}.get(found["unit"].lower(), UNIT_MONTHS.get(found["unit"].lower(), 0))
    count = (read_count(found["n"]) if found["n"] else 1) or 0
    length = size * count
    if not 0 < length <= 12:
        return UNKNOWN
    if position in ("first", "opening"):
        return months(which, 1, length)
    if position == "second" and found["unit"].lower() == "half":
        return months(which, 7, 12)
    if position in ("last", "final", "closing"):
        return months(which, 13 - length, 12)
    return UNKNOWN


def _coded(found: re.Match[str], published: Published, before: str) -> Days:
    """ "Q3 2019", "2019 H2", "1H 2020"."""
    kind = (found["k"] or found["k2"] or found["k3"]).lower()
    number = int(found["n"] or found["n2"] or found["n3"])
    size = 3 if kind == "q" else 6
    if size * number > 12:
        return UNKNOWN
    return months(int(found["y"] or found["y2"] or found["y3"]), size * (number - 1) + 1, size * number)


def _edge(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the end of 2019", "early 2001", "the start of next year", "mid-2019"."""
    return split(_whole(found["of"].lower(), published), re.split(r"\s(?:of|in)\b", found["part"])[0])


def _year_end(found: re.Match[str], published: Published, before: str) -> Days:
    """ "by year-end", "at the end of year"."""
    number = int(found["y"]) if found["y"] else published.year
    return split(year(number), "end") if number else UNKNOWN


def _whole(printed: str, published: Published) -> Days:
    """The days of "2019", "the year 2019", "last month", "the week" (this one)."""
    which, unit = printed.split()[0], printed.split()[-1]
    if unit.isdigit():
        return year(int(unit))
    start = anchor(published, unit)
    if start is None:
        return UNKNOWN
    step = {"last": -1, "next": 1}.get(which, 0)
    return around(moved(around(start, unit).first or start, step, unit), unit)


def _month_of(found: re.Match[str], published: Published, before: str) -> Days:
    """The month that a rule names, with its year or without."""
    index = month_number(found["m"])
    if found["y"]:
        return month(int(found["y"]), index)
    number = year_without(month(published.year, index), published, before) if published.year else None
    return month(number, index) if number else UNKNOWN


def _month_quarter(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the December quarter": the three months that end with it."""
    last = _month_of(found, published, before)
    return Days(shifted(last.first, -2), last.last) if last.first else UNKNOWN


def _month_part(found: re.Match[str], published: Published, before: str) -> Days:
    return split(_month_of(found, published, before), found["part"])


def _week_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the first week of March", "the last week of 2016", "the second half of June 2001": by days from its start."""
    whole = _month_of(found, published, before) if found["m"] else _whole(found["of"].lower(), published)
    which = found["which"].lower()
    if whole.first is None or whole.last is None:
        return UNKNOWN
    half = found["unit"].lower() == "half"
    if half and which in ("first", "second"):
        return split(whole, f"{which} half") if found["of"] else _halved(whole, which)
    if which in ("last", "final"):
        return Days(whole.last - timedelta(days=6), whole.last)
    first = whole.first + timedelta(days=7 * (_PART_WORDS[which] - 1))
    return UNKNOWN if half else Days(first, first + timedelta(days=6))


def _halved(whole: Days, which: str) -> Days:
    """The first fifteen days of a month, or those after."""
    if whole.first is None:
        return UNKNOWN
    middle = whole.first + timedelta(days=15)
    return Days(whole.first, middle - timedelta(days=1)) if which == "first" else Days(middle, whole.last)


def _ending(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the six months to June", "the year ended March 31, 2019", "the week ending March 19"."""
    index = month_number(found["m"] or found["m2"])
    printed = found["d"] or found["d2"]
    number = int(found["y"]) if found["y"] else None
    if number is None:
        if published.year is None or published.month is None:
            return UNKNOWN
        number = published.year if index <= published.month else published.year - 1
    last = month(number, index).last if not printed else None
    if printed:
        try:
            last = date(number, index, int(re.sub("[^0-9]", "", printed)))
        except ValueError:
            return UNKNOWN
    count = read_count(found["n"]) if found["n"] else 1
    if last is None or not count:
        return UNKNOWN
    return Days(moved(last + timedelta(days=1), -count, found["unit"].lower()), last)


YEAR_PART_RULES = (
    rule(
        rf"(?:the\s)?(?P<which>first|second|last|final|opening|closing)\s(?:(?P<n>{COUNT})\s)?"
        rf"(?P<unit>half|month|quarter)s?\s(?:of|in)\s{_OF_YEAR}",
        _first_of,
    ),
    rule(
        r"(?:the\s)?(?:(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final)[\s-](?P<fiscal>fiscal[\s-]|financial\s)?"
        r"quarter|Q(?P<q2>[1-4])|(?P<q3>[1-4])Q)"
        rf"(?:(?:\s(?:of|in)\s|,?\s|\s?['’]?)(?:(?P<y3>(?<=Q|\s|['’]){YEAR})|{_OF_YEAR}))?",
        _quarter,
        is_quarter,
    ),
    rule(
        rf"(?P<y>{YEAR})[\s-]?(?P<k>[QH])(?P<n>[1-4])|(?P<k2>[QH])(?P<n2>[1-4])[\s-]?(?:of\s|in\s)?(?P<y2>{YEAR})"
        rf"|(?P<n3>[1-4])(?P<k3>[QH])\s?(?P<y3>{YEAR})",
        _coded,
    ),
    rule(rf"(?:the\s)?(?P<m>march|june|september|december)\squarter(?:\s(?:of\s)?(?P<y>{YEAR}))?", _month_quarter),
    rule(
        rf"(?:the\s)?(?P<part>(?:early|mid|late)(?=[\s-](?:in\s)?)|(?:{_EDGES}|close|turn)(?=[\s-](?:part\s)?of\s))"
        rf"[\s-](?:part\s)?(?:(?:of|in)\s)?(?P<of>(?:the\syear\s)?{YEAR}(?!s|\s?[-–—/][0-9])"
        r"|(?:last|this|next|the)\s(?:year|quarter|month|week|decade))",
        _edge,
    ),
    rule(
        rf"(?:the\s)?(?P<part>(?:early|mid|late)(?=[\s-](?:in\s)?)|(?:{_EDGES}|close)(?=\sof\s))[\s-](?:in\s|of\s)?"
        rf"(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?",
        _month_part,
    ),
    rule(
        rf"(?:the\s)?(?P<which>{'|'.join(_PART_WORDS)})\s(?P<unit>week|half)\s(?:of|in)\s"
        rf"(?:(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?|(?P<of>{YEAR}|(?:last|this|next|the)\s(?:month|year)))",
        _week_of,
    ),
    rule(
        rf"(?:the\s|a\s)?(?:(?P<n>{COUNT})\s|(?:full\s|fiscal\s|financial\s))?(?P<unit>week|month|quarter|year)s?\s"
        rf"(?:that\s)?(?:to|ended|ending|through|up\sto)\s(?:on\s|in\s|the\send\sof\s)?{_ENDING_DAY}",
        _ending,
    ),
    rule(
        rf"(?:the\s)?(?:fiscal|financial)(?:\syear)?\s['’]?(?:{YEAR}(?:[-–/][0-9]{{2,4}})?|[0-9]{{2}})"
        rf"|(?:the\s)?{YEAR}(?:[-–/][0-9]{{2,4}})?\s(?:fiscal|financial)\syear"
        r"|FY\s?['’]?[0-9]{2,4}(?:[-–/][0-9]{2})?",
        unknown,
    ),
    rule(r"(?:the\s)?turn\sof\sthe\s(?:century|millennium)", unknown),
    rule(
        rf"(?:the\s)?(?:year[\s-]end|end\sof(?:\sthe)?\syear|year['’]s\send)(?:\s(?P<y>{YEAR}))?",
        _year_end,
        is_year_end,
    ),
)
