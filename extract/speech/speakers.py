"""Who speaks: from a cue ("said", "according to") to the words that name its speaker."""

from __future__ import annotations

from collections.abc import Mapping

from extract.speech.reporting import EXPLETIVE
from extract.syntax import Tree
from extract.types import Mention, Phrase

SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
PASSIVE_SUBJECTS = frozenset(("nsubj:pass",))
RELATIVES = frozenset(("who", "which", "that", "whom"))
CLAUSES_OF_A_NOUN = frozenset(("acl", "acl:relcl"))
SHARES_SUBJECT = frozenset(("conj", "xcomp", "advcl"))
QUOTED_AS = frozenset(("quote", "cite", "report"))  # "was quoted as saying": the subject speaks
MAX_STEPS = 6  # from a participle or a coordinated verb up to the one with the subject
LEFT_OUT = frozenset(("acl:relcl", "acl", "appos", "parataxis", "advcl", "dep", "discourse", "cop", "mark", "advmod"))


def speaker_of(tree: Tree, cue: int) -> int | None:
    """The head of the words that name who speaks by this verb."""
    for _ in range(MAX_STEPS):
        subject = tree.child(cue, SUBJECTS)
        if subject is not None:
            return named(tree, subject, cue)
        if tree.child(cue, PASSIVE_SUBJECTS) is not None:
            return passive_speaker(tree, cue)
        dep, head = tree.deps[cue], tree.heads[cue]
        if dep in CLAUSES_OF_A_NOUN and tree.tags[cue] == "VBG":
            return head
        finite = tree.tags[cue] != "VBG" and tree.child(cue, ("mark",)) is not None
        if dep not in SHARES_SUBJECT or head == cue or (dep == "advcl" and finite):
            return None
        cue = head
    return None


def named(tree: Tree, subject: int, cue: int) -> int | None:
    """The subject itself, or the noun that its relative pronoun stands for."""
    if tree.words[subject] in EXPLETIVE and tree.deps[cue] != "conj" and tree.child(cue, ("aux:pass",)) is not None:
        return None
    if tree.words[subject] in RELATIVES and tree.deps[cue] in CLAUSES_OF_A_NOUN:
        return tree.heads[cue]
    return subject


def passive_speaker(tree: Tree, cue: int) -> int | None:
    """Who speaks by a passive verb: the agent, or the subject of "was quoted"."""
    if tree.lemmas[cue] in QUOTED_AS:
        return tree.child(cue, PASSIVE_SUBJECTS)
    agent = tree.child(cue, ("obl:agent",))
    if agent is not None:
        return agent
    return next((o for o in tree.all(cue, ("obl",)) if any(tree.words[c] == "by" for c in tree.children[o])), None)


def speaker_phrase(tree: Tree, head: int, mention_at: Mapping[int, Mention]) -> Phrase:
    """The words that name a speaker, without what a comma or a relative clause adds.

    A name beside a description is preferred to it: of "the minister, Ana Ruiz," it is "Ana Ruiz"; a name that follows
    a title without a comma stays with it.
    """
    name = name_beside(tree, head, mention_at)
    dropped = LEFT_OUT
    if name is not None and any(tree.words[t] == "," for t in range(head, name)):
        head = name
    elif name is not None:
        dropped = LEFT_OUT - {"appos"}
    tokens = tree.trimmed(tree.subtree(head, drop=dropped, top=("case",))) or [head]
    first, last = next((r for r in tree.runs(tokens) if r[0] <= head <= r[1]), (head, head))
    start, end = tree.starts[first], tree.ends[last]
    mention = mention_at.get(head) or (None if name is None else mention_at.get(name))
    return Phrase(start, end, tree.text[start:end], None if mention is None else mention.entity)


def name_beside(tree: Tree, head: int, mention_at: Mapping[int, Mention]) -> int | None:
    """The head of a name that stands in apposition to a description."""
    name = tree.child(head, ("appos",))
    if name is None or name < head or tree.pos[name] != "PROPN":
        return None
    described, named = mention_at.get(head), mention_at.get(name)
    if described is not None and described.label == "PERSON":
        return None
    return name if tree.pos[head] != "PROPN" or (named is not None and named.label == "PERSON") else None
