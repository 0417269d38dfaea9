"""The words of a noun that a record shows: whole names, else the noun with its modifiers, without article or number."""

from __future__ import annotations

from collections.abc import Mapping

from extract.syntax import Tree
from extract.types import Mention, Phrase

_KEPT = frozenset(("compound", "amod", "flat", "nmod:desc", "goeswith", "fixed", "compound:prt"))
_BEHIND = frozenset(("flat", "compound", "goeswith"))
_NEVER_FIRST = frozenset(("CCONJ", "DET", "PUNCT", "ADP"))
_MAX_WORDS = 8


def phrase(tree: Tree, noun: int, without: tuple[int, int], mention_at: Mapping[int, Mention]) -> Phrase:
    """The phrase around a noun; tokens `without` (first and last, inclusive: the figure) are left out."""
    mention = mention_at.get(noun)
    if mention is not None and mention.end - mention.start < 120:
        return Phrase(mention.start, mention.end, mention.surface, mention.entity)
    first, last, (low, high) = noun, noun, without
    for token in reversed(tree.children[noun]):
        if token > noun:
            continue
        if tree.deps[token] not in _KEPT:
            break
        words = tree.subtree(token)
        start = words[0]
        if words[-1] != first - 1 or first - start > _MAX_WORDS or low <= start <= high or low <= token <= high:
            break
        first = start
    while first < noun and tree.pos[first] in _NEVER_FIRST:
        first += 1
    for token in tree.children[noun]:
        if token < noun:
            continue
        if low <= token <= high or tree.deps[token] not in _BEHIND or token != last + 1:
            break
        last = token
    start, end = tree.starts[first], tree.ends[last]
    return Phrase(start, end, tree.text[start:end], mention.entity if mention else None)
