"""What people should look at: merges that names suggest but do not settle, and merges that rest on little.

A proposal is worked out from the base as it stands, the likeliest first; what people decided is not proposed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.base.rows import EntityRow, SentenceRow
from kb.base.search import SENTENCE, sentence_row
from kb.merging.namesakes import difference
from kb.naming.blocking import blocks_of, pairs
from kb.naming.likeness import likeness
from kb.naming.parts import Parts, parts_of
from kb.naming.reaching import likeness_reaching
from kb.naming.ways import clash, found_way, label_of
from kb.resolve import COMMON_LABELS
from kb.store import Store

# Names less alike than this are not shown: below it two of three pairs of the matching cases are different names.
LEAST = 0.6
NAMESAKES = 0.5  # score of two bearers of one name whose contexts clash
OTHER_CONTEXT = "same name, other context"
SURE = 0.95  # a merge with this score or more is not proposed for a split
SENTENCES = 3  # shown of each side

BEARERS = """
    SELECT b.id, b.block, b.key, b.entity, b.score, b.reason FROM bearers b
    WHERE b.extra = '' ORDER BY b.block, b.key
"""
# Bearers told from the main one of their name by their context.
TOLD_APART = """
    SELECT b.id, b.block, b.key, b.entity, b.score, b.extra FROM bearers b
    WHERE b.extra != '' AND EXISTS (SELECT 1 FROM contexts c WHERE c.block = b.block AND c.key = b.key
        AND c.context = b.extra)
    ORDER BY b.block, b.key, b.extra
"""
MAIN = """
    SELECT c.context, count(*) FROM contexts c JOIN referents r ON r.document = c.document AND r.key = c.key
    WHERE c.block = ? AND c.key = ? AND r.bearer = ? GROUP BY c.context ORDER BY 2 DESC, 1 LIMIT 1
"""
APART = "SELECT one, other FROM rulings WHERE what IN ('apart', 'same')"
# The shortest sentences that name it read fastest.
NAMING = f"""
    SELECT DISTINCT {SENTENCE} FROM referents r JOIN mentions m ON m.referent = r.id
    JOIN sentences s ON s.key = m.sentence JOIN documents d ON d.id = s.document
    WHERE r.bearer = :bearer AND m.form = 'name'
    ORDER BY length(s.text) < 40, length(s.text), s.document, s.number
    LIMIT {SENTENCES}
"""
SHARED = f"""
    SELECT DISTINCT e.name FROM referents a JOIN referents x ON x.document = a.document
    JOIN referents y ON y.entity = x.entity JOIN referents b ON b.document = y.document
    JOIN entities e ON e.id = x.entity
    WHERE a.bearer = :one AND b.bearer = :other AND x.bearer NOT IN (:one, :other) AND x.label NOT IN {COMMON_LABELS}
    ORDER BY e.documents, e.name LIMIT 3
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that a proposal is about."""

    entity: EntityRow
    name: str  # the bearer's, as it is compared
    sentences: tuple[SentenceRow, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one entity, or that are one and may not be."""

    do: str  # "merge" or "split"
    score: float  # that the two are the same, 0-1
    reasons: tuple[str, ...]
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    block: str
    key: str
    entity: str
    score: float
    reason: str


def proposals(store: Store, *, limit: int = 20) -> list[Proposal]:
    """Return what to look at: merges, the likeliest first, between them splits, the least likely to be right first."""
    known = [_Known(*row) for row in store.db.conn.execute(BEARERS)]
    found = sorted(
        [*_all(store, known), *_namesakes(store, known)], key=lambda p: (p[0], p[2].block, p[2].key, p[3].key)
    )
    return [_shown(store, do, score, one, other) for _, (do, score), one, other in found[:limit]]


_Proposed = tuple[float, tuple[str, float], _Known, _Known]


def _all(store: Store, known: Sequence[_Known]) -> Iterator[_Proposed]:
    decided = {frozenset(pair) for pair in store.db.conn.execute(APART)}
    by_id = {bearer.id: bearer for bearer in known}
    for bearer in known:
        merged = bearer.entity != bearer.id and bearer.entity in by_id
        if merged and bearer.score < SURE and frozenset((bearer.id, bearer.entity)) not in decided:
            yield bearer.score, ("split", bearer.score), by_id[bearer.entity], bearer
    blocks: defaultdict[str, list[_Known]] = defaultdict(list)
    for bearer in known:
        blocks[bearer.block].append(bearer)
    for block, bearers in blocks.items():
        parts = [parts_of(bearer.key, label_of(block)) for bearer in bearers]
        for i, j in pairs([blocks_of(part) for part in parts]):
            one, other = bearers[i], bearers[j]
            if one.entity != other.entity and frozenset((one.id, other.id)) not in decided:
                score = 0.0 if clash(parts[i], parts[j]) else _score(one, other, parts[i], parts[j])
                if score >= LEAST:
                    yield 1 - score, ("merge", score), one, other


def _namesakes(store: Store, known: Sequence[_Known]) -> Iterator[_Proposed]:
    """Yield the bearers of one name that are told apart by their contexts, each with the main one of the name."""
    main = {(bearer.block, bearer.key): bearer for bearer in known}
    decided = {frozenset(pair) for pair in store.db.conn.execute(APART)}
    for row in store.db.conn.execute(TOLD_APART).fetchall():
        other = _Known(*row)
        one = main.get((other.block, other.key))
        if one and one.entity != other.entity and frozenset((one.id, other.id)) not in decided:
            yield 1 - NAMESAKES, ("merge", NAMESAKES), one, other


def _apart(store: Store, one: _Known, other: _Known) -> list[str]:
    """Return what tells two bearers of one name apart."""
    found = store.db.conn.execute(MAIN, (one.block, one.key, one.id)).fetchone()
    return [OTHER_CONTEXT, difference(found[0], other.reason) if found else other.reason]


def _score(one: _Known, other: _Known, mine: Parts, theirs: Parts) -> float:
    """Return how likely two names mean the same, 0 where less than `LEAST`."""
    way = found_way(one.key, other.key, one.block)
    return max(likeness_reaching(LEAST, mine, theirs), way.score if way else 0.0)


def _shown(store: Store, do: str, score: float, one: _Known, other: _Known) -> Proposal:
    label = label_of(one.block)
    way = found_way(one.key, other.key, one.block)
    reasons = [other.reason] if do == "split" else [way.way] if way else []
    reasons += [reason for reason in likeness(one.key, label, other.key, label).reasons if reason not in reasons]
    if one.key == other.key:
        reasons = _apart(store, one, other)
    shared = [name for (name,) in store.db.conn.execute(SHARED, {"one": one.id, "other": other.id})]
    beside = f"both are named beside {', '.join(shared)}" if shared else "but no other name stands beside both"
    return Proposal(do, round(score, 3), (*reasons, beside), _side(store, one), _side(store, other))


def _side(store: Store, bearer: _Known) -> Side:
    entity = store.entity(bearer.entity)
    assert entity is not None
    rows = store.db.conn.execute(NAMING, {"bearer": bearer.id}).fetchall()
    return Side(entity, bearer.key, tuple(sentence_row(row) for row in rows))
