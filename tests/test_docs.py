"""The README and the help say what there is, and what they show runs."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from sqlite_utils import Database

import kb
from app.cli import cli
from app.help import PAGES, slug
from kb.store import Store

ROOT = Path(__file__).parents[1]
HELP = ROOT / "app/help"
README = (ROOT / "README.md").read_text("utf-8")
TEXTS = {path: path.read_text("utf-8") for path in (ROOT / "README.md", *sorted(HELP.glob("*.md")))}
MOST = 150_000  # bytes of a picture
INTERNAL = ("_", "sqlite_", "sentences_fts_")  # tables that SQLite and the migrations keep for themselves


def blocks(page: str, language: str) -> list[str]:
    """Give the blocks of code of a help page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", TEXTS[HELP / page], re.DOTALL)


def run(*words: str, cwd: Path = ROOT) -> str:
    """Run Python; give what it printed."""
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    shown = subprocess.run([sys.executable, *words], cwd=cwd, env=settings, capture_output=True, text=True)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    return shown.stdout


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Run the example of the Python API as it stands; give the base that it makes and what it prints."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (script,) = blocks("python.md", "python")
    (folder / "example.py").write_text(script, "utf-8")
    return folder / "samples.db", run("example.py", cwd=folder)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_command_has_help_and_is_in_the_readme(name):
    command = cli.commands[name]
    assert command.help
    assert f"### kb {name}\n" in README
    options = [given for given in command.params if isinstance(given, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize("page", ["README.md", "app/help/schema.md"])
def test_generated_parts_are_current(page):
    check = [sys.executable, "-m", "cogapp", "--check", page]
    shown = subprocess.run(check, cwd=ROOT, capture_output=True, text=True)
    assert shown.returncode == 0, f"{shown.stdout}{shown.stderr}: run `make docs`"


def real_columns() -> Iterator[tuple[str, str]]:
    """Give every column of every table and view with its table."""
    with closing(Store(Database(memory=True))) as store:
        made = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        for (table,) in store.db.execute(made).fetchall():
            if not table.startswith(INTERNAL):
                columns = store.db.execute("SELECT name FROM pragma_table_info(?)", [table])
                yield from ((table, column) for (column,) in columns.fetchall())


def test_every_table_and_column_is_explained():
    explained = set()
    for table in re.split(r"^### ", TEXTS[HELP / "schema.md"], flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| `(\w+)` \| [a-z]* \| .+ \|$", table, re.MULTILINE)
        explained |= {(table.split("\n", 1)[0], column) for column in rows}
    assert explained == set(real_columns())


def test_the_example_of_the_python_api_prints_what_the_page_says(example):
    _, printed = example
    assert [printed] == blocks("python.md", "text")


def test_what_the_page_of_the_python_api_lists_is_there():
    functions, methods = (table.split("\n\n", 1)[0] for table in TEXTS[HELP / "python.md"].split("|---|---|\n")[1:3])
    assert set(re.findall(r"^\| `(\w+)\(", functions, re.MULTILINE)) <= set(kb.__all__)
    named = re.findall(r"`(\w+)\(", "".join(row.split(" | ")[0] for row in methods.splitlines()))
    assert named
    assert [name for name in named if not hasattr(Store, name)] == []


@pytest.mark.parametrize("query", blocks("query.md", "sql"))
def test_query_finds_something_in_the_samples(example, query):
    base, _ = example
    with closing(sqlite3.connect(f"file:{base}?mode=ro", uri=True)) as connection:
        assert connection.execute(query).fetchall()


def test_the_example_for_pandas_runs(example, tmp_path):
    shutil.copy(example[0], tmp_path / "footnote.db")
    (script,) = blocks("query.md", "python")
    assert "count  median" in run("-c", script, cwd=tmp_path)


def test_the_settings_for_datasette_name_the_search_index(example):
    (settings,) = blocks("query.md", "yaml")
    named = dict(re.findall(r"(fts_\w+): (\w+)", settings))
    with closing(sqlite3.connect(f"file:{example[0]}?mode=ro", uri=True)) as connection:
        find = f"SELECT count(*) FROM sentences WHERE {named['fts_pk']} IN (SELECT rowid FROM {named['fts_table']} WHERE {named['fts_table']} MATCH 'population')"
        assert connection.execute(find).fetchone()[0] > 10


def test_every_help_page_is_shown_and_in_the_readme():
    assert {path.stem for path in HELP.glob("*.md")} == set(PAGES)
    assert all(f"](app/help/{name}.md)" in README for name in PAGES)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", TEXTS[path], flags=re.DOTALL)):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        found = path.parent / file if file else path
        assert found.exists(), target
        headings = re.findall(r"^#+ (.+)$", TEXTS.get(found, ""), re.MULTILINE)
        assert not anchor or anchor in map(slug, headings), target


@pytest.mark.parametrize("picture", sorted(HELP.glob("*.png")), ids=lambda path: path.name)
def test_pictures_are_small_and_used(picture):
    assert picture.stat().st_size <= MOST
    assert f"]({picture.name})" in TEXTS[HELP / "tour.md"]


def test_changelog_has_this_version():
    assert "## 0.1.0" in (ROOT / "CHANGELOG.md").read_text("utf-8")
