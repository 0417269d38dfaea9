"""Nouns that report: "fears that", "his warning that", "issued a statement that", and adjectives: "is adamant that".

Counted only where somebody holds what the noun names: a possessor, "of" or "by" somebody, or the subject of the verb
that the noun is the object of. "The belief that" alone is nobody's.
"""

from __future__ import annotations

from extract.speech.clauses import NOT, OPEN_HELD, denied
from extract.speech.reporting import FIRST_OR_SECOND, GIVEN, HOLDS, SPOKEN_OF
from extract.speech.speakers import speaker_of
from extract.syntax import Tree

HOLDER_CASES = frozenset(("of", "by", "from", "among", "amongst"))


def noun_clause(tree: Tree, noun: int) -> int | None:
    """The head of the clause with "that" that tells what a noun names."""
    clause = next((c for c in tree.all(noun, ("acl", "ccomp", "acl:relcl")) if said_that(tree, c)), None)
    if clause is None and tree.deps[noun] in ("nsubj", "nsubj:outer"):
        clause = predicated(tree, noun, tree.heads[noun])
    if clause is None and tree.deps[noun] in ("obj", "obl"):  # parsers hang the clause on the verb that gives the noun
        clause = next((c for c in tree.all(tree.heads[noun], ("ccomp",)) if c > noun and said_that(tree, c)), None)
    return clause


def said_that(tree: Tree, clause: int) -> bool:
    """Whether a clause opens with "that", and is whole without it."""
    marked = any(tree.words[m] == "that" for m in tree.all(clause, ("mark",)))
    return marked and tree.child(clause, ("nsubj", "nsubj:pass", "csubj", "expl")) is not None


def predicated(tree: Tree, noun: int, head: int) -> int | None:
    """The clause that "is" equates with a noun: "his hope is that they stay"."""
    if tree.lemmas[head] == "be":
        return next((c for c in tree.all(head, ("ccomp",)) if said_that(tree, c)), None)
    outer = tree.deps[noun] == "nsubj:outer" and said_that(tree, head)
    return head if outer else None


def holder(tree: Tree, noun: int) -> int | None:
    """The head of the words for who holds what a noun names."""
    owner = tree.child(noun, ("nmod:poss",))
    if owner is not None:
        return owner
    for part in tree.all(noun, ("nmod",)):
        if any(tree.words[c] in HOLDER_CASES for c in tree.all(part, ("case",))):
            return part
    verb = tree.heads[noun]
    given = tree.deps[noun] == "obj" and tree.lemmas[verb] in GIVEN and not denied(tree, verb)
    return speaker_of(tree, verb) if given and not is_open(tree, verb) else None


def is_open(tree: Tree, verb: int) -> bool:
    """Whether a verb only may happen: "could raise fears"."""
    return any(tree.words[a] in OPEN_HELD or tree.words[a] in NOT for a in tree.all(verb, ("aux", "advmod")))


def noun_report(tree: Tree, noun: int) -> tuple[int, int] | None:
    """The heads of the holder and of the clause of a noun that reports, or None."""
    clause = noun_clause(tree, noun)
    if clause is None or clause < noun:
        return None
    who = holder(tree, noun)
    if who is None or tree.words[who] in FIRST_OR_SECOND or tree.words[who] in SPOKEN_OF:
        return None
    return who, clause


def adjective_report(tree: Tree, word: int) -> tuple[int, int] | None:
    """The heads of the holder and of the clause of "is adamant that", or None."""
    clause = tree.child(word, ("ccomp",))
    who = tree.child(word, ("nsubj",))
    if clause is None or who is None or tree.lemmas[word] not in HOLDS or denied(tree, word) or is_open(tree, word):
        return None
    return None if tree.words[who] in FIRST_OR_SECOND | SPOKEN_OF else (who, clause)
