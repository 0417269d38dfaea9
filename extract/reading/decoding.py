"""Bytes to text: UTF-8 first, then UTF-16 and UTF-32 by their mark, then what old programs wrote."""

from __future__ import annotations

import codecs
import re

from extract.failures import Unreadable

_MARKS = (  # UTF-32 before UTF-16, whose little-endian mark it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF: give its name the ending .pdf"),
    (b"PK\x03\x04", "a Word, Excel or zip file: give a Word file's name the ending .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: save it as .docx or .txt"),
    (b"{\\rtf", "a rich text file: save it as .docx or .txt"),
    (b"\x89PNG", "a picture: only text can be read"),
    (b"\xff\xd8\xff", "a picture: only text can be read"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01  # of all bytes; text has next to none, compressed or compiled data about a tenth
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_MOST_HIGH = 0.15  # of all bytes; English has under 0.02 and French 0.06 in cp1252, Russian 0.8 in cp1251
_SEEN = 100_000  # bytes looked at to tell an encoding or a binary file


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file, without its byte order mark and otherwise exact, line ends included.

    :param declared: the encoding that the file itself names, believed where it is neither marked nor valid UTF-8.
    :raises Unreadable: when the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data)
        return _legacy(data, declared)
    if "\0" in text:
        _refuse_binary(data)
    return text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is marked as {encoding.upper()} but breaks off or is damaged at byte {error.start:,}: save it as UTF-8"
        ) from error


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"is not text but {what}")
    seen = data[:_SEEN]
    if b"\0" in data or len(_CONTROLS.findall(seen)) > _MOST_CONTROLS * len(seen):
        raise Unreadable("is not text but binary data: check its name, or save it as text in UTF-8")


def _legacy(data: bytes, declared: str | None) -> str:
    if _is_damaged_utf8(data):
        return data.decode("utf-8", errors="replace")
    seen = data[:_SEEN]
    western = ["cp1252"] if len(_HIGH.findall(seen)) < _MOST_HIGH * len(seen) else []
    for encoding in filter(None, [declared, *western]):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes (cut off, or pasted together) from another encoding."""
    return 10 * data.decode("utf-8", errors="replace").count("\ufffd") < len(_MULTIBYTE.findall(data))


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SEEN]).best()
    if best is None:
        raise Unreadable("is in no encoding that can be told: save it as UTF-8")
    return data.decode(best.encoding, errors="replace")
