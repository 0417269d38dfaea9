"""Which mentions of one text stand for the same thing: full names, short names and abbreviations.

Precision first. A person's short name goes to the person named so before, else to the only one named so after; an
abbreviation to the organisation whose initials it is. Not covered: pronouns and descriptions ("the company").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.types import Referent

PLACES = frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})
SMALL = frozenset("of the and for in on de du la le & a an".split())
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


def group(names: Sequence[tuple[str, str]]) -> tuple[list[int], list[Referent]]:
    """For names with their labels, in text order: the referent of each, and the referents.

    A referent is called by its longest name; places that one text calls the same are one, whatever their kind.
    """
    entities: list[int] = []
    called: list[tuple[str, str]] = []  # name and label of each referent
    by_key: dict[tuple[str, str], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)  # persons by each word of their full name
    by_initials: dict[str, int] = {}
    later = full_names(names)
    for name, label in names:
        kind = "PLACE" if label in PLACES else label
        key = (kind, plain(name))
        entity = by_key.get(key)
        if entity is None:
            entity = linked(name, kind, by_word, by_initials, later)
            if entity is None:
                entity = len(called)
                called.append((name, label))
            by_key[key] = entity
            words = key[1].split()
            if kind == "PERSON" and len(words) > 1:
                for word in words:
                    by_word[word].append(entity)
                    by_key.setdefault((kind, word), entity) if later.get(word) == 1 else None
            if kind == "ORG" and len(words) > 1:
                by_initials.setdefault(initials(name), entity)
        if len(name) > len(called[entity][0]):
            called[entity] = (name, called[entity][1])
        entities.append(entity)
    return entities, [Referent(i, name, label) for i, (name, label) in enumerate(called)]


def plain(name: str) -> str:
    """A name as it is compared: lower case, straight marks, no possessive, single spaces."""
    text = re.sub(r"['’]s\b", "", name.replace("’", "'")).lower()
    return " ".join(word for word in re.split(r"[\s\-‑.]+", text) if word and word != "the") or name.lower()


def full_names(names: Sequence[tuple[str, str]]) -> dict[str, int]:
    """For each word of a person's full name, how many different full names of the text have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, label in names:
        words = plain(name).split()
        if label == "PERSON" and len(words) > 1:
            for word in words:
                found[word].add(" ".join(words))
    return {word: len(full) for word, full in found.items()}


def linked(
    name: str, kind: str, by_word: dict[str, list[int]], by_initials: dict[str, int], later: dict[str, int]
) -> int | None:
    """The referent of a name not met before as it stands, or None."""
    words = [word for word in plain(name).split() if word not in SUFFIXES]
    if kind == "PERSON" and len(words) == 1 and by_word.get(words[0]):
        return by_word[words[0]][-1]
    if kind == "PERSON" and len(words) > 1:
        both = [set(by_word.get(word, ())) for word in words]
        shared = set.intersection(*both)
        if len(shared) == 1:
            return shared.pop()
    if kind == "ORG" and name.isupper() and len(name) > 1:
        return by_initials.get(name.replace(".", ""))
    return None


def initials(name: str) -> str:
    """Initials of the capitalised words: "World Trade Organization" gives "WTO"."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", name) if word and word.lower() not in SMALL).upper()
