"""Signs that a sentence supports or contradicts a claim: small named comparisons of the words of the two. Pure.

Each takes a `Pair` and gives a number, mostly 0 to 1. What they weigh together is told by kb/verifying/weighing.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import pairwise

from kb.verifying.numbers import Number, read_months
from kb.verifying.pairs import Pair
from kb.words.polarity import HEDGES
from kb.words.terms import Word, plain, read_words

NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|no|none|nobody|nothing|without|cannot|hardly|failed|fails|unable|refused|denied|"
    r"lacked?)\b|n['’]t\b|n 't\b",
    re.IGNORECASE,
)
SWEEPING = re.compile(
    r"\b(?:only|first|last|all|every|always|never|most|least|entire|entirely|sole|solely|exactly|best|worst|none|any|"
    r"both|single|same|original|\w{3,}est)\b",
    re.IGNORECASE,
)
CONTRAST = frozenset("but however although though despite instead rather".split())
MORE = re.compile(
    r"\b(?:more than|over|at least|exceed\w*|above|older than|longer than|greater than|after|since|"
    r"no (?:fewer|less) than)\b",
    re.IGNORECASE,
)
LESS = re.compile(
    r"\b(?:less than|fewer than|under|at most|below|younger than|shorter than|before|prior to|"
    r"by the (?:age|time|end))\b",
    re.IGNORECASE,
)
# Words with which a claim grants or joins, as true ones do more often than false ones.
GRANTS = frozenset("although despite though even actually both also some several various many multiple".split())
# Words that leave a number or a doing open: a claim with them is harder to be false.
OPEN = re.compile(
    r"\b(?:over|almost|nearly|about|around|approximately|at least|more than|less than|under|several|some|part|once|may|"
    r"might|could|can)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
BEGINNING = 4  # letters that two words of one family share
BOUND_WITHIN = 18  # characters between "more than" and its number


def coverage(pair: Pair) -> float:
    """The share of the claim's words that the evidence has."""
    return pair.coverage


def all_covered(pair: Pair) -> float:
    """No word of the claim is missing."""
    return float(not pair.missing)


def words_missing(pair: Pair) -> float:
    """How many words are missing, up to 8."""
    return min(len(pair.missing), 8) / 8


def last_word_missing(pair: Pair) -> float:
    """The claim's last word is missing: where a false claim is mostly changed."""
    return float(bool(pair.missing) and pair.missing[-1] == pair.content[-1])


def claim_length(pair: Pair) -> float:
    """Words of the claim, up to 40."""
    return min(len(read_words(pair.claim)), 40) / 40


def evidence_length(pair: Pair) -> float:
    """Words of the evidence, on a logarithmic scale."""
    return math.log1p(len(read_words(pair.evidence))) / 5


def name_missing(pair: Pair) -> float:
    """A name of the claim is missing."""
    return float(any(_is_name(word) for word in pair.missing))


def names_missing(pair: Pair) -> float:
    """How many words of names are missing, up to 4."""
    return min(sum(map(_is_name, pair.missing)), 4) / 4


def other_name_instead(pair: Pair) -> float:
    """A name is missing, and the evidence has one that the claim has not."""
    roots = {word.root for word in pair.content}
    return name_missing(pair) * any(word.surface[0].isupper() and word.root not in roots for word in pair.shown)


def _is_name(word: Word) -> bool:
    return word.start > 0 and word.surface[0].isupper()


def year_confirmed(pair: Pair) -> float:
    """A year of the claim is given."""
    return float(any(_met(number, pair) for number in pair.stated if number.is_time))


def year_against_year(pair: Pair) -> float:
    """A year of the claim is not given, but another is."""
    return _against(pair, is_time=True)


def year_missing(pair: Pair) -> float:
    """A year of the claim is not given."""
    return float(any(not _met(number, pair) for number in pair.stated if number.is_time))


def number_confirmed(pair: Pair) -> float:
    """A number of the claim is given."""
    return float(any(_met(number, pair) for number in pair.stated if not number.is_time))


def number_against_number(pair: Pair) -> float:
    """A number of the claim is not given, but another is."""
    return _against(pair, is_time=False)


def _met(number: Number, pair: Pair) -> bool:
    return any(number.meets(other) for other in pair.given)


def _against(pair: Pair, *, is_time: bool) -> float:
    missing = any(not _met(number, pair) for number in pair.stated if number.is_time == is_time)
    return float(missing and any(number.is_time == is_time for number in pair.given))


def month_against_month(pair: Pair) -> float:
    """A month of the claim is not given, but another is."""
    stated, given = read_months(pair.claim), read_months(pair.evidence)
    return float(bool(given) and bool(stated - given))


def bound_kept(pair: Pair) -> float:
    """A number lies beyond "more than" or within "less than" as the claim has it."""
    return float(any(_bounds(pair)))


def bound_broken(pair: Pair) -> float:
    """No number lies where "more than" or "less than" of the claim puts it."""
    return float(not all(_bounds(pair)))


def _bounds(pair: Pair) -> list[bool]:
    """For each bound of the claim whether a number of the evidence keeps it; without such numbers nothing."""
    found = []
    for pattern, above in ((MORE, True), (LESS, False)):
        for match in pattern.finditer(pair.claim):
            after = [n for n in pair.stated if 0 <= n.start - match.end() < BOUND_WITHIN]
            bound = min(after, key=lambda number: number.start, default=None)
            others = [n for n in pair.given if bound and n.is_time == bound.is_time]
            if bound and others:
                found.append(any(n.high >= bound.low if above else n.low <= bound.high for n in others))
    return found


def denied_in_claim_only(pair: Pair) -> float:
    """The claim has a negation, the evidence none; the more the better they fit."""
    return pair.coverage * (_denies(pair.claim) and not _denies(pair.evidence))


def denied_in_evidence_only(pair: Pair) -> float:
    """The evidence has a negation, the claim none; the more the better they fit."""
    return pair.coverage * (_denies(pair.evidence) and not _denies(pair.claim))


def denied_in_both(pair: Pair) -> float:
    """Both have a negation."""
    return float(_denies(pair.claim) and _denies(pair.evidence))


def claim_denies(pair: Pair) -> float:
    """The claim has a negation."""
    return float(_denies(pair.claim))


def _denies(text: str) -> bool:
    return bool(NEGATION.search(text))


def opposite_word(pair: Pair) -> float:
    """A word of the claim is missing, and the evidence has its opposite."""
    return float(pair.opposites > 0)


def sweeping_word_missing(pair: Pair) -> float:
    """A word such as "only", "first" or "largest" is missing."""
    return float(any(word.lower() not in pair.printed for word in SWEEPING.findall(pair.claim)))


def never_or_always_missing(pair: Pair) -> float:
    """ "Never" or "always" is missing."""
    return float(any(w in pair.claim.lower().split() and w not in pair.printed for w in ("never", "always")))


def pairs_covered(pair: Pair) -> float:
    """The share of the claim's neighbouring words that are neighbours in the evidence too."""
    mine = [(a.root, b.root) for a, b in pairwise(pair.content)]
    theirs = {(a.root, b.root) for a, b in pairwise(pair.shown)}
    return sum(each in theirs for each in mine) / len(mine) if mine else 0.0


def order_changed(pair: Pair) -> float:
    """The share of steps from word to word of the claim that go backwards in the evidence."""
    places = {word.root: number for number, word in reversed(list(enumerate(pair.shown)))}
    steps = [places[word.root] for word in pair.content if word.root in places]
    return sum(a > b for a, b in pairwise(steps)) / (len(steps) - 1) if len(steps) > 1 else 0.0


def near_words(pair: Pair) -> float:
    """How many missing words begin as words of the evidence do, up to 4: "Norwegian" beside "Norway"."""
    beginnings = {word.root[:BEGINNING] for word in pair.shown if len(word.root) >= BEGINNING}
    return min(sum(len(w.root) >= BEGINNING and w.root[:BEGINNING] in beginnings for w in pair.missing), 4) / 4


def claim_grants(pair: Pair) -> float:
    """The claim has a word such as "although", "also" or "several"."""
    return float(any(plain(word.surface) in GRANTS for word in read_words(pair.claim)))


def claim_leaves_open(pair: Pair) -> float:
    """The claim has a word such as "nearly", "over" or "may"."""
    return float(bool(OPEN.search(pair.claim)))


def best_sentence(pair: Pair) -> float:
    """The share of the claim's words that one sentence of the evidence has."""
    wanted = {word.root for word in pair.content}
    sentences = [{word.root for word in read_words(text)} for text in SENTENCE_END.split(pair.evidence)]
    return max(len(wanted & held) for held in sentences) / len(wanted) if wanted else 1.0


def evidence_hedges(pair: Pair) -> float:
    """The evidence has a word that makes it no plain fact."""
    return float(bool(pair.printed & HEDGES))


def evidence_contrasts(pair: Pair) -> float:
    """The evidence has "but" or the like."""
    return float(bool(pair.printed & CONTRAST))


SIGNS: tuple[Callable[[Pair], float], ...] = (
    coverage, all_covered, words_missing, last_word_missing, claim_length, evidence_length, name_missing, names_missing,
    other_name_instead, year_confirmed, year_against_year, year_missing, number_confirmed, number_against_number,
    month_against_month, bound_kept, bound_broken, denied_in_claim_only, denied_in_evidence_only, denied_in_both,
    claim_denies, opposite_word, sweeping_word_missing, never_or_always_missing, pairs_covered, order_changed,
    evidence_hedges, evidence_contrasts, near_words, claim_grants, claim_leaves_open, best_sentence,
)  # fmt: skip
