"""What people's decisions come to: the rulings in force, as kb/merging/bearers.py, kb/merging/linking.py and
kb/merging/tallies.py read them.

They are made anew from the ledger (kb/merging/decisions.py) whenever it grows, and hold names and places in documents,
never numbers of records, so that they apply again to whatever is read in later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kb.base.connection import SqliteConnection

TAKEN_OUT = "taken out"  # reason of a referent that a person said is no name

# Where a mention is a part of a figure, quote or claim.
PARTS = (
    ("figures", "of"), ("figures", "subject"), ("quotes", "speaker"),
    ("claims", "subject"), ("claims", "object"), ("claims", "speaker"),
)  # fmt: skip
MENTION = """
    SELECT m.id, m.referent, r.mentions FROM mentions m
    JOIN sentences s ON s.key = m.sentence JOIN referents r ON r.id = m.referent
    WHERE s.document = ? AND m.start = ? AND m.end = ? AND m.surface = ? AND r.reason IS NOT ?
    ORDER BY m.id
"""
# A referent for a mention alone; `key` tells the number of that from which it was taken.
APART = """
    INSERT INTO referents (document, number, name, label, key, single, mentions, reason, rules)
    SELECT document, :number, :name, label, CAST(number AS TEXT), NULL, 1, :reason, rules FROM referents WHERE id = :id
"""
TAKEN = "SELECT id, key, number FROM referents WHERE document = ? AND reason = ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One thing that a decision comes to; the fields are explained in kb/base/steps/m006_bearers.py."""

    what: str
    one: str
    other: str = ""
    value: str = ""


def write_rulings(conn: SqliteConnection, rulings: Iterable[tuple[int, Ruling]]) -> None:
    """Put these rulings, each with the number of its decision, in place of all others."""
    conn.execute("DELETE FROM rulings")
    rows = [(decision, ruling.what, ruling.one, ruling.other, ruling.value) for decision, ruling in rulings]
    conn.executemany("INSERT INTO rulings (decision, what, one, other, value) VALUES (?, ?, ?, ?, ?)", rows)


def moves_of(conn: SqliteConnection, document: str) -> dict[tuple[str, str], str]:
    """Return what people set apart in a document: by block and key, what tells its bearer from others of the key."""
    sql = "SELECT other, value FROM rulings WHERE what = 'move' AND one = ? ORDER BY decision, id"
    found = {}
    for other, value in conn.execute(sql, (document,)):
        block, key = json.loads(other)
        found[block, key] = value
    return found


def take_out_mentions(conn: SqliteConnection, document: str) -> None:
    """Set the mentions of a document that people said to be wrong apart, so that they are no entity's."""
    sql = "SELECT other, value FROM rulings WHERE what = 'mention' AND one = ? ORDER BY decision, id"
    for surface, value in conn.execute(sql, (document,)).fetchall():
        start, end = json.loads(value)
        found = conn.execute(MENTION, (document, start, end, surface, TAKEN_OUT)).fetchone()
        if found is not None:
            mention, referent, mentions = found
            _take_out(conn, mention, referent, mentions, surface, -1 - start)


def put_mentions_back(conn: SqliteConnection, document: str) -> None:
    """Give all mentions of a document back to the referents that they were taken from."""
    for id, key, number in conn.execute(TAKEN, (document, TAKEN_OUT)).fetchall():
        if number >= 0:
            conn.execute("UPDATE referents SET reason = NULL WHERE id = ?", (id,))
            continue
        known = (document, int(key))
        (before,) = conn.execute("SELECT id FROM referents WHERE document = ? AND number = ?", known).fetchone()
        conn.execute("UPDATE mentions SET referent = ? WHERE referent = ?", (before, id))
        conn.execute("UPDATE referents SET mentions = mentions + 1 WHERE id = ?", (before,))
        for table, part in PARTS:
            conn.execute(f"UPDATE {table} SET {part}_referent = ? WHERE {part}_referent = ?", (before, id))
        conn.execute("DELETE FROM ties WHERE source_referent = ? OR target_referent = ?", (id, id))
        conn.execute("DELETE FROM referents WHERE id = ?", (id,))


def _take_out(
    conn: SqliteConnection, mention: int, referent: int, mentions: int, surface: str, number: int
) -> None:  # fmt: skip
    if mentions == 1:
        conn.execute("UPDATE referents SET reason = ? WHERE id = ?", (TAKEN_OUT, referent))
        return
    known = {"number": number, "name": surface, "reason": TAKEN_OUT, "id": referent}
    alone = conn.execute(APART, known).lastrowid
    conn.execute("UPDATE mentions SET referent = ? WHERE id = ?", (alone, mention))
    conn.execute("UPDATE referents SET mentions = mentions - 1 WHERE id = ?", (referent,))
    for table, part in PARTS:
        conn.execute(
            f"""
            UPDATE {table} SET {part}_referent = :alone
            WHERE {part}_referent = :referent AND EXISTS (
                SELECT 1 FROM mentions m WHERE m.id = :mention AND m.start = {part}_start AND m.end = {part}_end)
            """,
            {"alone": alone, "referent": referent, "mention": mention},
        )
