"""Plain text: stored exactly as decoded."""

from __future__ import annotations

from extract.reading.articles import Article, Metadata, headline
from extract.reading.decoding import decode


def read(data: bytes) -> Article:
    """Return the text of the file; its first line is the title where it reads as one."""
    text = decode(data)
    return Article(text, Metadata(title=headline(text)))
