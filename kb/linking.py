"""Documents' referents tied to entities, and untied: entities are a view over what the documents mention.

After any change the entities are what they would be had the base been built from scratch: a name alone decides for
most, and persons known by a single word are settled again whenever a document that could matter to them comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterable

from kb.connection import SqliteConnection, as_json
from kb.names import ends
from kb.resolve import COMMON_LABELS, Resolution, block_of, resolve_name, resolve_single
from kb.tallies import count_document, entities_of, refresh_names

Person = tuple[str, str]  # an entity and a word at either end of its full name

NAMED = """
    SELECT id, name, label FROM referents WHERE document = ? AND single IS NULL
"""
SINGLES_OF_DOCUMENT = """
    SELECT id, single FROM referents WHERE document = ? AND single IS NOT NULL ORDER BY id
"""
SINGLES = """
    SELECT id, document, entity FROM referents
    WHERE single = :word AND document != :document AND entity IS NOT NULL
    ORDER BY id
"""
SINGLES_OF_ENTITY = """
    SELECT id, document, entity FROM referents
    WHERE single = :word AND document != :document AND entity = :entity
    ORDER BY id
"""
SINGLES_BESIDE = f"""
    SELECT s.id, s.document, s.entity FROM referents s
    WHERE s.single = :word AND s.document != :document AND s.entity != :entity
      AND EXISTS (
          SELECT 1 FROM referents r
          JOIN referents here ON here.document = :document AND here.entity = r.entity
          WHERE r.document = s.document AND r.single IS NULL AND here.single IS NULL
            AND r.entity != :entity AND r.label NOT IN {COMMON_LABELS})
    ORDER BY s.id
"""
SET_ENTITY = "UPDATE referents SET entity = ?, score = ?, reason = ? WHERE id = ?"

ADD_ENTITY = """
    INSERT OR IGNORE INTO entities (id, name, label, block, key, first_word, last_word, documents, mentions)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
"""
KNOWN = "SELECT id FROM entities WHERE id IN (SELECT value FROM json_each(?))"

# Persons whose fuller name begins or ends with a word. What matters is whether there is none, one or more; a few more
# than two tell whether those that come or go make a difference.
FULL_NAMES = "SELECT id, key FROM entities WHERE last_word = :word OR first_word = :word LIMIT 10"
# Persons whose fuller name no text gives any more; only single names still point to them.
NO_LONGER_NAMED = """
    SELECT e.id FROM entities e
    WHERE e.id IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM aliases a WHERE a.entity = e.id AND a.key = e.key)
"""
TAKE_OUT_OF_FULL_NAMES = "UPDATE entities SET first_word = NULL, last_word = NULL WHERE id = ?"
ENDS_OF_DOCUMENT = """
    SELECT DISTINCT e.id, e.first_word, e.last_word
    FROM referents r JOIN entities e ON e.id = r.entity
    WHERE r.document = ? AND r.single IS NULL AND e.last_word IS NOT NULL
"""


def _together(one: str, other: str) -> str:
    """Return the condition that another document mentions both, looking through those of the one."""
    return f"""EXISTS (
        SELECT 1 FROM referents a
        CROSS JOIN referents b ON b.document = a.document AND b.entity = {other} AND b.single IS NULL
        WHERE a.entity = {one} AND a.single IS NULL AND a.document != :document)"""


# Whether a document, and another one with the person, both mention something. Two persons whom one text keeps apart
# are not brought together by another. Of a city in thousands of texts and a person in three, the three are read.
SHARED = f"""
    SELECT EXISTS (
        SELECT 1 FROM referents r
        JOIN entities x ON x.id = r.entity
        JOIN entities person ON person.id = :entity
        WHERE r.document = :document AND r.single IS NULL AND r.entity != :entity AND r.label NOT IN {COMMON_LABELS}
          AND CASE WHEN x.documents < person.documents THEN {_together("x.id", "person.id")}
              ELSE {_together("person.id", "x.id")} END)
    AND NOT EXISTS (
        SELECT 1 FROM referents WHERE document = :document AND entity = :entity AND single IS NULL)
"""


def link_document(conn: SqliteConnection, document: str) -> None:
    """Tie the referents of a document just inserted to entities."""
    named = _resolve_named(conn, document)
    new = _add_entities(conn, named)
    conn.executemany(SET_ENTITY, [(r.entity, r.score, r.reason, id) for id, _, _, r in named])
    for id, word in conn.execute(SINGLES_OF_DOCUMENT, (document,)).fetchall():
        _point(conn, id, _settled(conn, word, document))
    touched = entities_of(conn, document)
    count_document(conn, document, 1)
    refresh_names(conn, touched)
    _settle_others(conn, document, _persons_of(conn, document), new, SINGLES_BESIDE)


def unlink_document(conn: SqliteConnection, document: str) -> set[Person]:
    """Take a document out of all counts; return its persons for `settle_after_removal`."""
    persons = _persons_of(conn, document)
    touched = entities_of(conn, document)
    count_document(conn, document, -1)
    conn.execute("UPDATE referents SET entity = NULL WHERE document = ?", (document,))
    refresh_names(conn, touched)
    return persons


def settle_after_removal(conn: SqliteConnection, document: str, persons: set[Person]) -> None:
    """Settle anew the single names that rested on a document's persons, now that it is gone."""
    gone = _no_longer_named(conn, {entity for entity, _ in persons})
    conn.executemany(TAKE_OUT_OF_FULL_NAMES, [(entity,) for entity in sorted(gone)])
    _settle_others(conn, document, persons, gone, SINGLES_OF_ENTITY)


def _resolve_named(conn: SqliteConnection, document: str) -> list[tuple[int, str, str, Resolution]]:
    named = []
    for id, name, label in conn.execute(NAMED, (document,)):
        block = block_of(label)
        if block is not None:
            named.append((id, name, label, resolve_name(name, label, block)))
    return named


def _add_entities(conn: SqliteConnection, named: Iterable[tuple[int, str, str, Resolution]]) -> set[str]:
    """Add the entities that are not there yet and return them."""
    rows = {}
    for _, name, label, resolution in named:
        rows[resolution.entity] = _entity(resolution, name, label)
    new = rows.keys() - {row[0] for row in conn.execute(KNOWN, (as_json(rows),))}
    conn.executemany(ADD_ENTITY, [rows[id] for id in sorted(new)])
    return new


def _entity(resolution: Resolution, name: str, label: str) -> tuple[str | None, ...]:
    first, last = (ends(resolution.key) if label == "PERSON" else None) or (None, None)
    return (resolution.entity, name, label, block_of(label), resolution.key, first, last)


def _settle_others(
    conn: SqliteConnection, document: str, persons: Iterable[Person], changed: set[str], few: str
) -> None:
    """Settle the single names in other documents for which this document's persons can matter.

    A person who came into or left the base (`changed`) matters to every single name that could stand for them, unless
    two others have the name anyhow. Any other matters only when no one else has the name, and then to the `few` whom
    this document can move.
    """
    for entity, word in sorted(persons):
        full = {id for id, _ in _full_names(conn, word)}
        if entity in changed and len(full - changed) < 2:
            singles = SINGLES
        elif full == {entity}:
            singles = few
        else:
            continue
        known = {"word": word, "document": document, "entity": entity}
        for id, other, current in conn.execute(singles, known).fetchall():
            _move(conn, id, other, current, _settled(conn, word, other))


def _settled(conn: SqliteConnection, word: str, document: str) -> Resolution:
    full = _full_names(conn, word)
    beside = len(full) == 1 and bool(conn.execute(SHARED, {"document": document, "entity": full[0][0]}).fetchone()[0])
    return resolve_single(word, document, full, beside=beside)


def _full_names(conn: SqliteConnection, word: str) -> list[tuple[str, str]]:
    return conn.execute(FULL_NAMES, {"word": word}).fetchall()


def _point(conn: SqliteConnection, referent: int, resolution: Resolution) -> None:
    """Tie one single name to its entity, which is added if it is not there."""
    name = resolution.key
    conn.execute(ADD_ENTITY, _entity(resolution, name, "PERSON"))
    conn.execute(SET_ENTITY, (resolution.entity, resolution.score, resolution.reason, referent))


def _move(conn: SqliteConnection, referent: int, document: str, entity: str, resolution: Resolution) -> None:
    """Tie a single name of another document to the entity that it is now found to be."""
    if entity == resolution.entity:
        conn.execute(SET_ENTITY, (entity, resolution.score, resolution.reason, referent))
        return
    before = entities_of(conn, document)
    count_document(conn, document, -1)
    _point(conn, referent, resolution)
    count_document(conn, document, 1)
    refresh_names(conn, before | {resolution.entity})


def _persons_of(conn: SqliteConnection, document: str) -> set[Person]:
    rows = conn.execute(ENDS_OF_DOCUMENT, (document,)).fetchall()
    return {(entity, word) for entity, *words in rows for word in words}


def _no_longer_named(conn: SqliteConnection, entities: set[str]) -> set[str]:
    """Return which of these persons the base gives no fuller name for; those that vanished are among them."""
    kept = {row[0] for row in conn.execute(NO_LONGER_NAMED, (as_json(sorted(entities)),))}
    there = {row[0] for row in conn.execute(KNOWN, (as_json(sorted(entities)),))}
    return kept | (entities - there)
