"""Yes or no: whether a sentence says what a question asks, or denies it.

First version: a negation in one of the two but not in both turns the answer. Limits: no antonyms ("rose" against
"fell"); "no" before a noun is not seen; a negation in another clause of the sentence counts.
"""

from __future__ import annotations

import re

NEGATION = re.compile(
    r"\b(?:not|never|neither|cannot|no longer|hardly|fail(?:s|ed)? to|den(?:y|ies|ied)|refus(?:e|es|ed))\b|n['’]t\b",
    re.IGNORECASE,
)


def denies(sentence: str, question: str) -> bool:
    """Whether exactly one of sentence and question is negated."""
    return bool(NEGATION.search(sentence)) != bool(NEGATION.search(question))
