"""Other words of the same sentence where the ones read surely answer something else: a death for a birth. Pure.

Limits: one sentence; numbers in digits or words up to ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kb.kinds.telling import BORN_OR_DIED, LIFETIME
from kb.questions import Question
from kb.spans.lifetimes import find_lifetime_dates
from kb.words.terms import plain, read_words, root

CLAUSE_ENDS = re.compile(r"; | (?:while|whereas|but) ")
NUMBER = r"(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten)(?: (?:hundred|thousand|million|billion))?"
ABOUT = r"(?:(?:[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore than|[Aa]t least|[Rr]oughly) )?"
# "About 8,000 of the town's population of 80,000 have": the first is told of, the second is the whole.
PART_OF = re.compile(rf"(?P<part>{ABOUT}{NUMBER}) (?:out )?of (?:[^\s,.;]+ ){{0,4}}$", re.IGNORECASE)
DONE = re.compile(r"(?: [a-z]+)? (?:have|has|had|were|was|are)(?P<done>(?: [\w-]+){1,3})")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in its sentence."""

    question: Question
    sentence: str
    start: int  # of the answer in the sentence; both 0 where the sentence has no words of its own for it
    end: int

    @property
    def words(self) -> str:
        """The words that answer."""
        return self.sentence[self.start : self.end]


def side_of_life(told: Told) -> tuple[int, int] | None:
    """Where the date of birth or death asked for stands, where the other one was read: "(1929 – 2014)"."""
    if told.question.kind != "when" or not told.words or not BORN_OR_DIED.search(told.question.text):
        return None
    sides = list(find_lifetime_dates(told.sentence, {term.root for term in told.question.terms}))
    meets = any(start < told.end and told.start < end for start, end in sides)
    inside = any(m.start() < told.start and told.end < m.end() for m in LIFETIME.finditer(told.sentence))
    return sides[0] if len(sides) == 1 and inside and not meets else None


def clearer_number(told: Told) -> tuple[int, int] | None:
    """Where the number asked for stands, where that of another clause, or the whole of a part, was read."""
    if told.question.kind != "how-many" or not told.words or not re.search(NUMBER, told.words):
        return None
    return _part(told) or _of_clause(told)


def _part(told: Told) -> tuple[int, int] | None:
    """The part in "8,000 of the 80,000 residents have fled", asked how many have fled."""
    found, done = PART_OF.search(told.sentence[: told.start]), DONE.match(told.sentence, told.end)
    if found is None or done is None:
        return None
    return found.span("part") if _asked(told) & {word.root for word in read_words(done["done"])} else None


def _asked(told: Told) -> set[str]:
    """Roots of the question's words but those of names and of the thing counted."""
    return {term.root for term in told.question.terms if not term.named} - {root(told.question.focus or "")}


def _of_clause(told: Told) -> tuple[int, int] | None:
    """The one number of the thing counted in the clause that names whose it is: "X has 17 gates while Y has 36"."""
    named = {plain(word.surface) for name in told.question.names for word in read_words(name)}
    bounds = [0, *(found.end() for found in CLAUSE_ENDS.finditer(told.sentence)), len(told.sentence)]
    clauses = list(pairwise(bounds))
    words = [read_words(told.sentence[start:end]) for start, end in clauses]
    holding = [n for n, held in enumerate(words) if named and named <= {plain(word.surface) for word in held}]
    read = next((n for n, (start, end) in enumerate(clauses) if start <= told.start < end), 0)
    if len(holding) != 1 or holding[0] == read or _asked(told) & {word.root for word in words[read]}:
        return None
    start, end = clauses[holding[0]]
    wanted = root(told.question.focus or "")
    counted = re.finditer(rf"{ABOUT}{NUMBER}(?= (?P<thing>[\w-]+))", told.sentence[start:end])
    found = [each for each in counted if root(plain(each["thing"])) == wanted]
    return (start + found[0].start(), start + found[0].end()) if len(found) == 1 else None
