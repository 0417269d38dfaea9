"""`kb ask --rephrase`: another server's words under the answer, or why they are not shown."""

from __future__ import annotations

import json

import pytest

from tests.kb.rephrasing.conftest import server, text_reply  # noqa: F401  (a fixture)

QUESTION = "What will the quay cost?"
TRUE = "The quay will cost 41 million euros [1]."


def test_rephrased_for_people(kb_on, server):  # noqa: F811
    server.reply = text_reply(TRUE)
    shown = kb_on("ask", QUESTION, "--rephrase", server.url, "--model", "small").stdout
    assert shown.startswith("Question: ")
    assert shown.endswith(f"\nIn other words: {TRUE}\n")


def test_our_answer_stands_where_the_check_fails(kb_on, server):  # noqa: F811
    server.reply = text_reply("The quay will cost 45 million euros [1].")
    plain = kb_on("ask", QUESTION).stdout
    shown = kb_on("ask", QUESTION, "--rephrase", server.url, "--model", "small").stdout
    assert shown.startswith(plain)
    assert "Not rephrased: the server wrote “45”" in shown


def test_rephrased_as_json(kb_on, server):  # noqa: F811
    server.reply = text_reply(TRUE)
    told = json.loads(kb_on("ask", QUESTION, "--json", "--rephrase", server.url, "--model", "small").stdout)
    sentence = {"text": "The quay will cost 41 million euros.", "citations": [1]}
    assert told["rephrased"] == {"text": TRUE, "sentences": [sentence], "reason": None}
    assert told["citations"][0]["text"] == "The quay will cost 41 million euros."


def test_nothing_is_asked_without_the_option(kb_on, server):  # noqa: F811
    assert "rephrased" not in json.loads(kb_on("ask", QUESTION, "--json").stdout)
    assert server.asked == []


@pytest.mark.parametrize(
    "words",
    [
        ("--rephrase", "http://127.0.0.1:1"),
        ("--model", "small"),
        ("--rephrase", "elsewhere", "--model", "small"),
    ],
)
def test_wrong_use(kb_on, words):
    assert kb_on("ask", QUESTION, *words).exit_code == 2
