"""Word files, by python-docx; its elements are walked here, since its paragraphs leave out tracked insertions.

The stored text is what Word shows with all changes accepted: paragraphs set apart by a blank line, the cells of a table
row by a tab; no comments, footnotes, headers or footers. The dates that the file holds are its own, not those of
publication, and are not used.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from extract.failures import Unreadable
from extract.reading.articles import Article, Metadata, headline, metadata_from

_MOST_PARTS = 5_000
_LARGEST_WHOLE = 200_000_000  # bytes unpacked; python-docx holds all pictures in memory
_LARGEST_XML = 30_000_000  # bytes unpacked; a parsed part takes ten times its size, and a long novel's has 15,000,000
_CHUNK = 65_536  # bytes unpacked at a time, whatever a part claims of its size
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that Word knows
_BROKEN = "is a broken Word file: open it in Word and save it again"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"

_PARAGRAPH, _ROW, _CELL, _TEXT = qn("w:p"), qn("w:tr"), qn("w:tc"), qn("w:t")
_STANDS_FOR = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_PASSED_OVER = {  # deleted and moved text, settings, and the second copy of a text box for old programs
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:tblPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def read(data: bytes) -> Article:
    """Return the text of the document's body, with its title, author and language as Word's properties give them."""
    _check_size(data)
    try:
        return _article(docx.Document(BytesIO(data)))
    except (PackageNotFoundError, SyntaxError, KeyError, IndexError, ValueError, AttributeError, TypeError) as error:
        raise Unreadable(_BROKEN) from error


def _article(document: WordDocument) -> Article:
    text = "\n\n".join(_blocks(document.element.body))
    properties = document.core_properties
    stated = {"title": properties.title, "author": properties.author, "language": properties.language}
    return Article(text, metadata_from(stated).over(Metadata(title=_title(document) or headline(text))))


def _check_size(data: bytes) -> None:
    """Refuse what unpacks to too much, by the sizes stated and by the sizes found."""
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("is locked with a password or an old .doc file: save it as .docx without a password")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_WHOLE:
                raise Unreadable(f"unpacks to more than {_LARGEST_WHOLE // 10**6} MB: save its text alone as .docx")
            for part in parts:
                _check_part(package, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, ValueError, zlib.error) as error:
        raise Unreadable(_BROKEN) from error


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.compress_type not in _PACKED:
        raise Unreadable("is not packed as Word does it: open it in Word and save it again")
    if part.filename.endswith((".xml", ".rels")) and part.file_size > _LARGEST_XML:
        raise Unreadable(f"holds more than {_LARGEST_XML // 10**6} MB of text: split it")
    with package.open(part) as unpacked:
        while unpacked.read(_CHUNK):
            pass  # raises BadZipFile where a part holds something else than it states


def _blocks(body: BaseOxmlElement) -> Iterator[str]:
    """Yield the text of every paragraph and table row, in order."""
    for child in body:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag == _ROW:
            cells = (" ".join(_blocks(cell)) for cell in child.iter(_CELL))
            blocks: Iterator[str] = iter(["\t".join(cells)])
        elif child.tag == _PARAGRAPH:
            blocks = iter([_text(child), *_boxed(child)])
        else:
            blocks = _blocks(child)
        yield from filter(None, (block.strip(" \t\n") for block in blocks))


def _text(paragraph: BaseOxmlElement) -> str:
    """Return the text of a paragraph without that of paragraphs inside it, in text boxes."""
    parts: list[str] = []
    for child in paragraph:
        if child.tag == _TEXT:
            parts.append(child.text or "")
        elif child.tag in _STANDS_FOR:
            parts.append(_STANDS_FOR[child.tag])
        elif child.tag not in _PASSED_OVER and child.tag != _PARAGRAPH:
            parts.append(_text(child))
    return "".join(parts)


def _boxed(paragraph: BaseOxmlElement) -> Iterator[str]:
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(ancestor.tag in _PASSED_OVER for ancestor in box.iterancestors()):
            yield from _blocks(box)


def _title(document: WordDocument) -> str | None:
    """Return the first paragraph that is styled as a title or heading."""
    for paragraph in document.paragraphs[:20]:
        style = paragraph.style.name if paragraph.style else None
        if (style or "").startswith(("Title", "Heading")) and paragraph.text.strip():
            return " ".join(paragraph.text.split())
    return None
