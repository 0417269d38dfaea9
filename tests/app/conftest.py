"""What the tests of the command line and of the pages share: a way to run it, a small base, and an empty one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli

HARBOUR = (
    "Harwich has two ferry lines. Marta Quill, the mayor of Harwich, said on Monday: "
    "“We will build a third quay.” The quay will cost 41 million euros.\n\n"
    "The port employs 1,250 people. It handled 3.2 million tonnes in 2019."
)
ORCHARD = (
    "Orchards in Kent lost 30 percent of their apples to frost in 2021. Kent Growers paid 4,000 pickers. "
    "“We start again in spring,” said Ada Bell, a grower."
)
ARTICLES = [
    {"id": "harbour", "text": HARBOUR, "title": "A third quay", "published": "2020-03-02", "publication": "The Tide"},
    {
        "id": "orchard",
        "text": ORCHARD,
        "title": "Frost",
        "author": "A. Pip; B. Core",
        "url": "https://example.org/frost",
    },
]
Kb = Callable[..., Result]


def _run(db: Path, *words: str, given: str | bytes | None = None) -> Result:
    """Run a command on a base, in this process."""
    return CliRunner().invoke(cli, ["--db", str(db), *words], input=given, prog_name="kb", catch_exceptions=False)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of a base that holds ARTICLES; not to be changed."""
    db = tmp_path_factory.mktemp("filled") / "kb.db"
    done = _run(db, "add", "-", given="".join(json.dumps(article) + "\n" for article in ARTICLES))
    assert done.exit_code == 0, done.output
    return db


@pytest.fixture
def kb_on(filled: Path) -> Kb:
    """Give a way to run commands on the filled base."""
    return lambda *words, given=None: _run(filled, *words, given=given)


@pytest.fixture
def fresh(tmp_path: Path) -> Kb:
    """Give a way to run commands on a base that is not there yet."""
    return lambda *words, given=None: _run(tmp_path / "kb.db", *words, given=given)


@pytest.fixture
def texts() -> dict[str, str]:
    """Give the texts of the filled base by id."""
    return {"harbour": HARBOUR, "orchard": ORCHARD}


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the path of an empty base that the app shows."""
    path = tmp_path / "kb.db"
    monkeypatch.setenv("KB_DB", str(path))
    return path
