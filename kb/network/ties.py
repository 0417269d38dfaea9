"""The ties of a document, written into the base: found anew from its stored records by kb/network/tie_rules.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.base.connection import Row, SqliteConnection
from kb.network.tie_rules import Counted, Found, Named, Part, Said, Stated, Tie, find_ties

RULES = "ties-1"

IN_DOCUMENT = "JOIN sentences s ON s.key = x.sentence WHERE s.document = :document"
# A date is a referent, but no entity; nor is what people took out.
REFERENT = "(SELECT r.id FROM referents r WHERE r.id = x.{part}_referent AND r.entity IS NOT NULL)"
NAMES = """
    SELECT x.sentence, x.start, x.end, x.surface, r.id, r.label
    FROM mentions x JOIN sentences s ON s.key = x.sentence JOIN referents r ON r.id = x.referent
    WHERE s.document = :document AND r.entity IS NOT NULL
    ORDER BY x.start, x.end, r.number
"""
CLAIMS = f"""
    SELECT x.id, x.sentence, x.subject_start, x.subject_end, {REFERENT.format(part="subject")},
        coalesce(x.predicate_full, x.predicate_surface), x.object_start, x.object_end,
        {REFERENT.format(part="object")}, x.negated, x.hedged
    FROM claims x {IN_DOCUMENT}
    ORDER BY x.id
"""
ARGUMENTS = """
    SELECT x.claim, x.start, x.end
    FROM arguments x JOIN claims c ON c.id = x.claim JOIN sentences s ON s.key = c.sentence
    WHERE s.document = :document
    ORDER BY x.id
"""
QUOTES = f"""
    SELECT x.start, x.end, x.speaker_start, x.speaker_end, {REFERENT.format(part="speaker")},
        coalesce(x.cue_full, x.cue_surface, 'said')
    FROM quotes x {IN_DOCUMENT} AND x.speaker_referent IS NOT NULL
    ORDER BY x.id
"""
FIGURES = f"""
    SELECT x.sentence, x.surface, x.of_start, x.of_end, {REFERENT.format(part="of")},
        x.subject_start, x.subject_end, {REFERENT.format(part="subject")}
    FROM figures x {IN_DOCUMENT}
    ORDER BY x.id
"""
INSERT = """
    INSERT INTO ties (document, sentence, kind, type, source_start, source_end, source_referent,
        target_start, target_end, target_referent, negated, hedged, rules, source, target)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
        (SELECT entity FROM referents WHERE id = ?7), (SELECT entity FROM referents WHERE id = ?10))
"""


def insert_ties(conn: SqliteConnection, document: str) -> None:
    """Write the ties of a document just inserted; from then on they follow its referents to their entities."""
    conn.executemany(INSERT, [_row(document, tie) for tie in find_ties(_found(conn, document))])


def _row(document: str, tie: Tie) -> Row:
    source, target = tie.source, tie.target
    ends = (source.start, source.end, source.referent, target.start, target.end, target.referent)
    return (document, tie.sentence, tie.kind, tie.type, *ends, tie.negated, tie.hedged, RULES)


def _found(conn: SqliteConnection, document: str) -> Found:
    given = {"document": document}
    (text,) = conn.execute("SELECT text FROM documents WHERE id = :document", given).fetchone()
    names = [Named(*row) for row in conn.execute(NAMES, given)]
    return Found(text, names, list(_claims(conn, given)), list(_quotes(conn, given)), list(_figures(conn, given)))


def _claims(conn: SqliteConnection, given: dict[str, str]) -> Iterator[Stated]:
    arguments: defaultdict[int, list[Part]] = defaultdict(list)
    for claim, start, end in conn.execute(ARGUMENTS, given):
        arguments[claim].append(Part(start, end))
    for id, sentence, *parts, negated, hedged in conn.execute(CLAIMS, given):
        subject, predicate, object = Part(*parts[:3]), parts[3], _part(parts[4:])
        yield Stated(sentence, subject, predicate, object, tuple(arguments[id]), bool(negated), bool(hedged))


def _quotes(conn: SqliteConnection, given: dict[str, str]) -> Iterator[Said]:
    for start, end, *speaker, cue in conn.execute(QUOTES, given):
        yield Said(Part(start, end), Part(*speaker), cue)


def _figures(conn: SqliteConnection, given: dict[str, str]) -> Iterator[Counted]:
    for sentence, surface, *parts in conn.execute(FIGURES, given):
        yield Counted(sentence, surface, _part(parts[:3]), _part(parts[3:]))


def _part(columns: list[int]) -> Part | None:
    return None if columns[0] is None else Part(*columns)
