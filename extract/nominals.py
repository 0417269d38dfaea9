"""What nouns state by themselves: appositions, titles and possessives.

"Li Jian, deputy head of the county, ..." states that Li Jian is deputy head of the county; "President Bush" that Bush
is President; "Hebei's capital" that Hebei has a capital. Their predicates ("is", "has") are no words of the text, so
the offsets are those of the noun that carries the relation, and the wording is in `full`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.roles import TIMES
from extract.syntax import Tree

TITLED = ("nmod:desc", "compound")
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

    pattern: str  # "apposition", "title" or "possessive"
    subject: int
    verb: str  # "is" or "has"
    anchor: int  # the word that carries the relation
    object: int


def find_nominals(tree: Tree, token: int) -> Iterator[Nominal]:
    """The claims that a noun makes with the words right below it."""
    for child in tree.children[token]:
        dep = tree.deps[child]
        if dep == "appos":
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
    if tree.pos[apposed] == "PROPN" and tree.pos[head] == "NOUN":
        return Nominal("apposition", apposed, "is", head, head)
    return Nominal("apposition", head, "is", apposed, apposed)


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
