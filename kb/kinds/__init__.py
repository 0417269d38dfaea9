"""Kinds of question that a reader of single sentences cannot answer: over many records, or by comparing them.

One file a kind; each takes a question it knows and gives an answer, a refusal that says what is missing, or None.
"""

from __future__ import annotations

from dataclasses import replace

from kb.kinds.changes import answer_change
from kb.kinds.comparisons import answer_comparison
from kb.kinds.follow_ups import follow_up
from kb.kinds.lists import answer_doing, answer_mentioned, answer_quoted_list
from kb.kinds.quoting import answer_said, answer_who_said
from kb.kinds.sums import answer_sum
from kb.kinds.superlatives import answer_superlative, lacks_superlative
from kb.kinds.tables import answer_bounded, answer_listed
from kb.kinds.understanding import Understood, understand
from kb.kinds.values import answer_value, lacks_measure
from kb.kinds.yes_no import answer_yes_no
from kb.questions import Question
from kb.store import Store
from kb.types import Answer

__all__ = ["Understood", "answer_kind", "follow_up", "grounded", "understand"]

LONGEST = 500  # characters of a question that patterns are tried on; a longer one is read as any other text

# In order: the first that knows the question answers it.
KINDS = (
    answer_quoted_list, answer_sum, answer_bounded, answer_listed, answer_mentioned, answer_superlative,
    answer_comparison, answer_change, answer_value, answer_doing, answer_said, answer_who_said, answer_yes_no,
)  # fmt: skip


def answer_kind(store: Store, question: Question) -> Answer | None:
    """The answer, or the refusal, of the first kind that knows the question; None where none does."""
    if len(question.text) > LONGEST:
        return None
    return next((answer for kind in KINDS if (answer := kind(store, question)) is not None), None)


def grounded(question: Question, answer: Answer) -> Answer:
    """The answer as it is, but refused where it was read from a sentence that cannot say it.

    The most or least of a class is told only by a sentence that says so, a population only by one that speaks of it.
    """
    if answer.text is None or len(question.text) > LONGEST:
        return answer
    sentence = answer.citations[0].text
    if lacks_superlative(question.text, sentence):
        note = "No sentence says which has the most or the least, and the values stated do not tell."
    elif lacks_measure(question.text, sentence):
        note = "The nearest figure is of something else."
    else:
        return answer
    return replace(answer, text=None, score=0.0, items=(), conflicts=(), reason="weak-evidence", note=note)
