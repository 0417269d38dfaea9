"""The questions that people asked in the app, kept in the base, each once with the answer that it last got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from kb.base.connection import Connection, writing

KEPT = 300  # questions; the one asked longest ago makes room
LONGEST = 500  # characters of an answer that are kept: what tells it from others; asking again gives all of it

PUT = "INSERT OR REPLACE INTO asked (question, answer, at) VALUES (?, ?, ?)"  # a new row, the last one from now on
MAKE_ROOM = "DELETE FROM asked WHERE id NOT IN (SELECT id FROM asked ORDER BY id DESC LIMIT ?)"
LATEST = "SELECT question, answer, at FROM asked WHERE question != ? ORDER BY id DESC LIMIT ? OFFSET ?"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked before."""

    question: str
    answer: str | None  # in short; None where the articles did not say
    at: str  # when it was last asked: ISO 8601, UTC


def remember(base: Connection, question: str, answer: str | None) -> None:
    """Keep a question and the answer that it got just now; what was kept of it gives way."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with writing(base.db) as conn:
        conn.execute(PUT, (question, None if answer is None else answer[:LONGEST], now))
        conn.execute(MAKE_ROOM, (KEPT,))


def asked_before(base: Connection, *, but: str = "", limit: int = KEPT, offset: int = 0) -> list[Asked]:
    """Return the questions asked, the latest first.

    :param but: a question that is left out: the one that is being asked.
    """
    rows = base.db.conn.execute(LATEST, (but, limit, offset)).fetchall()
    return [Asked(*row) for row in rows]


def asked_count(base: Connection, *, but: str = "") -> int:
    """Return how many questions are kept; `but` as of `asked_before`."""
    ((count,),) = base.db.conn.execute("SELECT count(*) FROM asked WHERE question != ?", (but,)).fetchall()
    return int(count)


def forget(base: Connection) -> None:
    """Forget all questions."""
    with writing(base.db) as conn:
        conn.execute("DELETE FROM asked")
