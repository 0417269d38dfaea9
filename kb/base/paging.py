"""Figures and quotes page by page, with the filters that people set; filters narrow together, all work is in SQL.

Texts in filters are looked for anywhere in what they are about, ASCII case ignored. Days are ISO dates or their
beginnings ("2004", "2004-05"), both bounds inclusive: a period from "2004" to "2004" is the whole year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from kb.base.connection import as_json, pattern, where
from kb.base.lists import Lists
from kb.base.rows import FigureRow, QuoteRow

FIGURE_DAY = "coalesce(x.period_first, d.published)"  # what a figure is for, else when its article was printed
SOURCE = (
    r"(d.title LIKE :source ESCAPE '\' OR d.publication LIKE :source ESCAPE '\' OR d.source LIKE :source ESCAPE '\')"
)


def _named_like(referent: str, name: str) -> str:
    """Return the condition that a referent is an entity with this text in one of its names."""
    return f"""{referent} IN (
        SELECT r.id FROM referents r JOIN aliases a ON a.entity = r.entity WHERE a.name LIKE :{name} ESCAPE '\\')"""


FIGURE_FILTERS = {
    "kind": "x.kind = :kind",
    "unit": "x.unit = :unit",
    "what": r"""(coalesce(x.of_full, x.of_surface) LIKE :what ESCAPE '\'
        OR x.kind = 'count' AND x.unit LIKE :what ESCAPE '\')""",
    "subject": rf"(x.subject_surface LIKE :subject ESCAPE '\' OR {_named_like('x.subject_referent', 'subject')})",
    "since": f"{FIGURE_DAY} >= :since",
    "until": f"{FIGURE_DAY} <= :until || '~'",  # "~" comes after every digit and dash
    "source": SOURCE,
}
QUOTE_FILTERS = {
    "kind": "x.direct = (:kind = 'direct')",
    "speaker": rf"(x.speaker_surface LIKE :speaker ESCAPE '\' OR {_named_like('x.speaker_referent', 'speaker')})",
    "topic": r"(x.surface LIKE :topic ESCAPE '\' OR s.text LIKE :topic ESCAPE '\')",
    "since": "d.published >= :since",
    "until": "d.published <= :until || '~'",
    "source": SOURCE,
}
TEXTS = ("what", "subject", "source", "speaker", "topic")
NOT_DATES = "x.kind != 'year'"
UNITS = """
    SELECT kind, unit, count(*) FROM figures
    WHERE kind != 'year' AND unit != '' AND (:kind IS NULL OR kind = :kind)
    GROUP BY unit ORDER BY 3 DESC, unit LIMIT :limit
"""
ABOUT = """
    SELECT DISTINCT x.id, e.id, e.name
    FROM quotes x
    JOIN sentences q ON q.key = x.sentence
    JOIN sentences s ON s.document = q.document AND s.number >= q.number AND s.start < x.end
    JOIN mentions m ON m.sentence = s.key AND m.start >= x.start AND m.end <= x.end
    JOIN referents r ON r.id = m.referent
    JOIN entities e ON e.id = r.entity
    WHERE x.id IN (SELECT value FROM json_each(:ids)) AND r.id IS NOT x.speaker_referent
    ORDER BY x.id, m.start, e.id
"""


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures are wanted; dates ("in 1998") are never among them."""

    what: str | None = None  # in what is measured or counted
    subject: str | None = None  # in whose figure it is, as printed or by any name of the entity
    kind: str | None = None  # one of extract.types.FIGURE_KINDS
    unit: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None  # in the title, publication or source of the document


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Which quotes are wanted."""

    speaker: str | None = None  # as printed or by any name of the entity
    topic: str | None = None  # in the quote or its sentence
    kind: str | None = None  # "direct" or "indirect"
    since: str | None = None  # of publication
    until: str | None = None
    source: str | None = None


class Paging(Lists):
    """Lists figures and quotes page by page, the newest first, undated ones last."""

    def figure_page(self, filters: FigureFilter, *, limit: int, offset: int = 0) -> list[FigureRow]:
        """Return a page of figures, those of the latest period first."""
        parameters = _parameters(filters)
        sql = f"""
            SELECT x.id FROM figures x JOIN sentences s ON s.key = x.sentence JOIN documents d ON d.id = s.document
            {_and(where(FIGURE_FILTERS, parameters), NOT_DATES)}
            ORDER BY {FIGURE_DAY} DESC, s.document, s.number, x.start, x.id
            LIMIT :limit OFFSET :offset
        """
        ids = [id for (id,) in self._rows(sql, parameters | {"limit": limit, "offset": offset})]
        found = {row.id: row for row in self.figures(ids=ids)}
        return [found[id] for id in ids]

    def figure_count(self, filters: FigureFilter) -> int:
        """Return how many figures there are."""
        parameters = _parameters(filters)
        joined = "JOIN sentences s ON s.key = x.sentence JOIN documents d ON d.id = s.document"
        needed = joined if any(parameters[name] is not None for name in ("since", "until", "source")) else ""
        sql = f"SELECT count(*) FROM figures x {needed} {_and(where(FIGURE_FILTERS, parameters), NOT_DATES)}"
        return int(self._rows(sql, parameters)[0][0])

    def figure_units(self, *, kind: str | None = None, limit: int = 100) -> list[str]:
        """Return the units of figures, the most frequent first."""
        return [unit for _, unit, _ in self._rows(UNITS, {"kind": kind, "limit": limit})]

    def quote_page(self, filters: QuoteFilter, *, limit: int, offset: int = 0) -> list[QuoteRow]:
        """Return a page of quotes, those of the latest articles first."""
        parameters = _parameters(filters)
        sql = f"""
            SELECT x.id FROM quotes x JOIN sentences s ON s.key = x.sentence JOIN documents d ON d.id = s.document
            {where(QUOTE_FILTERS, parameters)}
            ORDER BY d.published DESC, s.document, s.number, x.start, x.id
            LIMIT :limit OFFSET :offset
        """
        ids = [id for (id,) in self._rows(sql, parameters | {"limit": limit, "offset": offset})]
        found = {row.id: row for row in self.quotes(ids=ids)}
        return [found[id] for id in ids]

    def quote_count(self, filters: QuoteFilter) -> int:
        """Return how many quotes there are."""
        parameters = _parameters(filters)
        sql = f"""
            SELECT count(*) FROM quotes x JOIN sentences s ON s.key = x.sentence JOIN documents d ON d.id = s.document
            {where(QUOTE_FILTERS, parameters)}
        """
        return int(self._rows(sql, parameters)[0][0])

    def named_in_quotes(self, quotes: Sequence[QuoteRow]) -> Mapping[int, list[tuple[str, str]]]:
        """Return id and name of the entities named inside each quote, its speaker left out, by the quote's id."""
        found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for quote, entity, name in self._rows(ABOUT, {"ids": as_json(quote.id for quote in quotes)}):
            if (entity, name) not in found[quote]:
                found[quote].append((entity, name))
        return found


def _parameters(filters: FigureFilter | QuoteFilter) -> dict[str, object]:
    given = {name: value or None for name, value in asdict(filters).items()}
    return {name: pattern(value) if name in TEXTS else value for name, value in given.items()}


def _and(clause: str, condition: str) -> str:
    return f"{clause} AND {condition}" if clause else f"WHERE {condition}"
