"""The README and the help say what there is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_command_has_help_and_is_in_the_readme(name):
    command = cli.commands[name]
    assert command.help
    assert f"### kb {name}\n" in README
    assert not [given.name for given in command.params if not getattr(given, "help", "an argument needs none")]


def test_generated_parts_of_the_readme_are_current():
    check = [sys.executable, "-m", "cogapp", "--check", "README.md"]
    shown = subprocess.run(check, cwd=ROOT, capture_output=True, text=True)
    assert shown.returncode == 0, f"{shown.stdout}{shown.stderr}: run `make docs`"


def test_changelog_has_this_version():
    assert "## 0.1.0" in (ROOT / "CHANGELOG.md").read_text("utf-8")
