"""Data: days of feast that fall on a day of the year that can be told, and those that the moon or a country sets."""

from __future__ import annotations

from datetime import date, timedelta

FIXED = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "international women's day": (3, 8), "april fools' day": (4, 1), "may day": (5, 1), "juneteenth": (6, 19),
    "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
"""Holiday -> its month and day."""
WEEKDAY_OF_MONTH = {
    "martin luther king day": (1, 0, 3), "memorial day": (5, 0, -1), "labor day": (9, 0, 1), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}  # fmt: skip
"""Holiday of the United States -> month, weekday (0 is Monday), which one (-1 is the last)."""
FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter": 0, "easter sunday": 0, "easter monday": 1, "ascension day": 39, "pentecost": 49, "whit monday": 50,
}  # fmt: skip
"""Holiday -> days after Easter Sunday of the Western churches."""
FROM_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
UNSETTLED = (
    "ramadan", "eid al-fitr", "eid al-adha", "eid", "diwali", "passover", "hanukkah", "yom kippur", "rosh hashanah",
    "lunar new year", "chinese new year", "independence day", "mother's day", "father's day", "labour day",
)  # fmt: skip
"""Their day is set by another calendar or differs from country to country: found, without bounds."""
NAMES = (*FIXED, *WEEKDAY_OF_MONTH, *FROM_EASTER, *FROM_THANKSGIVING, *UNSETTLED)


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year, named as in the tables; `None` where it is not to be told."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in WEEKDAY_OF_MONTH:
        return _weekday_of_month(year, *WEEKDAY_OF_MONTH[name])
    if name in FROM_EASTER and year > 1582:
        return easter(year) + timedelta(days=FROM_EASTER[name])
    if name in FROM_THANKSGIVING:
        return _weekday_of_month(year, *WEEKDAY_OF_MONTH["thanksgiving"]) + timedelta(days=FROM_THANKSGIVING[name])
    return None


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    golden, century = year % 19, year // 100
    skipped = century // 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leap = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    total = moon + leap - 7 * ((golden + 11 * moon + 22 * leap) // 451) + 114
    return date(year, total // 31, total % 31 + 1)
