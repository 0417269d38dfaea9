"""What titles and given names tell of a person's gender: "Mrs. Hill" is not "Robert Hill". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.reference.given_names import first_names
from kb.names import ends, fold

MAN, WOMAN = "a man", "a woman"
TITLES = dict.fromkeys("mr sir lord".split(), MAN) | dict.fromkeys("mrs ms miss dame lady madam".split(), WOMAN)
GIVEN = {"m": MAN, "f": WOMAN}
BEFORE = re.compile(r"(\w+)\.?\s$")


def titled(mentions: Iterable[tuple[str, str]]) -> str:
    """Return the gender that titles give a person, or "" when none does or they disagree.

    :param mentions: what stands before each mention in its sentence, and its words.
    """
    words = {word for before, name in mentions for word in (*_before(before), *fold(name)[:1])}
    found = {TITLES[word] for word in words if word in TITLES}
    return found.pop() if len(found) == 1 else ""


def given(key: str) -> str:
    """Return the gender that most who bear the first word of a person's full name have, or ""."""
    words = ends(key)
    return GIVEN.get(first_names().get(words[0], ""), "") if words else ""


def _before(text: str) -> list[str]:
    found = BEFORE.search(text[-20:])
    return [found[1].lower()] if found else []
