import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.failures import Unreadable
from extract.formats import docx as word
from extract.reading.articles import Metadata

BROKEN = "is a broken Word file: open it in Word and save it again"


def saved(document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def with_parts(data: bytes, change: Callable[[str, bytes], bytes | None], **extra: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
        for name, content in extra.items():
            new.writestr(name, content)
    return changed.getvalue()


def article():
    document = docx.Document()
    document.core_properties.author = "Ann Lee"
    document.core_properties.language = "en-GB"
    document.add_heading("Harbour tunnel opens", 1)
    return document


def test_docx_gives_text_and_metadata_in_order():
    document = article()
    paragraph = document.add_paragraph("The tunnel\u00a0opened \u201con time\u201d, caf\u0065\u0301. ")
    paragraph.add_run("Bold\ttab").add_break()
    paragraph.add_run("line")
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Year", "Cost", "2001", "$5"), strict=True):
        cell.text = text
    document.add_paragraph("After the table.")
    read = word.read(saved(document))
    assert read.text == (
        "Harbour tunnel opens\n\nThe tunnel\u00a0opened \u201con time\u201d, caf\u0065\u0301. Bold\ttab\nline\n\n"
        "Year\tCost\n\n2001\t$5\n\nAfter the table."
    )
    assert read.metadata == Metadata("Harbour tunnel opens", "Ann Lee", language="en")


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:ins w:id='1' w:author='x'><w:r><w:t>kept</w:t></w:r></w:ins>", "kept"),
        ("<w:r><w:t>kept</w:t></w:r><w:del w:id='1' w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del>", "kept"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink><w:r><w:t xml:space='preserve'> on</w:t></w:r>", "linked on"),
        ("<w:sdt><w:sdtContent><w:r><w:t>in a field</w:t></w:r></w:sdtContent></w:sdt>", "in a field"),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>break</w:t><w:softHyphen/><w:t>ing</w:t></w:r>", "non\u2011break\u00ading"),
        ("<w:r><w:t>A</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", "A\n\nboxed"),
    ],
)  # fmt: skip
def test_docx_shows_what_word_shows_with_changes_accepted(xml, text):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    assert word.read(saved(document)).text == text


def bomb() -> bytes:
    return with_parts(saved(article()), lambda _, part: part, **{"word/media/image1.png": bytes(201_000_000)})


def large_xml() -> bytes:
    return with_parts(saved(article()), lambda _, part: part, **{"word/other.xml": bytes(31_000_000)})


def lying_bomb() -> bytes:
    """Give a package whose largest part unpacks to far more than the package states."""
    data = bytearray(with_parts(saved(article()), lambda _, part: part, **{"word/a.bin": bytes(50_000_000)}))
    stated = (50_000_000).to_bytes(4, "little")
    while (at := data.find(stated)) >= 0:
        data[at : at + 4] = (1_000).to_bytes(4, "little")
    return bytes(data)


def entities(name: str, part: bytes) -> bytes:
    if name != "word/document.xml":
        return part
    bombs = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return part.replace(b"?>", b"?>" + bombs, 1).replace(b"Harbour", b"Harbour &b;&b;")


def test_docx_does_not_expand_entities_of_its_own():
    assert "aaaaaaaaaa" not in word.read(with_parts(saved(article()), entities)).text


def without(gone: str) -> bytes:
    return with_parts(saved(article()), lambda name, part: None if name == gone else part)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (bomb, "unpacks to more than 200 MB: save its text alone as .docx"),
        (large_xml, "holds more than 30 MB of text: split it"),
        (lying_bomb, BROKEN),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(512), "is locked with a password or an old .doc file: save it as .docx without a password"),
        (lambda: b"no zip", BROKEN),
        (lambda: saved(article())[:-200], BROKEN),
        (lambda: without("word/document.xml"), BROKEN),
        (lambda: without("[Content_Types].xml"), BROKEN),
        (lambda: with_parts(saved(article()), lambda _, part: part[:-9]), BROKEN),
    ],
)  # fmt: skip
def test_docx_says_why_it_cannot_be_read(make, reason):
    with pytest.raises(Unreadable) as raised:
        word.read(make())
    assert str(raised.value) == reason
