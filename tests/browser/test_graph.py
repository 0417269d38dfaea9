"""The Graph page and an entity's page in a real browser: by mouse, by keyboard, with hostile names, with many names."""

from __future__ import annotations

import re

import pytest

HOSTILE = '<img src=https://evil.example/a.png onerror="window.pwned=1">'
SHARED = "The grower Ada Bell founded the firm Kent Growers in Harwich in 1998."
ARTICLES = [
    {"id": "one", "title": HOSTILE, "published": "2001-03-02",
     "text": f"{SHARED} Mayor Marta Quill met Ada Bell in Rotterdam on Monday."},
    {"id": "two", "title": "Two",
     "text": f"{SHARED} On Monday <script>window.pwned=1</script> met Bob Jones in Dovercourt."},
]  # fmt: skip


def open_graph(page, name: str) -> None:
    page.goto("/graph")
    page.get_by_label("Find a name").press_sequentially(name[:5])  # no Enter: it searches while one types
    page.get_by_text("In the middle").wait_for(state="detached")
    page.locator(".fn-list").get_by_role("link", name=name, exact=True).click()
    page.locator("g.name.centre").wait_for()


def test_names_and_ties_open_their_sentences(page, filled):
    open_graph(page, "Ada Bell")
    page.get_by_role("button", name="Kent Growers, ").locator("circle").click()
    page.get_by_role("heading", name="Kent Growers").wait_for()
    page.get_by_role("button", name="Put in the middle").click()
    page.locator("g.name.centre[aria-label^='Kent Growers']").wait_for()
    page.locator(".st-key-trail").get_by_role("button", name="Ada Bell").click()
    page.locator("g.name.centre[aria-label^='Ada Bell']").wait_for()
    page.locator(
        "g.tie", has=page.locator("title", has_text=re.compile("Ada Bell.*Kent Growers|Kent Growers.*Ada Bell"))
    ).first.locator(".line").dispatch_event("click")
    page.get_by_role("heading", name="Ada Bell and Kent Growers").wait_for()
    page.locator(".fn-cited mark.fn-words").first.wait_for()
    assert page.locator(".fn-cited mark.fn-words").all_inner_texts()[:2] == ["Ada Bell", "Kent Growers"]


def test_all_of_it_goes_by_keyboard(page, filled):
    open_graph(page, "Ada Bell")
    page.locator("g.name[tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    label = page.evaluate(
        "() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement;"
        " return e.getAttribute('aria-label') }"
    )
    assert label
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=label.split(",")[0]).first.wait_for()
    page.locator(".st-key-ties_of button").first.focus()
    page.keyboard.press("Enter")
    page.locator(".fn-cited blockquote").first.wait_for()


def test_hostile_names_are_inert(page, filled):
    open_graph(page, "Ada Bell")
    page.locator(".st-key-ties_of button").first.click()
    page.locator(".fn-cited").first.wait_for()
    page.locator(".fn-cited").get_by_role("link", name=HOSTILE).first.wait_for()
    page.goto("/graph?id=<script>window.pwned=1</script>&tie=%22%3E<b>")
    page.get_by_text("In the middle").wait_for()
    assert page.evaluate("window.pwned") is None
    assert page.locator("section img").count() == 0


def test_a_name_has_all_that_is_known_on_its_page(page, filled):
    page.goto("/entities")
    page.get_by_label("Name").press_sequentially("ada b")
    page.get_by_role("link", name="Kent Growers").wait_for(state="detached")
    page.get_by_role("link", name="Ada Bell", exact=True).click()
    page.get_by_role("heading", name="Sentences").wait_for()
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert {"What is said of them", "When", "Tied to", "Articles", "Sentences"} <= set(headings)
    page.get_by_role("link", name="See all ties as a picture").click()
    page.locator("g.name.centre[aria-label^='Ada Bell']").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_the_picture_without_scrolling_sideways(browser, server, filled, scheme):
    page = browser.new_page(base_url=server, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.set_default_timeout(60_000)
    open_graph(page, "Ada Bell")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
