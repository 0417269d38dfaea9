"""Follow-up questions, read with the question before."""

from __future__ import annotations

import pytest

from kb import Answer, Citation, follow_up


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        ("How many people live in Ghana?", "What about Kenya?", "How many people live in Kenya?"),
        ("What was the population of Oslo in 2002?", "And in 2012?", "What was the population of Oslo in 2012?"),
        ("What is the population of Oslo?", "And of Bergen?", "What is the population of Bergen?"),
        ("How many people does Statoil employ?", "When was it founded?", "When was Statoil founded?"),
        ("Who is Ada Bell?", "What did she say about frost?", "What did Ada Bell say about frost?"),
        (
            "How many nurses are there in Chad?",
            "And how many of them are men?",
            "How many of the nurses in Chad are men?",
        ),
        ("How many people live in Oslo?", "And in the suburbs?", "How many people live in the suburbs of Oslo?"),
        ("How many people live in Oslo?", "And in the metro area?", "How many people live in the metro area of Oslo?"),
        ("How many people live in Ghana?", "Who is the king of Spain?", "Who is the king of Spain?"),
        ("How many people live in Ghana?", "Is it raining?", "Is it raining?"),
        ("What is frost?", "And?", "And?"),
        ("Did the ferry stop?", "Why?", "Why did the ferry stop?"),
        ("Where was the quay built?", "And when?", "When was the quay built?"),
        ("How many ferries are there?", "When?", "When?"),
    ],
)
def test_follow_up(before: str, question: str, understood: str) -> None:
    assert follow_up([Answer(before, "what", None, 0.0, reason="no-evidence")], question) == understood


def test_a_bare_word_asks_more_of_what_was_answered() -> None:
    cited = Citation("d1", "The quay", "/d1.txt", 0, 30, "Marta Quill opened the quay.", 0.9)
    before = Answer("Who opened the quay?", "who", "Marta Quill", 0.9, (cited,))
    assert follow_up([before], "When?") == "When was it that Marta Quill opened the quay?"


def test_the_first_question_stands_by_itself() -> None:
    assert follow_up([], "What about Kenya?") == "What about Kenya?"
