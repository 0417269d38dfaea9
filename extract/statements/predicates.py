"""The words of a predicate: a verb with its auxiliaries, negation, particles and the adverbs among them.

Verbs that share one subject in a chain ("agreed to cut", "was said to have made") are one predicate. A copula's
predicate is the form of "be" alone.
"""

from __future__ import annotations

from extract.syntax import Tree

AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
OF_CLAUSE = frozenset(  # adverbs after a copula that are about the clause, not about the noun or adjective
    """
    not n't n’t never also still now then already often always usually generally probably possibly perhaps reportedly
    allegedly however therefore thus currently formerly originally once again actually really finally soon rarely
    """.split()
)
PARTICLES = frozenset("up down out off in over away back on apart along around together through".split())
MAX_CHAIN = 5


class Predicates:
    """The predicates of one tree, each by its last verb, or by the noun or adjective of its copula."""

    def __init__(self, tree: Tree):
        self.tree = tree

    def words(self, head: int) -> list[int]:
        """The words of the predicate that ends with this verb, in text order."""
        words: list[int] = []
        for verb in self.chain(head):
            words += self.group(verb, last=verb == head)
        if self.tree.deps[self.chain(head)[0]] == "conj":
            words += self.shared_words(self.chain(head)[0])
        return sorted(set(words))

    def chain(self, head: int) -> list[int]:
        """The verbs of the chain that ends here, first one first."""
        tree, chain = self.tree, [head]
        while tree.deps[chain[0]] == "xcomp" and len(chain) < MAX_CHAIN:
            governor = tree.heads[chain[0]]
            if self.next_verb(governor) != chain[0]:
                break
            chain.insert(0, governor)
        return chain

    def next_verb(self, head: int) -> int | None:
        """The verb that continues a chain after this one: "agreed" -> "cut"."""
        tree = self.tree
        thing = tree.child(head, ("obj", "iobj"))
        if thing is not None and tree.words[thing] not in RELATIVES:
            return None
        for x in tree.all(head, ("xcomp",)):
            verbal = tree.tags[x] in ("VB", "VBG", "VBN") and tree.pos[x] == "VERB"
            if x > head and (verbal or tree.child(x, ("cop",)) is not None):
                return x
        return None

    def group(self, verb: int, *, last: bool) -> list[int]:
        """A verb with its auxiliaries, negation, particles and the adverbs among them, and the "to" of a chain."""
        tree = self.tree
        copula = tree.child(verb, ("cop",))
        words = [] if copula is not None and last else [verb]
        anchor = verb if copula is None else copula
        for c in tree.children[verb]:
            dep = tree.deps[c]
            helps = dep in AUXILIARIES or dep == "compound:prt" or (dep == "mark" and tree.deps[verb] == "xcomp")
            adverb = dep == "advmod" and (tree.words[c] in NOT or (c == anchor - 1 and not tree.children[c]))
            helps = helps or (dep == "cc" and tree.words[c] == "nor")
            particle = dep == "advmod" and c == verb + 1 and tree.words[c] in PARTICLES and not tree.children[c]
            if helps or adverb or particle:
                words.append(c)
        first = min(words, default=anchor)
        between = tree.all(verb, ("advmod",))
        words += [c for c in between if first < c < anchor and not tree.children[c]]
        if copula is not None and last:
            words += self.after_copula(copula, between)
        return words

    def after_copula(self, copula: int, adverbs: list[int]) -> list[int]:
        """The adverbs right after a copula that are about the clause: "is also one of them", but "is very large"."""
        words: list[int] = []
        for c in adverbs:
            if c == copula + 1 + len(words) and self.tree.words[c] in OF_CLAUSE and not self.tree.children[c]:
                words.append(c)
        return words

    def shared_words(self, verb: int) -> list[int]:
        """Auxiliaries and the start of a chain that a coordinated verb shares with the first: "were hit and sunk"."""
        tree = self.tree
        first = tree.heads[verb]
        if tree.child(verb, ("aux", "aux:pass", "cop", *SUBJECTS)) is not None:
            return []
        if tree.tags[verb] != tree.tags[first] or tree.tags[verb] not in ("VBN", "VBG", "VB"):
            return []
        words = [c for c in tree.children[first] if tree.deps[c] in ("aux", "aux:pass")]
        if words:
            words += [c for c in tree.all(first, ("advmod",)) if tree.words[c] in NOT and c < first]
        if tree.deps[first] == "xcomp" and tree.tags[verb] == "VB":
            chain = self.chain(first)
            for governor in chain[:-1]:
                words += self.group(governor, last=False)
            if len(chain) > 1:
                words += [c for c in tree.children[first] if tree.deps[c] == "mark"]
        return words
