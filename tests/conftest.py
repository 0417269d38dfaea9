"""The fixtures that all tests share."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb.store import Store

if TYPE_CHECKING:
    from spacy.language import Language

SHARED = (Path(__file__).parents[1] / ".." / "shared").resolve()

# Title, source, date and text of articles that share people, places and figures.
ARTICLES = (
    (
        "Shoes made in Wenzhou",
        "/articles/wenzhou.txt",
        "2004-05-11",
        "Wenzhou makes one shoe in eight. About 4,000 factories employ 400,000 people in the city.\n\n"
        "“Orders have doubled,” said Xu Zhihua, who runs Juyi Group. He expects wages to rise.",
    ),
    (
        "A port and its strike",
        "/articles/port.txt",
        "2011-09-02",
        "Dockers in Rotterdam stopped work on Friday. The Port of Rotterdam Authority said that 30 ships were waiting.\n"
        "Traffic fell 12 percent.",
    ),
    (
        "Juyi Group opens in Rotterdam",
        "/articles/juyi.txt",
        None,
        "Juyi Group has opened an office in Rotterdam. Xu called it “a first step”. It cost $2.5 million.",
    ),
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the repository; tests that need it are skipped without it, but never in CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{SHARED} is not there, and CI may not skip what needs it")
        pytest.skip(f"needs the data in {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Our pipeline, loaded once a run."""
    from extract.language import load_language

    return load_language()


@pytest.fixture
def fresh_store() -> Iterator[Store]:
    """An empty base in memory."""
    with closing(Store(Database(memory=True))) as store:
        yield store


@pytest.fixture
def tiny_corpus() -> tuple[Document, ...]:
    """Three short articles."""
    return tuple(
        Document(
            id=hashlib.sha256(text.encode()).hexdigest()[:16],
            text=text,
            source=source,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title=title,
            published=published,
        )
        for title, source, published, text in ARTICLES
    )
