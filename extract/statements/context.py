"""What surrounds a claim: its sentence, who says it, whether it is hedged, and whom its words name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from extract.speech.reporting import ACCORDING
from extract.statements.clause_parts import Clause
from extract.statements.predicates import NOT
from extract.statements.roles import role_of
from extract.syntax import Tree
from extract.types import Argument, Claim, Mention, Phrase, Quote

OPEN_AUXILIARIES = frozenset(("may", "might", "could", "would", "should", "'d", "’d"))
HEDGES = frozenset(
    """
    reportedly allegedly apparently perhaps maybe possibly probably likely presumably supposedly seemingly potentially
    purportedly arguably unlikely
    """.split()
)  # fmt: skip
# Verbs and adjectives that leave the clause below them, or the verb they lead to, open.
OPEN_VERBS = frozenset(
    """
    seem appear expect believe think say allege rumor rumour suppose claim intend plan hope try want wish seek aim
    threaten promise propose suggest consider doubt assume imagine predict forecast likely unlikely set due
    """.split()
)  # fmt: skip
DENIALS = frozenset(("deny", "refute", "dispute"))
CONDITIONS = frozenset(("if", "unless", "whether"))
CLAUSES = frozenset("ccomp xcomp advcl acl acl:relcl conj csubj csubj:pass parataxis".split())
MAX_ABOVE = 8  # clauses above one that are looked at
NEVER_WAS = frozenset(("acl", "advcl", "xcomp"))  # an infinitive there tells of a purpose or a chance


class Context:
    """The surroundings of the claims of one text."""

    def __init__(
        self, tree: Tree, sentence_of: Sequence[int], mention_at: Mapping[int, Mention], quotes: Sequence[Quote]
    ):
        self.tree, self.sentence_of, self.mention_at = tree, sentence_of, mention_at
        self.quotes = sorted(quotes, key=lambda q: (q.start, -q.end))
        self.quote_starts = [q.start for q in self.quotes]
        self.reports = {q.cue.start: q for q in reversed(self.quotes) if q.cue is not None}
        self.question_marks = [i for i, word in enumerate(tree.words) if word == "?"]
        self.roles: dict[int, str] = {}

    def entity(self, head: int) -> int | None:
        """The entity that a phrase with this head names."""
        mention = self.mention_at.get(head)
        return None if mention is None else mention.entity

    def role(self, head: int) -> str:
        """The role of the argument with this head."""
        role = self.roles.get(head)
        if role is None:
            role = self.roles[head] = role_of(self.tree, head, self.mention_at)
        return role

    def quote_at(self, token: int) -> Quote | None:
        """The innermost quote that holds a token."""
        at = self.tree.starts[token]
        number = bisect_right(self.quote_starts, at) - 1
        for quote in self.quotes[max(number - 8, 0) : number + 1][::-1]:
            if quote.start <= at < quote.end:
                return quote
        return None

    def hedged(self, clause: Clause) -> bool:
        """Whether the words around a predicate leave its truth open."""
        tree = self.tree
        if any(tree.words[w] in OPEN_AUXILIARIES or tree.words[w] in HEDGES for w in clause.words):
            return True
        first = clause.chain[0]
        if tree.deps[first] in NEVER_WAS and tree.tags[first] == "VB" and tree.deps[clause.head] != "conj":
            return True
        if any(tree.lemmas[v] in OPEN_VERBS for v in clause.chain[:-1]):
            return True
        if any(tree.words[c] in HEDGES for c in tree.all(clause.head, ("advmod",))):
            return True
        return self.conditional(clause.head) or self.conditional_above(first)

    def asked(self, verb: int) -> bool:
        """Whether a clause is part of a question, which states nothing. "“Who?” he asked" is none but for its quote."""
        number = bisect_right(self.question_marks, verb)
        if number == len(self.question_marks):
            return False
        mark = self.question_marks[number]
        return self.sentence_of[mark] == self.sentence_of[verb] and self.quote_at(mark) is self.quote_at(verb)

    def denied(self, clause: Clause) -> bool:
        """Whether a clause is what somebody denies."""
        return clause.source == "ccomp" and self.tree.lemmas[self.tree.heads[clause.chain[0]]] in DENIALS

    def conditional(self, head: int) -> bool:
        """Whether a clause has a condition: "if it rains"."""
        tree = self.tree
        return any(self.begins_with_condition(c) for c in tree.all(head, ("advcl",)))

    def begins_with_condition(self, head: int) -> bool:
        """Whether a clause is a condition itself."""
        return any(self.tree.words[m] in CONDITIONS for m in self.tree.all(head, ("mark",)))

    def conditional_above(self, head: int) -> bool:
        """Whether a clause stands inside a condition or below a verb that leaves it open."""
        tree = self.tree
        for _ in range(MAX_ABOVE):
            if self.begins_with_condition(head):
                return True
            above = tree.heads[head]
            if tree.deps[head] not in CLAUSES or above == head:
                return False
            if tree.deps[head] == "ccomp" and any(tree.words[c] in NOT for c in tree.children[above]):
                return True  # "did not say that"
            if tree.deps[head] in ("ccomp", "xcomp") and tree.lemmas[above] in OPEN_VERBS - {"say"}:
                return True
            head = above
        return False

    def said_by(self, verb: int) -> Phrase | None:
        """What a verb of speech reports, as the quotes have it."""
        quote = self.reports.get(self.tree.starts[verb])
        if quote is None or self.interrupts(verb):
            return None
        return Phrase(quote.start, quote.end, quote.surface)

    def interrupts(self, verb: int) -> bool:
        """Whether a verb of speech stands inside what it reports: "Sales, analysts say, may double"."""
        quote = self.reports.get(self.tree.starts[verb])
        if quote is None:
            return False
        start = self.tree.starts[verb]
        return quote.start <= start < quote.end or (start < quote.start and self.tree.deps[verb] == "parataxis")

    def names_source(self, argument: int) -> bool:
        """Whether an argument names who says it: "according to officials"."""
        return any(self.tree.words[c] in ACCORDING for c in self.tree.all(argument, ("case",)))

    def claim(
        self,
        verb: int,
        subject: Phrase,
        predicate: Phrase,
        thing: Phrase | None,
        arguments: tuple[Argument, ...],
        *,
        negated: bool,
        hedged: bool,
        score: float,
    ) -> Claim:
        """The record of a claim whose predicate stands at this token."""
        quote = self.quote_at(verb)
        return Claim(
            self.sentence_of[verb],
            subject,
            predicate,
            thing,
            arguments,
            None if quote is None else quote.speaker,
            negated,
            hedged or (quote is not None and quote.speaker is None),
            score,
        )
