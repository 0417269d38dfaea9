"""A base of three articles, read by our pipeline, to check drafts against."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb.ingest import ingest
from kb.store import Store

ARTICLES = {
    "A third quay": (
        "Harwich has two ferry lines. Marta Quill, the mayor of Harwich, said on Monday: “We will build a third quay "
        "before the winter.” The quay will cost 41 million euros.\n\nThe port employs 1,250 people. It handled 3.2 "
        "million tonnes in 2019. The old lighthouse closed in 1931. Quill was born in Dover. The council rejected the "
        "plan for a tunnel. The railway museum was founded by Edward Cole."
    ),
    "Frost in Kent": (
        "Orchards in Kent lost 30 percent of their apples to frost in 2021. Kent Growers paid 4,000 pickers. “We start "
        "again in spring, and we will not give up the old trees,” said Ada Bell, a grower. Bell said that the trees "
        "were older than the village. Kent Growers did not fund the repairs."
    ),
    "Herring": "The Baltic fleet landed 18,000 tonnes of herring in 2004. Sales of herring rose in Gdansk.",
}


@pytest.fixture(scope="session")
def base() -> Iterator[Store]:
    """A base that holds ARTICLES; not to be changed."""
    with closing(Store(Database(memory=True))) as store:
        documents = [
            Document(f"d{n}", text, f"/{n}", str(n), title) for n, (title, text) in enumerate(ARTICLES.items())
        ]
        ingest(store, documents, workers=1)
        yield store
