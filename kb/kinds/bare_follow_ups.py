"""Follow-up questions of one word: "When?", "And why?", read with the question and the answer before. Pure.

Limits: behind "How many ...", "What ..." and the like a bare question word is left as it is.
"""

from __future__ import annotations

import re

from kb.questions import read_question
from kb.types import Answer
from kb.words.question_rules import AUXILIARIES
from kb.words.terms import plain

BARE = re.compile(r"(?:and |but )?(?P<word>when|where|why|how|since when|by whom|with whom)[?.! ]*", re.IGNORECASE)
ADVERBIAL = re.compile(
    r"(?:when|where|why|how)(?= (?:is|are|was|were|do|does|did|has|have|had|will|can)\b)", re.IGNORECASE
)
WHO = re.compile(r"who (?=[a-z])", re.IGNORECASE)
LONGEST_NAME = 60  # characters


def with_bare_word(before: Answer, question: str) -> str | None:
    """The question before, asked with another question word; None where that is not sure to be meant."""
    bare = BARE.fullmatch(question.strip())
    asked = before.question.strip()
    if bare is None or not asked:
        return None
    word = bare["word"].capitalize()
    first = asked.split()[0]
    if plain(first) in AUXILIARIES:
        return f"{word} {first.lower()}{asked[len(first) :]}"
    adverbial = ADVERBIAL.match(asked)
    if adverbial:
        return word + asked[adverbial.end() :]
    who = WHO.match(asked)
    if who and before.text and len(before.text) <= LONGEST_NAME and read_question(asked).part == "subject":
        return f"{word} was it that {before.text} {asked[who.end() :]}"
    return None
