from random import Random

import pytest

from kb.training.near_misses import names_in, near_miss, negated, opposite, other_name, other_number


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
            ["Quito"],
            {"When did Quito leave Lima?", "When did Ana Souza leave Quito?"},
        ),
        ("Who runs Juyi Group?", ["Juyi Shoes", "Port Authority"], {"Who runs Port Authority?"}),
        ("Who runs it?", ["Port Authority"], {None}),
        ("Who runs Juyi Group?", [], {None}),
    ],
)
def test_near_misses_other_name(question, around, changed):
    assert {other_name(question, around, Random(seed)) for seed in range(20)} == changed


@pytest.mark.parametrize(
    "question", ["How many of the 4,000 ships sank?", "What opened in 1964?", "Who came in March?"]
)
def test_near_misses_other_number_changes_one_number(question):
    for seed in range(20):
        changed = other_number(question, [], Random(seed))
        assert changed != question
        assert sum(a != b for a, b in zip(changed.split(), question.split(), strict=True)) == 1


@pytest.mark.parametrize(
    "question", ["Who runs Boeing 747-400s?", "What is B2B?", "What is version 3.11?", "Who may vote?"]
)
def test_near_misses_other_number_leaves_names_and_decimals(question):
    assert other_number(question, [], Random(1)) is None


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
    assert {opposite(question, [], Random(seed)) for seed in range(40)} == changed


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
    assert {negated(question, [], Random(seed)) for seed in range(20)} == changed


def test_near_misses_none_where_no_rule_fits():
    assert near_miss("who wrote it", ["The ship sank."], Random(1)) is None


def test_near_misses_same_draw_same_question():
    around = ["Rotterdam and Kiel traded with Gdańsk.", "The Port of Rotterdam opened."]
    question = "Which ships left Bremen before 1970?"
    assert near_miss(question, around, Random(3)) == near_miss(question, around, Random(3)) != question
