"""The sample articles are well formed, and their wording is ours: no source lends them a run of eight words."""

from __future__ import annotations

import datetime
import json
import lzma
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = sorted(CORPUS.glob("*.md"))
FIELDS = {"title", "desk", "date", "sample", "sources"}
RUN = 8  # words in a row; shorter runs are names, dates and figures that facts cannot do without

# How the front matter names a source, and where the copy of it is kept.
SQUAD = "squad/squad-dev.shared.json.xz"
SHIFTS = "squadshifts/squadshifts-new-wiki.json.xz"
CMU = "cmu_qa/articles.jsonl.xz"
WIKIPEDIA = re.compile(r"(?P<set>SQuAD 2\.0 development set|SQuADShifts new-wiki|Question/Answer Dataset 1\.2)"
                       r"(?:, release (?P<release>S\d\d))?, article '(?P<title>[^']+)' \(Wikipedia, [^)]+\)")  # fmt: skip
SEED = re.compile(r"Newsweek article kept as seeds/(?P<file>[\w.]+)")
FILES = {"SQuAD 2.0 development set": SQUAD, "SQuADShifts new-wiki": SHIFTS, "Question/Answer Dataset 1.2": CMU}

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def read(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the text under it."""
    fence, front, body = path.read_bytes().decode("utf-8").split("---\n", 2)
    assert fence == ""
    return yaml.safe_load(front), body


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[str]:
    found = words(text)
    return {" ".join(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


@cache
def passages(file: Path) -> dict[tuple[str | None, str], str]:
    """The articles of one data file by release and title, underscores as spaces."""
    with lzma.open(file, "rt", encoding="utf-8") as stream:
        if file.name.endswith(".jsonl.xz"):
            rows = [json.loads(line) for line in stream]
        else:
            rows = [
                {"title": article["title"], "text": paragraph["context"]}
                for article in json.load(stream)["data"]
                for paragraph in article["paragraphs"]
            ]
    found: defaultdict[tuple[str | None, str], str] = defaultdict(str)
    for row in rows:
        found[row.get("release"), row["title"].replace("_", " ")] += row["text"] + "\n"
    return dict(found)


def source_text(source: str, shared: Path) -> str:
    if seed := SEED.fullmatch(source):
        return (shared / "seeds" / seed["file"]).read_text(encoding="utf-8")
    named = WIKIPEDIA.fullmatch(source)
    assert named, f"no data file is known for the source {source!r}"
    return passages(shared / "data" / FILES[named["set"]])[named["release"], named["title"]]


def test_corpus_has_enough_articles():
    assert len(ARTICLES) >= 28
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", path.stem) for path in ARTICLES)


def test_corpus_dates_and_titles_are_unlike():
    fronts = [read(path)[0] for path in ARTICLES]
    assert len({front["date"] for front in fronts}) == len(ARTICLES)
    assert len({front["title"] for front in fronts}) == len(ARTICLES)
    assert len({front["date"].year for front in fronts}) >= 5


@each_article
def test_front_matter_is_complete(path: Path):
    front, _ = read(path)
    assert set(front) == FIELDS
    assert front["sample"] is True
    assert type(front["date"]) is datetime.date
    assert all(isinstance(text, str) and text.strip() for text in [front["title"], front["desk"], *front["sources"]])
    assert front["sources"]
    assert all(SEED.fullmatch(source) or WIKIPEDIA.fullmatch(source) for source in front["sources"])


@each_article
def test_article_has_the_length_of_a_news_story(path: Path):
    _, body = read(path)
    assert 300 <= len(body.split()) <= 700


@each_article
def test_wording_is_not_taken_from_the_sources(path: Path, shared: Path):
    front, body = read(path)
    ours = runs(body)
    assert {source: sorted(ours & runs(source_text(source, shared))) for source in front["sources"]} == {
        source: [] for source in front["sources"]
    }
