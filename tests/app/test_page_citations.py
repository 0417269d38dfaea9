"""The Citations page, run without a browser."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from app.citing import entry_html, file_name, keep_html
from app.cli import cli
from kb import open_store
from kb.desk import baskets
from tests.app.screens import MAIN, PATIENCE
from tests.kb.citations.conftest import EVIL, entry


@pytest.fixture
def base(tmp_path, monkeypatch):
    path = tmp_path / "kb.db"
    articles = [
        {"id": "quay", "title": "A third quay", "publication": "The Tide",
         "text": "Harwich has two ferry lines. The port employs 1,250 people."},
    ]  # fmt: skip
    given = "".join(json.dumps(article) + "\n" for article in articles)
    assert CliRunner().invoke(cli, ["--db", str(path), "add", "-"], input=given).exit_code == 0
    monkeypatch.setenv("KB_DB", str(path))
    return path


def opened() -> AppTest:
    page = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    page.switch_page("screens/citations.py").run()
    assert not page.exception
    return page


def kept(base) -> list[str]:
    store = open_store(base)
    try:
        return [one.heading + one.text for one in baskets.items(store, "Port")]
    finally:
        store.close()


def add(page: AppTest, given: str) -> AppTest:
    page.text_input(key="given").input(given)
    return next(button for button in page.button if button.label == "Add to the list").click().run()


def test_a_list_is_begun_filled_ordered_and_emptied(base):
    page = opened()
    page.text_input(key="new_list").input("Port").run()
    add(page, "quay.1")
    add(page, "How many ferry lines does Harwich have?")
    assert not page.exception
    assert kept(base) == ["The port employs 1,250 people.", "Harwich has two ferry lines."]
    first = page.text_input(key="heading_1")
    first.input("Ferries")
    page.button(key="save_1").click().run()
    next(button for button in page.button if button.label == "Move 2 up").click().run()
    assert kept(base) == ["Harwich has two ferry lines.", "FerriesThe port employs 1,250 people."]
    next(button for button in page.button if button.label == "Remove 1").click().run()
    assert kept(base) == ["FerriesThe port employs 1,250 people."]


def test_what_cannot_be_added_is_said(base):
    page = opened()
    page.text_input(key="new_list").input("Port").run()
    add(page, "nowhere.9")
    assert "nothing here has the id" in page.error[0].value


def test_a_link_from_another_page_brings_what_is_to_be_kept(base):
    page = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    page.switch_page("screens/citations.py")
    ((key, value),) = parse_qsl(unescape(re.search(r"citations\?([^']*)", keep_html('quay.1 & "x"'))[1]))
    page.query_params[key] = value
    page.run()
    page.text_input(key="new_list").input("Port").run()
    assert page.text_input(key="given").value == 'quay.1 & "x"'


def test_a_dossier_says_what_it_found(base):
    page = opened()
    page.text_input(key="about").input("Harwich").run()
    assert not page.exception
    assert "Download the dossier" in [button.label for button in page.get("download_button")]


def test_an_empty_base_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("KB_DB", str(tmp_path / "empty.db"))
    assert any("There are no articles here yet" in one.proto.body for one in opened().get("html"))


def test_hostile_items_are_text():
    texts = dict.fromkeys(("title", "publication", "source", "heading", "note"), EVIL)
    shown = entry_html(entry(EVIL, 0, len(EVIL), **texts))
    assert "<script" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("name", "file"),
    [("Port story", "port-story.docx"), ("../../etc/passwd", "etc-passwd.docx"), ("‮", "citations.docx")],
)
def test_file_names_are_harmless(name, file):
    assert file_name(name, "docx") == file
