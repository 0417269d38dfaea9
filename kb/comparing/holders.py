"""Two holders of what only one can hold at a time: an office, a rank. Pure.

Limits: only the offices listed; who held one at which time is told by the dates of the articles alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.base.rows import MentionRow
from kb.comparing.claim_sides import ClaimSide, apart_in_time, dates_of, days_between
from kb.comparing.verdicts import Verdict
from kb.verifying.roles import BEING, SINGLE
from kb.verifying.said import Said, content_roots
from kb.words.terms import plain, read_words, root

OFFICES = frozenset(
    map(
        root,
        """president premier chancellor king queen monarch pope emperor sultan ceo chairman chairwoman chairperson
        governor mayor speaker captain minister secretary-general director-general archbishop head boss leader
        executive coach commander editor""".split(),
    )
)
# Beside an office they make another one of it, or say that it is past or not yet held.
OTHER_OFFICE = frozenset(
    """deputy vice assistant acting interim former ex then designate elect outgoing incoming next previous late first
    second junior shadow honorary founding co retired assistant associate one""".split()
)
DAYS = 31  # between two articles that name two holders of one office; after more, it may have changed hands
ORDINAL = re.compile(
    r"(?:(\d{1,3})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\Z"
)
WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
LASTING = tuple(row for row in SINGLE if row & frozenset(map(root, "born founded created written directed composed \
painted designed built invented discovered died established killed assassinated".split())))  # fmt: skip


def is_sole(side: ClaimSide) -> bool:
    """Whether what is claimed is so of one thing or at one place for good: "born in", "founded by"."""
    return any(row <= side.roles.predicate for row in LASTING)


def is_single(side: ClaimSide) -> bool:
    """Whether what is claimed is so of one thing or at one place at a time."""
    return any(row <= side.roles.predicate for row in SINGLE)


@dataclass(frozen=True, slots=True)
class _Held:
    person: MentionRow
    office: frozenset[str]  # roots of its words, the names left out
    of: frozenset[str]  # roots of the names


def another_holder(one: ClaimSide, other: ClaimSide) -> Verdict | None:
    """What is told of two persons who are said to hold one office; None where nothing is."""
    mine, theirs = _held(one), _held(other)
    if mine is None or theirs is None or mine.office != theirs.office or mine.of != theirs.of:
        return None
    if mine.person.entity == theirs.person.entity or _name(mine.person) & _name(theirs.person):
        return None
    if apart := apart_in_time(one, other):
        return apart
    days = days_between(one, other)
    if days is None or days > DAYS:
        return Verdict("other-period", f"the office may have changed hands: the articles are of {dates_of(one, other)}")
    return Verdict("differ", f"“{theirs.person.surface}” against “{mine.person.surface}”, in articles of one month")


def _held(side: ClaimSide) -> _Held | None:
    """Who holds which office, as the claim has it; None where it says no such thing."""
    claim = side.claim
    words = (claim.predicate.full or claim.predicate.surface).split()
    if claim.object is None or claim.negated or claim.hedged or not {plain(word) for word in words} <= BEING:
        return None
    parts = [(claim.subject.start, claim.subject.end), (claim.object.start, claim.object.end)]
    for (start, end), (from_, to) in (parts, parts[::-1]):
        person = _person(side.said, start, end)
        if person is not None and (office := _office(side.said, from_, to)):
            return _Held(person, *office)
    return None


def _person(said: Said, start: int, end: int) -> MentionRow | None:
    """The person that these characters name or stand for, and nothing else."""
    inside = (m for m in said.mentions if start <= m.start and m.end <= end and m.label == "PERSON" and m.entity)
    return next((m for m in inside if m.end - m.start >= (end - start) - len("The ")), None)


def _office(said: Said, start: int, end: int) -> tuple[frozenset[str], frozenset[str]] | None:
    begin = said.sentence.start
    text = said.sentence.text[start - begin : end - begin]
    names = [m for m in said.names if m.form == "name" and start <= m.start and m.end <= end]
    of = frozenset(word for name in names for word in content_roots(name.surface))
    office = content_roots(text) - of
    if not of or not office & OFFICES or {plain(word.surface) for word in read_words(text)} & OTHER_OFFICE:
        return None
    return office, of


def _name(person: MentionRow) -> frozenset[str]:
    return content_roots(f"{person.surface} {person.name or ''}")


def another_rank(one: ClaimSide, other: ClaimSide) -> Verdict | None:
    """What is told of one thing given two ranks, as "the fifth novel" and "the sixth"; None where nothing is."""
    mine, theirs = _rank(one), _rank(other)
    if mine is None or theirs is None or mine[0] == theirs[0] or one.claim.negated or other.claim.negated:
        return None
    subjects = content_roots(one.claim.subject.surface), content_roots(other.claim.subject.surface)
    if mine[1] != theirs[1] or not mine[1] or subjects[0] != subjects[1]:
        return None
    return apart_in_time(one, other) or Verdict("differ", f"“{theirs[2]}” against “{mine[2]}”")


def _rank(side: ClaimSide) -> tuple[int, frozenset[str], str] | None:
    """The one rank in what something is said to be, what it is a rank among, and its word."""
    if side.claim.object is None or not {plain(verb) for verb in side.roles.verbs} <= BEING | {"ranked"}:
        return None
    words = side.claim.object.surface.replace("-", " ").split()
    ranks = [(number, word) for word in words if (number := _number(word.lower()))]
    if len(ranks) != 1:
        return None
    return ranks[0][0], content_roots(" ".join(word for word in words if word != ranks[0][1])), ranks[0][1]


def _number(word: str) -> int | None:
    match = ORDINAL.match(word)
    if match is None:
        return None
    return int(match[1]) if match[1] else WORDS.index(match[2]) + 1
