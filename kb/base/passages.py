"""What asking needs of the base beside search and lists: how common words are, and what surrounds a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.base.connection import Connection, as_json
from kb.base.rows import SentenceRow
from kb.base.search import SENTENCE, any_of, sentence_row

LONGEST_PARAGRAPH = 15  # sentences on each side: a text in one paragraph would otherwise be read whole


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from."""

    title: str | None
    source: str  # path or url
    publication: str | None
    published: str | None


class Passages(Connection):
    """Counts words and reads around sentences."""

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """Return in how many sentences each term stands; word forms count too, as in `search`."""
        sql = "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH :query"
        queries = {term: any_of([term]) for term in dict.fromkeys(terms)}
        return {term: self._rows(sql, {"query": query})[0][0] if query else 0 for term, query in queries.items()}

    def sentence_total(self) -> int:
        """Return how many sentences there are."""
        return self._rows("SELECT count(*) FROM sentences", {})[0][0]  # type: ignore[no-any-return]

    def surroundings(self, ids: Sequence[str], *, distance: int) -> list[SentenceRow]:
        """Return these sentences, those of their paragraphs, and those up to `distance` away in their documents.

        In order of document and position, each once.
        """
        sql = f"""
            WITH middle AS MATERIALIZED (
                SELECT document, number, paragraph FROM sentences WHERE id IN (SELECT value FROM json_each(:ids))
            ),
            bounds AS MATERIALIZED (
                SELECT document, number - :distance AS first, number + :distance AS last FROM middle
                UNION
                SELECT s.document, min(s.number), max(s.number)
                FROM middle m JOIN sentences s ON s.document = m.document
                    AND s.number BETWEEN m.number - :paragraph AND m.number + :paragraph AND s.paragraph = m.paragraph
                GROUP BY m.document, m.paragraph
            )
            SELECT DISTINCT {SENTENCE}
            FROM bounds b
            JOIN sentences s ON s.document = b.document AND s.number BETWEEN b.first AND b.last
            JOIN documents d ON d.id = s.document
            ORDER BY s.document, s.number
        """
        parameters = {"ids": as_json(ids), "distance": distance, "paragraph": LONGEST_PARAGRAPH}
        return [sentence_row(row) for row in self._rows(sql, parameters)]

    def text_between(self, document: str, start: int, end: int) -> str | None:
        """Return the characters from `start` to `end` (exclusive) of a document's stored text, None without one."""
        sql = "SELECT substr(text, :start + 1, :end - :start) FROM documents WHERE id = :document"
        rows = self._rows(sql, {"document": document, "start": start, "end": end})
        return rows[0][0] if rows else None

    def is_sentence(self, document: str, start: int, end: int) -> bool:
        """Return whether these are the bounds of a sentence."""
        sql = "SELECT 1 FROM sentences WHERE document = :document AND start = :start AND end = :end"
        return bool(self._rows(sql, {"document": document, "start": start, "end": end}))

    def origins(self, documents: Iterable[str]) -> dict[str, Origin]:
        """Return where documents come from, by id; unknown ids are left out."""
        sql = """
            SELECT id, title, source, publication, published FROM documents
            WHERE id IN (SELECT value FROM json_each(:ids))
        """
        return {row[0]: Origin(*row[1:]) for row in self._rows(sql, {"ids": as_json(documents)})}
