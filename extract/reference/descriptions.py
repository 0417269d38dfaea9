"""Descriptions that name ("the company", "the city"), linked to the name that they stand for where that is plain.

A description is a noun of `DESCRIPTIONS` with "the" and nothing else. It stands for the only name shortly before it
that the text calls so ("Acme, a company"), or that has the noun in it ("Hudson River": "the river"); else a log-linear
model compares those names, and nothing at all. Not covered: nouns with more words around them ("the new company"),
plurals ("the two cities"), names after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.reference.anchors import Anchor, Thing
from extract.reference.ranking import Option, likeliest
from extract.reference.weights import SURE
from extract.reference.words import DESCRIPTIONS, GENERIC
from extract.syntax import Tree

BARE = frozenset(("det", "case", "punct", "conj", "cc", "mark", "advmod"))  # what may hang on such a noun
LOOKED_AT = 60  # anchors before it
MOST = 12  # things that are compared
CALLED_ONLY = frozenset(("ORG",))  # by the model alone 8 of 11 were right in GUM's open part: too few

# Of names with the noun in them, so many sentences back at most, 10 of 10 were right in GUM's open part; from 3 to 5
# sentences back 3 of 7, and of cities and regions, whichever sentence, 0 of 6.
NEAR = 2
IN_NAME = frozenset(("ORG", "PLACE"))
COMPANY = frozenset("company firm".split())
FORMS = frozenset("inc corp corporation co ltd limited llc plc gmbh ag asa nv spa".split())  # say that it is a company


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that may stand for a name; `label` is that of the names it usually does."""

    token: int
    sentence: int
    first: int
    lemma: str
    label: str


def find_descriptions(tree: Tree, anchors: Sequence[Anchor]) -> Iterator[tuple[Description, Thing]]:
    """Yield each description that plainly stands for a name, in text order; its anchor becomes that name's."""
    for found, i, choices in descriptions(tree, anchors):
        thing, probability = likeliest("description", choices)
        called = [thing for thing, _ in choices if thing is not None and found.lemma in thing.nouns]
        if len(called) == 1:  # right in 34 of 40 such descriptions of GUM's open part
            thing, probability = called[0], 1.0
        elif (named := named_so(found, anchors[max(0, i - LOOKED_AT) : i], choices)) is not None:
            thing, probability = named, 1.0
        elif found.label in CALLED_ONLY:
            continue
        if thing is not None and probability >= SURE["description"]:
            anchors[i].thing = thing
            yield found, thing


def named_so(found: Description, before: Sequence[Anchor], choices: Sequence[Option]) -> Thing | None:
    """The only thing near before a description whose name says that it is one: "Kestrel Bank", then "the bank"."""
    if found.label not in IN_NAME:
        return None
    named = [thing for thing, _ in choices if thing is not None and thing.label == found.label and says(found, thing)]
    if len(named) != 1:
        return None
    last = next((a.sentence for a in reversed(before) if a.thing is named[0]), None)
    return named[0] if last is not None and found.sentence - last <= NEAR else None


def says(found: Description, thing: Thing) -> bool:
    """Whether the words of a name say that it is what a noun describes."""
    forms = {word.strip(".") for word in thing.words} if found.lemma in COMPANY else set()
    return found.lemma in thing.words or not FORMS.isdisjoint(forms)


def descriptions(tree: Tree, anchors: Sequence[Anchor]) -> Iterator[tuple[Description, int, list[Option]]]:
    """Each description with the index of its anchor and what it may stand for, in text order.

    :param anchors: names and nouns, in text order; of the names `thing` is looked at when the next one is asked for.
    """
    most: dict[str, int] = {}
    for a in anchors:
        most[a.thing.label] = max(most.get(a.thing.label, 0), a.thing.total)
    for i, a in enumerate(anchors):
        found = description(tree, a) if a.form == "noun" else None
        if found is not None:
            yield found, i, options(found, anchors[max(0, i - LOOKED_AT) : i], most)


def description(tree: Tree, noun: Anchor) -> Description | None:
    """The description at a noun."""
    token = noun.token
    label = DESCRIPTIONS.get(tree.lemmas[token])
    children = tree.children[token]
    if label is None or tree.tags[token] != "NN" or not children:
        return None
    first = next((c for c in children if tree.words[c] == "the" and c < token), None)
    if first is None or not all(tree.deps[c] in BARE for c in children):
        return None
    return Description(token, noun.sentence, first, tree.lemmas[token], label)


def options(found: Description, before: Sequence[Anchor], most: dict[str, int]) -> list[Option]:
    """What a description may stand for, with features; first of all nothing that the text names."""
    last: dict[int, tuple[Thing, Anchor]] = {}
    for a in reversed(before):
        if a.thing.key >= 0 and a.thing.key not in last and len(last) < MOST and may_be(found, a.thing):
            last[a.thing.key] = (a.thing, a)
    fitting = [thing for thing, _ in last.values() if thing.label == found.label]
    result: list[Option] = [(None, dict(nothing(found, before, len(fitting))))]
    rank = 0
    for thing, a in last.values():
        result.append((thing, dict(features(found, thing, a, rank, len(fitting), most))))
        rank += thing.label == found.label
    return result


def may_be(found: Description, thing: Thing) -> bool:
    """Whether a thing may be described so at all."""
    said = found.lemma in thing.nouns or found.lemma in thing.words
    return said or (found.label == thing.label and (found.label not in ("ORG", "PERSON") or found.lemma in GENERIC))


def nothing(found: Description, before: Sequence[Anchor], rivals: int) -> Iterator[tuple[str, float]]:
    """What speaks for a description that stands for nothing named."""
    yield "nothing", 1.0
    yield f"nothing, {found.label}", 1.0
    yield f"nothing, {min(rivals, 2)} fit", 1.0
    same = [a for a in before if a.form == "noun" and a.thing.key < 0 and found.lemma in a.thing.nouns]
    if same:
        yield "nothing, the noun before", 1.0
        yield (f"nothing, the noun {min(found.sentence - same[-1].sentence, 3)} before", 1.0)


def features(
    found: Description, thing: Thing, last: Anchor, rank: int, rivals: int, most: dict[str, int]
) -> Iterator[tuple[str, float]]:
    """What speaks for and against one thing.

    :param rank: how many things of the fitting label were meant after it.
    :param rivals: how many there are in all.
    :param most: how often the thing named most of each label is named.
    """
    fits = "fits" if thing.label == found.label else "fits not"
    called = "called so" if found.lemma in thing.nouns else "named so" if found.lemma in thing.words else "not called"
    yield f"{fits} {called}", 1.0
    yield f"{fits} {found.label}", 1.0
    yield f"{found.label} for {thing.label}", 1.0
    yield f"{found.lemma} for {thing.label}", 1.0
    yield f"{fits} back {min(found.sentence - last.sentence, 5)}", 1.0
    yield f"{fits} rank {min(rank, 3)} of {min(rivals, 4)}", 1.0
    yield f"{fits} {last.role}", 1.0
    yield f"{fits} {last.form}", 1.0
    yield f"{fits} named", min(thing.total, 6) / 3
    if thing.total == most[thing.label]:
        yield f"{fits} named most", 1.0
