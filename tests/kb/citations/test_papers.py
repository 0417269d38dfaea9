"""Formats for people: what stands in them, and that hostile text is only text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from kb.citations.formats import FORMATS, write_list
from kb.citations.styles import StyleError
from tests.kb.citations.conftest import EVIL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = "Jan van der Berg and Grace Okafor, “A Third Quay,” The Tide, March 2, 2020, https://tide.example/quay."


def written(entries, format, style="chicago-notes", title="Port"):
    return write_list(entries, title, format=format, style=style)


def test_text_gives_words_notes_and_sources(entries):
    sha256 = entries[0].sha256
    assert (
        written(entries[:1], "text").decode()
        == f"""Port

Money

[1] “The quay will cost 41 million euros.”
    {NOTE} [paragraph 1, characters 29–65]
    check the rate

Sources

Berg, Jan van der, and Grace Okafor. “A Third Quay.” The Tide, March 2, 2020. https://tide.example/quay.
    Collected 2026-11-24. SHA-256 {sha256}

Citation style: Chicago Manual of Style 18th edition (notes and bibliography).
"""
    )


def test_entries_are_grouped_by_heading(entries):
    lines = written(entries, "text", style="apa").decode().splitlines()
    shown = [line for line in lines if line in ("Money", "Jobs") or re.match(r"\[\d\]", line)]
    assert shown == [
        "Money", "[1] “The quay will cost 41 million euros.”", "[2] “Traffic fell 12 percent.”", "Jobs",
        "[3] “The port employs 1,250 people.”",
    ]  # fmt: skip


def test_html_opens_sources_at_the_sentence(entries):
    page = html.fromstring(written(entries, "html"))
    link = page.xpath("//blockquote/a")[0]
    assert link.text_content() == "“The quay will cost 41 million euros.”"
    assert link.get("href") == (
        "https://tide.example/quay#:~:text=two%20ferry%20lines.-,The%20quay%20will%20cost%2041%20million%20euros."
    )
    notes = [" ".join(item.text_content().split()) for item in page.xpath("//ol/li")]
    assert notes[0] == f"{NOTE} [paragraph 1, characters 29–65] ↩"
    assert {one.get("href") for one in page.xpath("//a[starts-with(@href, '#note')]")} == {
        "#note-1",
        "#note-2",
        "#note-3",
    }
    assert len(page.xpath("//ul/li")) == 2


def test_hostile_html_is_text(hostile):
    raw = written([hostile], "html", title=EVIL).decode()
    page = html.fromstring(raw)
    assert page.xpath("//script | //img | //iframe | //*[@onclick]") == []
    assert [a.get("href") for a in page.xpath("//a") if not a.get("href").startswith("#")] == []
    assert "<script>alert(1)</script> [a](javascript:b)" in page.xpath("//blockquote")[0].text_content()
    assert "\u202e" not in raw and "⟨U+202E⟩" in raw


def test_markdown_has_footnotes(entries):
    lines = written(entries, "md").decode().split("\n\n")
    assert lines[:3] == [
        "# Port", "## Money",
        "> [“The quay will cost 41 million euros.”](https://tide.example/quay#:~:text=two%20ferry%20lines.-,"
        "The%20quay%20will%20cost%2041%20million%20euros.)[^1]",
    ]  # fmt: skip
    assert lines[7].startswith("[^1]: Jan van der Berg and Grace Okafor, “A Third Quay,” *The Tide*, March 2, 2020, ")


def test_hostile_markdown_is_text(hostile):
    text = written([hostile], "md", title=EVIL).decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inner = [child for token in tokens for child in token.children or []]
    assert {token.type for token in [*tokens, *inner]} <= {
        "heading_open", "heading_close", "inline", "text", "paragraph_open", "paragraph_close", "blockquote_open",
        "blockquote_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "em_open",
        "em_close", "text_special",
    }  # fmt: skip
    quote = next(token for number, token in enumerate(tokens) if tokens[number - 2].type == "blockquote_open")
    shown = "".join(child.content for child in quote.children)
    assert "<script>alert(1)</script> [a](javascript:b) \\input{/etc/passwd} {%$#&_^~}" in shown


def footnotes(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        root = etree.fromstring(file.read("word/footnotes.xml"))
    notes = [note for note in root if note.get(f"{W}type") is None]
    return {note.get(f"{W}id"): "".join(note.itertext()).strip() for note in notes}


def test_docx_has_real_footnotes(entries):
    data = written(entries, "docx")
    document = docx.Document(io.BytesIO(data))
    quotes = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Quote"]
    assert quotes[0].text == "“The quay will cost 41 million euros.”"
    numbers = [reference.get(f"{W}id") for quote in quotes for reference in quote._p.iter(f"{W}footnoteReference")]
    notes = footnotes(data)
    assert numbers == list(notes) == ["1", "2", "3"]
    assert notes["1"] == f"{NOTE} [paragraph 1, characters 29–65]"
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert "footnotes+xml" in file.read("[Content_Types].xml").decode()
        assert "https://tide.example/quay" in file.read("word/_rels/footnotes.xml.rels").decode()
        assert b"footnotePr" in file.read("word/settings.xml")


def test_docx_keeps_looks_and_sources(entries):
    document = docx.Document(io.BytesIO(written(entries, "docx")))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert headings == ["Money", "Jobs", "Sources"]
    italic = {run.text for paragraph in document.paragraphs for run in paragraph.runs if run.italic}
    assert italic == {"The Tide"}
    assert any(entries[0].sha256 in paragraph.text for paragraph in document.paragraphs)


def test_hostile_docx_opens_and_links_nowhere(hostile):
    data = written([hostile], "docx", title=EVIL)
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    assert "<script>alert(1)</script> [a](javascript:b) \\input{/etc/passwd}" in text
    assert "<script>" in footnotes(data)["1"].casefold()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert [name for name in file.namelist() if b"javascript:" in file.read(name) and name.endswith(".rels")] == []


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_nothing_and_hostile_text(format, hostile):
    assert written([], format) is not None
    assert written([hostile], format, title=EVIL)


def test_a_title_of_a_megabyte_is_cut_in_prose_only(entries):
    huge = "the long word " * 100_000
    one = replace(entries[0], title=huge, author=huge, publication=huge)
    assert len(written([one], "text")) < 10_000
    assert len(written([one], "csl-json")) > 3_000_000


def test_an_unknown_style_is_said(entries):
    with pytest.raises(StyleError):
        written(entries, "text", style="nature")
