"""What the findings about a span look at: a sentence set against a question, and where in it the span stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.base.rows import ClaimRow, FigureRow, MentionRow, QuoteRow
from kb.questions import Question
from kb.words.terms import Word


@dataclass(frozen=True, slots=True)
class Findings:
    """A sentence and what was found in it. Offsets of the records count from the document's start, as stored."""

    text: str  # of a very long sentence only the beginning
    start: int  # of the sentence in its document
    mentions: tuple[MentionRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may answer. `start` and `end` count characters of the document's text."""

    start: int
    end: int
    surface: str
    origin: str  # "mention", "figure", "quote", "description", "run", "linked", "list", "clause", "claim" or "read"
    fit: float  # 0-1: how well its type is the one asked for
    score: float = 0.0
    name: str | None = None  # of the entity a pronoun or description stands for


@dataclass(frozen=True, slots=True)
class Setting:
    """What the findings about a span look at: question, sentence, and where the question's words stand in it."""

    question: Question
    weights: Mapping[str, float]  # of the question's terms, by stem
    findings: Findings
    words: tuple[Word, ...]
    matched: tuple[int, ...]  # numbers of the words that are terms of the question

    @property
    def total(self) -> float:
        """The weight of all terms of the question."""
        return sum(self.weights.values()) or 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A span and the numbers of its first and last word in the sentence."""

    span: Span
    first: int
    last: int
