"""Documents' referents tied to entities, and untied: entities are a view over what the documents mention.

After any change the entities are what they would be had the base been built from scratch: a name alone finds its
bearer, kb/bearers.py makes bearers into entities, and persons known by a single word are settled again whenever a
document that could matter to them comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.bearers import (
    add_variants,
    bearers_by_id,
    forget,
    neighbours_of,
    printed_names,
    regroup,
    seeds_of,
    told_as,
)  # fmt: skip
from kb.connection import SqliteConnection, as_json
from kb.names import ends, normalise, single_word
from kb.resolve import COMMON_LABELS, Resolution, block_of, entity_id, resolve_name, resolve_single
from kb.rulings import TAKEN_OUT, moves_of, take_out_mentions
from kb.tallies import count_document, entities_of, refresh_names

Named = tuple[int, str, str, Resolution]  # a referent, its name and label, and the bearer

Person = tuple[str, str]  # an entity and a word at either end of its full name


@dataclass(frozen=True, slots=True)
class Left:
    """What may rest on a document that goes."""

    persons: set[Person]
    bearers: set[str]  # that may belong elsewhere without it


NAMED = """
    SELECT id, name, label FROM referents
    WHERE document = ? AND single IS NULL AND label != 'DATE' AND reason IS NULL
"""
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
SET_ENTITY = "UPDATE referents SET bearer = ?, entity = ?, score = ?, reason = ? WHERE id = ?"

ADD_BEARER = """
    INSERT OR IGNORE INTO bearers (id, block, key, extra, first_word, last_word, entity, score, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?1, 1.0, 'the same name')
"""
ADD_ENTITY = """
    INSERT OR IGNORE INTO entities (id, name, label, block, key, first_word, last_word, documents, mentions)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
"""
UNTIE = "UPDATE referents SET entity = NULL, bearer = NULL, score = NULL, reason = NULL WHERE reason IS NOT ?"
FORGET_BESIDE = """
    DELETE FROM beside
    WHERE one IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids))
"""

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


def link_document(conn: SqliteConnection, document: str) -> None:
    """Tie the referents of a document just inserted to entities."""
    take_out_mentions(conn, document)
    named = _resolve_named(conn, document)
    new = _add_bearers(conn, [(resolution, name, label) for _, name, label, resolution in named])
    _tell(conn, named)
    printed_names(conn, document)
    for id, word in conn.execute(SINGLES_OF_DOCUMENT, (document,)).fetchall():
        _point(conn, id, word, _settled(conn, word, document))
    touched = entities_of(conn, document)
    count_document(conn, document, 1)
    refresh_names(conn, touched)
    _settle_regrouped(conn, regroup(conn, seeds_of(conn, document, new)))
    persons = _persons_of(conn, document)
    _settle_others(conn, document, persons, _entities_of_bearers(conn, new), SINGLES_BESIDE)


def unlink_document(conn: SqliteConnection, document: str) -> Left:
    """Take a document out of all counts; return what `settle_after_removal` needs."""
    sql = "SELECT DISTINCT bearer FROM referents WHERE document = ? AND bearer IS NOT NULL"
    bearers = {row[0] for row in conn.execute(sql, (document,))}
    persons = _persons_of(conn, document)
    touched = entities_of(conn, document)
    ahead = bearers | neighbours_of(conn, bearers)
    count_document(conn, document, -1)
    conn.execute(UNTIE + " AND document = ?", (TAKEN_OUT, document))
    conn.execute("DELETE FROM printed WHERE document = ?", (document,))
    conn.execute(FORGET_BESIDE, {"ids": as_json(sorted(bearers))})
    gone = forget(conn, bearers)
    refresh_names(conn, touched)
    return Left(persons, ahead - gone)


def settle_after_removal(conn: SqliteConnection, document: str, left: Left) -> None:
    """Settle anew what rested on a document, now that it is gone."""
    changed = regroup(conn, left.bearers)
    _settle_regrouped(conn, changed)
    gone = {entity for entity, word in left.persons if entity not in {id for id, _ in _full_names(conn, word)}}
    _settle_others(conn, document, left.persons, gone, SINGLES_OF_ENTITY)


def settle(conn: SqliteConnection, bearers: Iterable[str]) -> None:
    """Group bearers anew after a decision about them, and settle what rests on it."""
    _settle_regrouped(conn, regroup(conn, bearers))


def link_all(conn: SqliteConnection) -> None:
    """Tie all referents anew, as the rules of names and merges now have it."""
    documents = [row[0] for row in conn.execute("SELECT id FROM documents ORDER BY id")]
    conn.execute(UNTIE, (TAKEN_OUT,))
    for table in ("beside", "printed", "variants", "bearers", "aliases", "entities"):
        conn.execute(f"DELETE FROM {table}")
    _renew_keys(conn)
    for document in documents:
        link_document(conn, document)


def _renew_keys(conn: SqliteConnection) -> None:
    rows = []
    for id, name, label in conn.execute("SELECT id, name, label FROM referents WHERE number >= 0"):
        key = normalise(name, label).key
        rows.append((key, single_word(key, label), id))
    conn.executemany("UPDATE referents SET key = ?, single = ? WHERE id = ?", rows)


def _resolve_named(conn: SqliteConnection, document: str) -> list[Named]:
    named = []
    moves = moves_of(conn, document)
    for id, name, label in conn.execute(NAMED, (document,)):
        block = block_of(label)
        if block is not None:
            named.append((id, name, label, _moved(resolve_name(name, label, block), block, moves)))
    return named


def _moved(resolution: Resolution, block: str, moves: Mapping[tuple[str, str], str]) -> Resolution:
    """Return what a referent is after people set those of its document and name apart."""
    extra = moves.get((block, resolution.key))
    if extra is None:
        return resolution
    return Resolution(entity_id(block, resolution.key, extra), resolution.key, 1.0, "decided", extra)


def _add_bearers(conn: SqliteConnection, resolved: Iterable[tuple[Resolution, str, str]]) -> set[str]:
    """Add the bearers that are not there yet, each its own entity at first; return them."""
    rows = {resolution.entity: (resolution, name, label) for resolution, name, label in resolved}
    new = rows.keys() - bearers_by_id(conn, rows)
    for id in sorted(new):
        resolution, name, label = rows[id]
        first, last = (ends(resolution.key) if label == "PERSON" else None) or (None, None)
        block = block_of(label) or ""
        conn.execute(ADD_ENTITY, (id, name, label, block, resolution.key, first, last))
        conn.execute(ADD_BEARER, (id, block, resolution.key, resolution.extra, first, last))
        add_variants(conn, id, block, resolution.key, resolution.extra)
    return new


def _tell(conn: SqliteConnection, named: Sequence[Named]) -> None:
    """Write what each referent is: its bearer, and the entity that this belongs to."""
    known = bearers_by_id(conn, [resolution.entity for *_, resolution in named])
    rows = []
    for id, name, label, resolution in named:
        bearer, place = known[resolution.entity]
        rows.append((bearer.id, *told_as(name, label, None, bearer, place), id))
    conn.executemany(SET_ENTITY, rows)


def _settle_regrouped(conn: SqliteConnection, entities: set[str]) -> None:
    """Settle the single names that could stand for persons whose bearers are now others."""
    words = {word for row in conn.execute(ENDS_OF_ENTITIES, (as_json(sorted(entities)),)) for word in row}
    for word in sorted(words):
        for id, document, current in conn.execute(SINGLES, {"word": word, "document": ""}).fetchall():
            _move(conn, id, document, current, _settled(conn, word, document))


def _entities_of_bearers(conn: SqliteConnection, bearers: Iterable[str]) -> set[str]:
    return {place.entity for _, place in bearers_by_id(conn, bearers).values()}


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
    moves = moves_of(conn, document)
    if ("person", word) in moves:
        return _moved(Resolution("", word, 1.0, ""), "person", moves)
    full = _full_names(conn, word)
    beside = len(full) == 1 and bool(conn.execute(SHARED, {"document": document, "entity": full[0][0]}).fetchone()[0])
    return resolve_single(word, document, full, beside=beside)


def _full_names(conn: SqliteConnection, word: str) -> list[tuple[str, str]]:
    return conn.execute(FULL_NAMES, {"word": word}).fetchall()


def _point(conn: SqliteConnection, referent: int, word: str, resolution: Resolution) -> str:
    """Tie one single name to its own bearer, or to the person of a fuller name; return the entity."""
    if resolution.key != word:
        told = (resolution.entity, resolution.score, resolution.reason)
        conn.execute(SET_ENTITY, (None, *told, referent))
        return resolution.entity
    _add_bearers(conn, [(resolution, resolution.key, "PERSON")])
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


def _persons_of(conn: SqliteConnection, document: str) -> set[Person]:
    rows = conn.execute(ENDS_OF_DOCUMENT, (document,)).fetchall()
    return {(entity, word) for entity, *words in rows for word in words}
