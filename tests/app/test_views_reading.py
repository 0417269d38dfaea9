"""Articles as marked-up text."""

from __future__ import annotations

import pytest

from app.marks import Mark
from app.reading import (
    LISTED,
    PART_LIMIT,
    Paragraph,
    head_html,
    list_html,
    outcome_counts,
    outcome_html,
    paragraphs,
    part_at,
    parts,
    shown_title,
    text_html,
)
from extract.types import Document
from kb.base.outcomes import Outcome
from kb.base.rows import DocumentRow, SentenceRow

TEXT = "Headline\n\nOne here. Two here.\nThree."


def sentence(number: int, paragraph: int, text: str) -> SentenceRow:
    start = TEXT.index(text)
    return SentenceRow(f"d.{number}", "d", number, paragraph, start, start + len(text), text, None)


SENTENCES = [
    sentence(0, 0, "Headline"),
    sentence(1, 1, "One here."),
    sentence(2, 1, "Two here."),
    sentence(3, 2, "Three."),
]


@pytest.mark.parametrize("sentences", [SENTENCES, []])
def test_paragraphs(sentences):
    assert [TEXT[each.start : each.end] for each in paragraphs(TEXT, sentences)] == [
        "Headline",
        "One here. Two here.",
        "Three.",
    ]


def test_parts_keep_every_character_of_the_paragraphs():
    text = "\n".join("x" * length for length in (10, PART_LIMIT, 3 * PART_LIMIT, 5))
    whole = paragraphs(text, [])
    grouped = parts(whole)
    assert len(grouped) == 6
    assert "".join(text[each.start : each.end] for part in grouped for each in part) == text.replace("\n", "")
    assert all(part[-1].end - part[0].start <= PART_LIMIT for part in grouped)


def test_parts_of_an_empty_text():
    assert parts(paragraphs("", [])) == [[]]
    assert text_html("", [], []) == "<div class='fn-text' dir='auto'></div>"


def test_part_at():
    grouped = [[Paragraph(0, 10)], [Paragraph(12, 20), Paragraph(21, 30)]]
    assert [part_at(grouped, start) for start in (0, 9, 10, 25, 99)] == [0, 0, 1, 1, 0]


def test_text_carries_a_mark_across_paragraphs():
    part = paragraphs(TEXT, SENTENCES)
    assert text_html(TEXT, part, [Mark(20, 36, "quotes")]) == (
        "<div class='fn-text' dir='auto'><p class='fn-heading'>Headline</p>"
        '<p>One here. <mark class="fn-quotes">Two here.</mark></p><p><mark class="fn-quotes">Three.</mark></p></div>'
    )


def document(**fields: str | None) -> Document:
    return Document(**({"id": "d", "text": TEXT, "source": "/press/2002/city.txt", "sha256": "0"} | fields))


def test_head():
    shown = head_html(document(title="The city", author="Ana Díaz", publication="The Paper", published="2002"))
    assert (
        "<p class='fn-kicker'>Article · <bdi>The Paper</bdi> · <bdi>2002</bdi></p><h1 dir='auto'>The city</h1>" in shown
    )
    assert "By <bdi>Ana Díaz</bdi>" in shown
    assert "From /press/2002/city.txt" in shown


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://paper.example/a?b=1&c='2'", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_head_links_to_the_web_only(url, linked):
    shown = head_html(document(title="The city", url=url))
    assert ("<a href='" in shown) is linked
    assert "c='2'" not in shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The city", "The city"),
        (None, "city.txt"),
        ("  ", "city.txt"),
        ("A\nB", "A B"),
        ("x" * 10_000_000, "x" * 199 + "…"),
    ],
)
def test_shown_title(title, shown):
    assert shown_title(document(title=title)) == shown


def row(**fields: object) -> DocumentRow:
    usual = {"id": "d&1", "title": "The <b>city</b>", "author": None, "publication": "The Paper", "published": "2002-08",
             "url": None, "source": "/press/city.txt", "language": "en", "sha256": "0", "characters": 36, "sentences": 4}  # fmt: skip
    return DocumentRow(**(usual | fields))


def test_list():
    assert list_html([row()]) == (
        "<ul class='fn-list'><li><a href='article?id=d%261'><bdi>The &lt;b&gt;city&lt;/b&gt;</bdi></a>"
        "<span class='fn-meta'>4 sentences · <bdi>The Paper</bdi> · <bdi>August 2002</bdi></span></li></ul>"
    )


def test_list_says_what_is_not_english():
    shown = list_html([row(language="fr", sentences=1)])
    assert "1 sentence ·" in shown
    assert "not in English (fr): searchable only" in shown


ADDED = Outcome("added", "upload:0123/quay <b>.md", "d&1")
FAILED = Outcome("failed", "/press/empty.txt", "d2", "is empty: <there> is nothing to read")


def test_outcomes_link_what_was_added_and_give_reasons():
    shown = outcome_html("/press", [ADDED, FAILED])
    assert shown.startswith("<p><bdi>/press</bdi>: 1 added, 1 not added.</p><ul")
    assert "<b>Added</b> <a href='article?id=d%261'><bdi>quay &lt;b&gt;.md</bdi></a></li>" in shown
    assert "<b>Not added</b> <bdi>/press/empty.txt</bdi> is empty: &lt;there&gt; is nothing to read</li>" in shown


def test_a_pasted_text_is_called_by_its_title():
    pasted = Outcome("added", "paste:0a1b", "d1")
    assert "<b>Added</b> <a href='article?id=d1'><bdi>A new quay</bdi></a>" in outcome_html("A new quay", [pasted])


def test_many_outcomes_are_counted_and_only_those_with_a_reason_listed():
    shown = outcome_html("/press", [ADDED] * 1000 + [FAILED] * 70)
    assert "1,000 added, 70 not added." in shown
    assert shown.count("<li") == LISTED + 1
    assert "… and 20 more" in shown
    assert "quay" not in shown


def test_nothing_to_read_is_said():
    assert outcome_counts([]) == "nothing to read there"
    assert "<bdi>a&lt;b&gt;.csv</bdi>: nothing to read there." in outcome_html("a<b>.csv", [])
