"""Steps through a Universal Dependencies tree: a clause's subject and place, what a relative pronoun stands for.

Tokens are their indices in the tree.
"""

from __future__ import annotations

from collections.abc import Collection

from extract.syntax import Tree
from extract.units import TIME_UNITS

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl:subj")
_PLACES = frozenset(
    "in at off near across throughout inside on along within over outside around into onto during".split()
)
_SPECIFIC = ("det", "nmod:poss", "nummod", "compound", "nmod")
_MAX_STEPS = 12  # up the tree; deeper nesting tells nothing about a figure
_TIMES = frozenset("time moment era period end beginning start spring summer autumn winter date".split())
_DATES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def child(tree: Tree, token: int, dep: str, cases: Collection[str] | None = None) -> int | None:
    """The first child with a label, and with one of these prepositions if given."""
    deps = tree.deps
    for c in tree.children[token]:
        if deps[c] == dep and (cases is None or case(tree, c) in cases):
            return c
    return None


def case(tree: Tree, token: int) -> str:
    """The preposition of a nominal in small letters; "" without one."""
    deps = tree.deps
    for c in tree.children[token]:
        if deps[c] == "case":
            return tree.words[c]
    return ""


def base(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for; any other token itself."""
    if tree.tags[token] in ("WDT", "WP", "WP$") or (tree.words[token] == "that" and tree.pos[token] == "PRON"):
        ancestor = token
        while tree.heads[ancestor] != ancestor:
            ancestor = tree.heads[ancestor]
            if tree.deps[ancestor].endswith("relcl"):
                return tree.heads[ancestor]
    return token


def clause_subject(tree: Tree, head: int) -> int | None:
    """The subject of a clause, also where another clause lends it ("agreed to cut", "a man earning")."""
    for _ in range(_MAX_STEPS):
        subject = tree.child(head, SUBJECTS)
        if subject is not None and tree.lemmas[subject] not in TIME_UNITS:
            return base(tree, subject)
        dep = tree.deps[head]
        if dep in ("acl", "amod", "acl:relcl"):
            return _described_by(tree, head)
        if dep == "ROOT":
            return None
        if dep == "xcomp" and (controller := _controller(tree, head)) is not None:
            return controller
        head = tree.heads[head]
    return None


def _described_by(tree: Tree, head: int) -> int:
    """The noun that a clause describes; of what somebody has or means to do, who that is.

    "has a plan to build", "arrested on suspicion of taking".
    """
    noun = tree.heads[head]
    if tree.deps[head] != "acl" or not (tree.tags[head] == "VB" or tree.child(head, ("mark",)) is not None):
        return noun
    owner = tree.child(noun, ("nmod:poss",))
    if owner is None and tree.deps[noun] in ("obj", "obl"):
        owner = tree.child(tree.heads[noun], SUBJECTS)
    return noun if owner is None else base(tree, owner)


def _controller(tree: Tree, head: int) -> int | None:
    """The object that an open complement belongs to ("asked him to pay")."""
    controller = tree.child(tree.heads[head], ("obj",))
    return controller if controller is not None and controller < head else None


def is_time(tree: Tree, token: int) -> bool:
    """Whether a noun tells a time rather than a place or an owner ("the 1950s", "the century")."""
    lemma = tree.lemmas[token]
    if lemma.lower() in TIME_UNITS or lemma in _TIMES or (tree.pos[token] == "PROPN" and lemma.lower() in _DATES):
        return True
    return tree.text[tree.starts[token] : min(tree.starts[token] + 4, tree.ends[token])].isdigit()


def place_of(tree: Tree, verb: int, nominal: int) -> int | None:
    """Where a clause says that it happens."""
    if case(tree, verb) in _PLACES and tree.child(verb, ("cop",)) is not None:
        return verb
    places = [c for c in tree.all(verb, ("obl",)) if c != nominal and case(tree, c) in _PLACES and _is_place(tree, c)]
    return next((c for c in places if tree.pos[c] == "PROPN"), places[0] if places else None)


def _is_place(tree: Tree, token: int) -> bool:
    """Whether a noun can tell a place: no time, and not what a clause tells its manner with ("in panic", "on foot")."""
    if is_time(tree, token):
        return False
    plain = tree.pos[token] == "NOUN" and tree.tags[token] == "NN"
    return not plain or tree.child(token, _SPECIFIC) is not None


def first_of_list(tree: Tree, token: int) -> int:
    """The first of the words that a list joins; they all stand in one relation."""
    while tree.deps[token] == "conj" and tree.heads[token] < token:
        token = tree.heads[token]
    return token


def is_amount(tree: Tree, token: int) -> bool:
    """Whether a word is a number or has one."""
    return tree.pos[token] in ("NUM", "SYM") or tree.child(token, ("nummod",)) is not None
