"""Where a thing lies, in the words behind its name: "X is a town on the Elbe", "X lies 20 km south of Y".

Used for "Where is X?". Patterns on words, no parse. Limits: what stands far behind the name is not seen; "in" a year or
a trade is read as a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NAME_WORD = r"(?:the|[A-Z][\w.'’-]*|of|de|von|van|bin|al)"
WHERE_IS = re.compile(
    rf"Where (?:is|are|was|were|does|do|did) (?:the )?(?P<name>{NAME_WORD}(?: {NAME_WORD})*)"
    r"(?: (?:located|situated|found|lie|stand))?[?.! ]*"
)
BEING = r"(?:is|are|was|were|lies?|lay|sits?|stands?|located|situated)"
SIDE = r"(?:\d[\d.,]* ?(?:km|kilomet(?:re|er)s|mi|miles) )?(?:north|south|east|west)[\w-]* of"
WHERE = re.compile(
    rf"\b(?:(?:in|on|at|near|off|along|beside|between) (?!which|whom|\d)(?P<place>[^,;:.()]+)|"
    rf"(?P<side>{SIDE} [^,;:.()]+))(?=[,;:.()]|$)"
)
CAPITALS = r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
FARTHEST = 60  # characters between the verb and the place


def name_sought(question: str) -> str | None:
    """The name whose place a question asks for, when it asks nothing else."""
    found = WHERE_IS.fullmatch(question.strip())
    return found["name"] if found and found["name"].split()[-1][0].isupper() else None


def find_locations(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Bounds of the words in a sentence that say where the named thing lies."""
    named = r"\b" + r"\s+".join(re.escape(word) for word in name.split())
    opening = re.compile(rf"{named}(?: \([^)]*\))?(?:,[^,;:.]*,)? {BEING}\b")
    beside = re.compile(rf"{named}(?:,? in| near|,) (?P<place>{CAPITALS})")
    yield from (found.span("place") for found in beside.finditer(text))
    for found in opening.finditer(text):
        where = WHERE.search(text, found.end())
        if (
            where
            and where.start() - found.end() <= FARTHEST
            and not set(".;:") & set(text[found.end() : where.start()])
        ):
            yield where.span("place" if where["place"] else "side")
