"""Words compared by stem and root."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.words.terms import other_forms, read_words, root, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("invade", "invaded", "invades", "invading"),
        ("write", "wrote", "written", "writes"),
        ("study", "studies", "studied"),
        ("plan", "planned", "planning", "plans"),
        ("child", "children"),
        ("Zürich", "Zurich"),
        ("agree", "agreed", "agrees"),
        ("church", "churches"),
        ("large", "larger", "largest"),
    ],
)
def test_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("news", "new"), ("mass", "mas"), ("1990", "1991"), ("bus", "bu"), ("found", "foundry")]
)
def test_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("invention", "inventor"), ("govern", "government"), ("populated", "population")]
)
def test_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_words_of_a_text() -> None:
    found = [word.surface for word in read_words("The U.S. paid the V&A $1,307,204.50 in mid-2004.")]
    assert found == ["The", "U.S.", "paid", "the", "V&A", "1,307,204.50", "in", "mid", "2004"]


def test_irregular_forms_are_searched_too() -> None:
    assert other_forms("build") == ("build", "built")
    assert other_forms("paint") == ("paint",)


@given(st.text())
def test_offsets_slice_back(text: str) -> None:
    assert all(text[word.start : word.end] == word.surface for word in read_words(text))
