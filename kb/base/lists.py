"""Lists of what was found in sentences, each with filters; all in document order unless said otherwise.

Filters narrow together. `entity` is an entity's id or any name printed for it; `like` is text in the sentence (for
quotes: in the quoted words), ASCII case ignored; `sentences` are sentence ids, `ids` those of the records; `limit` None
is no limit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.types import Argument, Period
from kb.base.connection import Row, as_json, pattern, where
from kb.base.entities import Entities
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow, QuoteRow, SentenceRow
from kb.base.search import SENTENCE, SENTENCE_WIDTH, sentence_row

# Conditions that every list of records in sentences knows; the records are `x`, sentences `s`.
IN_SENTENCE = {
    "document": "s.document = :document",
    "sentences": "s.id IN (SELECT value FROM json_each(:sentences))",
    "ids": "x.id IN (SELECT value FROM json_each(:ids))",
    "like": r"s.text LIKE :like ESCAPE '\'",
}
REFERENTS = "SELECT r.id FROM referents r JOIN json_each(:entity) e ON e.value = r.entity"
MENTION_FILTERS = IN_SENTENCE | {
    "entity": f"x.referent IN ({REFERENTS})",
    "label": "x.label = :label",
}
FIGURE_FILTERS = IN_SENTENCE | {
    "entity": f"x.sentence IN (SELECT m.sentence FROM mentions m WHERE m.referent IN ({REFERENTS}))",
    "kind": "x.kind = :kind",
}
QUOTE_FILTERS = IN_SENTENCE | {
    "entity": f"x.speaker_referent IN ({REFERENTS})",
    "kind": "x.direct = (:kind = 'direct')",
    "like": r"x.surface LIKE :like ESCAPE '\'",
}
CLAIM_FILTERS = IN_SENTENCE | {
    "entity": f"""(x.subject_referent IN ({REFERENTS}) OR x.object_referent IN ({REFERENTS})
        OR x.speaker_referent IN ({REFERENTS}))""",
    "kind": "(x.speaker_start IS NOT NULL) = (:kind = 'reported')",
}


def _phrase(part: str, referent: str) -> str:
    """Return the columns of a phrase, with its entity."""
    return f"x.{part}_start, x.{part}_end, x.{part}_surface, x.{part}_full, {referent}.id, {referent}.name"


def _named(part: str) -> str:
    """Return the joins that lead from a phrase to its entity, called `{part}_e`."""
    return f"""
        LEFT JOIN referents {part}_r ON {part}_r.id = x.{part}_referent
        LEFT JOIN entities {part}_e ON {part}_e.id = {part}_r.entity"""


class Lists(Entities):
    """Lists mentions, figures, quotes and claims."""

    def mentions(
        self, *, entity: str | None = None, document: str | None = None, sentences: Sequence[str] | None = None,
        label: str | None = None, like: str | None = None, limit: int | None = None,
    ) -> list[MentionRow]:  # fmt: skip
        """Return mentions."""
        parameters = self._filters(entity, document, sentences, like, limit) | {"label": label}
        sql = f"""
            SELECT {SENTENCE}, x.start, x.end, x.surface, x.label, x.form, e.id, e.name
            FROM mentions x
            JOIN sentences s ON s.key = x.sentence
            JOIN documents d ON d.id = s.document
            JOIN referents r ON r.id = x.referent
            LEFT JOIN entities e ON e.id = r.entity
            {where(MENTION_FILTERS, parameters)}
            ORDER BY s.document, s.number, x.start, x.id
            LIMIT :limit
        """
        shared = _InOrder()
        return [MentionRow(shared(row), *row[SENTENCE_WIDTH:]) for row in self._each(sql, parameters)]

    def figures(
        self, *, entity: str | None = None, document: str | None = None, sentences: Sequence[str] | None = None,
        ids: Sequence[int] | None = None, kind: str | None = None, like: str | None = None, limit: int | None = None,
    ) -> list[FigureRow]:  # fmt: skip
        """Return figures; `entity` is mentioned in the same sentence."""
        parameters = self._filters(entity, document, sentences, like, limit) | {"kind": kind, "ids": as_json(ids)}
        sql = f"""
            SELECT {SENTENCE}, x.id, x.start, x.end, x.surface, x.kind, x.value, x.value_high, x.unit,
                x.modifier, x.change, x.per,
                {_phrase("of", "of_e")}, {_phrase("subject", "subject_e")},
                x.period_start, x.period_end, x.period_surface, x.period_first, x.period_last
            FROM figures x
            JOIN sentences s ON s.key = x.sentence
            JOIN documents d ON d.id = s.document
            {_named("of")} {_named("subject")}
            {where(FIGURE_FILTERS, parameters)}
            ORDER BY s.document, s.number, x.start, x.id
            LIMIT :limit
        """
        shared = _InOrder()
        return [_figure(row, shared(row)) for row in self._each(sql, parameters)]

    def quotes(
        self, *, entity: str | None = None, document: str | None = None, sentences: Sequence[str] | None = None,
        ids: Sequence[int] | None = None, kind: str | None = None, like: str | None = None, limit: int | None = None,
    ) -> list[QuoteRow]:  # fmt: skip
        """Return quotes; `entity` is the speaker, `kind` is "direct" or "indirect"."""
        parameters = self._filters(entity, document, sentences, like, limit) | {"kind": kind, "ids": as_json(ids)}
        sql = f"""
            SELECT {SENTENCE}, x.id, x.start, x.end, x.surface, x.direct, {_phrase("speaker", "speaker_e")},
                x.cue_start, x.cue_end, x.cue_surface, x.cue_full, NULL, NULL
            FROM quotes x
            JOIN sentences s ON s.key = x.sentence
            JOIN documents d ON d.id = s.document
            {_named("speaker")}
            {where(QUOTE_FILTERS, parameters)}
            ORDER BY s.document, s.number, x.start, x.id
            LIMIT :limit
        """
        shared = _InOrder()
        return [_quote(row, shared(row)) for row in self._each(sql, parameters)]

    def claims(
        self, *, entity: str | None = None, document: str | None = None, sentences: Sequence[str] | None = None,
        kind: str | None = None, like: str | None = None, limit: int | None = None,
    ) -> list[ClaimRow]:  # fmt: skip
        """Return claims; `entity` is subject, object or speaker, `kind` is "stated" or "reported"."""
        parameters = self._filters(entity, document, sentences, like, limit) | {"kind": kind}
        sql = f"""
            SELECT {SENTENCE}, x.id, x.negated, x.hedged, x.score, {_phrase("subject", "subject_e")},
                x.predicate_start, x.predicate_end, x.predicate_surface, x.predicate_full, NULL, NULL,
                {_phrase("object", "object_e")}, {_phrase("speaker", "speaker_e")}
            FROM claims x
            JOIN sentences s ON s.key = x.sentence
            JOIN documents d ON d.id = s.document
            {_named("subject")} {_named("object")} {_named("speaker")}
            {where(CLAIM_FILTERS, parameters)}
            ORDER BY s.document, s.number, x.id
            LIMIT :limit
        """
        rows = self._rows(sql, parameters)
        arguments = self._arguments([row[SENTENCE_WIDTH] for row in rows])
        shared = _InOrder()
        return [_claim(row, shared(row), arguments[row[SENTENCE_WIDTH]]) for row in rows]

    def _arguments(self, claims: Sequence[int]) -> Mapping[int, list[Argument]]:
        sql = """
            SELECT claim, role, start, end, surface
            FROM arguments
            WHERE claim IN (SELECT value FROM json_each(:claims))
            ORDER BY id
        """
        found: defaultdict[int, list[Argument]] = defaultdict(list)
        for claim, *fields in self._rows(sql, {"claims": as_json(claims)}):
            found[claim].append(Argument(*fields))
        return found

    def _filters(
        self, entity: str | None, document: str | None, sentences: Sequence[str] | None,
        like: str | None, limit: int | None,
    ) -> dict[str, object]:  # fmt: skip
        return {
            "entity": None if entity is None else as_json(self.ids_of(entity)),
            "document": document,
            "sentences": as_json(sentences),
            "like": pattern(like),
            "limit": -1 if limit is None else limit,
        }


class _InOrder:
    """The sentences of rows in document order: one record, and one text, for all rows of a sentence."""

    def __init__(self) -> None:
        self._last: SentenceRow | None = None

    def __call__(self, row: Row) -> SentenceRow:
        if self._last is None or self._last.id != row[0]:
            self._last = sentence_row(row)
        return self._last


def _figure(row: Row, sentence: SentenceRow) -> FigureRow:
    id, start, end, surface, kind, value, high, unit, modifier, change, per = row[SENTENCE_WIDTH : SENTENCE_WIDTH + 11]
    own = (start, end, surface, kind, value, high, unit, modifier, change, per)
    period = None if row[-5] is None else Period(*row[-5:])
    return FigureRow(id, sentence, *own, _part(row[-17:-11]), _part(row[-11:-5]), period)


def _quote(row: Row, sentence: SentenceRow) -> QuoteRow:
    id, start, end, surface, direct = row[SENTENCE_WIDTH : SENTENCE_WIDTH + 5]
    return QuoteRow(id, sentence, start, end, surface, bool(direct), _part(row[-12:-6]), _part(row[-6:]))


def _claim(row: Row, sentence: SentenceRow, arguments: Sequence[Argument]) -> ClaimRow:
    id, negated, hedged, score = row[SENTENCE_WIDTH : SENTENCE_WIDTH + 4]
    subject, predicate = PhraseRow(*row[-24:-18]), PhraseRow(*row[-18:-12])
    parts = (subject, predicate, _part(row[-12:-6]), tuple(arguments), _part(row[-6:]))
    return ClaimRow(id, sentence, *parts, bool(negated), bool(hedged), score)


def _part(columns: Row) -> PhraseRow | None:
    return None if columns[0] is None else PhraseRow(*columns)
