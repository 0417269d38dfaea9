"""The README and the help say what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from app.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_command_has_help_and_is_in_the_readme(name):
    command = cli.commands[name]
    assert command.help
    assert f"### kb {name}\n" in README
    options = [given for given in command.params if isinstance(given, click.Option)]
    assert all(option.help for option in options)


def test_generated_parts_of_the_readme_are_current():
    check = [sys.executable, "-m", "cogapp", "--check", "README.md"]
    shown = subprocess.run(check, cwd=ROOT, capture_output=True, text=True)
    assert shown.returncode == 0, f"{shown.stdout}{shown.stderr}: run `make docs`"


@pytest.mark.parametrize("query", re.findall(r"```sql\n(SELECT .*?)```", README, re.DOTALL))
def test_query_in_the_readme_runs(fresh_store, query):
    assert fresh_store.db.execute(query).fetchall() == []


def test_changelog_has_this_version():
    assert "## 0.1.0" in (ROOT / "CHANGELOG.md").read_text("utf-8")
