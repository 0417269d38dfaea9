"""What is done to a question before it is answered: filters cut out, unknown names put right; and said afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.kinds.filters import filtered
from kb.questions import Question, read_question
from kb.store import Store
from kb.types import Answer
from kb.words.longer_names import longer_name
from kb.words.spelling import near_entity
from kb.words.unknown_names import unknown_name

LONGEST = 500  # characters of a question in which filters are looked for


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is asked of the base, and the base as it is asked."""

    original: str
    question: Question
    store: Store
    notes: tuple[str, ...]
    source: frozenset[str] | None  # sentences that may answer; None for any
    unknown: str | None  # a name in the question that the base holds nowhere

    def answered(self, answer: Answer) -> Answer:
        """The answer under the question as it was put, with what was understood; refused where no source says it."""
        note = " ".join((*self.notes, answer.note)).strip()
        own = replace(answer, question=self.original, note=note)
        if self.source is None or answer.text is None:
            return own
        first = answer.citations[0]
        said = any(self._is_source(id, first.document, first.start) for id in self.source)
        if said:
            return own
        return replace(own, text=None, score=0.0, items=(), conflicts=(), reason="weak-evidence")

    def _is_source(self, id: str, document: str, start: int) -> bool:
        row = self.store.sentence(id)
        return row is not None and (row.document, row.start) == (document, start)


def understand(store: Store, text: str) -> Understood:
    """The question with its filters applied and its unknown names put right, where that is sure."""
    if len(text) > LONGEST:
        question = read_question(text)
        return Understood(text, question, store, (), None, unknown_name(store, question))
    asked = filtered(store, text)
    question, notes = read_question(asked.question), list(asked.notes)
    unknown = unknown_name(store, question)
    for _ in question.names:
        near = near_entity(store, unknown) if unknown else None
        if unknown is None or near is None:
            break
        question = read_question(question.text.replace(unknown, near.name))
        notes.append(f"Showing results for {near.name}: the articles do not have {unknown}.")
        unknown = unknown_name(store, question)
    names = tuple(longer_name(store, name) or name for name in question.names)
    question = replace(question, names=names)
    return Understood(text, question, asked.store, tuple(notes), asked.source, unknown)
