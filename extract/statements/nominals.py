"""What nouns state by themselves: appositions, titles and possessives.

"Li Jian, deputy head of the county, ..." states that Li Jian is deputy head of the county; "President Bush" that Bush
is President; "Hebei's capital" that Hebei has a capital; "Lagos, Nigeria" that the one is in the other. Their
predicates ("is", "has", "is in") are no words of the text, so the offsets are those of the noun that carries the
relation, and the wording is in `full`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.statements.roles import TIMES
from extract.syntax import Tree
from extract.types import Mention

TITLED = ("nmod:desc", "compound")
PLACED = frozenset(("appos", "nmod:unmarked"))
INSIDE = frozenset(("CITY", "REGION", "PLACE", "ORG"))
AROUND = frozenset(("REGION", "COUNTRY"))
TITLES = frozenset(
    """
    president minister secretary senator governor mayor judge justice chancellor ambassador general colonel captain
    major lieutenant sergeant admiral commander king queen prince princess duke lord pope bishop archbishop cardinal
    father professor chairman chairwoman chairperson chair director manager officer chief leader spokesman spokeswoman
    spokesperson representative congressman congresswoman premier coach champion singer actor actress author writer
    poet painter composer director producer analyst economist lawyer attorney prosecutor engineer scientist physicist
    biologist historian journalist editor founder owner executive banker trader farmer teacher student inspector
    detective sheriff commissioner treasurer deputy vice candidate activist philosopher mathematician architect
    """.split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nominal:
    """A claim that a noun makes: `subject` - `verb` - `object`, as heads of their words."""

    pattern: str  # "apposition", "title", "possessive" or "place"
    subject: int
    verb: str  # "is", "has" or "is in"
    anchor: int  # the word that carries the relation
    object: int


def find_nominals(tree: Tree, token: int, mention_at: Mapping[int, Mention]) -> Iterator[Nominal]:
    """The claims that a noun makes with the words right below it."""
    for child in tree.children[token]:
        dep = tree.deps[child]
        nominal: Nominal | None
        if dep in PLACED and lies_in(tree, token, child, mention_at):
            nominal = Nominal("place", token, "is in", child, child)
        elif dep == "appos":
            nominal = apposition(tree, token, child)
        elif dep in TITLED and child < token:
            nominal = title(tree, token, child)
        elif dep == "nmod:poss":
            nominal = possessive(tree, token, child)
        else:
            continue
        if nominal is not None:
            yield nominal


def apposition(tree: Tree, head: int, apposed: int) -> Nominal | None:
    """ "Li Jian, deputy head of the county": the name is what the description is."""
    if tree.pos[apposed] not in ("NOUN", "PROPN") or tree.pos[head] not in ("NOUN", "PROPN"):
        return None
    if tree.child(apposed, ("nummod",)) is not None or tree.child(head, ("nummod",)) is not None:
        return None  # "500 miles (800 km)"
    if tree.pos[apposed] == "PROPN" and tree.pos[head] == "PROPN" and not describes(tree, apposed):
        return None  # "Salt Lake City, Utah"
    if tree.pos[apposed] == "PROPN" and tree.pos[head] == "NOUN":
        return Nominal("apposition", apposed, "is", head, head)
    return Nominal("apposition", head, "is", apposed, apposed)


def lies_in(tree: Tree, place: int, around: int, mention_at: Mapping[int, Mention]) -> bool:
    """Whether a place is named with the one around it: "Lagos, Nigeria"."""
    inner, outer = mention_at.get(place), mention_at.get(around)
    if inner is None or outer is None or around < place or tree.child(around, ("case",)) is not None:
        return False
    return inner.label in INSIDE and outer.label in AROUND and "," in tree.words[place + 1 : around]


def describes(tree: Tree, name: int) -> bool:
    """Whether a capitalised noun describes rather than names: "Emperor of the United States"."""
    return tree.lemmas[name].lower() in TITLES or tree.child(name, ("det", "nmod", "nmod:poss", "amod")) is not None


def title(tree: Tree, name: int, word: int) -> Nominal | None:
    """ "President Bush": the name has the title."""
    if tree.lemmas[word].lower() not in TITLES or tree.pos[name] != "PROPN" or tree.lemmas[name].lower() in TITLES:
        return None
    return Nominal("title", name, "is", word, word)


def possessive(tree: Tree, owned: int, owner: int) -> Nominal | None:
    """ "Hebei's capital": the owner has it; a time owns nothing ("last year's")."""
    if tree.pos[owner] not in ("PROPN", "NOUN") or tree.lemmas[owner].lower() in TIMES:
        return None
    return Nominal("possessive", owner, "has", owned, owned)
