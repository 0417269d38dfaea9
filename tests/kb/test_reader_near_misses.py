from random import Random

import pytest

from kb.training.near_misses import (
    Around,
    names_in,
    near_miss,
    negated,
    opposite,
    other_name,
    other_number,
    other_word,
)
from kb.training.siblings import Siblings

KINDS = Siblings(
    {"Kiel": "CITY", "Bremen": "CITY", "Ana Souza": "PERSON", "Port Authority": "ORG"},
    {"river": ["lake", "stream"], "imports": ["exports"]},
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Who led the Bank of England in 1999?", ["Bank of England"]),
        ("When did Ana Souza leave São Paulo?", ["Ana Souza", "São Paulo"]),
        ("Dockers stopped work on Friday.", ["Friday"]),
        ("what is a heron", []),
    ],
)
def test_near_misses_names_in(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("question", "around", "changed"),
    [
        (
            "When did Ana Souza leave Lima?",
            ["They met in Quito."],
            {"When did Quito leave Lima?", "When did Ana Souza leave Quito?"},
        ),
        ("Who runs Juyi Group?", ["The Juyi Shoes and the Port Authority agreed."], {"Who runs Port Authority?"}),
        ("Who runs it?", ["The Port Authority agreed."], {None}),
        ("Who runs Juyi Group?", [], {None}),
    ],
)
def test_near_misses_other_name(question, around, changed):
    assert {other_name(question, Around(around), Random(seed)) for seed in range(20)} == changed


def test_near_misses_other_name_is_of_the_same_label():
    near = ["Ana Souza runs the Port Authority in Bremen."]
    changed = {
        other_name("When did ships leave Kiel?", Around(near, siblings=KINDS), Random(seed)) for seed in range(20)
    }
    assert changed == {"When did ships leave Bremen?"}


def test_near_misses_other_name_of_any_label_where_none_is_of_the_same():
    near = ["Ana Souza spoke."]
    assert other_name("Who left Kiel?", Around(near, siblings=KINDS), Random(1)) == "Who left Ana Souza?"


@pytest.mark.parametrize(
    ("question", "gold", "changed"),
    [
        (
            "Which river crosses Kiel?",
            "The Eider crosses it.",
            {"Which lake crosses Kiel?", "Which stream crosses Kiel?"},
        ),
        ("Which river crosses Kiel?", "The river is a stream.", {"Which lake crosses Kiel?"}),
        ("How large are imports?", "Imports and exports fell.", {None}),
        ("Who crossed Kiel?", "", {None}),
    ],
)
def test_near_misses_other_word(question, gold, changed):
    around = Around(gold=gold, siblings=KINDS)
    assert {other_word(question, around, Random(seed)) for seed in range(20)} == changed


@pytest.mark.parametrize(
    "question", ["How many of the 4,000 ships sank?", "What opened in 1964?", "Who came in March?"]
)
def test_near_misses_other_number_changes_one_number(question):
    for seed in range(20):
        changed = other_number(question, Around(), Random(seed))
        assert changed != question
        assert sum(a != b for a, b in zip(changed.split(), question.split(), strict=True)) == 1


@pytest.mark.parametrize(
    "question", ["Who runs Boeing 747-400s?", "What is B2B?", "What is version 3.11?", "Who may vote?"]
)
def test_near_misses_other_number_leaves_names_and_decimals(question):
    assert other_number(question, Around(), Random(1)) is None


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        ("Which city is the largest in Fujian?", {"Which city is the smallest in Fujian?"}),
        ("Who left before the vote?", {"Who entered before the vote?", "Who joined before the vote?",
                                       "Who right before the vote?", "Who left after the vote?"}),
        ("Which firms imported shoes?", {"Which firms exported shoes?"}),
        ("Who wrote it?", {None}),
    ],
)  # fmt: skip
def test_near_misses_opposite(question, changed):
    assert {opposite(question, Around(), Random(seed)) for seed in range(40)} == changed


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        (
            "Which ships were built in Kiel?",
            {"Which ships were not built in Kiel?", "Which ships were never built in Kiel?"},
        ),
        ("Who did not vote?", {"Who did vote?"}),
        ("Who is the mayor?", {None}),
    ],
)
def test_near_misses_negated(question, changed):
    assert {negated(question, Around(), Random(seed)) for seed in range(20)} == changed


def test_near_misses_none_where_no_rule_fits():
    assert near_miss("who wrote it", Around(["The ship sank."]), Random(1)) is None


def test_near_misses_same_draw_same_question():
    around = Around(["Rotterdam and Kiel traded with Gdańsk.", "The Port of Rotterdam opened."], siblings=KINDS)
    question = "Which ships left Bremen before 1970?"
    assert near_miss(question, around, Random(3)) == near_miss(question, around, Random(3)) != question
