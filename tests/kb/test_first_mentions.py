"""Lists by SQL are the lists that whole tables give."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb.ingest import ingest
from kb.kinds.lists import answer_mentioned, answer_quoted_list
from kb.kinds.within import Within
from kb.questions import read_question
from kb.store import Store

TEXTS = (
    "Brewers in Pilsen met. The Czech brewer Koruna sells beer in Prague. Koruna is a company. Prague is old.",
    "Masaryk University is in Brno. Anna Kolar, the mayor of Brno, said that Brno grows. Brno, Brno and Brno grew.",
    "Koruna Inc bought two breweries. “Beer is dear,” said Petr Novak, a farmer from Pilsen. He likes Masaryk University.",
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = Store(Database(memory=True))
    ingest(store, [Document(f"d{n}", text, f"/{n}", f"{n:064}") for n, text in enumerate(TEXTS)])
    yield store
    store.close()


@pytest.mark.parametrize("noun", ["cities", "people", "companies", "universities", "mayors", "places"])
def test_names_and_citations_are_the_same(store: Store, noun: str) -> None:
    question = read_question(f"Which {noun} are mentioned?")
    whole = Within(store, documents=[row.id for row in store.documents()])
    assert answer_mentioned(store, question) == answer_mentioned(whole, question)


def test_each_name_is_cited_a_few_times_only(store: Store) -> None:
    found = answer_mentioned(store, read_question("Which cities are mentioned?"))
    assert found is not None
    assert {"Pilsen", "Prague", "Brno"} <= {item.text for item in found.items}
    assert max(len(item.citations) for item in found.items) <= 3


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which people are quoted?", {"Anna Kolar", "Petr Novak"}),
        ("Which mayors are quoted?", {"Anna Kolar"}),
        ("Who is quoted on beer?", {"Petr Novak"}),
    ],
)
def test_who_is_quoted(store: Store, question: str, names: set[str]) -> None:
    found = answer_quoted_list(store, read_question(question))
    assert found is not None
    assert {item.text for item in found.items} == names
