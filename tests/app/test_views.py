"""Answers as marked-up text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.views import (
    DOUBTFUL,
    REFUSED,
    answer_html,
    article_link,
    citation_text,
    cited_html,
    cited_text,
    conflict_html,
    copy_text,
    doubt_html,
    file_words,
    label,
    passage,
    refusal_html,
    sentence_html,
    source_html,
    spoken_date,
    why_html,
)  # fmt: skip
from extract.types import Document
from kb.base.rows import SentenceRow
from kb.types import REFUSALS, Answer, Citation, Conflict, Item

TEXT = "A first line.\n\nThe city grew. It now has roughly 620,000 people. Many came by rail.\n\nA last line."
START = TEXT.index("It now")
END = TEXT.index(" Many")
WORDS = TEXT.index("roughly"), TEXT.index(" people")
CITATION = Citation(
    "d1", "How the city grew", "/press/city.txt", START, END, TEXT[START:END], 0.9, *WORDS, "The Paper", "2002-08-19",
    "it states how many people the city has",
)  # fmt: skip
ANSWER = Answer("How many people?", "how-many", "roughly 620,000", 0.9, (CITATION,))
HOSTILE = "<img src=x onerror=alert(1)>"


def rows(*spans: tuple[int, str]) -> list[SentenceRow]:
    found, position = [], 0
    for number, (paragraph, text) in enumerate(spans):
        position = TEXT.index(text, position)
        found.append(SentenceRow(f"d1.{number}", "d1", number, paragraph, position, position + len(text), text, None))
        position += len(text)
    return found


SENTENCES = rows(
    (0, "A first line."), (1, "The city grew."), (1, "It now has roughly 620,000 people."), (1, "Many came by rail."),
    (2, "A last line."),
)  # fmt: skip


@pytest.mark.parametrize("sentences", [SENTENCES, []])
def test_passage_is_the_paragraph(sentences):
    around = passage(TEXT, sentences, start=START, end=END)
    assert around.text == "The city grew. It now has roughly 620,000 people. Many came by rail."
    assert TEXT[around.start :].startswith(around.text)
    assert not around.before
    assert not around.after


def test_passage_cuts_a_long_paragraph_between_words():
    text = "word " * 1000 + "Here it is." + " word" * 1000
    around = passage(text, [], start=5000, end=5011)
    assert text[around.start : around.start + len(around.text)] == around.text
    assert "Here it is." in around.text
    assert around.text.startswith("word")
    assert around.text.endswith("word")
    assert around.before
    assert around.after
    assert len(around.text) < 1500


def test_answer_stands_in_large_type():
    assert answer_html(ANSWER) == (
        "<div class='fn-answer fn-short'><p class='fn-kicker'>Answer</p><p>roughly 620,000</p></div>"
    )


def test_answer_yes_no_begins_with_a_capital():
    assert "<p>Yes</p>" in answer_html(Answer("Did it grow?", "yes-no", "yes", 0.9, (CITATION,)))


def listed(*texts: str) -> Answer:
    return Answer("Which?", "list", "cities", 0.9, (CITATION,), tuple(Item(text, (CITATION,)) for text in texts))


def test_answer_lists_its_rows_each_with_its_sentence():
    shown = answer_html(listed("Nairobi", HOSTILE))
    assert "Answer: 2 found</p>" in shown
    assert "<li><p class='fn-other'>Nairobi</p><figure" in shown
    assert shown.count("How the city grew") == 2
    assert "<img" not in shown


def test_answer_says_when_a_list_is_cut():
    shown = answer_html(listed(*map(str, range(1234))))
    assert "Answer: 1,234 found, the first 100 shown</p>" in shown
    assert shown.count("<li>") == 100


def test_cited_marks_the_words_in_the_sentence_in_the_paragraph():
    shown = cited_html(CITATION, passage(TEXT, SENTENCES, start=START, end=END))
    assert (
        "<p>The city grew. "
        '<mark class="fn-sentence">It now has </mark><mark class="fn-sentence fn-words">roughly 620,000</mark>'
        '<mark class="fn-sentence"> people.</mark>'
        " Many came by rail.</p>"
    ) in shown
    assert "How the city grew</bdi></a> · <bdi>The Paper</bdi> · <bdi>19 August 2002</bdi>" in shown
    assert "Why: it states how many people the city has" in shown


def test_sentence_alone_without_answering_words():
    plain = Citation("d 1&2", None, "/press/city.txt", 3, 9, "Hello.", 0.4)
    assert sentence_html(plain) == (
        "<figure class='fn-cited fn-alone'><blockquote><p>Hello.</p></blockquote><figcaption><span class='fn-source'>"
        "<a href='article?id=d+1%262&amp;start=3&amp;end=9'><bdi>city.txt</bdi></a></span></figcaption></figure>"
    )


@pytest.mark.parametrize("reason", REFUSALS)
def test_refusal_says_what_happened_and_what_to_do(reason):
    shown = refusal_html(Answer("Who?", "who", None, 0.1, reason=reason))
    happened, remedy = REFUSED[reason]
    assert happened in shown
    assert remedy in shown


def test_refusal_names_the_unknown():
    shown = refusal_html(Answer("Who?", "who", None, 0.1, reason="unknown-name"), unknown="<b>Ana")
    assert "The name “&lt;b&gt;Ana” does not occur in your articles." in shown


def test_hostile_words_stay_inert_wherever_they_stand():
    bad = Citation(HOSTILE, HOSTILE, HOSTILE, 0, 28, HOSTILE, 0.5, 0, 28, HOSTILE, HOSTILE, HOSTILE)
    answer = Answer(HOSTILE, "what", HOSTILE, 0.5, (bad,))
    around = passage(HOSTILE, [], start=0, end=28)
    views = [answer_html(answer), cited_html(bad, around), sentence_html(bad), conflict_html(Conflict(HOSTILE, bad))]
    assert not [view for view in views if "<img" in view]


def test_source_of_a_huge_title_is_short():
    huge = Citation("d", "x" * 10_000_000, "s", 0, 1, "a", 0.5)
    assert len(source_html(huge)) < 400


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2002-08-19", "19 August 2002"),
        ("2002-08-01", "1 August 2002"),
        ("2002-08", "August 2002"),
        ("2002", "2002"),
        (None, ""),
        ("2002-19", "2002-19"),
        ("soon", "soon"),
    ],
)
def test_spoken_date(iso, spoken):
    assert spoken_date(iso) == spoken


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("/press/city.txt", "city.txt"),
        ("https://example.org/a/b", "https://example.org/a/b"),
        ("upload:0123456789abcdef/city.txt", "city.txt"),
        ("paste:0123456789abcdef", "pasted text"),
    ],
)
def test_file_words(source, words):
    assert file_words(source) == words


def test_article_link():
    assert article_link("a/b?c") == "article?id=a%2Fb%3Fc"
    assert article_link("d1", start=0, end=9) == "article?id=d1&start=0&end=9"


def test_copy_text_holds_question_answer_and_the_exact_sentence_that_supports_it():
    other = Citation("d2", None, "a.txt", 0, 2, "Hi", 0.1)
    assert copy_text(replace(ANSWER, citations=(CITATION, other))) == (
        "How many people?\nroughly 620,000\n\nIt now has roughly 620,000 people.\n"
        "— How the city grew, The Paper, 19 August 2002, city.txt"
    )
    assert citation_text(other) == "Hi\n— a.txt"


def test_copy_text_of_a_list_holds_every_sentence_once():
    other = Citation("d2", None, "a.txt", 0, 2, "Hi", 0.1)
    rows = (Item("one", (CITATION,)), Item("two", (other, CITATION)), Item("three", (other,)))
    copied = copy_text(replace(ANSWER, items=rows))
    assert [copied.count(text) for text in ("It now has roughly 620,000 people.", "Hi\n— a.txt")] == [1, 1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Who is Ana Díaz?", "Who is Ana Díaz\\?"),
        ("![x](http://evil.example/a.png)", "\\!\\[x\\]\\(http\\:\u2060\\/\\/evil\\.example\\/a\\.png\\)"),
        ("WWW.evil.example, a@evil.example", "WWW\u2060\\.evil\\.example\\, a\u2060\\@evil\\.example"),
        (":red[hot] $x$ `y` <b>", r"\:red\[hot\] \$x\$ \`y\` \<b\>"),
        ("two\nlines\u202e", "two lines⟨U\\+202E⟩"),
    ],
)
def test_label_has_no_markdown_left(text, shown):
    assert label(text) == shown


def test_the_reasons_are_told_once():
    told = replace(ANSWER, note="it states how many people the city has.")
    assert why_html(told).count("how many people the city has") == 1
    assert "This is what the best sentence gives" in why_html(told)
    assert "The best sentence was cited because of this" in why_html(replace(told, note=None))
    assert "other sentence" not in why_html(told)
    two = replace(ANSWER, citations=(CITATION, Citation("d2", None, "a.txt", 0, 2, "Hi", 0.1)))
    assert "<li>1 other sentence came near as well.</li>" in why_html(two)


def test_an_answer_less_sure_than_most_says_so():
    assert doubt_html(replace(ANSWER, score=DOUBTFUL)) == ""
    assert "only 52% were right" in doubt_html(replace(ANSWER, score=0.52))


def test_a_sentence_to_paste_has_its_web_address_and_no_hidden_signs():
    origin = Document("d1", "x", "/a.txt", "0", "T\u202e" + "t" * 5000, url="https://press.example/a")
    assert cited_text("Hi \u202eho", origin).startswith("Hi ⟨U+202E⟩ho\n— T⟨U+202E⟩tt")
    assert cited_text("Hi", origin).endswith("…, https://press.example/a")
    assert cited_text("Hi", replace(origin, url=None, source="/home/ana/press/a.txt")).endswith("…, a.txt")
