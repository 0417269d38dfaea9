"""Which mentions of one text stand for the same thing: full names, short names and abbreviations.

Precision first. A person's short name goes to the first person named so before, whom the text is mostly about (on
DocRED's test texts the last one is wrong more often), else to the only one named so after;
initials to what they are the initials of, if that is one thing only (`extract/short_names.py`). Pronouns and
descriptions ("the company") are in `extract/reference`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from extract.short_names import LEAST_BEFORE, as_initials, initials_of, keys_of
from extract.types import Referent

PLACES = frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})
SHORTENED = frozenset({"ORG", "PLACE", "WORK", "EVENT", "PRODUCT"})  # kinds of names that initials stand for
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr."])
NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
APOSTROPHES = re.compile(r"['‘’ʼʻ`]")


def group(
    names: Sequence[tuple[str, str]], relatives: Collection[int] = (), again: Collection[int] = ()
) -> tuple[list[int], list[Referent]]:
    """For names with their labels, in text order: the referent of each, and the referents.

    A referent is called by its longest name; places that one text calls the same are one, whatever their kind.

    :param relatives: which of the names the text gives as somebody's relative ("her father, Joseph Hill"); a
        family name before them ("Hill") means another.
    :param again: which of the names the text gives as another form of the name before them.
    """
    known = Known(names)
    entities: list[int] = []
    called: list[tuple[str, str]] = []  # name and label of each referent
    for i, (name, label) in enumerate(names):
        entity = known.find(name, label, i in relatives)
        if entity is None and i in again:
            entity = entities[i - 1]
        if entity is None:
            entity = len(called)
            called.append((name, label))
        known.add(name, label, entity)
        called[entity] = (fuller(called[entity][0], name), called[entity][1])
        entities.append(entity)
    return entities, [Referent(i, name, label) for i, (name, label) in enumerate(called)]


def fuller(name: str, other: str) -> str:
    """The longer of two names; "Nairobi" rather than the "NAIROBI" of a dateline."""
    capitals = len(other) == len(name) and name.isupper() and not other.isupper()
    return other if len(other) > len(name) or capitals else name


class Known:
    """The names met so far, by the ways in which they may be meant again."""

    def __init__(self, names: Sequence[tuple[str, str]]):
        self.full = full_names(names)  # for each word of persons' full names, how many full names the text has with it
        self.long = long_forms(names)  # for initials, the names in the text that they may be short for
        self.by_name: dict[tuple[str, str], int] = {}
        self.by_word: dict[str, list[int]] = defaultdict(list)  # persons by each word of their full names
        self.letters: dict[int, set[str]] = defaultdict(set)  # lone letters of a person: "w" of "George W. Bush"
        self.numerals: dict[int, set[str]] = defaultdict(set)  # "ii" of "Iacopo II"
        self.order: dict[int, list[list[str]]] = defaultdict(list)  # the words of a person's full names

    def add(self, name: str, label: str, entity: int) -> None:
        """Remember a name of a referent."""
        kind = kind_of(label)
        if kind != "PERSON":
            for key in keys_of(name, label, kind):
                self.by_name.setdefault((kind, key), entity)
            return
        words = plain(name).split()
        if self.by_name.setdefault((kind, " ".join(words)), entity) != entity or len(words) < 2:
            return
        self.numerals[entity] |= numerals(words)
        self.order[entity].append(words)
        for word in words:
            if word not in NUMERALS:
                self.by_word[word].append(entity)
            if len(word) == 1:
                self.letters[entity].add(word)

    def find(self, name: str, label: str, relative: bool) -> int | None:
        """The referent of a name, or None when it is a new one."""
        kind = kind_of(label)
        if kind == "PERSON":
            words = plain(name).split()
            found = self.by_name.get((kind, " ".join(words)))
            return self.person([w for w in words if w not in SUFFIXES], relative) if found is None else found
        for key in keys_of(name, label, kind):
            if (kind, key) in self.by_name:
                return self.by_name[kind, key]
        return self.shortened(name, label, kind) if kind in SHORTENED else None

    def shortened(self, name: str, label: str, kind: str) -> int | None:
        """What initials stand for, or the initials that stood for a name before, where the text has one of each."""
        short = as_initials(name)
        if short is not None:
            long = self.long.get((kind, short), set())
            return self.by_name.get((kind, next(iter(long)))) if len(long) == 1 else None
        own = next(keys_of(name, label, kind))
        alone = [x for x in sorted(initials_of(name)) if len(x) >= LEAST_BEFORE and self.long.get((kind, x)) == {own}]
        return next((found for x in alone if (found := self.by_name.get((kind, x.lower()))) is not None), None)

    def person(self, words: list[str], relative: bool) -> int | None:
        """A person by a short name after the full one, by another full one, or by a full name after the short one."""
        if len(words) == 1:
            return self.by_word[words[0]][0] if self.by_word.get(words[0]) else None
        letters = {word for word in words if len(word) == 1 and word not in numerals(words)}
        parts = [set(self.by_word.get(word, ())) for word in words if word not in letters and word not in NUMERALS]
        shared = {
            entity
            for entity in (set.intersection(*parts) if len(parts) > 1 else ())
            if self.may_be(entity, words, letters)
        }
        shorts = words[:1] if relative else words
        short = {self.by_name.get(("PERSON", word)) for word in shorts if self.full.get(word) == 1} - {None}
        found = shared or short
        return next(iter(found)) if len(found) == 1 else None

    def may_be(self, entity: int, words: list[str], letters: set[str]) -> bool:
        """Whether a full name may be another form of those of a person: no other initial, numeral or order of words."""
        if letters and self.letters[entity] and letters != self.letters[entity]:
            return False
        if numerals(words) != self.numerals[entity]:
            return False
        return any(in_order(words, other) for other in self.order[entity])


def kind_of(label: str) -> str:
    """The group of labels that may be one thing."""
    return "PLACE" if label in PLACES else label


def in_order(one: list[str], other: list[str]) -> bool:
    """Whether the words that two names share stand in the same order."""
    mine = [word for word in one if word in other]
    theirs = [word for word in other if word in one]
    return mine == theirs


def numerals(words: list[str]) -> set[str]:
    """The numeral that tells a person from others of the name: "ii" of "Iacopo II Appiani"; no first word is one."""
    return {word for word in words[1:] if word in NUMERALS and (len(word) > 1 or word == words[-1])}


def plain(name: str) -> str:
    """A name as it is compared: lower case, no apostrophes, no possessive, single spaces."""
    text = APOSTROPHES.sub("", re.sub(r"\s?['’]s\b", "", name)).lower()
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


def long_forms(names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    """For each kind and initials, the keys of the names in a text that they may be short for."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, label in names:
        kind = kind_of(label)
        if kind in SHORTENED and as_initials(name) is None:
            for letters in initials_of(name):
                found[kind, letters].add(next(keys_of(name, label, kind)))
    return found
