"""Lemmas from the lexicon, from WordNet's tables, and of words that neither knows."""

import pytest

from extract.encoder import MODEL
from extract.parsing.lemmas import Lemmatizer

CASES = [
    ("was", "AUX", "VBD", "be"), ("n't", "PART", "RB", "not"), ("children", "NOUN", "NNS", "child"),
    ("cities", "NOUN", "NNS", "city"), ("wolves", "NOUN", "NNS", "wolf"), ("ran", "VERB", "VBD", "run"),
    ("tanning", "VERB", "VBG", "tan"), ("Rivers", "NOUN", "NNS", "river"), ("Amsterdam", "PROPN", "NNP", "Amsterdam"),
    ("better", "ADJ", "JJR", "good"), ("quickly", "ADV", "RB", "quickly"), ("news", "NOUN", "NN", "news"),
    ("blockchains", "NOUN", "NNS", "blockchain"), ("", "X", "FW", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def lemma() -> Lemmatizer:
    return Lemmatizer(MODEL / "lexicon.json.gz")


@pytest.mark.parametrize(("word", "upos", "xpos", "expected"), CASES)
def test_lemma(lemma: Lemmatizer, word: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(word, upos, xpos) == expected
