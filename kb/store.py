"""The base: records in, records out. SQL lives here and in the modules that this one is made of.

`kb/base/search.py` and `kb/base/passages.py` find sentences, `kb/base/entities.py` entities, `kb/base/lists.py` lists
what was found in sentences; `kb/base/writing.py`, `kb/merging/linking.py` and `kb/merging/tallies.py` put documents in
and take them out; `kb/base/dump.py` prints the whole base.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlite_utils import Database

from extract.types import Document, Extraction
from kb.base import dump
from kb.base.connection import pattern, where, writing
from kb.base.migrations import SCHEMA, schema_steps
from kb.base.near_duplicates import group_document, ungroup_document
from kb.base.paging import Paging
from kb.base.passages import Passages
from kb.base.rows import Counts, DocumentRow, Shown
from kb.base.search import Search
from kb.base.writing import delete_document, insert_document
from kb.merging import linking
from kb.network.neighbourhood import Ties
from kb.network.ties import insert_ties
from kb.resolve import RULES_VERSION

BUSY_TIMEOUT = 30  # seconds that a writer waits for another one; a document takes some hundredths
CHECKPOINT = 8_000  # pages of 4 KiB written before they are moved into the base: the default, 1,000, doubles the time
CACHE = -65_536  # KiB, as SQLite has it: below 0

DOCUMENT = "d.id, d.text, d.source, d.sha256, d.title, d.author, d.publication, d.published, d.url, d.language"
DOCUMENT_ROW = """
    SELECT d.id, d.title, d.author, d.publication, d.published, d.url, d.source, d.language, d.sha256, length(d.text),
        (SELECT count(*) FROM sentences s WHERE s.document = d.id),
        (SELECT c.original FROM copies c WHERE c.document = d.id)
    FROM documents d
"""
NEWEST_FIRST = "ORDER BY d.published IS NULL, d.published DESC, d.title, d.id"
DOCUMENT_FILTERS = {
    "id": "d.id = :id",
    "source": "d.source = :source",
    "entity": "d.id IN (SELECT document FROM referents WHERE entity = :entity)",
    "like": r"""(d.title LIKE :like ESCAPE '\' OR d.source LIKE :like ESCAPE '\'
        OR d.publication LIKE :like ESCAPE '\')""",
    "since": "d.published >= :since",
    "until": "d.published <= :until || '~'",  # "~" comes after every digit and dash
    "copies": "d.id IN (SELECT document FROM copies WHERE original != document)",
}


class StoreError(Exception):
    """A base cannot be opened; the message says what to do."""


class Store(Search, Passages, Paging, Ties):
    """A base over an open database, which is brought to the newest schema unless it is read-only.

    Also here: `search`, `sentence`, `sentences_by_id`, `sentences`, `neighbours` (kb/base/search.py); what asking needs
    (kb/base/passages.py); `entities`, `entity`, `entities_named`, `ids_of` (kb/base/entities.py); `mentions`,
    `figures`, `quotes`, `claims` (kb/base/lists.py); pages of figures and quotes (kb/base/paging.py); `neighbourhood`,
    `ties_among`, `tie_sentences` (kb/network/neighbourhood.py).
    """

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self.db.conn.execute("PRAGMA foreign_keys = ON")
        if SCHEMA.pending(db):
            with writing(db):  # another process may be about to do the same
                SCHEMA.apply(db)
            self.renew_entities()

    def documents(
        self, *, like: str | None = None, entity: str | None = None, since: str | None = None, until: str | None = None,
        copies: bool = False, limit: int | None = None, offset: int = 0,
    ) -> list[DocumentRow]:  # fmt: skip
        """Return the documents, newest publication first.

        :param like: text in the title, source or publication.
        :param entity: id of an entity that they mention.
        :param since: ISO date or its beginning, inclusive as `until`: "2004" to "2004" is the whole year.
        :param copies: only near-duplicates of an earlier one.
        """
        given = _document_filters(like, entity, since, until, copies=copies)
        return self._documents(given, limit, offset)

    def document_count(
        self, *, like: str | None = None, since: str | None = None, until: str | None = None, copies: bool = False
    ) -> int:
        """Return how many documents there are; parameters as of `documents`."""
        given = _document_filters(like, None, since, until, copies=copies)
        return int(self._rows(f"SELECT count(*) FROM documents d {where(DOCUMENT_FILTERS, given)}", given)[0][0])

    def documents_from(self, source: str) -> list[DocumentRow]:
        """Return the documents read from this path or url."""
        return self._documents({"source": source})

    def _documents(
        self, parameters: dict[str, object], limit: int | None = None, offset: int = 0
    ) -> list[DocumentRow]:  # fmt: skip
        # The page is cut before anything about a document is counted.
        sql = f"""
            {DOCUMENT_ROW} WHERE d.id IN (
                SELECT d.id FROM documents d {where(DOCUMENT_FILTERS, parameters)}
                {NEWEST_FIRST} LIMIT :limit OFFSET :offset)
            {NEWEST_FIRST}
        """
        paging = {"limit": -1 if limit is None else limit, "offset": offset}
        return [DocumentRow(*row) for row in self._rows(sql, {**parameters, **paging})]

    def document(self, id: str) -> Document | None:
        """Return the document with this id and its whole text, or None."""
        rows = self._rows(f"SELECT {DOCUMENT} FROM documents d WHERE d.id = :id", {"id": id})
        return Document(*rows[0]) if rows else None

    def fingerprints(self) -> dict[str, tuple[str, str, str]]:
        """Return source, fingerprint and rules version of every document by its id."""
        sql = "SELECT id, source, fingerprint, rules FROM documents"
        return {id: (source, fingerprint, rules) for id, source, fingerprint, rules in self._rows(sql, {})}

    def counts(self) -> Counts:
        """Return how many records of each kind there are."""
        tables = ("documents", "sentences", "mentions", "entities", "figures", "quotes", "claims")
        return Counts(*(self._rows(f"SELECT count(*) FROM {table}", {})[0][0] for table in tables))

    def show(self, id: str) -> Shown | None:
        """Return the document, sentence or entity with this id and everything known about it, or None."""
        document = self.document(id)
        sentence = None if document else self.sentence(id)
        entity = None if document or sentence else self.entity(id)
        if not (document or sentence or entity):
            return None
        named = id if entity else None
        within = id if document else None
        only = [id] if sentence else None
        return Shown(
            document,
            sentence,
            entity,
            tuple(self.mentions(entity=named, document=within, sentences=only)),
            tuple(self.figures(entity=named, document=within, sentences=only)),
            tuple(self.quotes(entity=named, document=within, sentences=only)),
            tuple(self.claims(entity=named, document=within, sentences=only)),
        )

    def put(self, document: Document, extraction: Extraction, *, rules: str, instead_of: Iterable[str] = ()) -> None:
        """Write a document and what it says, in one transaction, in place of an earlier one with its id.

        :param rules: the version of the rules that made the extraction.
        :param instead_of: ids of other documents that it replaces.
        """
        with writing(self.db) as conn:
            for id in sorted({document.id, *instead_of}):
                self._remove(conn, id)
            insert_document(conn, document, extraction, rules)
            linking.link_document(conn, document.id)
            insert_ties(conn, document.id)
            group_document(conn, document.id, document.text)

    def remove(self, ids: Iterable[str]) -> list[str]:
        """Remove documents and all that rested on them, in one transaction; return the ids that were there."""
        with writing(self.db) as conn:
            return [id for id in ids if self._remove(conn, id)]

    def renew_entities(self) -> None:
        """Make all entities anew, where older rules of names and merges made them; people's decisions stay."""
        if self._rows("SELECT version FROM naming", {}) == [(RULES_VERSION,)]:
            return
        with writing(self.db) as conn:
            linking.link_all(conn)
            conn.execute("DELETE FROM naming")
            conn.execute("INSERT INTO naming (version) VALUES (?)", (RULES_VERSION,))

    def dump(self) -> Iterator[str]:
        """Yield one line per record, ordered by content: equal bases give equal lines, however they were built."""
        return dump.dump(self.db.conn)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def _remove(self, conn: sqlite3.Connection, id: str) -> bool:
        if conn.execute("SELECT 1 FROM documents WHERE id = ?", (id,)).fetchone() is None:
            return False
        left = linking.unlink_document(conn, id)
        ungroup_document(conn, id)
        delete_document(conn, id)
        linking.settle_after_removal(conn, id, left)
        return True


def _document_filters(
    like: str | None, entity: str | None, since: str | None, until: str | None, *, copies: bool
) -> dict[str, object]:  # fmt: skip
    known = {"like": pattern(like), "entity": entity, "since": since or None, "until": until or None}
    return known | {"copies": copies or None}


def open_store(path: str | Path, *, readonly: bool = False) -> Store:
    """Open the base at this path; it is made if it is not there, unless `readonly`.

    :raises StoreError: when there is no base, it cannot be opened, or it was made by a newer version.
    """
    if readonly and not Path(path).exists():
        raise StoreError(f"{path}: there is no base here; make one with: kb add FOLDER")
    try:
        conn = _connect(Path(path), readonly=readonly)
    except sqlite3.OperationalError as error:
        raise _cannot_open(path, error) from error
    try:
        return _checked(conn, path, readonly=readonly)
    except sqlite3.OperationalError as error:
        conn.close()
        raise _cannot_open(path, error) from error
    except sqlite3.DatabaseError as error:
        conn.close()
        raise StoreError(f"{path}: is no Footnote base ({error}); name another file with --db") from error
    except StoreError:
        conn.close()
        raise


def _cannot_open(path: str | Path, error: sqlite3.Error) -> StoreError:
    return StoreError(f"{path}: cannot be opened ({error}); see that its folder is there and that you may write in it")


def _connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if readonly:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT)


def _checked(conn: sqlite3.Connection, path: str | Path, *, readonly: bool) -> Store:
    """Make the store, once it is clear that the database is ours and not newer than we are."""
    db = Database(conn)
    # Tables first: whoever makes the base meanwhile commits a step's tables together with the step.
    tables = [name for name in db.table_names() if not name.startswith("_")]
    applied = {migration.name for migration in SCHEMA.applied(db)}
    known = applied | {migration.name for migration in SCHEMA.pending(db)}
    if tables and not applied:
        raise StoreError(f"{path}: is a database, but no Footnote base; name another file with --db")
    if applied - set(schema_steps()):
        raise StoreError(f"{path}: was made by a newer version of Footnote; update Footnote to open it")
    if readonly and known != applied:
        raise StoreError(f"{path}: was made by an older version of Footnote; run kb check once to bring it up to date")
    if not readonly:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")  # a power cut may undo the last documents, never break the base
        conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
        conn.execute(f"PRAGMA cache_size = {CACHE}")
    store = Store(db)
    if not readonly:
        store.renew_entities()
    return store
