"""Why bearers of names may be one: what people ruled, ways in which names are the same, names that a text prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.base.connection import SqliteConnection, as_json
from kb.merging.grouping import Bearer, Link
from kb.naming.ways import Found, found_way
from kb.resolve import COMMON_LABELS

# Bearers of one variant beyond which it tells nothing: "J. Smith" in a base of thousands. None of them is linked by it.
COMMON = 30
PRINTED = 0.9  # score of a name that a text prints for another
PRINTED_REASON = "a text prints one for the other"

FIELDS = "b.id, b.block, b.key, b.extra, b.entity"
NAMED = f"SELECT {FIELDS} FROM bearers b WHERE b.id IN (SELECT value FROM json_each(?))"
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
# Members of variants that have just become, or have just ceased to be, too common, and of all the others.
SHARING = f"""
    SELECT w.bearer FROM variants w
    WHERE w.variant IN (SELECT v.variant FROM variants v WHERE v.bearer = :id) AND
        (SELECT count(*) FROM (SELECT 1 FROM variants x WHERE x.variant = w.variant LIMIT {COMMON + 2})) <= {COMMON + 1}
"""


def neighbours_of(conn: SqliteConnection, ids: Iterable[str]) -> set[str]:
    """Return the bearers that may belong elsewhere once these have gone."""
    found: set[str] = set()
    for bearer in bearers(conn, ids).values():
        found.update(id for (id,) in conn.execute(SHARING, {"id": bearer.id}))
        found.update(neighbours(conn, bearer))
        found.update(row[0] for row in conn.execute("SELECT id FROM bearers WHERE entity = ?", (bearer.entity,)))
    return found


def neighbours(conn: SqliteConnection, bearer: Bearer) -> dict[str, Bearer]:
    """Return the bearers that people or names may make one with this one."""
    found = [Bearer(*row) for row in conn.execute(RULED, {"id": bearer.id})]
    if not bearer.extra:
        meeting = [Bearer(*row) for row in conn.execute(MEETING, {"id": bearer.id})]
        found += [other for other in meeting if found_way(bearer.key, other.key, bearer.block)]
        found += [other for other, _ in _printed(conn, bearer)]
    return {other.id: other for other in found}


def bearers(conn: SqliteConnection, ids: Iterable[str]) -> dict[str, Bearer]:
    """Return those of these bearers that are in the base."""
    return {row[0]: Bearer(*row) for row in conn.execute(NAMED, (as_json(sorted(ids)),))}


def links(conn: SqliteConnection, component: Mapping[str, Bearer]) -> list[Link]:
    """Return all links between these bearers, the best one of each pair."""
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


def _printed(conn: SqliteConnection, bearer: Bearer) -> list[tuple[Bearer, bool]]:
    """Return others with whom this one is printed; True where theirs is the other name of this one."""
    known = {"id": bearer.id, "key": bearer.key, "block": bearer.block}
    return [(Bearer(*row), bool(other)) for *row, other in conn.execute(PRINTED_FOR, known)]
