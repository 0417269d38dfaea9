"""How many documents mention an entity, under which names, and so what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kb.connection import SqliteConnection, as_json
from kb.names import normalise
from kb.resolve import Alias, canonical

COUNT_ENTITIES = """
    UPDATE entities
    SET documents = documents + :step,
        mentions = mentions + :step * (
            SELECT sum(r.mentions) FROM referents r WHERE r.document = :document AND r.entity = entities.id)
    WHERE id IN (SELECT entity FROM referents WHERE document = :document)
"""
NAMES_OF_DOCUMENT = """
    SELECT r.entity, r.name, r.label FROM referents r WHERE r.document = :document AND r.entity IS NOT NULL
    UNION
    SELECT r.entity, m.surface, r.label
    FROM referents r JOIN mentions m ON m.referent = r.id
    WHERE r.document = :document AND r.entity IS NOT NULL AND m.form = 'name'
"""
COUNT_ALIAS = """
    INSERT INTO aliases (entity, name, label, key, documents) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (entity, name, label) DO UPDATE SET documents = documents + excluded.documents
"""
ALIASES = """
    SELECT a.entity, e.key, e.name, e.label, a.name, a.label, a.key, a.documents
    FROM aliases a JOIN entities e ON e.id = a.entity
    WHERE a.entity IN (SELECT value FROM json_each(?))
    ORDER BY a.entity
"""
FORGET_ALIASES = "DELETE FROM aliases WHERE documents = 0 AND entity IN (SELECT value FROM json_each(?))"
FORGET_ENTITIES = "DELETE FROM entities WHERE documents = 0 AND id IN (SELECT value FROM json_each(?))"
RENAME = "UPDATE entities SET name = ?, label = ? WHERE id = ?"


def entities_of(conn: SqliteConnection, document: str) -> set[str]:
    """Return the ids of the entities that a document mentions."""
    sql = "SELECT entity FROM referents WHERE document = ? AND entity IS NOT NULL"
    return {row[0] for row in conn.execute(sql, (document,))}


def count_document(conn: SqliteConnection, document: str, step: int) -> None:
    """Add the document to the counts of its entities and their names, or take it out when `step` is -1."""
    conn.execute(COUNT_ENTITIES, {"document": document, "step": step})
    found = conn.execute(NAMES_OF_DOCUMENT, {"document": document})
    names = {(entity, " ".join(name.split()), label) for entity, name, label in found}
    rows = [(entity, name, label, normalise(name, label).key, step) for entity, name, label in sorted(names)]
    conn.executemany(COUNT_ALIAS, rows)


def refresh_names(conn: SqliteConnection, entities: Iterable[str]) -> None:
    """Give entities the name that their documents now support; forget those that no document mentions."""
    ids = as_json(sorted(entities))
    conn.execute(FORGET_ALIASES, (ids,))
    conn.execute(FORGET_ENTITIES, (ids,))
    renamed = []
    for (entity, key, name, label), rows in groupby(conn.execute(ALIASES, (ids,)), key=lambda row: row[:4]):
        best = canonical([Alias(*row[4:]) for row in rows], key)
        if best != (name, label):
            renamed.append((*best, entity))
    conn.executemany(RENAME, renamed)
