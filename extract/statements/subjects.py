"""The subject of a predicate: its own, or one shared down coordination, control, participles and relative clauses."""

from __future__ import annotations

from extract.statements.predicates import RELATIVES, SUBJECTS
from extract.syntax import Tree

MAX_STEPS = 50  # from a predicate up to the one whose subject it shares


class Subjects:
    """The subjects of the predicates of one tree, each found once."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.found: dict[int, int | None] = {}

    def of(self, head: int) -> int | None:
        """The head of the words that are the subject of this predicate word, its own or shared."""
        path: list[int] = []
        token: int | None = head
        found: int | None = None
        while token is not None and len(path) < MAX_STEPS:
            if token in self.found:
                found = self.found[token]
                break
            path.append(token)
            found, token = self.step(token)
        for token in path:
            self.found[token] = found
        return found

    def step(self, head: int) -> tuple[int | None, int | None]:
        """The subject of this predicate word itself, or else the predicate word whose subject it shares."""
        tree = self.tree
        own = tree.child(head, SUBJECTS)
        dep, above = tree.deps[head], tree.heads[head]
        if own is not None:
            return self.stood_for(head, own), None
        if above == head:
            return None, None
        if dep == "xcomp":
            controller = tree.child(above, ("obj", "iobj"))
            return (controller, None) if controller is not None else (None, above)
        if dep == "acl":
            return above, None
        coordinated = dep == "conj" and tree.pos[head] in ("VERB", "AUX", "ADJ", "NOUN")
        participle = dep == "advcl" and tree.tags[head] in ("VBG", "VBN", "VB")
        return None, above if coordinated or participle else None

    def stood_for(self, head: int, own: int) -> int:
        """The subject of a predicate word, with "there" for what it announces and the noun for a relative pronoun."""
        tree = self.tree
        there = tree.child(head, ("expl",))
        if there is not None and own > head:
            return there
        if tree.words[own] in RELATIVES and tree.tags[own] in ("WDT", "WP", "IN"):
            clause = tree.heads[head] if tree.deps[head] == "conj" else head
            if tree.deps[clause] == "acl:relcl":
                return tree.heads[clause]
        return own
