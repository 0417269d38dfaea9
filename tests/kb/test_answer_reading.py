"""What stands between the reader and the answer: whole words, echoes, corrected spans, sentences on somebody else."""

from __future__ import annotations

import pytest

from kb import ask
from kb.evidence.reading import is_echo, whole_words
from kb.questions import read_question
from kb.store import Store
from kb.words.offices import names_office
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
