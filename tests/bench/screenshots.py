"""The pictures of the README and the help, taken of the running app over the sample articles in headless Chromium.

Run by hand: python -m tests.bench.screenshots [--db BASE] [--into FOLDER] [--width PIXELS]. Without a base, one of the
sample articles is made. Look at every picture afterwards. Before a release, `--every --db BASE --into FOLDER` takes every
page as people meet it, at 1280 and 390 pixels, light and dark, as tall as it is; it keeps a list in the base and decides
on a name, so give it a base of its own.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Error as PlaywrightError

from extract.documents import read_documents
from kb import ingest, open_store
from tests.bench.pages import ROOT, served

HELP = ROOT / "app/help"
COLOURS = 128
MOST = 150_000  # bytes of a picture
NAMED = ("id", "tie")  # parameters of an address that are ids of names
PATIENCE = 60_000  # milliseconds
SETTLED = 2500  # milliseconds after the last element: fonts, and the picture of ties coming to rest
WORKING = ".stSpinner, [data-testid=stSkeleton], [data-testid=stStatusWidget]"
FLAGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb")


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its page and parameters, what stands there when it is ready, its height in pixels at full width."""

    name: str
    page: str
    given: dict[str, str]
    ready: str
    height: int
    act: Callable[[Any], None] | None = None  # done first, on the page


def press(name: str) -> Callable[[Any], None]:
    """Return what presses a button."""
    return lambda page: page.get_by_role("button", name=name).first.click()


def unfold(page: Any) -> None:
    """Open what folds out."""
    for summary in page.locator("[data-testid=stExpander] summary").all():
        summary.click()


def check_draft(page: Any) -> None:
    """Check a draft with a figure that is wrong, one that is right and a quote."""
    page.get_by_label("Text of the draft").fill(DRAFT)
    press("Check this draft")(page)


def keep_in_list(page: Any) -> None:
    """Keep a sentence in a list."""
    page.get_by_label("New list").fill("Story on Fresno")
    page.get_by_label("New list").press("Enter")
    press("Add to the list")(page)


def add_files(page: Any) -> None:
    """Add a good file, one that is no PDF though it says so, and a table."""
    files = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": content.encode()}
        for name, content in (
            ("norbury.txt", "Norbury Ferries employed 1,200 workers in 2001."), ("annual report.pdf", "%PDF-1.7 broken"),
        )
    ]  # fmt: skip
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)
    page.get_by_text("annual report.pdf").first.wait_for()
    press("Add these files")(page)


DRAFT = (
    "Fresno has 900,000 inhabitants. In 2010 the city had a population of 494,665. "
    "“Genius is mostly sleep,” said Thomas Edison. Nikola Tesla worked for Thomas Edison."
)
SHOTS = (
    Shot("ask", "", {"q": "What is the population of Fresno?"}, ".fn-cited", 860),
    Shot("graph", "graph", {"id": "Nikola Tesla", "tie": "Thomas Edison"}, ".st-key-end_1", 860),
    Shot("figures", "figures", {"what": "unemployment"}, "table.fn-table", 900),
)

FRESNO = {"q": "What is the population of Fresno?"}
PLAIN = 860
EVERY = (
    Shot("ask", "", {}, ".st-key-asked, button:has-text('?')", PLAIN),
    Shot("ask-answer", "", FRESNO, ".fn-cited", PLAIN, unfold),
    Shot("ask-list", "", {"q": "Who is tied to Nikola Tesla?"}, ".fn-answer, .fn-refusal", PLAIN),
    Shot("ask-refusal", "", {"q": "Why did Fresno move to Canada?"}, ".fn-refusal", PLAIN),
    Shot("ask-unknown", "", {"q": "Who is Zorbax Quill?"}, ".fn-refusal", PLAIN),
    Shot("articles", "articles", {}, "ul.fn-list", PLAIN, unfold),
    Shot("articles-none", "articles", {"filter": "zorbax"}, "text=No article", PLAIN),
    Shot("article", "article", {"article": "Fresno"}, ".fn-text", PLAIN),
    Shot("article-remove", "article", {"article": "Fresno"}, "[role=dialog]", PLAIN, press("Remove this article")),
    Shot("names", "entities", {}, "ul.fn-list", PLAIN),
    Shot("name", "entity", {"id": "Nikola Tesla"}, ".fn-cited", PLAIN),
    Shot("ties", "graph", {}, "ul.fn-list", PLAIN),
    Shot("ties-name", "graph", {"id": "Nikola Tesla"}, "g.name.centre", PLAIN),
    Shot("ties-tie", "graph", {"id": "Nikola Tesla", "tie": "Thomas Edison"}, ".st-key-end_1", PLAIN),
    Shot("figures", "figures", {"what": "unemployment"}, "table.fn-table", PLAIN),
    Shot("figures-time", "figures", {"view": "Over time", "what": "population"}, ".fn-chart", PLAIN),
    Shot("figures-across", "figures", {"view": "Across sources", "what": "people"}, ".fn-compared", PLAIN),
    Shot("quotes", "quotes", {}, ".fn-said", PLAIN),
    Shot("draft", "draft", {}, "textarea", PLAIN),
    Shot("draft-checked", "draft", {}, ".fn-checked", PLAIN, check_draft),
    Shot("citations", "citations", {}, "text=A dossier", PLAIN),
    Shot("citations-keep", "citations", {"given": FRESNO["q"]}, ".fn-cited", PLAIN),
    Shot("citations-list", "citations", {"given": FRESNO["q"]}, ".st-key-item_1, .fn-cited", PLAIN, keep_in_list),
    Shot("review", "review", {}, ".fn-proposal", PLAIN),
    Shot("review-name", "review", {"view": "Correct a name", "find": "Tesla"}, ".fn-cited", PLAIN),
    Shot("review-decided", "review", {}, "text=Take it back", PLAIN, press("Keep apart")),
    Shot("review-decisions", "review", {"view": "Decisions"}, ".fn-decision", PLAIN),
    Shot("add", "add", {}, ".stFileUploader", PLAIN),
    Shot("add-done", "add", {}, ".fn-added .fn-failed, .fn-failed", PLAIN, add_files),
    Shot("health", "health", {}, ".fn-facts", PLAIN),
    Shot("help", "help", {}, ".stMain a", PLAIN),
)
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
TALLEST = 2400  # pixels; what is below repeats what is above


def main() -> None:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path, help="a base of the sample articles")
    parser.add_argument("--into", type=Path, default=HELP)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--every", action="store_true", help="every page, to be looked at")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = given.db or filled(Path(folder) / "footnote.db")
        with served(db.absolute()) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            if given.every:
                take_every(browser, address, db, given.into)
                return
            for shot in SHOTS:
                picture = taken(browser, address, shot, named(db, shot.given), given.width)
                keep(picture, given.into / f"{shot.name}.png")


def filled(db: Path) -> Path:
    """Make a base of the sample articles; return its path."""
    with closing(open_store(db)) as store:
        ingest(store, read_documents([ROOT / "corpus"]))
    return db


def named(db: Path, given: dict[str, str]) -> str:
    """Return the parameters of an address, with ids in place of names."""
    with closing(open_store(db, readonly=True)) as store:
        found = {key: store.ids_of(value)[0] if key in NAMED else value for key, value in given.items()}
        if title := found.pop("article", None):
            found["id"] = store.documents(like=title, limit=1)[0].id
        return urlencode(found)


def take_every(browser: Any, address: str, db: Path, into: Path) -> None:
    """Take every page at every width in light and dark; one that does not come is told of, and the rest taken."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            for shot in EVERY:
                try:
                    picture = taken(browser, address, shot, named(db, shot.given), width, scheme=scheme, whole=True)
                except PlaywrightError as error:
                    print(f"{shot.name} at {width}, {scheme}: {str(error).splitlines()[0]}")
                    continue
                picture.save(into / f"{shot.name}-{width}-{scheme}.png")


def taken(
    browser: Any, address: str, shot: Shot, parameters: str, width: int, *, scheme: str = "light", whole: bool = False
) -> Image.Image:  # fmt: skip
    """Take one picture, of the window or of the whole page."""
    page = browser.new_page(viewport={"width": width, "height": shot.height}, color_scheme=scheme)
    try:
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/{shot.page}?{parameters}")
        if shot.act is not None:
            page.locator("h1").first.wait_for()
            page.wait_for_function(f"!document.querySelector({WORKING!r})")
            page.wait_for_timeout(SETTLED)
            shot.act(page)
        page.locator(shot.ready).first.wait_for()
        page.wait_for_function(f"!document.querySelector({WORKING!r})")
        page.wait_for_timeout(SETTLED)
        if whole:
            tall = page.evaluate("document.querySelector('.stMain').scrollHeight")
            page.set_viewport_size({"width": width, "height": max(shot.height, min(tall, TALLEST))})
            page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
            page.wait_for_timeout(SETTLED // 3)
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    finally:
        page.close()


def keep(picture: Image.Image, into: Path) -> None:
    """Keep a picture with few colours."""
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(into, optimize=True)
    size = into.stat().st_size
    print(f"{into}: {picture.width} x {picture.height}, {size:,} bytes{'' if size <= MOST else ': TOO LARGE'}")


if __name__ == "__main__":
    main()
