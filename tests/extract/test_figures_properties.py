"""Any text at all: no crash, offsets slice back, records in order, time linear in the length."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.figures import find_figures
from extract.times import find_periods
from extract.types import FIGURE_KINDS, MODIFIERS, Figure, Period

VOCAB = spacy.blank("en").vocab
WORDS = st.sampled_from(
    "two half a third of million dozen - – to from between and $ £ € % per cent km ² °C 5 12 1,000 3.5 2019 1990s March Tuesday "
    "last next year years ago the first six months Q3 twice doubled tenfold old aged age died at his 50s Figures [ ] ° ′ ″ N x , . ( ) / : + ± x10 ^ Rs US$ ½ 0 00 000 "
    "10-12 9/11 since by until BC AD 31 February 30/2/2019 9999 century early mid- one One people' ' \" in m k bn".split()
)  # fmt: skip
PIECES = st.lists(WORDS | st.text(max_size=4) | st.integers().map(str) | st.floats().map(str), max_size=40)
TEXTS = st.text() | PIECES.map(" ".join) | PIECES.map("".join)
PUBLISHED = st.sampled_from((None, "2002", "2002-08", "2002-08-19", "0001-01-01", "9999-12-31", "soon", "2002-13-45"))


def read(text: str, published: str | None = None) -> tuple[list[Period], list[Figure]]:
    words = re.findall(r"\w+|\W", text)  # spaCy's tokenizer itself takes quadratic time on some of these texts
    doc = Doc(VOCAB, words=words, spaces=[False] * len(words))
    periods = find_periods(doc, published)
    return periods, list(find_figures(doc, [0] * len(doc), {}, periods))


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text_yields_exact_spans_in_order(text: str, published: str | None) -> None:
    periods, figures = read(text, published)
    for record in (*periods, *figures):
        assert text[record.start : record.end] == record.surface != ""
    for records in (periods, figures):
        assert all(before.end <= after.start for before, after in pairwise(records))
    for period in periods:
        assert period.first is None or period.last is None or period.first <= period.last
    for figure in figures:
        assert figure.kind in FIGURE_KINDS
        assert figure.modifier is None or figure.modifier in MODIFIERS
        assert math.isfinite(figure.value)
        assert figure.value_high is None or math.isfinite(figure.value_high)


def test_a_number_of_ten_thousand_digits_does_no_harm() -> None:
    for text in (
        "9" * 10_000,
        "it cost $" + "1" * 10_000 + " and 5 people",
        "1," * 10_000,
        "1.5e999 or 5",
        "1 000" * 5_000,
    ):
        read(text)


def test_a_sentence_of_a_megabyte_ends() -> None:
    for piece in ("a man of ", "1", "("):
        read(piece * (1_000_000 // len(piece)))


def test_texts_of_nothing_but_figures_end() -> None:
    for piece in (
        "about 5 to 7 per cent of two million ",
        "last year and ",
        "1-",
        "twenty ",
        "million ",
        "half a ",
        "$1,",
        "5% from 4.8, ",
        "1-in-",
        "1, 2 and 3 percent ",
        "aged 5, 7 and ",
        "see Figures 3, 4 and [1,2–",
        "35° 47′ 28″ N 6'2\" ",
        "2011–12 and $(3.2) million of x a year ",
    ):
        read(piece * (50_000 // len(piece)))
