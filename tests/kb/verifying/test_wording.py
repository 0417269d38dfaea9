"""Quoted words against a text: the same, or the nearest with every difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.verifying.wording import nearest_wording, same_wording

TEXT = "She said: “The river’s edge – our only road – was gone by noon.” Nobody answered her."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("was gone by noon", "was gone by noon"),
        ("the river's edge", "The river’s edge"),  # a capital and typographic marks are the house's
        ("The river’s edge - our only road - was gone", "The river’s edge – our only road – was gone"),
        ("was gone by noon,", "was gone by noon"),
        ("The river’s edge … was gone by noon.", "The river’s edge – our only road – was gone by noon"),
        ("The river’s edge [in town] was gone", None),
        ("our [main] road", None),
        ("our only [main] road", None),
        ("was gone by no", None),
        ("was gone at noon", None),
        ("…", None),
        ("", None),
    ],
)
def test_same_wording(quote: str, words: str | None) -> None:
    found = same_wording(quote, TEXT)
    assert (found and TEXT[slice(*found)]) == (words if "[" not in quote else None) or "[" in quote


def test_brackets_stand_for_what_is_left_out() -> None:
    assert same_wording("The river’s edge [in town] was gone", TEXT) is not None
    assert same_wording("our [flooded] lane", TEXT) is None


@pytest.mark.parametrize(
    ("quote", "wording", "changes"),
    [
        ("was gone at noon", "was gone by noon", [("at", "by")]),
        ("our road was gone by noon", "our only road – was gone by noon", [("", "only"), ("", "–")]),
        ("our only long road", "our only road", [("long", "")]),
        ("The river’s edge – our lonely street – was gone", "The river’s edge – our only road – was gone",
         [("lonely street", "only road")]),
        ("Was gone by Noon", "was gone by noon", [("Noon", "noon")]),
    ],
)  # fmt: skip
def test_nearest_wording_names_every_difference(quote: str, wording: str, changes: list[tuple[str, str]]) -> None:
    near = nearest_wording(quote, TEXT)
    assert near is not None
    assert TEXT[near.start : near.end] == wording
    assert [(quote[c.start : c.end], TEXT[c.other_start : c.other_end]) for c in near.changes] == changes


@pytest.mark.parametrize(("quote", "text"), [("", "words"), ("…!", "words"), ("words", ""), ("words", "?")])
def test_nothing_is_near_nothing(quote: str, text: str) -> None:
    assert nearest_wording(quote, text) is None


@given(st.text(max_size=60), st.text(max_size=120))
def test_any_two_texts(quote: str, text: str) -> None:
    found = same_wording(quote, text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)
    near = nearest_wording(quote, text)
    if near is not None:
        assert 0 <= near.start < near.end <= len(text)
        assert 0 <= near.likeness <= 1
        assert all(c.start <= c.end <= len(quote) and c.other_start <= c.other_end <= len(text) for c in near.changes)


@given(st.text(alphabet="ab ,.", min_size=1, max_size=40))
def test_a_text_is_its_own_wording(text: str) -> None:
    near = nearest_wording(text, text)
    assert near is None or (near.likeness, near.changes) == (1.0, ())
