"""The encoder on a Doc: windows, white space, and that nothing depends on what was read before."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.encoder import MODEL, Encoder, windows
from extract.language import RUN, PipelineMissing, load_language, pieces

WINDOWS = [
    # Sizes of words and where a sentence may begin -> ranges; 174 pieces fit beside [CLS] and [SEP].
    ([1] * 5, [True] + [False] * 4, [(0, 5)]),
    ([1] * 200, [i % 50 == 0 for i in range(200)], [(0, 150), (150, 200)]),
    ([1] * 200, [i == 0 for i in range(200)], [(0, 174), (174, 200)]),
    ([8] * 50, [True] * 50, [(0, 21), (21, 42), (42, 50)]),
]


@pytest.mark.parametrize(("sizes", "may_start", "expected"), WINDOWS)
def test_windows_are_cut_at_the_last_start_that_fits(sizes, may_start, expected) -> None:
    assert windows(sizes, may_start) == expected


def test_parse_of_a_plain_sentence(nlp: spacy.Language) -> None:
    doc = nlp("The city of Aarhus built a new harbour in 2015.")
    assert [(t.text, t.pos_, t.dep_, t.head.text) for t in doc][3:7] == [
        ("Aarhus", "PROPN", "nmod", "city"), ("built", "VERB", "ROOT", "built"), ("a", "DET", "det", "harbour"),
        ("new", "ADJ", "amod", "harbour"),
    ]  # fmt: skip
    assert [(e.text, e.label_) for e in doc.ents] == [("Aarhus", "PLACE")]
    assert doc[4].lemma_ == "build"
    assert len(list(doc.sents)) == 1


def test_blank_lines_end_sentences_and_line_ends_need_not(nlp: spacy.Language) -> None:
    doc = nlp("Harvest fails again\n\nFarmers in the north\nfear for their herds. Rain is late.")
    assert [sent.text.strip() for sent in doc.sents] == [
        "Harvest fails again", "Farmers in the north\nfear for their herds.", "Rain is late.",
    ]  # fmt: skip


def test_text_is_parsed_alike_whatever_was_parsed_before(nlp: spacy.Language) -> None:
    text = "Brazil’s senate voted on Tuesday. “We won,” said Maria Silva of the Green Party."
    alone = load_language()(text).to_bytes(exclude=["user_data"])
    for other in ("Zinc.", "x " * 3000, "日本 \u200b\n\n\n", ""):
        nlp(other)
    assert nlp(text).to_bytes(exclude=["user_data"]) == alone


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_parsed_and_kept(nlp: spacy.Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)


@pytest.mark.parametrize("run", ["x", "(", "a.b", "\U0001f600", "“"])
@pytest.mark.parametrize("around", ["{}", "Rain {} fell. ", "{}\n\n{} "])
def test_endless_runs_are_parsed_and_kept(nlp: spacy.Language, run: str, around: str) -> None:
    text = around.replace("{}", run * 3001)
    doc = nlp(text)
    assert doc.text == text


@given(st.text(alphabet="x( \n", max_size=30).map(lambda text: text.replace("x", "x" * 700)))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert not any(RUN.search(piece) for piece in pieces(text))


def test_one_endless_sentence(nlp: spacy.Language) -> None:
    assert len(nlp("and so on " * 2000)) == 6000


def test_missing_model_file_is_named(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match=r"lacks meta\.json"):
        Encoder(tmp_path)


def test_model_is_at_most_40_megabytes() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 40e6


def test_unknown_pipeline_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_PIPELINE", "no_such_pipeline")
    with pytest.raises(PipelineMissing, match=r"'no_such_pipeline'.*unset KB_PIPELINE"):
        load_language()


def test_another_pipeline_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Lima"}])  # type: ignore[attr-defined]
    other.to_disk(tmp_path / "other")
    monkeypatch.setenv("KB_PIPELINE", str(tmp_path / "other"))
    doc: Doc = load_language()("Lima grew. It has 10 million people.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Lima", "GPE")]


def test_a_name_runs_over_a_line_end_but_not_over_a_blank_line(nlp: spacy.Language) -> None:
    wrapped = "The minister of finance, Angela\nMerkel, went to\n\nParis on Monday."
    assert [e.text for e in nlp(wrapped).ents] == ["Angela\nMerkel", "Paris"]
