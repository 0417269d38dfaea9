"""Clauses of a tree: a predicate with its subject, its complement and its arguments."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.statements.predicates import NOT, RELATIVES, Predicates
from extract.statements.subjects import Subjects
from extract.syntax import Tree

MAX_PREDICATE = 30  # words
NOT_PREDICATES = frozenset(
    "amod compound case fixed flat mark aux aux:pass cop cc det nmod nsubj obj obl iobj nmod:poss nmod:desc".split()
)
ARGUMENTS = frozenset("obl obl:agent obl:unmarked obl:tmod obl:npmod advcl advmod".split())
PLAIN_ADVERBS = frozenset(  # adverbs that tell nothing by themselves, so are no arguments
    """
    also too only just even however therefore thus moreover furthermore instead rather so then hence indeed perhaps
    maybe not n't n’t never of course additionally likewise similarly nevertheless nonetheless otherwise still yet
    as well though although first second finally further more most less very almost nearly about how why when where
    """.split()
)


@dataclass(slots=True)
class Clause:
    """One clause as token numbers."""

    head: int  # the last verb of the chain, or the noun or adjective of a copula
    verb: int  # the token that stands for the predicate: the verb, or the form of "be"
    chain: list[int]  # its verbs, first one first
    words: list[int]  # of the predicate, in text order
    subject: int  # the head of its words
    complement: int | None  # head of object, predicate noun or reported clause
    kind: str  # how the complement hangs on the predicate: its label, "cop", "gap", "told", "made" or ""
    source: str  # how the clause hangs on the sentence: its label
    negated: bool
    arguments: list[int] = field(default_factory=list)  # heads, in text order


class Clauses:
    """The clauses of one tree."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.subjects, self.predicates = Subjects(tree), Predicates(tree)

    def clause(self, head: int) -> Clause | None:
        """The clause of this predicate word; None when it has no subject or is part of a longer chain."""
        tree = self.tree
        if tree.deps[head] in NOT_PREDICATES or self.predicates.next_verb(head) is not None:
            return None
        subject = self.subjects.of(head)
        if subject is None or subject == head:
            return None
        copula = tree.child(head, ("cop",))
        if copula is None and tree.pos[head] not in ("VERB", "AUX"):
            return None
        words = self.predicates.words(head)
        if not words or len(words) > MAX_PREDICATE:
            return None
        chain = self.predicates.chain(head)
        clause = Clause(
            head=head,
            verb=head if copula is None else copula,
            chain=chain,
            words=words,
            subject=subject,
            complement=None,
            kind="",
            source=tree.deps[chain[0]],
            negated=any(tree.words[w] in NOT for w in words),
        )
        self.complete(clause, copula)
        return clause

    def complete(self, clause: Clause, copula: int | None) -> None:
        """Find the complement and the arguments."""
        tree, head = self.tree, clause.head
        if copula is not None:
            clause.complement, clause.kind = head, "cop"
        else:
            clause.complement, clause.kind = self.complement(head)
        if tree.deps[head] == "acl:relcl":
            self.fill_gap(clause, tree.heads[head])
        used = set(clause.words)
        for verb in clause.chain:
            for child in tree.children[verb]:
                if child not in used and child not in clause.chain and self.tells(child):
                    clause.arguments.append(child)
        clause.arguments.sort()

    def tells(self, child: int) -> bool:
        """Whether a word below a verb heads an argument; of adverbs, those that tell something by themselves."""
        dep, word = self.tree.deps[child], self.tree.words[child]
        if dep not in ARGUMENTS or word in RELATIVES:
            return False
        return dep != "advmod" or word not in PLAIN_ADVERBS

    def complement(self, head: int) -> tuple[int | None, str]:
        """Object, predicate noun or reported clause of a verb, and its label."""
        tree = self.tree
        told = tree.child(head, ("xcomp",))
        if told is not None and tree.child(head, ("obj", "iobj")) is not None:
            if tree.tags[told] == "VB":
                return told, "told"
            if told > head and tree.pos[told] in ("NOUN", "PROPN", "ADJ"):
                return told, "made"
        for label in ("obj", "ccomp", "xcomp"):
            child = tree.child(head, (label,))
            if child is not None and tree.words[child] not in RELATIVES:
                return child, label
        shared = self.shared_object(head)
        if shared is not None:
            return shared, tree.deps[shared]
        if tree.child(head, ("expl",)) is not None:
            child = tree.child(head, ("nsubj",))
            if child is not None and child > head:
                return child, "expl"
        return None, ""

    def shared_object(self, head: int) -> int | None:
        """The object or clause that a coordinated verb has in common with the first: "sell or merge the thrifts"."""
        tree = self.tree
        if tree.deps[head] != "conj" or tree.child(head, ("obl", "obl:agent", "advcl", "aux:pass")) is not None:
            return None
        found = tree.child(tree.heads[head], ("obj", "ccomp"))
        return found if found is not None and found > head else None

    def fill_gap(self, clause: Clause, noun: int) -> None:
        """Put the noun that a relative clause hangs on where its pronoun or gap is."""
        tree, head = self.tree, clause.head
        if clause.subject == noun:
            return
        pronoun = tree.child(head, ("obj",))
        stands_for_it = pronoun is not None and tree.words[pronoun] in RELATIVES
        left_out = clause.complement is None and tree.tags[head] != "VBN" and not self.has_relative(head)
        if stands_for_it or left_out:
            clause.complement, clause.kind = noun, "gap"

    def has_relative(self, head: int) -> bool:
        """Whether a relative word inside the clause stands for the noun already ("in which", "where")."""
        tree = self.tree
        return any(
            tree.words[c] in ("where", "when", "why", "which", "whom", "whose") for c in tree.children[head]
        ) or any(tree.words[c] in RELATIVES for o in tree.all(head, ("obl", "nsubj")) for c in (o, *tree.children[o]))
