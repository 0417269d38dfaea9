"""Views for people who open the file itself."""

from __future__ import annotations

from kb.base.connection import SqliteConnection, run_script

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


def m004_views(conn: SqliteConnection) -> None:
    """Views for people who open the file itself."""
    run_script(conn, VIEWS)
