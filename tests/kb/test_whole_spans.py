import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.evidence.whole_spans import whole


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("It is an NP-complete problem.", "complete", "NP-complete"),
        ("He cited Al-Assad twice.", "Assad", "Al-Assad"),
        ("The Paris-based firm closed.", "Paris", "Paris"),
        ("They played from 1998-2003 there.", "2003", "2003"),
        ("It was −11.7 °C (10.9 °F) in 1965.", "10.9 °F)", "10.9 °F"),
        ("The Convention on Wetlands (Ramsar) holds.", "Convention on Wetlands (Ramsar", "Convention on Wetlands (Ramsar)"),
        ("A firm (founded long ago by people whose names nobody in the whole town remembers any more) closed.", "firm (founded long ago", "firm"),
        ('Say "yes" or "no" to it.', 'yes" or "no', '"yes" or "no"'),
        ("Sales of f(x) grew.", "f(x)", "f(x)"),
        ("Odd ) mark.", ") mark", ") mark"),
        ("A co-[sic] word.", "[", "[sic]"),
        ("An odd co-[ mark.", "[", "["),
    ],
)  # fmt: skip
def test_whole_spans(text, marked, expected):
    start = text.index(marked)
    begin, end = whole(text, start, start + len(marked))
    assert text[begin:end] == expected


@given(st.text(alphabet='ab-()[]" 1', min_size=1, max_size=40), st.data())
def test_whole_spans_lie_in_the_text_and_are_not_empty(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    begin, last = whole(text, start, end)
    assert 0 <= begin <= start < last <= len(text)
