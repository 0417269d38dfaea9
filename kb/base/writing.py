"""A document's own records, written and removed: prepared rows, one `executemany` a table."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace

from extract.types import Claim, Document, Extraction, Figure, Mention, Period, Phrase, Quote, Sentence
from kb.base.connection import SqliteConnection
from kb.names import normalise, single_word

Values = tuple[object, ...]

_NO_PHRASE: Values = (None, None, None, None, None)
_NO_PERIOD: Values = (None, None, None, None, None)

COLUMNS = {
    "documents": "id, title, author, publication, published, url, source, language, sha256, fingerprint, rules, text",
    "sentences": "key, id, document, number, paragraph, start, end, text, rules",
    "referents": "id, document, number, name, label, key, single, mentions, rules",
    "mentions": "sentence, start, end, surface, label, form, referent, rules",
    "figures": "sentence, start, end, surface, kind, value, value_high, unit, modifier, change, per, "
    "of_start, of_end, of_surface, of_full, of_referent, "
    "subject_start, subject_end, subject_surface, subject_full, subject_referent, "
    "period_start, period_end, period_surface, period_first, period_last, rules",
    "quotes": "sentence, start, end, surface, direct, "
    "speaker_start, speaker_end, speaker_surface, speaker_full, speaker_referent, "
    "cue_start, cue_end, cue_surface, cue_full, rules",
    "claims": "id, sentence, subject_start, subject_end, subject_surface, subject_full, subject_referent, "
    "predicate_start, predicate_end, predicate_surface, predicate_full, "
    "object_start, object_end, object_surface, object_full, object_referent, "
    "speaker_start, speaker_end, speaker_surface, speaker_full, speaker_referent, negated, hedged, score, rules",
    "arguments": "claim, role, start, end, surface, rules",
}
INSERT = {
    table: f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})"
    for table, columns in COLUMNS.items()
}

# Children first, so that no foreign key is ever left hanging.
_IN_DOCUMENT = "sentence IN (SELECT key FROM sentences WHERE document = ?)"
DELETE = (
    f"DELETE FROM arguments WHERE claim IN (SELECT id FROM claims WHERE {_IN_DOCUMENT})",
    f"DELETE FROM claims WHERE {_IN_DOCUMENT}",
    f"DELETE FROM quotes WHERE {_IN_DOCUMENT}",
    f"DELETE FROM figures WHERE {_IN_DOCUMENT}",
    f"DELETE FROM mentions WHERE {_IN_DOCUMENT}",
    "DELETE FROM referents WHERE document = ?",
    "DELETE FROM sentences WHERE document = ?",
    "DELETE FROM documents WHERE id = ?",
)


def fingerprint(document: Document) -> str:
    """Return a hash of everything about a document but its id: another fingerprint is a changed document."""
    content = json.dumps(astuple(replace(document, id="")), ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def sentence_id(document: str, number: int) -> str:
    """Return the id of a document's sentence."""
    return f"{document}.{number}"


def insert_document(conn: SqliteConnection, document: Document, extraction: Extraction, rules: str) -> None:
    """Insert a document and all that it says; its referents are not yet linked to entities."""
    rows = _Rows(document.id, extraction, rules, *_next_keys(conn))
    meta = (document.title, document.author, document.publication, document.published, document.url)
    origin = (document.source, document.language, document.sha256, fingerprint(document), rules)
    conn.execute(INSERT["documents"], (document.id, *meta, *origin, document.text))
    conn.executemany(INSERT["sentences"], map(rows.sentence, range(len(extraction.sentences)), extraction.sentences))
    conn.executemany(INSERT["referents"], rows.referents())
    conn.executemany(INSERT["mentions"], map(rows.mention, extraction.mentions))
    conn.executemany(INSERT["figures"], map(rows.figure, extraction.figures))
    conn.executemany(INSERT["quotes"], map(rows.quote, extraction.quotes))
    conn.executemany(INSERT["claims"], map(rows.claim, range(len(extraction.claims)), extraction.claims))
    conn.executemany(INSERT["arguments"], rows.arguments(extraction.claims))


def delete_document(conn: SqliteConnection, id: str) -> None:
    """Delete a document and all that it says; its entities are kb/merging/linking.py's to release first."""
    for statement in DELETE:
        conn.execute(statement, (id,))


def _next_keys(conn: SqliteConnection) -> tuple[int, int, int]:
    """Return the next free numbers of sentences, referents and claims, to which other rows refer."""
    sql = """
        SELECT (SELECT coalesce(max(key), 0) + 1 FROM sentences),
            (SELECT coalesce(max(id), 0) + 1 FROM referents),
            (SELECT coalesce(max(id), 0) + 1 FROM claims)
    """
    sentence, referent, claim = conn.execute(sql).fetchone()
    return sentence, referent, claim


class _Rows:
    """The rows of one document, in the order of COLUMNS."""

    def __init__(
        self, document: str, extraction: Extraction, rules: str, sentence: int, referent: int, claim: int
    ) -> None:
        self.document = document
        self.rules = rules
        self.first_sentence = sentence
        self.first_claim = claim
        self.mentioned = Counter(mention.entity for mention in extraction.mentions)
        self.known = [known for known in extraction.referents if self.mentioned[known.id]]
        self.ids = {known.id: id for id, known in enumerate(self.known, referent)}

    def sentence(self, number: int, sentence: Sentence) -> Values:
        id = sentence_id(self.document, number)
        span = (sentence.paragraph, sentence.start, sentence.end, sentence.surface)
        return (self.first_sentence + number, id, self.document, number, *span, self.rules)

    def referents(self) -> Iterator[Values]:
        for referent in self.known:
            key = normalise(referent.name, referent.label).key
            fields = (referent.id, referent.name, referent.label, key, single_word(key, referent.label))
            yield (self.ids[referent.id], self.document, *fields, self.mentioned[referent.id], self.rules)

    def mention(self, mention: Mention) -> Values:
        span = (mention.start, mention.end, mention.surface, mention.label, mention.form)
        return (self.first_sentence + mention.sentence, *span, self.ids[mention.entity], self.rules)

    def figure(self, figure: Figure) -> Values:
        span = (self.first_sentence + figure.sentence, figure.start, figure.end, figure.surface)
        value = (figure.kind, figure.value, figure.value_high, figure.unit)
        words = (figure.modifier, figure.change, figure.per)
        parts = (*self._phrase(figure.of), *self._phrase(figure.subject))
        return (*span, *value, *words, *parts, *_period(figure.period), self.rules)

    def quote(self, quote: Quote) -> Values:
        span = (self.first_sentence + quote.sentence, quote.start, quote.end, quote.surface, quote.direct)
        return (*span, *self._phrase(quote.speaker), *self._phrase(quote.cue)[:4], self.rules)

    def claim(self, number: int, claim: Claim) -> Values:
        place = (self.first_claim + number, self.first_sentence + claim.sentence)
        predicate = self._phrase(claim.predicate)[:4]
        parts = (*self._phrase(claim.subject), *predicate, *self._phrase(claim.object), *self._phrase(claim.speaker))
        return (*place, *parts, claim.negated, claim.hedged, claim.score, self.rules)

    def arguments(self, claims: Iterable[Claim]) -> Iterator[Values]:
        for number, claim in enumerate(claims, self.first_claim):
            for argument in claim.arguments:
                yield (number, argument.role, argument.start, argument.end, argument.surface, self.rules)

    def _phrase(self, phrase: Phrase | None) -> Values:
        if phrase is None:
            return _NO_PHRASE
        referent = None if phrase.entity is None else self.ids.get(phrase.entity)
        return (phrase.start, phrase.end, phrase.surface, phrase.full, referent)


def _period(period: Period | None) -> Values:
    if period is None:
        return _NO_PERIOD
    return (period.start, period.end, period.surface, period.first, period.last)
