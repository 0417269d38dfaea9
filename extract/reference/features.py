"""What speaks for and against a thing as that which a pronoun stands for, as named features."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.reference.anchors import Anchor, Thing
from extract.reference.grammar import clauses
from extract.syntax import Tree

GENDERS = {"he": "m", "she": "f"}


@dataclass(slots=True)
class Place:
    """A pronoun and where it stands."""

    token: int
    sentence: int
    kind: str  # "he", "she" or "it"
    case: str  # "subject", "object", "possessive" or "reflexive"
    role: str
    path: list[int]
    quoted: int | None  # the passage between quotation marks that holds it


Features = Iterator[tuple[str, float]]


def agreement(place: Place, thing: Thing) -> Features:
    """Whether gender, number and kind fit."""
    if place.kind in GENDERS:
        wanted = GENDERS[place.kind]
        sources = [("told", thing.told), ("named", thing.named)]
        if not thing.named:
            sources.append(("short", thing.short))
        for source, gender in sources:
            yield (f"{source} {'nothing' if not gender else 'same' if gender == wanted else 'other'}", 1.0)
    before = thing.by_pronouns()
    if before:
        yield f"before {'same' if before == place.kind else 'other'}", 1.0
        if thing.kinds[place.kind] and before != place.kind:
            yield "before same too", 1.0
    yield f"label {thing.label}", 1.0
    if thing.plural:
        yield "plural", 1.0


def kind_of_thing(place: Place, thing: Thing, last: Anchor) -> Features:
    """For "it": what kind of named thing it is, beside where it stands."""
    if place.kind != "it" or thing.key < 0:
        return
    where = "ahead" if last.token > place.token else f"back {min(place.sentence - last.sentence, 4)}"
    yield f"{thing.label} {last.role}", 1.0
    yield f"{thing.label} {where}", 1.0
    yield f"{thing.label} {place.case}", 1.0
    yield f"last {last.form} {where}", 1.0
    if thing.nouns:
        yield "described", 1.0


def standing(place: Place, thing: Thing, last: Anchor, rank: int, rivals: int) -> Features:
    """How far back and how often it was meant, and in which role last.

    :param rank: how many things of the wanted gender were meant after it.
    :param rivals: how many there are in all.
    """
    back = place.sentence - last.sentence
    ahead = last.token > place.token
    where = "ahead" if ahead else f"back {min(back, 4)}"
    yield where, 1.0
    yield f"{where} rank {min(rank, 4)}", 1.0
    yield f"rank {min(rank, 4)} of {min(rivals, 4)}", 1.0
    yield f"{where} {last.role} for {place.case}", 1.0
    yield f"{where} {last.role} for {place.role}", 1.0
    yield f"{where} {last.form} {last.role}", 1.0
    if last.way:
        yield f"way {last.way} {where}", 1.0
    if last.bracketed:
        yield "in brackets", 1.0
    if not ahead:
        yield "times meant", min(len(thing.seen), 8) / 4
        before = [a for a in thing.seen[-4:] if a.sentence == place.sentence - 1]
        if before and back == 0:
            yield "also in the sentence before", 1.0
        if any(a.role == "subject" for a in before):
            yield f"subject of the sentence before, {place.case}", 1.0
        if len(thing.seen) == 1:
            yield f"new {where}", 1.0
    yield "times named", min(thing.total, 6) / 3


def topic(place: Place, thing: Thing, most: int, latest: Anchor | None) -> Features:
    """Whether the text is about it, and whether the last pronoun of the kind stood for it.

    :param most: how often the person named most is named in the text.
    :param latest: the last pronoun of the kind.
    """
    if thing.total and thing.total == most:
        yield f"named most, {min(most, 4)}", 1.0
    if latest is not None and latest.thing is thing:
        back = min(place.sentence - latest.sentence, 3)
        yield f"latest {place.kind} {back}", 1.0
        yield f"latest {back} {latest.role} for {place.case}", 1.0
    elif latest is not None:
        yield (f"not the latest {place.kind} {min(place.sentence - latest.sentence, 3)}", 1.0)


def between(tree: Tree, place: Place, last: Anchor) -> Features:
    """The way through the tree between two words of one sentence."""
    if last.sentence != place.sentence:
        return
    meeting = next((token for token in place.path if token in last.path), None)
    if meeting is None:
        return
    mine, theirs = (place.path[: place.path.index(meeting)], last.path[: last.path.index(meeting)])
    order = "ahead" if last.token > place.token else "behind"
    up = tree.deps[mine[-1]] if mine else "self"
    down = tree.deps[theirs[-1]] if theirs else "self"
    n, m = min(clauses(tree, mine), 2), min(clauses(tree, theirs), 2)
    yield f"{order} clauses {m} to {n}", 1.0
    yield f"{order} {place.case} {m} to {n}, {last.role}", 1.0
    yield f"{order} way {down} to {up}", 1.0
    yield f"{order} {place.case} way {down} {m} to {up} {n}", 1.0
    if not theirs and n == 0:
        yield "inside its own phrase", 1.0
    if m == 0 and n == 0 and place.case != "possessive":
        yield f"of one clause {place.case}", 1.0


def surroundings(place: Place, last: Anchor, quoted: int | None) -> Features:
    """Quotation marks around one and not the other."""
    if quoted != place.quoted:
        yield (f"{'inside' if place.quoted is not None else 'outside'} quotes, {last.role}", 1.0)
