"""What holds for every page: hostile articles are inert, people with and without eyes or a mouse can use it."""

from __future__ import annotations

from itertools import product

from axe_playwright_python.sync_playwright import Axe

from tests.browser.every import ARTICLES, every, open_page

__all__ = ["ARTICLES"]  # which `filled` adds

GRAVE = ("serious", "critical")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390)
SETTLED = """scheme => {
    const app = document.querySelector('.stApp');
    return (!app || getComputedStyle(app).colorScheme === scheme)
        && !document.getAnimations().some(each => each instanceof CSSTransition);
}"""


def test_every_page_is_accessible_fits_and_is_inert(page, filled):
    found = []
    for state in every(page):
        show(page, SCHEMES[0], WIDTHS[0])
        open_page(page, state)
        found += [(state.path, *each) for each in came_alive(page)]
        for scheme, width in product(SCHEMES, WIDTHS):
            show(page, scheme, width)
            found += [(state.path, scheme, width, *each) for each in broken_rules(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((state.path, scheme, width, "scrolls sideways"))
    assert found == []


def show(page, scheme: str, width: int) -> None:
    """Change the colours and the width of what is shown; wait until no colour is on its way."""
    page.mouse.move(0, 0)  # what happens to lie under it would change its colour
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(SETTLED, arg=scheme)


def broken_rules(page) -> list[tuple[str, str]]:
    """Give the rules of accessibility that a page breaks gravely, each with the places where."""
    violations = Axe().run(page).response["violations"]
    return [
        (violation["id"], " ".join(map(str, node["target"])))
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


def came_alive(page) -> list[tuple[str, ...]]:
    """Give what on a page was made by an article's or a question's text; the page's fixture sees what it asked for."""
    alive = []
    if page.evaluate("window.pwned") is not None:
        alive.append(("a script ran",))
    if page.locator("section img").count():
        alive.append(("an image was made",))
    if page.locator("a[href^='javascript:'], a[href*='evil.example']").count():
        alive.append(("a link was made",))
    if "\u202e" in page.locator(".stMain").inner_text():
        alive.append(("the text is turned",))
    return alive
