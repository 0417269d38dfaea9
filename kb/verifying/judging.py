"""How a claim of one text stands to a claim of another: said, denied, said otherwise, or nothing is told. Pure.

"Supported" asks for every word that says something, in the roles of the first; "contradicted" for something definite:
a denial, the opposite word, or another name where only one can stand ("founded by", "born in", "capital of").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.base.rows import ClaimRow, MentionRow
from kb.verifying.numbers import read_numbers
from kb.verifying.roles import (
    SINGLE,
    Part,
    Roles,
    covers_but,
    opposed_words,
    same_deed,
    same_name,
    same_part,
    same_verb,
    share,
)
from kb.verifying.said import Said, content_roots, is_named_in
from kb.words.polarity import HEDGES, SCOPES
from kb.words.terms import plain, read_words, root

CLAUSE_BEFORE = 30  # characters in front of a claim in which "if" and "allegedly" stand
DENYING = frozenset("no none never".split())  # compared as negations
# Deeds of one to another that the other does not do to the one at the same time.
ONE_WAY = frozenset(map(root, "defeat beat kill murder acquire buy succeed replace precede sue arrest employ".split()))
NO_ONE = re.compile(r"(?:no one|no-one|nobody|none|no \w+)\Z", re.IGNORECASE)
SIDES = frozenset(map(root, ("for", "against")))  # in a predicate: "voted for", "argued against"
FEWEST_AROUND = 2  # content words beside "nobody"
COVERED = 0.99  # share of the words of an object that must be said


def bounds(claim: ClaimRow) -> tuple[int, int]:
    """Where the first part of a claim starts and the last ends, in characters of its document."""
    parts = [part for part in (claim.subject, claim.predicate, claim.object, *claim.arguments) if part]
    return min(part.start for part in parts), max(part.end for part in parts)


def inside(said: Said, claim: ClaimRow) -> tuple[int, int]:
    """The bounds of a claim as far as they lie in its sentence."""
    start, end = bounds(claim)
    return max(start, said.sentence.start), min(end, said.sentence.end)


@dataclass(frozen=True, slots=True)
class Both:
    """A claim of a draft beside one of the base."""

    draft: Said
    mine: ClaimRow
    one: Roles
    said: Said
    other: ClaimRow
    two: Roles


Told = tuple[str, str, str]  # one of VERDICTS, why, and what the source has


def judge(both: Both) -> Told | None:
    """How a claim of the base stands to one of the draft; None where nothing is told."""
    if other := _turned_round(both) or _nobody(both):
        return other
    hedged = both.other.hedged and not both.mine.hedged
    if hedged or not same_part(both.one.agent, both.two.agent) or not names_said(both.draft, both.mine, both.said):
        return _another_name(both)
    if _sides(both.one) and _sides(both.two) and _sides(both.one) != _sides(both.two):
        return _other_side(both)
    return _said_or_denied(both) or _opposite(both) or _another_name(both)


def _sides(roles: Roles) -> frozenset[str]:
    """Which side is taken, where one is."""
    return roles.predicate & SIDES


def _other_side(both: Both) -> Told | None:
    """The same deed for what the claim has it done against, or the other way round."""
    one, two = both.one, both.two
    verbs = [{root(verb) for verb in roles.verbs} - SIDES for roles in (one, two)]
    if one.negated != two.negated or not verbs[0] <= verbs[1]:
        return None
    if not (_covers(both) and _same_time(both.draft, both.said)):
        return None
    if doubted(both.draft, both.said, both.other):
        return None
    return "contradicted", "a sentence has them on the other side", _words(both)


def _words(both: Both) -> str:
    return both.said.sentence.text[slice(*(at - both.said.sentence.start for at in inside(both.said, both.other)))]


def _said_or_denied(both: Both) -> Told | None:
    if not (same_verb(both.one, both.two) and _covers(both) and _same_scopes(both) and _numbers_said(both)):
        return None
    if both.one.negated != both.two.negated:
        why = "a sentence denies this" if both.two.negated else "a sentence says this, not denied"
        return "contradicted", why, _words(both)
    speaker = both.other.speaker
    whose = f", according to {speaker.name or speaker.surface}" if speaker else ""
    unsure = doubted(both.draft, both.said, both.other)
    return None if unsure else ("supported", f"a sentence says this{whose}", _words(both))


def _numbers_said(both: Both) -> bool:
    """Whether the sentence has every number of the claim, wherever in it that stands."""
    start, end = (at - both.draft.sentence.start for at in bounds(both.mine))
    given = read_numbers(both.said.sentence.text)
    stated = read_numbers(both.draft.sentence.text[max(start, 0) : end])
    return all(any(number.meets(other) for other in given) for number in stated)


def _turned_round(both: Both) -> Told | None:
    """The same deed by the one whom the claim has it done to, where only one of the two can have done it."""
    one, two = both.one, both.two
    if not (one.patient and two.patient) or one.negated or two.negated or both.other.hedged:
        return None
    if not {root(verb) for verb in one.verbs} & {root(verb) for verb in two.verbs} & ONE_WAY:
        return None
    names = one.agent[1] and two.agent[1] and same_name(one.agent, two.patient) and same_name(one.patient, two.agent)
    if not names or not _same_time(both.draft, both.said) or doubted(both.draft, both.said, both.other):
        return None
    return "contradicted", "a sentence has it the other way round", _words(both)


def _nobody(both: Both) -> Told | None:
    """Nobody did, or was done to, what somebody else did; the one says nothing that the other's sentence has not."""
    nobody = [bool(NO_ONE.match(claim.subject.surface)) for claim in (both.mine, both.other)]
    if nobody[0] == nobody[1] or not same_verb(both.one, both.two) or both.mine.hedged or both.other.hedged:
        return None
    claim, said = (both.mine, both.said) if nobody[0] else (both.other, both.draft)
    parts = [part.surface for part in (claim.predicate, claim.object, *claim.arguments) if part]
    around = content_roots(" ".join(parts))
    if not around <= said.roots or len(around) < FEWEST_AROUND or not _same_time(both.draft, both.said):
        return None
    return "contradicted", "nobody against somebody", _words(both)


def _opposite(both: Both) -> Told | None:
    opposed = opposed_words(both.one, both.two)
    if not opposed or both.one.negated != both.two.negated or not _same_time(both.draft, both.said):
        return None
    if not (_covers(both) or covers_but(both.one, both.two, opposed)):
        return None
    return "contradicted", f"“{opposed[1]}” against “{opposed[0]}”", _words(both)


def names_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    """Whether a sentence names everything that a claim names."""
    start, end = bounds(claim)
    names = [m for m in draft.names if start <= m.start and m.end <= end]
    return all(is_named_in(mention, said) for mention in names)


def _covers(both: Both) -> bool:
    """Whether the other claim has the object, and its sentence everything else that is claimed."""
    arguments = content_roots(" ".join(argument.surface for argument in both.mine.arguments))
    if not arguments <= both.said.roots:
        return False
    mine, theirs = both.one.patient, both.two.patient
    return mine is None or (theirs is not None and share(mine[0], theirs[0]) >= COVERED)


def _same_scopes(both: Both) -> bool:
    """Whether words such as "all", "only" and "first" in the claim stand in the sentence too."""
    sentence = both.draft.sentence
    start, end = (at - sentence.start for at in bounds(both.mine))
    held = {plain(word.surface) for word in read_words(both.said.sentence.text)}
    mine = {plain(word.surface) for word in read_words(sentence.text[max(start, 0) : end])}
    return mine & SCOPES - DENYING <= held


def doubted(draft: Said, said: Said, claim: ClaimRow | None = None) -> bool:
    """Whether a word makes the sentence, or the clause of one claim of it, no plain fact, and the draft has it not."""
    start, end = bounds(claim) if claim else (said.sentence.start, said.sentence.end)
    begin = max(0, start - said.sentence.start - (CLAUSE_BEFORE if claim else 0))
    clause = said.sentence.text[begin : end - said.sentence.start]
    mine, theirs = ({plain(word.surface) for word in read_words(text)} for text in (draft.sentence.text, clause))
    return bool((theirs - mine) & HEDGES)


def _same_time(draft: Said, said: Said) -> bool:
    """Whether the sentence speaks of no other time: what rose in one year may fall in another."""
    times = [{n.low for n in read_numbers(each.sentence.text) if n.is_time} for each in (draft, said)]
    return times[0] == times[1]


def _another_name(both: Both) -> Told | None:
    """Another name where only one can stand: another doer of the same deed, another place of the same birth."""
    one, two = both.one, both.two
    row = next((row for row in SINGLE if row <= one.predicate & two.predicate), None)
    if row is None or one.negated or two.negated or not (one.patient and two.patient):
        return None
    done = "by" in row
    fixed, mine = (one.patient, one.agent) if done else (one.agent, one.patient)
    other_fixed, theirs = (two.patient, two.agent) if done else (two.agent, two.patient)
    if (
        not (same_part(fixed, other_fixed) or same_part(other_fixed, fixed))
        or not same_deed(one, two)
        or doubted(both.draft, both.said, both.other)
    ):
        return None
    if not _other_name(both.draft, mine, both.said, theirs):
        return None
    return "contradicted", f"“{theirs[2]}” against “{mine[2]}”", theirs[2]


def _other_name(draft: Said, mine: Part, said: Said, theirs: Part) -> bool:
    """Whether two parts name other things of one kind: a town lies in a country, so only towns oppose towns."""
    ones, others = _names_in(draft, mine), _names_in(said, theirs)
    if mine[0] & theirs[0] or {m.entity for m in ones} & {m.entity for m in others}:
        return False
    return bool({m.label for m in ones} & {m.label for m in others})


def _names_in(said: Said, part: Part) -> list[MentionRow]:
    """The names of which a part is made, and no word beside them: "Brixton, London"."""
    names = [m for m in said.mentions if m.form == "name" and m.surface in part[2]]
    words = content_roots(part[2])
    made_of = content_roots(" ".join(m.surface for m in names))
    return names if words and words <= made_of else []
