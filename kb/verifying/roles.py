"""The parts of a claim as they are compared: who does what to whom, whatever the voice. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kb.base.rows import ClaimRow, PhraseRow
from kb.verifying.opposites import are_opposites
from kb.verifying.said import content_roots
from kb.words.terms import is_stopword, plain, root, stem

Part = tuple[frozenset[str], str | None, str]  # roots, entity, words
# With these only one name can be right; each row the words of a predicate or of what somebody is said to be.
SINGLE = tuple(
    frozenset(map(root, row.split()))
    for row in """
    born in, died in, buried in, founded by, established by, created by, written by, directed by, composed by,
    painted by, designed by, built by, invented by, discovered by, named after, capital, headquartered in, located in,
    killed by, assassinated by, succeeded by, preceded by""".split(",")
)
BEING = frozenset("is are was were be been being become became remains remained".split())
AUXILIARY = BEING | frozenset(
    "has have had do does did will would can could may might must shall should not never".split()
)
# Verbs of two words that a verb of one word says; beside it the opposite can be told.
PHRASAL = {
    "turn down": "reject", "vote down": "reject", "throw out": "reject", "strike down": "overturn",
    "call off": "cancel", "put off": "postpone", "hold back": "withhold", "give up": "abandon", "shut down": "close",
    "set up": "establish", "go up": "rise", "go down": "fall", "step down": "resign", "pull out": "withdraw",
    "sign off": "approve", "wave through": "approve", "rule out": "exclude", "break down": "fail",
    "fall through": "fail",
}  # fmt: skip
NOBODY = re.compile(r"(?:nobody|no one|no-one|none|nothing)\Z", re.IGNORECASE)
SUBJECT = 0.5  # share of the words of a subject without a known name
_PHRASAL = {(stem(words.split()[0]), words.split()[1]): verb for words, verb in PHRASAL.items()}


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what to whom; of a passive with "by" turned round, so that both voices are compared."""

    agent: Part
    verbs: tuple[str, ...]  # as printed, auxiliaries left out
    patient: Part | None
    negated: bool
    predicate: frozenset[str]  # roots of all its words but auxiliaries; with "by" where somebody does something


def roles_of(claim: ClaimRow) -> Roles:
    """The parts of a claim; of a passive the doer is the agent."""
    words = _one_word((claim.predicate.full or claim.predicate.surface).split())
    by = words[-1:] == ["by"]
    verbs = tuple(w for w in words if plain(w) not in AUXILIARY and not is_stopword(w)) or tuple(words)
    subject, thing = (
        _part(claim.subject),
        _part(claim.object) if claim.object and not NOBODY.match(claim.object.surface) else None,
    )
    agent, patient = (thing, subject) if by and thing else (subject, thing)
    predicate = {root(word) for word in words if plain(word) not in AUXILIARY}
    return Roles(
        agent, verbs or tuple(words), patient, claim.negated, frozenset(predicate | {"by"} if thing else predicate)
    )


def _one_word(words: list[str]) -> list[str]:
    """The words of a predicate, a verb and its particle put as one verb."""
    for number in range(len(words) - 1):
        if plain_verb := _PHRASAL.get((stem(words[number]), words[number + 1].lower())):
            return [*words[:number], plain_verb, *words[number + 2 :]]
    return words


def _part(phrase: PhraseRow) -> Part:
    words = phrase.full or phrase.surface
    return content_roots(f"{words} {phrase.name or ''}"), phrase.entity, words


def same_part(one: Part, other: Part) -> bool:
    """Whether two parts can be the same: one entity, or most words of the one."""
    if one[1] and other[1]:
        return one[1] == other[1] or (bool(one[0]) and one[0] <= other[0])
    return bool(one[0]) and len(one[0] & other[0]) / len(one[0]) > SUBJECT


def same_name(one: Part, other: Part) -> bool:
    """Whether two parts are one name: one entity, or the words of the one among those of the other."""
    return (one[1] is not None and one[1] == other[1]) or (
        bool(one[0] and other[0]) and (one[0] <= other[0] or other[0] <= one[0])
    )


def same_verb(one: Roles, two: Roles) -> bool:
    """Whether the one says the verb of the other, or both say what somebody is."""
    mine, theirs = {root(verb) for verb in one.verbs}, {root(verb) for verb in two.verbs}
    both_being = all({plain(v) for v in roles.verbs} <= BEING for roles in (one, two))
    return mine <= theirs or both_being


def same_deed(one: Roles, two: Roles) -> bool:
    """Whether both have one verb, whatever names stand in the predicate: "born David Jones in", "born in"."""
    plain_one, plain_two = (tuple(v for v in roles.verbs if not v[0].isupper()) for roles in (one, two))
    return same_verb(replace(one, verbs=plain_one or one.verbs), replace(two, verbs=plain_two or two.verbs))


def share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the first is in the second; 0 of nothing."""
    return len(mine & theirs) / len(mine) if mine else 0.0


def opposed_words(one: Roles, two: Roles) -> tuple[str, str] | None:
    """The one pair of words in verbs or objects that say the opposite."""
    mine = [*one.verbs, *(one.patient[2].split() if one.patient else [])]
    theirs = [*two.verbs, *(two.patient[2].split() if two.patient else [])]
    pairs = [(a, b) for a in mine for b in theirs if are_opposites(a.strip(",."), b.strip(",."))]
    return pairs[0] if len(pairs) == 1 else None


def covers_but(one: Roles, two: Roles, opposed: tuple[str, str]) -> bool:
    """Whether, the opposites apart, verb and object are the same."""
    mine = {root(v) for v in one.verbs} | (one.patient[0] if one.patient else frozenset())
    theirs = {root(v) for v in two.verbs} | (two.patient[0] if two.patient else frozenset())
    left = mine - {root(opposed[0].strip(",."))}
    return left <= theirs and (len(left) > 0 or one.patient is None)
