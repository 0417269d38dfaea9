"""What a format yields before it becomes a `Document`: text and metadata, and the names that metadata goes by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from extract.reading.published import partial_date

LONGEST_TEXT = 1_000_000  # characters, some 170,000 words: the most that spaCy takes at once unless told otherwise
TOO_LONG = f"is longer than {LONGEST_TEXT:,} characters: split it into articles"

# Names by which people call a field, in front matter, in table headings and in JSON; compared in lower case with
# "_" for space and hyphen. The first is ours.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "file": ("file", "filename", "file_name", "path"),
    "text": ("text", "body", "content", "article_text", "full_text"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publication": ("publication", "publisher", "newspaper"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_FIELD_OF = {name: field for field, names in NAMES.items() for name in names}
_LANGUAGES = {"eng": "en", "english": "en"}  # the two frequent ways to write a language other than by its code
_EMPTY = {"", "~", "null", "none"}
# What programs write where they know no better.
_NO_TITLE = re.compile(
    r"microsoft (word|powerpoint)\b|untitled|document ?\d*$|layout \d+$|slide \d+$|powerpoint presentation$"
    r"|\S+\.(docx?|rtf|odt|pages|pdf|indd|qxd|html?|tex|dvi|tmp|pptx?)$",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(python-docx|(windows |microsoft office )?user|admin|administrator|owner|unknown|editor|staff)$", re.IGNORECASE
)
_LONGEST_VALUE = 500  # characters; a longer "title" or "author" is not one
_LONGEST_HEADLINE = 120  # characters; the longest of 1,000 Wikinews headlines has 104


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; `None` where it is not."""

    title: str | None = None
    author: str | None = None
    publication: str | None = None
    published: str | None = None  # as in `Document.published`
    url: str | None = None
    language: str | None = None  # ISO 639-1

    def over(self, other: Metadata) -> Metadata:
        """Return the two put together; where both know a field, this one's value stands."""
        return Metadata(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Article:
    """The exact text of an article and its metadata."""

    text: str
    metadata: Metadata = Metadata()


def field_named(name: str) -> str | None:
    """Return our field for a heading or key as people write it ("Publication Date"), or `None` for any other."""
    return _FIELD_OF.get(re.sub(r"[\s_-]+", "_", name.strip().lower()))


def by_field(values: Mapping[Any, object]) -> dict[str, object]:
    """Return the values that are ours, by our field names; our own name goes before another name for the field."""
    named = [(field_named(key), key, value) for key, value in values.items() if isinstance(key, str)]
    return {field: value for field, key, value in sorted(named, key=lambda n: n[0] == n[1]) if field}


def metadata_from(values: Mapping[str, object]) -> Metadata:
    """Read metadata from values by our field names; a list (of authors) is joined by "; "."""
    title, author = _plain(values.get("title")), _plain(values.get("author"))
    return Metadata(
        title=None if title is None or _NO_TITLE.match(title) else title,
        author=None if author is None or _NO_AUTHOR.match(author) else author,
        publication=_plain(values.get("publication")),
        url=_plain(values.get("url")),
        published=partial_date(_plain(values.get("published")) or ""),
        language=language_code(_plain(values.get("language"))),
    )


def language_code(value: str | None) -> str | None:
    """Return the ISO 639-1 code of "en-GB", "EN" or "English"; `None` for what is no two-letter code."""
    first = re.split(r"[-_,;\s]", (value or "").strip().lower(), maxsplit=1)[0]
    code = _LANGUAGES.get(first, first)
    return code if re.fullmatch("[a-z]{2}", code) else None


def headline(text: str) -> str | None:
    """Return the first line of a text where it reads as a title: short, unpunctuated, set apart from what follows.

    A first line that is followed at once by another of its length belongs to a paragraph with broken lines.
    """
    first, _, rest = text.strip().partition("\n")
    title, following = " ".join(first.split()), rest.partition("\n")[0].strip()
    if not rest.strip() or len(title) > _LONGEST_HEADLINE or title.endswith((".", ",", ";", ":")):
        return None
    return title if title and (not following or len(following) > _LONGEST_HEADLINE) else None


def _plain(value: object) -> str | None:
    """Return a value as one line of text; mappings, empty and over-long values count as unknown."""
    if isinstance(value, list):
        return _plain("; ".join(str(part) for part in value[:_LONGEST_VALUE] if isinstance(part, str | int | float)))
    if not isinstance(value, str | int | float):
        return None
    line = " ".join(str(value).split())
    return None if line.lower() in _EMPTY or len(line) > _LONGEST_VALUE else line
