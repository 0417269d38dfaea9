"""What is done to a question before it is answered: filters cut out, unknown names put right; and said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kb.kinds.filters import filtered
from kb.questions import Question, read_question
from kb.store import Store
from kb.types import Answer
from kb.words.spelling import near_entity

LONGEST = 500  # characters of a question in which filters are looked for


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is asked of the base, and the base as it is asked."""

    original: str
    question: Question
    store: Store
    notes: tuple[str, ...]
    source: frozenset[str] | None  # sentences that may answer; None for any

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


def understand(store: Store, text: str, unknown_name: Callable[[Store, Question], str | None]) -> Understood:
    """The question with its filters applied and its unknown names put right, where that is sure.

    :param unknown_name: gives a name of the question that the base does not hold.
    """
    if len(text) > LONGEST:
        return Understood(text, read_question(text), store, (), None)
    asked = filtered(store, text)
    question, notes = read_question(asked.question), list(asked.notes)
    for _ in question.names:
        unknown = unknown_name(store, question)
        near = near_entity(store, unknown) if unknown else None
        if unknown is None or near is None:
            break
        question = read_question(question.text.replace(unknown, near.name))
        notes.append(f"Showing results for {near.name}: the articles do not have {unknown}.")
    return Understood(text, question, asked.store, tuple(notes), asked.source)
