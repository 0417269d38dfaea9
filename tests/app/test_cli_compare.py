"""`kb compare`: what articles say of the same thing, for people and for machines."""

from __future__ import annotations

import json

import pytest

ARTICLES = [
    {"id": "a", "text": "Lund has a population of 82,800. Lena Frost is the mayor of Lund.", "published": "2015-03-04"},
    {
        "id": "b",
        "text": "Lund has a population of 61,000. The mayor of Lund is Peter Olsson.",
        "published": "2015-03-09",
    },
    {"id": "c", "text": "The population of Lund is 82,800. Storks nest on the roofs.", "published": "2015-03-09"},
]


@pytest.fixture
def compared(fresh):
    fresh("add", "-", given="".join(json.dumps(article) + "\n" for article in ARTICLES))
    return lambda *words: fresh("compare", *words)


def test_compare_as_json(compared):
    done = compared("--json")
    assert done.exit_code == 0
    pairs = json.loads(done.stdout)
    told = [(p["kind"], p["verdict"], p["one"]["document"], p["other"]["document"]) for p in pairs]
    assert told == [
        ("figure", "differ", "a", "b"),
        ("figure", "differ", "b", "c"),
        ("figure", "agree", "a", "c"),
        ("claim", "differ", "a", "b"),
    ]
    texts = {article["id"]: article["text"] for article in ARTICLES}
    for pair in pairs[:3]:
        for side in (pair["one"], pair["other"]):
            assert texts[side["document"]][side["start"] : side["end"]] == side["text"]


def test_compare_for_people(compared):
    shown = compared("--entity", "Lund", "--kind", "claims").stdout
    assert shown.startswith("Differ: “Peter Olsson” against “Lena Frost”, in articles of one month\n")
    assert "“The mayor of Lund is Peter Olsson.”" in shown


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--verdict", "agree"), 1),
        (("--kind", "figures", "--limit", "1"), 1),
        (("--like", "population"), 3),
        (("--entity", "Malmo"), 0),
        (("--entity", "Lund", "--like", "mayor"), 1),
    ],
)
def test_filters(compared, words, count):
    assert len(json.loads(compared(*words, "--json").stdout)) == count


def test_compare_says_when_there_is_nothing(compared):
    assert "surely of the same thing" in compared("--like", "storks").stdout
