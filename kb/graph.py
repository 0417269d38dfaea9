"""The whole graph at once: groups of names, the names in the middle, and those that join the rest. Uses networkx.

Every finding is told in one plain sentence with its numbers. Graphs with more names than MOST are measured on the
names that are in most articles; ways are counted from a sample of names where there are many, always the same sample.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kb.base.rows import EntityRow
from kb.network.neighbourhood import ALL_TIES, GROUP, TieFilter, Ties, conditions, parameters_of

MOST = 5_000  # names that are measured: about ten seconds with 100,000 ties
WORK = 2_000_000  # ties that are walked to count ways: a few seconds
LISTED = 10  # names or groups of each kind that are told
SEED = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A name's place in the graph."""

    entity: EntityRow
    score: float  # 0-1: share of the other names that it is tied to, or of the ways that lead through it
    words: str


@dataclass(frozen=True, slots=True)
class Community:
    """Names that are tied to one another more than to the rest."""

    entities: tuple[EntityRow, ...]  # those with the strongest ties inside first
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the whole graph looks like."""

    words: str
    central: tuple[Standing, ...]
    brokers: tuple[Standing, ...]
    communities: tuple[Community, ...]


def overview(ties: Ties, *, filters: TieFilter = ALL_TIES) -> Overview:
    """Return who stands in the middle, who joins the rest, and which names belong together."""
    graph = load_graph(ties, filters)
    entities = {row.id: row for row in ties.entities_by_id(list(graph))}
    return Overview(
        _size(graph),
        tuple(_central(graph, entities)),
        tuple(_brokers(graph, entities)),
        tuple(_communities(graph, entities)),
    )


def load_graph(ties: Ties, filters: TieFilter = ALL_TIES) -> nx.Graph[str]:
    """Return the strongest names as an undirected graph; `weight` counts the independent articles of a tie."""
    given = parameters_of(filters) | {"most": MOST}
    labelled = "WHERE label IN (SELECT value FROM json_each(:labels))" if filters.labels is not None else ""
    sql = f"""
        WITH named(id) AS MATERIALIZED (
            SELECT id FROM entities {labelled} ORDER BY documents DESC, mentions DESC, id LIMIT :most)
        SELECT min(t.source, t.target) AS one, max(t.source, t.target) AS other, count(DISTINCT {GROUP}) AS articles
        FROM ties t LEFT JOIN copies c ON c.document = t.document
        WHERE t.source IN (SELECT id FROM named) AND t.target IN (SELECT id FROM named) AND t.source != t.target
            {conditions(given)}
        GROUP BY one, other HAVING articles >= :least
        ORDER BY one, other
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(ties.db.execute(sql, given))
    return graph


def _size(graph: nx.Graph[str]) -> str:
    parts = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    if not parts:
        return "No names are tied to one another."
    apart = f" The largest connected part holds {parts[0]:,} of them." if len(parts) > 1 else ""
    return f"{len(graph):,} names are joined by {graph.number_of_edges():,} ties.{apart}"


def _central(graph: nx.Graph[str], entities: Mapping[str, EntityRow]) -> Iterable[Standing]:
    strength = dict(graph.degree(weight="weight"))
    order = sorted(graph, key=lambda name: (-graph.degree[name], -strength[name], name))
    for name in order[:LISTED]:
        degree = graph.degree[name]
        share = degree / max(1, len(graph) - 1)
        words = f"{entities[name].name} is tied to {_names(degree)}, {_percent(share)} of all the others."
        yield Standing(entities[name], share, words)


def _brokers(graph: nx.Graph[str], entities: Mapping[str, EntityRow]) -> Iterable[Standing]:
    sample = max(10, WORK // max(1, graph.number_of_edges()))
    sampled = None if sample >= len(graph) else sample
    between = nx.betweenness_centrality(graph, k=sampled, seed=SEED)
    order = sorted((name for name in graph if between[name] > 0), key=lambda name: (-between[name], name))
    single = set(nx.articulation_points(graph))
    for name in order[:LISTED]:
        share = min(1.0, between[name])
        words = f"{entities[name].name} lies on {_percent(share)} of the shortest ways between other names"
        lost = _cut_off(graph, name) if name in single else 0
        without = f"; without it, {_names(lost)} would be cut off from the rest" if lost else ""
        yield Standing(entities[name], share, f"{words}{without}.")


def _cut_off(graph: nx.Graph[str], name: str) -> int:
    """Return how many names hang on the rest by this one alone."""
    part = nx.node_connected_component(graph, name) - {name}
    rest = [len(piece) for piece in nx.connected_components(graph.subgraph(part))]
    return sum(rest) - max(rest)


def _communities(graph: nx.Graph[str], entities: Mapping[str, EntityRow]) -> Iterable[Community]:
    if not graph.number_of_edges():
        return
    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    ordered = sorted((sorted(names) for names in found if len(names) > 1), key=lambda names: (-len(names), names))
    for names in ordered[:LISTED]:
        inside = graph.subgraph(names)
        strength: dict[str, Any] = dict(inside.degree(weight="weight"))
        members = [entities[name] for name in sorted(names, key=lambda name: (-strength[name], name))]
        without = sum(graph.degree[name] for name in names) - 2 * inside.number_of_edges()
        yield Community(tuple(members), _community(members, inside.number_of_edges(), without))


def _community(members: Sequence[EntityRow], inside: int, outside: int) -> str:
    first = " and ".join(member.name for member in members[:2])
    ties = "1 tie" if inside == 1 else f"{inside:,} ties"
    return f"{_names(len(members))} around {first}: {ties} among them, {outside:,} to others."


def _names(count: int) -> str:
    return "1 name" if count == 1 else f"{count:,} names"


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.1 else f"{share:.1%}"
