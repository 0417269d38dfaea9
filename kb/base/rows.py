"""What the store gives back: stored records with the sentence and document they come from.

Offsets count characters of the document's text, end exclusive, as everywhere. `id` of a figure, quote or claim is
good within one base until its document changes; ids of documents, sentences and entities are lasting.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.types import Argument, Document, Period


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A stored document without its text."""

    id: str
    title: str | None
    author: str | None
    publication: str | None
    published: str | None
    url: str | None
    source: str
    language: str
    sha256: str
    characters: int
    sentences: int
    original: str | None = None  # of several near-duplicates the one printed first, which may be this; else None


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A stored sentence; `text` is exactly `document.text[start:end]`."""

    id: str  # the document's id, a point, `number`
    document: str
    number: int
    paragraph: int
    start: int
    end: int
    text: str
    title: str | None  # of the document


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence found by the search index."""

    sentence: SentenceRow
    rank: float  # BM25 as SQLite gives it: below 0, and the lower the better


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity and how often it is mentioned."""

    id: str
    name: str
    label: str
    aliases: tuple[str, ...]  # other names printed for it, most frequent first
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """Words that fill a part of a figure, quote or claim, with the entity they name or stand for."""

    start: int
    end: int
    surface: str
    full: str | None = None  # the whole wording where it is not contiguous in the text
    entity: str | None = None
    name: str | None = None  # the entity's


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A stored mention."""

    sentence: SentenceRow
    start: int
    end: int
    surface: str
    label: str
    form: str
    entity: str | None  # None for dates
    name: str | None  # the entity's


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A stored figure; the fields are those of `extract.types.Figure`."""

    id: int
    sentence: SentenceRow
    start: int
    end: int
    surface: str
    kind: str
    value: float
    value_high: float | None
    unit: str
    modifier: str | None
    change: str | None
    per: str | None
    of: PhraseRow | None
    subject: PhraseRow | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A stored quote; the fields are those of `extract.types.Quote`."""

    id: int
    sentence: SentenceRow
    start: int
    end: int
    surface: str
    direct: bool
    speaker: PhraseRow | None
    cue: PhraseRow | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A stored claim; the fields are those of `extract.types.Claim`."""

    id: int
    sentence: SentenceRow
    subject: PhraseRow
    predicate: PhraseRow
    object: PhraseRow | None
    arguments: tuple[Argument, ...]
    speaker: PhraseRow | None
    negated: bool
    hedged: bool
    score: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the base."""

    documents: int
    sentences: int
    mentions: int
    entities: int
    figures: int
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything known about one document, sentence or entity: exactly one of the three is given."""

    document: Document | None
    sentence: SentenceRow | None
    entity: EntityRow | None
    mentions: tuple[MentionRow, ...]
    figures: tuple[FigureRow, ...]
    quotes: tuple[QuoteRow, ...]
    claims: tuple[ClaimRow, ...]
