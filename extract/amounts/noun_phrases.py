"""The words of a noun that a record shows: whole names, else the noun with its modifiers, without article or number.

Behind the noun its complement is kept where that tells of which ("participants with a fever", "rates of interest").
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.amounts.clauses import case
from extract.syntax import Tree
from extract.types import Mention, Phrase

_KEPT = frozenset(("compound", "amod", "flat", "nmod:desc", "goeswith", "fixed", "compound:prt"))
_BEHIND = frozenset(("flat", "compound", "goeswith"))
_NEVER_FIRST = frozenset(("CCONJ", "DET", "PUNCT", "ADP"))
_TELLING = frozenset(("of", "with", "without", "under", "from", "in"))
_MAX_WORDS = 8
_MAX_BEHIND = 6  # words of a complement


def phrase(
    tree: Tree, noun: int, without: tuple[int, int], mention_at: Mapping[int, Mention], apart: int | None = None
) -> Phrase:
    """The phrase around a noun.

    :param without: first and last token, inclusive, of the figure, which is left out
    :param apart: a noun that is shown by itself and left out too
    """
    mention = mention_at.get(noun)
    if mention is not None and mention.end - mention.start < 120:
        return Phrase(mention.start, mention.end, mention.surface, mention.entity)
    first, last = _first(tree, noun, without), _last(tree, noun, without, apart)
    start, end = tree.starts[first], tree.ends[last]
    return Phrase(start, end, tree.text[start:end], mention.entity if mention else None)


def _first(tree: Tree, noun: int, without: tuple[int, int]) -> int:
    """The first word of the modifiers right before a noun."""
    first, (low, high) = noun, without
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
    return first


def _last(tree: Tree, noun: int, without: tuple[int, int], apart: int | None) -> int:
    """The last word of what right behind a noun belongs to it."""
    last, (low, high) = noun, without
    for token in tree.children[noun]:
        if token < noun:
            continue
        if low <= token <= high or not (tree.deps[token] in _BEHIND and token == last + 1):
            break
        last = token
    if tree.pos[noun] != "NOUN":
        return last
    for token in tree.all(noun, ("nmod",)):
        words = tree.subtree(token) if token > last and case(tree, token) in _TELLING else []
        if not words or words[0] != last + 1 or len(words) > _MAX_BEHIND or words[-1] - last != len(words):
            break
        if apart in words or any(low <= word <= high for word in words):
            break
        last = words[-1]
    return last
