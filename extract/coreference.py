"""Which mentions of one text stand for the same thing: full names, short names and abbreviations.

Precision first. Persons are in `extract/person_names.py`; initials go to what they are the initials of, if that is
one thing only (`extract/short_names.py`), and a part of a name to the one longer name that it is a part of
(`extract/name_parts.py`). Pronouns and descriptions ("the company") are in `extract/reference`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from extract.name_parts import Parts
from extract.person_names import Persons
from extract.short_names import LEAST_BEFORE, as_initials, initials_of, keys_of
from extract.types import Referent

PLACES = frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})
SHORTENED = frozenset({"ORG", "PLACE", "WORK", "EVENT", "PRODUCT"})  # kinds of names that initials stand for


def group(
    names: Sequence[tuple[str, str]],
    relatives: Collection[int] = (),
    again: Mapping[int, int] | None = None,
    titles: Mapping[int, str] | None = None,
) -> tuple[list[int], list[Referent]]:
    """For names with their labels, in text order: the referent of each, and the referents.

    A referent is called by its longest name; places that one text calls the same are one, whatever their kind.

    :param relatives: which of the names the text gives as somebody's relative ("her father, Joseph Hill"); a
        family name before them ("Hill") means another.
    :param again: which of the names the text gives as another form of a name before them, and of which.
    :param titles: the gender ("m", "f") that a title before a person's name tells.
    """
    known = Known(names)
    entities: list[int] = []
    called: list[tuple[str, str]] = []  # name and label of each referent
    for i, (name, label) in enumerate(names):
        title = titles.get(i) if titles else None
        entity = known.find(name, label, i in relatives, title)
        if entity is None and again and i in again:
            entity = entities[again[i]]
        if entity is None:
            entity = len(called)
            called.append((name, label))
        known.add(name, label, entity, title)
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
        self.persons = Persons([name for name, label in names if label == "PERSON"])
        self.parts = Parts((name, kind_of(label)) for name, label in names)
        self.long = long_forms(names)  # for initials, the names in the text that they may be short for
        self.by_name: dict[tuple[str, str], int] = {}

    def add(self, name: str, label: str, entity: int, title: str | None) -> None:
        """Remember a name of a referent."""
        kind = kind_of(label)
        if kind == "PERSON":
            self.persons.add(name, entity, title)
            return
        for key in keys_of(name, label, kind):
            self.by_name.setdefault((kind, key), entity)
        self.parts.add(name, kind, entity)

    def find(self, name: str, label: str, relative: bool, title: str | None) -> int | None:
        """The referent of a name, or None when it is a new one."""
        kind = kind_of(label)
        if kind == "PERSON":
            return self.persons.find(name, relative, title)
        for key in keys_of(name, label, kind):
            if (kind, key) in self.by_name:
                return self.by_name[kind, key]
        short = self.shortened(name, label, kind) if kind in SHORTENED else None
        return self.parts.find(name, kind) if short is None else short

    def shortened(self, name: str, label: str, kind: str) -> int | None:
        """What initials stand for, or the initials that stood for a name before, where the text has one of each."""
        short = as_initials(name)
        if short is not None:
            long = self.long.get((kind, short), set())
            return self.by_name.get((kind, next(iter(long)))) if len(long) == 1 else None
        own = next(keys_of(name, label, kind))
        alone = [x for x in sorted(initials_of(name)) if len(x) >= LEAST_BEFORE and self.long.get((kind, x)) == {own}]
        return next((found for x in alone if (found := self.by_name.get((kind, x.lower()))) is not None), None)


def kind_of(label: str) -> str:
    """The group of labels that may be one thing."""
    return "PLACE" if label in PLACES else label


def long_forms(names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    """For each kind and initials, the keys of the names in a text that they may be short for."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, label in names:
        kind = kind_of(label)
        if kind in SHORTENED and as_initials(name) is None:
            for letters in initials_of(name):
                found[kind, letters].add(next(keys_of(name, label, kind)))
    return found
