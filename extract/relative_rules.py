"""Rules for periods counted from the publication date: "last year", "10 years ago", "in the last two decades", "Q3".

Without a publication date they are found all the same, with unknown bounds. What is counted from another date of the
text ("a year earlier", "two years later") and what each company sets for itself ("fiscal 2021") stays unknown.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.calendar_spans import UNKNOWN, Days, Published, month, months, shifted, week, year, years
from extract.date_rules import DAY, MONTH, WEEKDAY_NAME, YEAR, month_number, rule, season, split
from extract.time_words import COUNTS, SEASONS, UNIT_DAYS, UNIT_MONTHS, WEEKDAYS

_UNIT = r"day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie"
_COUNT = r"[0-9]{1,4}|" + "|".join(sorted((w for w in COUNTS if w not in ("a", "an")), key=len, reverse=True))
_LAST, _NEXT = "last|past|previous|preceding", "next|coming|following|upcoming"
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
_BACK = frozenset(_LAST.split("|"))


def _count(printed: str) -> int | None:
    word = " ".join(printed.lower().split())
    return int(word) if word.isdigit() else COUNTS.get(word)


def _moved(start: date, count: int, unit: str) -> date:
    """The day `count` units later, or earlier when negative."""
    if unit in UNIT_MONTHS:
        return shifted(start, count * UNIT_MONTHS[unit])
    days = count * UNIT_DAYS[unit]
    return start + timedelta(days=days) if abs(days) < 300_000 else start


def _around(some: date, unit: str) -> Days:
    """The calendar unit that a day falls in."""
    if unit in ("week", "fortnight"):
        return week(some)
    if unit in ("month", "quarter", "year", "decade", "century", "centurie"):
        first = {"month": some.month, "quarter": (some.month - 1) // 3 * 3 + 1}.get(unit)
        if first:
            return months(some.year, first, first + (2 if unit == "quarter" else 0))
        size = {"year": 1, "decade": 10}.get(unit, 100)
        start = some.year - (some.year - (1 if size == 100 else 0)) % size if size > 1 else some.year
        return years(start, start + size - 1)
    if unit == "weekend":
        saturday = some + timedelta(days=5 - some.weekday())
        return Days(saturday, saturday + timedelta(days=1))
    return Days(some, some)


def _anchor(published: Published, unit: str) -> date | None:
    """A day to count from, if the publication date is known finely enough for the unit."""
    if published.day:
        return published.day
    if unit in ("year", "decade", "century", "centurie") or (published.month and unit in ("month", "quarter")):
        return published.days.first
    return None


def _calendar_unit(found: re.Match[str], published: Published, before: str) -> Days:
    """ "last year", "this month", "next week", "the same week"."""
    which, unit = found["which"].lower(), found["unit"].lower()
    start = _anchor(published, unit)
    if start is None or which in ("same", "previous", "preceding", "following", "first"):
        return UNKNOWN
    if unit in ("decade", "century") and which in ("past", "last") and unit == "decade":
        return Days(_moved(start, -1, unit), published.days.last)
    step = -1 if which in ("last", "past") else 1 if which in ("next", "coming", "upcoming") else 0
    if unit == "weekend" and step <= 0:
        step = -1 if start.weekday() < 5 else step
        return _around(start + timedelta(days=7 * step), unit)
    return _around(_moved(_around(start, unit).first or start, step, unit), unit)


def _within_year(found: re.Match[str], published: Published, before: str) -> Days:
    """ "earlier this year", "later this month", "so far this year"."""
    unit = found["unit"].lower()
    start = _anchor(published, unit)
    if start is None:
        return UNKNOWN
    whole = _around(start, unit)
    later = found["side"].lower().startswith("later")
    return published.days & whole if later else whole & published.days


def _counted(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the last two decades", "the next five years", "the past few months"."""
    which, unit = found["which"].lower(), found["unit"].lower()
    count = _count(found["n"])
    start = _anchor(published, unit)
    if count is None or start is None or which in ("first", "previous", "preceding", "following", "final"):
        return UNKNOWN
    end = published.days.last or start
    if which in _BACK:
        return Days(_moved(start, -count, unit), end)
    return Days(start + timedelta(days=unit in UNIT_DAYS), _moved(end, count, unit))


def _ago(found: re.Match[str], published: Published, before: str) -> Days:
    unit = found["unit"].lower()
    count = _count(found["n"])
    start = _anchor(published, unit)
    if count is None or start is None or found["side"].lower() != "ago":
        return UNKNOWN
    then = _moved(start, -count, unit)
    return year(then.year) if unit in ("decade", "century", "centurie") else _around(then, unit)


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
    count = (_count(found["n"]) if found["n"] else 1) or 0
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


def _edge(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the end of 2019", "early 2001", "the start of next year", "mid-2019"."""
    whole = _whole(found["of"].lower(), published)
    word = re.split(r"[\s-]", found["part"].lower())[0]
    part = {"beginning": "start", "start": "start", "outset": "start", "dawn": "start", "end": "end", "close": "end",
            "turn": "start", "middle": "mid"}.get(word, word)  # fmt: skip
    return split(whole, part)


def _whole(printed: str, published: Published) -> Days:
    """The days of "2019", "the year 2019", "last month", "the week" (this one)."""
    which, unit = printed.split()[0], printed.split()[-1]
    if unit.isdigit():
        return year(int(unit))
    start = _anchor(published, unit)
    if start is None:
        return UNKNOWN
    step = {"last": -1, "next": 1}.get(which, 0)
    return _around(_moved(_around(start, unit).first or start, step, unit), unit)


def _month_part(found: re.Match[str], published: Published, before: str) -> Days:
    number = int(found["y"]) if found["y"] else None
    index = month_number(found["m"])
    if number is None:
        if published.year is None or published.month is None:
            return UNKNOWN
        number = published.year if index <= published.month else published.year - 1
    part = {"beginning": "start", "start": "start", "end": "end", "middle": "mid"}.get(
        found["part"].lower(), found["part"].lower()
    )
    return split(month(number, index), part)


def _week_of(found: re.Match[str], published: Published, before: str) -> Days:
    """ "the first week of March", "the second half of June 2001": by days of the month."""
    number = int(found["y"]) if found["y"] else None
    index = month_number(found["m"])
    if number is None:
        if published.year is None or published.month is None:
            return UNKNOWN
        number = published.year if index <= published.month else published.year - 1
    whole, place = month(number, index), _PART_WORDS[found["which"].lower()]
    if whole.first is None or whole.last is None:
        return UNKNOWN
    half = found["unit"].lower() == "half"
    if (place == 4 and found["which"].lower() in ("last", "final")) or (half and place == 2):
        return Days(whole.first + timedelta(days=15) if half else whole.last - timedelta(days=6), whole.last)
    size = 15 if half else 7
    return Days(whole.first + timedelta(days=size * (place - 1)), whole.first + timedelta(days=size * place - 1))


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
    count = _count(found["n"]) if found["n"] else 1
    if last is None or not count:
        return UNKNOWN
    return Days(_moved(last + timedelta(days=1), -count, found["unit"].lower()), last)


def _unknown(found: re.Match[str], published: Published, before: str) -> Days:
    return UNKNOWN


_NAMES = "|".join([*SEASONS, WEEKDAY_NAME, MONTH])
_OF_YEAR = rf"(?P<of>(?:the\s(?:fiscal|financial)\s)?(?:year\s)?{YEAR}|(?:last|this|next|the)\syear)"
_CALENDAR = r"week|month|quarter|year|decade|century"
_EDGES = "early|mid|late|beginning|start|end|middle"
_ENDING_DAY = rf"(?:(?P<m>{MONTH})(?:\s(?P<d>{DAY})(?![0-9]))?|(?P<d2>{DAY})\s(?P<m2>{MONTH}))(?:,?\s(?P<y>{YEAR}))?"
RELATIVE_RULES = (
    rule(
        rf"(?:the\s)?(?P<which>first|second|last|final|opening|closing)\s(?:(?P<n>{_COUNT})\s)?"
        rf"(?P<unit>half|month|quarter)s?\s(?:of|in)\s{_OF_YEAR}",
        _first_of,
    ),
    rule(
        r"(?:the\s)?(?:(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final)[\s-](?P<fiscal>fiscal[\s-]|financial\s)?"
        r"quarter|Q(?P<q2>[1-4])|(?P<q3>[1-4])Q)"
        rf"(?:(?:\s(?:of|in)\s|,?\s|\s?['’]?)(?:(?P<y3>(?<=Q|\s|['’]){YEAR})|{_OF_YEAR}))?",
        _quarter,
    ),
    rule(
        rf"(?:the\s)?(?P<part>(?:early|mid|late)(?=[\s-](?:in\s)?)|(?:{_EDGES}|close|turn)(?=[\s-](?:part\s)?of\s))"
        rf"[\s-](?:part\s)?(?:(?:of|in)\s)?(?P<of>(?:the\syear\s)?{YEAR}(?!s|\s?[-–—/][0-9])"
        r"|(?:last|this|next|the)\s(?:year|month|week|decade))",
        _edge,
    ),
    rule(
        rf"(?:the\s)?(?P<part>{_EDGES})[\s-](?:in\s|of\s)?(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?",
        _month_part,
    ),
    rule(
        rf"(?:the\s)?(?P<which>{'|'.join(_PART_WORDS)})\s(?P<unit>week|half)\sof\s(?P<m>{MONTH})(?:,?\s(?P<y>{YEAR}))?",
        _week_of,
    ),
    rule(
        rf"(?:the\s|a\s)?(?:(?P<n>{_COUNT})\s|(?:full\s|fiscal\s|financial\s))?(?P<unit>week|month|quarter|year)s?\s"
        rf"(?:that\s)?(?:to|ended|ending|through|up\sto)\s(?:on\s|in\s|the\send\sof\s)?{_ENDING_DAY}",
        _ending,
    ),
    rule(
        rf"(?:fiscal|financial)(?:\syear)?\s['’]?(?:{YEAR}(?:[-–/][0-9]{{2,4}})?|[0-9]{{2}})"
        r"|FY\s?['’]?[0-9]{2,4}(?:[-–/][0-9]{2})?",
        _unknown,
    ),
    rule(rf"(?P<side>earlier|later|so\sfar|early|late)\s(?:in\s)?this\s(?P<unit>{_CALENDAR})", _within_year),
    rule(
        rf"(?:the\s|these\s|those\s)?(?P<which>{_LAST}|{_NEXT}|first|final)\s(?P<n>{_COUNT}|couple\sof)\s"
        rf"(?:full\s|calendar\s|fiscal\s)?(?P<unit>{_UNIT})s",
        _counted,
    ),
    rule(
        rf"(?P<n>{_COUNT}|an?|a\scouple\sof|a\sfew|half\sa)\s(?P<unit>{_UNIT})s?\s"
        r"(?P<side>ago|earlier|later|before|previously|from\snow|hence)",
        _ago,
    ),
    rule(r"(?:decades|centuries|years|months|weeks|days)\s(?:ago|earlier|later)", _unknown),
    rule(rf"(?:the\s)?(?P<which>{_LAST}|{_NEXT}|this|same)[\s-](?P<name>{_NAMES})", _named),
    rule(rf"(?P<name>{WEEKDAY_NAME})\s(?:of\s)?(?P<which>last|next|this)\sweek", _weekday_of),
    rule(
        rf"(?:the\s)?(?P<which>{_LAST}|{_NEXT}|this|same|current|present)[\s-]"
        rf"(?:(?:calendar|fiscal|financial|whole)\s)?(?P<unit>weekend|{_CALENDAR})",
        _calendar_unit,
    ),
    rule(r"(?P<when>yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))", _near_day),
)
