"""Bearers of names in the base: which there are, which may be the same, and the entities that they make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kb.base.connection import SqliteConnection, as_json
from kb.merging.grouping import DECIDED, Bearer, Place, grouped
from kb.merging.links import FIELDS, SHARING, bearers, links, neighbours
from kb.merging.near import leave, meet
from kb.merging.tallies import recount, refresh_names
from kb.names import ends, normalise, single_word
from kb.naming.features import is_initials
from kb.naming.ways import label_of, variants
from kb.resolve import Resolution, block_of, resolve_name, resolve_namesake, single_name

PLACED = f"SELECT {FIELDS}, b.score, b.reason FROM bearers b WHERE b.id IN (SELECT value FROM json_each(?))"
RULINGS = """
    SELECT what, one, other FROM rulings
    WHERE what IN ('same', 'apart') AND one IN (SELECT value FROM json_each(:ids))
        AND other IN (SELECT value FROM json_each(:ids))
    ORDER BY decision, id
"""
REFERENTS = "SELECT id, name, label, single FROM referents WHERE bearer = ?"
SET_ENTITY = "UPDATE referents SET entity = ?, score = ?, reason = ? WHERE id = ?"
ADD_BEARER = """
    INSERT OR IGNORE INTO bearers (id, block, key, extra, first_word, last_word, entity, score, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?1, 1.0, 'the same name')
"""
ADD_NAMED = """
    INSERT OR IGNORE INTO entities (id, name, label, block, key, first_word, last_word, documents, mentions)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
"""
ADD_ENTITY = """
    INSERT OR IGNORE INTO entities (id, name, label, block, key, first_word, last_word, documents, mentions)
    SELECT id, key, ?, block, key, first_word, last_word, 0, 0 FROM bearers WHERE id = ?
"""
FORGET = """
    SELECT b.id, b.block, b.key, b.extra FROM bearers b
    WHERE b.id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM referents r WHERE r.bearer = b.id)
"""


def add_bearers(conn: SqliteConnection, resolved: Iterable[tuple[Resolution, str, str]]) -> set[str]:
    """Add the bearers that are not there yet, each its own entity at first; return them."""
    rows = {resolution.entity: (resolution, name, label) for resolution, name, label in resolved}
    new = rows.keys() - bearers_by_id(conn, rows)
    for id in sorted(new):
        resolution, name, label = rows[id]
        first, last = (ends(resolution.key) if label == "PERSON" else None) or (None, None)
        block = block_of(label) or ""
        conn.execute(ADD_NAMED, (id, name, label, block, resolution.key, first, last))
        conn.execute(ADD_BEARER, (id, block, resolution.key, resolution.extra, first, last))
        _add_variants(conn, id, block, resolution.key, resolution.extra)
        if not resolution.extra:
            meet(conn, id, block, resolution.key)
    return new


def seeds_of(conn: SqliteConnection, document: str, new: Iterable[str]) -> set[str]:
    """Return the bearers that may belong elsewhere now that a document has come: those that others may be."""
    found = {id for bearer in new for (id,) in conn.execute(SHARING, {"id": bearer})} | set(new)
    sql = "SELECT DISTINCT bearer FROM referents WHERE document = ? AND bearer IS NOT NULL"
    for bearer in bearers(conn, {row[0] for row in conn.execute(sql, (document,))}).values():
        if bearer.id not in found and neighbours(conn, bearer):
            found.add(bearer.id)
    return found


def forget(conn: SqliteConnection, ids: Iterable[str]) -> set[str]:
    """Delete those of these bearers whom no text names any more; return them."""
    gone = sorted(conn.execute(FORGET, (as_json(sorted(ids)),)))
    for id, block, key, extra in gone:
        if not extra:
            leave(conn, id, block, key)
        conn.execute("DELETE FROM variants WHERE bearer = ?", (id,))
        conn.execute("DELETE FROM printed WHERE bearer = ?", (id,))
        conn.execute("DELETE FROM bearers WHERE id = ?", (id,))
    return {row[0] for row in gone}


def _add_variants(conn: SqliteConnection, id: str, block: str, key: str, extra: str) -> None:
    """Write the variants of a new bearer; one that people set apart, and a person's single name, have none."""
    if not extra and (block != "person" or single_word(key, "PERSON") is None):
        rows = [(variant, id) for variant in sorted(set(variants(key, block)))]
        conn.executemany("INSERT OR IGNORE INTO variants (variant, bearer) VALUES (?, ?)", rows)


def regroup(conn: SqliteConnection, seeds: Iterable[str]) -> set[str]:
    """Put the bearers, and all that may be one with them, to the entities they now make up.

    Returns the entities that lost or won bearers.
    """
    changed: set[str] = set()
    seen: set[str] = set()
    for seed in sorted(set(seeds)):
        if seed not in seen:
            component = _component(conn, seed)
            seen.update(component)
            if len(component) == 1 and component[seed].entity == seed:
                continue  # it belongs to no other, and does so already
            changed |= _apply(conn, component, _grouped(conn, component))
    return changed


def told_as(name: str, label: str, single: str | None, bearer: Bearer, place: Place) -> tuple[str, float, str]:
    """Return entity, score and reason of a referent of this name, or single word, whose bearer has this place."""
    if bearer.extra.startswith(DECIDED):
        own = Resolution(bearer.id, bearer.key, 1.0, DECIDED)
    elif bearer.extra and not single:
        own = resolve_namesake(bearer.key, bearer.block, bearer.extra)
    else:
        own = single_name(single, bearer.extra) if single else resolve_name(name, label, bearer.block)
    if place.entity == bearer.id:
        return (bearer.id, own.score, own.reason)
    return (place.entity, min(own.score, place.score), place.reason)


def bearers_by_id(conn: SqliteConnection, ids: Iterable[str]) -> dict[str, tuple[Bearer, Place]]:
    """Return those of these bearers that are in the base, with the place that each has."""
    rows = conn.execute(PLACED, (as_json(sorted(ids)),))
    return {row[0]: (Bearer(*row[:5]), Place(row[4], *row[5:])) for row in rows}


def _component(conn: SqliteConnection, seed: str) -> dict[str, Bearer]:
    found: dict[str, Bearer] = {}
    ahead = bearers(conn, [seed])
    while ahead:
        id, bearer = ahead.popitem()
        found[id] = bearer
        ahead.update({other: b for other, b in neighbours(conn, bearer).items() if other not in found})
    return found


def _grouped(conn: SqliteConnection, component: dict[str, Bearer]) -> dict[str, Place]:
    ruled: dict[tuple[str, str], str] = {}
    for what, one, other in conn.execute(RULINGS, {"ids": as_json(sorted(component))}):
        ruled[min(one, other), max(one, other)] = what  # the latest decision counts
    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, what in ruled.items():
        pairs[what].append(pair)
    return grouped(component, links(conn, component), pairs["same"], pairs["apart"])


def _apply(conn: SqliteConnection, component: dict[str, Bearer], places: dict[str, Place]) -> set[str]:
    changed: set[str] = set()
    for id, (bearer, before) in sorted(bearers_by_id(conn, component).items()):
        place = places[id]
        if place == before:
            continue
        if place.entity != bearer.entity:
            conn.execute(ADD_ENTITY, (label_of(bearer.block), place.entity))
            changed |= {bearer.entity, place.entity}
        conn.execute(
            "UPDATE bearers SET entity = ?, score = ?, reason = ? WHERE id = ?",
            (place.entity, place.score, place.reason, id),
        )
        rows = conn.execute(REFERENTS, (id,)).fetchall()
        told = [(*told_as(name, label, single, bearer, place), referent) for referent, name, label, single in rows]
        conn.executemany(SET_ENTITY, told)
    if changed:
        recount(conn, changed)
        refresh_names(conn, changed)
    return changed


def printed_names(conn: SqliteConnection, document: str) -> None:
    """Note the other names that a document prints for its bearers: initials, and names of two words or more.

    Pronouns, descriptions and single words ("the Commission") are no names by which another text could be understood.
    """
    sql = """
        SELECT DISTINCT r.bearer, b.block, b.key, m.surface, r.label
        FROM referents r JOIN bearers b ON b.id = r.bearer JOIN mentions m ON m.referent = r.id
        WHERE r.document = ? AND m.form = 'name' AND b.extra = '' AND r.single IS NULL AND m.surface != r.name
    """
    rows = set()
    for bearer, block, key, surface, label in conn.execute(sql, (document,)):
        other = normalise(surface, label).key
        own = Bearer(bearer, block, key).parts
        if other != key and (" " in other or is_initials(Bearer("", block, other).parts, own)):
            rows.add((document, bearer, other))
    conn.executemany("INSERT OR IGNORE INTO printed (document, bearer, key) VALUES (?, ?, ?)", sorted(rows))
