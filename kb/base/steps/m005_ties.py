"""Ties between entities, and articles that are copies of one another; those of an older base are found now."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script
from kb.base.near_duplicates import group_document
from kb.network.ties import insert_ties

TIES = """
CREATE TABLE ties (             -- what a sentence ties together: one row for each sentence and reason
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,     -- the sentence's
    sentence INTEGER NOT NULL REFERENCES sentences (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,         -- "claim", "quote", "figure", "part-of" or "together"
    type TEXT NOT NULL,         -- in the text's words: "is the mayor of"; empty for "together"
    source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
    source_referent INTEGER NOT NULL REFERENCES referents (id) ON DELETE CASCADE,
    target_start INTEGER NOT NULL, target_end INTEGER NOT NULL,
    target_referent INTEGER NOT NULL REFERENCES referents (id) ON DELETE CASCADE,
    negated INTEGER NOT NULL,
    hedged INTEGER NOT NULL,
    rules TEXT NOT NULL,
    source TEXT,                -- the entities that the two referents are, kept so by `ties_follow`
    target TEXT
);
CREATE INDEX ties_sentence ON ties (sentence);
CREATE INDEX ties_source_referent ON ties (source_referent);
CREATE INDEX ties_target_referent ON ties (target_referent);
CREATE INDEX ties_source ON ties (source, target, kind, document, type, sentence);  -- all that a picture needs
CREATE INDEX ties_target ON ties (target, source, kind, document);
CREATE TRIGGER ties_follow AFTER UPDATE OF entity ON referents WHEN new.entity IS NOT old.entity BEGIN
    UPDATE ties SET source = new.entity WHERE source_referent = new.id;
    UPDATE ties SET target = new.entity WHERE target_referent = new.id;
END;

CREATE TABLE signatures (       -- of texts, by which near-duplicates are found
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES documents (id),
    signature BLOB NOT NULL,    -- 128 MinHash values of 32 bits
    rules TEXT NOT NULL
);
CREATE TABLE signature_bands (  -- equal parts of signatures
    hash INTEGER NOT NULL,
    signature INTEGER NOT NULL REFERENCES signatures (id),
    PRIMARY KEY (hash, signature)
) WITHOUT ROWID;
CREATE INDEX signature_bands_signature ON signature_bands (signature);
CREATE TABLE copies (           -- articles that are near-duplicates, the original among them
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id),
    original TEXT NOT NULL      -- the one of them that was printed first
) WITHOUT ROWID;
CREATE INDEX copies_original ON copies (original);

CREATE VIEW ties_read AS
    SELECT a.name AS source, t.kind, t.type, b.name AS target, t.negated, t.hedged, s.text AS sentence,
        d.title AS document
    FROM ties t
    JOIN entities a ON a.id = t.source
    JOIN entities b ON b.id = t.target
    JOIN sentences s ON s.key = t.sentence
    JOIN documents d ON d.id = s.document;
"""


def m005_ties(conn: SqliteConnection) -> None:
    """Ties between entities, and articles that are copies of one another; those of an older base are found now."""
    run_script(conn, TIES)
    for id, text in conn.execute("SELECT id, text FROM documents ORDER BY id").fetchall():
        insert_ties(conn, id)
        group_document(conn, id, text)
