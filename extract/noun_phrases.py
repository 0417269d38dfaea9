"""The words of a noun that a record shows: whole names, else the noun with its modifiers, without article or number."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from extract.types import Mention, Phrase

_KEPT = frozenset(("compound", "amod", "flat", "nmod:desc", "goeswith", "fixed", "compound:prt"))
_MAX_WORDS = 8


def phrase(noun: Token, without: tuple[int, int], mention_at: Mapping[int, Mention]) -> Phrase:
    """The phrase around a noun; tokens `without` (first and last, inclusive: the figure) are left out."""
    doc = noun.doc
    mention = mention_at.get(noun.i)
    if mention is not None and mention.end - mention.start < 120:
        return Phrase(mention.start, mention.end, mention.surface, mention.entity)
    first = last = noun.i
    for token in sorted(noun.lefts, key=lambda t: -t.i):
        if token.dep_ not in _KEPT or token.right_edge.i != first - 1 or first - token.left_edge.i > _MAX_WORDS:
            break
        if without[0] <= token.left_edge.i <= without[1] or without[0] <= token.i <= without[1]:
            break
        first = token.left_edge.i
    while first < noun.i and doc[first].pos_ in ("CCONJ", "DET", "PUNCT", "ADP"):
        first += 1
    for token in noun.rights:
        figure = without[0] <= token.i <= without[1]
        if figure or token.dep_ not in ("flat", "compound", "goeswith") or token.i != last + 1:
            break
        last = token.i
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return Phrase(start, end, doc[first : last + 1].text, mention.entity if mention else None)
