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
        "not-comparable",
    ),
    ("The mill in Lund has 320 looms.", "The mill in Lund, which has 240 looms, needs weavers.", "differ"),
    ("The mill in Lund cut 400 jobs.", "The mill in Lund is to shed 650 posts.", "differ"),
    ("The new mill in Lund has 320 looms.", "The old mill in Lund had 410 looms.", "not-comparable"),
    ("The mill in Lund has 320 looms.", "The mill in Lund has 45 weavers.", "not-comparable"),
    ("Norr AB was fined $2 million for the spill at Lund.", "Norr AB paid $9 million in damages for the spill at Lund.",
     "not-comparable"),
    ("Norr AB was fined $2 million.", "Norr AB must pay a fine of $3 million.",
     "differ"),
    ("The Norr Tower is 142 metres high.", "The Norr Tower is 466 feet high.", "agree"),
    ("Norr AB's net profit was 88 million euros.", "Norr AB's operating profit was 131 million euros.", "other-scope"),
]  # fmt: skip
DATED = [
    ("The rent in Lund was 900 euros in January.", "The rent in Lund was 950 euros in July.", "2016-02-01", "2016-08-01",
     "other-period"),
    ("The fire in Lund destroyed 40 houses.", "The fire in Lund destroyed 60 houses.", "2016-02-01", "2016-02-02", "differ"),
    ("The fire in Lund destroyed 40 houses.", "The fire in Lund destroyed 60 houses.", "2016-02-01", "2016-09-02",
     "other-period"),
    ("The fire in Lund hurt 40 people.", "Police corrected the number of people hurt by the fire in Lund to 30.",
     "2016-02-01", "2016-02-02", "revised"),
]  # fmt: skip


def document(name: str, text: str, published: str | None = None) -> Document:
    return Document(name, text, f"/{name}", f"{len(text):064}", published=published)


@pytest.mark.parametrize(("one", "other", "kind"), ROWS)
def test_verdict(fresh_store: Store, one: str, other: str, kind: str) -> None:
    ingest(fresh_store, [document("one", one), document("other", other)])
    figures = [next(f for f in fresh_store.figures(document=name) if f.kind != "year") for name in ("one", "other")]
    verdict = compare(fresh_store, *figures)
    assert verdict.kind == kind
    assert verdict.why


@pytest.mark.parametrize(("one", "other", "first", "second", "kind"), DATED)
def test_verdict_by_dates(fresh_store: Store, one: str, other: str, first: str, second: str, kind: str) -> None:
    ingest(fresh_store, [document("one", one, first), document("other", other, second)])
    figures = [next(f for f in fresh_store.figures(document=name) if f.kind != "year") for name in ("one", "other")]
    assert compare(fresh_store, *figures).kind == kind


def test_articles_far_apart_are_of_another_time(fresh_store: Store) -> None:
    texts = (("one", BASE, "1990-05-01"), ("other", "Lund has a population of 61,000.", "2012-05-01"))
    ingest(fresh_store, [document(*row) for row in texts])
    verdicts = [found.verdict.kind for found in compare_all(fresh_store)]
    assert verdicts == ["other-period"]


def test_two_cities_each_called_the_city_are_two(fresh_store: Store) -> None:
    lund = "Lund had 82,000 people in 2014. A second estimate for the same date counts 84,025 people inside the city limits."
    brno = "About 670,000 live inside the limits of the city corporation, and the wider metropolitan area had 912,000 people."
    ingest(fresh_store, [document("lund", lund, "2015-05-11"), document("brno", brno, "2009-01-19")])
    figures = [next(f for f in fresh_store.figures() if f.surface == surface) for surface in ("84,025", "912,000")]
    assert compare(fresh_store, *figures).kind == "not-comparable"


def test_compare_all_gives_each_pair_once(fresh_store: Store) -> None:
    ingest(fresh_store, [document("one", BASE), document("other", "Lund has a population of 61,000.")])
    assert [found.verdict.kind for found in compare_all(fresh_store, page=1)] == ["differ"]
