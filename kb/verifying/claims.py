"""A claim of a draft against those of the base: said, denied, said otherwise, or not there.

Precision first. "Supported" asks for every word that says something, in the roles of the draft; "contradicted" for
something definite: a denial, the opposite word, or another name where only one can stand ("founded by", "born in",
"capital of"). Everything else is not found. Limits: what is said in quite other words is not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.polarity import HEDGES, SCOPES
from kb.rows import ClaimRow, MentionRow, PhraseRow
from kb.terms import is_stopword, plain, read_words, root
from kb.verifying.evidence import cite
from kb.verifying.opposites import are_opposites
from kb.verifying.records import Finding
from kb.verifying.said import Said, content_roots, is_named_in, same_subject_matter

Part = tuple[frozenset[str], str | None, str]  # roots, entity, words
# With these only one name can be right; each row the words of a predicate or of what somebody is said to be.
SINGLE = tuple(
    frozenset(map(root, row.split()))
    for row in """
    born in, died in, buried in, founded by, established by, created by, written by, directed by, composed by,
    painted by, designed by, built by, invented by, discovered by, named after, capital, headquartered in, located in,
    killed by, assassinated by, succeeded by, preceded by""".split(",")
)
DECIDED = ("contradicted", "supported", "not-found")
BEING = frozenset("is are was were be been being become became remains remained".split())
AUXILIARY = BEING | frozenset("has have had do does did will would can could may might must shall should not".split())
COVERED = 0.99  # share of the words of an object that must be said
SUBJECT = 0.5  # share of the words of a subject without a known name


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what to whom; of a passive with "by" turned round, so that both voices are compared."""

    agent: Part
    verbs: tuple[str, ...]  # as printed, auxiliaries left out
    patient: Part | None
    negated: bool
    predicate: frozenset[str]  # roots of all its words but auxiliaries; with "by" where somebody does something


def check_claims(draft: Said, evidence: Sequence[Said]) -> Iterator[Finding]:
    """Yield a finding for every claim of a sentence that no figure or direct quote of it already stands for."""
    judged = [_check(draft, claim, evidence) for claim in draft.claims if not _is_judged_otherwise(claim, draft)]
    judged.sort(key=lambda f: (DECIDED.index(f.verdict), f.start - f.end))
    for number, finding in enumerate(judged):
        if not any(_stands_for(other, finding) for other in judged[:number]):
            yield finding


def _stands_for(one: Finding, other: Finding) -> bool:
    """Whether a finding tells of another one too: they lie one in the other, or one of two that overlap contradicts."""
    nested = one.start <= other.start and other.end <= one.end
    overlap = one.start < other.end and other.start < one.end
    return nested or (overlap and one.verdict == "contradicted")


def _is_judged_otherwise(claim: ClaimRow, draft: Said) -> bool:
    start, end = _bounds(claim)
    figures = any(start <= f.start and f.end <= end and f.kind != "ordinal" for f in draft.figures)
    cues = any(q.cue and claim.predicate.start <= q.cue.start < claim.predicate.end for q in draft.quotes)
    quoted = any(q.direct and q.start <= start and end <= q.end for q in draft.quotes)
    return figures or cues or quoted


def _bounds(claim: ClaimRow) -> tuple[int, int]:
    parts = [part for part in (claim.subject, claim.predicate, claim.object, *claim.arguments) if part]
    return min(part.start for part in parts), max(part.end for part in parts)


def _check(draft: Said, claim: ClaimRow, evidence: Sequence[Said]) -> Finding:
    start, end = _bounds(claim)
    text = draft.sentence.text[start - draft.sentence.start : end - draft.sentence.start]
    place = ("claim", start, end, text)
    found: dict[str, list[tuple[Said, ClaimRow, str, str]]] = {}
    for said in evidence:
        if same_subject_matter(draft, said):
            for other in said.claims:
                kind, why, value = _judge(draft, claim, said, other)
                found.setdefault(kind, []).append((said, other, why, value))
    for kind in ("supported", "contradicted"):
        if kind in found:
            said, other, why, value = found[kind][0]
            against = found.get("contradicted", []) if kind == "supported" else []
            note = "; other sentences say otherwise" if against else ""
            others = tuple(cite(s, *_inside(s, o)) for s, o, _, _ in against)
            return Finding(*place, kind, why + note, value, cite(said, *_inside(said, other)), others=others)
    return Finding(*place, "not-found", "no sentence says this")


def _inside(said: Said, claim: ClaimRow) -> tuple[int, int]:
    start, end = _bounds(claim)
    return max(start, said.sentence.start), min(end, said.sentence.end)


def _judge(draft: Said, mine: ClaimRow, said: Said, other: ClaimRow) -> tuple[str, str, str]:
    one, two = _roles(mine), _roles(other)
    value = said.sentence.text[slice(*(at - said.sentence.start for at in _inside(said, other)))]
    nothing = ("", "", value)
    if (other.hedged and not mine.hedged) or not _same(one.agent, two.agent):
        return _judge_single(draft, one, said, two) or nothing
    if not _names_said(draft, mine, said):
        return _judge_single(draft, one, said, two) or nothing
    same_verb = _same_verb(one, two)
    objects = _covers(mine, one, said, two)
    if same_verb and objects and _same_scopes(mine, said, draft):
        if one.negated == two.negated:
            return ("supported", "a sentence says this", value) if not _doubted(said, draft) else nothing
        return "contradicted", "a sentence denies this" if two.negated else "a sentence says this, not denied", value
    opposed = _opposed(one, two)
    if opposed and one.negated == two.negated and (objects or _covers_but(one, two, opposed)):
        return "contradicted", f"“{opposed[1]}” against “{opposed[0]}”", value
    return _judge_single(draft, one, said, two) or nothing


def _roles(claim: ClaimRow) -> Roles:
    words = (claim.predicate.full or claim.predicate.surface).split()
    by = words[-1:] == ["by"]
    verbs = tuple(w for w in words if plain(w) not in AUXILIARY and not is_stopword(w)) or tuple(words)
    subject, thing = _part(claim.subject), _part(claim.object) if claim.object else None
    agent, patient = (thing, subject) if by and thing else (subject, thing)
    predicate = {root(word) for word in words if plain(word) not in AUXILIARY}
    return Roles(agent, verbs, patient, claim.negated, frozenset(predicate | {"by"} if thing else predicate))


def _part(phrase: PhraseRow) -> Part:
    words = phrase.full or phrase.surface
    return content_roots(f"{words} {phrase.name or ''}"), phrase.entity, words


def _same(one: Part, other: Part) -> bool:
    """Whether two parts can be the same: one entity, or most words of the one."""
    if one[1] and other[1]:
        return one[1] == other[1] or (bool(one[0]) and one[0] <= other[0])
    return bool(one[0]) and len(one[0] & other[0]) / len(one[0]) > SUBJECT


def _names_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    start, end = _bounds(claim)
    names = [m for m in draft.names if start <= m.start and m.end <= end]
    return all(is_named_in(mention, said) for mention in names)


def _same_verb(one: Roles, two: Roles) -> bool:
    mine, theirs = {root(verb) for verb in one.verbs}, {root(verb) for verb in two.verbs}
    both_being = all({plain(v) for v in roles.verbs} <= BEING for roles in (one, two))
    return mine <= theirs or both_being


def _covers(claim: ClaimRow, one: Roles, said: Said, two: Roles) -> bool:
    """Whether the other claim has the object, and its sentence everything else that is claimed."""
    arguments = content_roots(" ".join(argument.surface for argument in claim.arguments))
    if not arguments <= said.roots:
        return False
    if one.patient is None:
        return True
    return two.patient is not None and _share(one.patient[0], two.patient[0]) >= COVERED


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / len(mine) if mine else 1.0


def _same_scopes(claim: ClaimRow, said: Said, draft: Said) -> bool:
    """Whether words such as "all", "only" and "first" in the claim stand in the sentence too."""
    start, end = (at - draft.sentence.start for at in _bounds(claim))
    held = {plain(word.surface) for word in read_words(said.sentence.text)}
    mine = {plain(word.surface) for word in read_words(draft.sentence.text[max(start, 0) : end])}
    return mine & SCOPES <= held


def _doubted(said: Said, draft: Said) -> bool:
    """Whether the sentence has a word that makes it no plain fact, and the draft does not."""
    mine, theirs = ({plain(word.surface) for word in read_words(s.sentence.text)} for s in (draft, said))
    return bool((theirs - mine) & HEDGES)


def _opposed(one: Roles, two: Roles) -> tuple[str, str] | None:
    """The one pair of words in verbs or objects that say the opposite."""
    mine = [*one.verbs, *(one.patient[2].split() if one.patient else [])]
    theirs = [*two.verbs, *(two.patient[2].split() if two.patient else [])]
    pairs = [(a, b) for a in mine for b in theirs if are_opposites(a.strip(",."), b.strip(",."))]
    return pairs[0] if len(pairs) == 1 else None


def _covers_but(one: Roles, two: Roles, opposed: tuple[str, str]) -> bool:
    """Whether, the opposites apart, verb and object are the same."""
    mine = {root(v) for v in one.verbs} | (one.patient[0] if one.patient else frozenset())
    theirs = {root(v) for v in two.verbs} | (two.patient[0] if two.patient else frozenset())
    left = mine - {root(opposed[0].strip(",."))}
    return left <= theirs and (len(left) > 0 or one.patient is None)


def _judge_single(draft: Said, one: Roles, said: Said, two: Roles) -> tuple[str, str, str] | None:
    """Another name where only one can stand: another doer of the same deed, another place of the same birth."""
    row = next((row for row in SINGLE if row <= one.predicate & two.predicate), None)
    if row is None or one.negated or two.negated or _doubted(said, draft) or not (one.patient and two.patient):
        return None
    done = "by" in row
    fixed, mine = (one.patient, one.agent) if done else (one.agent, one.patient)
    other_fixed, theirs = (two.patient, two.agent) if done else (two.agent, two.patient)
    if not _same(fixed, other_fixed) or not _same_verb(one, two) or not _other_name(draft, mine, said, theirs):
        return None
    return "contradicted", f"“{theirs[2]}” against “{mine[2]}”", theirs[2]


def _other_name(draft: Said, mine: Part, said: Said, theirs: Part) -> bool:
    """Whether two parts are two names of one kind: a town lies in a country, so only towns oppose towns."""
    one, other = _mention(draft, mine), _mention(said, theirs)
    if one is None or other is None or one.label != other.label or one.entity == other.entity:
        return False
    return not mine[0] & theirs[0]


def _mention(said: Said, part: Part) -> MentionRow | None:
    """The name that a part is, and nothing beside it."""
    names = (m for m in said.mentions if m.form == "name" and m.entity == part[1])
    return next((m for m in names if part[1] and part[2].removeprefix("the ") in m.surface), None)
