"""The text layer of a PDF, by PDFium through pypdfium2. `extract.formats.pdf` runs this module in a process of its own.

Chosen over pypdf, which gives no geometry for a line and so no paragraphs; PDFium also marks the hyphens that a line
end put into a word. The dates that a PDF holds are those of the file, not of publication, and are not used.
"""

from __future__ import annotations

import json
import resource
import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import BinaryIO

import pypdfium2
from pypdfium2 import raw

from extract.failures import Unreadable
from extract.formats.layout import Line, running_text
from extract.reading.articles import Article, Metadata, headline, metadata_from

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 2_000_000  # of all pages; reading stops there, and the text is then refused for its length
_BREAKS = {ord("\r"), ord("\n")}
_HYPHEN = 2  # PDFium's mark for a hyphen at the end of a line within a word
_CLEANED = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | dict.fromkeys([*range(9), *range(11, 32), 0x7F, 0xFFFE, 0xFFFF], None)
)


def read(data: bytes) -> Article:
    """Return the running text of all pages, lines joined to paragraphs, without the headers and footers of pages."""
    document = _opened(data)
    try:
        pages = list(_pages(document))
        info = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("is a damaged PDF: open it and print it to a new PDF") from error
    finally:
        document.close()
    text = running_text(pages)
    if not text.strip():
        raise Unreadable("is a PDF without text, probably a scan: run text recognition (OCR) on it first")
    stated = metadata_from({"title": info.get("Title"), "author": info.get("Author")})
    return Article(text, stated.over(Metadata(title=headline(text))))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Unreadable("is a PDF locked with a password: save a copy without one") from error
        raise Unreadable("is a broken PDF: fetch it again, or print it to a new PDF") from error
    if len(document) > _MOST_PAGES:
        document.close()
        raise Unreadable(f"has more than {_MOST_PAGES:,} pages: save the pages that matter as a PDF of their own")
    return document


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Line]]:
    read = 0
    for page in document:
        text = page.get_textpage()
        read += text.count_chars()
        yield list(_lines(text, page.get_height()))
        text.close()
        page.close()
        if read > _MOST_CHARACTERS:
            return


def _lines(page: pypdfium2.PdfTextPage, page_height: float) -> Iterator[Line]:
    """Yield the lines of a page in reading order. PDFium counts UTF-16 units."""
    units = array("H", (raw.FPDFText_GetUnicode(page, index) & 0xFFFF for index in range(page.count_chars())))
    start = 0
    for index, unit in enumerate([*units, ord("\n")]):
        if unit not in _BREAKS and unit != _HYPHEN:
            continue
        text = units[start:index].tobytes().decode("utf-16", errors="replace").translate(_CLEANED).strip()
        if text:
            yield _line(page, page_height, text + "-" * (unit == _HYPHEN), start, index - 1)
        start = index + 1


def _line(page: pypdfium2.PdfTextPage, page_height: float, text: str, first: int, last: int) -> Line:
    left, _, top, height = _box(page, first)
    _, right, _, _ = _box(page, last)
    return Line(text, left, right, (page_height - top) / page_height, top, height)


def _box(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    return box.left, box.right, box.top, box.top - box.bottom


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer each PDF, sent after its length in eight bytes, with a line of JSON: its article, or why there is none."""
    while length := int.from_bytes(requests.read(8), "big"):
        try:
            reply: dict[str, object] = asdict(read(requests.read(length)))
        except Unreadable as error:
            reply = {"reason": str(error)}
        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()


if __name__ == "__main__":
    with suppress(ValueError, OSError):  # macOS knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
    serve(sys.stdin.buffer, sys.stdout.buffer)
