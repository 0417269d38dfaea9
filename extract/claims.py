"""Claims: what a text states, clause by clause.

For each clause there is a main claim with all its arguments; then narrower claims that say one argument each (see
`extract.statements.drafts`), for questions that ask for just that; then what nouns state by themselves (appositions,
titles, possessives; see `extract.statements.nominals`). The score orders them: narrower claims stand below main ones.
Questions, orders and fragments without a subject state nothing. Not covered: what a text only implies, comparisons
("more than"), and claims whose subject or object is named in another sentence, but for the pronouns that `mention_at`
resolves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.statements.clause_parts import Clause, Clauses
from extract.statements.confidence import confidence
from extract.statements.context import Context
from extract.statements.drafts import Draft, Drafter
from extract.statements.nominals import Nominal, find_nominals
from extract.statements.noun_words import NounWords
from extract.statements.predicates import NOT
from extract.syntax import Tree, read_tree
from extract.types import Argument, Claim, Mention, Quote

MAX_OF_SENTENCE = 300  # claims of clauses; text without sentence ends is no prose
NOBODY = frozenset(("none", "nobody", "nothing", "neither"))
ASIDES = ("acl:relcl", "parataxis", "appos")  # no part of an argument


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
    nouns = NounWords(tree)
    clauses, drafter, writer = Clauses(tree), Drafter(tree, context, nouns), Writer(tree, context, nouns)
    left = Counter(dict.fromkeys(set(sentence_of), MAX_OF_SENTENCE))
    for token, pos in enumerate(tree.pos):
        if left[sentence_of[token]] <= 0:
            continue
        if pos == "VERB" or pos == "AUX" or tree.child(token, ("cop",)) is not None:
            clause = clauses.clause(token)
            if clause is not None and not (context.asked(clause.head) or context.interrupts(clause.head)):
                drafts = drafter.drafts(clause)
                left[sentence_of[token]] -= len(drafts)
                yield from map(writer.claim, drafts)
        if pos == "NOUN" or pos == "PROPN":
            yield from map(writer.nominal, find_nominals(tree, token, mention_at))


class Writer:
    """Makes the records of claims."""

    def __init__(self, tree: Tree, context: Context, nouns: NounWords):
        self.tree, self.context, self.nouns = tree, context, nouns
        self.hedges: dict[int, bool] = {}

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
            draft.clause.chain[0],
            subject,
            predicate,
            thing,
            arguments,
            negated=self.negated(draft),
            hedged=self.hedged(draft.clause),
            score=self.score(draft),
        )

    def nominal(self, nominal: Nominal) -> Claim:
        """The record of what a noun states."""
        tree, context = self.tree, self.context
        subject, thing = self.nouns.of(nominal.subject), self.nouns.of(nominal.object)
        if nominal.pattern == "place":
            outer = set(thing)
            subject = tree.trimmed([w for w in subject if w not in outer])
        if nominal.pattern == "possessive":
            owner = set(tree.subtree(nominal.subject))
            thing = tree.trimmed([w for w in thing if w not in owner]) or [nominal.object]
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
            score=confidence(nominal.pattern),
        )

    def split_title(self, nominal: Nominal) -> tuple[list[int], list[int]]:
        """The words of the name and of its title: "Donald Trump", "U.S. President"."""
        words = self.nouns.of(nominal.subject)
        title = self.tree.trimmed([w for w in words if w <= nominal.object]) or [nominal.object]
        return self.tree.trimmed([w for w in words if w > nominal.object]) or [nominal.subject], title

    def score(self, draft: Draft) -> float:
        """How reliable a draft is."""
        tree, clause = self.tree, draft.clause
        return confidence(
            draft.pattern,
            clause.source,
            coordinated=tree.deps[draft.subject] == "conj",
            participle=tree.tags[clause.head] == "VBG",
        )

    def negated(self, draft: Draft) -> bool:
        """Whether a claim is denied: by "not", by "no", or because its speaker denies it."""
        says_no = draft.clause.negated or any(self.tree.words[w] == "no" for w in draft.predicate)
        says_no = says_no or any(self.tree.words[w] in NOT for w in draft.object_words[:1])  # "shoes, not bags"
        says_no = says_no or self.none_of(draft.subject) or self.none_of(draft.object)
        return says_no != self.context.denied(draft.clause)

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

    def subject_words(self, draft: Draft) -> list[int]:
        """The words of the subject, without the clause itself where that hangs on them."""
        if self.tree.deps[draft.subject].startswith("csubj"):
            return self.tree.trimmed(self.tree.subtree(draft.subject)) or [draft.subject]
        words, first = self.nouns.of(draft.subject), draft.clause.chain[0]
        if self.tree.heads[first] == draft.subject and first in words:
            own = set(self.tree.subtree(first))
            words = self.tree.trimmed([w for w in words if w not in own]) or [draft.subject]
        return words

    def argument(self, head: int) -> Argument:
        """The record of an argument."""
        tree = self.tree
        dropped = () if tree.deps[head].startswith("advcl") else ASIDES
        words = tree.trimmed(tree.subtree(head, drop=dropped)) or [head]
        first, last = next((r for r in tree.runs(words) if r[0] <= head <= r[1]), (head, head))
        start, end = tree.balanced(tree.starts[first], tree.ends[last])
        return Argument(self.context.role(head), start, end, tree.text[start:end])
