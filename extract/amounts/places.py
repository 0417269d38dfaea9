"""Where a figure is: places that its own phrase, its clause or the words right behind it tell.

Tokens are their indices in the tree. Each rule finds the head of a place, or `None`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.amounts.asked import Asked, named
from extract.amounts.clauses import SUBJECTS, case, is_amount, is_time, place_of
from extract.amounts.standing_nouns import WITHOUT_OWNER
from extract.syntax import Tree

OWNERS = frozenset("in for at among on within throughout by between across along inside near around".split())
"""Prepositions behind a thing, before its place or owner."""
_DETERMINED = ("det", "nmod:poss")
_REACH = 40  # words back to the sentence before, and steps up in it
_TIES = frozenset("from to by with against under".split())
"""Prepositions behind a thing, before what it has to do with."""
_BESIDE = frozenset(("for", "in", "among", "at", "on"))


def own_place(asked: Asked) -> int | None:
    """ "61 percent in Lyon and 40 percent in Paris": what stands beside this one of several figures."""
    tree, anchor = asked.tree, asked.anchor
    if tree.deps[anchor] != "conj" and tree.child(anchor, ("conj",)) is None:
        return None
    return _beside(tree, anchor)


def _beside(tree: Tree, anchor: int) -> int | None:
    places = [c for c in tree.all(anchor, ("nmod", "obl")) if c > anchor and case(tree, c) in OWNERS]
    return next((c for c in places if not is_time(tree, c) and not is_amount(tree, c)), None)


def within(asked: Asked) -> int | None:
    """ "prices in Turkey"; no manner ("a term in office")."""
    place = inner(asked, OWNERS)
    return place if place is not None and is_definite(asked.tree, place) else None


def its_place(asked: Asked) -> int | None:
    """ "turnout was 61 percent in Lyon"."""
    return _beside(asked.tree, asked.anchor)


def others_within(asked: Asked) -> int | None:
    """ "8 million members in 34,000 congregations", "damage from the storm"."""
    tree, nominal = asked.tree, asked.nominal
    behind = [c for c in tree.all(nominal, ("nmod",)) if c > nominal and not is_time(tree, c)]
    return next(
        (c for c in behind if case(tree, c) in OWNERS or (case(tree, c) in _TIES and is_definite(tree, c))), None
    )


def topic_before(tree: Tree, sentence_of: Sequence[int], of: int) -> int | None:
    """Whose a property is that a sentence gives to nobody: the subject of the one before ("The population was 570")."""
    if tree.lemmas[of] not in WITHOUT_OWNER or tree.deps[of] not in SUBJECTS:
        return None
    at, sentence = of, sentence_of[of]
    while at > 0 and of - at < _REACH and sentence_of[at] == sentence:
        at -= 1
    if sentence_of[at] != sentence - 1:
        return None
    for _ in range(_REACH):
        if tree.heads[at] == at:
            break
        at = tree.heads[at]
    subject = tree.child(at, SUBJECTS)
    return None if subject is None else named(tree, subject, (-1, -1))


def of_described(asked: Asked) -> int | None:
    """ "2,000 people living near the plant", "firms using the port": what a clause that describes the thing tells."""
    tree, nominal = asked.tree, asked.nominal
    clause = tree.child(nominal, ("acl", "acl:relcl"))
    if clause is None or clause < nominal:
        return None
    near = [c for c in tree.all(clause, ("obl", "obj")) if c > clause and not is_time(tree, c) and is_definite(tree, c)]
    return near[0] if near and near[0] != asked.anchor else None


def listed_place(asked: Asked) -> int | None:
    """ "teams across the country and two franchises in Canada": the place of the second of a list."""
    place = inner(asked, OWNERS) if asked.tree.deps[asked.nominal] == "conj" else None
    return place if place is not None and asked.tree.pos[place] == "PROPN" else None


def scene(asked: Asked) -> int | None:
    """ "14 people were killed in the blast in Quetta": where a clause happens whose subject is counted."""
    tree, thing = asked.tree, asked.thing
    return place_of(tree, tree.heads[thing], thing) if tree.deps[thing] in SUBJECTS else None


def place_of_complement(asked: Asked) -> int | None:
    """ "fifty tribes of nomads in India": the place of what the things counted are of."""
    tree = asked.tree
    for complement in tree.all(asked.nominal, ("nmod",)):
        place = next((c for c in tree.all(complement, ("nmod",)) if case(tree, c) in OWNERS), None)
        if complement > asked.nominal and place is not None and tree.pos[place] == "PROPN":
            return place
    return None


def printed_behind(asked: Asked) -> int | None:
    """ "from 178 cm for men": the noun of a preposition right behind the figure, wherever the parse hangs it."""
    tree, at = asked.tree, asked.span[1] + 1
    if at >= len(tree.words) or tree.words[at] not in _BESIDE or tree.deps[at] != "case":
        return None
    return None if is_amount(tree, tree.heads[at]) else tree.heads[at]


def elsewhere(asked: Asked) -> int | None:
    """ "five soldiers died when a bomb exploded": another noun of the clause, then of the clause below it."""
    tree, thing = asked.tree, asked.thing
    verb = tree.heads[thing]
    if tree.deps[thing] not in SUBJECTS or tree.pos[verb] != "VERB":
        return None
    found = [c for c in tree.all(verb, ("obl", "obl:agent")) if not is_time(tree, c) and is_definite(tree, c)]
    if found:
        return found[0]
    below = tree.child(verb, ("advcl", "xcomp", "conj"))
    if below is None:
        return None
    subject = tree.child(below, SUBJECTS)
    return place_of(tree, below, thing) if subject is None else subject  # "continued to star in the series"


def inner(asked: Asked, cases: frozenset[str]) -> int | None:
    """A noun behind the thing that tells its owner or place ("the population of the area")."""
    tree, nominal = asked.tree, asked.nominal
    for token in tree.all(nominal, ("nmod",)):
        if token <= nominal or token == asked.anchor or case(tree, token) not in cases:
            continue
        if tree.pos[token] == "PRON" or is_time(tree, token) or is_amount(tree, token):
            return None
        return token
    return None


def is_definite(tree: Tree, token: int) -> bool:
    """Whether a noun means somebody in particular ("of the area", "of Kenya") and not a stuff ("sets of plates")."""
    return tree.pos[token] == "PROPN" or tree.child(token, _DETERMINED) is not None
