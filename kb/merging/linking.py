"""Documents' referents tied to entities, and untied: entities are a view over what the documents mention.

After any change the entities are what they would be had the base been built from scratch: a name alone finds its
bearer, unless what the text says of it tells it from its namesakes (kb/merging/namesakes.py); kb/merging/bearers.py
makes bearers into entities; and persons known by a single word (kb/merging/singles.py) are settled again whenever a
document that could matter to them comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.base.connection import SqliteConnection, as_json
from kb.merging.bearers import add_bearers, bearers_by_id, forget, printed_names, regroup, seeds_of, told_as
from kb.merging.links import neighbours_of
from kb.merging.namesakes import enter_contexts, leave_contexts, namesakes_in
from kb.merging.rulings import TAKEN_OUT, moves_of, take_out_mentions
from kb.merging.singles import (
    SET_ENTITY,
    SINGLES_BESIDE,
    SINGLES_OF_ENTITY,
    Person,
    gone_of,
    persons_of,
    settle_others,
    settle_regrouped,
    settle_singles,
)
from kb.merging.tallies import count_document, entities_of, refresh_names
from kb.names import normalise, single_word
from kb.resolve import Resolution, block_of, resolve_moved, resolve_name, resolve_namesake

Named = tuple[int, str, str, Resolution]  # a referent, its name and label, and the bearer


@dataclass(frozen=True, slots=True)
class Left:
    """What may rest on a document that goes."""

    persons: set[Person]
    bearers: set[str]  # that may belong elsewhere without it
    documents: tuple[str, ...] = ()  # that mean another bearer without it


NAMED = """
    SELECT id, name, label FROM referents
    WHERE document = ? AND single IS NULL AND label != 'DATE' AND reason IS NULL
"""
UNTIE = "UPDATE referents SET entity = NULL, bearer = NULL, score = NULL, reason = NULL WHERE reason IS NOT ?"
FORGET_BESIDE = """
    DELETE FROM beside
    WHERE one IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids))
"""
MADE_ANEW = ("contexts", "beside", "printed", "variants", "near_names", "name_blocks", "bearers", "aliases", "entities")


def link_document(conn: SqliteConnection, document: str) -> None:
    """Tie the referents of a document just inserted to entities."""
    take_out_mentions(conn, document)
    moved = enter_contexts(conn, document)
    for other in moved:
        _settle_without(conn, other, _untied(conn, other))
    for one in (document, *moved):
        _tie(conn, one)


def unlink_document(conn: SqliteConnection, document: str) -> Left:
    """Take a document out of all counts; return what `settle_after_removal` needs."""
    moved = leave_contexts(conn, document)
    left = _untied(conn, document)
    return Left(left.persons, left.bearers, tuple(moved))


def settle_after_removal(conn: SqliteConnection, document: str, left: Left) -> None:
    """Settle anew what rested on a document, now that it is gone."""
    _settle_without(conn, document, left)
    for other in left.documents:
        _settle_without(conn, other, _untied(conn, other))
    for other in left.documents:
        _tie(conn, other)


def settle(conn: SqliteConnection, bearers: Iterable[str]) -> None:
    """Group bearers anew after a decision about them, and settle what rests on it."""
    settle_regrouped(conn, regroup(conn, bearers))


def link_all(conn: SqliteConnection) -> None:
    """Tie all referents anew, as the rules of names and merges now have it."""
    documents = [row[0] for row in conn.execute("SELECT id FROM documents ORDER BY id")]
    conn.execute(UNTIE, (TAKEN_OUT,))
    for table in MADE_ANEW:
        conn.execute(f"DELETE FROM {table}")
    _renew_keys(conn)
    for document in documents:
        link_document(conn, document)


def _tie(conn: SqliteConnection, document: str) -> None:
    named = _resolve_named(conn, document)
    new = add_bearers(conn, [(resolution, name, label) for _, name, label, resolution in named])
    _tell(conn, named)
    printed_names(conn, document)
    settle_singles(conn, document)
    touched = entities_of(conn, document)
    count_document(conn, document, 1)
    refresh_names(conn, touched)
    settle_regrouped(conn, regroup(conn, seeds_of(conn, document, new)))
    persons = persons_of(conn, document)
    settle_others(conn, document, persons, _entities_of_bearers(conn, new), SINGLES_BESIDE)


def _untied(conn: SqliteConnection, document: str) -> Left:
    """Untie all referents of a document; return what may rest on them."""
    sql = "SELECT DISTINCT bearer FROM referents WHERE document = ? AND bearer IS NOT NULL"
    bearers = {row[0] for row in conn.execute(sql, (document,))}
    persons = persons_of(conn, document)
    touched = entities_of(conn, document)
    ahead = bearers | neighbours_of(conn, bearers)
    count_document(conn, document, -1)
    conn.execute(UNTIE + " AND document = ?", (TAKEN_OUT, document))
    conn.execute("DELETE FROM printed WHERE document = ?", (document,))
    conn.execute(FORGET_BESIDE, {"ids": as_json(sorted(bearers))})
    gone = forget(conn, bearers)
    refresh_names(conn, touched)
    return Left(persons, ahead - gone)


def _settle_without(conn: SqliteConnection, document: str, left: Left) -> None:
    settle_regrouped(conn, regroup(conn, left.bearers))
    settle_others(conn, document, left.persons, gone_of(conn, left.persons), SINGLES_OF_ENTITY)


def _renew_keys(conn: SqliteConnection) -> None:
    rows = []
    for id, name, label in conn.execute("SELECT id, name, label FROM referents WHERE number >= 0"):
        key = normalise(name, label).key
        rows.append((key, single_word(key, label), id))
    conn.executemany("UPDATE referents SET key = ?, single = ? WHERE id = ?", rows)


def _resolve_named(conn: SqliteConnection, document: str) -> list[Named]:
    named = []
    moves, namesakes = moves_of(conn, document), namesakes_in(conn, document)
    for id, name, label in conn.execute(NAMED, (document,)):
        block = block_of(label)
        if block is None:
            continue
        found = resolve_name(name, label, block)
        if extra := moves.get((block, found.key)):
            found = resolve_moved(found.key, block, extra)
        elif extra := namesakes.get((block, found.key)):
            found = resolve_namesake(found.key, block, extra)
        named.append((id, name, label, found))
    return named


def _tell(conn: SqliteConnection, named: Sequence[Named]) -> None:
    """Write what each referent is: its bearer, and the entity that this belongs to."""
    known = bearers_by_id(conn, [resolution.entity for *_, resolution in named])
    rows = []
    for id, name, label, resolution in named:
        bearer, place = known[resolution.entity]
        rows.append((bearer.id, *told_as(name, label, None, bearer, place), id))
    conn.executemany(SET_ENTITY, rows)


def _entities_of_bearers(conn: SqliteConnection, bearers: Iterable[str]) -> set[str]:
    return {place.entity for _, place in bearers_by_id(conn, bearers).values()}
