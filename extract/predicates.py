"""Clauses of a tree: the words of the predicate, its subject, its complement and its arguments.

A predicate is a verb with its auxiliaries, negation, particles and the adverbs among them; verbs that share one
subject in a chain ("agreed to cut", "was said to have made") are one predicate. A copula's predicate is the form of
"be" alone, and its complement the noun or adjective. Subjects are shared down coordination, control, participles and
relative clauses.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.syntax import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))
NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
NOUNS_CLAUSE = frozenset(("acl", "acl:relcl"))
NOT_PREDICATES = frozenset(
    "amod compound case fixed flat mark aux aux:pass cop cc det nmod nsubj obj obl iobj nmod:poss nmod:desc".split()
)
ARGUMENTS = frozenset("obl obl:agent obl:unmarked obl:tmod obl:npmod advcl advmod".split())
OBJECTS = ("obj",)
PLAIN_ADVERBS = frozenset(  # adverbs that tell nothing by themselves, so are no arguments
    """
    also too only just even however therefore thus moreover furthermore instead rather so then hence indeed perhaps
    maybe not n't n’t never of course additionally likewise similarly nevertheless nonetheless otherwise still yet
    as well though although first second finally further more most less very almost nearly about how why when where
    """.split()
)  # fmt: skip
OF_CLAUSE = frozenset(
    """
    not n't n’t never also still now then already often always usually generally probably possibly perhaps reportedly
    allegedly however therefore thus currently formerly originally once again actually really finally soon rarely
    """.split()
)
PARTICLES = frozenset("up down out off in over away back on apart along around together through".split())
MAX_CHAIN = 5


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
    borrowed: bool  # whether the subject is another clause's, or a noun that the clause hangs on
    negated: bool
    arguments: list[int] = field(default_factory=list)  # heads, in text order


class Clauses:
    """The clauses of one tree."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.subject_at: dict[int, int | None] = {}

    def clause(self, head: int) -> Clause | None:
        """The clause of this predicate word; None when it has no subject or is part of a longer chain."""
        tree = self.tree
        if tree.deps[head] in NOT_PREDICATES or self.next_verb(head) is not None:
            return None
        subject = self.subject(head)
        if subject is None or subject == head:
            return None
        copula = tree.child(head, ("cop",))
        if copula is None and tree.pos[head] not in ("VERB", "AUX"):
            return None
        words = self.predicate(head)
        if not words or len(words) > 30:
            return None
        chain = self.chain(head)
        clause = Clause(
            head=head,
            verb=head if copula is None else copula,
            chain=chain,
            words=words,
            subject=subject,
            complement=None,
            kind="",
            source=tree.deps[chain[0]],
            borrowed=tree.child(chain[0], SUBJECTS) is None,
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
        dep = self.tree.deps[child]
        return dep in ARGUMENTS and (dep != "advmod" or self.tree.words[child] not in PLAIN_ADVERBS)

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
        pronoun = tree.child(head, OBJECTS)
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

    def chain(self, head: int) -> list[int]:
        """The verbs of the chain that ends here, first one first."""
        tree, chain = self.tree, [head]
        while tree.deps[chain[0]] == "xcomp" and len(chain) < MAX_CHAIN:
            governor = tree.heads[chain[0]]
            if self.next_verb(governor) != chain[0]:
                break
            chain.insert(0, governor)
        return chain

    def predicate(self, head: int) -> list[int]:
        """The words of the predicate that ends with this verb, in text order."""
        words: list[int] = []
        for verb in self.chain(head):
            words += self.group(verb, last=verb == head)
        if self.tree.deps[self.chain(head)[0]] == "conj":
            words += self.shared_words(self.chain(head)[0])
        return sorted(set(words))

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
        words = []
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

    def subject(self, head: int) -> int | None:
        """The head of the words that are the subject of this predicate word, its own or shared."""
        path: list[int] = []
        token: int | None = head
        found: int | None = None
        while token is not None and len(path) < 50:
            if token in self.subject_at:
                found = self.subject_at[token]
                break
            path.append(token)
            found, token = self.step(token)
        for token in path:
            self.subject_at[token] = found
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
