"""Any text, any tree: no crash, offsets slice back, time in proportion to length."""

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.claims import MAX_OF_SENTENCE, find_claims
from extract.quotes import find_quotes

NLP = spacy.blank("en")
LABELS = """
    nsubj nsubj:pass csubj obj iobj obl obl:agent nmod nmod:poss nmod:desc conj cc case mark ccomp xcomp advcl acl
    acl:relcl appos compound compound:prt amod det advmod aux aux:pass cop parataxis punct flat fixed expl dep
    dobj pobj nsubjpass prep attr relcl
""".split()  # those of Universal Dependencies, and some of ClearNLP
POS = "NOUN VERB PROPN ADJ PRON AUX ADP PUNCT DET NUM SPACE".split()
TAGS = "VBD VBN VBG VBZ VB NN IN WDT WP PRP".split()
WORDS = (
    "say said which that to not nobody plan called , . ? : “ ” \" ' `` according denied if has no be ran 3 \n\n".split(
        " "
    )
)


@st.composite
def trees(draw):
    size = draw(st.integers(1, 30))
    pick = lambda values: draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))  # noqa: E731
    heads = [draw(st.integers(max(0, i - 6), max(0, i - 1))) for i in range(size)]
    words = pick(WORDS)
    return Doc(
        NLP.vocab, words=words, heads=heads, deps=pick(LABELS), pos=pick(POS), tags=pick(TAGS), lemmas=words,
        spaces=draw(st.lists(st.booleans(), min_size=size, max_size=size)),
    )  # fmt: skip


def spans(doc):
    sentence_of = [0] * len(doc)
    quotes = list(find_quotes(doc, sentence_of, {}))
    for quote in quotes:
        yield from (p for p in (quote, quote.speaker, quote.cue) if p)
    for claim in find_claims(doc, sentence_of, {}, quotes):
        assert 0 <= claim.score <= 1
        yield from (p for p in (claim.subject, claim.predicate, claim.object, claim.speaker) if p)
        yield from claim.arguments


def check(doc):
    for part in spans(doc):
        assert part.start < part.end
        assert doc.text[part.start : part.end] == part.surface


@settings(deadline=None)
@example("«»‘,\n‘")  # marks around nothing but a comma
@given(st.text() | st.text(alphabet="“”\"'‘’«»„`\n a.,"))
def test_claims_and_quotes_of_any_text(text):
    check(NLP(text))


@settings(deadline=None, max_examples=300)
@given(trees())
def test_claims_and_quotes_of_any_tree(doc):
    check(doc)


@pytest.mark.parametrize("label", ["conj", "ccomp", "nmod", "acl", "appos", "xcomp", "advcl", "nsubj", "parataxis"])
@pytest.mark.parametrize("shape", ["chain", "star"])
def test_claims_of_an_endless_sentence_end(label, shape):
    size = 30_000
    heads = [max(i - 1, 0) for i in range(size)] if shape == "chain" else [0] * size
    doc = Doc(
        NLP.vocab, words=["say"] * size, lemmas=["say"] * size, heads=heads, deps=[label] * size,
        pos=["VERB", "NOUN"] * (size // 2), tags=["VBD", "NN"] * (size // 2),
    )  # fmt: skip
    quotes = list(find_quotes(doc, [0] * size, {}))
    assert len(quotes) <= size
    assert len(list(find_claims(doc, [0] * size, {}, quotes))) <= MAX_OF_SENTENCE + size


def test_quotes_of_endless_marks_end():
    assert len(list(find_quotes(NLP("“ a ” ' b ' \" c " * 5000), [0] * 100_000, {}))) < 20_000
