"""The place of a word in its sentence's tree: its role, and the way from one word to another."""

from __future__ import annotations

from extract.syntax import Tree

ROLES = {
    "nsubj": "subject", "nsubj:outer": "subject", "nsubj:pass": "subject", "csubj": "subject", "obj": "object",
    "iobj": "object", "obl": "oblique", "obl:agent": "agent", "obl:tmod": "oblique", "obl:npmod": "oblique",
    "obl:unmarked": "oblique", "nmod:poss": "possessive", "nmod": "nominal", "appos": "apposition",
    "compound": "compound", "ROOT": "root", "ccomp": "root", "parataxis": "root", "conj": "root",
}  # fmt: skip
INHERITS = frozenset(("conj", "appos", "flat", "flat:name", "flat:foreign", "nmod:desc"))
CLAUSES = frozenset(("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"))
VERBAL = frozenset(("VERB", "AUX"))
MAX_CLIMB = 25  # words from a word up to its sentence's root


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of a span that all its other words hang on; the last one when there are several."""
    for token in range(last, first - 1, -1):
        if not first <= tree.heads[token] <= last or tree.heads[token] == token:
            return token
    return last


def role_of(tree: Tree, token: int) -> tuple[str, str]:
    """The role of a noun or pronoun, and "conj", "appos" or "flat" when it has it by way of another word, else ""."""
    way = ""
    for _ in range(4):
        dep = tree.deps[token]
        if dep not in INHERITS or tree.heads[token] == token:
            break
        if dep == "conj" and tree.pos[tree.heads[token]] in VERBAL:
            break
        way = way or dep[:5]
        token = tree.heads[token]
    return ROLES.get(tree.deps[token], "other"), way


def upward(tree: Tree, token: int) -> list[int]:
    """The word and those above it, at most `MAX_CLIMB`."""
    path = [token]
    heads = tree.heads
    while heads[token] != token and len(path) < MAX_CLIMB:
        token = heads[token]
        path.append(token)
    return path


def clauses(tree: Tree, path: list[int]) -> int:
    """How many clause borders lie on a way up."""
    deps, pos, heads = tree.deps, tree.pos, tree.heads
    return sum(deps[t] in CLAUSES or (deps[t] == "conj" and pos[heads[t]] in VERBAL) for t in path)
