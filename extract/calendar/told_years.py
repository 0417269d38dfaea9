"""Whether a text is telling of another year than the one it appeared in: there "in June" is not this year's."""

from __future__ import annotations

import re
from datetime import date

from extract.calendar.calendar_spans import Published

REACH = 250  # characters before a day or month without a year: some two sentences
_NEAR = 1  # years from publication that a text of today's events names all the time
_YEAR = re.compile(r"(?<![\w.,/$£€-])(?:1[0-9]|20)[0-9]{2}(?![\w%]|[.,][0-9])")
_IN_PASSING = re.compile(
    r"\b(?:since|than|(?:founded|established|created|launched|opened|born|built|elected|acquired|introduced)\s(?:back\s)?in)\s$"
    r"|\($",
    re.I,
)

_YEAR_BEHIND = re.compile(
    r"\s(?:of\s|in\s)?(?P<which>last|this|next|that(?:\ssame)?|the\s(?:same|following|previous|next))\syear\b", re.I
)


def is_of_the_story(named: dict[str, str | None]) -> bool:
    """Whether a match is what a story of another year says of its own days: "in June", "the next week"."""
    yearless = "y" in named and named["y"] is None and bool(named.get("m") or named.get("h"))
    ahead = (named.get("which") or named.get("which2") or "").lower() == "next" and not named.get("name")
    return yearless or ahead


def tells_of_another_year(before: str, published: Published) -> bool:
    """Whether the last year named in the text before lies away from publication, and was not named in passing."""
    told = _told_year(before)
    return told is not None and published.year is not None and abs(told - published.year) > _NEAR


def _told_year(before: str) -> int | None:
    told = [m for m in _YEAR.finditer(before) if not _IN_PASSING.search(before, 0, m.start())]
    return int(told[-1][0]) if told else None


def year_behind(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The "last year" of "March last year", the "of that year" of "May 5 of that year"."""
    named = match.groupdict()
    if "y" in named and named["y"] is None and (named.get("m") or named.get("h")):
        return _YEAR_BEHIND.match(text, match.end())
    return None


def in_year(behind: re.Match[str], before: str, published: Published) -> Published:
    """The end of the year that `year_behind` found, to count back from; unknown where it is not to be told.

    :param before: the text before, whose last year is "that year"
    """
    which = behind["which"].lower()
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    base = published.year if step is not None else _told_year(before)
    if base is None or not 1 < base < 9999 or which.endswith(("following", "previous", "the next")):
        return Published()
    number = base + (step or 0)
    return Published(number, 12, date(number, 12, 31))
