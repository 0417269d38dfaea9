"""How many documents mention an entity, under which names, and so what it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby

from kb.base.connection import SqliteConnection, as_json
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
RECOUNT = """
    UPDATE entities
    SET documents = (SELECT count(DISTINCT r.document) FROM referents r WHERE r.entity = entities.id),
        mentions = (SELECT coalesce(sum(r.mentions), 0) FROM referents r WHERE r.entity = entities.id)
    WHERE id IN (SELECT value FROM json_each(?))
"""
NAMES_OF_ENTITIES = """
    SELECT r.entity, r.name, r.label, r.document FROM referents r
    WHERE r.entity IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT r.entity, m.surface, r.label, r.document
    FROM referents r JOIN mentions m ON m.referent = r.id
    WHERE r.entity IN (SELECT value FROM json_each(:ids)) AND m.form = 'name'
"""
FULL_KEYS = """
    SELECT entity, key FROM bearers
    WHERE entity IN (SELECT value FROM json_each(?)) AND (block != 'person' OR first_word IS NOT NULL)
"""
DECIDED = """
    SELECT b.entity, r.what, r.value FROM rulings r JOIN bearers b ON b.id = r.one
    WHERE r.what IN ('name', 'label') AND b.entity IN (SELECT value FROM json_each(?))
    ORDER BY r.decision
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


def recount(conn: SqliteConnection, entities: Iterable[str]) -> None:
    """Count the documents, mentions and names of entities anew."""
    ids = as_json(sorted(entities))
    conn.execute(RECOUNT, (ids,))
    conn.execute("DELETE FROM aliases WHERE entity IN (SELECT value FROM json_each(?))", (ids,))
    found = conn.execute(NAMES_OF_ENTITIES, {"ids": ids})
    names = {(entity, " ".join(name.split()), label, document) for entity, name, label, document in found}
    counted = Counter(name[:3] for name in names)
    rows = [(*name, normalise(*name[1:]).key, documents) for name, documents in sorted(counted.items())]
    conn.executemany(COUNT_ALIAS, rows)


def refresh_names(conn: SqliteConnection, entities: Iterable[str]) -> None:
    """Give entities the name that their documents now support, or that people gave; forget those without document."""
    ids = as_json(sorted(entities))
    conn.execute(FORGET_ALIASES, (ids,))
    conn.execute(FORGET_ENTITIES, (ids,))
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for entity, key in conn.execute(FULL_KEYS, (ids,)):
        keys[entity].add(key)
    decided = {(entity, what): value for entity, what, value in conn.execute(DECIDED, (ids,))}
    renamed = []
    for (entity, key, name, label), rows in groupby(conn.execute(ALIASES, (ids,)), key=lambda row: row[:4]):
        best, kind = canonical([Alias(*row[4:]) for row in rows], _shown(keys[entity], key))
        best, kind = decided.get((entity, "name"), best), decided.get((entity, "label"), kind)
        if (best, kind) != (name, label):
            renamed.append((best, kind, entity))
    conn.executemany(RENAME, renamed)


def _shown(keys: set[str], key: str) -> set[str]:
    """Return the keys of names by which an entity may be called: where it has a full name, no abbreviation."""
    return {other for other in keys if " " in other or " " not in key} | {key}
