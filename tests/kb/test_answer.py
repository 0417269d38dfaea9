"""Answers: words of a sentence, cited, or a refusal with its reason."""

from __future__ import annotations

import pytest

from kb import ask
from kb.evidence.confidence import SHARES, share_right
from kb.store import Store
from kb.types import REFUSALS
from kb.words.polarity import denies
from tests.kb.asked_base import CANAL, HARBOUR, fill


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fill(fresh_store, [("harbour", HARBOUR, "2020-01-05"), ("canal", CANAL, None)])
    return fresh_store


@pytest.mark.parametrize(
    ("question", "kind", "answer"),
    [
        ("How many people does the port employ?", "how-many", "1,250"),
        ("How much did the Erie Canal cost?", "how-much", "$7 million"),
        ("Who opened the third quay?", "who", "Marta Quill"),
        ("When was the third quay opened?", "when", "March 2019"),
        ("Who is Marta Quill?", "who", "the mayor of Harwich"),
        ("What is an aqueduct?", "definition", "a bridge that carries water"),
        ("Why did the port close in winter?", "why", "heavy storms"),
        ("What did Marta Quill say?", "quote", "The quay will bring work."),
        ("Was the canal dug by machine?", "yes-no", "no"),
        ("Does the Erie Canal link Albany and Buffalo?", "yes-no", "yes"),
    ],
)
def test_short_answer(store: Store, question: str, kind: str, answer: str) -> None:
    found = ask(store, question)
    assert (found.kind, found.text, found.reason) == (kind, answer, None)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who is Bruno Okafor?", "unknown-name"),
        ("How many people work for Quillmark?", "unknown-name"),
        ("What is the recipe for lemon cake with almonds?", "no-evidence"),
        ("Which winter medals did the skating team bring home?", "weak-evidence"),
        ("Who opened the third quay in 1954?", "weak-evidence"),
        ("Does the port employ more people than the canal?", "weak-evidence"),
        ("Did Marta Quill open the opera house?", "weak-evidence"),
        ("What did Marta Quill say about the opera?", "weak-evidence"),
        ("?", "no-evidence"),
    ],
)
def test_refusal(store: Store, question: str, reason: str) -> None:
    found = ask(store, question)
    assert (found.text, found.reason) == (None, reason)


def test_every_refusal_but_the_first_may_show_the_nearest_sentences(store: Store) -> None:
    assert ask(store, "Who opened the third quay in 1954?").citations
    assert not ask(store, "?").citations


def test_empty_base(fresh_store: Store) -> None:
    found = ask(fresh_store, "Who opened the quay?")
    assert (found.abstained, found.reason) == (True, "empty-base")
    assert found.reason in REFUSALS


def test_citations_are_whole_sentences_best_first(store: Store) -> None:
    found = ask(store, "How many people does the port employ?", top=2)
    first = found.citations[0]
    assert first.text == "The port employs 1,250 people."
    assert (first.document, first.source, first.published) == ("harbour", "/articles/harbour.txt", "2020-01-05")
    assert first.text == HARBOUR[first.start : first.end]
    assert first.answer == "1,250"
    assert first.why.startswith("holds “people”, “port”, “employ”")
    assert len(found.citations) == 2
    assert found.citations[0].score >= found.citations[1].score


def test_a_year_may_be_that_of_the_article(store: Store) -> None:
    assert ask(store, "Who opened the third quay in 2020?").text == "Marta Quill"


def test_another_value_in_another_document_is_shown(store: Store) -> None:
    found = ask(store, "How many people does the port employ?")
    assert [(c.text, c.citation.document) for c in found.conflicts] == [("1,400", "canal")]


def test_a_sentence_without_end_is_read_at_its_beginning_only(store: Store) -> None:
    text = "Harwich port employs people and ferry lines because of the port " * 400
    fill(store, [("endless", text.strip() + ".", None)])
    for question in ("Why does the port employ people?", "How many people does the port employ?"):
        found = ask(store, question, top=8)
        assert all(c.text == (store.text_between(c.document, c.start, c.end)) for c in found.citations)


def test_answers_do_not_depend_on_the_order_of_reading(fresh_store: Store, store: Store) -> None:
    question = "How many people does the port employ?"
    before = ask(store, question)
    store.remove(["harbour"])
    fill(store, [("harbour", HARBOUR, "2020-01-05")])
    assert ask(store, question) == before


@pytest.mark.parametrize(
    ("sentence", "question", "denied"),
    [
        ("The mine never reopened.", "Did the mine reopen?", True),
        ("The mine reopened.", "Did the mine reopen?", False),
        ("They don’t export tea.", "Don’t they export tea?", False),
        ("Officials denied the sale.", "Was the sale agreed?", True),
        ("There is no shop in the town, which has a pool.", "Has the town a pool?", False),
    ],
)
def test_denial(sentence: str, question: str, denied: bool) -> None:
    assert denies(sentence, question) is denied


def test_scores_rise_with_how_sure_the_reader_is() -> None:
    shares = [share_right(number / 4) for number in range(-40, 40)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (SHARES[-1][1], SHARES[0][1])
    assert share_right(SHARES[3][0]) == pytest.approx(SHARES[3][1])
