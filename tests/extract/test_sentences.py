"""Sentences keep every character that is not white space, and know their paragraph."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import find_sentences, sentence_numbers

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")

CASES = [
    ("", []),
    (" \n\n ", []),
    ("  One. Two!  \n\nThree", [("One.", 0), ("Two!", 0), ("Three", 1)]),
    ("One.\r\n\r\nTwo.", [("One.", 0), ("Two.", 1)]),
    ("One\nline. Two.", [("One\nline.", 0), ("Two.", 0)]),
    ("One.\n \t\nTwo.", [("One.", 0), ("Two.", 1)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_and_paragraphs(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(s.surface, s.paragraph) for s in find_sentences(BLANK(text))] == expected


@given(st.text(alphabet=st.sampled_from("aB. \n\r\t\u00a0!?“”\u0301"), max_size=60))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    doc = BLANK(text)
    sentences = find_sentences(doc)
    assert all(text[s.start : s.end] == s.surface and s.surface.strip() == s.surface != "" for s in sentences)
    assert "".join("".join(s.surface.split()) for s in sentences) == "".join(text.split())
    numbers = sentence_numbers(doc)
    assert numbers == sorted(numbers)
    assert all(n < max(1, len(sentences)) for n in numbers)
