"""Mentions, what they refer to, and people's decisions about it."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

ENTITIES = """
CREATE TABLE entities (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,         -- the canonical name
    label TEXT NOT NULL,
    block TEXT NOT NULL,        -- labels that may name the same thing: "place" for CITY, REGION, COUNTRY and PLACE
    key TEXT NOT NULL,          -- the normalised name
    first_word TEXT,            -- of the key, for persons with a fuller name
    last_word TEXT,
    documents INTEGER NOT NULL, -- how many mention it
    mentions INTEGER NOT NULL
);
CREATE INDEX entities_key ON entities (key);
CREATE INDEX entities_label ON entities (label, name);
CREATE INDEX entities_first_word ON entities (first_word) WHERE first_word IS NOT NULL;
CREATE INDEX entities_last_word ON entities (last_word) WHERE last_word IS NOT NULL;

CREATE TABLE aliases (          -- every name printed for an entity
    entity TEXT NOT NULL REFERENCES entities (id),
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    key TEXT NOT NULL,          -- the normalised name
    documents INTEGER NOT NULL, -- how many print it
    PRIMARY KEY (entity, name, label)
) WITHOUT ROWID;
CREATE INDEX aliases_key ON aliases (key);

CREATE TABLE referents (        -- what the mentions of one document refer to, and the entity it was found to be
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,    -- in text order of the first mention from 0
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    key TEXT NOT NULL,          -- the normalised name
    single TEXT,                -- the key of a person known in this text by one word only
    entity TEXT REFERENCES entities (id),  -- none for dates
    score REAL,                 -- of the merge into the entity, 0 to 1
    reason TEXT,                -- for the merge, in words
    mentions INTEGER NOT NULL,  -- how many in this document
    rules TEXT NOT NULL
);
CREATE INDEX referents_document ON referents (document, entity, single);
CREATE INDEX referents_entity ON referents (entity, document, single);
CREATE INDEX referents_single ON referents (single) WHERE single IS NOT NULL;

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    sentence INTEGER NOT NULL REFERENCES sentences (key),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    surface TEXT NOT NULL,
    label TEXT NOT NULL,
    form TEXT NOT NULL,         -- "name", "pronoun" or "description"
    referent INTEGER NOT NULL REFERENCES referents (id),
    rules TEXT NOT NULL
);
CREATE INDEX mentions_sentence ON mentions (sentence);
CREATE INDEX mentions_referent ON mentions (referent);

CREATE TABLE decisions (        -- what people decided about entities; only ever added to
    id INTEGER PRIMARY KEY,
    decided TEXT NOT NULL,      -- when: ISO 8601, UTC
    who TEXT NOT NULL,
    what TEXT NOT NULL,         -- as JSON
    why TEXT NOT NULL
);
"""


def m002_entities(conn: SqliteConnection) -> None:
    """Mentions, what they refer to, and people's decisions about it."""
    run_script(conn, ENTITIES)
