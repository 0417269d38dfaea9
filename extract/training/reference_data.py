"""GAP and GUM as choices: at each pronoun or description the options that our reading gives, and which are right."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from extract.mentions import find_mentions
from extract.reference.anchors import Thing
from extract.reference.descriptions import descriptions, find_descriptions
from extract.reference.features import Place
from extract.reference.ranking import Option, likeliest
from extract.reference.reading import Reading
from extract.sentences import sentence_numbers
from extract.syntax import Tree, read_tree
from extract.training.loglinear import Choice
from extract.training.scores import documents, plain
from extract.training.treebanks import Row, sentence_id
from extract.types import Mention

ENTITY = re.compile(r"\(([^()]+)(\)?)|(\d+)\)")
Right = Callable[[Place, Sequence[Option]], list[bool] | None]  # None: nothing is known of this pronoun


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's mention in GUM: from `start` to `end`, with the place of its head."""

    start: int
    end: int
    head: int
    cluster: str


def gap_rows(path: Path) -> list[dict[str, str]]:
    """The lines of a file of GAP."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def entity_at(mentions: Sequence[Mention], start: int, end: int) -> int | None:
    """The entity of the mention that fits a span best, if one crosses it."""
    crossing = [m for m in mentions if m.start < end and start < m.end]
    best = max(crossing, key=lambda m: (min(m.end, end) - max(m.start, start)) / (m.end - m.start), default=None)
    return None if best is None else best.entity


def read(doc: Doc) -> tuple[Tree, Reading, list[Mention]]:
    """What is read of a parsed text."""
    sentence_of = sentence_numbers(doc)
    mentions, _ = find_mentions(doc, sentence_of, [], [])
    tree = read_tree(doc)
    return tree, Reading(tree, sentence_of, mentions), mentions


def choices(reading: Reading, text: str, right: Right) -> Iterator[Choice]:
    """The choices at the pronouns of which something is known; what is chosen is what our weights choose."""
    found: list[Choice] = []

    def choose(place: Place, options: list[Option]) -> Thing | None:
        known = right(place, options)
        if known is not None:
            keys = [None if thing is None else thing.key for thing, _ in options]
            found.append(Choice(text, place.kind, [features for _, features in options], known, keys))
        return likeliest(place.kind, options)[0]

    for _ in reading.run(choose):
        yield from found
        found.clear()


def gap_choice(doc: Doc, row: dict[str, str]) -> Choice | None:
    """The choice at the pronoun of a line of GAP, where it is one for us."""
    tree, reading, mentions = read(doc)
    list(find_descriptions(tree, reading.coming))
    at = int(row["Pronoun-offset"])
    spans = {n: (int(row[f"{n}-offset"]), int(row[f"{n}-offset"]) + len(row[n])) for n in "AB"}
    names = {n: entity_at(mentions, *span) for n, span in spans.items()}
    meant = [names[n] for n in "AB" if row[f"{n}-coref"].upper() == "TRUE"]

    def right(place: Place, options: Sequence[Option]) -> list[bool] | None:
        if tree.starts[place.token] != at:
            return None
        if meant:
            return [thing is not None and thing.key in meant for thing, _ in options]
        return [thing is None or thing.key not in names.values() for thing, _ in options]

    choice = next(choices(reading, row["ID"], right), None)
    return choice and replace(choice, asked=frozenset(key for key in names.values() if key is not None))


def gum_texts(path: Path) -> Iterator[tuple[str, str, list[Named]]]:
    """Name, text and entities of each document of a file of GUM."""
    for document in documents([path]):
        text, spans = plain(document)
        named = [n for (_, rows), span in zip(document, spans, strict=True) for n in entities(text, rows, *span)]
        yield sentence_id(document[0][0]).rsplit("-", 1)[0], text, named


def entities(text: str, rows: Sequence[Row], start: int, end: int) -> Iterator[Named]:
    """The entities of one sentence."""
    places = []
    for row in rows:
        begin = max(text.find(row[1], start, end), start)
        start = begin + len(row[1])
        places.append((begin, start))
    opened: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        marked = re.search(r"Entity=([^|]*)", row[9])
        for begun, single, closed in ENTITY.findall(marked[1] if marked else ""):
            key = closed or begun.split("-")[0]
            if begun:
                opened[key].append(i)
            if (single or closed) and opened[key]:
                first = opened[key].pop()
                outside = (j for j in range(first, i + 1) if not first <= int(rows[j][6]) - 1 <= i)
                yield Named(places[first][0], places[i][1], places[next(outside, first)][0], key)


class Clusters:
    """Which entity of GUM a word of ours means."""

    def __init__(self, tree: Tree, named: Sequence[Named]):
        self.tree = tree
        self.heads = {n.head: n.cluster for n in named}
        self.inner = sorted(named, key=lambda n: n.end - n.start)
        self.known: dict[int, str | None] = {}

    def exact(self, token: int) -> str | None:
        """The entity whose mention's head this is."""
        return self.heads.get(self.tree.starts[token])

    def around(self, token: int) -> str | None:
        """The entity whose mention's head this is, or whose mention is the shortest one around it."""
        if token not in self.known:
            at = self.tree.starts[token]
            inner = next((n.cluster for n in self.inner if n.start <= at < n.end), None)
            self.known[token] = self.exact(token) or inner
        return self.known[token]

    def right(self, token: int, options: Sequence[Option], meant: dict[int, list[int]]) -> list[bool]:
        """Which options mean what a word means; the first one, nothing, where none does.

        :param meant: for each thing the tokens of its names and nouns.
        """
        cluster = self.exact(token)
        found = [False]
        for thing, _ in options[1:]:
            assert thing is not None
            tokens = meant.get(thing.key) or [a.token for a in thing.seen]
            same = sum(self.around(t) == cluster for t in tokens)
            found.append(cluster is not None and same * 2 > len(tokens))
        return [not any(found), *found[1:]]


def gum_choices(doc: Doc, name: str, named: Sequence[Named]) -> Iterator[Choice]:
    """The choices at the descriptions and pronouns of a document of GUM."""
    tree, reading, _ = read(doc)
    clusters = Clusters(tree, named)
    meant: dict[int, list[int]] = defaultdict(list)
    for a in reading.coming:
        meant[a.thing.key].append(a.token)
    for found, _, options in descriptions(tree, reading.coming):
        keys = [None if thing is None else thing.key for thing, _ in options]
        features = [each for _, each in options]
        yield Choice(name, "description", features, clusters.right(found.token, options, meant), keys)
    list(find_descriptions(tree, reading.coming))
    yield from choices(reading, name, lambda place, options: clusters.right(place.token, options, meant))
