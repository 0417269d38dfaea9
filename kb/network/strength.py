"""How strongly names are tied, counted from what ties them. Pure, and faster than SQLite's sorting of the same.

Strength is the number of independent articles: near-duplicates count as one. Ties of kind "together" have no
direction. What is counted comes as lines: a key, a space and an article's id. The key is a name's id, or that of a
tie: the number of its kind, its source and its target, joined by commas; ids of names hold neither spaces nor commas,
and keys of ties of one strength sort as the ties do. Lines are strings, not tuples, since tens of thousands of tuples
set the garbage collector to work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, nsmallest

from kb.base.connection import Row
from kb.network.tie_rules import TIE_KINDS

TYPES = 3  # types of a tie that are told, the most frequent first
Pair = tuple[str, str]  # two entities, the lesser id first


@dataclass(frozen=True, slots=True)
class TieRow:
    """All that ties one entity to another in one way."""

    source: str  # entity
    target: str
    kind: str
    types: tuple[str, ...]  # the most frequent first; empty for "together"
    documents: int  # independent ones
    sentences: int


def nearest_of(
    lines: Sequence[str], *, but: Iterable[str], least: int, limit: int
) -> tuple[list[tuple[str, int]], int]:
    """Return names with their independent articles, the strongest first, and how many there are in all.

    :param lines: one for each tie, with the name at its other end.
    :param but: names that are left out.
    :param least: articles that a name has at the least.
    :param limit: below 0 for all of them.
    """
    times = Counter(lines)
    strengths = strengths_of(times, least=least)
    again: Counter[str] = Counter()  # ties beyond the first of a name and an article
    for line, count in times.items():
        if count > 1:
            again[line[: line.index(" ")]] += count - 1
    for id in but:
        strengths.pop(id, None)
    found = [(-count, -count - again[id], id) for id, count in strengths.items()]
    best = sorted(found) if limit < 0 else nsmallest(limit, found)
    return [(id, -count) for count, _, id in best], len(found)


def strengths_of(lines: Iterable[str], *, least: int) -> dict[str, int]:
    """Return by key the independent articles, where there are at least so many."""
    counted = Counter([line[: line.index(" ")] for line in set(lines)])
    return counted if least <= 1 else {key: count for key, count in counted.items() if count >= least}


def strongest_pairs(strengths: Mapping[str, int], limit: int) -> set[Pair]:
    """Return the pairs of names with the strongest ties, as `gathered` orders ties."""
    by_count: dict[int, list[str]] = {}
    for key, count in strengths.items():
        by_count.setdefault(count, []).append(key)
    pairs: set[Pair] = set()
    for count in sorted(by_count, reverse=True):
        keys = by_count[count]
        heapify(keys)
        while keys and len(pairs) < limit:
            _, one, other = heappop(keys).split(",")
            pairs.add((min(one, other), max(one, other)))
    return pairs


def gathered(rows: Iterable[Row]) -> list[TieRow]:
    """Return ties from rows of source, target, kind, type, article and sentence, the strongest first."""
    found: dict[tuple[str, str, str], tuple[list[str], set[str], set[int]]] = {}
    for source, target, kind, type, article, sentence in rows:
        held = found.get((source, target, kind))
        if held is None:
            found[source, target, kind] = ([type], {article}, {sentence})
        else:
            held[0].append(type)
            held[1].add(article)
            held[2].add(sentence)
    ties = (
        TieRow(*key, _frequent(types), len(articles), len(sentences))
        for key, (types, articles, sentences) in found.items()
    )
    return sorted(ties, key=lambda tie: (-tie.documents, TIE_KINDS.index(tie.kind), tie.source, tie.target))


def _frequent(types: Sequence[str]) -> tuple[str, ...]:
    counted = Counter(type for type in types if type)
    return tuple(sorted(counted, key=lambda type: (-counted[type], type))[:TYPES])
