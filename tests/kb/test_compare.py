"""Two figures of two articles side by side: what is said of them."""

from __future__ import annotations

import pytest

from extract.types import Document
from kb.compare import compare, compare_all
from kb.ingest import ingest
from kb.store import Store

BASE = "Lund has a population of 82,800."
ROWS = [
    (BASE, "The population of Lund is 82,800.", "agree"),
    (BASE, "About 83,000 people live in Lund.", "agree"),
    (BASE, "Lund has more than 80,000 inhabitants.", "agree"),
    (BASE, "Lund has a population of 61,000.", "differ"),
    ("Lund had 82,800 inhabitants in 2011.", "Lund had 61,000 inhabitants in 1990.", "other-period"),
    ("Lund had 82,800 inhabitants in 2011.", "Lund has 61,000 inhabitants.", "other-period"),
    (BASE, "Malmo has a population of 280,000.", "not-comparable"),
    (BASE, "The ice rink in Lund cost 61,000 kronor.", "not-comparable"),
    (
        "The new tunnel under Lund cost the railway company Banverket 4.2 billion kronor.",
        "The railway company Banverket paid 2.9 billion kronor for the new tunnel under Lund.",
        "not-comparable",  # too few words to be sure
    ),
]


def document(name: str, text: str, published: str | None = None) -> Document:
    return Document(name, text, f"/{name}", f"{len(text):064}", published=published)


@pytest.mark.parametrize(("one", "other", "kind"), ROWS)
def test_verdict(fresh_store: Store, one: str, other: str, kind: str) -> None:
    ingest(fresh_store, [document("one", one), document("other", other)])
    figures = [next(f for f in fresh_store.figures(document=name) if f.kind != "year") for name in ("one", "other")]
    verdict = compare(fresh_store, *figures)
    assert verdict.kind == kind
    assert verdict.why


def test_articles_far_apart_are_of_another_time(fresh_store: Store) -> None:
    texts = (("one", BASE, "1990-05-01"), ("other", "Lund has a population of 61,000.", "2012-05-01"))
    ingest(fresh_store, [document(*row) for row in texts])
    verdicts = [found.verdict.kind for found in compare_all(fresh_store)]
    assert verdicts == ["other-period"]


def test_compare_all_gives_each_pair_once(fresh_store: Store) -> None:
    ingest(fresh_store, [document("one", BASE), document("other", "Lund has a population of 61,000.")])
    assert [found.verdict.kind for found in compare_all(fresh_store, page=1)] == ["differ"]
