"""Names that are alike, for people to decide on."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

NEAR_NAMES = """
CREATE TABLE name_blocks (      -- under what names are met that are compared for being alike
    block TEXT NOT NULL,        -- the block of the bearer and that of kb/naming/blocking.py
    bearer TEXT NOT NULL,       -- a bearer of which nothing else tells it from others of its name
    PRIMARY KEY (block, bearer)
) WITHOUT ROWID;

CREATE TABLE near_names (       -- names that are alike enough for people to be asked
    one TEXT NOT NULL REFERENCES bearers (id) ON DELETE CASCADE,    -- the first by its key
    other TEXT NOT NULL REFERENCES bearers (id) ON DELETE CASCADE,
    score REAL NOT NULL,        -- that the two name the same, 0 to 1
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX near_names_other ON near_names (other);
CREATE INDEX near_names_score ON near_names (score);
"""


def m010_near_names(conn: SqliteConnection) -> None:
    """Names that are alike, for people to decide on; they are filled in as the entities are made anew."""
    run_script(conn, NEAR_NAMES)
