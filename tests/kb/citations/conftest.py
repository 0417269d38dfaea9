"""Entries of two documents, and one whose every text is hostile."""

from __future__ import annotations

import hashlib

import pytest

from kb.citations.entry import Entry, text_hash

QUAY = "Harwich has two ferry lines. The quay will cost 41 million euros.\n\nThe port employs 1,250 people."
# What breaks spreadsheets, XML, HTML, Markdown, TeX, RIS and JSON-LD, with unseen and forged characters.
EVIL = (
    '=HYPERLINK("http://x","y") <script>alert(1)</script> [a](javascript:b) \\input{/etc/passwd} {%$#&_^~}\r\n'
    "TY  - BOOK\r\nER  - \x00\x07\x1b\ud800\ufffe\u202e\ue000\ue010 `x` *y* |z| @comment{a,} </bdi></title>"
)


def entry(text: str, start: int, end: int, **fields: object) -> Entry:
    """Give the words of a text from `start` to `end` as a sentence."""
    known: dict[str, object] = {
        "document": "d1", "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text_sha256": text_hash(text), "title": "A third quay", "author": "Jan van der Berg and Grace Okafor",
        "publication": "The Tide", "published": "2020-03-02", "url": "https://tide.example/quay", "source": "quay.txt",
        "language": "en", "accessed": "2026-11-24", "kind": "sentence", "start": start, "end": end,
        "text": text[start:end], "sentence_start": start, "sentence_end": end, "sentence": text[start:end],
        "paragraph": text[:start].count("\n\n"), "prefix": text[max(start - 64, 0) : start],
        "suffix": text[end : end + 64],
    }  # fmt: skip
    return Entry(**(known | fields))


@pytest.fixture
def entries() -> list[Entry]:
    """Give two sentences of an article and one of a report without author, date and address."""
    report = "Tides were high. Traffic fell 12 percent."
    bare = {
        "document": "d2", "title": "Tides", "author": None, "publication": None, "published": None, "url": None,
        "source": "/home/me/tides.pdf",
    }  # fmt: skip
    return [
        entry(QUAY, 29, 65, heading="Money", note="check the rate", id=1),
        entry(QUAY, 67, 97, heading="Jobs", id=2),
        entry(report, 17, 41, heading="Money", id=3, **bare),
    ]


@pytest.fixture
def hostile() -> Entry:
    """Give an entry whose every text is hostile."""
    texts = dict.fromkeys(("title", "author", "publication", "url", "source", "document", "heading", "note"), EVIL)
    return entry(EVIL, 0, len(EVIL), published="2020-13", **texts)
