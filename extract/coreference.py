"""Which mentions of one text stand for the same thing: full names, short names and abbreviations.

Precision first. A person's short name goes to the person named so before, else to the only one named so after; an
abbreviation to the organisation whose initials it is. Pronouns and descriptions ("the company") are in
`extract/reference`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from extract.types import Referent

PLACES = frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})
SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "de", "du", "la", "le", "&", "a", "an"]
)
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


def group(
    names: Sequence[tuple[str, str]], relatives: Collection[int] = ()
) -> tuple[list[int], list[Referent]]:
    """For names with their labels, in text order: the referent of each, and the referents.

    A referent is called by its longest name; places that one text calls the same are one, whatever their kind.

    :param relatives: which of the names the text gives as somebody's relative ("her father, Joseph Hill"); a
        family name before them ("Hill") means another.
    """
    known = Known(full_names(names))
    entities: list[int] = []
    called: list[tuple[str, str]] = []  # name and label of each referent
    for i, (name, label) in enumerate(names):
        kind = "PLACE" if label in PLACES else label
        entity = known.find(name, kind, i in relatives)
        if entity is None:
            entity = len(called)
            called.append((name, label))
        known.add(name, kind, entity)
        before = called[entity][0]
        if len(name) > len(before) or (
            len(name) == len(before) and before.isupper() and not name.isupper()
        ):
            called[entity] = (
                name,
                called[entity][1],
            )  # "Nairobi" rather than the "NAIROBI" of a dateline
        entities.append(entity)
    return entities, [
        Referent(i, name, label) for i, (name, label) in enumerate(called)
    ]


class Known:
    """The names met so far, by the ways in which they may be meant again."""

    def __init__(self, full: dict[str, int]):
        self.full = full  # for each word of persons' full names, how many full names the whole text has with it
        self.by_name: dict[tuple[str, str], int] = {}
        self.by_word: dict[str, list[int]] = defaultdict(
            list
        )  # persons by each word of their full names
        self.middle: dict[int, set[str]] = defaultdict(
            set
        )  # lone letters in a person's names: "w" of "George W. Bush"
        self.by_initials: dict[str, int] = {}

    def add(self, name: str, kind: str, entity: int) -> None:
        """Remember a name of a referent."""
        words = plain(name).split()
        if (
            self.by_name.setdefault((kind, " ".join(words)), entity) != entity
            or len(words) < 2
        ):
            return
        if kind == "PERSON":
            for word in words:
                self.by_word[word].append(entity)
                if len(word) == 1:
                    self.middle[entity].add(word)
        if kind == "ORG":
            self.by_initials.setdefault(initials(name), entity)

    def find(self, name: str, kind: str, relative: bool) -> int | None:
        """The referent of a name, or None when it is a new one."""
        words = plain(name).split()
        found = self.by_name.get((kind, " ".join(words)))
        if found is None and kind == "PERSON":
            return self.person(
                [word for word in words if word not in SUFFIXES], relative
            )
        if found is None and kind == "ORG" and name.isupper():
            return self.by_initials.get(name.replace(".", ""))
        return found

    def person(self, words: list[str], relative: bool) -> int | None:
        """A person by a short name after the full one, by another full one, or by a full name after the short one."""
        if len(words) == 1:
            return self.by_word[words[0]][-1] if self.by_word.get(words[0]) else None
        letters = {word for word in words if len(word) == 1}
        parts = [
            set(self.by_word.get(word, ())) for word in words if word not in letters
        ]
        shared = {
            entity
            for entity in (set.intersection(*parts) if len(parts) > 1 else ())
            if not letters or not self.middle[entity] or letters == self.middle[entity]
        }
        shorts = words[:1] if relative else words
        short = {
            self.by_name.get(("PERSON", word))
            for word in shorts
            if self.full.get(word) == 1
        } - {None}
        found = shared or short
        return next(iter(found)) if len(found) == 1 else None


def plain(name: str) -> str:
    """A name as it is compared: lower case, straight marks, no possessive, single spaces."""
    text = re.sub(r"['’]s\b", "", name.replace("’", "'")).lower()
    return (
        " ".join(
            word for word in re.split(r"[\s\-‑.]+", text) if word and word != "the"
        )
        or name.lower()
    )


def full_names(names: Sequence[tuple[str, str]]) -> dict[str, int]:
    """For each word of a person's full name, how many different full names of the text have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, label in names:
        words = plain(name).split()
        if label == "PERSON" and len(words) > 1:
            for word in words:
                found[word].add(" ".join(words))
    return {word: len(full) for word, full in found.items()}


def initials(name: str) -> str:
    """Initials of the capitalised words: "World Trade Organization" gives "WTO"."""
    return "".join(
        word[0]
        for word in re.split(r"[\s\-]+", name)
        if word and word.lower() not in SMALL
    ).upper()
