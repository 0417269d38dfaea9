"""Names that are alike, kept in the base as names come and go, so that nobody waits for them to be compared.

What is kept is what comparing all names with `kb.naming.blocking.pairs` would give, in whatever order they came: a
block of more than `MOST` names tells nothing, so that its pairs go when it has grown too large and come back when it
has shrunk. Bearers that anything but their name tells from others (`extra`) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from kb.base.connection import SqliteConnection, as_json
from kb.naming.blocking import MOST, blocks_of
from kb.naming.parts import Parts, parts_of
from kb.naming.reaching import likeness_reaching
from kb.naming.ways import clash, found_way, label_of

# Names less alike than this are not shown: below it two of three pairs of the matching cases are different names.
LEAST = 0.6

MEMBERS = f"""
    SELECT n.bearer, b.key FROM name_blocks n JOIN bearers b ON b.id = n.bearer WHERE n.block = ? LIMIT {MOST + 2}
"""
ADD_BLOCK = "INSERT INTO name_blocks (block, bearer) VALUES (?, ?)"
DROP_BLOCK = "DELETE FROM name_blocks WHERE block = ? AND bearer = ?"
ADD_NEAR = "INSERT OR IGNORE INTO near_names (one, other, score) VALUES (?, ?, ?)"
DROP_NEAR = "DELETE FROM near_names WHERE one = ? OR other = ?"
NEAR_AMONG = """
    SELECT one, other FROM near_names
    WHERE one IN (SELECT value FROM json_each(:ids)) AND other IN (SELECT value FROM json_each(:ids))
"""
MEMBERS_COUNTED = f"SELECT count(*) FROM (SELECT 1 FROM name_blocks WHERE block = ? LIMIT {MOST + 1})"


def meet(conn: SqliteConnection, id: str, block: str, key: str) -> None:
    """Compare a new bearer, known by its name alone, with those that it meets; its own row need be there."""
    others: dict[str, str] = {}
    for met in _blocks(block, key):
        members = dict(conn.execute(MEMBERS, (met,)).fetchall())
        conn.execute(ADD_BLOCK, (met, id))
        if len(members) < MOST:
            others |= members
        elif len(members) == MOST:
            _part(conn, block, members)
    _compare(conn, block, [((id, key), other) for other in others.items()])


def leave(conn: SqliteConnection, id: str, block: str, key: str) -> None:
    """Take a bearer out of what is kept; blocks that were too large with it tell something again."""
    conn.execute(DROP_NEAR, (id, id))
    for met in _blocks(block, key):
        conn.execute(DROP_BLOCK, (met, id))
        members = dict(conn.execute(MEMBERS, (met,)).fetchall())
        if len(members) == MOST:
            _compare(conn, block, combinations(members.items(), 2))


def how_near(one: str, other: str, block: str) -> float:
    """Return how likely two keys of a block mean the same, 0 where less than `LEAST`."""
    mine, theirs = _parts(one, block), _parts(other, block)
    if clash(mine, theirs):
        return 0.0
    way = found_way(one, other, block)
    return max(likeness_reaching(LEAST, mine, theirs), way.score if way else 0.0)


def _compare(
    conn: SqliteConnection, block: str, pairs: Iterable[tuple[tuple[str, str], tuple[str, str]]]
) -> None:  # fmt: skip
    for (one, key), (other, other_key) in pairs:
        if score := how_near(min(key, other_key), max(key, other_key), block):
            conn.execute(ADD_NEAR, (one, other, score) if key < other_key else (other, one, score))


def _part(conn: SqliteConnection, block: str, members: Mapping[str, str]) -> None:
    """Drop the pairs of a block grown too large that meet nowhere else."""
    for one, other in conn.execute(NEAR_AMONG, {"ids": as_json(members)}).fetchall():
        shared = _blocks(block, members[one]) & _blocks(block, members[other])
        if not any(conn.execute(MEMBERS_COUNTED, (met,)).fetchone()[0] <= MOST for met in shared):
            conn.execute("DELETE FROM near_names WHERE one = ? AND other = ?", (one, other))


def _blocks(block: str, key: str) -> set[str]:
    return {f"{block} {met}" for met in blocks_of(_parts(key, block))}


def _parts(key: str, block: str) -> Parts:
    return parts_of(key, label_of(block))
