"""Units of time, counted: "three months", the decade around a day, the day two weeks earlier."""

from __future__ import annotations

from datetime import date, timedelta

from extract.calendar.calendar_spans import Days, Published, months, shifted, week, years
from extract.calendar.time_words import COUNTS, UNIT_DAYS, UNIT_MONTHS

UNIT = r"day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?"
COUNT = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,4}}|{_TENS}|" + "|".join(
    sorted((w for w in COUNTS if "-" not in w and not w.endswith("ty") and w not in ("a", "an")), key=len, reverse=True)
)


def read_count(printed: str) -> int | None:
    """The number that a count word says; `None` for "several" and for 0."""
    word = " ".join(printed.lower().replace(",", "").split()).removeprefix("a ")
    return (int(word) or None) if word.isdigit() else COUNTS.get(word)


def moved(start: date, count: int, unit: str) -> date:
    """The day `count` units later, or earlier when negative.

    :raises ValueError: outside of the calendar's years 1 to 9999
    """
    if unit in UNIT_MONTHS:
        if not 12 <= start.year * 12 + start.month - 1 + count * UNIT_MONTHS[unit] < 120_000:
            raise ValueError(f"{count} {unit} from {start} lies outside of years 1 to 9999")
        return shifted(start, count * UNIT_MONTHS[unit])
    days = count * UNIT_DAYS[unit]
    return start + timedelta(days=days) if abs(days) < 300_000 else start


def around(some: date, unit: str) -> Days:
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


def anchor(published: Published, unit: str) -> date | None:
    """A day to count from, if the publication date is known finely enough for the unit."""
    if published.day:
        return published.day
    if unit in ("year", "decade", "century", "centurie") or (published.month and unit in ("month", "quarter")):
        return published.days.first
    return None
