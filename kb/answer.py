"""Evidence and spans in, answer out. Pure: no database, no parse, no clock."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kb.base.passages import Origin
from kb.compare import other_values
from kb.evidence.confidence import share_right, sureness
from kb.evidence.reading import Reading
from kb.evidence.reasons import why_cited
from kb.evidence.refusals import Case, doubt, reason_to_refuse
from kb.questions import Question
from kb.retrieve import Retrieved
from kb.types import Answer, Citation, Conflict
from kb.words.polarity import denies


def compose(
    retrieved: Retrieved, readings: Sequence[Reading], origins: Mapping[str, Origin], *, unknown: str | None
) -> Answer:  # fmt: skip
    """The answer that the first reading gives, all readings cited in their order; or a refusal.

    :param unknown: a name in the question that the base holds nowhere, else None.
    """
    question = retrieved.asked.question
    sure = sureness(retrieved.evidence)
    if readings:
        published = origins[readings[0].evidence.sentence.document].published
        sure -= doubt(Case(retrieved, readings[0].best, unknown, published))
    reason = reason_to_refuse(sure, found=bool(readings), unknown=unknown)
    score = share_right(sure)
    citations = _citations(question, readings, origins, score)
    if reason:
        return Answer(question.text, question.kind, None, score, citations, reason=reason)
    conflicts = _conflicts(readings, origins, score)
    return Answer(question.text, question.kind, _text(question, readings[0]), score, citations, conflicts=conflicts)


def cite(reading: Reading, origin: Origin, *, score: float, why: str) -> Citation:
    """The citation of a reading's whole sentence, with its best span marked."""
    sentence, span = reading.evidence.sentence, reading.best
    return Citation(
        sentence.document, origin.title, origin.source, sentence.start, sentence.end, sentence.text, score,
        span.start if span else None, span.end if span else None, origin.publication, origin.published, why,
    )  # fmt: skip


def _citations(
    question: Question, readings: Sequence[Reading], origins: Mapping[str, Origin], score: float
) -> tuple[Citation, ...]:  # fmt: skip
    best = max((reading.evidence.score for reading in readings), default=0.0)
    return tuple(
        cite(
            reading,
            origins[reading.evidence.sentence.document],
            score=score * math.exp(min(reading.evidence.score - best, 0.0)),
            why=why_cited(question, reading.evidence, reading.best),
        )
        for reading in readings
    )


def _text(question: Question, reading: Reading) -> str:
    """The short answer; the sentence itself where no span answers."""
    sentence = reading.evidence.sentence.text
    if question.wants.name == "yes-no":
        return "no" if denies(sentence, question.text) else "yes"
    span = reading.best
    return sentence if span is None else span.name or span.surface


def _conflicts(readings: Sequence[Reading], origins: Mapping[str, Origin], score: float) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(
            span.surface,
            cite(
                Reading(reading.evidence, (span,)),
                origins[reading.evidence.sentence.document],
                score=score,
                why="gives another value for the same thing",
            ),
        )
        for reading, span in other_values(readings)
    )
