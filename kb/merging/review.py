"""What people should look at: merges that names suggest but do not settle, and merges that rest on little.

A proposal is looked up in the base as it stands, the likeliest first; what people decided is not proposed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.base.rows import EntityRow, SentenceRow
from kb.base.search import SENTENCE, sentence_row
from kb.merging.namesakes import difference
from kb.naming.likeness import likeness
from kb.naming.ways import found_way, label_of
from kb.resolve import COMMON_LABELS
from kb.store import Store

NAMESAKES = 0.5  # score of two bearers of one name whose contexts clash
OTHER_CONTEXT = "same name, other context"
SURE = 0.95  # a merge with this score or more is not proposed for a split
SENTENCES = 3  # shown of each side

_BEARER = "{0}.id, {0}.block, {0}.key, {0}.entity, {0}.score, {0}.reason"
_ONE, _OTHER = _BEARER.format("a"), _BEARER.format("b")
_UNDECIDED = """
    NOT EXISTS (SELECT 1 FROM rulings r WHERE r.what IN ('apart', 'same') AND r.one = a.id AND r.other = b.id)
    AND NOT EXISTS (SELECT 1 FROM rulings r WHERE r.what IN ('apart', 'same') AND r.one = b.id AND r.other = a.id)
"""
NEAR = f"""
    SELECT n.score, {_ONE}, {_OTHER}
    FROM near_names n JOIN bearers a ON a.id = n.one JOIN bearers b ON b.id = n.other
    WHERE a.entity != b.entity AND {_UNDECIDED}
    ORDER BY n.score DESC, a.block, a.key, b.key LIMIT :limit
"""
MERGED = f"""
    SELECT b.score, {_ONE}, {_OTHER}
    FROM bearers b JOIN bearers a ON a.id = b.entity
    WHERE b.entity != b.id AND b.score < {SURE} AND a.extra = '' AND b.extra = '' AND {_UNDECIDED}
    ORDER BY b.score, a.block, a.key, b.key LIMIT :limit
"""
# Bearers told from the main one of their name by their context.
TOLD_APART = f"""
    SELECT {NAMESAKES}, {_ONE}, {_OTHER.replace("b.reason", "b.extra")}
    FROM bearers b JOIN bearers a ON a.key = b.key AND a.block = b.block AND a.extra = ''
    WHERE b.extra != '' AND a.entity != b.entity AND {_UNDECIDED}
        AND EXISTS (SELECT 1 FROM contexts c WHERE c.block = b.block AND c.key = b.key AND c.context = b.extra)
    ORDER BY b.block, b.key, b.extra LIMIT :limit
"""
MAIN = """
    SELECT c.context, count(*) FROM contexts c JOIN referents r ON r.document = c.document AND r.key = c.key
    WHERE c.block = ? AND c.key = ? AND r.bearer = ? GROUP BY c.context ORDER BY 2 DESC, 1 LIMIT 1
"""
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


@dataclass(frozen=True, slots=True)
class _Found:
    do: str
    score: float
    one: _Known
    other: _Known

    @property
    def last(self) -> float:
        """What comes later has more of it."""
        return self.score if self.do == "split" else 1 - self.score


def proposals(store: Store, *, limit: int = 20) -> list[Proposal]:
    """Return what to look at: merges, the likeliest first, between them splits, the least likely to be right first."""
    found = sorted(_found(store, limit), key=lambda p: (p.last, p.one.block, p.one.key, p.other.key))
    return [_shown(store, each) for each in found[:limit]]


def _found(store: Store, limit: int) -> Iterator[_Found]:
    for do, sql in (("split", MERGED), ("merge", NEAR), ("merge", TOLD_APART)):
        for score, *sides in store.db.conn.execute(sql, {"limit": limit}):
            yield _Found(do, score, _Known(*sides[:6]), _Known(*sides[6:]))


def _apart(store: Store, one: _Known, other: _Known) -> list[str]:
    """Return what tells two bearers of one name apart."""
    found = store.db.conn.execute(MAIN, (one.block, one.key, one.id)).fetchone()
    return [OTHER_CONTEXT, difference(found[0], other.reason) if found else other.reason]


def _shown(store: Store, found: _Found) -> Proposal:
    one, other = found.one, found.other
    label = label_of(one.block)
    way = found_way(one.key, other.key, one.block)
    reasons = [other.reason] if found.do == "split" else [way.way] if way else []
    reasons += [reason for reason in likeness(one.key, label, other.key, label).reasons if reason not in reasons]
    if one.key == other.key:
        reasons = _apart(store, one, other)
    shared = [name for (name,) in store.db.conn.execute(SHARED, {"one": one.id, "other": other.id})]
    beside = f"both are named beside {', '.join(shared)}" if shared else "but no other name stands beside both"
    sides = (_side(store, one), _side(store, other))
    return Proposal(found.do, round(found.score, 3), (*reasons, beside), *sides)


def _side(store: Store, bearer: _Known) -> Side:
    entity = store.entity(bearer.entity)
    assert entity is not None
    rows = store.db.conn.execute(NAMING, {"bearer": bearer.id}).fetchall()
    return Side(entity, bearer.key, tuple(sentence_row(row) for row in rows))
