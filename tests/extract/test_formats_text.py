import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.failures import Unreadable
from extract.formats import text
from extract.reading.decoding import decode

EVERYTHING = "A \u201cquoted\u201d line\r\n\r\nNFD e\u0301, NFC \u00e9, NBSP\u00a0here, soft\u00adhyphen,\u2028 emoji \U0001f469\u200d\U0001f680\rend\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (EVERYTHING.encode(), EVERYTHING),
        (codecs.BOM_UTF8 + EVERYTHING.encode(), EVERYTHING),
        (codecs.BOM_UTF16_LE + EVERYTHING.encode("utf-16-le"), EVERYTHING),
        (codecs.BOM_UTF16_BE + EVERYTHING.encode("utf-16-be"), EVERYTHING),
        (codecs.BOM_UTF32_LE + EVERYTHING.encode("utf-32-le"), EVERYTHING),
        ("The café paid €5 — “cash”.\r\n".encode("cp1252"), "The café paid €5 — “cash”.\r\n"),
        ("Die Bürgermeisterin grüßt".encode("latin-1"), "Die Bürgermeisterin grüßt"),
        (
            "Правительство сообщило о росте цен на нефть и газ. ".encode("cp1251") * 5,
            "Правительство сообщило о росте цен на нефть и газ. " * 5,
        ),
        (
            "東京都は昨日、新しい予算案を発表しました。".encode("shift_jis") * 5,
            "東京都は昨日、新しい予算案を発表しました。" * 5,
        ),
        (
            "naïve café, señor, Zoë, façade, über, ångström, ".encode() * 3 + b"cut off \xc3",
            "naïve café, señor, Zoë, façade, über, ångström, " * 3 + "cut off \ufffd",
        ),
    ],
)
def test_decode_keeps_every_character(data, expected):
    assert decode(data) == expected


@given(st.text().filter(lambda drawn: not drawn.startswith("\ufeff") and "\0" not in drawn))
@settings(deadline=None)
def test_decode_returns_any_text_written_as_utf8(drawn):
    assert decode(drawn.encode()) == drawn


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\0\xff", "is not text but a PDF: give its name the ending .pdf"),
        (
            b"PK\x03\x04\x14\0\x08\x08\xff\xfe",
            "is not text but a Word, Excel or zip file: give a Word file's name the ending .docx",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text but a picture: only text can be read"),
        (bytes(range(256)) * 4, "is not text but binary data: check its name, or save it as text in UTF-8"),
        (
            bytes([1, 2, 3, 0x80, 0x81, 0xFF] * 50),
            "is not text but binary data: check its name, or save it as text in UTF-8",
        ),
        (b"a NUL in the \0 middle", "is not text but binary data: check its name, or save it as text in UTF-8"),
        (
            codecs.BOM_UTF16_LE + b"a\0b",
            "is marked as UTF-16-LE but breaks off or is damaged at byte 2: save it as UTF-8",
        ),
    ],
)
def test_decode_says_why_bytes_are_no_text(data, reason):
    with pytest.raises(Unreadable) as raised:
        decode(data)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("Harbour tunnel opens\n\nThe tunnel opened on Monday.", "Harbour tunnel opens"),
        ("Harbour tunnel opens\r\n\r\nThe tunnel opened.", "Harbour tunnel opens"),
        (
            "Harbour tunnel opens\nThe tunnel under the harbour opened on Monday after nine years of work, two floods and a budget that grew from $2 billion to $5 billion.",
            "Harbour tunnel opens",
        ),
        ("The tunnel under the harbour opened on\nMonday after nine years.", None),
        ("The tunnel opened on Monday.\n\nIt cost $2 billion.", None),
        ("Only one line", None),
        ("", None),
    ],
)
def test_text_takes_a_first_line_that_reads_as_title(content, title):
    article = text.read(content.encode())
    assert (article.text, article.metadata.title) == (content, title)
