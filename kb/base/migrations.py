"""The schema, as numbered steps that are never edited once released.

Plain tables that open in Datasette and DB Browser. Offsets (`start`, `end` and every `..._start`, `..._end`) count
characters of `documents.text`, end exclusive. Every record taken from a text has its sentence, its own words
(`surface`) and the version of the rules that found it (`rules`).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

import sqlite_utils
from sqlite_utils import Migrations

from kb.base.near_duplicates import group_document
from kb.network.ties import insert_ties

SCHEMA = Migrations("footnote")

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

STATEMENTS = """
CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    sentence INTEGER NOT NULL REFERENCES sentences (key),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    surface TEXT NOT NULL,
    kind TEXT NOT NULL,
    value REAL NOT NULL,        -- in `unit`, scale words applied
    value_high REAL,            -- upper end of a range
    unit TEXT NOT NULL,
    modifier TEXT,
    change TEXT,
    per TEXT,
    of_start INTEGER, of_end INTEGER, of_surface TEXT, of_full TEXT,
    of_referent INTEGER REFERENCES referents (id),
    subject_start INTEGER, subject_end INTEGER, subject_surface TEXT, subject_full TEXT,
    subject_referent INTEGER REFERENCES referents (id),
    period_start INTEGER, period_end INTEGER, period_surface TEXT, period_first TEXT, period_last TEXT,
    rules TEXT NOT NULL
);
CREATE INDEX figures_sentence ON figures (sentence);
CREATE INDEX figures_kind ON figures (kind, unit, value);
CREATE INDEX figures_of ON figures (of_referent) WHERE of_referent IS NOT NULL;
CREATE INDEX figures_subject ON figures (subject_referent) WHERE subject_referent IS NOT NULL;

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    sentence INTEGER NOT NULL REFERENCES sentences (key),  -- in which the content starts
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    surface TEXT NOT NULL,
    direct INTEGER NOT NULL,
    speaker_start INTEGER, speaker_end INTEGER, speaker_surface TEXT, speaker_full TEXT,
    speaker_referent INTEGER REFERENCES referents (id),
    cue_start INTEGER, cue_end INTEGER, cue_surface TEXT, cue_full TEXT,
    rules TEXT NOT NULL
);
CREATE INDEX quotes_sentence ON quotes (sentence);
CREATE INDEX quotes_speaker ON quotes (speaker_referent) WHERE speaker_referent IS NOT NULL;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    sentence INTEGER NOT NULL REFERENCES sentences (key),
    subject_start INTEGER NOT NULL, subject_end INTEGER NOT NULL, subject_surface TEXT NOT NULL, subject_full TEXT,
    subject_referent INTEGER REFERENCES referents (id),
    predicate_start INTEGER NOT NULL, predicate_end INTEGER NOT NULL, predicate_surface TEXT NOT NULL,
    predicate_full TEXT,
    object_start INTEGER, object_end INTEGER, object_surface TEXT, object_full TEXT,
    object_referent INTEGER REFERENCES referents (id),
    speaker_start INTEGER, speaker_end INTEGER, speaker_surface TEXT, speaker_full TEXT,
    speaker_referent INTEGER REFERENCES referents (id),
    negated INTEGER NOT NULL,
    hedged INTEGER NOT NULL,
    score REAL NOT NULL,
    rules TEXT NOT NULL
);
CREATE INDEX claims_sentence ON claims (sentence);
CREATE INDEX claims_subject ON claims (subject_referent) WHERE subject_referent IS NOT NULL;
CREATE INDEX claims_object ON claims (object_referent) WHERE object_referent IS NOT NULL;
CREATE INDEX claims_speaker ON claims (speaker_referent) WHERE speaker_referent IS NOT NULL;

CREATE TABLE arguments (        -- of a claim beyond subject and object
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claims (id),
    role TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rules TEXT NOT NULL
);
CREATE INDEX arguments_claim ON arguments (claim);
"""

# For people who open the file itself: records with their sentence, document and entity beside them.
VIEWS = """
CREATE VIEW mentions_read AS
    SELECT m.surface, m.label, m.form, e.name AS entity, r.score, r.reason, s.text AS sentence, d.title AS document
    FROM mentions m
    JOIN sentences s ON s.key = m.sentence
    JOIN documents d ON d.id = s.document
    JOIN referents r ON r.id = m.referent
    LEFT JOIN entities e ON e.id = r.entity;

CREATE VIEW figures_read AS
    SELECT x.surface, x.kind, x.value, x.value_high, x.unit, x.modifier, x.change, x.per, x.of_surface AS of,
        x.subject_surface AS subject, x.period_surface AS period, s.text AS sentence, d.title AS document
    FROM figures x
    JOIN sentences s ON s.key = x.sentence
    JOIN documents d ON d.id = s.document;

CREATE VIEW quotes_read AS
    SELECT x.surface AS quote, x.direct, x.speaker_surface AS speaker, e.name AS entity, x.cue_surface AS cue,
        s.text AS sentence, d.title AS document
    FROM quotes x
    JOIN sentences s ON s.key = x.sentence
    JOIN documents d ON d.id = s.document
    LEFT JOIN referents r ON r.id = x.speaker_referent
    LEFT JOIN entities e ON e.id = r.entity;

CREATE VIEW claims_read AS
    SELECT coalesce(x.subject_full, x.subject_surface) AS subject,
        coalesce(x.predicate_full, x.predicate_surface) AS predicate,
        coalesce(x.object_full, x.object_surface) AS object, x.speaker_surface AS speaker, x.negated, x.hedged,
        x.score, s.text AS sentence, d.title AS document
    FROM claims x
    JOIN sentences s ON s.key = x.sentence
    JOIN documents d ON d.id = s.document;
"""

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


@SCHEMA()
def m001_documents(db: sqlite_utils.Database) -> None:
    """Documents, their sentences, and the search index over these."""
    _run(db, DOCUMENTS)


@SCHEMA()
def m002_entities(db: sqlite_utils.Database) -> None:
    """Mentions, what they refer to, and people's decisions about it."""
    _run(db, ENTITIES)


@SCHEMA()
def m003_statements(db: sqlite_utils.Database) -> None:
    """Figures, quotes and claims."""
    _run(db, STATEMENTS)


@SCHEMA()
def m004_views(db: sqlite_utils.Database) -> None:
    """Views for people who open the file itself."""
    _run(db, VIEWS)


@SCHEMA()
def m005_ties(db: sqlite_utils.Database) -> None:
    """Ties between entities, and articles that are copies of one another; those of an older base are found now."""
    _run(db, TIES)
    for id, text in db.execute("SELECT id, text FROM documents ORDER BY id").fetchall():
        insert_ties(db.conn, id)
        group_document(db.conn, id, text)


@SCHEMA()
def m006_bearers(db: sqlite_utils.Database) -> None:
    """Names as texts mean them, of which entities are made, and what people's decisions come to."""
    _run(db, BEARERS)


@SCHEMA()
def m007_baskets(db: sqlite_utils.Database) -> None:
    """Lists of cited words that people keep."""
    _run(db, BASKETS)


@SCHEMA()
def m008_contexts(db: sqlite_utils.Database) -> None:
    """What documents say of names that may tell one bearer from another."""
    _run(db, CONTEXTS)


def _run(db: sqlite_utils.Database, script: str) -> None:
    """Execute statement by statement: `executescript` would commit the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


@cache
def schema_steps() -> tuple[str, ...]:
    """Return the names of all steps in order."""
    with closing(sqlite_utils.Database(memory=True)) as empty:
        return tuple(step.name for step in SCHEMA.pending(empty))
