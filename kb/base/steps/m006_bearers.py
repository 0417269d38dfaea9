"""Names as texts mean them, of which entities are made, and what people's decisions come to."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

BEARERS = """
CREATE TABLE bearers (          -- a name as texts mean it; an entity is one or several
    id TEXT NOT NULL PRIMARY KEY,
    block TEXT NOT NULL,        -- as of entities
    key TEXT NOT NULL,          -- the normalised name
    extra TEXT NOT NULL,        -- what tells it from others of the name: a document, a decision; mostly empty
    first_word TEXT,            -- of the key, for persons with a fuller name
    last_word TEXT,
    entity TEXT NOT NULL REFERENCES entities (id),
    score REAL NOT NULL,        -- of the merge into the entity, 0 to 1
    reason TEXT NOT NULL        -- for the merge, in words
);
CREATE INDEX bearers_key ON bearers (key, block);
CREATE INDEX bearers_entity ON bearers (entity);
CREATE INDEX bearers_first_word ON bearers (first_word) WHERE first_word IS NOT NULL;
CREATE INDEX bearers_last_word ON bearers (last_word) WHERE last_word IS NOT NULL;

ALTER TABLE referents ADD COLUMN bearer TEXT REFERENCES bearers (id);  -- none for a person's single name put to another
CREATE INDEX referents_bearer ON referents (bearer, document) WHERE bearer IS NOT NULL;

CREATE TABLE variants (         -- under which names that may be the same meet
    variant TEXT NOT NULL,
    bearer TEXT NOT NULL REFERENCES bearers (id),
    PRIMARY KEY (variant, bearer)
) WITHOUT ROWID;
CREATE INDEX variants_bearer ON variants (bearer);

CREATE TABLE printed (          -- other names that a document prints for a bearer
    document TEXT NOT NULL REFERENCES documents (id),
    bearer TEXT NOT NULL REFERENCES bearers (id),
    key TEXT NOT NULL,
    PRIMARY KEY (document, bearer, key)
) WITHOUT ROWID;
CREATE INDEX printed_bearer ON printed (bearer, key);
CREATE INDEX printed_key ON printed (key, bearer);

CREATE TABLE beside (           -- bearers that texts were found to name beside the same other things
    one TEXT NOT NULL REFERENCES bearers (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES bearers (id) ON DELETE CASCADE,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX beside_other ON beside (other);

CREATE TABLE rulings (          -- what the decisions in force come to; made anew from them
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decisions (id),
    what TEXT NOT NULL,         -- "same", "apart", "name", "label", "move" or "mention"
    one TEXT NOT NULL,          -- a bearer; for "move" and "mention" a document
    other TEXT NOT NULL,        -- the other bearer; for "name" its key, for "move" block and key
    value TEXT NOT NULL
);
CREATE INDEX rulings_one ON rulings (what, one);
CREATE INDEX rulings_other ON rulings (what, other);

CREATE TABLE naming (           -- the version of the rules of names and merges by which entities were made
    version TEXT NOT NULL
);
"""


def m006_bearers(conn: SqliteConnection) -> None:
    """Names as texts mean them, of which entities are made, and what people's decisions come to."""
    run_script(conn, BEARERS)
