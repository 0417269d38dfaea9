"""A claim of a draft against those of the base: said, denied, said otherwise, or not there.

Precision first. "Supported" asks for every word that says something, in the roles of the draft; "contradicted" for
something definite: a denial, the opposite word, or another name where only one can stand ("founded by", "born in",
"capital of"). Everything else is not found. Limits: what is said in quite other words is not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.polarity import HEDGES, SCOPES
from kb.rows import ClaimRow, MentionRow
from kb.terms import plain, read_words
from kb.verifying.evidence import cite
from kb.verifying.numbers import read_numbers
from kb.verifying.opposition import opposition
from kb.verifying.records import Finding
from kb.verifying.roles import SINGLE, Part, Roles, covers_but, opposed_words, roles_of, same_part, same_verb, share
from kb.verifying.said import Said, content_roots, is_named_in, same_subject_matter
from kb.verifying.signs import read_pair
from kb.verifying.weighing import support

CLAUSE_BEFORE = 30  # characters in front of a claim in which "if" and "allegedly" stand
DENYING = frozenset("no none never".split())  # compared as negations
DECIDED = ("contradicted", "supported", "not-found")
# Of what was weighed on the development part of claims_fm2 (kb/verifying/weighing.py): with all words said, nothing
# that opposes and this likelihood, 131 of 138 were true; with this share of the words, something that opposes and less
# than the rest of this likelihood, 23 of 25 were false.
SURE, ABOUT_THE_SAME = 0.7, 0.7
FEWEST_WORDS = 3  # that say something, of a claim that is weighed
COVERED = 0.99  # share of the words of an object that must be said


def check_claims(draft: Said, evidence: Sequence[Said], figures: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a finding for every claim of a sentence that none of its other findings stands for.

    :param figures: what was found for the figures of the sentence; a claim around one is judged where that was not.
    """
    claims = (claim for claim in draft.claims if not _is_judged_otherwise(claim, draft, figures))
    judged = [_check(draft, claim, evidence) for claim in claims]
    judged.sort(key=lambda f: (DECIDED.index(f.verdict), f.start - f.end))
    for number, finding in enumerate(judged):
        around = any(finding.start <= figure.start and figure.end <= finding.end for figure in figures)
        if finding.verdict == "not-found" and around:
            continue
        if not any(_stands_for(other, finding) for other in judged[:number]):
            yield finding


def _stands_for(one: Finding, other: Finding) -> bool:
    """Whether a finding tells of another one too: they lie one in the other, or one of two that overlap contradicts."""
    nested = one.start <= other.start and other.end <= one.end
    overlap = one.start < other.end and other.start < one.end
    return nested or (overlap and one.verdict == "contradicted")


def _is_judged_otherwise(claim: ClaimRow, draft: Said, figures: Sequence[Finding]) -> bool:
    start, end = _bounds(claim)
    decided = any(start < f.end and f.start < end and f.verdict != "not-found" for f in figures)
    cues = any(q.cue and claim.predicate.start <= q.cue.start < claim.predicate.end for q in draft.quotes)
    quoted = any(q.direct and q.start <= start and end <= q.end for q in draft.quotes)
    return decided or cues or quoted


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
    return _weighed(draft, claim, evidence, place) or Finding(*place, "not-found", "no sentence says this")


def _inside(said: Said, claim: ClaimRow) -> tuple[int, int]:
    start, end = _bounds(claim)
    return max(start, said.sentence.start), min(end, said.sentence.end)


def _judge(draft: Said, mine: ClaimRow, said: Said, other: ClaimRow) -> tuple[str, str, str]:
    one, two = roles_of(mine), roles_of(other)
    value = said.sentence.text[slice(*(at - said.sentence.start for at in _inside(said, other)))]
    nothing = ("", "", value)
    hedged = other.hedged and not mine.hedged
    if hedged or not same_part(one.agent, two.agent) or not _names_said(draft, mine, said):
        return _judge_single(draft, one, said, two, other) or nothing
    objects = _covers(mine, one, said, two)
    whose = f", according to {other.speaker.name or other.speaker.surface}" if other.speaker else ""
    if same_verb(one, two) and objects and _same_scopes(mine, said, draft):
        if one.negated == two.negated:
            return nothing if _doubted(draft, said, other) else ("supported", f"a sentence says this{whose}", value)
        return "contradicted", "a sentence denies this" if two.negated else "a sentence says this, not denied", value
    opposed = opposed_words(one, two)
    alike = one.negated == two.negated and _same_time(draft, said)
    if opposed and alike and (objects or covers_but(one, two, opposed)):
        return "contradicted", f"“{opposed[1]}” against “{opposed[0]}”", value
    return _judge_single(draft, one, said, two, other) or nothing


def _names_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    start, end = _bounds(claim)
    names = [m for m in draft.names if start <= m.start and m.end <= end]
    return all(is_named_in(mention, said) for mention in names)


def _covers(claim: ClaimRow, one: Roles, said: Said, two: Roles) -> bool:
    """Whether the other claim has the object, and its sentence everything else that is claimed."""
    arguments = content_roots(" ".join(argument.surface for argument in claim.arguments))
    if not arguments <= said.roots:
        return False
    if one.patient is None:
        return True
    return two.patient is not None and share(one.patient[0], two.patient[0]) >= COVERED


def _same_scopes(claim: ClaimRow, said: Said, draft: Said) -> bool:
    """Whether words such as "all", "only" and "first" in the claim stand in the sentence too."""
    start, end = (at - draft.sentence.start for at in _bounds(claim))
    held = {plain(word.surface) for word in read_words(said.sentence.text)}
    mine = {plain(word.surface) for word in read_words(draft.sentence.text[max(start, 0) : end])}
    return mine & SCOPES - DENYING <= held


def _doubted(draft: Said, said: Said, claim: ClaimRow | None = None) -> bool:
    """Whether a word makes the sentence, or the clause of one claim of it, no plain fact, and the draft has it not."""
    start, end = _bounds(claim) if claim else (said.sentence.start, said.sentence.end)
    begin = max(0, start - said.sentence.start - (CLAUSE_BEFORE if claim else 0))
    clause = said.sentence.text[begin : end - said.sentence.start]
    mine, theirs = ({plain(word.surface) for word in read_words(text)} for text in (draft.sentence.text, clause))
    return bool((theirs - mine) & HEDGES)


def _same_time(draft: Said, said: Said) -> bool:
    """Whether the sentence speaks of no other time: what rose in one year may fall in another."""
    times = [{n.low for n in read_numbers(each.sentence.text) if n.is_time} for each in (draft, said)]
    return times[0] == times[1]


def _judge_single(draft: Said, one: Roles, said: Said, two: Roles, other: ClaimRow) -> tuple[str, str, str] | None:
    """Another name where only one can stand: another doer of the same deed, another place of the same birth."""
    row = next((row for row in SINGLE if row <= one.predicate & two.predicate), None)
    if row is None or one.negated or two.negated or _doubted(draft, said, other) or not (one.patient and two.patient):
        return None
    done = "by" in row
    fixed, mine = (one.patient, one.agent) if done else (one.agent, one.patient)
    other_fixed, theirs = (two.patient, two.agent) if done else (two.agent, two.patient)
    if not same_part(fixed, other_fixed) or not same_verb(one, two) or not _other_name(draft, mine, said, theirs):
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


def _weighed(
    draft: Said, claim: ClaimRow, evidence: Sequence[Said], place: tuple[str, int, int, str]
) -> Finding | None:  # fmt: skip
    """What the words of a claim and of the sentences that name the same tell, where no claim of theirs is the same."""
    for said in evidence:
        if not same_subject_matter(draft, said) or not _names_said(draft, claim, said) or _doubted(draft, said):
            continue
        pair = read_pair(place[3], said.sentence.text, " ".join(said.around))
        likely, opposing = support(pair), opposition(pair)
        if len(pair.content) < FEWEST_WORDS:
            return None
        if pair.coverage == 1.0 and likely >= SURE and not opposing:
            return Finding(*place, "supported", "a sentence says all of this", said.sentence.text, cite(said))
        if pair.coverage >= ABOUT_THE_SAME and likely <= 1 - SURE and opposing:
            return Finding(*place, "contradicted", opposing, said.sentence.text, cite(said))
    return None
