"""Persons whom a text knows by one word only ("Smith"): tied to the person of a fuller name, and settled anew."""

from __future__ import annotations

from collections.abc import Iterable

from kb.base.connection import SqliteConnection, as_json
from kb.merging.bearers import add_bearers, bearers_by_id, forget, regroup, told_as
from kb.merging.links import neighbours_of
from kb.merging.rulings import moves_of
from kb.merging.tallies import count_document, entities_of, refresh_names
from kb.naming.titles import titled
from kb.resolve import COMMON_LABELS, Resolution, resolve_moved, resolve_single

Person = tuple[str, str]  # an entity and a word at either end of its full name

SINGLES_OF_DOCUMENT = """
    SELECT id, single FROM referents
    WHERE document = ? AND single IS NOT NULL AND reason IS NULL ORDER BY id
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
          JOIN referents here ON here.document = :document AND here.bearer = r.bearer
          WHERE r.document = s.document AND r.single IS NULL AND here.single IS NULL
            AND r.entity != :entity AND r.label NOT IN {COMMON_LABELS})
    ORDER BY s.id
"""
NAMED = """
    SELECT substr(s.text, 1, m.start - s.start), m.surface FROM mentions m JOIN sentences s ON s.key = m.sentence
    WHERE m.referent = ? AND m.form = 'name'
"""
SET_ENTITY = "UPDATE referents SET bearer = ?, entity = ?, score = ?, reason = ? WHERE id = ?"

# Persons whose fuller name begins or ends with a word. What matters is whether there is none, one or more; a few more
# than two tell whether those that come or go make a difference.
FULL_NAMES = """
    SELECT DISTINCT e.id, e.key FROM bearers b JOIN entities e ON e.id = b.entity
    WHERE b.last_word = :word OR b.first_word = :word LIMIT 10
"""
ENDS_OF_DOCUMENT = """
    SELECT DISTINCT b.entity, b.first_word, b.last_word
    FROM referents r JOIN bearers b ON b.id = r.bearer
    WHERE r.document = ? AND b.last_word IS NOT NULL
"""
ENDS_OF_ENTITIES = """
    SELECT first_word, last_word FROM bearers
    WHERE entity IN (SELECT value FROM json_each(?)) AND last_word IS NOT NULL
"""


def _together(one: str, other: str) -> str:
    """Return the condition that another document mentions the thing as well as the person, looking through the one."""
    return f"""EXISTS (
        SELECT 1 FROM referents a
        CROSS JOIN referents b ON b.document = a.document AND {other.replace("x.", "b.")} AND b.single IS NULL
        WHERE {one.replace("x.", "a.")} AND a.single IS NULL AND a.document != :document)"""


_THING, _PERSON = "x.bearer = r.bearer", "x.entity = :entity"
# Whether a document, and another one with the person, both mention something. Two persons whom one text keeps apart
# are not brought together by another. Of a city in thousands of texts and a person in three, the three are read.
SHARED = f"""
    SELECT EXISTS (
        SELECT 1 FROM referents r
        JOIN entities thing ON thing.id = r.entity
        JOIN entities person ON person.id = :entity
        WHERE r.document = :document AND r.single IS NULL AND r.entity != :entity AND r.label NOT IN {COMMON_LABELS}
          AND CASE WHEN thing.documents < person.documents THEN {_together(_THING, _PERSON)}
              ELSE {_together(_PERSON, _THING)} END)
    AND NOT EXISTS (
        SELECT 1 FROM referents WHERE document = :document AND entity = :entity AND single IS NULL)
"""


def settle_singles(conn: SqliteConnection, document: str) -> None:
    """Tie the single names of a document whose full names are tied already."""
    for id, word in conn.execute(SINGLES_OF_DOCUMENT, (document,)).fetchall():
        _point(conn, id, word, _settled(conn, id, word, document))


def settle_regrouped(conn: SqliteConnection, entities: set[str]) -> None:
    """Settle the single names that could stand for persons whose bearers are now others."""
    words = {word for row in conn.execute(ENDS_OF_ENTITIES, (as_json(sorted(entities)),)) for word in row}
    for word in sorted(words):
        for id, document, current in conn.execute(SINGLES, {"word": word, "document": ""}).fetchall():
            _move(conn, id, document, current, _settled(conn, id, word, document))


def settle_others(
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
            _move(conn, id, other, current, _settled(conn, id, word, other))


def persons_of(conn: SqliteConnection, document: str) -> set[Person]:
    """Return the persons whom a document knows by a fuller name, with the words at either end of it."""
    rows = conn.execute(ENDS_OF_DOCUMENT, (document,)).fetchall()
    return {(entity, word) for entity, *words in rows for word in words}


def gone_of(conn: SqliteConnection, persons: Iterable[Person]) -> set[str]:
    """Return the entities of those of these persons who no longer bear the name."""
    return {entity for entity, word in persons if entity not in {id for id, _ in _full_names(conn, word)}}


def _settled(conn: SqliteConnection, referent: int, word: str, document: str) -> Resolution:
    moves = moves_of(conn, document)
    if ("person", word) in moves:
        return resolve_moved(word, "person", moves["person", word])
    full = _full_names(conn, word)
    beside = len(full) == 1 and bool(conn.execute(SHARED, {"document": document, "entity": full[0][0]}).fetchone()[0])
    gender = titled(conn.execute(NAMED, (referent,)))
    return resolve_single(word, document, full, beside=beside, gender=gender)


def _full_names(conn: SqliteConnection, word: str) -> list[tuple[str, str]]:
    return conn.execute(FULL_NAMES, {"word": word}).fetchall()


def _point(conn: SqliteConnection, referent: int, word: str, resolution: Resolution) -> str:
    """Tie one single name to its own bearer, or to the person of a fuller name; return the entity."""
    if resolution.key != word:
        told = (resolution.entity, resolution.score, resolution.reason)
        conn.execute(SET_ENTITY, (None, *told, referent))
        return resolution.entity
    add_bearers(conn, [(resolution, resolution.key, "PERSON")])
    bearer, place = bearers_by_id(conn, [resolution.entity])[resolution.entity]
    told = told_as(resolution.key, "PERSON", resolution.key, bearer, place)
    conn.execute(SET_ENTITY, (bearer.id, *told, referent))
    return told[0]


def _move(conn: SqliteConnection, referent: int, document: str, entity: str, resolution: Resolution) -> None:
    """Tie a single name of another document to the entity that it is now found to be."""
    before = entities_of(conn, document)
    own, word = conn.execute("SELECT bearer, single FROM referents WHERE id = ?", (referent,)).fetchone()
    if own == resolution.entity or (own is None and entity == resolution.entity):
        return
    count_document(conn, document, -1)
    now = _point(conn, referent, word, resolution)
    count_document(conn, document, 1)
    ahead = neighbours_of(conn, [own] if own else [])
    gone = forget(conn, [own] if own else [])
    refresh_names(conn, before | {now})
    regroup(conn, ahead - gone | ({resolution.entity} if resolution.key == word else set()))
