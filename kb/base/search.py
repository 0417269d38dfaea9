"""Sentences: by id, by document, by neighbourhood, and by words through the FTS5 index."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.connection import Connection, Row, as_json
from kb.base.rows import Hit, SentenceRow

SENTENCE = "s.id, s.document, s.number, s.paragraph, s.start, s.end, s.text, d.title"
SENTENCE_WIDTH = 8  # columns in SENTENCE
TIED = 20  # hits ranked beyond those asked for, so that equal ranks among the last can be put in order
HITS = f"""
    SELECT {SENTENCE}, f.rank
    FROM sentences_fts f
    JOIN sentences s ON s.key = f.rowid
    JOIN documents d ON d.id = s.document
    WHERE sentences_fts MATCH :query AND (:document IS NULL OR s.document = :document)
    ORDER BY f.rank, s.document, s.number
    LIMIT :limit
"""
# The same, faster: sentences are read for the best alone, not for all that hold a word of the question.
BEST_HITS = f"""
    SELECT {SENTENCE}, f.rank
    FROM (SELECT rowid, rank FROM sentences_fts WHERE sentences_fts MATCH :query ORDER BY rank LIMIT :limit + {TIED}) f
    JOIN sentences s ON s.key = f.rowid
    JOIN documents d ON d.id = s.document
    ORDER BY f.rank, s.document, s.number
"""


class Search(Connection):
    """Finds sentences."""

    def search(self, terms: Sequence[str], *, limit: int = 50, document: str | None = None) -> list[Hit]:
        """Return the sentences that hold any of the terms, best first; a term of several words is a phrase.

        Terms are words as people write them: nothing in them is read as query syntax. Word forms match
        ("employ" finds "employs"). Ties break by document, then position.
        """
        query = any_of(terms)
        if not query:
            return []
        asked = {"query": query, "document": document, "limit": limit}
        rows = self._rows(BEST_HITS, asked) if document is None else None
        if rows is None or _ends_in_ties(rows, limit):
            rows = self._rows(HITS, asked)
        return [Hit(sentence_row(row), row[SENTENCE_WIDTH]) for row in rows[:limit]]

    def sentence(self, id: str) -> SentenceRow | None:
        """Return the sentence with this id, or None."""
        found = self.sentences_by_id([id])
        return found[0] if found else None

    def sentences_by_id(self, ids: Sequence[str]) -> list[SentenceRow]:
        """Return the sentences with these ids, in the order of the ids; unknown ones are left out."""
        sql = f"""
            SELECT {SENTENCE}
            FROM sentences s JOIN documents d ON d.id = s.document
            WHERE s.id IN (SELECT value FROM json_each(:ids))
        """
        found = {row[0]: sentence_row(row) for row in self._rows(sql, {"ids": as_json(ids)})}
        return [found[id] for id in ids if id in found]

    def sentences(self, document: str) -> list[SentenceRow]:
        """Return the sentences of a document in text order."""
        sql = f"""
            SELECT {SENTENCE}
            FROM sentences s JOIN documents d ON d.id = s.document
            WHERE s.document = :document
            ORDER BY s.number
        """
        return [sentence_row(row) for row in self._rows(sql, {"document": document})]

    def neighbours(self, id: str, *, distance: int = 1) -> list[SentenceRow]:
        """Return the sentences up to `distance` before and after this one in its document, itself left out."""
        sql = f"""
            SELECT {SENTENCE}
            FROM sentences m
            JOIN sentences s ON s.document = m.document
                AND s.number BETWEEN m.number - :distance AND m.number + :distance AND s.number != m.number
            JOIN documents d ON d.id = s.document
            WHERE m.id = :id
            ORDER BY s.number
        """
        return [sentence_row(row) for row in self._rows(sql, {"id": id, "distance": distance})]


def any_of(terms: Sequence[str]) -> str:
    """Return the FTS5 query for any of the terms, each quoted, so that no character of theirs is syntax."""
    cleaned = [" ".join(_encodable(term).replace("\0", " ").split()) for term in terms]
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in cleaned if term)


def _ends_in_ties(rows: Sequence[Row], limit: int) -> bool:
    """Return whether hits that were not fetched may be as good as the last one asked for."""
    return len(rows) == limit + TIED and rows[limit - 1][SENTENCE_WIDTH] == rows[-1][SENTENCE_WIDTH]


def sentence_row(row: Row) -> SentenceRow:
    """Return the sentence whose columns, those of SENTENCE, start the row."""
    return SentenceRow(*row[:SENTENCE_WIDTH])


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
