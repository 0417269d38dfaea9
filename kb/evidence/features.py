"""What speaks for a sentence as the answer's evidence: small named findings, each 0 to 1 or a logarithm, with weights.

A candidate is a sentence in its context: the sentences beside it and its paragraph may hold the question's terms that
the sentence only points to ("He quit school at 13"). Every weight was fitted on questions of SQuAD articles; see
WEIGHTS. Pure: no database here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.questions import Question, Term
from kb.words.terms import stem

TYPING_SHARE = 0.3  # of a term that only says the answer's type, as "year" in "In what year"
ROOT_SHARE = 0.7  # of a term found by its root only
FIGURE_KINDS = (
    "how-many",
    "how-much",
    "how-old",
    "how-long",
    "share",
)  # of questions that nothing but a figure answers
POINTERS = frozenset(map(stem, "he she it they his her its their this these that those such".split()))
MOST_PLACES = 200  # words of a sentence in which pairs are looked for
POINTING_WORDS = 3  # at the start of a sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with what surrounds it. Words are stems in text order, stopwords included."""

    stems: tuple[str, ...]
    roots: frozenset[str]
    before: frozenset[str]  # stems of the sentence before, in the same document
    after: frozenset[str]
    paragraph: frozenset[str]
    title: frozenset[str]
    bm25: float  # higher is better; 0 when the search did not find it
    rank: int  # place in the search from 0
    document_share: float  # of the search's score that lies in the same document
    fits: float  # 0-1: holds a name or figure of the type asked for that the question does not hold
    heading: bool  # few words, and no mark at the end
    entity: bool  # mentions an entity the question names, by whatever words


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the weight of each term: its inverse sentence frequency."""

    question: Question
    weights: Mapping[str, float]  # by stem
    best_bm25: float

    @property
    def total(self) -> float:
        """The sum of the weights of all terms."""
        return sum(self.weights.values()) or 1.0


def term_weight(term: Term, frequency: int, sentences: int) -> float:
    """Inverse frequency of a term, less for one that only says the answer's type."""
    inverse = math.log(1 + (sentences - frequency + 0.5) / (frequency + 0.5))
    return inverse * (TYPING_SHARE if term.typing else 1.0)


def _share(asked: Asked, holds: Callable[[Term], float]) -> float:
    return sum(asked.weights[t.stem] * holds(t) for t in asked.question.terms) / asked.total


def found(candidate: Candidate, term: Term) -> float:
    """How much of a term the sentence itself holds: all, part by its root, or nothing."""
    return 1.0 if term.stem in candidate.stems else ROOT_SHARE if term.root in candidate.roots else 0.0


def coverage(candidate: Candidate, asked: Asked) -> float:
    """The share of the question's weight that the sentence holds."""
    return _share(asked, lambda term: found(candidate, term))


def before_coverage(candidate: Candidate, asked: Asked) -> float:
    """The share only the sentence before holds."""
    return _share(asked, lambda t: float(not found(candidate, t) and t.stem in candidate.before))


def points_back(candidate: Candidate, asked: Asked) -> float:
    """The share only the sentence before holds, when this one opens with a word that points back: "He", "This"."""
    points = not POINTERS.isdisjoint(candidate.stems[:POINTING_WORDS])
    return before_coverage(candidate, asked) if points else 0.0


def after_coverage(candidate: Candidate, asked: Asked) -> float:
    """The share only the sentence behind holds."""
    return _share(asked, lambda t: float(not found(candidate, t) and t.stem in candidate.after))


def paragraph_coverage(candidate: Candidate, asked: Asked) -> float:
    """The share only the rest of the paragraph holds."""
    return _share(asked, lambda t: float(not found(candidate, t) and t.stem in candidate.paragraph))


def title_coverage(candidate: Candidate, asked: Asked) -> float:
    """The share that neither the sentence nor its paragraph holds, but the document's title."""
    near = candidate.paragraph
    return _share(asked, lambda t: float(not found(candidate, t) and t.stem not in near and t.stem in candidate.title))


def search_share(candidate: Candidate, asked: Asked) -> float:
    """The search's score, as a share of its best."""
    return candidate.bm25 / asked.best_bm25 if asked.best_bm25 else 0.0


def search_rank(candidate: Candidate, asked: Asked) -> float:
    """The logarithm of the place in the search, from 0 for the first."""
    return math.log1p(candidate.rank)


def document_share(candidate: Candidate, asked: Asked) -> float:
    """How much of what was found lies in the same document."""
    return candidate.document_share


def pairs(candidate: Candidate, asked: Asked) -> float:
    """The share of the question's neighbouring terms that also stand close together in the sentence."""
    terms = asked.question.terms
    if len(terms) < 2:
        return 0.0
    places: dict[str, list[int]] = {}
    for place, held in enumerate(candidate.stems[:MOST_PLACES]):
        places.setdefault(held, []).append(place)
    close = total = 0.0
    for one, other in pairwise(terms):
        weight = asked.weights[one.stem] + asked.weights[other.stem]
        total += weight
        gaps = [abs(a - b) for a in places.get(one.stem, ()) for b in places.get(other.stem, ())]
        close += weight * (1.0 if min(gaps, default=99) <= 2 else 0.5 if min(gaps, default=99) <= 4 else 0.0)
    return close / total if total else 0.0


def names_near(candidate: Candidate, asked: Asked) -> float:
    """The share of the words of names in the paragraph or the title."""
    named = [term.stem for term in asked.question.terms if term.named]
    held = sum(name in candidate.paragraph or name in candidate.title for name in named)
    return held / len(named) if named else 0.0


def type_fits(candidate: Candidate, asked: Asked) -> float:
    """How well the sentence holds something of the type asked for."""
    return candidate.fits


def lacks_amount(candidate: Candidate, asked: Asked) -> float:
    """Whether it holds no figure of the kind asked for, in a question that nothing but a figure answers."""
    return float(asked.question.kind in FIGURE_KINDS and not candidate.fits)


def gives_amount(candidate: Candidate, asked: Asked) -> float:
    """Whether it holds a figure of the very kind asked for, of the thing counted, in such a question."""
    return float(asked.question.kind in FIGURE_KINDS and candidate.fits >= 1.0)


def is_heading(candidate: Candidate, asked: Asked) -> float:
    """Whether it is a heading: few words, and no mark at the end."""
    return float(candidate.heading)


def entity_found(candidate: Candidate, asked: Asked) -> float:
    """Whether it mentions an entity the question names, be it as "he" or "the company"."""
    return float(candidate.entity)


@dataclass(frozen=True, slots=True)
class Feature:
    """A finding and what it weighs."""

    finds: Callable[[Candidate, Asked], float]
    weight: float

    @property
    def name(self) -> str:
        """The name of the function that finds it."""
        return self.finds.__name__


# Fitted by tests/bench/fit_ranking.py on 2,150 questions of the 26 SQuAD articles that the reader was trained on
# (listwise softmax), all 33 in one base: hit@1 0.77, hit@5 0.92, hit@20 0.96; on 350 of the seven kept out of all
# training 0.75, 0.92, 0.98. The last four are set by hand: articles of SQuAD have no headings, few of its "how many"
# are answered without a figure.
FEATURES: Sequence[Feature] = (
    Feature(coverage, 12.1),
    Feature(before_coverage, 3.6),
    Feature(points_back, 3.3),
    Feature(after_coverage, 2.4),
    Feature(paragraph_coverage, 4.3),
    Feature(title_coverage, 4.9),
    Feature(search_share, 1.6),
    Feature(search_rank, -0.2),
    Feature(document_share, 4.7),
    Feature(pairs, 1.2),
    Feature(names_near, 2.2),
    Feature(type_fits, 2.3),
    Feature(entity_found, 0.3),
    Feature(lacks_amount, -3.0),
    Feature(gives_amount, 1.0),
    Feature(is_heading, -8.0),
)


def rank_score(candidate: Candidate, asked: Asked) -> float:
    """The weighted sum of all findings, by which the sentences of one question are ordered."""
    return sum(feature.weight * feature.finds(candidate, asked) for feature in FEATURES)


def support(candidate: Candidate, asked: Asked) -> float:
    """The same without what depends on how much else the base holds: comparable between questions."""
    return sum(row.weight * row.finds(candidate, asked) for row in FEATURES if row.finds is not document_share)
