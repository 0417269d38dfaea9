"""Of whom or where a figure is: rules in order, of which the first that names somebody wins.

Tokens are their indices in the tree. Not covered: what only another sentence tells.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.amounts.asked import Asked, named
from extract.amounts.beside import modifies_noun
from extract.amounts.clauses import SUBJECTS, case, clause_subject, first_of_list, is_time, place_of
from extract.amounts.places import (
    OWNERS,
    elsewhere,
    inner,
    is_definite,
    its_place,
    listed_place,
    of_described,
    others_within,
    own_place,
    place_of_complement,
    printed_behind,
    scene,
    within,
)  # fmt: skip
from extract.amounts.standing_nouns import ABSTRACT, PROPERTIES
from extract.syntax import Tree
from extract.units import TIME_UNITS

_OF = frozenset(("of",))
_MAX_STEPS = 6  # up from a figure to the relative clause that it stands in
_COPULA, _POSSESSOR = ("cop",), ("nmod:poss",)
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_OBSERVING = frozenset(
    "describe count estimate record see know find identify list report discover expect forecast predict say note "
    "observe show register document obtain measure derive calculate assume suggest indicate reveal infer detect".split()
)
"""Verbs whose subject only tells of what is counted; its place comes first."""
_SHARES = frozenset(("percent", "%", "cent"))
_PRONOUNS = frozenset(("PRP$", "WP$"))


def _holder(asked: Asked) -> int | None:
    """ "The party won 31 percent of the vote", "Brown was one of the two officials": whoever has or is the part."""
    tree, anchor = asked.tree, first_of_list(asked.tree, asked.anchor)
    if not asked.is_whole or tree.lemmas[anchor] in TIME_UNITS:
        return None
    if tree.deps[anchor] == "obj":
        return clause_subject(tree, tree.heads[anchor])
    if tree.deps[anchor] == "appos" and asked.counted and tree.pos[tree.heads[anchor]] in ("PROPN", "NOUN"):
        return tree.heads[anchor]  # "the Rialto Bridge, one of its landmarks"
    return clause_subject(tree, anchor) if tree.child(anchor, _COPULA) is not None else None


def _possessor(asked: Asked) -> int | None:
    """ "its 12 factories", "Ghana's inflation of 9 percent"."""
    return asked.tree.child(asked.nominal, _POSSESSOR)


def _complement(asked: Asked) -> int | None:
    """ "the population of the area": somebody in particular; of a property, anything ("the price of petrol")."""
    token = inner(asked, _OF)
    if token is None or (asked.counted and not is_definite(asked.tree, token)):
        return None
    return token


def _before_brackets(asked: Asked) -> int | None:
    """ "Nakuru (population 570,000)": the noun before the brackets that what is measured opens."""
    tree, at = asked.tree, asked.nominal - 1
    while at > 0 and tree.pos[at] in ("ADJ", "NOUN", "PROPN", "DET"):
        at -= 1
    if at <= 0 or tree.words[at] != "(" or asked.span[0] < at:
        return None
    return at - 1 if tree.pos[at - 1] in ("NOUN", "PROPN") else None


def _doer(asked: Asked) -> int | None:
    """ "Norway bought 52 jets": the subject of the verb whose object is counted."""
    tree, thing = asked.tree, asked.thing
    if tree.deps[thing] != "obj":
        return None
    verb = tree.heads[thing]
    if tree.lemmas[verb] in _OBSERVING:
        seen = inner(asked, OWNERS)
        place = place_of(tree, verb, thing) if seen is None else seen
        if place is not None:
            return place
    return clause_subject(tree, verb)


def _described(asked: Asked) -> int | None:
    """Who or what a predicate noun describes: "Brown" of "Brown was one of the two officials"."""
    tree, thing = asked.tree, asked.thing
    if tree.child(thing, _COPULA) is not None:
        return clause_subject(tree, thing)
    head = tree.heads[thing]
    if tree.deps[thing] == "nmod" and tree.pos[head] in ("NUM", "PRON") and case(tree, thing) == "of":
        return _clause_owner(tree, head)
    return None


def _noun_above(asked: Asked) -> int | None:
    """ "a family with two children", "a loan of 20 million francs to farmers"; what such a noun describes."""
    tree, thing = asked.tree, asked.thing
    head, dep = tree.heads[thing], tree.deps[thing]
    if dep in ("nmod", "appos", "nmod:unmarked") and tree.pos[head] in _NOUNS:
        doing = tree.words[head].endswith("ing") and case(tree, thing) == "of"
        relation = tree.lemmas[head].endswith(ABSTRACT) and case(tree, thing) in ("with", "to", "for")
        if (doing and tree.deps[head] in ("obl", "obl:agent", "obj")) or (relation and tree.deps[head] == "obj"):
            doer = clause_subject(tree, tree.heads[head])
            return head if doer is None else doer  # "by the merging of four schools", "has relations with 90 countries"
        if tree.lemmas[head] in PROPERTIES and tree.deps[head] == "nmod" and tree.pos[tree.heads[head]] in _NOUNS:
            head = tree.heads[head]  # "a town with a population of 900 people"
        return clause_subject(tree, head) if tree.child(head, _COPULA) is not None else head
    if dep == "compound" and tree.pos[head] in ("NOUN", "PROPN"):
        owner = tree.child(head, _POSSESSOR)
        return head if owner is None else owner
    return None


def _agent(asked: Asked) -> int | None:
    """ "250 houses were destroyed by the flood"."""
    tree, thing = asked.tree, asked.thing
    if tree.deps[thing] not in SUBJECTS:
        return None
    agents = tree.all(tree.heads[thing], ("obl:agent", "obl"))
    return next((a for a in agents if case(tree, a) == "by" and not is_time(tree, a)), None)


def _attended(asked: Asked) -> int | None:
    """ "twelve countries signed the treaty": what those counted do it to, where it is something in particular."""
    tree, thing = asked.tree, asked.thing
    verb = tree.heads[thing]
    if tree.deps[thing] not in SUBJECTS or tree.lemmas[verb] == "have":
        return None
    if tree.child(verb, _COPULA) is not None:  # "the three states are members of the union"
        whole = next((c for c in tree.all(verb, ("nmod",)) if case(tree, c) in ("of", "in")), None)
        return whole if whole is not None and is_definite(tree, whole) else None
    done = tree.child(verb, ("obj",))
    if done is None or not is_definite(tree, done):
        return None
    owner = tree.child(done, _POSSESSOR)
    return None if owner is not None and tree.tags[owner] in _PRONOUNS else done


def _name_within(asked: Asked) -> int | None:
    """ "73 Scottish Parliament constituencies", "twelve Boeing jets"."""
    tree = asked.tree
    names = [c for c in tree.all(asked.nominal, ("compound", "nmod")) if c < asked.nominal and tree.pos[c] == "PROPN"]
    return names[-1] if names else None


def _clause(asked: Asked) -> int | None:
    """The subject of the clause; its place where there is none."""
    tree, thing = asked.tree, asked.thing
    return None if tree.deps[thing] in SUBJECTS else _clause_owner(tree, thing)


def _clause_owner(tree: Tree, nominal: int) -> int | None:
    dep, head = tree.deps[nominal], tree.heads[nominal]
    if dep == "ROOT" or tree.child(nominal, _COPULA) is not None:
        head = nominal
    elif dep in SUBJECTS:
        return place_of(tree, head, nominal)
    subject = clause_subject(tree, head)
    return subject if subject is not None else place_of(tree, head, nominal)


Rule = tuple[str, Callable[[Asked], int | None]]
COUNTED: tuple[Rule, ...] = (
    ("holder of a share", _holder),
    ("possessor", _possessor),
    ("complement", _complement),
    ("doer", _doer),
    ("described", _described),
    ("listed place", listed_place),
    ("noun above", _noun_above),
    ("clause", _clause),
    ("place within", within),
    ("of a clause that describes it", of_described),
    ("scene", scene),
    ("agent", _agent),
    ("attended", _attended),
    ("elsewhere", elsewhere),
    ("others within", others_within),
    ("place of the complement", place_of_complement),
    ("name within", _name_within),
)
"""Whose the things are that are counted: owner and agent before event and place."""
OWN: tuple[Rule, ...] = (
    ("holder of a share", _holder),
    ("own place", own_place),
    ("possessor", _possessor),
    ("complement", _complement),
    ("before brackets", _before_brackets),
    ("place within", within),
    ("doer", _doer),
    ("described", _described),
)
"""Who or what has a property: what stands in its own phrase, and who does what it is the object of."""
ABOUT: tuple[Rule, ...] = (
    ("its place", its_place),
    ("noun above", _noun_above),
    ("scene", scene),
    ("agent", _agent),
    ("clause", _clause),
    ("printed behind", printed_behind),
    ("others within", others_within),
    ("name within", _name_within),
)
"""What else the clause of a property tells."""
IN_A_RELATIVE: tuple[Rule, ...] = (
    ("possessor", _possessor),
    ("complement", _complement),
    ("place within", within),
)
"""The same where a relative clause tells how much: what the clause around it does is not of the figure."""


def subject_of(asked: Asked) -> int | None:
    """The head of the subject; `None` where the sentence does not tell it."""
    for _, rule in _rules(asked):
        token = rule(asked)
        if token is not None and (found := named(asked.tree, token, asked.span)) not in (None, asked.nominal):
            return found
    return None


def _rules(asked: Asked) -> tuple[Rule, ...]:
    if asked.counted:
        return COUNTED
    if _is_relative(asked):
        return IN_A_RELATIVE
    return OWN if is_extent(asked) or is_part(asked) else OWN + ABOUT


def is_extent(asked: Asked) -> bool:
    """Whether a figure stands before the thing that is as long or large: "a five-year plan", "the 9 km tunnel"."""
    tree, anchor = asked.tree, asked.anchor
    if tree.pos[anchor] == "SYM" or tree.words[anchor] in _SHARES or tree.heads[anchor] != asked.nominal:
        return False
    return modifies_noun(tree, anchor)


def is_part(asked: Asked) -> bool:
    """Whether a figure is a share of a group that does or suffers something: "60 percent of the voters stayed away"."""
    tree, first = asked.tree, first_of_list(asked.tree, asked.anchor)
    if tree.heads[asked.nominal] != asked.anchor or case(tree, asked.nominal) != "of":
        return False
    return tree.deps[first] in (*SUBJECTS, "nmod")


def _is_relative(asked: Asked) -> bool:
    """Whether what is measured is the noun of the relative clause that tells how much ("a unit which is equal to")."""
    tree, token = asked.tree, asked.anchor
    for _ in range(_MAX_STEPS):
        if tree.deps[token] == "acl:relcl":
            return tree.heads[token] == asked.nominal
        token = tree.heads[token]
    return False
