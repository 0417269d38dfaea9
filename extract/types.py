"""The records that one text yields.

Every offset counts characters (code points) of `Document.text`: `start` is inclusive, `end` exclusive, and
`document.text[x.start:x.end] == x.surface` holds for every record that has a surface. Dates are ISO 8601 strings.
Imports nothing of ours, nor spaCy.
"""

from __future__ import annotations

from dataclasses import dataclass

MENTION_LABELS = (
    "PERSON", "ORG", "CITY", "REGION", "COUNTRY", "PLACE", "GROUP", "INDUSTRY", "PRODUCT", "EVENT", "WORK", "DATE",
)  # fmt: skip
FIGURE_KINDS = (
    "money", "percent", "count", "ordinal", "length", "area", "volume", "mass", "speed", "temperature", "energy",
    "power", "duration", "age", "rate", "ratio", "year", "other",
)  # fmt: skip
MODIFIERS = ("about", "at-least", "at-most", "more-than", "less-than", "up-to", "nearly")


@dataclass(frozen=True, slots=True)
class Document:
    """One article, its exact text and where it came from."""

    id: str  # given by the caller, else the first 16 hexadecimal digits of the SHA-256 of the text
    text: str
    source: str  # absolute path or url; "-" for standard input
    sha256: str  # of the original bytes, in hexadecimal
    title: str | None = None
    author: str | None = None  # several authors are joined by "; "
    publication: str | None = None
    published: str | None = None  # "2002", "2002-08" or "2002-08-19"
    url: str | None = None
    language: str = "en"  # ISO 639-1; anything but "en" is kept and searchable, but nothing is extracted


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, trimmed of white space; the unit of evidence. Sentences are numbered in text order from 0."""

    start: int
    end: int
    surface: str
    paragraph: int  # paragraphs are numbered in text order from 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fill a part of a figure, quote or claim."""

    start: int
    end: int
    surface: str
    entity: int | None = None  # `Referent.id` where the words name or stand for one
    full: str | None = None  # the whole wording where it is not contiguous in the text; offsets give its main part


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something."""

    sentence: int
    start: int
    end: int
    surface: str
    label: str  # one of MENTION_LABELS
    entity: int  # `Referent.id`
    form: str = "name"  # "name", "pronoun" or "description" ("the company")


@dataclass(frozen=True, slots=True)
class Referent:
    """What the mentions of one text with the same `entity` refer to."""

    id: int  # numbered in text order of the first mention from 0
    name: str  # its fullest name in this text
    label: str


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period as printed, with its bounds, both inclusive; `None` where open or not to be told."""

    start: int
    end: int
    surface: str
    first: str | None  # ISO date "2001-01-01"
    last: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as printed in a sentence."""

    sentence: int
    start: int
    end: int
    surface: str
    kind: str  # one of FIGURE_KINDS
    value: float  # in `unit`, scale words applied: "$41 million" is 41_000_000
    value_high: float | None  # upper end of a range, else None
    unit: str  # ISO 4217 code, "percent", a unit in full singular, or for a count the thing counted; "" if none
    modifier: str | None = None  # one of MODIFIERS; None when stated plainly
    change: str | None = None  # "up" or "down" when the figure is a change
    per: str | None = None  # "year", "month", "day", "person", "hour" ...
    of: Phrase | None = None  # what is measured
    subject: Phrase | None = None  # of whom, or where
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's. `start` and `end` bound the content, without its quotation marks."""

    sentence: int  # in which the content starts
    start: int
    end: int
    surface: str
    direct: bool
    speaker: Phrase | None = None
    cue: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a claim beyond subject and object."""

    role: str  # "time", "place", "manner", "reason", "purpose", "other"
    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement made in a sentence; if reported, with its speaker."""

    sentence: int
    subject: Phrase
    predicate: Phrase
    object: Phrase | None
    arguments: tuple[Argument, ...] = ()
    speaker: Phrase | None = None
    negated: bool = False
    hedged: bool = False
    score: float = 0.5  # 0-1, higher is better


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text says."""

    document: str  # `Document.id`
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    referents: tuple[Referent, ...] = ()
