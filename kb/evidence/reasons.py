"""Why a sentence was cited, in words for people."""

from __future__ import annotations

from kb.evidence.features import found
from kb.questions import Question, Term
from kb.retrieve import Evidence
from kb.spans.places import Span

MOST_WORDS = 4  # of the question, named in a reason
TYPE_NAMES = {
    "person": "a person", "place": "a place", "city": "a city", "country": "a country",
    "organisation": "an organisation", "group": "a group", "industry": "an industry", "work": "a work",
    "event": "an event", "date": "a date", "reason": "a reason", "money": "a sum of money", "percent": "a share",
    "count": "a number", "quantity": "a number", "amount": "an amount", "duration": "a length of time",
    "age": "an age", "length": "a length", "area": "an area", "size": "a size", "mass": "a weight", "speed": "a speed",
    "temperature": "a temperature", "rate": "a rate", "role": "who that is", "definition": "what that is",
    "quote": "words said",
}  # fmt: skip


def why_cited(question: Question, evidence: Evidence, span: Span | None) -> str:
    """One line: the words of the question found here or near, and what the sentence gives."""
    here = [term for term in question.terms if found(evidence.candidate, term)]
    near = [term for term in question.terms if term not in here and term.stem in evidence.candidate.paragraph]
    parts = []
    if here:
        parts.append(f"holds {_words(here)}")
    if near:
        parts.append(f"sentences beside it hold {_words(near)}")
    if evidence.candidate.entity:
        parts.append("speaks of the one asked about")
    if span is not None and span.fit and question.wants.name in TYPE_NAMES:
        parts.append(f"gives {TYPE_NAMES[question.wants.name]}")
    return "; ".join(parts) or "the search found it"


def _words(terms: list[Term]) -> str:
    shown = ", ".join(f"“{term.surface}”" for term in terms[:MOST_WORDS])
    return shown if len(terms) <= MOST_WORDS else f"{shown} and {len(terms) - MOST_WORDS} more"
