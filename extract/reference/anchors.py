"""What a pronoun may stand for: the names and nouns of a text, each at its place, and the things behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.reference.genders import of_name, of_noun, of_words
from extract.reference.grammar import head_of, role_of, upward
from extract.reference.words import PERSON_ENDINGS, PERSONS
from extract.syntax import Tree
from extract.types import Mention

NO_CANDIDATES = frozenset({"DATE", "INDUSTRY"})
# Nouns in these places name nothing that a pronoun takes up.
NOT_THINGS = frozenset(("compound", "fixed", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod:unmarked", "flat", "amod"))


@dataclass(slots=True)
class Thing:
    """What a pronoun may stand for, as far as the text has been read."""

    key: int  # the referent's id; below 0 for what has no name
    label: str  # of its names; "person" or "noun" for what has none
    plural: bool = False
    told: str | None = None  # gender by a title or noun
    named: str | None = None  # gender by the first of several names
    short: str | None = None  # gender by its only name, which may be a family's
    kinds: Counter[str] = field(default_factory=Counter)  # of the pronouns that were taken to stand for it
    total: int = 0  # names in the whole text
    seen: list[Anchor] = field(default_factory=list)  # in text order
    nouns: set[str] = field(default_factory=set)  # that the text calls it by
    words: set[str] = field(default_factory=set)  # of its names, in lower case

    def by_pronouns(self) -> str | None:
        """The kind of most pronouns that were taken to stand for it."""
        return max(self.kinds, key=self.kinds.__getitem__) if self.kinds else None


@dataclass(slots=True)
class Anchor:
    """One place in the text at which a thing is meant."""

    token: int
    first: int
    last: int
    sentence: int
    thing: Thing
    form: str  # "name", "noun" or "pronoun"
    role: str
    way: str  # by which it has its role, see `role_of`
    bracketed: bool
    path: list[int]  # from its token up to the root


def anchor(
    tree: Tree, sentence_of: Sequence[int], token: int, span: tuple[int, int], thing: Thing, form: str
) -> Anchor:
    """An anchor at a token."""
    role, way = role_of(tree, token)
    bracketed = span[0] > 0 and tree.words[span[0] - 1] == "("
    return Anchor(token, *span, sentence_of[token], thing, form, role, way, bracketed, upward(tree, token))


def named_anchors(
    tree: Tree, sentence_of: Sequence[int], mentions: Sequence[Mention], token_at: Mapping[int, tuple[int, int]]
) -> list[Anchor]:
    """The names, with what their words say of their gender."""
    things: dict[int, Thing] = {}
    found = []
    for mention in mentions:
        if mention.label in NO_CANDIDATES or mention.start not in token_at:
            continue
        thing = things.setdefault(mention.entity, Thing(mention.entity, mention.label))
        first, last = token_at[mention.start]
        head = head_of(tree, first, last)
        if mention.label == "PERSON":
            thing.told = thing.told or of_words(tree, first, last, head)
            if first == last:
                thing.short = thing.short or of_name(tree, first, last)
            else:
                thing.named = thing.named or of_name(tree, first, last)
        thing.total += 1
        thing.words.update(tree.words[first : last + 1])
        found.append(anchor(tree, sentence_of, head, (first, last), thing, "name"))
    return found


def noun_anchors(tree: Tree, sentence_of: Sequence[int], names: Sequence[Anchor]) -> list[Anchor]:
    """Nouns that head a phrase of their own; one that stands in apposition to a name, or says what it is, is its."""
    owner = {a.token: a for a in names}
    covered = {t for a in names for t in range(a.first, a.last + 1)}
    found = []
    for token, pos in enumerate(tree.pos):
        if pos != "NOUN" or token in covered or tree.deps[token] in NOT_THINGS:
            continue
        lemma = tree.lemmas[token]
        beside = described(tree, token, owner)
        if beside is not None:
            beside.thing.nouns.add(lemma)
            continue
        thing = Thing(-1 - token, "person" if is_person(lemma) else "noun", tree.tags[token] == "NNS", of_noun(lemma))
        thing.nouns.add(lemma)
        found.append(anchor(tree, sentence_of, token, (token, token), thing, "noun"))
    return found


def described(tree: Tree, token: int, owner: Mapping[int, Anchor]) -> Anchor | None:
    """The name that a noun describes: "Acme, a firm", "Acme is a firm", "the firm Acme"."""
    above = tree.heads[token]
    if above in owner and tree.deps[token] in ("appos", "flat", "nmod:desc"):
        return owner[above]
    for child in tree.children[token]:
        if child in owner and (
            tree.deps[child] in ("appos", "flat", "nmod:desc")
            or (tree.deps[child] == "nsubj" and tree.child(token, ("cop",)) is not None)
        ):
            return owner[child]
    return None


def is_person(lemma: str) -> bool:
    """Whether a noun means a person."""
    return lemma in PERSONS or (len(lemma) > 5 and lemma.endswith(PERSON_ENDINGS))
