"""Entities as marked-up text."""

from __future__ import annotations

from app.profiles import (
    entities_html,
    entity_head_html,
    entity_link,
    figures_html,
    mentions_html,
    names_html,
    quotes_html,
)
from kb.base.rows import EntityRow, FigureRow, MentionRow, PhraseRow, QuoteRow, SentenceRow

TEXT = "Ana <b>Díaz</b> told Ana that 300 boats sank."
SENTENCE = SentenceRow("d.0", "d", 0, 0, 100, 100 + len(TEXT), TEXT, "A <i>title</i>")
ENTITY = EntityRow("e&1", "Ana <b>", "PERSON", ("Díaz", *"abcdefgh"), 1, 2)
MARKED = '<mark class="fn-words">'


def test_entity_link():
    assert entity_link("e&1") == "entity?id=e%261"


def test_row_and_head_are_inert_and_whole():
    for shown in (entities_html([ENTITY]), entity_head_html(ENTITY), names_html([ENTITY])):
        assert "Ana &lt;b&gt;" in shown
        assert "<b>" not in shown
    assert "Person · named 1 time in 2 articles · also <bdi>Díaz</bdi>, <bdi>a</bdi>" in entities_html([ENTITY])
    assert " and 1 more" in entity_head_html(ENTITY)
    assert "href='entity?id=e%261'" in names_html([ENTITY])


def test_mentions_of_one_sentence_are_marked_in_it_once():
    mentions = [MentionRow(SENTENCE, start, start + 3, "Ana", "PERSON", "name", "e&1", "Ana") for start in (100, 121)]
    shown = mentions_html(mentions)
    assert shown.count("<figure") == 1
    assert f"<p>{MARKED}Ana</mark> &lt;b&gt;Díaz&lt;/b&gt; told {MARKED}Ana</mark> that" in shown
    assert "href='article?id=d&amp;start=100&amp;end=145'><bdi>A &lt;i&gt;title&lt;/i&gt;</bdi>" in shown


def test_figures_and_quotes_are_told_in_words():
    figure = FigureRow(
        1, SENTENCE, 130, 139, "300 boats", "count", 300.0, None, "boat", None, None, None, None, None, None
    )
    quote = QuoteRow(1, SENTENCE, 130, 144, "300 boats sank", False, PhraseRow(100, 103, "Ana"), None)
    assert f"{MARKED}300 boats</mark> sank." in figures_html([figure])
    assert "Count: 300 boat</span>" in figures_html([figure])
    assert f"{MARKED}300 boats sank</mark>." in quotes_html([quote])
    assert "Reported speech: Ana</span>" in quotes_html([quote])
