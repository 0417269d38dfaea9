"""The words of a noun phrase, as the parts of claims need them."""

from __future__ import annotations

from extract.syntax import Tree

MAX_CONJUNCTS = 6  # coordinated nouns that get a claim each
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
OWN_CLAUSE = ("nsubj", "nsubj:pass", "cop", "expl")
# Labels that never belong to a noun's own words, and those that do not right below it.
APART = frozenset(
    ("acl:relcl", "appos", "parataxis", "discourse", "dep", "list", "vocative", "advcl", "ccomp", "reparandum")
)
APART_BELOW = frozenset(
    "conj cc case cop mark aux aux:pass nsubj nsubj:pass nsubj:outer csubj expl obl obl:unmarked obl:agent".split()
)
AFTER_HEAD = frozenset(("nmod", "acl", "obl", "nmod:unmarked"))
QUANTITIES = frozenset(
    """
    one part number group lot majority most half third quarter percent % hundred thousand million billion dozen pair
    kind type sort series set piece portion share
    """.split()
)  # "hundreds of thrifts": what a quantity is of belongs to it


class NounWords:
    """The words of the noun phrases of one tree, each found once."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.found: dict[int, list[int]] = {}

    def of(self, head: int) -> list[int]:
        """The words of a noun phrase, without its conjuncts, preposition, clauses and appositions."""
        words = self.found.get(head)
        if words is None:
            words = self.tree.trimmed(self.tree.subtree(head, drop=APART, top=APART_BELOW)) or [head]
            if len(words) > head - words[0] + 1:
                words = self.before_aside(words, head)
            self.found[head] = words
        return words

    def before_aside(self, words: list[int], head: int) -> list[int]:
        """The words of a noun phrase up to an adjective that a comma sets off: "Johann, unable to bear it"."""
        tree = self.tree
        for c in tree.children[head]:
            if c > head and tree.deps[c] == "amod" and any(tree.words[w] == "," for w in range(head, c)):
                aside = set(tree.subtree(c))
                return tree.trimmed([w for w in words if w not in aside]) or [head]
        return words

    def conjuncts(self, head: int, before: int | None = None) -> list[int]:
        """The head and the nouns coordinated with it; the head alone where there are too many.

        :param before: only those before this token count: what follows a clause on the head is no part of it.
        """
        tree = self.tree
        if not tree.children[head]:
            return [head]
        others = [
            c
            for c in tree.all(head, ("conj",))
            if tree.pos[c] in NOMINAL and (before is None or c < before) and tree.child(c, OWN_CLAUSE) is None
        ]
        return [head, *others] if len(others) < MAX_CONJUNCTS else [head]

    def cases(self, head: int) -> list[int]:
        """The words of the preposition before a noun."""
        tree = self.tree
        return [
            w for c in tree.children[head] if tree.deps[c] == "case" and c < head for w in (c, *tree.all(c, ("fixed",)))
        ]

    def short(self, item: int) -> list[int]:
        """A noun phrase without what follows its head, but for figures and what a quantity is of."""
        tree, words = self.tree, self.of(item)
        if words[-1] == item:
            return words
        of_it = tree.pos[item] not in ("NOUN", "PROPN") or tree.lemmas[item] in QUANTITIES
        after = {
            w
            for c in tree.children[item]
            if c > item and tree.deps[c] in AFTER_HEAD and not of_it
            for w in tree.subtree(c)
        }
        return tree.trimmed([w for w in words if w not in after]) or [item]

    def clause(self, head: int) -> list[int]:
        """The words of a reported clause, without "that"."""
        words = self.tree.trimmed(self.tree.subtree(head))
        if words and self.tree.words[words[0]] == "that" and self.tree.deps[words[0]] == "mark":
            words = self.tree.trimmed(words[1:])
        return words or [head]
