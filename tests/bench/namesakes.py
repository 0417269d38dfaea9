"""Two texts, one name: are two persons kept two, and is one person kept one? `python -m tests.bench.namesakes ../shared`.

Made from Re-DocRED's development texts, whose persons are marked. One person: two texts that print one full name, and
the two halves of a text that names somebody in both. Two persons: two texts drawn by a seed, each with a person, the
one given the other's name throughout. The base is asked how many entities bear the name. Gold is by construction, so
that persons of one name who are two in fact count against us; places are countries where the gazetteer says so.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from sqlite_utils import Database

from extract.gazetteer.known import known_places
from extract.types import Document
from kb.store import Store
from tests.bench.merges import extraction, plain, texts
from tests.bench.table import Row, share, show

PAIRS = 200  # of each kind
SEED = 11

Line = tuple[str, list[tuple[int, int, str, int]]]  # a sentence; start, end, label and cluster of its names
Names = list[tuple[int, int, int, str, int]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a text."""

    text: int
    cluster: int
    name: str  # in full
    lines: tuple[int, ...]  # that name them, in order


def lines_of(document: Document, names: Names) -> list[Line]:
    """The sentences of a text with their names."""
    starts, found = [0], [(line, []) for line in document.text.split("\n")]
    for line, _ in found:
        starts.append(starts[-1] + len(line) + 1)
    for sentence, start, end, label, cluster in names:
        places = known_places(document.text[start:end]) if label == "PLACE" else ()
        kind = places[0].label if places else label
        found[sentence][1].append((start - starts[sentence], end - starts[sentence], kind, cluster))
    return found


def persons_of(number: int, lines: Sequence[Line]) -> Iterator[Person]:
    """The persons of a text whom it names in full."""
    mentions: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for at, (line, names) in enumerate(lines):
        for start, end, label, cluster in names:
            if label == "PERSON":
                mentions[cluster].append((at, line[start:end]))
    for cluster, found in mentions.items():
        full = [name for _, name in found if len(name.split()) in (2, 3) and name.isascii() and name[0].isupper()]
        if full:
            yield Person(number, cluster, full[0], tuple(sorted({at for at, _ in found})))


def made(id: str, lines: Sequence[Line], person: Person, name: str) -> tuple[Document, Names]:
    """A text of these sentences in which the person goes by this name throughout."""
    told: list[str] = []
    named: Names = []
    offset = 0
    for number, (line, names) in enumerate(lines):
        at = 0
        told.append("\n" * bool(number))
        offset += len(told[-1])
        for start, end, label, cluster in sorted(names):
            if start < at:
                continue
            word = name if cluster == person.cluster else line[start:end]
            told += [line[at:start], word]
            offset += start - at
            named.append((number, offset, offset + len(word), label, cluster))
            offset, at = offset + len(word), end
        told.append(line[at:])
        offset += len(told[-1])
    return Document(id, "".join(told), f"/{id}", json.dumps([id, name])), named


def bearers(store: Store, name: str, both: Sequence[tuple[Document, Names]]) -> int:
    """How many entities bear a name after these texts; the base is empty again afterwards."""
    for document, names in both:
        store.put(document, extraction(document, names), rules="1")
    named = (m for m in store.mentions() if m.label == "PERSON" and plain(m.surface) == plain(name))
    found = {mention.entity for mention in named}
    store.remove([document.id for document, _ in both])
    return len(found)


def pairs(shared: Path) -> Iterator[tuple[str, str, list[tuple[Document, Names]]]]:
    """Pairs of texts: what they are, the name, the texts."""
    chance = random.Random(SEED)
    all = [lines_of(*found) for found in texts(shared / "data/redocred/dev_revised.json")]
    persons = [list(persons_of(number, lines)) for number, lines in enumerate(all)]
    named: defaultdict[str, list[Person]] = defaultdict(list)
    for person in (person for found in persons for person in found):
        named[plain(person.name)].append(person)
    for found in named.values():
        for one, other in combinations(found, 2):
            if one.text != other.text:
                yield "one, two texts", one.name, [made(str(p.text), all[p.text], p, one.name) for p in (one, other)]
    for person in (person for found in persons for person in found):
        lines = all[person.text]
        cut = len(lines) // 2
        if len(person.lines) > 3 and person.lines[1] < cut <= person.lines[-2]:
            halves = (lines[:cut], lines[cut:])
            both = [made(f"{person.text}.{n}", half, person, person.name) for n, half in enumerate(halves)]
            yield "one, two halves", person.name, both
    for _ in range(PAIRS):
        one, other = (chance.choice(found) for found in chance.sample([found for found in persons if found], 2))
        if one.name.split()[-1] != other.name.split()[-1]:
            yield "two", one.name, [made(str(p.text), all[p.text], p, one.name) for p in (one, other)]


def rows(shared: Path) -> list[Row]:
    """How many of one person are kept one, and of two persons are kept two."""
    counted: defaultdict[str, list[int]] = defaultdict(list)
    with closing(Store(Database(memory=True))) as store:
        for kind, name, both in pairs(shared):
            counted[kind].append(bearers(store, name, both))
    ones = {kind: found for kind, found in counted.items() if kind != "two"}
    parted = sum(number > 1 for found in counted.values() for number in found)
    right = sum(number > 1 for number in counted["two"])
    kept = [
        Row(f"namesakes: persons kept one ({kind})", share(found.count(1), len(found)), size=len(found))
        for kind, found in ones.items()
    ]
    return [
        *kept,
        Row("namesakes: two persons kept two (recall)", share(right, len(counted["two"])), size=len(counted["two"])),
        Row("namesakes: kept two, and are (precision)", share(right, parted), size=parted),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    print(show(rows(parser.parse_args().shared)))


if __name__ == "__main__":
    main()
