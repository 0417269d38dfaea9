"""Claims of a base set side by side in pairs, each of two articles: those that say the same thing or contradict it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kb.base.rows import ClaimRow
from kb.comparing.claim_sides import ClaimSide, claim_side
from kb.comparing.claims import verdict_on_claims
from kb.comparing.verdicts import Verdict
from kb.store import Store
from kb.verifying.said import read_said

MOST_CLAIMS = 200  # that name one entity; the number of pairs grows with its square
LEAST_COMMON = 2  # roots of the words of two claims that are looked at closer


@dataclass(frozen=True, slots=True)
class ClaimComparison:
    """Two claims of different articles on the same thing."""

    one: ClaimRow
    other: ClaimRow
    verdict: Verdict


def claims_naming(store: Store, entity: str, like: str | None = None) -> list[ClaimRow]:
    """The first claims of the sentences that name an entity, in document order.

    :param entity: its id or any of its names.
    :param like: text in the sentence, ASCII case ignored.
    """
    sentences = list(dict.fromkeys(mention.sentence.id for mention in store.mentions(entity=entity, like=like)))
    return store.claims(sentences=sentences, limit=MOST_CLAIMS)


def compare_claims(store: Store, claims: Sequence[ClaimRow]) -> Iterator[ClaimComparison]:
    """All pairs among these claims that are on the same thing in different articles; of many, the first are compared.

    Of one pair of sentences the gravest comparison alone: a contradiction, before what only may be one, before none.
    """
    best: dict[tuple[str, str], ClaimComparison] = {}
    for one, other in combinations(_sides(store, claims[:MOST_CLAIMS]), 2):
        if len(one.words & other.words) < LEAST_COMMON or not _in_two_articles(one, other):
            continue
        verdict = verdict_on_claims(one, other)
        key = (one.claim.sentence.id, other.claim.sentence.id)
        if verdict.kind != "not-comparable" and (key not in best or _graver(verdict, best[key].verdict)):
            best[key] = ClaimComparison(one.claim, other.claim, verdict)
    yield from best.values()


def _sides(store: Store, claims: Sequence[ClaimRow]) -> list[ClaimSide]:
    sentences = {claim.sentence.id: claim.sentence for claim in claims}
    said = {each.sentence.id: each for each in read_said(store, list(sentences.values()))}
    return [claim_side(claim, said[claim.sentence.id]) for claim in claims if not _is_implied(claim)]


def _is_implied(claim: ClaimRow) -> bool:
    """Whether it only stands in a name: "Barcelona, Spain" is no statement of where Barcelona is."""
    return claim.object is not None and abs(claim.object.start - claim.subject.end) <= len(", ")


def _in_two_articles(one: ClaimSide, other: ClaimSide) -> bool:
    """Whether they are of two articles; a sentence printed twice word for word is a copy."""
    first, second = one.claim.sentence, other.claim.sentence
    return first.document != second.document and first.text != second.text


GRAVEST = ("differ", "revised", "other-period", "other-scope", "agree")


def _graver(one: Verdict, other: Verdict) -> bool:
    return GRAVEST.index(one.kind) < GRAVEST.index(other.kind)
