"""What stands between the reader and the answer: whole words, echoes, corrected spans, sentences on somebody else."""

from __future__ import annotations

import pytest

from kb import ask
from kb.evidence.reading import is_echo
from kb.evidence.whole_spans import whole_words
from kb.questions import read_question
from kb.store import Store
from kb.words.offices import names_office
from kb.words.unknown_names import unknown_name
from tests.kb.made_texts import article, put_all


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("It won 51,516 votes.", "51", "51,516"),
        ("The U.S. army left.", "U", "U.S."),
        ("It won 51,516 votes.", "won", "won"),
    ],
)
def test_whole_words(text: str, seen: str, whole: str) -> None:
    begin = text.index(seen)
    start, end = whole_words(text, begin, begin + len(seen))
    assert text[start:end] == whole


@pytest.mark.parametrize(
    ("question", "text", "echo"),
    [
        ("Why did the ferry stop?", "The ferry had stopped early.", True),
        ("Why did the ferry stop?", "The ferry stopped when its engine caught fire.", False),
        ("Why did the ferry stop?", "Because of fog.", False),
        ("When did the ferry stop?", "The ferry stopped.", True),
        ("When did the ferry stop?", "The ferry stopped in 1931.", False),
    ],
)
def test_echo(question: str, text: str, echo: bool) -> None:
    assert is_echo(read_question(question), text) is echo


def test_a_sentence_on_another_of_its_kind_does_not_answer(fresh_store: Store) -> None:
    names = {"Harwich": "CITY", "Ramsgate": "CITY", "Dover": "CITY"}
    text = "Two towns were counted.\n\nHarwich and Dover have 40 ferries between them.\n\nRamsgate was not counted."
    put_all(fresh_store, [article(text, names)])
    assert ask(fresh_store, "How many ferries does Ramsgate have?").abstained


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("the Minister of Fisheries", True), ("Prime Minister", True), ("President of Chile", True),
        ("the Lord Mayor of York", True), ("President Ada Bell", False), ("Tom Judge", False), ("Nokia", False),
    ],
)  # fmt: skip
def test_offices_and_who_holds_them(name: str, office: bool) -> None:
    assert names_office(name) is office


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Where does Mayor Rui Rio live?", None),
        ("Where is Porto City?", None),
        ("Where does Mayor Ada Bell live?", "Mayor Ada Bell"),
        ("What is the budget of the City of Braga?", "Braga"),
    ],
)
def test_titles_make_no_name_unknown(fresh_store: Store, question: str, unknown: str | None) -> None:
    names = {"Rui Rio": "PERSON", "Porto": "CITY"}
    put_all(fresh_store, [article("Rui Rio lives in Porto.\nThe city has a budget.", names)])
    assert unknown_name(fresh_store, read_question(question)) == unknown


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did Nokia sell its plant to Bosch?", "yes"),
        ("Did Nokia open a school in 1990?", "yes"),
        ("Did Bosch open a school in 1990?", None),
        ("Did Bosch sell its plant to Nokia?", None),
    ],
)
def test_yes_no_reads_pronouns_as_the_names_they_stand_for(
    fresh_store: Store, question: str, answer: str | None
) -> None:  # fmt: skip
    names = {"Nokia": "ORG", "Bosch": "ORG", "its": ("ORG", "Nokia"), "It": ("ORG", "Nokia")}
    put_all(fresh_store, [article("Nokia sold its plant to Bosch.\nIt opened a school in 1990.", names)])
    assert ask(fresh_store, question).text == answer
