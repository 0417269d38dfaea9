"""Dates of birth and death in the parentheses behind a name: "Ada Bell (3 May 1820 – 1901)".

Limits: a dash between two dates is read as a life only where a question asks for birth or death.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

DATE = r"(?:c\. ?)?(?:[A-Z][a-z]+ \d{1,2}, |\d{1,2} [A-Z][a-z]+ )?\d{3,4}"
LIFETIME = re.compile(rf"\((?:[^()]*?[,;:] ?)??(?P<birth>{DATE}) ?[-–—] ?(?P<death>{DATE})\)")
WORDS = {"birth": frozenset({"bear", "birth"}), "death": frozenset({"die", "dead", "death"})}


def find_lifetime_dates(text: str, asked: Set[str]) -> Iterator[tuple[int, int]]:
    """Bounds in the text of the dates of birth, or of death, whichever is asked for.

    :param asked: the roots of the question's words.
    """
    for side, words in WORDS.items():
        if words & asked:
            yield from (found.span(side) for found in LIFETIME.finditer(text))
