"""Figures, quotes and claims."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

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


def m003_statements(conn: SqliteConnection) -> None:
    """Figures, quotes and claims."""
    run_script(conn, STATEMENTS)
