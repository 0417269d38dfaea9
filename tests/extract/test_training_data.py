"""Corpora into passages and windows: what the recipe sees (without torch)."""

import random

import pytest

from extract.encoder import MODEL
from extract.parsing.labels import NAME_TAGS
from extract.parsing.wordpieces import CLS, SEP, WordPieces
from extract.training.names import demonyms, nominal, passage
from extract.training.passages import Passage, bits, name_bits, outside, spans_of_tags
from extract.training.schemes import CORPORA, SCHEMES
from extract.training.treebanks import ewt, gum_names
from extract.training.windows import LONGEST, NO_LABEL, Batcher, Scheme, cut, name_pool, name_spans


def allowed(mask: int) -> str:
    return " ".join(tag for i, tag in enumerate(NAME_TAGS) if mask >> i & 1)


TAGS = [
    ("B-PER I-PER O B-LOC", [(0, 2, "PER"), (3, 4, "LOC")]),
    ("I-ORG I-ORG B-ORG O", [(0, 2, "ORG"), (2, 3, "ORG")]),  # IOB1: B- only between neighbours
    ("O I-LOC I-PER", [(1, 2, "LOC"), (2, 3, "PER")]),
    ("O", []),
]


@pytest.mark.parametrize(("tags", "expected"), TAGS)
def test_spans_of_tags(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert spans_of_tags(tags.split()) == expected


def test_every_scheme_maps_to_our_labels() -> None:
    for table, unannotated in SCHEMES.values():
        for labels in table.values():
            assert bits(labels, "B") and bits(labels, "I")
        assert outside(unannotated) & 1


NAMED = [
    # A label that a corpus leaves out may hide in its O; MISC may be any of several.
    ("uner_ewt", "Iraqi oil from Basra", [(3, 4, "LOC")], ["O B-GROUP I-GROUP B-EVENT I-EVENT B-WORK I-WORK B-PRODUCT I-PRODUCT"] * 3 + ["B-PLACE"]),
    ("docred", "the Iraqi War", [(1, 2, "people"), (2, 3, "MISC")], ["O", "B-GROUP", "B-GROUP B-EVENT B-WORK B-PRODUCT"]),
    ("gmb", "Prime Minister Tony Blair", [(0, 4, "per")], ["O B-EVENT I-EVENT B-WORK I-WORK B-PRODUCT I-PRODUCT"] * 2 + ["B-PERSON", "I-PERSON"]),
    ("crossner", "won in Peru", [(2, 3, "country")], ["O", "O", "B-PLACE"]),
]  # fmt: skip


@pytest.mark.parametrize(("corpus", "words", "spans", "expected"), NAMED)
def test_labels_are_read_by_the_scheme(corpus, words, spans, expected) -> None:
    assert [allowed(mask) for mask in passage(corpus, words.split(), spans).names] == expected


def test_demonyms_are_told_from_countries_by_use() -> None:
    rows = [["", "Iraqi", "JJ", "B-gpe"]] * 3 + [["", "Iran", "NNP", "B-gpe"]] + [["", "Iran", "NNP", "B-geo"]] * 2
    assert demonyms(rows) == {"Iraqi"}


def test_spans_with_common_nouns_may_be_no_names() -> None:
    assert nominal(["the", "two", "leaders"], (0, 3, "Person")) == (0, 3, "Person?")
    assert nominal(["Bank", "of", "Syria"], (0, 3, "Organisation")) == (0, 3, "Organisation")


def gum_row(number: int, word: str, xpos: str, entity: str = "_") -> list[str]:
    return [str(number), word, "", "", xpos, "", "", "", "", f"Entity={entity}" if entity != "_" else "_"]


def test_gum_names_are_the_outermost_proper_ones() -> None:
    rows = [
        gum_row(1, "the", "DT", "(1-organization-new-nnnnn-cf1-2,3,4-sgl-Bank_of_Ghana"),
        gum_row(2, "Bank", "NNP"), gum_row(3, "of", "IN"),
        gum_row(4, "Ghana", "NNP", "(2-place-new-nnnnn-cf2-1-sgl)1)"),
        gum_row(5, "raised", "VBD"), gum_row(6, "rates", "NNS", "(3-abstract-new-nnnnn-cf3-1-sgl)"),
    ]  # fmt: skip
    assert gum_names(rows) == [(1, 4, "organization")]


CONLLU = """# newdoc id = weblog-1
# newpar id = weblog-1-p1
# sent_id = s1
# text = Rain fell.
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = s2
# text = Accra slept
1\tAccra\tAccra\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_
"""
IOB2 = """# sent_id = s1
1\tRain\tO\t-\tx
2\tfell\tO\t-\tx
3\t.\tB-O\t-\tx

# sent_id = s2
1\tAccra\tB-LOC\t-\tx
2\tslept\tO\t-\tx
"""


def ewt_passage(tmp_path) -> Passage:
    (tmp_path / "a.conllu").write_text(CONLLU, "utf-8")
    (tmp_path / "a.iob2").write_text(IOB2, "utf-8")
    (found,) = ewt(tmp_path / "a.conllu", tmp_path / "a.iob2")
    return found


def test_ewt_joins_trees_and_names(tmp_path) -> None:
    found = ewt_passage(tmp_path)
    assert found.heads == [1, 1, 1, 4, 4]
    assert found.deps == ["nsubj", "ROOT", "punct", "nsubj", "ROOT"]
    assert found.starts == [True, False, False, True, False]
    assert found.breaks == [2, 0, 0, 0, 0]
    assert [allowed(mask).split()[0] for mask in found.names] == ["O", "O", "O", "B-PLACE", "O"]


def test_windows_hold_whole_sentences_and_every_word_once() -> None:
    words = 400
    given = Passage("gum", ["w"] * words, [0] * words, [i % 7 == 0 for i in range(words)], names=name_bits(words, []))
    windows = list(cut(given, [1] * words, random.Random(3)))
    assert [w.first for w in windows[1:]] == [w.end for w in windows[:-1]]
    assert (windows[0].first, windows[-1].end) == (0, words)
    assert all(given.starts[w.first] and w.pieces <= LONGEST for w in windows)


def test_arrays_of_a_batch_line_up(tmp_path) -> None:
    given = ewt_passage(tmp_path)
    scheme = Scheme(("NOUN", "VERB", "PUNCT", "PROPN"), ("NN", "VBD", ".", "NNP"), ("ROOT", "nsubj", "punct"))
    batcher = Batcher([given], WordPieces(MODEL / "vocab.txt"), scheme, CORPORA, seed=1)
    (batch,) = batcher.epoch(0, size=512)
    arrays = batcher.arrays(batch, random.Random(1))
    assert {len(array) for array in arrays.values()} == {len(batch)}
    row = 0
    ids = arrays["ids"][row]
    assert ids[0] == CLS and SEP in ids
    words = int((arrays["first"][row] > 0).sum())
    assert (arrays["last"][row][:words] >= arrays["first"][row][:words]).all()
    assert (arrays["heads"][row][:words] < words).all()
    assert (arrays["heads"][row][words:] == NO_LABEL).all()
    assert batcher.epoch(0, size=512)[0][0].first == batch[0].first  # seeds fix the order


def test_names_are_swapped_for_others_of_their_label_and_length() -> None:
    table = SCHEMES["docred"][0]
    words = "Ann Lee met Bo in Rome".split()
    given = Passage(
        "docred", words, names=name_bits(6, [(0, 2, table["PER"]), (3, 4, table["PER"]), (5, 6, table["LOC"])])
    )
    assert list(name_spans(given.names)) == [(0, 2), (3, 4), (5, 6)]
    other = Passage("docred", ["Ivo", "Kral"], names=name_bits(2, [(0, 2, table["PER"])]))
    batcher = Batcher([], WordPieces(MODEL / "vocab.txt"), Scheme((), (), ()), CORPORA, seed=1, pool=name_pool([other]))
    assert batcher.swap(words, given.names, random.Random(1), 1.0) == "Ivo Kral met Bo in Rome".split()
    assert batcher.swap(words, given.names, random.Random(1), 0.0) == words


def test_neighbouring_names_stay_two() -> None:
    masks = name_bits(3, [(0, 2, "PERSON"), (2, 3, "PERSON")])
    assert list(name_spans(masks)) == [(0, 2), (2, 3)]
