"""The commands by which people decide."""

from __future__ import annotations

import json
from contextlib import closing

import pytest
from click.testing import CliRunner

from app.cli import cli
from kb.store import open_store
from tests.kb.made_texts import article, put_all

ARTICLES = [
    article("Anna Maru left Oslo.", {"Anna Maru": "PERSON", "Oslo": "CITY"}),
    article("Anna Maruu sank.", {"Anna Maruu": "PERSON"}),
]


@pytest.fixture
def kb(tmp_path):
    """Run a command on a base of two articles; return exit status, standard output and error."""
    path = tmp_path / "base.db"
    with closing(open_store(path)) as store:
        put_all(store, ARTICLES)

    def run(*words):
        result = CliRunner().invoke(cli, ["--db", str(path), *words])
        return result.exit_code, result.stdout, result.stderr

    return run


def names(kb):
    return [entity["name"] for entity in json.loads(kb("entities", "--json")[1])]


def test_deciding_by_commands(kb):
    proposal = json.loads(kb("review", "--json")[1])[0]
    assert (proposal["do"], proposal["one"]["name"], proposal["other"]["name"]) == ("merge", "anna maru", "anna maruu")
    assert [s["text"] for s in proposal["other"]["sentences"]] == ["Anna Maruu sank."]
    ids = [proposal[side]["entity"]["id"] for side in ("one", "other")]
    decision = json.loads(kb("merge", *ids, "--who", "ana", "--why", "one ship", "--json")[1])
    assert (decision["id"], decision["who"], decision["why"], decision["what"]["do"]) == (1, "ana", "one ship", "merge")
    assert names(kb) == ["Anna Maruu", "Oslo"]
    assert kb("rename", "Anna Maru", "MV Anna Maru")[0] == 0
    assert kb("retype", "Anna Maru", "product")[0] == 0
    assert names(kb) == ["MV Anna Maru", "Oslo"]
    assert kb("split", "Anna Maru", "--document", ARTICLES[1][0].id)[0] == 0
    assert kb("not-a-name", ARTICLES[0][0].id, "15")[0] == 0
    assert sorted(names(kb)) == ["Anna Maruu", "MV Anna Maru"]
    for number in (5, 4, 3, 2, 1):
        assert kb("undo", str(number))[0] == 0
    assert sorted(names(kb)) == ["Anna Maru", "Anna Maruu", "Oslo"]
    assert kb("keep-apart", "Anna Maru", "Anna Maruu")[0] == 0
    assert kb("review")[1] == "There is nothing to decide.\n"
    assert len(json.loads(kb("decisions", "--json")[1])) == 11
    assert "1. merge Anna Maru, Anna Maruu (undone by 10), ana" in kb("decisions")[1]
    assert kb("check")[0] == 0


def test_confirming_by_command(kb):
    assert kb("merge", "Anna Maru", "Anna Maruu")[0] == 0
    confirmed = json.loads(kb("confirm", "Anna Maruu", "Anna Maru", "--why", "her log", "--json")[1])
    assert (confirmed["what"]["do"], confirmed["what"]["called"]) == ("confirm", ["Anna Maruu", "Anna Maru"])
    assert kb("undo", "1")[0] == 0
    assert names(kb) == ["Anna Maruu", "Oslo"]  # rightly one, whoever put them together
    assert kb("undo", "2")[0] == 0
    assert sorted(names(kb)) == ["Anna Maru", "Anna Maruu", "Oslo"]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["merge", "Nobody", "Oslo"], 1, "no entity is called 'Nobody'"),
        (["confirm", "Oslo", "Kristiania"], 1, "as another name"),
        (["undo", "9"], 1, "there is no decision 9"),
        (["split", "Oslo"], 2, "say what to take out"),
        (["retype", "Oslo", "TOWN"], 2, "TOWN"),
    ],
)
def test_deciding_says_what_is_wrong(kb, words, status, says):
    code, _, error = kb(*words)
    assert (code, says in error) == (status, True)
