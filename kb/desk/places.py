"""From what people point at (a sentence, a figure, a quote, an answer's citation) to an entry that stands by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from extract.types import Document
from kb.base.rows import FigureRow, QuoteRow, SentenceRow
from kb.base.search import SENTENCE, SENTENCE_WIDTH, sentence_row
from kb.citations.entry import AROUND, Entry, text_hash
from kb.store import Store
from kb.types import Citation

LONGEST_NUMBER = 19  # digits and one more that SQLite's keys have
KINDS = {"figure": "figures", "quote": "quotes"}  # and their tables

SENTENCE_AT = f"""
    SELECT {SENTENCE} FROM sentences s JOIN documents d ON d.id = s.document
    WHERE s.document = :document AND s.start <= :start AND s.end > :start
"""


class DeskError(ValueError):
    """Something that was asked of the desk is not there or makes no sense; the message says what to do."""


def today() -> str:
    """Return the day, ISO 8601, UTC."""
    return datetime.now(UTC).date().isoformat()


class Places:
    """Makes entries of a base's records; each document is read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._documents: dict[str, tuple[Document, str]] = {}

    def of_ids(self, ids: Iterable[str]) -> list[Entry]:
        """Return what these ids name: sentences ("harbour.3"), figures ("figure:12") and quotes ("quote:7").

        :raises DeskError: when there is no such thing.
        """
        return [self._of_id(id) for id in ids]

    def of_row(self, row: FigureRow | QuoteRow) -> Entry:
        """Return a listed figure or quote."""
        kind = "figure" if isinstance(row, FigureRow) else "quote"
        return self._at(row.sentence, row.start, row.end, kind)

    def of_sentence(self, sentence: SentenceRow) -> Entry:
        """Return a whole sentence."""
        return self._at(sentence, sentence.start, sentence.end, "sentence")

    def of_citation(self, citation: Citation) -> Entry:
        """Return an answer's citation, a whole sentence.

        :raises DeskError: when the sentence is no longer in the base.
        """
        parameters = {"document": citation.document, "start": citation.start}
        for row in self.store.db.execute(SENTENCE_AT, parameters).fetchall():
            sentence = sentence_row(row)
            if sentence.text == citation.text:
                return self.of_sentence(sentence)
        raise DeskError(f"the sentence at {citation.start} of {citation.document!r} is gone: ask the question again")

    def _of_id(self, id: str) -> Entry:
        kind, colon, number = id.partition(":")
        if colon and kind in KINDS and number.isascii() and number.isdecimal() and len(number) < LONGEST_NUMBER:
            rows = self.store.db.execute(_record(KINDS[kind]), {"id": int(number)}).fetchall()
            if rows:
                start, end = rows[0][SENTENCE_WIDTH:]
                return self._at(sentence_row(rows[0]), start, end, kind)
            raise DeskError(f"there is no {kind} {number} here: kb {KINDS[kind]} --json gives every one's id")
        sentence = self.store.sentence(id)
        if sentence is None:
            raise DeskError(f"nothing here has the id {id[:100]!r}: give a sentence's id, figure:N or quote:N")
        return self.of_sentence(sentence)

    def _at(self, sentence: SentenceRow, start: int, end: int, kind: str) -> Entry:
        document, hashed = self._document(sentence.document)
        text = document.text
        return Entry(
            document.id, document.sha256, hashed, document.title, document.author, document.publication,
            document.published, document.url, document.source, document.language, today(), kind, start, end,
            text[start:end], sentence.start, sentence.end, sentence.text, sentence.paragraph,
            text[max(start - AROUND, 0) : start], text[end : end + AROUND],
        )  # fmt: skip

    def _document(self, id: str) -> tuple[Document, str]:
        if id not in self._documents:
            document = self.store.document(id)
            if document is None:
                raise DeskError(f"the article {id!r} has just been removed: add it again")
            self._documents[id] = (document, text_hash(document.text))
        return self._documents[id]


def _record(table: str) -> str:
    return f"""
        SELECT {SENTENCE}, x.start, x.end
        FROM {table} x JOIN sentences s ON s.key = x.sentence JOIN documents d ON d.id = s.document
        WHERE x.id = :id
    """
