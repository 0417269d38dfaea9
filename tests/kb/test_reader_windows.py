import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.evidence.reader_windows import (
    AFTER,
    AROUND,
    ASKED,
    BEFORE,
    CLS,
    FEATURES,
    LONGEST,
    QUESTION,
    SENTENCE,
    SEP,
    TITLE,
    Pieces,
    covered,
    may_end,
    may_start,
    window,
)

PIECES = st.lists(st.integers(2000, 2100), max_size=200)


def test_reader_windows_order_of_the_parts():
    made = window([2001, 2002], [2003], ([2004], [2005, 2006], [2007]))
    assert made.ids == [CLS, 2001, 2002, SEP, 2003, SEP, 2004, 2005, 2006, 2007, SEP]
    assert [feature // 2 for feature in made.features] == [ASKED] * 4 + [AROUND] * 3 + [SENTENCE] * 2 + [AROUND] * 2
    assert (made.first, made.held) == (7, 2)


def test_reader_windows_without_title_or_context():
    made = window([2001], [], ([], [2005], []))
    assert (made.ids, made.first, made.held) == ([CLS, 2001, SEP, 2005, SEP], 3, 1)


def test_reader_windows_pieces_held_by_the_other_side_are_marked():
    made = window([2001, 2002, 1029], [2002], ([], [2001, 1029], []))  # 1029 is "?", no word
    assert [feature % 2 for feature in made.features] == [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]


@given(PIECES, PIECES, PIECES, PIECES, PIECES)
def test_reader_windows_fit_and_keep_the_sentence(question, title, before, sentence, after):
    made = window(question, title, (before, sentence, after))
    assert len(made.ids) == len(made.features) <= LONGEST
    assert all(0 <= feature < FEATURES for feature in made.features)
    assert made.ids[made.first : made.first + made.held] == sentence[: made.held]
    parts = [feature // 2 for feature in made.features]
    assert [i for i, part in enumerate(parts) if part == SENTENCE] == [*range(made.first, made.first + made.held)]
    if len(sentence) <= LONGEST - QUESTION - TITLE - 4:
        assert made.held == len(sentence)
    if made.held < len(sentence):
        assert len(made.ids) == LONGEST  # nothing else is cut while there is room


@given(PIECES, PIECES)
def test_reader_windows_context_is_cut_at_its_far_ends(before, after):
    made = window([2200], [], (before, [2201, 2202], after))
    kept = made.ids[3 : made.first]
    assert kept == before[-BEFORE:]
    assert made.ids[made.first + 2 : -1] == after[:AFTER]


# "unbelievable Zürich" as un ##bel ##ievable zurich
WORDS = Pieces((2001, 2002, 2003, 2004), (0, 2, 5, 13), (2, 5, 12, 19), (0, 0, 0, 1))


def test_reader_windows_answers_are_whole_words():
    assert may_start(WORDS, 4) == [True, False, False, True]
    assert may_end(WORDS, 4) == [False, False, True, True]
    assert may_end(WORDS, 2) == [False, False]  # the word is cut


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 12, (0, 2)), (3, 4, (1, 1)), (13, 19, (3, 3)), (0, 19, (0, 3)), (12, 13, None), (5, 5, None)],
)
def test_reader_windows_covered(start, end, found):
    assert covered(WORDS, start, end) == found
