import zlib
from contextlib import closing

import pytest
from fpdf import FPDF

from extract.failures import Unreadable
from extract.formats import pdfium
from extract.formats.layout import Line, running_text
from extract.formats.pdf import Reader
from extract.reading.articles import Metadata

PARAGRAPHS = (
    "The harbour tunnel opened on Monday after nine years of work, two floods and a budget that grew from $2 billion "
    "to $5 billion. Drivers waited for an hour to be among the first to use it.",
    "The mayor said that the tolls would pay for the tunnel within thirty years. Nobody in the council had asked how "
    "many cars that would take, and the city's own engineers declined to say.",
    "Under the sea the road is four lanes wide. Trucks with dangerous goods have to take the old bridge, which will be "
    "repaired next year and is to stay open.",
)


def columns(count: int, *, gap: float, indent: float, pages_of: int = 1) -> FPDF:
    document = FPDF()
    document.set_title("Harbour tunnel opens")
    document.set_author("Ann Lee")
    document.add_page()
    document.set_font("Times", "B", size=18)
    document.multi_cell(0, 9, "Harbour tunnel opens", new_x="LMARGIN", new_y="NEXT")
    document.ln(4)
    document.set_font("Times", size=11)
    with document.text_columns(ncols=count, gutter=8, text_align="L", line_height=1.2) as flow:
        for text in PARAGRAPHS * pages_of:
            with flow.paragraph(bottom_margin=gap, first_line_indent=indent) as paragraph:
                paragraph.write(text)
    return document


@pytest.mark.parametrize(("count", "gap", "indent"), [(1, 4, 0), (2, 4, 0), (2, 0, 6), (1, 0, 6)])
def test_pdf_joins_lines_to_paragraphs(count, gap, indent):
    article = pdfium.read(bytes(columns(count, gap=gap, indent=indent).output()))
    assert article.text.split("\n\n") == ["Harbour tunnel opens", *PARAGRAPHS]
    assert article.metadata == Metadata("Harbour tunnel opens", "Ann Lee")


def test_pdf_follows_paragraphs_over_pages_and_columns():
    article = pdfium.read(bytes(columns(2, gap=3, indent=0, pages_of=20).output()))
    sentences = [sentence for text in PARAGRAPHS for sentence in text.split(". ")]
    assert all(article.text.count(sentence) == 20 for sentence in sentences)


def test_pdf_leaves_out_what_stands_on_every_page():
    class Printed(FPDF):
        def header(self) -> None:
            self.set_font("Times", size=8)
            self.cell(0, 5, f"The Gazette, page {self.page_no()}", new_x="LMARGIN", new_y="NEXT")

    document = Printed()
    for text in PARAGRAPHS:
        document.add_page()
        document.set_font("Times", size=11)
        document.multi_cell(0, 5, text, align="L")
    assert pdfium.read(bytes(document.output())).text == "\n\n".join(PARAGRAPHS)


def test_pdf_takes_the_first_line_as_title_where_none_is_stated():
    document = FPDF()
    document.add_page()
    document.set_font("Times", size=20)
    document.multi_cell(0, 9, "Bridge to be repaired", new_x="LMARGIN", new_y="NEXT")
    document.set_font("Times", size=11)
    document.multi_cell(0, 5, PARAGRAPHS[2], align="L")
    assert pdfium.read(bytes(document.output())).metadata.title == "Bridge to be repaired"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the eco-", "nomic plan"], "the economic plan"),
        (["a well-", "known mayor"], "a well-known mayor"),
        (["the anti-", "war vote; an anti-war party"], "the anti-war vote; an anti-war party"),
        (["the co-", "operation; cooperation of"], "the cooperation; cooperation of"),
        (["Anglo-", "French talks"], "Anglo-French talks"),
        (["from 1990-", "1995 only"], "from 1990-1995 only"),
        (["he left -", "she stayed"], "he left - she stayed"),
    ],
)
def test_running_text_mends_words_that_a_line_end_broke(lines, text):
    page = [Line(words, 50, 50 + 6 * len(words), 0.5, 400 - 14 * row, 12) for row, words in enumerate(lines)]
    assert running_text([page]) == text


def locked() -> bytes:
    document = columns(1, gap=4, indent=0)
    document.set_encryption(owner_password="owner", user_password="user")
    return bytes(document.output())


def scanned() -> bytes:
    document = FPDF()
    document.add_page()
    document.rect(10, 10, 150, 200, style="F")
    return bytes(document.output())


def many_pages() -> bytes:
    document = FPDF()
    for _ in range(1_001):
        document.add_page()
    return bytes(document.output())


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (locked, "is a PDF locked with a password: save a copy without one"),
        (scanned, "is a PDF without text, probably a scan: run text recognition (OCR) on it first"),
        (many_pages, "has more than 1,000 pages: save the pages that matter as a PDF of their own"),
        (lambda: b"%PDF-1.7\nbroken", "is a broken PDF: fetch it again, or print it to a new PDF"),
        (lambda: bytes(columns(1, gap=4, indent=0).output())[:700], "is a broken PDF: fetch it again, or print it to a new PDF"),
        (lambda: b"no PDF at all", "is a broken PDF: fetch it again, or print it to a new PDF"),
    ],
)  # fmt: skip
def test_pdf_says_why_it_cannot_be_read(make, reason):
    with pytest.raises(Unreadable) as raised:
        pdfium.read(make())
    assert str(raised.value) == reason


def drawn_a_thousand_million_times() -> bytes:
    """Give a PDF of two kilobytes whose page draws a form ten times, which draws a form ten times, and so on."""
    streams = [(b"<</XObject<</X %d 0 R>>>>" % (5 + level), b"/X Do " * 10) for level in range(9)]
    streams.append((b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>", b"BT /F 9 Tf (x) Tj ET"))
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources%b/Length %d>>stream\n%b\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    objects += [form % (resources, len(content), content) for resources, content in streams]
    return written(objects)


def unpacked_to_a_gigabyte() -> bytes:
    packed = zlib.compress(b"BT /F 9 Tf (x) Tj ET" + b" " * 1_000_000_000, 1)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"
    content = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)
    return written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content])


def written(objects: list[bytes]) -> bytes:
    data, table = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(data),
    )


@pytest.mark.parametrize("make", [drawn_a_thousand_million_times, unpacked_to_a_gigabyte])
def test_reader_stops_a_pdf_that_would_not_end_and_goes_on(make):
    with closing(Reader(seconds=3, memory=500_000_000)) as reader:
        with pytest.raises(Unreadable, match="too intricate to read"):
            reader.read(make())
        reader.seconds = 60
        assert reader.read(bytes(columns(1, gap=4, indent=0).output())).metadata == Metadata(
            "Harbour tunnel opens", "Ann Lee"
        )
        with pytest.raises(Unreadable, match="probably a scan"):
            reader.read(scanned())
