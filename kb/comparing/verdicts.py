"""Two figures of the same thing: agree, or differ, or differ for an innocent reason, which is said. Pure.

Every innocent reason is ruled out before "differ" is said: another unit or scale, another scope, another period, what
"about", "more than" and rounding leave open, ranges that meet, a later article that corrects the earlier. Nothing is
said of which is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.comparing.sides import Side, day_of
from kb.kinds.amounts import Amount, amount_of
from kb.words.terms import root

VERDICTS = ("agree", "differ", "other-period", "other-unit", "other-scope", "revised", "not-comparable")
CONVERTING = 0.01  # share of a value that rounding after a conversion may hide: 142 metres are printed as 466 feet
TELLING = 100  # values below are met by chance: two shares of 12 percent may be of two things
YEARS_APART = 1  # between two articles whose figures have no period: after more, things may have changed
DAYS_APART = 3  # between two articles on one event: after more, its toll may be another, or the event
RECURS = frozenset(
    map(
        root,
        """kill die dead death injure wound hurt missing arrest detain rescue evacuate displace burn destroy damage
        protest march rally hospital infect victim survive""".split(),
    )
)
REVISES = re.compile(
    r"\b(?:revis\w+|correct(?:ed|s|ion)|updat\w+|restat\w+|adjust\w+|earlier (?:estimate|figure|count)|"
    r"previously (?:put|given|reported|stated)|now puts?|initially)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two figures stand to each other, and why in words for people."""

    kind: str  # one of VERDICTS
    why: str


def verdict_on(one: Side, other: Side) -> Verdict:
    """How two figures stand to each other that are of the same thing."""
    mine, theirs = amount_of(one.figure), amount_of(other.figure)
    if mine.scale != theirs.scale:
        return _across_scales(one, other)
    if one.figure.change != other.figure.change:
        return Verdict("not-comparable", "one is a change, the other a level")
    if one.scopes != other.scopes and not _one_telling_value(one, other):
        words = ", ".join(f"“{word}”" for word in sorted(one.scopes ^ other.scopes))
        return Verdict("other-scope", f"only one of them speaks of {words}")
    if one.years and other.years and one.years.isdisjoint(other.years):
        return Verdict("other-period", f"one is for {_years(one)}, the other for {_years(other)}")
    if _dates_apart(one, other):
        return Verdict("other-period", f"one is for {_date(one)}, the other for {_date(other)}")
    if mine.meets(theirs) or _converted(one, other, mine, theirs):
        return Verdict("agree", _why_agreed(one, other))
    return _apart(one, other, mine, theirs)


def _across_scales(one: Side, other: Side) -> Verdict:
    if one.figure.kind != other.figure.kind:
        return Verdict("not-comparable", f"one is of kind {one.figure.kind}, the other {other.figure.kind}")
    if one.figure.per != other.figure.per:
        if (one.figure.value, one.figure.unit) == (other.figure.value, other.figure.unit):
            return Verdict("agree", f"the same value; only one says per {one.figure.per or other.figure.per}")
        return Verdict("other-unit", f"one is per {one.figure.per or other.figure.per}, the other is not")
    return Verdict("other-unit", f"one is in {one.figure.unit}, the other in {other.figure.unit}: no exact conversion")


def _apart(one: Side, other: Side, mine: Amount, theirs: Amount) -> Verdict:
    if bool(one.years) != bool(other.years):
        return Verdict("other-period", f"one is for {_years(one) or _years(other)}, the other does not say for when")
    if one.years != other.years:
        return Verdict("other-period", f"not surely for one time: {_years(one)} and {_years(other)}")
    if not one.years and _printed_apart(one, other):
        return Verdict(
            "other-period", f"neither says for when, and the articles are of {one.published} and {other.published}"
        )
    if _may_be_another(one, other):
        dates = f"{one.published} and {other.published}"
        return Verdict("other-period", f"such counts change and such things happen again: the articles are of {dates}")
    later = max((one, other), key=lambda side: side.published or "")
    if one.published != other.published and REVISES.search(later.figure.sentence.text):
        return Verdict("revised", f"the later article, of {later.published}, corrects the earlier")
    return Verdict("differ", f"{one.figure.surface} against {other.figure.surface}, for the same thing and time")


def _one_telling_value(one: Side, other: Side) -> bool:
    """Whether both give one value, too large to be the same by chance: then a word more narrows nothing."""
    mine, theirs = one.figure, other.figure
    return (mine.value, mine.value_high, mine.unit) == (theirs.value, theirs.value_high, theirs.unit) and (
        abs(mine.value) >= TELLING
    )


def _dates_apart(one: Side, other: Side) -> bool:
    """Whether both are of dates or months that share no day; a bare year is looked at elsewhere."""
    mine, theirs = one.figure.period, other.figure.period
    if not (mine and theirs and mine.first and mine.last and theirs.first and theirs.last):
        return False
    return mine.last < theirs.first or theirs.last < mine.first


def _date(side: Side) -> str:
    period = side.figure.period
    return f"{period.first} to {period.last}" if period else ""


def _converted(one: Side, other: Side, mine: Amount, theirs: Amount) -> bool:
    """Whether two figures in two units are one value, rounded after it was converted."""
    if one.figure.unit == other.figure.unit or mine.scale != theirs.scale:
        return False
    return mine.low <= theirs.high * (1 + CONVERTING) and theirs.low <= mine.high * (1 + CONVERTING)


def _why_agreed(one: Side, other: Side) -> str:
    if one.figure.unit != other.figure.unit and one.figure.kind not in ("count", "other"):
        return f"{one.figure.surface} and {other.figure.surface} are the same, converted"
    if one.figure.value != other.figure.value:
        return "the same as far as rounding, “about” and “more than” leave it open"
    return "the same value"


def _printed_apart(one: Side, other: Side) -> bool:
    years = [int(side.published[:4]) for side in (one, other) if side.published and side.published[:4].isdigit()]
    return len(years) == 2 and abs(years[0] - years[1]) > YEARS_APART


def _may_be_another(one: Side, other: Side) -> bool:
    """Whether two counts of what an event did are of articles printed days apart, and not for one date."""
    if not any(RECURS & side.near for side in (one, other)) or (one.figure.period and other.figure.period):
        return False
    days = [day_of(side.published) for side in (one, other)]
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) > DAYS_APART


def _years(side: Side) -> str:
    return ", ".join(map(str, sorted(side.years)))
