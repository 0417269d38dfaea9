"""Of whom or where a figure is: rules in order, of which the first that names somebody wins.

Tokens are their indices in the tree. Not covered: what only another sentence tells.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.amounts.asked import Asked, named
from extract.amounts.clauses import SUBJECTS, case, clause_subject, first_of_list, is_amount, is_time, place_of
from extract.syntax import Tree

_OF = frozenset(("of",))
_OWNERS = frozenset("in for at among on within throughout by between across along inside near around".split())
_MAX_STEPS = 6  # up from a figure to the relative clause that it stands in
_COPULA, _DETERMINED, _POSSESSOR = ("cop",), ("det", "nmod:poss"), ("nmod:poss",)
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_OBSERVING = frozenset(
    "describe count estimate record see know find identify list report discover expect forecast predict say note "
    "observe show register document obtain measure derive calculate assume suggest indicate reveal infer detect".split()
)
"""Verbs whose subject only tells of what is counted; its place comes first."""
_BESIDE = frozenset(("for", "in", "among", "at", "on"))
_PRONOUNS = frozenset(("PRP$", "WP$"))


def _holder(asked: Asked) -> int | None:
    """ "The party won 31 percent of the vote", "Brown was one of the two officials": whoever has or is the part."""
    tree, anchor = asked.tree, first_of_list(asked.tree, asked.anchor)
    if not asked.is_whole:
        return None
    if tree.deps[anchor] == "obj":
        return clause_subject(tree, tree.heads[anchor])
    if tree.deps[anchor] == "appos" and asked.counted and tree.pos[tree.heads[anchor]] in ("PROPN", "NOUN"):
        return tree.heads[anchor]  # "the Rialto Bridge, one of its landmarks"
    return clause_subject(tree, anchor) if tree.child(anchor, _COPULA) is not None else None


def _own_place(asked: Asked) -> int | None:
    """ "61 percent in Lyon and 40 percent in Paris": what stands beside this one of several figures."""
    tree, anchor = asked.tree, asked.anchor
    if tree.deps[anchor] != "conj" and tree.child(anchor, ("conj",)) is None:
        return None
    return _beside(tree, anchor)


def _beside(tree: Tree, anchor: int) -> int | None:
    places = [c for c in tree.all(anchor, ("nmod", "obl")) if c > anchor and case(tree, c) in _OWNERS]
    return next((c for c in places if not is_time(tree, c) and not is_amount(tree, c)), None)


def _possessor(asked: Asked) -> int | None:
    """ "its 12 factories", "Ghana's inflation of 9 percent"."""
    return asked.tree.child(asked.nominal, _POSSESSOR)


def _complement(asked: Asked) -> int | None:
    """ "the population of the area": somebody in particular; of a property, anything ("the price of petrol")."""
    token = _inner(asked, _OF)
    if token is None or (asked.counted and not _is_definite(asked.tree, token)):
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
        seen = _inner(asked, _OWNERS)
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


def _within(asked: Asked) -> int | None:
    """ "prices in Turkey"."""
    return _inner(asked, _OWNERS)


def _its_place(asked: Asked) -> int | None:
    """ "turnout was 61 percent in Lyon"."""
    return _beside(asked.tree, asked.anchor)


def _others_within(asked: Asked) -> int | None:
    """ "8 million members in 34,000 congregations"."""
    tree, nominal = asked.tree, asked.nominal
    return next((c for c in tree.all(nominal, ("nmod",)) if c > nominal and case(tree, c) in _OWNERS), None)


def _noun_above(asked: Asked) -> int | None:
    """ "a family with two children", "a loan of 20 million francs to farmers"; what such a noun describes."""
    tree, thing = asked.tree, asked.thing
    head, dep = tree.heads[thing], tree.deps[thing]
    if dep in ("nmod", "appos", "nmod:unmarked") and tree.pos[head] in _NOUNS:
        if tree.words[head].endswith("ing") and case(tree, thing) == "of" and tree.deps[head] in ("obl", "obj"):
            doer = clause_subject(tree, tree.heads[head])
            return head if doer is None else doer  # "was formed by the merging of four schools"
        return clause_subject(tree, head) if tree.child(head, _COPULA) is not None else head
    if dep == "compound" and tree.pos[head] in ("NOUN", "PROPN"):
        owner = tree.child(head, _POSSESSOR)
        return head if owner is None else owner
    return None


def _listed_place(asked: Asked) -> int | None:
    """ "teams across the country and two franchises in Canada": the place of the second of a list."""
    place = _inner(asked, _OWNERS) if asked.tree.deps[asked.nominal] == "conj" else None
    return place if place is not None and asked.tree.pos[place] == "PROPN" else None


def _scene(asked: Asked) -> int | None:
    """ "14 people were killed in the blast in Quetta": where a clause happens whose subject is counted."""
    tree, thing = asked.tree, asked.thing
    return place_of(tree, tree.heads[thing], thing) if tree.deps[thing] in SUBJECTS else None


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
    done = tree.child(verb, ("obj",))
    if done is None or not _is_definite(tree, done):
        return None
    owner = tree.child(done, _POSSESSOR)
    return None if owner is not None and tree.tags[owner] in _PRONOUNS else done


def _printed_behind(asked: Asked) -> int | None:
    """ "from 178 cm for men": the noun of a preposition right behind the figure, wherever the parse hangs it."""
    tree, at = asked.tree, asked.span[1] + 1
    if at >= len(tree.words) or tree.words[at] not in _BESIDE or tree.deps[at] != "case":
        return None
    return tree.heads[at]


def _elsewhere(asked: Asked) -> int | None:
    """ "five soldiers died when a bomb exploded": another noun of the clause, then of the clause below it."""
    tree, thing = asked.tree, asked.thing
    verb = tree.heads[thing]
    if tree.deps[thing] not in SUBJECTS or tree.pos[verb] != "VERB":
        return None
    found = [c for c in tree.all(verb, ("obl", "obl:agent")) if not is_time(tree, c) and _is_definite(tree, c)]
    if found:
        return found[0]
    below = tree.child(verb, ("advcl", "xcomp"))
    if below is None:
        return None
    subject = tree.child(below, SUBJECTS)
    return place_of(tree, below, thing) if subject is None else subject  # "continued to star in the series"


def _place_of_complement(asked: Asked) -> int | None:
    """ "fifty tribes of nomads in India": the place of what the things counted are of."""
    tree = asked.tree
    for complement in tree.all(asked.nominal, ("nmod",)):
        place = next((c for c in tree.all(complement, ("nmod",)) if case(tree, c) in _OWNERS), None)
        if complement > asked.nominal and place is not None and tree.pos[place] == "PROPN":
            return place
    return None


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


def _inner(asked: Asked, cases: frozenset[str]) -> int | None:
    """A noun behind the thing that tells its owner or place ("the population of the area")."""
    tree, nominal = asked.tree, asked.nominal
    for token in tree.all(nominal, ("nmod",)):
        if token <= nominal or token == asked.anchor or case(tree, token) not in cases:
            continue
        if tree.pos[token] == "PRON" or is_time(tree, token) or is_amount(tree, token):
            return None
        return token
    return None


def _is_definite(tree: Tree, token: int) -> bool:
    """Whether a noun means somebody in particular ("of the area", "of Kenya") and not a stuff ("sets of plates")."""
    return tree.pos[token] == "PROPN" or tree.child(token, _DETERMINED) is not None


Rule = tuple[str, Callable[[Asked], int | None]]
COUNTED: tuple[Rule, ...] = (
    ("holder of a share", _holder),
    ("possessor", _possessor),
    ("complement", _complement),
    ("doer", _doer),
    ("described", _described),
    ("listed place", _listed_place),
    ("noun above", _noun_above),
    ("clause", _clause),
    ("place within", _within),
    ("scene", _scene),
    ("agent", _agent),
    ("attended", _attended),
    ("elsewhere", _elsewhere),
    ("others within", _others_within),
    ("place of the complement", _place_of_complement),
    ("name within", _name_within),
)
"""Whose the things are that are counted: owner and agent before event and place."""
MEASURED: tuple[Rule, ...] = (
    ("holder of a share", _holder),
    ("own place", _own_place),
    ("possessor", _possessor),
    ("complement", _complement),
    ("before brackets", _before_brackets),
    ("place within", _within),
    ("doer", _doer),
    ("described", _described),
    ("its place", _its_place),
    ("noun above", _noun_above),
    ("scene", _scene),
    ("agent", _agent),
    ("clause", _clause),
    ("printed behind", _printed_behind),
    ("others within", _others_within),
    ("name within", _name_within),
)
"""Who or what has a property: what stands in its own phrase before what else its clause tells."""


IN_A_RELATIVE: tuple[Rule, ...] = (
    ("possessor", _possessor),
    ("complement", _complement),
    ("place within", _within),
)
"""The same where a relative clause tells how much: what the clause around it does is not of the figure."""


def subject_of(asked: Asked) -> int | None:
    """The head of the subject; `None` where the sentence does not tell it."""
    for _, rule in COUNTED if asked.counted else IN_A_RELATIVE if _is_relative(asked) else MEASURED:
        token = rule(asked)
        if token is not None and (found := named(asked.tree, token, asked.span)) not in (None, asked.nominal):
            return found
    return None


def _is_relative(asked: Asked) -> bool:
    """Whether what is measured is the noun of the relative clause that tells how much ("a unit which is equal to")."""
    tree, token = asked.tree, asked.anchor
    for _ in range(_MAX_STEPS):
        if tree.deps[token] == "acl:relcl":
            return tree.heads[token] == asked.nominal
        token = tree.heads[token]
    return False
