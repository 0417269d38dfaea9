"""Authors as reference managers want them: family and given names, or an organisation's name as it is."""

from __future__ import annotations

import re

from kb.citations.runs import cleaned

Name = dict[str, str]

BY = re.compile(r"^(?:words|text|story|written|reported)?\s*by\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+(?=[A-Z])")
LISTED = re.compile(r"\s*,\s*(?:(?:and|&)\s+)?(?!(?:[JS]r\.?|I{2,3}|IV)\b)|\s+(?:and|&)\s+(?=[A-Z])")
PARTICLES = frozenset("af al bin da dal de del della den der di do dos du el ibn la le ten ter van von zu zur".split())
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
# Words that no person's name holds: then the author is an organisation or a description and stays whole.
WHOLE = frozenset(
    """
    agence agencies agency alliance amnesty associated association authority board bureau bank broadcasting bulletin
    business center centre chronicle college commission committee company congress corporation correspondent
    correspondents council courier cross daily department deutsche desk echo economist editor editorial editors
    evening examiner express federation files foundation fund gazette globe government group guardian herald inquirer
    institute international jazeera journal magazine mail media ministry mirror monde morning museum national nations
    network news newspaper newsroom observer office online organisation organization parliament party police policy
    post press project radio record records report reporter reporters research reuters review rights sentinel service
    services society staff standard statistics street studio sun sunday team telegraph television times today tribune
    tv union united university watch weekly welle wire world writer writers
    """.split()
)
# An article in front makes a name of it: "The Tide", "Le Soir", "Der Bund". No person's given name is one.
ARTICLES = frozenset("an the le les los las gli das der die het il our a".split())
LONGEST = 5  # words in a person's name


def names_of(author: str | None) -> list[Name]:
    """Return the names in an author's line, in CSL-JSON's shape."""
    line = BY.sub("", cleaned(author or ""))
    return [_name(part.strip(" ,")) for part in _parts(line) if part.strip(" ,")]


def _parts(line: str) -> list[str]:
    """Divide at semicolons, and at "and" and at commas between whole names where all that they divide are such."""
    parts: list[str] = []
    for whole in line.split(";"):
        names = LISTED.split(whole)
        if len(names) > 2 and all(_is_person(name) and "," not in name for name in names):
            parts += names
            continue
        halves = BETWEEN.split(whole)
        parts += halves if all(_is_person(half.strip()) for half in halves) else [whole]
    return parts


def _is_person(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= LONGEST or any(word.casefold().strip(".") in WHOLE for word in words):
        return False
    if words[0].casefold() in ARTICLES:
        return False
    return all(word[0].isupper() or word.casefold() in PARTICLES for word in words) and not any(
        sign.isdigit() or sign in "@/()&" for sign in name
    )


def _name(name: str) -> Name:
    family, comma, given = (part.strip() for part in name.partition(","))
    if not _is_person(name) or (_is_person(family) and _is_person(given)):  # two persons, or two words of one's family
        return {"literal": name}
    if comma and family and given and given not in SUFFIXES:
        return {"family": family, "given": given}
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
