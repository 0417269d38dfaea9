"""What the claims of a sentence say for a span as the answer: that it fills the part of a claim that is asked for.

"Who founded X?" asks for the one who founded: the subject of "Y founded X", what stands behind "by" in "X was founded
by Y". "Where", "when", "why" and "how" ask for an argument of that role. Limits: a claim whose verb is another word for
the question's ("set up" for "founded") is not seen. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.types import Argument
from kb.base.rows import ClaimRow, PhraseRow
from kb.spans.places import Place, Setting
from kb.words.terms import Word, is_stopword, plain, root

Part = PhraseRow | Argument
ROLES = {
    "where": ("place",), "when": ("time",), "why": ("reason", "purpose"), "how": ("manner", "other"),
}  # fmt: skip
# A preposition at the end of a claim's predicate tells the role of its object: "was born in", "moved to".
LEADERS = {
    "where": frozenset("in at near on to into from within inside across along around beside outside through".split()),
    "when": frozenset("in on at since until during before after from between by".split()),
    "why": frozenset("for to by after from".split()),
    "how": frozenset("by with through via using from in as".split()),
}
UNSAID = 0.4  # of a claim with the question's verb of which nothing else stands in the question
BEING = frozenset("is are was were be been being became become becomes remains remained".split())
ADVERBS = frozenset(
    "never often later first still soon usually always again already then also now once has have had".split()
)
CAUSING = "caus"  # the stem of "cause": what it is said of is the reason


def fills_claim(place: Place, setting: Setting) -> float:
    """It fills the part asked for of a claim with the question's verb; less when nothing else of it is asked about."""
    found = (_filled(claim, place, setting) for claim in setting.findings.claims)
    return max(found, default=0.0)


def bears_role(place: Place, setting: Setting) -> float:
    """A claim says of it that it is what is asked for: "John Roe, the chairman" for "Who is the chairman?"."""
    asked = _first_noun(setting)
    if asked is None:
        return 0.0
    claims = (claim for claim in setting.findings.claims if claim.object and _is_being(claim))
    return float(any(_names(claim, place, setting, asked) for claim in claims))


def holds_verb(place: Place, setting: Setting) -> float:
    """It holds the verb of a claim: hardly one phrase."""
    verbs = (_verb(claim, setting) for claim in setting.findings.claims if not _is_nominal(claim))
    return float(any(number is not None and place.first <= number <= place.last for number in verbs))


def _filled(claim: ClaimRow, place: Place, setting: Setting) -> float:
    verb = _verb(claim, setting)
    if verb is None or claim.negated or not (verb in setting.matched or _causes(claim, setting)):
        return 0.0
    parts = list(_parts_asked(claim, setting))
    chosen = [part for part in parts if part.start <= place.span.start and place.span.end <= part.end]
    if not chosen:
        return 0.0
    others = [part for part in _all_parts(claim) if part not in chosen]
    return 1.0 if any(_is_asked(part, setting) for part in others) else UNSAID


def _parts_asked(claim: ClaimRow, setting: Setting) -> Iterator[Part]:
    """The parts of a claim that a question of this kind asks for."""
    kind, part = setting.question.kind, setting.question.part
    predicate = (claim.predicate.full or claim.predicate.surface).lower().split()
    if _causes(claim, setting):
        yield claim.subject
    elif kind in ROLES:
        yield from (argument for argument in claim.arguments if argument.role in ROLES[kind])
        if claim.object and predicate[-1] in LEADERS[kind]:
            yield claim.object
    else:
        yield from _sides(claim, predicate[-1] == "by", part)


def _sides(claim: ClaimRow, passive: bool, part: str) -> Iterator[PhraseRow]:
    """Subject and object, or the one asked for; of a passive they change places."""
    agent, patient = (claim.object, claim.subject) if passive else (claim.subject, claim.object)
    if agent is not None and part != "object":
        yield agent
    if patient is not None and part != "subject":
        yield patient


def _causes(claim: ClaimRow, setting: Setting) -> bool:
    """Whether a reason is asked for and the claim says what caused something."""
    verb = _verb(claim, setting) if setting.question.kind == "why" else None
    return verb is not None and setting.words[verb].stem == CAUSING and not claim.predicate.surface.endswith(" by")


def _all_parts(claim: ClaimRow) -> Iterator[Part]:
    yield claim.subject
    if claim.object:
        yield claim.object
    yield from claim.arguments


def _is_asked(part: Part, setting: Setting) -> bool:
    return any(part.start <= _place(setting, number) < part.end for number in setting.matched)


def _place(setting: Setting, number: int) -> int:
    return setting.findings.start + setting.words[number].start


def _verb(claim: ClaimRow, setting: Setting) -> int | None:
    """The number of the verb: the first content word of the predicate, adverbs apart."""
    start, end = claim.predicate.start, claim.predicate.end
    for number, word in enumerate(setting.words):
        if start <= setting.findings.start + word.start < end and not _is_empty(word):
            return number
    return None


def _is_empty(word: Word) -> bool:
    lower = plain(word.surface)
    return is_stopword(lower) or lower in ADVERBS or lower.endswith("ly")


def _is_nominal(claim: ClaimRow) -> bool:
    """Whether a noun states it: "the chairman" of "John Roe, the chairman"."""
    return claim.predicate.full in ("is", "has", "is in")


def _is_being(claim: ClaimRow) -> bool:
    words = claim.predicate.surface.lower().split()
    being = not BEING.isdisjoint(words) and all(word in BEING or word in ADVERBS for word in words)
    return claim.predicate.full == "is" or being


def _first_noun(setting: Setting) -> str | None:
    """The root of what the one asked for is said to be: of "chairman" in "Who is the chairman", of "What gene"."""
    question = setting.question
    if question.focus:
        return root(question.focus)
    plain_terms = [term.root for term in question.terms if not term.named]
    return plain_terms[0] if question.kind == "who" and not question.part and plain_terms else None


def _names(claim: ClaimRow, place: Place, setting: Setting, asked: str) -> bool:
    sides: list[PhraseRow | None] = [claim.subject, claim.object]
    for named, noun in (sides, sides[::-1]):
        if named is None or noun is None:
            continue
        inside = named.start <= place.span.start and place.span.end <= named.end
        if inside and any(word.root == asked for word in _words(noun, setting)):
            return True
    return False


def _words(part: Part, setting: Setting) -> Iterator[Word]:
    begin = setting.findings.start
    return (word for word in setting.words if part.start <= begin + word.start < part.end)
