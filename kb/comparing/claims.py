"""Two claims of different articles: agree, or contradict each other, or differ for an innocent reason, said. Pure.

Every innocent reason is ruled out before "differ" is said: another time, another scope, a plan or a doubt in place of a
fact, a later article that corrects the earlier. Limits: as of kb/verifying/judging.py; claims in quite other words are
not found to be of the same thing.
"""

from __future__ import annotations

import re

from kb.base.rows import ClaimRow, MentionRow
from kb.comparing.claim_sides import NOT_THE_SAME, ClaimSide, apart_in_time, scopes_of
from kb.comparing.holders import another_holder, another_rank, is_single, is_sole
from kb.comparing.sameness import POINTS
from kb.comparing.verdicts import REVISES, Verdict
from kb.verifying.judging import NO_ONE, Both, Told, bounds, judge
from kb.verifying.roles import PHRASAL, opposed_words, same_name
from kb.verifying.said import NAMED, Said, content_roots, same_subject_matter
from kb.words.terms import root

INDEFINITE = re.compile(r"an? [a-z -]+\Z", re.IGNORECASE)
FEWEST = 2  # content words beside the subject, or a name


def verdict_on_claims(one: ClaimSide, other: ClaimSide) -> Verdict:
    """How two claims stand to each other; "not-comparable" unless they are surely of the same thing."""
    if not _of_one_topic(one, other):
        return NOT_THE_SAME
    if held := another_holder(one, other):
        return held
    told = [_told(one, other), _told(other, one)]
    opposed = next((each for each in told if each and each[0] == "contradicted"), None)
    if opposed:
        return _opposed(one, other, opposed[1]) if _say_as_much(one, other) else NOT_THE_SAME
    if any(told) and _of_one_subject(one, other) and _says_something(one) and _says_something(other):
        return apart_in_time(one, other, surely=True) or Verdict("agree", "both say the same")
    return another_rank(one, other) or NOT_THE_SAME


def _told(one: ClaimSide, other: ClaimSide) -> Told | None:
    return judge(Both(one.said, one.claim, one.roles, other.said, other.claim, other.roles))


def _of_one_topic(one: ClaimSide, other: ClaimSide) -> bool:
    """Whether both are about the same; "the district" at the start is what its article is about, "a man" anybody."""
    if any(INDEFINITE.match(side.claim.subject.surface) and not side.claim.subject.entity for side in (one, other)):
        return False
    for mine, theirs in ((one.said, other.said), (other.said, one.said)):
        if not same_subject_matter(mine, theirs):
            return False
        title = content_roots(mine.sentence.title or "")
        pointing = bool(title) and POINTS.match(mine.sentence.text) and not _opens_with_name(mine)
        if pointing and 2 * len(title & theirs.roots) <= len(title):
            return False
    return True


def _opens_with_name(said: Said) -> bool:
    return any(m.form == "name" and m.start - said.sentence.start <= len("The ") for m in said.names)


def _say_as_much(one: ClaimSide, other: ClaimSide) -> bool:
    """Whether no main part of either has words missing from the other sentence: a man's brother is not the man."""
    if is_single(one) or one.roles.patient is None or other.roles.patient is None:
        return True
    if any(NO_ONE.match(side.claim.subject.surface) for side in (one, other)):
        return True  # looked at already
    apart = frozenset(root(word.strip(",.")) for word in opposed_words(one.roles, other.roles) or ())
    mine, theirs = _main(one) - apart <= other.said.roots, _main(other) - apart <= one.said.roots
    if one.claim.negated != other.claim.negated:  # who denies the whole denies each part of it
        return mine if one.claim.negated else theirs
    return mine and theirs


def _of_one_subject(one: ClaimSide, other: ClaimSide) -> bool:
    """Whether who does it is one, by its words: two parishes are two, though both are a parish."""
    if any(_is_possessive(side.claim) for side in (one, other)):
        return False
    return same_name(one.roles.agent, other.roles.agent)


def _is_possessive(claim: ClaimRow) -> bool:
    """Whether it only stands in a genitive: "the army's suppression" is no statement of what the army has."""
    words = (claim.predicate.full or claim.predicate.surface).split()
    return words == ["has"] and "has" not in claim.sentence.text.split()


def _says_something(side: ClaimSide) -> bool:
    """Whether a claim says more than that there is something: "Wilson has parents" does not."""
    start, end = side.claim.subject.start, side.claim.subject.end
    own = content_roots(side.claim.subject.surface)
    named = any(m.label in NAMED and not start <= m.start < end for m in _named_inside(side))
    return named or len(_main(side) - own) >= FEWEST


def _named_inside(side: ClaimSide) -> list[MentionRow]:
    start, end = bounds(side.claim)
    return [mention for mention in side.said.names if start <= mention.start and mention.end <= end]


def _main(side: ClaimSide) -> frozenset[str]:
    claim = side.claim
    parts = (claim.subject, claim.object) if claim.object else (claim.subject,)
    words = " ".join([claim.predicate.full or claim.predicate.surface, *(part.surface for part in parts)])
    return content_roots(words) - content_roots(" ".join(PHRASAL))


def _opposed(one: ClaimSide, other: ClaimSide, why: str) -> Verdict:
    """What is said of two claims that contradict each other, unless there is an innocent reason."""
    if is_sole(one):
        return Verdict("differ", why + _speakers(one, other))
    if one.claim.hedged or other.claim.hedged:
        return Verdict("not-comparable", "one is no plain fact")
    if scopes := scopes_of(one) ^ scopes_of(other):
        return Verdict("other-scope", "only one of them speaks of " + ", ".join(f"“{w}”" for w in sorted(scopes)))
    if apart := apart_in_time(one, other):
        return apart
    later = max((one, other), key=lambda side: side.said.published or "")
    if one.said.published != other.said.published and REVISES.search(later.said.sentence.text):
        return Verdict("revised", f"the later article, of {later.said.published}, corrects the earlier")
    return Verdict("differ", why + _speakers(one, other))


def _speakers(one: ClaimSide, other: ClaimSide) -> str:
    """Who says the one and who the other, where it is not the article itself."""
    names = [s.name or s.surface for s in (one.claim.speaker, other.claim.speaker) if s]
    return f"; according to {' and '.join(dict.fromkeys(names))}" if names else ""
