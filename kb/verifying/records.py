"""What is found out about a draft. Offsets of a draft's parts count characters of its text, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass

from kb.types import Citation

# From the one that asks for work first to the one that does not.
VERDICTS = ("contradicted", "misquoted", "not-found", "supported")


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters of a quote that its source does not have so; one of the two is empty where some are left out."""

    start: int  # in the draft
    draft: str
    source_start: int  # in the source's document
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure, quote or claim of a draft, and how the base stands to it."""

    kind: str  # "figure", "quote" or "claim"
    start: int
    end: int
    text: str  # as the draft has it
    verdict: str  # one of VERDICTS
    why: str  # in words for people
    source: str | None = None  # what the source has in its place: another value, the nearest wording, a speaker
    citation: Citation | None = None  # its sentence; of "not-found" the nearest, where one comes near
    differences: tuple[Difference, ...] = ()
    others: tuple[Citation, ...] = ()  # sentences that say otherwise than `citation`


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a draft with at least one figure, quote or claim."""

    start: int
    end: int
    text: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """The gravest of its findings' verdicts."""
        return min((finding.verdict for finding in self.findings), key=VERDICTS.index)
