"""Documents, figures and quotes page by page, in one order, whatever the filters hold."""

from __future__ import annotations

import pytest

from extract.types import Document, Extraction, Figure, Quote, Sentence
from kb.base.paging import FigureFilter, QuoteFilter
from kb.store import Store

HOSTILE = ["'; DROP TABLE figures; --", "%", "_", "\\", '"', "\x00", "\ud800", "a" * 100_000, "NEAR(", "*"]


def put(store: Store, number: int) -> None:
    text = f"It cost {number} euros, he said."
    start = text.index(str(number))
    words = f"{number} euros"
    store.put(
        Document(f"d{number}", text, f"/press/{number}.txt", "0", published=f"20{number:02}-05-01"),
        Extraction(
            f"d{number}",
            (Sentence(0, len(text), text, 0),),
            figures=(Figure(0, start, start + len(words), words, "money", float(number), None, "EUR"),),
            quotes=(Quote(0, 0, start + len(words), text[: start + len(words)], direct=False),),
        ),
        rules="by hand",
    )


@pytest.fixture
def store(fresh_store):
    for number in (11, 13, 10, 12, 14):
        put(fresh_store, number)
    return fresh_store


def test_pages_follow_one_another(store):
    pages = [store.figure_page(FigureFilter(), limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [[figure.value for figure in page] for page in pages] == [[14.0, 13.0], [12.0, 11.0], [10.0], []]
    pages = [store.quote_page(QuoteFilter(), limit=3, offset=offset) for offset in (0, 3)]
    assert [[quote.sentence.document for quote in page] for page in pages] == [["d14", "d13", "d12"], ["d11", "d10"]]
    assert [row.id for row in store.documents(limit=2, offset=2)] == ["d12", "d11"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2011", "2012", 2),
        ("2011-05", "2011-05", 1),
        ("2011-05-02", "2011", 0),
        (None, "2010", 1),
        ("2014-05-01", "", 1),
    ],
)
def test_both_days_count(store, since, until, found):
    assert store.figure_count(FigureFilter(since=since, until=until)) == found
    assert store.quote_count(QuoteFilter(since=since, until=until)) == found
    assert store.document_count(since=since, until=until) == found
    assert len(store.documents(since=since, until=until)) == found


def test_counts_are_those_of_the_pages(store):
    for filters in (
        FigureFilter(),
        FigureFilter(unit="EUR"),
        FigureFilter(source="11.txt"),
        FigureFilter(kind="count"),
    ):
        assert store.figure_count(filters) == len(store.figure_page(filters, limit=100))
    assert store.figure_units() == ["EUR"]
    assert store.figure_units(kind="count") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_looked_for_is_only_text(store, text):
    clean = text.replace("\ud800", "?")
    assert store.figure_page(FigureFilter(what=clean, subject=clean, unit=clean, source=clean), limit=5) == []
    assert store.quote_page(QuoteFilter(speaker=clean, topic=clean), limit=5) == []
    assert store.document_count(like=clean) == 0
    assert store.figure_count(FigureFilter()) == 5
