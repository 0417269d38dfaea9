"""A claim of a draft against those of the base: said, denied, said otherwise, or not there.

Precision first. "Supported" asks for every word that says something, in the roles of the draft; "contradicted" for
something definite: a denial, the opposite word, or another name where only one can stand ("founded by", "born in",
"capital of"). Everything else is not found. Limits: what is said in quite other words is not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.base.rows import ClaimRow, MentionRow
from kb.types import Citation
from kb.verifying.evidence import cite
from kb.verifying.numbers import read_numbers
from kb.verifying.opposition import opposition
from kb.verifying.records import Finding
from kb.verifying.roles import SINGLE, Part, Roles, covers_but, opposed_words, roles_of, same_part, same_verb, share
from kb.verifying.said import Said, claim_roots, content_roots, is_named_in, same_subject_matter
from kb.verifying.signs import read_pair
from kb.verifying.weighing import support
from kb.words.polarity import HEDGES, SCOPES
from kb.words.terms import plain, read_words

CLAUSE_BEFORE = 30  # characters in front of a claim in which "if" and "allegedly" stand
DENYING = frozenset("no none never".split())  # compared as negations
DECIDED = ("contradicted", "supported", "not-found")
# Of what was weighed on the development part of claims_fm2 (kb/verifying/weighing.py): with all words said, nothing
# that opposes and this likelihood, 131 of 138 were true; with this share of the words, something that opposes and less
# than the rest of this likelihood, 23 of 25 were false.
SURE, ABOUT_THE_SAME = 0.7, 0.7
MOST = 100  # claims of one sentence that are compared, so that no text makes checking slow
FEWEST_WORDS = 3  # that say something, of a claim that is weighed
COVERED = 0.99  # share of the words of an object that must be said


def check_claims(draft: Said, evidence: Sequence[Said], figures: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a finding for every claim of a sentence that none of its other findings stands for.

    :param figures: what was found for the figures of the sentence; a claim around one is judged where that was not.
    """
    claims = (claim for claim in draft.claims if not _is_judged_otherwise(claim, draft, figures))
    told_by = [(said, [(other, roles_of(other)) for other in said.claims[:MOST]]) for said in evidence]
    judged = [_check(draft, claim, told_by) for claim in islice(claims, MOST)]
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


Claims = Sequence[tuple[Said, list[tuple[ClaimRow, Roles]]]]


def _check(draft: Said, claim: ClaimRow, claims: Claims) -> Finding:
    start, end = _bounds(claim)
    place = ("claim", start, end, draft.sentence.text[start - draft.sentence.start : end - draft.sentence.start])
    one = roles_of(claim)
    found: dict[str, list[tuple[Both, Told]]] = {"supported": [], "contradicted": []}
    for said, others in claims:
        if same_subject_matter(draft, said):
            for other, two in others:
                both = Both(draft, claim, one, said, other, two)
                if told := _judge(both):
                    found[told[0]].append((both, told))
    if found["supported"]:
        return _found(place, *found["supported"][0], tuple(_cited(both) for both, _ in found["contradicted"]))
    if found["contradicted"]:
        return _found(place, *found["contradicted"][0], ())
    weighed = _weighed(draft, claim, [said for said, _ in claims], place)
    return weighed or Finding(*place, "not-found", "no sentence says this")


Place = tuple[str, int, int, str]


def _found(place: Place, both: Both, told: Told, others: tuple[Citation, ...]) -> Finding:
    verdict, why, value = told
    note = "; other sentences say otherwise" if others else ""
    return Finding(*place, verdict, why + note, value, _cited(both), others=others)


def _cited(both: Both) -> Citation:
    return cite(both.said, *_inside(both.said, both.other))


def _inside(said: Said, claim: ClaimRow) -> tuple[int, int]:
    start, end = _bounds(claim)
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


def _judge(both: Both) -> Told | None:
    """How a claim of the base stands to one of the draft; None where nothing is told."""
    hedged = both.other.hedged and not both.mine.hedged
    if hedged or not same_part(both.one.agent, both.two.agent) or not _names_said(both.draft, both.mine, both.said):
        return _another_name(both)
    return _said_or_denied(both) or _opposite(both) or _another_name(both)


def _words(both: Both) -> str:
    return both.said.sentence.text[slice(*(at - both.said.sentence.start for at in _inside(both.said, both.other)))]


def _said_or_denied(both: Both) -> Told | None:
    if not (same_verb(both.one, both.two) and _covers(both) and _same_scopes(both)):
        return None
    if both.one.negated != both.two.negated:
        why = "a sentence denies this" if both.two.negated else "a sentence says this, not denied"
        return "contradicted", why, _words(both)
    speaker = both.other.speaker
    whose = f", according to {speaker.name or speaker.surface}" if speaker else ""
    doubted = _doubted(both.draft, both.said, both.other)
    return None if doubted else ("supported", f"a sentence says this{whose}", _words(both))


def _opposite(both: Both) -> Told | None:
    opposed = opposed_words(both.one, both.two)
    if not opposed or both.one.negated != both.two.negated or not _same_time(both.draft, both.said):
        return None
    if not (_covers(both) or covers_but(both.one, both.two, opposed)):
        return None
    return "contradicted", f"“{opposed[1]}” against “{opposed[0]}”", _words(both)


def _names_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    start, end = _bounds(claim)
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
    start, end = (at - sentence.start for at in _bounds(both.mine))
    held = {plain(word.surface) for word in read_words(both.said.sentence.text)}
    mine = {plain(word.surface) for word in read_words(sentence.text[max(start, 0) : end])}
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


def _another_name(both: Both) -> Told | None:
    """Another name where only one can stand: another doer of the same deed, another place of the same birth."""
    one, two = both.one, both.two
    row = next((row for row in SINGLE if row <= one.predicate & two.predicate), None)
    if row is None or one.negated or two.negated or not (one.patient and two.patient):
        return None
    done = "by" in row
    fixed, mine = (one.patient, one.agent) if done else (one.agent, one.patient)
    other_fixed, theirs = (two.patient, two.agent) if done else (two.agent, two.patient)
    if not same_part(fixed, other_fixed) or not same_verb(one, two) or _doubted(both.draft, both.said, both.other):
        return None
    if not _other_name(both.draft, mine, both.said, theirs):
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
    draft: Said, claim: ClaimRow, evidence: Sequence[Said], place: Place
) -> Finding | None:  # fmt: skip
    """What the words of a claim and of the sentences that name the same tell, where no claim of theirs is the same."""
    for said in evidence:
        if not same_subject_matter(draft, said) or not _names_said(draft, claim, said) or _doubted(draft, said):
            continue
        pair = read_pair(place[3], said.sentence.text, " ".join(said.around))
        likely, opposing = support(pair), opposition(pair)
        if len(pair.content) < FEWEST_WORDS:
            return None
        if pair.coverage == 1.0 and likely >= SURE and not opposing and _words_said(draft, claim, said):
            return Finding(*place, "supported", "a sentence says all of this", said.sentence.text, cite(said))
        if pair.coverage >= ABOUT_THE_SAME and likely <= 1 - SURE and opposing:
            return Finding(*place, "contradicted", opposing, said.sentence.text, cite(said))
    return None


def _words_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    """Whether the sentence itself has all that is claimed but the names, which may stand near it."""
    start, end = _bounds(claim)
    names = " ".join(m.surface for m in draft.names if start <= m.start and m.end <= end)
    return claim_roots(claim) - content_roots(names) <= content_roots(said.sentence.text)
