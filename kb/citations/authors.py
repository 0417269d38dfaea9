"""Authors as reference managers want them: family and given names, or an organisation's name as it is."""

from __future__ import annotations

import re

from kb.citations.runs import cleaned

Name = dict[str, str]

BY = re.compile(r"^(?:words|text|story|written|reported)?\s*by\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+(?=[A-Z])")
PARTICLES = frozenset("af al bin da dal de del della den der di do dos du el ibn la le ten ter van von zu zur".split())
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
# Words that no person's name holds: then the author is an organisation or a description and stays whole.
WHOLE = frozenset(
    """
    agence agencies agency associated association authority board bureau bank center centre commission committee
    company congress corporation correspondent council department desk editor editorial editors federation foundation
    fund government group institute international ministry news newspaper newsroom office organisation organization
    party press report reporter reporters reuters service society staff team times union university wire world
    """.split()
)
LONGEST = 5  # words in a person's name


def names_of(author: str | None) -> list[Name]:
    """Return the names in an author's line, in CSL-JSON's shape."""
    line = BY.sub("", cleaned(author or ""))
    return [_name(part.strip(" ,")) for part in _parts(line) if part.strip(" ,")]


def _parts(line: str) -> list[str]:
    """Divide at semicolons, and at "and" where names stand on both sides of it."""
    parts: list[str] = []
    for whole in line.split(";"):
        halves = BETWEEN.split(whole)
        parts += halves if all(_is_person(half.strip()) for half in halves) else [whole]
    return parts


def _is_person(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= LONGEST or any(word.casefold().strip(".") in WHOLE for word in words):
        return False
    return all(word[0].isupper() or word.casefold() in PARTICLES for word in words) and not any(
        sign.isdigit() or sign in "@/()&" for sign in name
    )


def _name(name: str) -> Name:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and given not in SUFFIXES and _is_person(name):
        return {"family": family, "given": given}
    if not _is_person(name):
        return {"literal": name}
    words = name.replace(",", " ").split()
    suffix = words.pop() if words[-1] in SUFFIXES and len(words) > 2 else None
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in PARTICLES and words[first - 1].islower():
        first -= 1
    return _with(words, first, suffix)


def _with(words: list[str], first: int, suffix: str | None) -> Name:
    """Return a name whose family part, particles included, starts at word `first`."""
    particles = [word for word in words[first:-1] if word.islower()]
    known = {
        "family": " ".join(words[first + len(particles) :]),
        "given": " ".join(words[:first]),
        "non-dropping-particle": " ".join(particles),
        "suffix": suffix or "",
    }
    return {key: value for key, value in known.items() if value}
