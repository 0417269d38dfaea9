"""Shapes of words, and pieces that typographic marks do not change."""

import pytest

from extract.encoder import MODEL
from extract.parsing.wordpieces import MAX_PIECES, SHAPES, WordPieces, shape

CASES = [
    ("river", "lower"), ("Hebei", "title"), ("WTO", "upper"), ("A", "initial"), ("U.S.", "initial"), ("McKay", "mixed"),
    ("iPhone", "mixed"), ("1999", "digits"), ("3.5", "digits"), ("G20", "digits-and-letters"), ("6th", "digits-and-letters"),
    (",", "punctuation"), ("—", "punctuation"), ("北京", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), CASES)
def test_shape(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(MODEL / "vocab.txt")


@pytest.mark.parametrize(("typographic", "plain"), [("’s", "'s"), ("“", '"'), ("—", "-"), ("…", "."), ("“Go", '"Go')])
def test_typographic_marks_are_read_as_plain_ones(pieces: WordPieces, typographic: str, plain: str) -> None:
    assert pieces(typographic)[0] == pieces(plain)[0]


@pytest.mark.parametrize("word", ["\u200b", "\ufffd", "x" * 10_000, "https://example.org/" + "a/" * 500, "\U0001f600"])
def test_any_word_has_some_pieces_and_not_too_many(pieces: WordPieces, word: str) -> None:
    assert 1 <= len(pieces(word)[0]) <= MAX_PIECES


def test_missing_vocabulary_says_what_to_do(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match="reinstall"):
        WordPieces(tmp_path / "vocab.txt")
