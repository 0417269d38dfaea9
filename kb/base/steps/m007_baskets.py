"""Lists of cited words that people keep."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

BASKETS = """
CREATE TABLE baskets (          -- lists of cited words that people keep
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    made TEXT NOT NULL          -- the day: ISO 8601, UTC
);

CREATE TABLE basket_items (     -- each with all that is needed to cite it, for it outlives its document
    id INTEGER PRIMARY KEY,
    basket INTEGER NOT NULL REFERENCES baskets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- in the list, rising
    heading TEXT NOT NULL,
    note TEXT NOT NULL,
    added TEXT NOT NULL,        -- the day: ISO 8601, UTC
    kind TEXT NOT NULL,         -- "sentence", "figure" or "quote"
    document TEXT NOT NULL,     -- its id when this was added, and so all that follows
    sha256 TEXT NOT NULL,       -- of the document's original bytes
    text_sha256 TEXT NOT NULL,  -- of its stored text in UTF-8
    title TEXT, author TEXT, publication TEXT, published TEXT, url TEXT,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,         -- the words cited
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    sentence TEXT NOT NULL,     -- in which they stand or start
    paragraph INTEGER NOT NULL, -- of the document, from 0
    prefix TEXT NOT NULL,       -- what stands before and after the words
    suffix TEXT NOT NULL
);
CREATE INDEX basket_items_basket ON basket_items (basket, position);
CREATE INDEX IF NOT EXISTS documents_sha256 ON documents (sha256);
"""


def m007_baskets(conn: SqliteConnection) -> None:
    """Lists of cited words that people keep."""
    run_script(conn, BASKETS)
