"""What surrounds an entity: its strongest ties, the names at their other ends, and the sentences that say so.

All of it by indexes, without loading the graph. Strength is the number of independent articles: near-duplicates
count as one. Ties of kind "together" have no direction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from kb.base.connection import Connection, Row, as_json
from kb.base.rows import EntityRow, SentenceRow
from kb.base.search import SENTENCE, SENTENCE_WIDTH, sentence_row
from kb.network.strength import Pair, TieRow, gathered, nearest_of, strengths_of, strongest_pairs
from kb.network.tie_rules import TIE_KINDS

HUB = 400  # ties: a name with more of them joins all with all; no step but the first leads on from it
FEW = 150  # names: ties among these are looked up pair by pair, those among more by reading all that they have
PAIRS = 2_500  # of more than FEW names, those with the strongest ties: more lines make a felt, and a browser slow


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which ties count; what is None leaves all in."""

    kinds: tuple[str, ...] | None = None  # of kb.network.tie_rules.TIE_KINDS
    labels: tuple[str, ...] | None = None  # of the names at the other end
    document: str | None = None
    first: str | None = None  # published on or after: "2002", "2002-08" or "2002-08-19"
    last: str | None = None  # published on or before
    least: int = 1  # independent articles


ALL_TIES = TieFilter()


@dataclass(frozen=True, slots=True)
class TieSentence:
    """A sentence that ties two entities."""

    sentence: SentenceRow
    kind: str
    type: str
    source: str  # entity
    target: str
    source_start: int  # the words for the two, which may stand in another sentence of the document
    source_end: int
    target_start: int
    target_end: int
    negated: bool
    hedged: bool
    original: str  # the article that stands for this one and its near-duplicates


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The names around one, and all ties among them."""

    entities: tuple[EntityRow, ...]  # the centre first, then step by step, the strongest first
    ties: tuple[TieRow, ...]
    left_out: int  # names within reach that are not among the entities
    ties_left_out: int = 0  # ties among the entities, of pairs weaker than all that are among the ties


KIND_ORDER = "CASE t.kind " + " ".join(f"WHEN '{kind}' THEN {n}" for n, kind in enumerate(TIE_KINDS)) + " END"
KIND_NUMBER = "CASE t.kind " + " ".join(f"WHEN '{kind}' THEN '{n}'" for n, kind in enumerate(TIE_KINDS)) + " END"
GROUP = "coalesce(c.original, t.document)"
FILTERS = {
    "kinds": "t.kind IN (SELECT value FROM json_each(:kinds))",
    "document": "t.document = :document",
    "first": "t.document IN (SELECT id FROM documents WHERE published >= substr(:first, 1, length(published)))",
    "last": "t.document IN (SELECT id FROM documents WHERE substr(published, 1, length(:last)) <= :last)",
}


def conditions(parameters: Mapping[str, object]) -> str:
    """Return the conditions of a filter on ties `t`, led by AND; "" when there are none."""
    return "".join(f" AND {condition}" for name, condition in FILTERS.items() if parameters.get(name) is not None)


def parameters_of(filters: TieFilter) -> dict[str, object]:
    """Return a filter as parameters of a query."""
    given = {name: value for name, value in asdict(filters).items() if value is not None}
    return given | {name: as_json(given[name]) for name in ("kinds", "labels") if name in given}


def directed(source: str, target: str) -> str:
    """Return the columns source and target; ties without direction run from the lesser id to the greater."""
    lesser, greater = f"min({source}, {target})", f"max({source}, {target})"
    swapped = "t.kind = 'together'"
    return f"iif({swapped}, {lesser}, {source}) AS source, iif({swapped}, {greater}, {target}) AS target"


class Ties(Connection):
    """Finds ties."""

    def neighbourhood(
        self, entity: str, *, depth: int = 1, filters: TieFilter = ALL_TIES, limit: int = 60
    ) -> Neighbourhood:
        """Return at most `limit` names that are at most `depth` ties away, the strongest first, with their ties.

        Each step may take an equal part of the limit, so that a name with many ties leaves room for theirs; from a
        name with more than HUB ties no step leads on. An entity that is not in the base has no entities around it.
        """
        reached, frontier, left_out = [entity], [entity], 0
        for step in range(1, depth + 1):
            room = max(1, limit * step // depth - len(reached) + 1)
            through = frontier if step == 1 else self._no_hubs(frontier)
            near = self.nearest(through, but=reached, filters=filters, limit=room)
            left_out = (near[0][2] if near else 0) - len(near)
            frontier = [id for id, *_ in near]
            reached += frontier
        ties, ties_left_out = self._among(reached, filters)
        return Neighbourhood(self._in_order(reached), tuple(ties), left_out, ties_left_out)

    def nearest(
        self, entities: Sequence[str], *, but: Sequence[str] = (), filters: TieFilter = ALL_TIES, limit: int = -1
    ) -> list[tuple[str, int, int]]:
        """Return the names tied to any of these: id, independent articles, and how many there are in all."""
        given = parameters_of(filters) | {"from": as_json(entities)}
        narrowed = conditions(given)
        if filters.labels is not None:
            narrowed += " AND (SELECT label FROM entities WHERE id = {}) IN (SELECT value FROM json_each(:labels))"
        half = f"""
            SELECT {{0}} || ' ' || {GROUP} AS line FROM json_each(:from) f CROSS JOIN ties t ON {{1}} = f.value
            LEFT JOIN copies c ON c.document = t.document
            WHERE {{0}} IS NOT NULL {narrowed.format("{0}")}
        """
        sql = f"{half.format('t.target', 't.source')} UNION ALL {half.format('t.source', 't.target')}"
        found, all = nearest_of(self._lines(sql, given), but=but, least=filters.least, limit=limit)
        return [(id, articles, all) for id, articles in found]

    def _no_hubs(self, entities: Sequence[str]) -> list[str]:
        counted = "SELECT count(*) FROM (SELECT 1 FROM ties WHERE {} = a.value LIMIT :hub)"
        sql = f"""
            SELECT a.value FROM json_each(:from) a
            WHERE ({counted.format("source")}) + ({counted.format("target")}) < :hub
        """
        return [id for (id,) in self._rows(sql, {"from": as_json(entities), "hub": HUB})]

    def ties_among(self, entities: Sequence[str], filters: TieFilter = ALL_TIES) -> list[TieRow]:
        """Return the ties between any two of these entities, the strongest first.

        Among more than FEW entities, those are all ties of the PAIRS pairs that have the strongest.
        """
        return self._among(entities, filters)[0]

    def _among(self, entities: Sequence[str], filters: TieFilter) -> tuple[list[TieRow], int]:
        """Return the ties among these entities, and how many there are besides."""
        given = parameters_of(filters) | {"among": as_json(entities)}
        if len(entities) <= FEW:
            both = "json_each(:among) a CROSS JOIN ties t INDEXED BY ties_source ON t.source = a.value"
            inside = "t.target IN (SELECT value FROM json_each(:among))"
            return self._gathered(both, inside, filters, given), 0
        strengths = self._strengths(filters, given)
        pairs = strongest_pairs(strengths, PAIRS)
        ties = self._of_pairs(pairs, filters)
        return ties, len(strengths) - len(ties)

    def _strengths(self, filters: TieFilter, given: Mapping[str, object]) -> dict[str, int]:
        swapped = "t.kind = 'together' AND t.target < t.source"
        ends = f"iif({swapped}, t.target || ',' || t.source, t.source || ',' || t.target)"
        sql = f"""
            SELECT {KIND_NUMBER} || ',' || {ends} || ' ' || {GROUP} AS line
            FROM json_each(:among) a CROSS JOIN ties t INDEXED BY ties_source ON t.source = a.value
            LEFT JOIN copies c ON c.document = t.document
            WHERE +t.target IN (SELECT value FROM json_each(:among)) AND t.source != t.target {conditions(given)}
        """
        return strengths_of(self._lines(sql, given), least=filters.least)

    def _lines(self, sql: str, given: Mapping[str, object]) -> list[str]:
        """Return the lines that a query yields."""
        ((lines,),) = self._rows(f"SELECT json_group_array(line) FROM ({sql})", given)
        return list(json.loads(lines))

    def _of_pairs(self, pairs: set[Pair], filters: TieFilter) -> list[TieRow]:
        ways = [*pairs, *((other, one) for one, other in pairs)]
        given = parameters_of(filters) | {"ways": as_json(ways)}
        ends = [f"json_extract(w.value, '$[{n}]')" for n in (0, 1)]
        way = f"json_each(:ways) w CROSS JOIN ties t ON t.source = {ends[0]} AND t.target = {ends[1]}"
        return self._gathered(way, "TRUE", filters, given)

    def _gathered(self, ways: str, inside: str, filters: TieFilter, given: Mapping[str, object]) -> list[TieRow]:
        sql = f"""
            SELECT {directed("t.source", "t.target")}, t.kind, t.type, {GROUP}, t.sentence
            FROM {ways} LEFT JOIN copies c ON c.document = t.document
            WHERE {inside} AND t.source != t.target {conditions(given)}
        """
        return [tie for tie in gathered(self._rows(sql, given)) if tie.documents >= filters.least]

    def tie_sentences(
        self, one: str, other: str, *, filters: TieFilter = ALL_TIES, limit: int = 20
    ) -> list[TieSentence]:
        """Return sentences that tie two entities in either direction: one of every article, then more.

        Of an article and its near-duplicates, the original comes first; plain statements come before denied and
        doubtful ones, claims before quotes, and so on.
        """
        given = parameters_of(filters) | {"one": one, "other": other, "limit": limit}
        order = f"t.negated + t.hedged, {KIND_ORDER}, {GROUP} != t.document, s.document, s.number, t.id"
        sql = f"""
            SELECT {SENTENCE}, t.kind, t.type, t.source, t.target, t.source_start, t.source_end, t.target_start,
                t.target_end, t.negated, t.hedged, {GROUP},
                row_number() OVER (PARTITION BY {GROUP} ORDER BY {order}) AS turn
            FROM ties t
            LEFT JOIN copies c ON c.document = t.document
            JOIN sentences s ON s.key = t.sentence
            JOIN documents d ON d.id = s.document
            WHERE ((t.source = :one AND t.target = :other) OR (t.source = :other AND t.target = :one))
                {conditions(given)}
            ORDER BY turn, {order}
            LIMIT :limit
        """
        return [_tie_sentence(row) for row in self._rows(sql, given)]

    def _in_order(self, ids: Sequence[str]) -> tuple[EntityRow, ...]:
        found = {row.id: row for row in self.entities_by_id(ids)}
        return tuple(found[id] for id in ids if id in found)

    def entities_by_id(self, ids: Sequence[str]) -> list[EntityRow]:
        """Return the entities with these ids, without their other names, in no order."""
        sql = """
            SELECT id, name, label, mentions, documents
            FROM entities
            WHERE id IN (SELECT value FROM json_each(:ids))
        """
        rows = self._rows(sql, {"ids": as_json(ids)})
        return [EntityRow(id, name, label, (), mentions, documents) for id, name, label, mentions, documents in rows]


def _tie_sentence(row: Row) -> TieSentence:
    kind, type, source, target, *spans, negated, hedged, original, _ = row[SENTENCE_WIDTH:]
    first, second, third, fourth = spans
    doubts = (bool(negated), bool(hedged))
    return TieSentence(sentence_row(row), kind, type, source, target, first, second, third, fourth, *doubts, original)
