"""Which claims a clause makes: a main one for each subject and object, and narrower ones.

A narrower claim says one argument ("held the first workshop in" - "1982") or one noun inside an object ("is president
of" - "Chad"), for questions that ask for just that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.statements.clause_parts import Clause
from extract.statements.context import Context
from extract.statements.noun_words import NounWords
from extract.syntax import Tree
from extract.types import Phrase

MAX_CLAIMS = 16  # of one clause
INTERROGATIVES = ("WP", "WDT")
UNKNOWN_SUBJECTS = frozenset(("what", "whatever", "which", "who"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as token numbers, before it becomes a record."""

    pattern: str
    clause: Clause
    subject: int
    predicate: list[int]
    object: int | None
    object_words: list[int]
    arguments: tuple[int, ...] = ()
    said: Phrase | None = None  # speech as the object


class Drafter:
    """Finds the claims of clauses, as token numbers."""

    def __init__(self, tree: Tree, context: Context, nouns: NounWords):
        self.tree, self.context, self.nouns = tree, context, nouns

    def drafts(self, clause: Clause) -> list[Draft]:
        """All claims of a clause, the main ones first."""
        found: list[Draft] = []
        for subject in self.subjects(clause):
            if self.tree.words[subject] not in UNKNOWN_SUBJECTS:
                found += self.of_subject(clause, subject)
        return found[:MAX_CLAIMS]

    def subjects(self, clause: Clause) -> list[int]:
        """The coordinated subjects; of nouns that a clause in the singular hangs on only the nearest."""
        tree, hangs = self.tree, self.tree.heads[clause.chain[0]] == clause.subject
        subjects = self.nouns.conjuncts(clause.subject, clause.chain[0] if hangs else None)
        singular = any(tree.tags[w] == "VBZ" or tree.words[w] == "was" for w in clause.words)
        return subjects[-1:] if hangs and singular else subjects

    def of_subject(self, clause: Clause, subject: int) -> Iterator[Draft]:
        """The claims of a clause about one of its subjects."""
        arguments = tuple(a for a in clause.arguments if a != subject and not self.context.names_source(a))
        if clause.complement is None:
            yield from self.without_complement(clause, subject, arguments)
            return
        if clause.kind in ("ccomp", "told"):
            words = self.nouns.clause(clause.complement)
            yield Draft("reported", clause, subject, self.with_told(clause), clause.complement, words, arguments)
            return
        pattern = self.pattern(clause)
        predicate = self.with_told(clause) if clause.kind == "made" else self.with_indirect(clause)
        if self.tree.tags[clause.complement] in INTERROGATIVES:
            return  # "what they say": the clause is a part of another
        for number, item in enumerate(self.nouns.conjuncts(clause.complement)):
            words = self.complement_words(clause, item)
            cases = self.nouns.cases(item) if number == 0 and clause.kind != "gap" else []
            if cases and self.tree.pos[cases[0] - 1] == "PUNCT":
                cases, words = [], sorted({*cases, *words})  # was "out of control"
            lead = [*predicate, *cases]
            outside = tuple(a for a in arguments if a not in words)
            yield Draft(pattern, clause, subject, lead, item, words, outside)
            yield from self.of_noun(clause, subject, lead, item, words)
            if number == 0:
                whole = [*lead, *(w for w in self.nouns.short(item) if w not in lead)]
                yield from self.narrower(clause, subject, whole, arguments)

    def pattern(self, clause: Clause) -> str:
        """The kind of the main claim."""
        assert clause.complement is not None
        if clause.kind == "cop":
            return "adjective" if self.tree.pos[clause.complement] == "ADJ" else "copula"
        return {"gap": "gap", "expl": "existential"}.get(clause.kind, "object")

    def with_indirect(self, clause: Clause) -> list[int]:
        """The predicate with its indirect object: "gave him"."""
        indirect = self.tree.child(clause.head, ("iobj",))
        if indirect is None or indirect < clause.head:
            return clause.words
        return sorted({*clause.words, *self.nouns.of(indirect)})

    def with_told(self, clause: Clause) -> list[int]:
        """The predicate with the object of which more is said: "asked him" - "to leave", "left wells" - "dry"."""
        told = self.tree.child(clause.head, ("obj", "iobj"))
        if told is None or told < clause.head:
            return clause.words
        return [*clause.words, *self.nouns.of(told)]

    def without_complement(self, clause: Clause, subject: int, arguments: tuple[int, ...]) -> Iterator[Draft]:
        """The claims of a clause without object: its nearest argument takes the place of one."""
        said = self.context.said_by(clause.head)
        if said is not None:
            yield Draft("reported", clause, subject, clause.words, None, [], arguments, said)
            return
        near = self.nearest(clause, arguments)
        if near is None or self.tree.deps[near].startswith("advcl"):
            yield Draft("bare" if not arguments else "oblique", clause, subject, clause.words, None, [], arguments)
            return
        others = tuple(a for a in arguments if a != near)
        cases = self.nouns.cases(near)
        lead = [*clause.words, *cases]
        for number, item in enumerate(self.nouns.conjuncts(near)):
            asks = self.tree.tags[item] in INTERROGATIVES  # "with what he saw"
            words = self.nouns.clause(item) if asks else self.nouns.of(item)
            if number == 0 and self.context.role(near) == "time":
                yield Draft("oblique", clause, subject, clause.words, None, [], arguments)
            else:
                yield Draft("oblique", clause, subject, lead, item, words, others)
            yield from self.of_noun(clause, subject, lead, item, words)
        yield from self.narrower(clause, subject, clause.words, others)

    def nearest(self, clause: Clause, arguments: tuple[int, ...]) -> int | None:
        """The argument that takes the place of an object: who did it, or else the first after the verb."""
        tree = self.tree
        after = [a for a in arguments if a > clause.head and tree.deps[a] != "advmod"]
        return next((a for a in after if tree.deps[a] == "obl:agent"), after[0] if after else None)

    def narrower(self, clause: Clause, subject: int, lead: list[int], arguments: tuple[int, ...]) -> Iterator[Draft]:
        """One claim an argument: "held the first workshop in" - "1982"."""
        for argument in arguments:
            dep = self.tree.deps[argument]
            if dep == "advmod" or dep.startswith("advcl"):
                continue
            predicate = [*lead, *self.nouns.cases(argument)]
            for item in self.nouns.conjuncts(argument):
                words = self.nouns.of(item)
                yield Draft("argument", clause, subject, predicate, item, words)
                yield from self.of_noun(clause, subject, predicate, item, words)

    def of_noun(self, clause: Clause, subject: int, lead: list[int], item: int, words: list[int]) -> Iterator[Draft]:
        """What follows a noun as its object: "is president of" - "Chad"."""
        for inner in self.tree.all(item, ("nmod",)):
            cases = self.nouns.cases(inner)
            if inner > item and cases:
                below = set(self.tree.subtree(inner))
                head = [w for w in words if w < inner and w not in below]
                predicate = [*lead, *(w for w in head if w not in lead), *cases]
                for part in self.nouns.conjuncts(inner):
                    yield Draft("of", clause, subject, predicate, part, self.nouns.of(part))

    def complement_words(self, clause: Clause, item: int) -> list[int]:
        """The words of an object or predicate noun."""
        tree = self.tree
        if clause.kind != "cop" or item != clause.complement:
            return self.nouns.of(item)
        start = clause.verb
        words = [w for w in self.nouns.of(item) if w > start or w == item]
        if tree.pos[item] == "ADJ":
            words += [w for c in tree.all(item, ("xcomp", "ccomp")) if c > item for w in tree.subtree(c)]
        return tree.trimmed(sorted(set(words) - set(clause.words))) or [item]
