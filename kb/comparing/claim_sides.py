"""A claim in its sentence, as it is compared: its parts, and the times that it and its article are of. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kb.base.rows import ClaimRow
from kb.comparing.sides import SCOPES, YEAR, day_of
from kb.comparing.verdicts import YEARS_APART, Verdict
from kb.verifying.roles import Roles, roles_of
from kb.verifying.said import Said, claim_roots
from kb.words.terms import plain, read_words

NOT_THE_SAME = Verdict("not-comparable", "they are not surely of the same thing")


@dataclass(frozen=True, slots=True)
class ClaimSide:
    """One of two claims that are compared, with its sentence."""

    claim: ClaimRow
    said: Said
    roles: Roles
    words: frozenset[str]  # roots of all its parts


def claim_side(claim: ClaimRow, said: Said) -> ClaimSide:
    """A claim with what its sentence says around it."""
    return ClaimSide(claim, said, roles_of(claim), claim_roots(claim))


def scopes_of(side: ClaimSide) -> frozenset[str]:
    """The words of its sentence that narrow or widen what it says."""
    return frozenset(plain(word.surface) for word in read_words(side.said.sentence.text)) & SCOPES


def apart_in_time(one: ClaimSide, other: ClaimSide, *, surely: bool = False) -> Verdict | None:
    """Why the two may be of two times; None where they are of one.

    :param surely: only where both give a year.
    """
    mine, theirs = _years(one.said), _years(other.said)
    if mine and theirs and mine.isdisjoint(theirs):
        return Verdict("other-period", f"one is for {_listed(mine)}, the other for {_listed(theirs)}")
    if surely:
        return None
    if mine != theirs:
        return Verdict("other-period", f"not surely for one time: {_listed(mine or theirs)}")
    if not mine and _printed_apart(one.said.published, other.said.published):
        return Verdict("other-period", f"neither says for when, and the articles are of {dates_of(one, other)}")
    return None


def days_between(one: ClaimSide, other: ClaimSide) -> int | None:
    """The days between the dates of their articles; None where one is not known to the day."""
    first, second = day_of(one.said.published), day_of(other.said.published)
    return None if first is None or second is None else abs(first - second)


def dates_of(one: ClaimSide, other: ClaimSide) -> str:
    """The dates of both articles, for people."""
    return f"{one.said.published or 'no date'} and {other.said.published or 'no date'}"


def _years(said: Said) -> frozenset[int]:
    return frozenset(int(year) for year in YEAR.findall(said.sentence.text))


def _listed(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def _printed_apart(one: str | None, other: str | None) -> bool:
    years = [int(date[:4]) for date in (one, other) if date and date[:4].isdigit()]
    return len(years) == 2 and abs(years[0] - years[1]) > YEARS_APART
