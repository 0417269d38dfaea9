"""The whole base verified: every offset, hash, reference, count and index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.types import Document
from kb.base.connection import DatabaseError, SqliteConnection
from kb.base.migrations import schema_steps
from kb.base.writing import fingerprint, sentence_id
from kb.merging.rulings import TAKEN_OUT
from kb.resolve import entity_id
from kb.store import DOCUMENT, Store


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the base that is off."""

    check: str  # "schema", "file", "reference", "search", "hash", "offset" or "entity"
    message: str  # what and where, in one line


# Every span that the base holds, as: what, sentence, start, end, surface, whether it must start in its sentence.
SPANS = """
    SELECT 'mention', s.id, x.start, x.end, x.surface, 1
    FROM mentions x JOIN sentences s ON s.key = x.sentence WHERE s.document = :document
    UNION ALL
    SELECT 'figure', s.id, x.start, x.end, x.surface, 1
    FROM figures x JOIN sentences s ON s.key = x.sentence WHERE s.document = :document
    UNION ALL
    SELECT 'quote', s.id, x.start, x.end, x.surface, 1
    FROM quotes x JOIN sentences s ON s.key = x.sentence WHERE s.document = :document
    UNION ALL
    SELECT 'argument of a claim', s.id, x.start, x.end, x.surface, 0
    FROM arguments x JOIN claims c ON c.id = x.claim JOIN sentences s ON s.key = c.sentence
    WHERE s.document = :document
"""
PARTS = (
    ("figures", "of"), ("figures", "subject"), ("figures", "period"), ("quotes", "speaker"), ("quotes", "cue"),
    ("claims", "subject"), ("claims", "predicate"), ("claims", "object"), ("claims", "speaker"),
)  # fmt: skip
ALL_SPANS = SPANS + "".join(
    f"""
    UNION ALL
    SELECT '{part} of {table}', s.id, x.{part}_start, x.{part}_end, x.{part}_surface, 0
    FROM {table} x JOIN sentences s ON s.key = x.sentence
    WHERE s.document = :document AND x.{part}_start IS NOT NULL"""
    for table, part in PARTS
)
SENTENCES = "SELECT id, number, start, end, text FROM sentences WHERE document = :document ORDER BY number"

ENTITIES = """
    SELECT e.id, e.name, e.key, e.documents, e.mentions,
        count(DISTINCT r.document), coalesce(sum(r.mentions), 0)
    FROM entities e LEFT JOIN referents r ON r.entity = e.id
    GROUP BY e.id
    ORDER BY e.id
"""
REFERENTS = """
    SELECT r.document, r.name, r.mentions, count(m.id)
    FROM referents r LEFT JOIN mentions m ON m.referent = r.id
    GROUP BY r.id HAVING r.mentions != count(m.id) OR count(m.id) = 0
    ORDER BY r.id
"""
UNRESOLVED = f"""
    SELECT document, name FROM referents
    WHERE entity IS NULL AND label != 'DATE' AND reason IS NOT '{TAKEN_OUT}' ORDER BY id
"""
BEARERS = """
    SELECT b.id, b.block, b.key, b.extra, b.entity, count(r.id), sum(r.entity IS NOT b.entity)
    FROM bearers b LEFT JOIN referents r ON r.bearer = b.id GROUP BY b.id ORDER BY b.id
"""
TIES = """
    SELECT s.id, t.kind
    FROM ties t
    JOIN sentences s ON s.key = t.sentence
    JOIN referents a ON a.id = t.source_referent
    JOIN referents b ON b.id = t.target_referent
    WHERE t.source IS NOT a.entity OR t.target IS NOT b.entity OR t.document != s.document
    ORDER BY t.id
"""
NAMELESS = "SELECT id FROM entities WHERE id NOT IN (SELECT entity FROM aliases) ORDER BY id"
SEARCH_CHECK = "INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)"


def check(store: Store) -> list[Finding]:
    """Return everything that is off in the base; nothing when it is whole. The base must be open for writing."""
    conn = store.db.conn
    return [finding for one in CHECKS for finding in one(conn)]


def _schema(conn: SqliteConnection) -> Iterator[Finding]:
    rows = conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'footnote' ORDER BY id").fetchall()
    taken = tuple(row[0] for row in rows)
    if taken != schema_steps():
        yield Finding("schema", f"the steps taken are {taken}, not {schema_steps()}")


def _file(conn: SqliteConnection) -> Iterator[Finding]:
    for (message,) in conn.execute("PRAGMA integrity_check").fetchall():
        if message != "ok":
            yield Finding("file", message)


def _references(conn: SqliteConnection) -> Iterator[Finding]:
    for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("reference", f"row {row} of {table} refers to one in {parent} that is not there")


def _search(conn: SqliteConnection) -> Iterator[Finding]:
    try:
        conn.execute(SEARCH_CHECK)
    except DatabaseError as error:
        yield Finding("search", f"the search index does not fit the sentences ({error})")
    conn.rollback()


def _documents(conn: SqliteConnection) -> Iterator[Finding]:
    for (id,) in conn.execute("SELECT id FROM documents ORDER BY id").fetchall():
        *fields, stored = conn.execute(
            f"SELECT {DOCUMENT}, d.fingerprint FROM documents d WHERE d.id = :id", {"id": id}
        ).fetchone()
        document = Document(*fields)
        if fingerprint(document) != stored:
            yield Finding("hash", f"document {id}: its text or metadata is not what was stored")
        yield from _sentences(conn, document)
        yield from _spans(conn, document)


def _sentences(conn: SqliteConnection, document: Document) -> Iterator[Finding]:
    last = 0
    for position, row in enumerate(conn.execute(SENTENCES, {"document": document.id})):
        id, number, start, end, text = row
        if number != position or id != sentence_id(document.id, number):
            yield Finding("offset", f"sentence {id}: is not number {position} of its document")
        if not last <= start < end or document.text[start:end] != text:
            yield Finding("offset", f"sentence {id}: {start}-{end} is not {text[:60]!r}")
        last = end


def _spans(conn: SqliteConnection, document: Document) -> Iterator[Finding]:
    bounds = {row[0]: (row[2], row[3]) for row in conn.execute(SENTENCES, {"document": document.id})}
    for what, sentence, start, end, surface, inside in conn.execute(ALL_SPANS, {"document": document.id}):
        if not 0 <= start <= end or document.text[start:end] != surface:
            yield Finding("offset", f"{what} in {sentence}: {start}-{end} is not {surface[:60]!r}")
        elif inside and not bounds[sentence][0] <= start < bounds[sentence][1]:
            yield Finding("offset", f"{what} {surface[:60]!r} at {start}-{end} starts outside its sentence {sentence}")


def _entities(conn: SqliteConnection) -> Iterator[Finding]:
    for id, name, key, documents, mentions, in_documents, as_mentions in conn.execute(ENTITIES):
        if not in_documents:
            yield Finding("entity", f"entity {id} ({name}): nothing mentions it")
        elif (documents, mentions) != (in_documents, as_mentions):
            found = f"{as_mentions} mentions in {in_documents} documents"
            yield Finding("entity", f"entity {id} ({name}): has {found}, not {mentions} in {documents}")
        if not conn.execute("SELECT 1 FROM bearers WHERE id = ? AND entity = id AND key = ?", (id, key)).fetchone():
            yield Finding("hash", f"entity {id} ({name}): its id is not that of {key!r}")
    for document, name, counted, mentions in conn.execute(REFERENTS):
        yield Finding("entity", f"{name!r} in document {document}: has {mentions} mentions, not {counted}")
    for document, name in conn.execute(UNRESOLVED):
        yield Finding("entity", f"{name!r} in document {document}: is no entity")
    for (id,) in conn.execute(NAMELESS):
        yield Finding("entity", f"entity {id}: has no name that a text prints")


def _bearers(conn: SqliteConnection) -> Iterator[Finding]:
    for id, block, key, extra, entity, referents, elsewhere in conn.execute(BEARERS):
        if id != entity_id(block, key, extra):
            yield Finding("hash", f"name {id} ({key}): its id is not that of {key!r}")
        if not referents or elsewhere:
            yield Finding("entity", f"name {id} ({key}): not all that bear it are entity {entity}")


def _ties(conn: SqliteConnection) -> Iterator[Finding]:
    for sentence, kind in conn.execute(TIES):
        yield Finding("entity", f"a tie ({kind}) in sentence {sentence}: its names are not the entities it ties")


CHECKS: tuple[Callable[[SqliteConnection], Iterator[Finding]], ...] = (
    _schema, _file, _references, _search, _documents, _entities, _bearers, _ties,
)  # fmt: skip
