"""A text read from left to right: at each pronoun the things it may stand for, and after the choice what that tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from extract.reference.anchors import Anchor, Thing, anchor, named_anchors, noun_anchors
from extract.reference.features import GENDERS, Place, agreement, between, kind_of_thing, standing, surroundings, topic
from extract.reference.grammar import INHERITS, role_of, upward
from extract.reference.ranking import Option
from extract.reference.words import PRONOUNS
from extract.speech.passages import Passages
from extract.syntax import Tree
from extract.types import Mention

BACK = 4  # sentences before the pronoun's
AHEAD = 30  # words after it, in its sentence
MOST = 14  # things that are compared for one pronoun
LOOKED_AT = 60  # anchors
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
OBJECTS = frozenset(("obj", "iobj"))

Choose = Callable[[Place, list[Option]], Thing | None]


class Reading:
    """One text and what has been read of it."""

    def __init__(self, tree: Tree, sentence_of: Sequence[int], mentions: Sequence[Mention]):
        self.tree, self.sentence_of = tree, sentence_of
        spans = token_spans(tree, mentions)
        self.covered = {token for first, last in spans.values() for token in range(first, last + 1)}
        names = named_anchors(tree, sentence_of, mentions, spans)
        nouns = noun_anchors(tree, sentence_of, names)
        self.coming = sorted([*names, *nouns], key=lambda a: a.token)
        self.passages = Passages(tree)
        self.past: list[Anchor] = []
        self.latest: dict[str, Anchor] = {}  # the last pronoun of each kind
        self.most = max((a.thing.total for a in names if a.thing.label == "PERSON"), default=0)

    def run(self, choose: Choose) -> Iterator[tuple[Place, Thing | None]]:
        """What `choose` takes each pronoun to stand for, in text order."""
        at, tags, deps = 0, self.tree.tags, self.tree.deps
        for token, word in enumerate(self.tree.words):
            if word not in PRONOUNS or tags[token] not in ("PRP", "PRP$") or deps[token] == "expl":
                continue
            while at < len(self.coming) and self.coming[at].token < token:
                self.meet(self.coming[at])
                at += 1
            place = self.place(token)
            chosen = choose(place, self.options(place, at))
            self.note(place, chosen)
            yield place, chosen

    def place(self, token: int) -> Place:
        """The pronoun at a token."""
        kind, case = PRONOUNS[self.tree.words[token]]
        if self.tree.tags[token] == "PRP$":
            case = "possessive"
        role, _ = role_of(self.tree, token)
        return Place(
            token, self.sentence_of[token], kind, case, role, upward(self.tree, token), self.passages.of(token)
        )

    def meet(self, met: Anchor) -> None:
        """Remember an anchor."""
        met.thing.seen.append(met)
        self.past.append(met)

    def note(self, place: Place, thing: Thing | None) -> None:
        """Remember what a pronoun stands for; one that stands for nothing known is a thing of its own."""
        thing = thing or Thing(-1 - place.token, "unknown")
        thing.kinds[place.kind] += 1
        met = anchor(self.tree, self.sentence_of, place.token, (place.token, place.token), thing, "pronoun")
        self.latest[place.kind] = met
        self.meet(met)

    def options(self, place: Place, at: int) -> list[Option]:
        """The things that a pronoun may stand for, with their features; first of all nothing that the text names."""
        found: list[tuple[Thing, Anchor]] = []
        known: set[int] = set()
        for a in self.reach(place, at):
            if id(a.thing) not in known and fits(place, a.thing):
                known.add(id(a.thing))
                if self.is_barred(place, a):
                    continue
                found.append((a.thing, a))
                if len(found) == MOST:
                    break
        options: list[Option] = [(None, dict(self.nothing(place, found)))]
        agreeing = [agrees(place, thing) for thing, _ in found]
        rank, rivals = 0, sum(agreeing)
        for (thing, last), agreed in zip(found, agreeing, strict=True):
            options.append((thing, self.features(place, thing, last, rank, rivals)))
            rank += agreed
        return options

    def is_barred(self, place: Place, other: Anchor) -> bool:
        """Whether one is the subject and the other the object of one verb: "Paul hit him" is not of himself."""
        if place.case == "reflexive" or place.sentence != other.sentence or len(place.path) < 2:
            return False
        deps, heads = self.tree.deps, self.tree.heads
        other_token = other.token
        while deps[other_token] in INHERITS and heads[other_token] != other_token:
            other_token = heads[other_token]
        both = {deps[place.token], deps[other_token]}
        return heads[other_token] == place.path[1] and bool(both & OBJECTS) and bool(both & SUBJECTS)

    def reach(self, place: Place, at: int) -> Iterator[Anchor]:
        """The anchors near a pronoun: those before it, last first, then the names after it in its sentence."""
        for a in self.past[: -LOOKED_AT - 1 : -1]:
            if place.sentence - a.sentence > BACK:
                break
            yield a
        for a in self.coming[at : at + MOST]:
            if a.sentence != place.sentence or a.token > place.token + AHEAD:
                break
            if a.form == "name":
                yield a

    def nothing(self, place: Place, found: list[tuple[Thing, Anchor]]) -> Iterator[tuple[str, float]]:
        """What speaks for a pronoun that stands for nothing before it."""
        yield f"nothing for {place.kind}", 1.0
        yield f"nothing, {place.case}", 1.0
        if place.quoted is not None:
            yield "nothing, quoted", 1.0
        yield f"nothing, {min(len(found), 3)} others", 1.0
        if not any(a.sentence == place.sentence for _, a in found):
            yield "nothing, none in its sentence", 1.0

    def features(self, place: Place, thing: Thing, last: Anchor, rank: int, rivals: int) -> dict[str, float]:
        """What speaks for and against one thing."""
        found = dict(agreement(place, thing))
        found.update(standing(place, thing, last, rank, rivals))
        found.update(topic(place, thing, self.most, self.latest.get(place.kind)))
        found.update(kind_of_thing(place, thing, last))
        found.update(between(self.tree, place, last))
        found.update(surroundings(place, last, self.passages.of(last.token)))
        return found


def fits(place: Place, thing: Thing) -> bool:
    """Whether a pronoun of this kind may stand for a thing at all."""
    if thing.label == "unknown":
        return thing.by_pronouns() == place.kind
    person = thing.label in ("PERSON", "person")
    if place.kind in GENDERS:
        return person and not thing.plural and thing.told in (None, GENDERS[place.kind])
    return not person and not thing.plural


def agrees(place: Place, thing: Thing) -> bool:
    """Whether nothing speaks against the gender."""
    wanted = GENDERS.get(place.kind)
    return wanted is None or (
        (thing.told or thing.named or thing.short) in (None, wanted) and thing.by_pronouns() in (None, place.kind)
    )


def token_spans(tree: Tree, mentions: Sequence[Mention]) -> dict[int, tuple[int, int]]:
    """First and last token of each mention, by the character at which it starts."""
    found = {}
    for mention in mentions:
        first, last = (bisect_left(tree.starts, mention.start), bisect_left(tree.starts, mention.end) - 1)
        if first <= last:
            found[mention.start] = (first, last)
    return found
