"""A claim of a draft against those of the base: said, denied, said otherwise, or not there.

Precision first. "Supported" asks for every word that says something, in the roles of the draft; "contradicted" for
something definite: a denial, the opposite word, or another name where only one can stand ("founded by", "born in",
"capital of"). Everything else is not found. Limits: what is said in quite other words is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from kb.base.rows import ClaimRow
from kb.types import Citation
from kb.verifying.evidence import cite
from kb.verifying.judging import Both, Told, bounds, doubted, inside, judge, names_said
from kb.verifying.opposition import opposition
from kb.verifying.pairs import Pair, read_pair
from kb.verifying.records import Finding
from kb.verifying.roles import Roles, roles_of
from kb.verifying.said import Said, claim_roots, content_roots, same_subject_matter
from kb.verifying.weighing import support

DECIDED = ("contradicted", "supported", "not-found")
# Of what was weighed on the development part of claims_fm2 (kb/verifying/weighing.py): with all words said, nothing
# that opposes, names in one order and this likelihood, 116 of 122 were true; with this share of the words, something
# that opposes and no more than that likelihood, 18 of 18 were false.
SURE, ABOUT_THE_SAME, UNLIKELY = 0.7, 0.7, 0.4
MOST = 100  # claims of one sentence that are compared, so that no text makes checking slow
FEWEST_WORDS = 3  # that say something, of a claim that is weighed
POINTING = re.compile(r"\b(?:he|she|it|they|his|her|hers|its|their|him|them|this|that|these|who)\b", re.IGNORECASE)


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
    start, end = bounds(claim)
    decided = any(start < f.end and f.start < end and f.verdict != "not-found" for f in figures)
    cues = any(q.cue and claim.predicate.start <= q.cue.start < claim.predicate.end for q in draft.quotes)
    quoted = any(q.direct and q.start <= start and end <= q.end for q in draft.quotes)
    return decided or cues or quoted


Claims = Sequence[tuple[Said, list[tuple[ClaimRow, Roles]]]]


def _check(draft: Said, claim: ClaimRow, claims: Claims) -> Finding:
    start, end = bounds(claim)
    place = ("claim", start, end, draft.sentence.text[start - draft.sentence.start : end - draft.sentence.start])
    one = roles_of(claim)
    found: dict[str, list[tuple[Both, Told]]] = {"supported": [], "contradicted": []}
    for said, others in claims:
        if same_subject_matter(draft, said):
            for other, two in others:
                both = Both(draft, claim, one, said, other, two)
                if told := judge(both):
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
    return cite(both.said, *inside(both.said, both.other))


def _weighed(
    draft: Said, claim: ClaimRow, evidence: Sequence[Said], place: Place
) -> Finding | None:  # fmt: skip
    """What the words of a claim and of the sentences that name the same tell, where no claim of theirs is the same."""
    for said in evidence:
        if not same_subject_matter(draft, said) or not names_said(draft, claim, said) or doubted(draft, said):
            continue
        pair = read_pair(place[3], said.sentence.text, " ".join(said.around))
        likely, opposing = support(pair), opposition(pair)
        if len(pair.content) < FEWEST_WORDS:
            return None
        borne_out = pair.coverage == 1.0 and likely >= SURE and not opposing and not _names_turned(pair)
        if borne_out and _words_said(draft, claim, said) and _speaks_of_subject(draft, claim, said):
            return Finding(*place, "supported", "a sentence says all of this", said.sentence.text, cite(said))
        if pair.coverage >= ABOUT_THE_SAME and likely <= UNLIKELY and opposing:
            return Finding(*place, "contradicted", opposing, said.sentence.text, cite(said))
    return None


def _names_turned(pair: Pair) -> bool:
    """Whether names stand in another order than in the claim: "Leeds beat Hull" is not "Hull beat Leeds"."""
    places = {word.root: number for number, word in reversed(list(enumerate(pair.shown)))}
    names = [places[w.root] for w in pair.content if w.surface[0].isupper() and w.root in places]
    return any(before > after for before, after in pairwise(names))


def _speaks_of_subject(draft: Said, claim: ClaimRow, said: Said) -> bool:
    """Whether the sentence itself names whom the claim is about, or has a pronoun that may stand for it.

    Of "the work at the Edison Machine Works" nobody is told to have done it, whoever the sentence before names.
    """
    if POINTING.search(said.sentence.text):
        return True
    start, end = claim.subject.start, claim.subject.end
    named = content_roots(said.sentence.text)
    entities = {mention.entity for mention in said.mentions if mention.entity}
    about = [m for m in draft.names if start <= m.start and m.end <= end]
    return all(m.entity in entities or content_roots(m.surface) & named for m in about)


def _words_said(draft: Said, claim: ClaimRow, said: Said) -> bool:
    """Whether the sentence itself has all that is claimed but the names, which may stand near it."""
    start, end = bounds(claim)
    names = " ".join(m.surface for m in draft.names if start <= m.start and m.end <= end)
    return claim_roots(claim) - content_roots(names) <= content_roots(said.sentence.text)
