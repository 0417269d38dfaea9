"""Lists and tables over the whole base."""

from __future__ import annotations

import dataclasses

import pytest

from extract.types import Document, Phrase
from kb import ask
from kb.store import Store
from tests.kb.asked_base import CANAL, HARBOUR, extracted, fill

CITIES = "Albany has 100,000 people. Buffalo has 276,000 people. Harwich has fewer."


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fill(fresh_store, [("harbour", HARBOUR, None), ("canal", CANAL, None)])
    return fresh_store


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Which people are quoted?", ["Marta Quill"]),
        ("Who is quoted in the articles?", ["Marta Quill"]),
        ("Which cities are mentioned?", ["Albany", "Buffalo", "Harwich"]),
        ("List all cities.", ["Albany", "Buffalo", "Harwich"]),
        ("What places are named in these articles?", ["Albany", "Buffalo", "Harwich", "Erie Canal"]),
    ],
)
def test_list(store: Store, question: str, items: list[str]) -> None:
    found = ask(store, question)
    assert found.kind == "list"
    assert [item.text for item in found.items] == items
    assert all(item.citations for item in found.items)


def test_a_list_of_nothing_is_an_ordinary_question(store: Store) -> None:
    assert ask(store, "Which industries are mentioned?").items == ()


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Which cities have more than 150,000 people?", ["Buffalo: 276,000"]),
        ("Which cities have fewer than 150 thousand people?", ["Albany: 100,000"]),
        ("Which cities have at least 100,000 people?", ["Albany: 100,000", "Buffalo: 276,000"]),
        ("Which cities have a population of over 200,000?", ["Buffalo: 276,000"]),
    ],
)
def test_table(fresh_store: Store, question: str, items: list[str]) -> None:
    put_cities(fresh_store)
    found = ask(fresh_store, question)
    assert [item.text for item in found.items] == items
    assert found.kind == "table"
    assert found.items[0].citations[0].answer == items[0].split(": ")[1]


def put_cities(store: Store) -> None:
    """A document whose figures have their subjects."""
    document = Document("cities", CITIES, "/articles/cities.txt", "0" * 64)
    found = extracted(document)
    figures = []
    for mention, surface, value in zip(found.mentions, ("100,000", "276,000"), (1e5, 2.76e5), strict=False):
        start = CITIES.index(surface)
        subject = Phrase(mention.start, mention.end, mention.surface, mention.entity)
        figures.append(figure(mention.sentence, start, surface, value, subject))
    store.put(document, dataclasses.replace(found, figures=tuple(figures)), rules="by hand")


def figure(sentence: int, start: int, surface: str, value: float, subject: Phrase):
    from extract.types import Figure

    return Figure(sentence, start, start + len(surface), surface, "count", value, None, "person", subject=subject)
