"""Publication dates as ISO 8601 partial dates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_NUMERIC = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$"  # ISO 8601, as programs write it
    r"|(\d{4})[./](\d\d?)[./](\d\d?)$"
    r"|(\d{4})(\d\d)(\d\d)$",
    re.ASCII,
)
_STATED_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_LONGEST = 60  # characters; a longer value is a sentence, not a date
_KEPT = {"year": 4, "month": 7, "day": 10}  # how much of "2002-08-19" each precision stands for


def partial_date(value: str) -> str | None:
    """Return "2002", "2002-08" or "2002-08-19" for a date as people or programs write it, else `None`.

    Only what is stated is given: "August 2002" has no day, and of "03/04/2002", which is the third of April or the
    fourth of March, only the year is certain. Relative dates, two-digit years and languages other than English give
    `None`. A time of day is dropped, and the date kept as it stands in its own time zone.
    """
    value = value.strip()
    if len(value) > _LONGEST:
        return None
    if numbers := _NUMERIC.match(value):
        return _checked([int(group) for group in numbers.groups() if group])
    return _worded(value) if _STATED_YEAR.search(value) else None


def _checked(parts: list[int]) -> str | None:
    if not _STATED_YEAR.match(str(parts[0])):
        return None
    try:
        whole = date(parts[0], *[*parts[1:], 1, 1][:2]).isoformat()
    except ValueError:
        return None
    return whole[: 3 * len(parts) + 1]


@lru_cache(maxsize=1024)
def _worded(value: str) -> str | None:
    by_day, by_month = (_read(value, order) for order in ("DMY", "MDY"))
    if by_day and by_month and by_day != by_month:
        return by_day[:4] if by_day[:4] == by_month[:4] else None
    return by_day or by_month


def _read(value: str, order: str) -> str | None:
    found = _parser(order).get_date_data(value)
    if found.date_obj is None or found.period not in _KEPT:
        return None
    return str(found.date_obj.date().isoformat()[: _KEPT[found.period]])


@cache
def _parser(order: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # reads its tables for a fifth of a second at the first date

    return DateDataParser(
        languages=["en"],
        settings={"DATE_ORDER": order, "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"]},
    )
