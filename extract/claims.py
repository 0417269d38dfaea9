"""Claims: what a text states, clause by clause.

For each clause there is a main claim with all its arguments; then narrower claims that say one argument each
("held the first workshop" - "in 1982"), for questions that ask for just that; then what nouns state by themselves
(appositions, titles, possessives; see `extract.nominals`). The score orders them: narrower claims stand below main
ones. Questions, orders and fragments without a subject state nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.clauses import RELATIVES, Clause, Clauses
from extract.context import Context
from extract.nominals import Nominal, find_nominals
from extract.syntax import MAX_PHRASE, Tree, read_tree
from extract.types import Argument, Claim, Mention, Phrase, Quote

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
OWN_CLAUSE = ("nsubj", "nsubj:pass", "cop", "expl")
MAX_CONJUNCTS = 6  # coordinated subjects or objects that get a claim each
MAX_CLAIMS = 16  # of one clause
MAX_OF_SENTENCE = 300  # claims of clauses; text without sentence ends is no prose
# Labels that never belong to a noun's own words, and those that do not right below it.
APART = frozenset(("acl:relcl", "appos", "parataxis", "discourse", "dep", "list", "vocative", "advcl", "ccomp", "reparandum"))
APART_BELOW = frozenset(
    "conj cc case cop mark aux aux:pass nsubj nsubj:pass nsubj:outer csubj expl obl obl:unmarked obl:agent".split()
)
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
NOBODY = frozenset(("none", "nobody", "nothing", "neither"))
PATTERNS = {  # how reliable each kind of claim is, as measured; see tests/bench
    "object": 0.8,
    "copula": 0.8,
    "adjective": 0.7,
    "reported": 0.7,
    "oblique": 0.75,
    "bare": 0.45,
    "existential": 0.4,
    "gap": 0.5,
    "apposition": 0.6,
    "title": 0.55,
    "possessive": 0.35,
    "argument": 0.35,
    "of": 0.3,
}


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


def find_claims(
    doc: Doc, sentence_of: Sequence[int], mention_at: Mapping[int, Mention], quotes: Sequence[Quote]
) -> Iterator[Claim]:
    """Yield what the text states, in text order of the clauses.

    :param sentence_of: for each token the number of its sentence.
    :param mention_at: for a token the mention that covers it; names the entity of a subject or object.
    :param quotes: those of the text; a claim inside one gets its speaker.
    """
    tree = read_tree(doc)
    if not tree.parsed:
        return
    context = Context(tree, sentence_of, mention_at, quotes)
    writer = Writer(tree, context)
    clauses = Clauses(tree)
    left = Counter(dict.fromkeys(set(sentence_of), MAX_OF_SENTENCE))
    for token, pos in enumerate(tree.pos):
        if left[sentence_of[token]] <= 0:
            continue
        if pos == "VERB" or pos == "AUX" or tree.child(token, ("cop",)) is not None:
            clause = clauses.clause(token)
            if clause is not None:
                drafts = writer.drafts(clause)
                left[sentence_of[token]] -= len(drafts)
                yield from map(writer.claim, drafts)
        if pos == "NOUN" or pos == "PROPN":
            yield from map(writer.nominal, find_nominals(tree, token))


class Writer:
    """Turns clauses into claims."""

    def __init__(self, tree: Tree, context: Context):
        self.tree, self.context = tree, context
        self.nouns: dict[int, list[int]] = {}
        self.hedges: dict[int, bool] = {}

    def noun(self, head: int) -> list[int]:
        """The words of a noun phrase, without its conjuncts, preposition, clauses and appositions."""
        words = self.nouns.get(head)
        if words is None:
            words = self.tree.trimmed(self.tree.subtree(head, drop=APART, top=APART_BELOW)) or [head]
            if len(words) > head - words[0] + 1:
                words = self.before_aside(words, head)
            self.nouns[head] = words
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

    def drafts(self, clause: Clause) -> list[Draft]:
        """All claims of a clause, the main ones first."""
        found: list[Draft] = []
        hangs = self.tree.heads[clause.chain[0]] == clause.subject
        for subject in self.conjuncts(clause.subject, clause.chain[0] if hangs else None):
            if self.tree.words[subject] not in ("what", "whatever", "which", "who"):
                found += self.of_subject(clause, subject)
        return found[:MAX_CLAIMS]

    def of_subject(self, clause: Clause, subject: int) -> Iterator[Draft]:
        """The claims of a clause about one of its subjects."""
        arguments = tuple(a for a in clause.arguments if a != subject and not self.context.names_source(a))
        if clause.complement is None:
            yield from self.without_complement(clause, subject, arguments)
            return
        if clause.kind in ("ccomp", "told"):
            words = self.clause_words(clause.complement)
            yield Draft("reported", clause, subject, self.with_told(clause), clause.complement, words, arguments)
            return
        pattern = self.pattern(clause)
        predicate = self.with_indirect(clause)
        for number, item in enumerate(self.conjuncts(clause.complement)):
            words = self.complement_words(clause, item)
            cases = self.cases(item) if number == 0 and clause.kind != "gap" else []
            lead = [*predicate, *cases]
            yield Draft(pattern, clause, subject, lead, item, words, arguments)
            yield from self.of_noun(clause, subject, lead, item, words)
            if number == 0:
                yield from self.narrower(clause, subject, [*lead, *(w for w in self.head_words(item, words) if w not in lead)], arguments)

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
        return sorted({*clause.words, *self.noun(indirect)})

    def with_told(self, clause: Clause) -> list[int]:
        """The predicate with the object that is told something: "asked him" - "to leave"."""
        told = self.tree.child(clause.head, ("obj", "iobj"))
        if told is None or told < clause.head:
            return clause.words
        return [*clause.words, *self.noun(told)]

    def without_complement(self, clause: Clause, subject: int, arguments: tuple[int, ...]) -> Iterator[Draft]:
        """The claims of a clause without object: its nearest argument takes the place of one."""
        said = self.context.said_by(clause.head)
        if said is not None:
            yield Draft("reported", clause, subject, clause.words, None, [], arguments, said)
            return
        near = next((a for a in arguments if a > clause.head and self.tree.deps[a] != "advmod"), None)
        if near is None or self.tree.deps[near].startswith("advcl"):
            yield Draft("bare" if not arguments else "oblique", clause, subject, clause.words, None, [], arguments)
            return
        others = tuple(a for a in arguments if a != near)
        cases = self.cases(near)
        lead = [*clause.words, *cases]
        for number, item in enumerate(self.conjuncts(near)):
            words = self.noun(item)
            if number == 0 and self.context.role(near) in ("time", "place"):
                yield Draft("oblique", clause, subject, clause.words, None, [], arguments)
            else:
                yield Draft("oblique", clause, subject, lead, item, words, others)
            yield from self.of_noun(clause, subject, lead, item, words)
        yield from self.narrower(clause, subject, clause.words, others)

    def narrower(self, clause: Clause, subject: int, lead: list[int], arguments: tuple[int, ...]) -> Iterator[Draft]:
        """One claim an argument: "held the first workshop in" - "1982"."""
        for argument in arguments:
            dep = self.tree.deps[argument]
            if dep == "advmod" or dep.startswith("advcl"):
                yield Draft("argument", clause, subject, lead, None, [], (argument,))
                continue
            predicate = [*lead, *self.cases(argument)]
            for item in self.conjuncts(argument):
                words = self.noun(item)
                yield Draft("argument", clause, subject, predicate, item, words)
                yield from self.of_noun(clause, subject, predicate, item, words)

    def of_noun(self, clause: Clause, subject: int, lead: list[int], item: int, words: list[int]) -> Iterator[Draft]:
        """What follows a noun as its object: "is president of" - "Chad"."""
        for inner in self.tree.all(item, ("nmod",)):
            cases = self.cases(inner)
            if inner > item and cases:
                below = set(self.tree.subtree(inner))
                head = [w for w in words if w < inner and w not in below]
                predicate = [*lead, *(w for w in head if w not in lead), *cases]
                for part in self.conjuncts(inner):
                    yield Draft("of", clause, subject, predicate, part, self.noun(part))

    def cases(self, head: int) -> list[int]:
        """The words of the preposition before a noun."""
        tree = self.tree
        return [w for c in tree.children[head] if tree.deps[c] == "case" and c < head for w in (c, *tree.all(c, ("fixed",)))]

    def head_words(self, item: int, words: list[int]) -> list[int]:
        """A noun phrase up to its head word."""
        return [w for w in words if w <= item]

    def complement_words(self, clause: Clause, item: int) -> list[int]:
        """The words of an object or predicate noun."""
        tree = self.tree
        if clause.kind != "cop" or item != clause.complement:
            return self.noun(item)
        start = clause.verb
        words = [w for w in self.noun(item) if w > start or w == item]
        if tree.pos[item] == "ADJ":
            words += [w for c in tree.all(item, ("obl", "xcomp", "ccomp")) if c > item for w in tree.subtree(c)]
        return tree.trimmed(sorted(set(words) - set(clause.words))) or [item]

    def clause_words(self, head: int) -> list[int]:
        """The words of a reported clause without "that"."""
        words = self.tree.trimmed(self.tree.subtree(head))
        if words and self.tree.words[words[0]] == "that" and self.tree.deps[words[0]] == "mark":
            words = self.tree.trimmed(words[1:])
        return words or [head]

    def claim(self, draft: Draft) -> Claim:
        """The record of a draft."""
        tree, context = self.tree, self.context
        words = self.subject_words(draft)
        subject = tree.phrase(words, draft.subject, context.entity(draft.subject))
        thing = draft.said
        if draft.object is not None:
            thing = tree.phrase(draft.object_words, draft.object, context.entity(draft.object))
        predicate = tree.phrase(draft.predicate, draft.clause.verb)
        arguments = tuple(self.argument(a) for a in draft.arguments)
        return context.claim(
            draft.clause.head,
            subject,
            predicate,
            thing,
            arguments,
            negated=draft.clause.negated or self.none_of(draft.subject) or self.none_of(draft.object),
            hedged=self.hedged(draft.clause),
            score=PATTERNS[draft.pattern],
            pattern=draft.pattern,
        )

    def nominal(self, nominal: Nominal) -> Claim:
        """The record of what a noun states."""
        tree, context = self.tree, self.context
        subject = [w for w in self.noun(nominal.subject) if tree.words[w] not in POSSESSIVE]
        thing = self.noun(nominal.object)
        apart = set(tree.subtree(nominal.subject)) if nominal.subject != nominal.object else set()
        thing = tree.trimmed([w for w in thing if w not in apart]) or [nominal.object]
        if nominal.pattern == "title":
            subject, thing = self.split_title(nominal)
        anchor = tree.phrase([nominal.anchor], nominal.anchor)
        return context.claim(
            nominal.anchor,
            tree.phrase(subject or [nominal.subject], nominal.subject, context.entity(nominal.subject)),
            replace(anchor, full=nominal.verb),
            tree.phrase(thing, nominal.object, context.entity(nominal.object)),
            (),
            negated=False,
            hedged=False,
            score=PATTERNS[nominal.pattern],
            pattern=nominal.pattern,
        )

    def none_of(self, head: int | None) -> bool:
        """Whether words say that there is none: "no evidence", "nobody"."""
        if head is None:
            return False
        tree = self.tree
        return tree.words[head] in NOBODY or any(tree.words[c] == "no" for c in tree.all(head, ("det",)))

    def hedged(self, clause: Clause) -> bool:
        """Whether the truth of a clause is left open; the same for all its claims."""
        known = self.hedges.get(clause.head)
        if known is None:
            known = self.hedges[clause.head] = self.context.hedged(clause)
        return known

    def split_title(self, nominal: Nominal) -> tuple[list[int], list[int]]:
        """The words of the name and of its title: "Donald Trump", "U.S. President"."""
        words = self.noun(nominal.subject)
        title = self.tree.trimmed([w for w in words if w <= nominal.object]) or [nominal.object]
        return self.tree.trimmed([w for w in words if w > nominal.object]) or [nominal.subject], title

    def subject_words(self, draft: Draft) -> list[int]:
        """The words of the subject, without the clause itself where that hangs on them."""
        if self.tree.deps[draft.subject].startswith("csubj"):
            return self.tree.trimmed(self.tree.subtree(draft.subject)) or [draft.subject]
        words, first = self.noun(draft.subject), draft.clause.chain[0]
        if self.tree.heads[first] == draft.subject and first in words:
            own = set(self.tree.subtree(first))
            words = self.tree.trimmed([w for w in words if w not in own]) or [draft.subject]
        return words

    def argument(self, head: int) -> Argument:
        """The record of an argument."""
        tree = self.tree
        dropped = () if tree.deps[head].startswith("advcl") else ("acl:relcl", "parataxis", "appos")
        words = tree.trimmed(tree.subtree(head, drop=dropped)) or [head]
        first, last = next((r for r in tree.runs(words) if r[0] <= head <= r[1]), (head, head))
        start, end = tree.balanced(tree.starts[first], tree.ends[last])
        return Argument(self.context.role(head), start, end, tree.text[start:end])
