"""Steps through a Universal Dependencies tree: a clause's subject and place, what a relative pronoun stands for.

Tokens are their indices in the tree.
"""

from __future__ import annotations

from collections.abc import Collection

from extract.syntax import Tree
from extract.units import TIME_UNITS

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl:subj")
_PLACES = frozenset("in at off near across throughout inside on along within over outside around into onto".split())
_MAX_STEPS = 12  # up the tree; deeper nesting tells nothing about a figure
_TIMES = frozenset(("time", "moment", "era"))


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
        if subject is not None:
            return base(tree, subject)
        dep = tree.deps[head]
        if dep in ("acl", "amod", "acl:relcl"):
            return tree.heads[head]
        if dep == "ROOT":
            return None
        if dep == "xcomp" and (controller := _controller(tree, head)) is not None:
            return controller
        head = tree.heads[head]
    return None


def _controller(tree: Tree, head: int) -> int | None:
    """The object that an open complement belongs to ("asked him to pay")."""
    controller = tree.child(tree.heads[head], ("obj",))
    return controller if controller is not None and controller < head else None


def is_time(tree: Tree, token: int) -> bool:
    """Whether a noun tells a time rather than a place or an owner ("the 1950s", "the century")."""
    lemma = tree.lemmas[token]
    if lemma.lower() in TIME_UNITS or lemma in _TIMES:
        return True
    return tree.text[tree.starts[token] : min(tree.starts[token] + 4, tree.ends[token])].isdigit()


def place_of(tree: Tree, verb: int, nominal: int) -> int | None:
    """Where a clause says that it happens."""
    if case(tree, verb) in _PLACES and tree.child(verb, ("cop",)) is not None:
        return verb
    places = [c for c in tree.all(verb, ("obl",)) if c != nominal and case(tree, c) in _PLACES and not is_time(tree, c)]
    return next((c for c in places if tree.pos[c] == "PROPN"), places[0] if places else None)
