"""Kinds of question that a reader of single sentences cannot answer: over many records, or by comparing them.

One file a kind; each takes a question it knows and gives an answer, a refusal that says what is missing, or None.
"""

from __future__ import annotations

from kb.kinds.changes import answer_change
from kb.kinds.comparisons import answer_comparison
from kb.kinds.follow_ups import follow_up
from kb.kinds.grounding import grounded
from kb.kinds.lists import answer_doing, answer_mentioned, answer_quoted_list
from kb.kinds.quoting import answer_said, answer_who_said
from kb.kinds.sums import answer_sum
from kb.kinds.superlatives import answer_superlative
from kb.kinds.tables import answer_bounded, answer_listed
from kb.kinds.understanding import Understood, understand
from kb.kinds.values import answer_value
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
