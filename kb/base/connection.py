"""An open database, and the one way to query it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from sqlite3 import DatabaseError, complete_statement
from typing import Any

from sqlite_utils import Database

Row = tuple[Any, ...]
LONGEST_SOUGHT = 10_000  # characters of a text looked for; SQLite takes patterns of up to 50,000 bytes

__all__ = [
    "Connection", "DatabaseError", "Row", "SqliteConnection", "as_json", "pattern", "run_script", "where", "writing",
]  # fmt: skip


class Connection:
    """An open SQLite database. Belongs to the thread that opened it."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def _rows(self, sql: str, parameters: Mapping[str, object]) -> list[Row]:
        return self.db.conn.execute(sql, parameters).fetchall()

    def _each(self, sql: str, parameters: Mapping[str, object]) -> Iterator[Row]:
        """Yield the rows one by one, where all of them together would take much memory."""
        return iter(self.db.conn.execute(sql, parameters))


def where(conditions: Mapping[str, str], parameters: Mapping[str, object]) -> str:
    """Return the WHERE clause of those conditions whose parameter is given, that is, not None."""
    given = [condition for name, condition in conditions.items() if parameters.get(name) is not None]
    return "WHERE " + " AND ".join(given) if given else ""


def as_json(values: Iterable[object] | None) -> str | None:
    """Return the values as one parameter, to be read with `json_each`."""
    return None if values is None else json.dumps(list(values))


def pattern(text: str | None) -> str | None:
    r"""Return the LIKE pattern, with the escape character `\`, of strings that contain this text.

    Of a very long one only the beginning is looked for; a NUL, which would end the pattern, is found nowhere.
    """
    if text is None:
        return None
    escaped = (
        text[:LONGEST_SOUGHT].replace("\0", "\ufffd").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    )
    return f"%{escaped}%"


@contextmanager
def writing(db: Database) -> Iterator[SqliteConnection]:
    """Run the block as one transaction, undone as a whole when it raises.

    The write lock is taken at the start, so that what is read inside cannot change before it is written.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield db.conn
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def run_script(conn: SqliteConnection, script: str) -> None:
    """Execute statement by statement: `executescript` would commit the transaction that this is part of."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            conn.execute(statement)
            statement = ""
