"""The pictures of the README and the help, taken of the running app over the sample articles in headless Chromium.

Run by hand: python -m tests.bench.screenshots [--db BASE] [--into FOLDER] [--width PIXELS]. Without a base, one of the
sample articles is made. Look at every picture afterwards.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from PIL import Image

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


SHOTS = (
    Shot("ask", "", {"q": "What is the population of Fresno?"}, ".fn-cited", 860),
    Shot("graph", "graph", {"id": "Nikola Tesla", "tie": "Thomas Edison"}, ".st-key-end_1", 860),
    Shot("figures", "figures", {"what": "unemployment"}, "table.fn-table", 900),
)


def main() -> None:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path, help="a base of the sample articles")
    parser.add_argument("--into", type=Path, default=HELP)
    parser.add_argument("--width", type=int, default=1280)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = given.db or filled(Path(folder) / "footnote.db")
        with served(db.absolute()) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for shot in SHOTS:
                take(browser, address, shot, named(db, shot.given), given.into / f"{shot.name}.png", given.width)


def filled(db: Path) -> Path:
    """Make a base of the sample articles; return its path."""
    with closing(open_store(db)) as store:
        ingest(store, read_documents([ROOT / "corpus"]))
    return db


def named(db: Path, given: dict[str, str]) -> str:
    """Return the parameters of an address, with ids in place of names."""
    with closing(open_store(db, readonly=True)) as store:
        return urlencode({key: store.ids_of(value)[0] if key in NAMED else value for key, value in given.items()})


def take(browser: Any, address: str, shot: Shot, parameters: str, into: Path, width: int) -> None:
    """Take one picture and keep it with few colours."""
    page = browser.new_page(viewport={"width": width, "height": shot.height}, color_scheme="light")
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/{shot.page}?{parameters}")
    page.locator(shot.ready).first.wait_for()
    page.wait_for_function(f"!document.querySelector({WORKING!r})")
    page.wait_for_timeout(SETTLED)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(into, optimize=True)
    size = into.stat().st_size
    print(f"{into}: {picture.width} x {picture.height}, {size:,} bytes{'' if size <= MOST else ': TOO LARGE'}")


if __name__ == "__main__":
    main()
