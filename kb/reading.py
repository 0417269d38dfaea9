"""Evidence read for an answer: the seam at which a trained reader can take the place of rules. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.features import Asked
from kb.retrieve import Evidence
from kb.rows import ClaimRow, QuoteRow
from kb.span_places import Span
from kb.spans import find_spans, read_setting


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
    """The spans of one sentence that may answer; none for a question that is answered by yes or no."""
    if asked.question.wants.name == "yes-no":
        return Reading(evidence, ())
    findings = replace(evidence.findings, claims=tuple(claims), quotes=tuple(quotes))
    return Reading(evidence, tuple(find_spans(read_setting(asked.question, asked.weights, findings))))
