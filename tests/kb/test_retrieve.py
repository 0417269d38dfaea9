"""Sentences that may answer, best first."""

from __future__ import annotations

import pytest

from kb.evidence.features import FEATURES
from kb.questions import read_question
from kb.retrieve import retrieve
from kb.store import Store
from tests.kb.asked_base import CANAL, HARBOUR, fill


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fill(fresh_store, [("harbour", HARBOUR, "2020-01-05"), ("canal", CANAL, None)])
    return fresh_store


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What does the Erie Canal link?", "The Erie Canal links Albany and Buffalo."),
        ("How much did the Erie Canal cost?", "It cost $7 million."),
        ("How many people does the port employ?", "The port employs 1,250 people."),
        ("Why did the port close in winter?", "It closed in winter because of heavy storms."),
        ("Who opened the quay?", HARBOUR[29:98]),
        ("Did a machine dig the canal?", "The canal was never dug by machine."),
    ],
)
def test_the_sentence_that_answers_comes_first(store: Store, question: str, sentence: str) -> None:
    assert retrieve(store, read_question(question)).evidence[0].sentence.text == sentence


def test_order_is_decided(store: Store) -> None:
    question = read_question("How many people are employed in Harwich?")
    first, again = retrieve(store, question), retrieve(store, question)
    assert first == again
    assert [e.score for e in first.evidence] == sorted((e.score for e in first.evidence), reverse=True)


@pytest.mark.parametrize("text", ["", "?", "Who is it?", 'port" OR NEAR("x', "NOT AND *", "a" * 3000, "\0 \ud800 port"])
def test_hostile_questions_are_only_words(store: Store, text: str) -> None:
    retrieve(store, read_question(text))


def test_a_pronoun_speaks_of_whom_the_question_names(store: Store) -> None:
    found = retrieve(store, read_question("What did Marta Quill say?"))
    said = next(e for e in found.evidence if e.sentence.text.startswith("She said"))
    assert said.candidate.entity


def test_findings_stay_within_their_bounds(store: Store) -> None:
    found = retrieve(store, read_question("How many people does the port of Harwich employ in winter?"))
    shares = [feature for feature in FEATURES if feature.name != "search_rank"]
    values = [row.finds(e.candidate, found.asked) for e in found.evidence for row in shares]
    assert min(values) >= 0
    assert max(values) <= 1 + 1e-9
