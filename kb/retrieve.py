"""Question and store in, evidence out: sentences that may answer, best first, each with what was found in it.

Candidates come from the search index; the sentences around the best of them are candidates too, for an answer often
stands beside the sentence that holds the question's words. All are ranked by kb/evidence/features.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kb.base.rows import ClaimRow, EntityRow, FigureRow, Hit, MentionRow, QuoteRow, SentenceRow
from kb.evidence.context import NEAR, Context
from kb.evidence.features import Asked, Candidate, rank_score, term_weight
from kb.evidence.reader_windows import Verdict
from kb.questions import Question
from kb.spans.places import Findings
from kb.spans.ranking import best_fit
from kb.store import Store
from kb.words.terms import other_forms, plain

SEARCHED = 60  # sentences taken from the index; with SURROUNDED, 97 % of SQuAD's answers stand among the candidates
MOST_CHARACTERS = 2000  # of a sentence are read for an answer, so that no text can make asking slow
SURROUNDED = 12  # of the best hits the neighbours are candidates too

Found = TypeVar("Found", MentionRow, FigureRow, QuoteRow, ClaimRow)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with its rank score and what was found in it."""

    sentence: SentenceRow
    score: float  # of kb.evidence.features, or of both it and the reader; comparable within one question only
    candidate: Candidate
    findings: Findings
    verdict: Verdict | None = None  # of the trained reader; None where it did not read the sentence


@dataclass(frozen=True, slots=True)
class Retrieved:
    """All that was found for a question."""

    asked: Asked
    frequencies: Mapping[str, int]  # sentences that hold each term, by stem
    entities: tuple[EntityRow, ...]  # that the question names
    evidence: tuple[Evidence, ...]  # best first


def retrieve(store: Store, question: Question) -> Retrieved:
    """The sentences of the base that may answer a question, best first; ties by document and position."""
    forms = {term.stem: other_forms(plain(term.surface)) for term in question.terms}
    counts = store.frequencies([form for row in forms.values() for form in row])
    frequencies = {stem: max(counts[form] for form in row) for stem, row in forms.items()}
    total = store.sentence_total()
    weights = {term.stem: term_weight(term, frequencies[term.stem], total) for term in question.terms}
    hits = in_sure_order(store.search([form for row in forms.values() for form in row], limit=SEARCHED))
    asked = Asked(question, weights, -hits[0].rank if hits else 0.0)
    entities = tuple(store.entities_named(question.names)) if question.names else ()
    return Retrieved(asked, frequencies, entities, tuple(_ranked(store, asked, hits, entities)))


def in_sure_order(hits: Iterable[Hit]) -> list[Hit]:
    """Hits best first, ties by document and place: else the order of writing would decide."""
    return sorted(hits, key=lambda hit: (hit.rank, hit.sentence.document, hit.sentence.number))


def _ranked(store: Store, asked: Asked, hits: Sequence[Hit], entities: Sequence[EntityRow]) -> list[Evidence]:
    around = store.surroundings([hit.sentence.id for hit in hits], distance=NEAR)
    chosen = _chosen(hits, around)
    mentions, figures, quotes = _found_in(store, [sentence.id for sentence in chosen], asked.question)
    context = Context(around, hits)
    named = {entity.id for entity in entities}
    evidence = []
    for sentence in chosen:
        held = mentions[sentence.id]
        parts = tuple(held), tuple(figures[sentence.id])
        findings = Findings(sentence.text[:MOST_CHARACTERS], sentence.start, *parts, quotes=tuple(quotes[sentence.id]))
        fit = best_fit(asked.question, findings)
        candidate = context.candidate(sentence, fit, any(mention.entity in named for mention in held))
        evidence.append(Evidence(sentence, rank_score(candidate, asked), candidate, findings))
    return sorted(evidence, key=lambda e: (-e.score, e.sentence.document, e.sentence.number))


def _chosen(hits: Sequence[Hit], around: Sequence[SentenceRow]) -> list[SentenceRow]:
    """The hits, and the sentences in the paragraph of, or next to, one of the best hits."""
    best = [hit.sentence for hit in hits[:SURROUNDED]]
    paragraphs = {(sentence.document, sentence.paragraph) for sentence in best}
    beside = {(sentence.document, sentence.number + step) for sentence in best for step in (-1, 1)}
    chosen = {hit.sentence.id: hit.sentence for hit in hits}
    for sentence in around:
        if (sentence.document, sentence.paragraph) in paragraphs or (sentence.document, sentence.number) in beside:
            chosen.setdefault(sentence.id, sentence)
    return list(chosen.values())


def _found_in(
    store: Store, ids: Sequence[str], question: Question
) -> tuple[dict[str, list[MentionRow]], dict[str, list[FigureRow]], dict[str, list[QuoteRow]]]:
    """Mentions, figures and, where words said are asked for, quotes, each by the id of their sentence."""
    quotes = store.quotes(sentences=ids) if question.wants.name == "quote" else []
    return by_sentence(store.mentions(sentences=ids)), by_sentence(store.figures(sentences=ids)), by_sentence(quotes)


def by_sentence(rows: Iterable[Found]) -> dict[str, list[Found]]:
    """Records by the id of their sentence, in their order; an empty list for any other id."""
    grouped: dict[str, list[Found]] = defaultdict(list)
    for row in rows:
        grouped[row.sentence.id].append(row)
    return grouped
