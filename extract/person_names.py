"""Which names of persons in one text are of one person: full names, parts of them, initials, and titles that tell.

A short name goes to the first person named so before, whom the text is mostly about (on DocRED's test texts the last
one is wrong more often), else to the only one named so after. "Mrs Hill" is nobody whom the text calls Mr Hill, or
whose first name is a man's. Not covered: nicknames ("Bill" for "William"), a family name alone that may mean two, and
a full name followed by one with more given names ("Luis Roche", "Luis Armando Roche": as often another of the family).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.reference.given_names import first_names

GENERATIONS = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr"}
NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
APOSTROPHES = re.compile(r"['‘’ʼʻʾʿ`]")
LONGEST = 12  # words of a name that are compared
MOST = 200  # persons of one name word who are compared, so that a text of one family's names takes no longer


class Persons:
    """The persons met so far, by the ways in which they may be named again."""

    def __init__(self, names: Sequence[str]):
        self.full = full_names(names)  # for each word of full names, how many full names the text has with it
        self.by_name: dict[str, int] = {}
        self.by_title: dict[tuple[str, str], int] = {}  # by gender and one word: "Mrs Hill"
        self.by_word: dict[str, list[int]] = defaultdict(list)  # by each word of their full names
        self.letters: dict[int, set[str]] = defaultdict(set)  # lone letters of a person: "w" of "George W. Bush"
        self.numerals: dict[int, set[str]] = defaultdict(set)  # "ii" of "Iacopo II"
        self.generation: dict[int, str] = {}
        self.order: dict[int, list[list[str]]] = defaultdict(list)  # the words of a person's full names
        self.gender: dict[int, str] = {}  # "m" or "f", by a title, else by the first name

    def add(self, name: str, entity: int, title: str | None) -> None:
        """Remember a name of a person.

        :param title: the gender that a title before it tells.
        """
        words = plain(name).split()[:LONGEST]
        if title:
            self.gender[entity] = title
            if len(words) == 1:
                self.by_title.setdefault((title, words[0]), entity)
        if self.by_name.setdefault(" ".join(words), entity) != entity or len(words) < 2:
            return
        self.numerals[entity] |= numerals(words)
        self.generation.setdefault(entity, generation(words))
        bare = [word for word in words if word not in GENERATIONS]
        self.order[entity].append(bare)
        if (gender := first_names().get(bare[0]) if bare else None) is not None:
            self.gender.setdefault(entity, gender)
        for word in bare:
            if word not in NUMERALS and len(self.by_word[word]) < MOST:
                self.by_word[word].append(entity)
            if len(word) == 1:
                self.letters[entity].add(word)

    def find(self, name: str, relative: bool, title: str | None) -> int | None:
        """The person whom a name stands for, or None when it is a new one."""
        words = plain(name).split()[:LONGEST]
        if title and len(words) == 1:
            return next(self.titled(words[0], title), None)
        found = self.by_name.get(" ".join(words))
        bare = [word for word in words if word not in GENERATIONS]
        if found is None and len(bare) == 1:
            found = next(iter(self.by_word.get(bare[0], ())), None)
            return self.by_name.get(bare[0]) if found is None else found
        return self.by_full_name(bare, relative, generation(words)) if found is None else found

    def titled(self, word: str, title: str) -> Iterator[int]:
        """Whom a title and one word may mean, best first: who was called so, then who is not of the other gender."""
        if (title, word) in self.by_title:
            yield self.by_title[title, word]
        for entity in (*self.by_word.get(word, ()), *([self.by_name[word]] if word in self.by_name else ())):
            if self.gender.get(entity, title) == title:
                yield entity

    def by_full_name(self, words: list[str], relative: bool, born: str) -> int | None:
        """A person by another full name, or by a full name after the short one."""
        letters = {word for word in words if len(word) == 1 and word not in numerals(words)}
        parts = [set(self.by_word.get(word, ())) for word in words if word not in letters and word not in NUMERALS]
        shared = {
            entity
            for entity in (set.intersection(*parts) if len(parts) > 1 else ())
            if self.may_be(entity, words, letters, born)
        }
        shared = shared or set(self.by_initials(words, born))
        found = shared or set(self.by_short_name(words, relative))
        return next(iter(found)) if len(found) == 1 else None

    def by_short_name(self, words: list[str], relative: bool) -> Iterator[int]:
        """Whom a text called by one word of this full name before, where no other full name of the text has it."""
        gender = first_names().get(words[0]) if words else None
        for word in words[:1] if relative else words:
            if self.full.get(word) == 1 and word in self.by_name:
                found = self.by_title.get((gender or "", word), self.by_name[word])
                if gender is None or self.gender.get(found, gender) == gender:
                    yield found

    def by_initials(self, words: list[str], born: str) -> Iterator[int]:
        """Persons whose full name differs from this one by initials only: "J. H. Dearle", "John Henry Dearle"."""
        lone = any(len(word) == 1 for word in words)
        for entity in self.by_word.get(words[-1], ()) if len(words) > 1 else ():
            if (
                (lone or self.letters.get(entity))
                and not self.clashes(entity, words, born)
                and any(spells(words, other) for other in self.order[entity])
            ):
                yield entity

    def may_be(self, entity: int, words: list[str], letters: set[str], born: str) -> bool:
        """Whether a full name may be another form of those of a person: no other initial, numeral or order of words."""
        if letters and self.letters[entity] and letters != self.letters[entity]:
            return False
        return not self.clashes(entity, words, born) and any(in_order(words, other) for other in self.order[entity])

    def clashes(self, entity: int, words: list[str], born: str) -> bool:
        """Whether a numeral, or "Jr." and "Sr.", tell two persons of one name apart."""
        other = self.generation.get(entity, "")
        return numerals(words) != self.numerals[entity] or bool(born and other and born != other)


def spells(one: list[str], other: list[str]) -> bool:
    """Whether two full names of one family name have given names of which some are initials, and none another."""
    if one[-1] != other[-1] or len(one) < 2 or len(other) < 2:
        return False
    pairs = list(zip(one[:-1], other[:-1], strict=False))
    initials = any(len(a) != len(b) and 1 in (len(a), len(b)) for a, b in pairs)
    return initials and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)


def in_order(one: list[str], other: list[str]) -> bool:
    """Whether the words that two names share stand in the same order."""
    mine = [word for word in one if word in other]
    theirs = [word for word in other if word in one]
    return mine == theirs


def numerals(words: list[str]) -> set[str]:
    """The numeral that tells a person from others of the name: "ii" of "Iacopo II Appiani"; no first word is one."""
    return {word for word in words[1:] if word in NUMERALS and (len(word) > 1 or word == words[-1])}


def generation(words: list[str]) -> str:
    """The word "jr" or "sr" that stands after a name; else ""."""
    return next((GENERATIONS[word] for word in words[1:] if word in GENERATIONS), "")


def plain(name: str) -> str:
    """A name as it is compared: lower case, no apostrophes, no possessive, single spaces."""
    text = APOSTROPHES.sub("", re.sub(r"\s?['’]s\b", "", name)).lower()
    return " ".join(word for word in re.split(r"[\s\-‑.]+", text) if word and word != "the") or name.lower()


def full_names(names: Sequence[str]) -> dict[str, int]:
    """For each word of a person's full name, how many different full names of the text have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = plain(name).split()[:LONGEST]
        if len(words) > 1:
            for word in words:
                found[word].add(" ".join(words))
    return {word: len(full) for word, full in found.items()}
