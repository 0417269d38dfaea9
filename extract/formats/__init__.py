"""The kinds of file that are read: one module each, loaded when the first such file is met.

Each module of a kind that holds one article has `read(data: bytes) -> Article`, which raises `Unreadable` with a
reason for people, and no other error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from extract.failures import Unreadable
from extract.reading.articles import Article

MEGABYTE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds one article."""

    module: str  # in this package
    limit: int  # bytes; a larger file is refused before it is read

    def read(self, data: bytes) -> Article:
        """Return the article in the bytes of a file; :raises Unreadable: with a reason for people."""
        reader: Callable[[bytes], Article] = import_module(f"{__name__}.{self.module}").read
        try:
            return reader(data)
        except Unreadable:
            raise
        except Exception as error:  # one odd page that trips a library must not end the reading of ten thousand others
            name = type(error).__name__
            raise Unreadable(f"trips its reader ({name}): save its text as .txt, and report the file") from error


_TEXT = Format("text", 4 * MEGABYTE)  # `documents.LONGEST_TEXT` characters at their widest
_MARKDOWN = Format("markdown", 4 * MEGABYTE)
_HTML = Format("html", 10 * MEGABYTE)  # the heaviest news pages, with pictures and styles inside, have 5
_PDF = Format("pdf", 100 * MEGABYTE)
_DOCX = Format("docx", 50 * MEGABYTE)

FORMATS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": _PDF,
    ".docx": _DOCX,
}
TABLES = (".jsonl", ".ndjson", ".csv")  # many articles in a file: records.py and table.py

# Documents that people expect to be read, so that a folder which holds one says what to do.
FOREIGN = {
    ".doc": "is an old Word file: save it as .docx",
    ".rtf": "is a rich text file: save it as .docx",
    ".odt": "is an OpenDocument file: save it as .docx",
    ".pages": "is a Pages file: export it as .docx",
    ".epub": "is an e-book: save its text as .txt or .html",
}
