"""What the words around a person's name, and its first name, say of the person's gender."""

from __future__ import annotations

from extract.reference.given_names import first_names
from extract.reference.words import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES
from extract.syntax import Tree

TITLES = FEMALE_TITLES | MALE_TITLES
DESCRIBES = frozenset(("appos", "nmod:desc", "flat", "compound"))


def of_noun(noun: str) -> str | None:
    """The gender that a noun or title tells ("m", "f"); "chairman" and its like tell none."""
    if noun in MALE:
        return "m"
    return "f" if noun in FEMALE or noun.endswith("woman") else None


def of_name(tree: Tree, first: int, last: int) -> str | None:
    """The gender that a first name tells, with initials before it left out."""
    while first < last and len(tree.words[first].rstrip(".")) == 1:
        first += 1
    return first_names().get(tree.words[first])


def of_words(tree: Tree, first: int, last: int, head: int) -> str | None:
    """The gender that a title or noun beside a name tells: "Mrs Hill", "actress Ann Hill", "Ann Hill, an actress"."""
    for token in range(max(first - 2, 0), last):
        if tree.words[token] in TITLES and (token >= first or first <= tree.heads[token] <= last):
            return of_noun(tree.words[token])
    above = tree.heads[head]
    beside = [t for t in tree.children[head] if tree.deps[t] in DESCRIBES]
    if tree.deps[head] in DESCRIBES or (tree.deps[head] == "nsubj" and tree.child(above, ("cop",)) is not None):
        beside.append(above)
    genders = (of_noun(tree.lemmas[t]) for t in beside if tree.pos[t] == "NOUN")
    return next((gender for gender in genders if gender), None)
