"""Yes or no: whether a sentence says what a question asks, or denies it.

First version: a negation in one of the two but not in both turns the answer. Limits: no antonyms ("rose" against
"fell"), no negation that reaches over a clause.
"""

from __future__ import annotations

import re

NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|nowhere|cannot|without|hardly|barely|fail(?:s|ed)? to|"
    r"den(?:y|ies|ied)|refus(?:e|es|ed)|lacks?|lacked)\b|n['’]t\b",
    re.IGNORECASE,
)


def denies(sentence: str, question: str) -> bool:
    """Whether exactly one of sentence and question is negated."""
    return bool(NEGATION.search(sentence)) != bool(NEGATION.search(question))
