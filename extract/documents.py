"""Files, folders and JSON lines to documents: exact text, content hash, metadata, and a reason for each failure.

A document's text is the text of a plain text or JSON file exactly as decoded (only a byte order mark is dropped), and
what a reader sees of a web page, PDF or Word file; the modules in `formats` say how. Every offset counts in it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import BinaryIO

from extract.failures import Failure, Unreadable, failed
from extract.formats import FORMATS
from extract.formats.records import LONGEST_LINE, read_record
from extract.formats.table import LIMIT as CSV_LIMIT
from extract.formats.table import BadRow, Table, read_table
from extract.reading.articles import LONGEST_TEXT, NAMES, TOO_LONG, Article, Metadata, metadata_from
from extract.reading.detect import detect_language
from extract.reading.folders import Found, find_files, why
from extract.reading.manifest import NAME, Manifest, read_manifest
from extract.types import Document

__all__ = ["Failure", "read_documents", "read_records"]


def read_documents(
    paths: Iterable[str | Path], *, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Failure]:
    """Yield the documents in files and folders, in the order of the paths and by name within a folder.

    What `find_files` passes over in folders is not mentioned; everything else that gives no document is a `Failure`,
    and the rest is still read. At most one file is held in memory.

    :param columns: for CSV files with headings of their own: our names of fields to theirs, {"text": "Story"}.
    """
    manifests: dict[Path, Manifest | None] = {}
    for found in find_files(paths):
        if isinstance(found, Failure):
            yield found
            continue
        for folder in _folders(found):
            if folder not in manifests:
                manifests[folder] = manifest = read_manifest(folder)
                yield from manifest.failures if manifest else ()
        if found.path.name == NAME and manifests[found.path.parent]:
            if found.given:
                yield failed(found.path, "lists other files: add their folder instead")
            continue
        yield from _read(found, _about(found, manifests), columns)


def read_records(lines: Iterable[str | bytes], *, source: str = "-") -> Iterator[Document | Failure]:
    """Yield the documents of JSON lines `{"id", "text", "title"?, "author"?, "publication"?, "published"?, "url"?}`.

    :param source: of all documents; in a `Failure` the number of the line, from 1, follows after ":".
    """
    for number, written in enumerate(lines, 1):
        line = (written.encode(errors="surrogatepass") if isinstance(written, str) else written).strip()
        if not line:
            continue
        try:
            record = read_record(line)
            yield _document(record.article, source, line, given=record.id)
        except Unreadable as error:
            yield failed(f"{source}:{number}", error)


def _folders(found: Found) -> list[Path]:
    """Return the folders whose manifests may speak of a file, from the one given down to its own."""
    parents = found.path.parents
    return [*reversed(parents[: parents.index(found.root) + 1])]


def _about(found: Found, manifests: Mapping[Path, Manifest | None]) -> Metadata:
    about = Metadata()
    for folder in _folders(found):
        if manifest := manifests[folder]:
            about = manifest.about(found.path.relative_to(folder).as_posix()).over(about)
    return about


def _read(found: Found, about: Metadata, columns: Mapping[str, str] | None) -> Iterator[Document | Failure]:
    path, suffix = found.path, found.path.suffix.lower()
    try:
        if not _is_unicode(str(path)):
            raise Unreadable("has a name that is not valid UTF-8: rename it")
        if suffix in FORMATS:
            data = _bytes(path, FORMATS[suffix].limit)
            article = FORMATS[suffix].read(data)
            yield _document(Article(article.text, about.over(article.metadata)), str(path), data)
        elif suffix == ".csv":
            yield from _read_rows(path, read_table(_bytes(path, CSV_LIMIT), columns))
        else:
            with path.open("rb") as file:
                yield from read_records(_lines(file), source=str(path))
    except Unreadable as error:
        yield failed(path, error)
    except OSError as error:
        yield failed(path, why(error))


def _read_rows(path: Path, table: Table) -> Iterator[Document | Failure]:
    if "text" not in table.fields:
        names, found = ", ".join(NAMES["text"]), ", ".join(table.headings)
        raise Unreadable(f"has no column for the text: name one of its columns ({found}) {names.replace(', ', ' or ')}")
    for row in table.rows:
        try:
            if isinstance(row, BadRow):
                raise Unreadable(row.reason)
            article = Article(row.cells.get("text", ""), metadata_from(row.cells))
            yield _document(article, str(path), row.written.encode(), given=row.cells.get("id"))
        except Unreadable as error:
            yield failed(f"{path}:{row.line}", error)


def _bytes(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        data = b"" if size > limit else file.read(limit + 1)
    if (size := max(size, len(data))) > limit:
        most = f"the limit for {path.suffix.lower()} is {limit // 10**6} MB"
        raise Unreadable(f"has {size / 10**6:,.0f} MB, and {most}: split it into articles")
    if not data:
        raise Unreadable("is empty: save its text again, or leave the file out")
    return data


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long, only as much as shows that it is."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def _document(article: Article, source: str, data: bytes, *, given: str | None = None) -> Document:
    """Return the document of an article; :raises Unreadable: when its text cannot be stored or is too long."""
    text, about = article.text, article.metadata
    if not text.strip():
        raise Unreadable("holds no text: save its text again, or leave the file out")
    if len(text) > LONGEST_TEXT:
        raise Unreadable(TOO_LONG)
    if not all(map(_is_unicode, (text, given or "", *filter(None, astuple(about))))):
        raise Unreadable("holds half a character (a lone surrogate) or a NUL: write the text out again as UTF-8")
    return Document(
        id=given or hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        title=about.title,
        author=about.author,
        publication=about.publication,
        published=about.published,
        url=about.url,
        language=about.language or detect_language(text),
    )


def _is_unicode(text: str) -> bool:
    """Tell whether text is whole characters, none of them NUL, which SQLite's functions take for the end."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
