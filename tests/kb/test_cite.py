"""No citation is shown that the stored text does not bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb import ask, check_citation
from kb.cite import WrongCitation, checked
from kb.store import Store
from kb.types import Answer, Item
from tests.kb.asked_base import CANAL, HARBOUR, fill

QUESTION = "How many people does the port employ?"


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fill(fresh_store, [("harbour", HARBOUR, None), ("canal", CANAL, None)])
    return fresh_store


@pytest.fixture
def answer(store: Store) -> Answer:
    return ask(store, QUESTION)


def test_right_citations_pass(store: Store, answer: Answer) -> None:
    for citation in answer.citations:
        check_citation(store, citation)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "The port employs 1,251 people."},
        {"text": ""},
        {"start": 0},
        {"document": "nowhere"},
        {"answer_start": 0},
        {"answer_end": 10_000},
        {"answer_end": None},
    ],
)
def test_wrong_citations_are_named(store: Store, answer: Answer, wrong: dict[str, object]) -> None:
    with pytest.raises(WrongCitation, match=str(wrong.get("document", "harbour"))):
        check_citation(store, replace(answer.citations[0], **wrong))


def test_part_of_a_sentence_is_no_citation(store: Store, answer: Answer) -> None:
    first = answer.citations[0]
    part = replace(first, end=first.end - 1, text=first.text[:-1])
    with pytest.raises(WrongCitation, match="no whole sentence"):
        check_citation(store, part)


def test_a_wrong_first_citation_takes_the_answer_with_it(store: Store, answer: Answer) -> None:
    wrong = replace(answer.citations[0], text="The port employs nobody.")
    found = checked(store, replace(answer, citations=(wrong, *answer.citations[1:])))
    assert (found.text, found.reason) == (None, "no-evidence")
    assert found.citations == answer.citations[1:]


def test_wrong_later_citations_and_items_are_left_out(store: Store, answer: Answer) -> None:
    good, wrong = answer.citations[0], replace(answer.citations[1], text="No.")
    items = (Item("good", (wrong, good)), Item("bad", (wrong,)))
    found = checked(store, replace(answer, citations=(good, wrong), items=items))
    assert found.citations == (good,)
    assert found.items == (Item("good", (good,)),)
