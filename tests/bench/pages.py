"""How long each page of the app takes to its first paint over 10,000 articles, in headless Chromium.

Run by hand: python -m tests.bench.pages [--folder FOLDER]. The base is made from a seed through the store,
without the pipeline: short articles that share names, figures and quotes. A page counts as painted when its title and
the last thing that it shows without being asked stand there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from extract.types import Claim, Document, Extraction, Figure, Mention, Period, Phrase, Quote, Referent, Sentence
from kb.store import Store, open_store

ROOT = Path(__file__).parents[2]
ARTICLES = 10_000
ROUNDS = 5
GOAL = 1.5  # seconds
SEED = 11
PORT = 8599
FIRST = (
    "Ada Marta Joan Igor Lena Omar Ruth Pavel Nina Hugo Ivy Karim Tess Milan Sofia Dario Greta Anton Mei Yusuf".split()
)
LAST = (
    "Quill Bell Vass Orlov Brandt Okoye Lindqvist Marsh Ferro Tanaka Novak Silva Haas Keane Dubois Ruiz Wolfe".split()
)
KIN = "son sen er mann sky ini ova dale worth land".split()
TOWN = "Har Nor Ash Wen Kel Bra Sto Mil Dor Lin Pem Tor".split()
ENDING = "wich ford bury ham stead mouth ton field holm gate".split()
TRADE = "Ferries Foods Steel Textiles Energy Logistics Motors Shipping Timber Glass".split()
PAPERS = ("The Tide", "Evening Chronicle", "Harbour Post", "The Ledger", "Coast Weekly", None)
PAGES = {  # path: what stands on the page when it is painted
    "": "Answers come from",
    "articles": "ul.fn-list",
    "entities": "ul.fn-list",
    "graph": "h1",
    "figures": "table.fn-table",
    "figures?view=Over+time&what=workers": ".fn-chart",
    "quotes": ".fn-said",
    "review": ".fn-proposal",
    "health": ".fn-facts",
    "add": "h1",
}


@dataclass
class Writing:
    """An article in the making: its text so far and what it says."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    referents: dict[tuple[str, str], int] = field(default_factory=dict)

    def write(self, sentence: str, names: dict[str, str]) -> tuple[int, str]:
        """Add a sentence and the names in it (name: label); return its start and text."""
        start = len(self.text) + (2 if self.text else 0)
        self.text += ("\n\n" if self.text else "") + sentence
        number = len(self.sentences)
        self.sentences.append(Sentence(start, start + len(sentence), sentence, number))
        for name, label in names.items():
            at = start + sentence.index(name)
            referent = self.referents.setdefault((name, label), len(self.referents))
            self.mentions.append(Mention(number, at, at + len(name), name, label, referent))
        return start, sentence

    def phrase(self, words: str, entity: tuple[str, str] | None = None) -> Phrase:
        """Return words of the last sentence as a phrase."""
        last = self.sentences[-1]
        start = last.start + last.surface.index(words)
        return Phrase(start, start + len(words), words, self.referents[entity] if entity else None)

    def extraction(self, id: str) -> Extraction:
        """Return what the article says."""
        referents = tuple(Referent(number, name, label) for (name, label), number in self.referents.items())
        return Extraction(
            id, tuple(self.sentences), tuple(sorted(self.mentions, key=lambda mention: mention.start)),
            tuple(self.figures), tuple(self.quotes), tuple(self.claims), referents,
        )  # fmt: skip


def article(number: int, chance: random.Random) -> tuple[Document, Extraction]:
    """Make an article and what it says."""
    person = f"{chance.choice(FIRST)} {chance.choice(LAST)}{chance.choice(KIN)}"
    town = chance.choice(TOWN) + chance.choice(ENDING)
    firm = f"{chance.choice(TOWN)}{chance.choice(ENDING)} {chance.choice(TRADE)}"
    year, month, day = 1995 + number % 30, 1 + number % 12, 1 + number % 28
    made = Writing()
    made.write(f"{firm} has opened a site in {town}.", {firm: "ORG", town: "CITY"})
    made.claims.append(
        Claim(0, made.phrase(firm, (firm, "ORG")), made.phrase("has opened"), made.phrase("a site"), score=0.8)
    )
    employs(made, firm, chance.randrange(20, 9000), year)
    cost(made, firm, chance.randrange(1, 900))
    said(made, person, town)
    made.write(f"Nobody in {town} was hurt, item {number} of the register says.", {town: "CITY"})
    title = f"{firm} opens in {town}"
    published = f"{year}-{month:02}-{day:02}"
    sha256 = hashlib.sha256(made.text.encode()).hexdigest()
    id = f"a{number:05}"
    document = Document(id, made.text, f"/press/{id}.txt", sha256, title, None, PAPERS[number % len(PAPERS)], published)
    return document, made.extraction(id)


def employs(made: Writing, firm: str, people: int, year: int) -> None:
    """Say how many people work somewhere."""
    surface = f"{people:,} workers"
    made.write(f"{firm} employed {surface} in {year}.", {firm: "ORG"})
    words, when = made.phrase(surface), made.phrase(str(year))
    period = Period(when.start, when.end, when.surface, f"{year}-01-01", f"{year}-12-31")
    made.figures.append(
        Figure(1, words.start, words.end, surface, "count", float(people), None, "workers", of=made.phrase("workers"),
               subject=made.phrase(firm, (firm, "ORG")), period=period)
    )  # fmt: skip


def cost(made: Writing, firm: str, millions: int) -> None:
    """Say what something cost."""
    surface = f"{millions} million euros"
    made.write(f"The site cost {firm} {surface}.", {firm: "ORG"})
    words = made.phrase(surface)
    made.figures.append(
        Figure(2, words.start, words.end, surface, "money", millions * 1e6, None, "EUR", of=made.phrase("The site"))
    )


def said(made: Writing, person: str, town: str) -> None:
    """Quote somebody."""
    content = f"{town} has waited for this for years"
    made.write(f"“{content},” said {person}.", {town: "CITY", person: "PERSON"})
    words = made.phrase(content)
    speaker, cue = made.phrase(person, (person, "PERSON")), made.phrase("said")
    made.quotes.append(Quote(3, words.start, words.end, content, direct=True, speaker=speaker, cue=cue))


def fill(store: Store, articles: int) -> None:
    """Fill a base."""
    chance = random.Random(SEED)
    for number in range(articles):
        store.put(*article(number, chance), rules="made")


@contextmanager
def served(db: Path) -> Iterator[str]:
    """Run the app on a base; give its address."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app/main.py"), f"--server.port={PORT}"]
    process = subprocess.Popen(
        [*command, "--server.headless=true"],
        cwd=db.parent,
        env=os.environ | {"KB_DB": str(db), "PYTHONPATH": str(ROOT)},
    )
    try:
        address = f"http://127.0.0.1:{PORT}"
        for _ in range(600):
            try:
                with urlopen(f"{address}/_stcore/health"):
                    break
            except URLError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def measure(browser: Any, address: str) -> None:
    """Print the seconds to first paint of every page, the first visit and the median of later ones."""
    for path, painted in PAGES.items():
        times = [paint(browser, f"{address}/{path}", painted) for _ in range(ROUNDS)]
        middle = statistics.median(times[1:])
        print(f"{path or 'ask':40} first {times[0]:5.2f} s   then {middle:5.2f} s   {'' if middle < GOAL else 'SLOW'}")


def paint(browser: Any, address: str, painted: str) -> float:
    """Return the seconds until a page opened anew shows something."""
    page = browser.new_page()
    begun = time.perf_counter()
    page.goto(address)
    shown = page.get_by_text(painted) if " " in painted and painted[0].isupper() else page.locator(painted)
    shown.first.wait_for(timeout=60_000)
    took = time.perf_counter() - begun
    page.close()
    return took


def main() -> None:
    """Make the base if it is not there, and measure."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the base is kept for the next run")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    db = folder / f"pages-{given.articles}.db"
    if not db.exists():
        with closing(open_store(db)) as store:
            fill(store, given.articles)
    with served(db) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        measure(browser, address)


if __name__ == "__main__":
    main()
