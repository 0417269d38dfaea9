"""What the rules for a subject are asked, and who is meant by a word that they find.

Tokens are their indices in the tree.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.amounts.clauses import base, case, clause_subject, first_of_list, is_amount, is_time
from extract.amounts.standing_nouns import ALSO_THINGS, EVENTS, LIGHT, QUANTIFIERS
from extract.syntax import Tree

Parts = tuple[int | None, int | None]
"""Heads of `of` and `subject`."""
_NOBODY = frozenset(("SYM", "PUNCT", "NUM", "ADV", "ADP", "DET", "VERB", "AUX"))
_QUESTIONS = frozenset(("WP", "WDT", "WRB", "EX"))
_POSSESSOR = ("nmod:poss",)
_DETERMINER = ("det",)
_MAX_STEPS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose subject is asked for."""

    tree: Tree
    anchor: int  # by which the figure hangs on its sentence
    nominal: int  # what is measured or counted
    counted: bool  # whether it is counted
    span: tuple[int, int]  # first and last token of the figure

    @property
    def is_whole(self) -> bool:
        """Whether the noun hangs below the figure itself ("hundreds of thousands of people")."""
        heads, nominal = self.tree.heads, self.nominal
        while self.tree.deps[nominal] == "nmod" and self.anchor < heads[nominal] < nominal:
            nominal = heads[nominal]
        return heads[nominal] == self.anchor and nominal > self.anchor

    @property
    def thing(self) -> int:
        """The word whose part in its clause is that of the figure: "total" of "a total of 12 ships"."""
        tree = self.tree
        thing = first_of_list(tree, self.anchor if self.is_whole else self.nominal)
        for _ in range(_MAX_STEPS):
            head = tree.heads[thing]
            if tree.deps[thing] != "nmod" or tree.lemmas[head] not in LIGHT or head > thing:
                break
            thing = first_of_list(tree, head)
        return thing


def named(tree: Tree, token: int, span: tuple[int, int]) -> int | None:
    """Who is meant by a word: the noun of a relative pronoun, the owner of a light noun; `None` for nobody."""
    token = part_of(tree, base(tree, token))
    for _ in range(_MAX_STEPS):
        if tree.lemmas[token] not in LIGHT:
            break
        below = _below(tree, token, span)
        if below is None and tree.lemmas[token] in ALSO_THINGS and tree.child(token, _DETERMINER) is not None:
            break
        if below is None:
            return None
        token = below
    if span[0] <= token <= span[1] or tree.pos[token] in _NOBODY or tree.tags[token] in _QUESTIONS:
        return None
    if tree.words[token] in QUANTIFIERS or is_time(tree, token):
        return None
    return _name_of(tree, token)


def part_of(tree: Tree, token: int) -> int:
    """The whole of a part without a noun: "firms" of "ten of these firms"; any other word itself."""
    if tree.pos[token] != "NUM" and tree.words[token] not in QUANTIFIERS:
        return token
    return next((c for c in tree.all(token, ("nmod",)) if c > token and case(tree, c) == "of"), token)


def _name_of(tree: Tree, token: int) -> int:
    """The name beside a noun that describes it: "Lagos, a city of 15 million", "goalkeeper Ivan Petrov"."""
    if tree.pos[token] != "NOUN":
        return token
    head, behind = tree.heads[token], token + 1
    if tree.deps[token] == "appos" and tree.pos[head] == "PROPN":
        return head
    named = tree.child(token, ("appos", "flat", "nmod:desc"))
    return named if named is not None and named >= behind and tree.pos[behind] == "PROPN" else token


def _below(tree: Tree, light: int, span: tuple[int, int]) -> int | None:
    """The owner of a light noun, else what it is of."""
    owner = tree.child(light, _POSSESSOR)
    if owner is not None:
        return owner
    of = [c for c in tree.all(light, ("nmod",)) if case(tree, c) in ("of", "for", "in", "among")]
    return next((c for c in of if not span[0] <= c <= span[1] and not is_amount(tree, c)), None)


def owner_of_event(tree: Tree, token: int) -> int:
    """Whose an event is that stands for its person: "her" of "her death"; any other word itself."""
    if tree.lemmas[token] not in EVENTS:
        return token
    owner = tree.child(token, _POSSESSOR)
    if owner is None:
        owner = next((c for c in tree.all(token, ("nmod",)) if case(tree, c) == "of"), None)
    if owner is None and tree.deps[token] in ("obj", "obl"):
        owner = clause_subject(tree, tree.heads[token])
    return token if owner is None else owner
