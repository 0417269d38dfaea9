"""Bearers of names in the base: which there are, which may be the same, and the entities that they make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kb.connection import SqliteConnection, as_json
from kb.grouping import DECIDED, Bearer, Link, Place, grouped
from kb.names import normalise, single_word
from kb.naming.features import is_initials
from kb.naming.ways import Found, found_way, label_of, variants
from kb.resolve import COMMON_LABELS, Resolution, resolve_name, single_name
from kb.tallies import recount, refresh_names

# Bearers of one variant beyond which it tells nothing: "J. Smith" in a base of thousands. None of them is linked by it.
COMMON = 30
PRINTED = 0.9  # score of a name that a text prints for another
PRINTED_REASON = "a text prints one for the other"

FIELDS = "b.id, b.block, b.key, b.extra, b.entity"
NAMED = f"SELECT {FIELDS} FROM bearers b WHERE b.id IN (SELECT value FROM json_each(?))"
PLACED = f"SELECT {FIELDS}, b.score, b.reason FROM bearers b WHERE b.id IN (SELECT value FROM json_each(?))"
MEETING = f"""
    SELECT {FIELDS} FROM bearers b WHERE b.id IN (
        SELECT w.bearer FROM variants v JOIN variants w ON w.variant = v.variant
        WHERE v.bearer = :id AND w.bearer != :id AND {COMMON} >=
            (SELECT count(*) FROM (SELECT 1 FROM variants x WHERE x.variant = v.variant LIMIT {COMMON + 1})))
"""
# Those of whose names a text prints this one's, and those whose name a text prints for this one.
PRINTED_FOR = f"""
    SELECT {FIELDS}, 0 FROM printed p JOIN bearers b ON b.id = p.bearer
    WHERE p.key = :key AND b.block = :block AND b.id != :id AND b.extra = ''
    UNION
    SELECT {FIELDS}, 1 FROM printed p JOIN bearers b ON b.key = p.key
    WHERE p.bearer = :id AND b.block = :block AND b.id != :id AND b.extra = ''
"""
RULED = f"""
    SELECT {FIELDS} FROM bearers b WHERE b.id IN (
        SELECT other FROM rulings WHERE what = 'same' AND one = :id
        UNION SELECT one FROM rulings WHERE what = 'same' AND other = :id)
"""
RULINGS = """
    SELECT what, one, other FROM rulings
    WHERE what IN ('same', 'apart') AND one IN (SELECT value FROM json_each(:ids))
        AND other IN (SELECT value FROM json_each(:ids))
    ORDER BY decision, id
"""
TOGETHER = """
    SELECT EXISTS (
        SELECT 1 FROM referents a CROSS JOIN referents b ON b.bearer = :other AND b.document = a.document
        WHERE a.bearer = :one)
"""
NAMED_WITH = f"""
    SELECT x.bearer FROM referents a CROSS JOIN referents x ON x.document = a.document
    WHERE a.bearer = {{}} AND x.bearer NOT IN (:one, :other) AND x.single IS NULL AND x.label NOT IN {COMMON_LABELS}
"""
SHARED = f"SELECT EXISTS ({NAMED_WITH.format(':one')} INTERSECT {NAMED_WITH.format(':other')})"
REFERENTS = "SELECT id, name, label, single FROM referents WHERE bearer = ?"
SET_ENTITY = "UPDATE referents SET entity = ?, score = ?, reason = ? WHERE id = ?"
# Members of variants that have just become, or have just ceased to be, too common, and of all the others.
SHARING = f"""
    SELECT w.bearer FROM variants w
    WHERE w.variant IN (SELECT v.variant FROM variants v WHERE v.bearer = :id) AND
        (SELECT count(*) FROM (SELECT 1 FROM variants x WHERE x.variant = w.variant LIMIT {COMMON + 2})) <= {COMMON + 1}
"""
ADD_ENTITY = """
    INSERT OR IGNORE INTO entities (id, name, label, block, key, first_word, last_word, documents, mentions)
    SELECT id, key, ?, block, key, first_word, last_word, 0, 0 FROM bearers WHERE id = ?
"""
FORGET = """
    SELECT b.id FROM bearers b
    WHERE b.id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM referents r WHERE r.bearer = b.id)
"""


def seeds_of(conn: SqliteConnection, document: str, new: Iterable[str]) -> set[str]:
    """Return the bearers that may belong elsewhere now that a document has come: those that others may be."""
    found = {id for bearer in new for (id,) in conn.execute(SHARING, {"id": bearer})} | set(new)
    sql = "SELECT DISTINCT bearer FROM referents WHERE document = ? AND bearer IS NOT NULL"
    for bearer in _bearers(conn, {row[0] for row in conn.execute(sql, (document,))}).values():
        if bearer.id not in found and neighbours(conn, bearer):
            found.add(bearer.id)
    return found


def neighbours_of(conn: SqliteConnection, ids: Iterable[str]) -> set[str]:
    """Return the bearers that may belong elsewhere once these have gone."""
    found: set[str] = set()
    for bearer in _bearers(conn, ids).values():
        found.update(id for (id,) in conn.execute(SHARING, {"id": bearer.id}))
        found.update(neighbours(conn, bearer))
        found.update(row[0] for row in conn.execute("SELECT id FROM bearers WHERE entity = ?", (bearer.entity,)))
    return found


def forget(conn: SqliteConnection, ids: Iterable[str]) -> set[str]:
    """Delete those of these bearers whom no text names any more; return them."""
    gone = {row[0] for row in conn.execute(FORGET, (as_json(sorted(ids)),))}
    for id in sorted(gone):
        conn.execute("DELETE FROM variants WHERE bearer = ?", (id,))
        conn.execute("DELETE FROM printed WHERE bearer = ?", (id,))
        conn.execute("DELETE FROM bearers WHERE id = ?", (id,))
    return gone


def add_variants(conn: SqliteConnection, id: str, block: str, key: str, extra: str) -> None:
    """Write the variants of a new bearer; one that people set apart, and a person's single name, have none."""
    if not extra and (block != "person" or single_word(key, "PERSON") is None):
        rows = [(variant, id) for variant in sorted(set(variants(key, block)))]
        conn.executemany("INSERT OR IGNORE INTO variants (variant, bearer) VALUES (?, ?)", rows)


def neighbours(conn: SqliteConnection, bearer: Bearer) -> dict[str, Bearer]:
    """Return the bearers that people or names may make one with this one."""
    found = [Bearer(*row) for row in conn.execute(RULED, {"id": bearer.id})]
    if not bearer.extra:
        meeting = [Bearer(*row) for row in conn.execute(MEETING, {"id": bearer.id})]
        found += [other for other in meeting if found_way(bearer.key, other.key, bearer.block)]
        found += [other for other, _ in _printed(conn, bearer)]
    return {other.id: other for other in found}


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
            changed |= _apply(conn, component, _grouped(conn, component))
    return changed


def told_as(name: str, label: str, single: str | None, bearer: Bearer, place: Place) -> tuple[str, float, str]:
    """Return entity, score and reason of a referent of this name, or single word, whose bearer has this place."""
    if bearer.extra.startswith(DECIDED):
        own = Resolution(bearer.id, bearer.key, 1.0, DECIDED)
    else:
        own = single_name(single, bearer.extra) if single else resolve_name(name, label, bearer.block)
    if place.entity == bearer.id:
        return (bearer.id, own.score, own.reason)
    return (place.entity, min(own.score, place.score), place.reason)


def bearers_by_id(conn: SqliteConnection, ids: Iterable[str]) -> dict[str, tuple[Bearer, Place]]:
    """Return those of these bearers that are in the base, with the place that each has."""
    rows = conn.execute(PLACED, (as_json(sorted(ids)),))
    return {row[0]: (Bearer(*row[:5]), Place(row[4], *row[5:])) for row in rows}


def _bearers(conn: SqliteConnection, ids: Iterable[str]) -> dict[str, Bearer]:
    return {row[0]: Bearer(*row) for row in conn.execute(NAMED, (as_json(sorted(ids)),))}


def _printed(conn: SqliteConnection, bearer: Bearer) -> list[tuple[Bearer, bool]]:
    """Return others with whom this one is printed; True where theirs is the other name of this one."""
    known = {"id": bearer.id, "key": bearer.key, "block": bearer.block}
    return [(Bearer(*row), bool(other)) for *row, other in conn.execute(PRINTED_FOR, known)]


def _component(conn: SqliteConnection, seed: str) -> dict[str, Bearer]:
    found: dict[str, Bearer] = {}
    ahead = _bearers(conn, [seed])
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
    return grouped(component, _links(conn, component), pairs["same"], pairs["apart"])


def _links(conn: SqliteConnection, component: dict[str, Bearer]) -> list[Link]:
    found: dict[tuple[str, str], Link] = {}
    for bearer in component.values():
        if not bearer.extra:
            for link in _links_of(conn, bearer):
                pair = (link.one, link.other)
                if pair not in found or found[pair].score < link.score:
                    found[pair] = link
    return list(found.values())


def _links_of(conn: SqliteConnection, bearer: Bearer) -> list[Link]:
    """Return the links of a bearer that its texts bear out, and those to other persons that they do not."""
    links = []
    for other, of_this in _printed(conn, bearer):
        one, two = sorted((bearer.id, other.id))
        links.append(Link(one, two, PRINTED, PRINTED_REASON, (other.id if of_this else bearer.id,)))
    for row in conn.execute(MEETING, {"id": bearer.id}).fetchall():
        other = Bearer(*row)
        found = found_way(bearer.key, other.key, bearer.block) if bearer.id < other.id else None
        if found is None:
            continue
        borne_out = not found.context or _borne_out(conn, bearer, other)
        if borne_out or bearer.block == "person":
            links.append(_link(bearer, other, found, borne_out))
    return links


def _link(bearer: Bearer, other: Bearer, found: Found, borne_out: bool) -> Link:
    reason = f"{bearer.key!r} and {other.key!r}: {found.way}"
    if not found.unsure:
        return Link(bearer.id, other.id, found.score, reason, borne_out=borne_out)
    sizes = {b.id: (len(b.parts.words), sum(len(word) > 1 for word in b.parts.words)) for b in (bearer, other)}
    least = min(sizes.values())
    unsure = tuple(id for id, size in sizes.items() if size == least)
    return Link(bearer.id, other.id, found.score, reason, unsure, borne_out)


def _borne_out(conn: SqliteConnection, one: Bearer, other: Bearer) -> bool:
    """Whether the texts of both name some other thing; two persons whom one text tells apart are never one."""
    pair = {"one": one.id, "other": other.id}
    together = bool(conn.execute(TOGETHER, pair).fetchone()[0])
    if one.block == "person" and together:
        return False
    if together or conn.execute("SELECT 1 FROM beside WHERE one = :one AND other = :other", pair).fetchone():
        return True
    shared = bool(conn.execute(SHARED, pair).fetchone()[0])
    if shared:
        conn.execute("INSERT INTO beside (one, other) VALUES (:one, :other)", pair)
    return shared


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
