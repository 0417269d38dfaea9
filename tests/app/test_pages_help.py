"""The help in the app, run without a browser."""

from __future__ import annotations

import re

import pytest

from app.help import PAGES, page_html, page_title
from tests.app.screens import screen, shown


def test_help_begins_with_the_tour(base):
    text = shown(screen("help"))
    assert '<h1 id="a-five-minute-tour">' in text
    assert text.count("<img ") == text.count('src="data:image/png;base64,') == 3


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_an_address_and_a_place_in_the_list(base, name):
    text = shown(screen("help", page=name))
    assert f"<a href='help?page={name}' aria-current='page'>{page_title(name)}</a>" in text
    assert text.count("aria-current") == 1
    assert "<!--" not in text


@pytest.mark.parametrize("name", PAGES)
def test_links_stay_in_the_app(name):
    links = re.findall(r'href="([^"]*)"', page_html(name))
    assert all(re.fullmatch(r"(?:help\?page=\w+)?(?:#[\w-]+)?", link) for link in links), links


@pytest.mark.parametrize("name", PAGES)
def test_what_scrolls_is_reached_by_keyboard(name):
    text = page_html(name)
    for tag in ("<pre", "<div class='fn-wide'"):
        assert text.count(tag) == text.count(f"{tag} tabindex='0' role='group'")
    assert text.count("<table>") == text.count("<div class='fn-wide'")


def test_each_page_leads_to_the_next(base):
    assert "Next: <a href='help?page=found'>" in shown(screen("help", page="tour"))
    assert "Next: " not in shown(screen("help", page=PAGES[-1]))


@pytest.mark.parametrize("name", ["nothing", "../tour", "<script>alert(1)</script>"])
def test_an_unknown_page_says_what_to_do(base, name):
    app = screen("help", page=name)
    assert [title.value for title in app.title] == ["No such help page"]
    assert "Choose a page from the list." in shown(app)
    assert name not in shown(app)
