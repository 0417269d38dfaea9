"""The shortest ways from one entity to another, each step with a sentence that is cited for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kb.base.connection import as_json
from kb.base.rows import EntityRow
from kb.network.neighbourhood import ALL_TIES, GROUP, TieFilter, Ties, TieSentence, conditions, parameters_of

FARTHEST = 6  # steps: a longer way says nothing about two names

Steps = dict[str, dict[str, int]]  # a name, those it was reached from one step before, and how strongly


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way."""

    source: EntityRow
    target: EntityRow
    documents: int  # independent articles that tie the two
    evidence: TieSentence  # the clearest sentence; it may tie them the other way round


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one entity to another."""

    hops: tuple[Hop, ...]


def find_paths(ties: Ties, one: str, other: str, *, filters: TieFilter = ALL_TIES, limit: int = 3) -> list[Path]:
    """Return at most `limit` of the shortest ways between two entities, the one with the strongest weakest tie first.

    None when they are the same, not tied at all, or only by more than FARTHEST steps.
    """
    if one == other:
        return []
    from_one, from_other = _meet(ties, one, other, filters)
    meeting = from_one[-1].keys() & from_other[-1].keys()
    ways = [
        (min(before[0], after[0]), before[1] + after[1][::-1][1:])
        for name in sorted(meeting)
        for before in _ways(from_one, name, limit)
        for after in _ways(from_other, name, limit)
    ]
    best = sorted(ways, key=lambda way: (-way[0], way[1]))[:limit]
    return [Path(tuple(_hops(ties, names, filters))) for _, names in best]


def _meet(ties: Ties, one: str, other: str, filters: TieFilter) -> tuple[list[Steps], list[Steps]]:
    """Go step by step from both ends, always from the side with fewer names, until the two sides meet."""
    sides: tuple[list[Steps], list[Steps]] = ([{one: {}}], [{other: {}}])
    passing = replace(filters, labels=None)  # a way may lead through names of any kind
    for _ in range(FARTHEST):
        side = min(sides, key=lambda side: len(side[-1]))
        side.append(_step(ties, side, passing))
        if not side[-1] or sides[0][-1].keys() & sides[1][-1].keys():
            break
    return sides


def _step(ties: Ties, side: Sequence[Steps], filters: TieFilter) -> Steps:
    reached = {name for steps in side for name in steps}
    found: Steps = {}
    for before, name, documents in _tied(ties, list(side[-1]), filters):
        if name not in reached:
            found.setdefault(name, {})[before] = documents
    return found


def _tied(ties: Ties, entities: Sequence[str], filters: TieFilter) -> Iterable[tuple[str, str, int]]:
    given = parameters_of(filters) | {"from": as_json(entities)}
    half = f"""
        FROM json_each(:from) f CROSS JOIN ties t ON t.%s = f.value
        LEFT JOIN copies c ON c.document = t.document
        WHERE t.%s IS NOT NULL {conditions(given)}"""
    sql = f"""
        SELECT one, other, count(DISTINCT article) AS articles FROM (
            SELECT t.source AS one, t.target AS other, {GROUP} AS article {half % ("source", "target")}
            UNION ALL
            SELECT t.target, t.source, {GROUP} {half % ("target", "source")})
        GROUP BY one, other HAVING articles >= :least
    """
    return ties.db.execute(sql, given)


def _ways(side: Sequence[Steps], name: str, limit: int) -> list[tuple[int, list[str]]]:
    """Return the best ways from a side's end to a name in its last step, each with the strength of its weakest tie."""
    ways: list[tuple[int, list[str]]] = [(1 << 30, [name])]
    for steps in reversed(side[1:]):
        longer = [
            (min(weakest, documents), [before, *names])
            for weakest, names in ways
            for before, documents in steps[names[0]].items()
        ]
        ways = sorted(longer, key=lambda way: (-way[0], way[1]))[:limit]
    return ways


def _hops(ties: Ties, names: Sequence[str], filters: TieFilter) -> Iterable[Hop]:
    entities = {row.id: row for row in ties.entities_by_id(names)}
    for source, target in pairwise(names):
        documents = next(count for _, name, count in _tied(ties, [source], filters) if name == target)
        evidence = ties.tie_sentences(source, target, filters=filters, limit=1)[0]
        yield Hop(entities[source], entities[target], documents, evidence)
