"""Documents, their sentences, and the search index over these."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

DOCUMENTS = """
CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT,
    author TEXT,
    publication TEXT,
    published TEXT,             -- "2002", "2002-08" or "2002-08-19"
    url TEXT,
    source TEXT NOT NULL,       -- path or url; "-" for standard input
    language TEXT NOT NULL,     -- ISO 639-1
    sha256 TEXT NOT NULL,       -- of the original bytes
    fingerprint TEXT NOT NULL,  -- of the text and everything above: what tells a changed document
    rules TEXT NOT NULL,
    text TEXT NOT NULL          -- last, for what stands behind a long text is slow to read
);
CREATE INDEX documents_source ON documents (source);

CREATE TABLE sentences (
    key INTEGER PRIMARY KEY,    -- within this base; what other tables and the search index refer to
    id TEXT NOT NULL UNIQUE,    -- the document's id, a point, the number
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,    -- in text order from 0
    paragraph INTEGER NOT NULL, -- in text order from 0
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    rules TEXT NOT NULL
);
CREATE UNIQUE INDEX sentences_document ON sentences (document, number);

CREATE VIRTUAL TABLE sentences_fts USING fts5 (
    text, content = 'sentences', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentences_added AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_fts (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER sentences_removed AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.key, old.text);
END;
CREATE TRIGGER sentences_changed AFTER UPDATE OF text ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.key, old.text);
    INSERT INTO sentences_fts (rowid, text) VALUES (new.key, new.text);
END;
"""


def m001_documents(conn: SqliteConnection) -> None:
    """Documents, their sentences, and the search index over these."""
    run_script(conn, DOCUMENTS)
