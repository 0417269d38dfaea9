"""Questions that people asked in the app."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

HISTORY = """
CREATE TABLE asked (            -- questions that people asked in the app, each once
    id INTEGER PRIMARY KEY,     -- rising with the time of asking
    question TEXT NOT NULL UNIQUE,
    answer TEXT,                -- in short; none where the articles did not say
    at TEXT NOT NULL            -- when it was last asked: ISO 8601, UTC
);
"""


def m009_history(conn: SqliteConnection) -> None:
    """Questions that people asked in the app."""
    run_script(conn, HISTORY)
