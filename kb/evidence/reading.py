"""Evidence read for an answer: what rules find in a sentence, and what the trained reader found. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.base.rows import ClaimRow, QuoteRow
from kb.evidence.features import Asked
from kb.retrieve import Evidence
from kb.spans.places import Span
from kb.spans.ranking import find_spans, read_setting

RULED = ("role", "definition", "quote")  # types that rules find surely and the reader was hardly trained on


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


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
