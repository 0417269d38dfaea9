"""When: the dated periods and the publication dates of what the articles say about an entity."""

from __future__ import annotations

from dataclasses import dataclass

from kb.base.connection import Row
from kb.base.rows import SentenceRow
from kb.base.search import SENTENCE, SENTENCE_WIDTH, sentence_row
from kb.network.neighbourhood import Ties


@dataclass(frozen=True, slots=True)
class Dated:
    """Something dated about an entity."""

    first: str  # ISO 8601: "2002", "2002-08" or "2002-08-19"
    last: str
    kind: str  # "period": the sentence speaks of this time; "published": the article with the sentence came out then
    words: str  # of the text that give the period; "" for "published"
    figure: str  # the figure of that period; "" when there is none
    sentence: SentenceRow  # names the entity


# A year that stands by itself is a figure of kind "year"; every other figure may have a period.
PERIODS = f"""
    SELECT {SENTENCE}, coalesce(x.period_first, printf('%04d-01-01', x.value)),
        coalesce(x.period_last, printf('%04d-12-31', coalesce(x.value_high, x.value))), 'period',
        coalesce(x.period_surface, x.surface), iif(x.kind = 'year', '', x.surface)
    FROM figures x
    JOIN sentences s ON s.key = x.sentence
    JOIN documents d ON d.id = s.document
    WHERE (x.period_first IS NOT NULL OR (x.kind = 'year' AND x.value BETWEEN 1 AND 9999))
        AND x.sentence IN (
            SELECT m.sentence FROM mentions m JOIN referents r ON r.id = m.referent WHERE r.entity = :entity)
"""
PUBLISHED = f"""
    SELECT {SENTENCE}, d.published, d.published, 'published', '', ''
    FROM (SELECT min(m.sentence) AS key FROM mentions m JOIN referents r ON r.id = m.referent
        WHERE r.entity = :entity GROUP BY r.document) named
    JOIN sentences s ON s.key = named.key
    JOIN documents d ON d.id = s.document
    WHERE d.published IS NOT NULL
"""


def timeline(ties: Ties, entity: str, *, limit: int = 200) -> list[Dated]:
    """Return at most `limit` dated things about an entity, the earliest first; each period of a sentence once.

    A bare year that belongs to a longer period of its sentence ("the winter of 1886") is told as that.
    """
    rows = ties.db.execute(PERIODS, {"entity": entity}).fetchall()
    rows += ties.db.execute(PUBLISHED, {"entity": entity}).fetchall()
    dated = sorted(map(_dated, rows), key=lambda one: (one.first, one.last, one.sentence.id, one.kind, not one.figure))
    told: dict[str, list[str]] = {}
    for one in dated:
        told.setdefault(one.sentence.id, []).append(one.words)
    seen: set[tuple[str, ...]] = set()
    kept = []
    for one in dated:
        when = (one.first, one.last, one.sentence.id, one.kind)
        longer = any(one.words in words and one.words != words for words in told[one.sentence.id])
        if one.figure or one.kind == "published" or not (when in seen or longer):
            kept.append(one)
        seen.add(when)
    return kept[:limit]


def _dated(row: Row) -> Dated:
    first, last, kind, words, figure = row[SENTENCE_WIDTH:]
    return Dated(first, last, kind, words, figure, sentence_row(row))
