import pytest
import spacy
from spacy.tokens import Doc

from kb.training.siblings import Siblings, read_siblings, siblings_of


@pytest.fixture(scope="module")
def vocab():
    return spacy.blank("en").vocab


def pair(vocab, one, other, *, tag="NNS", pos="NOUN"):
    """A parsed "one and other"."""
    return Doc(
        vocab, [one, "and", other], tags=[tag, "CC", tag], pos=[pos, "CCONJ", pos], heads=[0, 2, 0],
        deps=["ROOT", "cc", "conj"],
    )  # fmt: skip


def test_siblings_are_joined_both_ways(vocab):
    found = siblings_of([pair(vocab, "rivers", "lakes"), pair(vocab, "rivers", "canals")])
    assert found.words == {"canals": ["rivers"], "lakes": ["rivers"], "rivers": ["canals", "lakes"]}


@pytest.mark.parametrize(
    ("one", "other", "tag", "pos"),
    [
        ("Rivers", "lakes", "NNS", "NOUN"),  # a title or a name
        ("came", "saw", "VBD", "VERB"),
        ("tired", "bored", "JJ", "ADJ"),  # as often verbs
        ("ox", "ass", "NN", "NOUN"),
    ],
)
def test_siblings_leave_other_words(vocab, one, other, tag, pos):
    assert siblings_of([pair(vocab, one, other, tag=tag, pos=pos)]).words == {}


def test_siblings_common_words_joined_by_chance_are_none(vocab):
    chance = [pair(vocab, "types", "lakes")]
    often = [pair(vocab, "types", f"{letter}kinds") for letter in "abcdefghijklm"]
    found = siblings_of([*chance, *often, *[pair(vocab, "rivers", "lakes")] * 15])
    assert found.words["lakes"] == ["rivers"]


def test_siblings_label_is_the_most_frequent(vocab):
    labels = ["CITY", "PERSON", "CITY"]
    docs = [Doc(vocab, ["Kiel", "rose"], ents=[f"B-{label}", "O"]) for label in labels]
    assert siblings_of(docs).labels == {"Kiel": "CITY"}


def test_siblings_read_once(tmp_path):
    kept = tmp_path / "siblings.json"
    found = read_siblings(["Rivers and lakes of Kiel: its rivers and lakes froze."], kept)
    assert found.words["lakes"] == ["rivers"]
    kept.write_text('{"labels": {}, "words": {}}', "utf-8")
    assert read_siblings(["Rivers and lakes froze."], kept) == Siblings()
