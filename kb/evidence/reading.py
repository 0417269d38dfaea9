"""Evidence read for an answer: what rules find in a sentence, and what the trained reader found. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.base.rows import ClaimRow, QuoteRow
from kb.evidence.features import Asked
from kb.questions import Question
from kb.retrieve import MOST_CHARACTERS, Evidence, Retrieved
from kb.spans.places import Span
from kb.spans.ranking import find_spans, read_setting
from kb.words.terms import is_stopword, read_words

RULED = ("role", "definition", "quote")  # types that rules find surely and the reader was hardly trained on
CLAUSE = re.compile(r" (?:that|who|which|where|whose) [^.,;:]+")
# By so much the rules' score of a name must be higher for it to take the place of the reader's; of 100 answerable
# questions of the seven SQuAD articles kept out of training none was.
MARGIN = 1.5
LONG = ("reason", "quote")  # types of answer that take more than a word


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence and the spans in it that may answer, best first."""

    evidence: Evidence
    spans: tuple[Span, ...]

    @property
    def best(self) -> Span | None:
        """The likeliest span."""
        return self.spans[0] if self.spans else None


def read(asked: Asked, evidence: Evidence, claims: Sequence[ClaimRow], quotes: Sequence[QuoteRow]) -> Reading:
    """The spans of one sentence that may answer; none for a question that is answered by yes or no.

    The reader's span stands first, but where rules find surely what is asked for.
    """
    wants = asked.question.wants.name
    if wants == "yes-no":
        return Reading(evidence, ())
    findings = replace(evidence.findings, claims=tuple(claims), quotes=tuple(quotes))
    ruled = find_spans(read_setting(asked.question, asked.weights, findings))
    if wants in RULED and ruled and ruled[0].fit:
        return Reading(evidence, tuple(ruled))
    chosen = _read_span(evidence, ruled)
    if chosen is not None:
        chosen = _corrected(asked.question, evidence, chosen, ruled)
    return Reading(evidence, tuple(ruled) if chosen is None else (chosen, *(s for s in ruled if not _meet(s, chosen))))


def _read_span(evidence: Evidence, ruled: Sequence[Span]) -> Span | None:
    """The reader's span, with what the best rule span that shares words with it knows of its type and name."""
    verdict, sentence = evidence.verdict, evidence.sentence
    if verdict is None or verdict.start is None or verdict.end is None:
        return None
    surface = sentence.text[verdict.start : verdict.end]
    span = Span(sentence.start + verdict.start, sentence.start + verdict.end, surface, "read", 0.0)
    like = max((s for s in ruled if _meet(s, span)), key=lambda s: (s.fit, s.score), default=None)
    if like is None:
        return span
    origin = like.origin if like.origin == "figure" else "read"
    same = like.start >= span.start and like.end <= span.end
    return replace(span, origin=origin, fit=like.fit, score=like.score, name=like.name if same else None)


def without_echoes(retrieved: Retrieved) -> Retrieved:
    """The evidence with what answers nothing behind what does: a sentence that says no more than the question."""
    question = retrieved.asked.question
    if question.wants.name == "yes-no":
        return retrieved
    told = sorted(retrieved.evidence, key=lambda each: is_echo(question, each.sentence.text[:MOST_CHARACTERS]))
    return replace(retrieved, evidence=tuple(told))


def is_echo(question: Question, text: str) -> bool:
    """Whether a sentence repeats the question and adds nothing; one word more gives no reason and no words said."""
    stems = {term.stem for term in question.terms}
    roots = {term.root for term in question.terms}
    content = [word for word in read_words(text) if not is_stopword(word.surface)]
    added = [word for word in content if word.stem not in stems and word.root not in roots]
    return len(content) > len(added) and len(added) < (2 if question.wants.name in LONG else 1)


def _corrected(question: Question, evidence: Evidence, chosen: Span, ruled: Sequence[Span]) -> Span:
    """The reader's span, or the one that rules put first where it is of no person and no reason and theirs is."""
    fitting = [span for span in ruled if span.fit == 1.0]
    sure = question.wants.labels and fitting and fitting[0] is ruled[0]
    if sure and (ruled[0].score > chosen.score + MARGIN or (question.wants.name == "person" and not chosen.fit)):
        return ruled[0]
    if question.wants.name == "reason" and fitting and not any(_meet(span, chosen) for span in fitting):
        return fitting[0]
    stems = {term.stem for term in question.terms}
    if all(word.stem in stems for word in read_words(chosen.surface)):
        return _with_clause(evidence, chosen)
    return chosen


def _with_clause(evidence: Evidence, span: Span) -> Span:
    """A span that only repeats the question, with what the sentence says of it: "schools that take a fee"."""
    sentence = evidence.sentence
    behind = CLAUSE.match(sentence.text[:MOST_CHARACTERS], span.end - sentence.start)
    if behind is None:
        return span
    end = sentence.start + behind.end()
    return replace(span, end=end, surface=sentence.text[span.start - sentence.start : behind.end()])


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
