"""Characters of a document become inert markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.marks import Mark, escape, marked, shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("R&D said \"no\" and 'yes'", "R&amp;D said &quot;no&quot; and &#x27;yes&#x27;"),
        ("safe\u202etxt.exe", "safe⟨U+202E⟩txt.exe"),
        ("\u2066isolated\u2069", "⟨U+2066⟩isolated⟨U+2069⟩"),
        ("bell\x07 nul\x00 del\x7f", "bell⟨U+0007⟩ nul⟨U+0000⟩ del⟨U+007F⟩"),
        ("lone \ud800", "lone ⟨U+D800⟩"),
        ("line\nbreak\ttab", "line\nbreak\ttab"),
        ("שלום \u200f עולם", "שלום \u200f עולם"),
        ("naïve café – “quoted” 🙂", "naïve café – “quoted” 🙂"),
    ],
)
def test_escape_makes_text_inert(text, shown):
    assert escape(text) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short title", 20, "short title"),
        ("  two \n lines ", 20, "two lines"),
        ("a title that is far too long", 16, "a title that…"),
        ("unbroken" * 9, 8, "unbroke…"),
        ("", 8, ""),
    ],
)
def test_shorten(text, limit, shown):
    assert shorten(text, limit=limit) == shown


def test_shorten_reads_only_the_start_of_a_huge_title():
    assert shorten("word " * 2_000_000, limit=20) == "word word word…"


TEXT = "Sales rose to $41 million, she said."


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], "Sales rose to $41 million, she said."),
        ([Mark(14, 25, "figures")], 'Sales rose to <mark class="fn-figures">$41 million</mark>, she said.'),
        (
            [Mark(0, 36, "sentence"), Mark(14, 25, "words")],
            '<mark class="fn-sentence">Sales rose to </mark><mark class="fn-sentence fn-words">$41 million</mark>'
            '<mark class="fn-sentence">, she said.</mark>',
        ),
        (
            [Mark(0, 17, "a"), Mark(14, 25, "b")],
            '<mark class="fn-a">Sales rose to </mark><mark class="fn-a fn-b">$41</mark><mark class="fn-b"> million</mark>, she said.',
        ),
        (
            [Mark(27, 30, "people", 'Person: "Ada" <b>')],
            'Sales rose to $41 million, <mark class="fn-people" tabindex="0" '
            'aria-description="Person: &quot;Ada&quot; &lt;b&gt;">she</mark> said.',
        ),
        (
            [Mark(30, 99, "late"), Mark(-5, 5, "early")],
            '<mark class="fn-early">Sales</mark> rose to $41 million, she<mark class="fn-late"> said.</mark>',
        ),
        ([Mark(5, 5, "empty"), Mark(40, 50, "outside")], "Sales rose to $41 million, she said."),
    ],
)
def test_marked(marks, shown):
    assert marked(TEXT, marks, start=0, end=len(TEXT)) == shown


def test_marked_counts_offsets_in_the_whole_document():
    assert marked("rose to $41", [Mark(114, 117, "figures")], start=106, end=117, offset=106) == (
        'rose to <mark class="fn-figures">$41</mark>'
    )


class Shown(HTMLParser):
    """What a browser would show of some markup, and the tags in it."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set()
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


SPANS = st.builds(
    lambda start, length, layer: Mark(start, start + length, layer, layer),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from("abc"),
)


@given(
    st.text(
        st.characters(
            exclude_categories=("Cc", "Cs"), exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        ),
        max_size=60,
    ),
    st.lists(SPANS, max_size=8),
)
def test_marks_never_change_the_text(text, marks):
    shown = Shown(marked(text, marks, start=0, end=len(text)))
    assert shown.text == text
    assert shown.tags <= {"mark"}
    assert not re.search("<(?!/?mark)", marked(text, marks, start=0, end=len(text)))
