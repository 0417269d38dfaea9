"""Uploaded files and pasted text become documents."""

from __future__ import annotations

import re

import pytest

from app.incoming import file_name, is_list_of_addresses, read_pasted, read_upload
from extract.failures import Failure


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\story.docx", "story.docx"),
        ("a\x00b\u202ec.txt", "a_b_c.txt"),
        ("..", "upload"),
        ("", "upload"),
        ("x" * 300 + ".md", "x" * 50 + ".md"),
        ("ünïcode – name.TXT", "ünïcode – name.TXT"),
    ],
)
def test_file_name(name, kept):
    assert file_name(name) == kept


def test_upload_with_a_long_name_in_any_script():
    (document,) = read_upload("🙂" * 300 + ".txt", b"One town.")
    assert document.source.endswith("🙂" * 50 + ".txt")


def test_upload_of_the_same_name_is_another_source():
    (first,), (second,) = (list(read_upload("city.txt", text)) for text in (b"One town.", b"Two towns."))
    assert (first.text, second.text) == ("One town.", "Two towns.")
    assert first.source != second.source
    assert first.source.startswith("upload:")
    assert first.source.endswith("/city.txt")


def test_upload_that_cannot_be_read_names_the_file_only():
    (failure,) = read_upload("../empty.txt", b"")
    assert isinstance(failure, Failure)
    assert failure.source == "empty.txt"
    assert "/" not in failure.reason


def test_upload_of_a_table_gives_its_rows():
    found = list(read_upload("all.jsonl", b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'))
    assert [document.text for document in found] == ["One.", "Two."]
    assert all(re.fullmatch("upload:[0-9a-f]{16}/all.jsonl.*", document.source) for document in found)


def test_pasted_text_keeps_every_character():
    text = "“Naïve”\r\n\tsaid\u00a0she.\u202e 🙂"
    (document,) = read_pasted(text, {"title": " A title ", "author": "", "published": "2002-08-19"})
    assert document.text == text
    assert (document.title, document.author, document.published) == ("A title", None, "2002-08-19")
    assert document.source.startswith("paste:")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("https://example.org/one\n\nhttp://example.org/two\n", True),
        ("[InternetShortcut]\r\nURL=https://example.org/\r\n", True),
        ("www.example.org", True),
        ("https://example.org/one says that Harwich has two ferry lines.", False),
        ("Harwich has two ferry lines.\nhttps://example.org/one", False),
        ("", False),
    ],
)
def test_a_list_of_addresses_is_told_from_an_article(text, listed):
    assert is_list_of_addresses(text) == listed
