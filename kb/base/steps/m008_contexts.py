"""What documents say of names that may tell one bearer from another."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

CONTEXTS = """
CREATE TABLE contexts (         -- what documents say of names that may tell one bearer from another
    document TEXT NOT NULL REFERENCES documents (id),
    block TEXT NOT NULL,        -- as of bearers
    key TEXT NOT NULL,
    context TEXT NOT NULL,      -- marks as of kb/naming/contexts.py, joined by "; "
    PRIMARY KEY (document, block, key)
) WITHOUT ROWID;
CREATE INDEX contexts_key ON contexts (block, key, context, document);
"""


def m008_contexts(conn: SqliteConnection) -> None:
    """What documents say of names that may tell one bearer from another."""
    run_script(conn, CONTEXTS)
