import hashlib
import os
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.documents import Failure, read_documents
from extract.failures import Unreadable
from extract.formats import Format
from extract.reading.folders import why
from extract.types import Document

PROSE = "The council said on Tuesday that it would buy forty new buses for the north of the town by June.\r\n"


def names(found) -> list[str]:
    return [Path(item.source).name for item in found]


def failures(tmp_path, found) -> list[tuple[str, str]]:
    return [(str(Path(item.source).relative_to(tmp_path)), item.reason) for item in found if isinstance(item, Failure)]


def test_read_documents_gives_exact_text_hash_and_source(tmp_path):
    data = b"\xef\xbb\xbf" + PROSE.encode()
    path = tmp_path / "buses.txt"
    path.write_bytes(data)
    assert list(read_documents([path])) == [
        Document(
            id=hashlib.sha256(PROSE.encode()).hexdigest()[:16],
            text=PROSE,
            source=str(path),
            sha256=hashlib.sha256(data).hexdigest(),
        )
    ]


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
@settings(deadline=None)
def test_read_documents_returns_any_text_written_as_utf8(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(text.encode())
    read = list(read_documents([path]))
    expected = text.removeprefix("\ufeff")
    assert [item.text for item in read if isinstance(item, Document)] == ([expected] if expected.strip() else [])


def test_read_documents_reads_every_format_in_a_folder(tmp_path):
    word = docx.Document()
    word.add_paragraph(PROSE)
    word.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.HTML").write_text(f"<html lang=de><p>{PROSE}</p></html>", "utf-8")
    (tmp_path / "c.jsonl").write_text('{"id": "c1", "text": "One."}\n{"id": "c2", "text": "Two."}\n', "utf-8")
    (tmp_path / "d.csv").write_text("body\nThree.\n", "utf-8")
    (tmp_path / "e.md").write_text(f"---\ntitle: Buses\nlang: fr\n---\n{PROSE}", "utf-8")
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=11)
    pdf.multi_cell(0, 5, PROSE.strip())
    pdf.output(str(tmp_path / "f.pdf"))
    (tmp_path / "g.txt").write_text(PROSE, "utf-8")
    read = list(read_documents([tmp_path]))
    assert [(Path(item.source).name, item.text.strip(), item.language) for item in read] == [
        ("a.docx", PROSE.strip(), "en"),
        ("b.HTML", PROSE.strip(), "de"),
        ("c.jsonl", "One.", "en"),
        ("c.jsonl", "Two.", "en"),
        ("d.csv", "Three.", "en"),
        ("e.md", PROSE.strip(), "fr"),
        ("f.pdf", PROSE.strip(), "en"),
        ("g.txt", PROSE.strip(), "en"),
    ]


def test_read_documents_sorts_and_passes_over_what_is_no_article(tmp_path):
    for name in (
        "b/2.txt",
        "b/10.txt",
        "a.txt",
        ".git/x.txt",
        ".hidden.txt",
        "~$draft.docx",
        "photo.jpg",
        "c/__MACOSX/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{PROSE}{name}", "utf-8")
    assert names(read_documents([tmp_path])) == ["a.txt", "10.txt", "2.txt"]
    assert names(read_documents([str(tmp_path / "b"), tmp_path / "a.txt"])) == ["10.txt", "2.txt", "a.txt"]


def test_read_documents_names_another_language_of_the_text(tmp_path):
    (tmp_path / "bus.txt").write_text(
        "Der Stadtrat teilte am Dienstag mit, dass er bis Juni vierzig neue Busse kaufen werde. " * 2, "utf-8"
    )
    assert [item.language for item in read_documents([tmp_path])] == ["de"]


def test_read_documents_says_why_files_fail_and_goes_on(tmp_path):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "blank.txt").write_text(" \n\t\n", "utf-8")
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "fine.txt").write_text(PROSE, "utf-8")
    (tmp_path / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "long.txt").write_text("word " * 200_001, "utf-8")
    (tmp_path / "notes.md").write_text("---\ntitle: a: b: c\n---\nText.", "utf-8")
    (tmp_path / "page.html").write_text("<html></html>", "utf-8")
    (tmp_path / "two\nlines.txt").touch()
    found = list(read_documents([tmp_path, tmp_path / "nowhere", tmp_path / "fine.txt" / "x"]))
    assert names(item for item in found if isinstance(item, Document)) == ["fine.txt"]
    assert failures(tmp_path, found) == [
        ("binary.txt", "is not text but binary data: check its name, or save it as text in UTF-8"),
        ("blank.txt", "holds no text: save its text again, or leave the file out"),
        ("bom.txt", "holds no text: save its text again, or leave the file out"),
        ("broken.pdf", "is a broken PDF: fetch it again, or print it to a new PDF"),
        ("empty.txt", "is empty: save its text again, or leave the file out"),
        ("letter.doc", "is an old Word file: save it as .docx"),
        ("long.txt", "is longer than 1,000,000 characters: split it into articles"),
        (
            "notes.md",
            "its front matter cannot be read at line 2: put values that hold a colon or quotation marks in quotes",
        ),
        ("page.html", "is a web page in which no article is found: save the article's text as .txt"),
        ("two?lines.txt", "is empty: save its text again, or leave the file out"),
        ("nowhere", "is not there, or no longer: check the path"),
        ("fine.txt/x", "is not there: a part of the path is a file, not a folder"),
    ]


@pytest.mark.parametrize(
    ("name", "megabytes", "reason"),
    [
        ("huge.txt", 200, "has 200 MB, and the limit for .txt is 4 MB: split it into articles"),
        ("huge.html", 50, "has 50 MB, and the limit for .html is 10 MB: split it into articles"),
        ("huge.pdf", 101, "has 101 MB, and the limit for .pdf is 100 MB: split it into articles"),
        ("huge.csv", 101, "has 101 MB, and the limit for .csv is 100 MB: split it into articles"),
    ],
)
def test_read_documents_refuses_large_files_unread(tmp_path, name, megabytes, reason):
    with (tmp_path / name).open("wb") as file:
        file.truncate(megabytes * 1_000_000)
    assert failures(tmp_path, read_documents([tmp_path])) == [(name, reason)]


def test_read_documents_follows_links_once(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text(PROSE, "utf-8")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "same").symlink_to(tmp_path / "real")
    found = list(read_documents([tmp_path]))
    assert names(item for item in found if isinstance(item, Document)) == ["a.txt"]
    assert failures(tmp_path, found) == [
        ("gone.txt", "is not there, or no longer: check the path"),
        ("real/up", "is a link that leads back to a folder above it: remove the link"),
        ("self.txt", "is a link that leads back to itself: remove it"),
    ]


def test_read_documents_does_not_wait_for_pipes(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert failures(tmp_path, read_documents([tmp_path])) == [
        ("pipe.txt", "is not a file but a device or a pipe: save what it gives as a file")
    ]


def test_read_documents_survives_a_file_that_vanishes(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(PROSE + name, "utf-8")
    reading = read_documents([tmp_path])
    first = next(reading)
    (tmp_path / "b.txt").unlink()
    rest = list(reading)
    assert names([first, *rest]) == ["a.txt", "b.txt", "c.txt"]
    assert failures(tmp_path, rest) == [("b.txt", "is not there, or no longer: check the path")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "may not be read by you: change its permissions"),
        (FileNotFoundError(2, "No such file"), "is not there, or no longer: check the path"),
        (OSError(5, "Input/output error"), "cannot be read: input/output error"),
        (OSError(36, "File name too long"), "cannot be read: file name too long"),
    ],
)
def test_why_names_what_the_system_refuses(error, reason):
    assert why(error) == reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_read_documents_says_when_a_file_may_not_be_read(tmp_path):
    (tmp_path / "secret.txt").write_text(PROSE, "utf-8")
    (tmp_path / "secret.txt").chmod(0)
    assert failures(tmp_path, read_documents([tmp_path])) == [
        ("secret.txt", "may not be read by you: change its permissions")
    ]


def test_read_documents_refuses_a_name_that_cannot_be_stored(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(PROSE, "utf-8")
    assert failures(tmp_path, read_documents([tmp_path])) == [
        ("caf?.txt", "has a name that is not valid UTF-8: rename it")
    ]


def test_read_documents_says_which_kinds_it_reads(tmp_path):
    (tmp_path / "photo.jpg").touch()
    assert failures(tmp_path, read_documents([tmp_path / "photo.jpg"])) == [
        (
            "photo.jpg",
            "is no kind of file that is read: save it as one of .txt .text .md .markdown .html .htm .xhtml .pdf .docx .jsonl .ndjson .csv",
        )
    ]


def test_format_names_an_error_that_nobody_foresaw():
    with pytest.raises(
        Unreadable, match=r"trips its reader \(TypeError\): save its text as \.txt, and report the file"
    ):
        Format("text", 1).read("no bytes")
