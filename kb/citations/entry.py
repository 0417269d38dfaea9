"""The one record that every format writes: words of a document, exactly, with all that is needed to find them again.

Offsets count characters of the document's stored text, end exclusive, as everywhere. All texts are as stored; every
format makes them harmless for its own readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

AROUND = 64  # characters before and after that tell the words from the same words elsewhere
STANDS, CHANGED, REMOVED = "stands", "changed", "removed"
STATE_WORDS = {
    STANDS: "",
    CHANGED: "the article has changed since this was collected",
    REMOVED: "the article is no longer in the base",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A cited sentence, figure or quote."""

    document: str
    sha256: str  # of the document's original bytes
    text_sha256: str  # of its stored text in UTF-8
    title: str | None
    author: str | None  # names divided by "; "
    publication: str | None
    published: str | None  # "2002", "2002-08" or "2002-08-19"
    url: str | None
    source: str  # path or url
    language: str
    accessed: str  # the day when it was collected, ISO 8601, UTC
    kind: str  # "sentence", "figure" or "quote"
    start: int
    end: int
    text: str  # the words cited: the document's text[start:end]
    sentence_start: int
    sentence_end: int
    sentence: str  # the whole sentence that they stand in, or start in
    paragraph: int  # that the sentence stands in, from 0
    prefix: str  # what stands before and after the words in the document
    suffix: str
    heading: str = ""
    note: str = ""
    state: str = STANDS  # against the base, at the time of reading
    id: int = 0  # in its list

    @property
    def place(self) -> str:
        """Where the words stand, for people."""
        return f"paragraph {self.paragraph + 1}, characters {self.start}–{self.end}"

    @property
    def urn(self) -> str:
        """A lasting name of the document's exact bytes."""
        return f"urn:sha256:{self.sha256}"


def text_hash(text: str) -> str:
    """Return the SHA-256 of a stored text; lone surrogates are hashed as they are."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def grouped(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return entries under their headings, headings in the order of their first entry."""
    order = {heading: number for number, heading in enumerate(dict.fromkeys(entry.heading for entry in entries))}
    ordered = sorted(entries, key=lambda entry: order[entry.heading])
    return [(heading, list(group)) for heading, group in groupby(ordered, key=lambda entry: entry.heading)]


def one_a_document(entries: list[Entry]) -> list[Entry]:
    """Return the first entry of every document, for lists of works."""
    return list({(entry.document, entry.sha256): entry for entry in reversed(entries)}.values())[::-1]
