"""Values stated in so many words: text in, what is stated of whom for when out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb.ingest import ingest
from kb.kinds.measures import measure_in
from kb.kinds.stated import sentences_on, stated_in
from kb.store import Store

PEOPLE = [
    ("Leon had 131,411 inhabitants in 2012, down from 135,119 in 2002.", [("Leon", "131,411", 2012), ("Leon", "135,119", 2002)]),
    ("The population of Burgos was about 179,000 in 2013.", [("Burgos", "179,000", 2013)]),
    ("Toledo, once the capital of Spain, had 83,000 inhabitants in 2012.", [("Toledo", "83,000", 2012)]),
    ("Some 52,000 people live in Soria.", [("Soria", "52,000", None)]),
    ("Cadiz (population 124,000) is a port.", [("Cadiz", "124,000", None)]),
    ("In 2010, Malaga had a population of 568,507.", [("Malaga", "568,507", 2010)]),
    ("With 210,000 people, Pamplona is the capital of Navarre.", [("Pamplona", "210,000", None)]),
    ("Zaragoza is a city of 674,000 people.", [("Zaragoza", "674,000", None)]),
    ("Almeria's population was 190,000 in 2011.", [("Almeria", "190,000", 2011)]),
    ("The population of Porto fell to 237,584 in 2011 from 263,131 in 2001.", [("Porto", "237,584", 2011), ("Porto", "263,131", 2001)]),
    ("Vigo is home to 296,479 people. It had 280,000 in 1990.", [("Vigo", "296,479", None), ("Vigo", "280,000", 1990)]),
    ("Known for glass, Segovia has many visitors. With over 51,000 people, though, it is a town.", [("Segovia", "51,000", None)]),
    ("Thanks to its mines, Jaen is rich. With 112,000 people, though, it is small.", [("Jaen", "112,000", None)]),
    # What is of a part, of something else, or not said to be so, states nothing.
    ("If Zamora had 100,000 people, it would have a theatre.", []),
    ("Half of Seville has 350,000 people without water.", []),
    ("Avila lost 3,000 people in 2012.", []),
    ("Madrid has 40,000 people in prison.", []),
    ("Bilbao has 12,000 people who speak Basque at home.", []),
    ("The mayor of Huelva has 9,000 people in his district.", []),
    ("Granada’s zoo has 300,000 visitors and 20 people on its staff.", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = Store(Database(memory=True))
    ingest(store, [Document(f"{n:03}", text, f"/{n}", f"{n:064}") for n, (text, _) in enumerate(PEOPLE)])
    yield store
    store.close()


@pytest.mark.parametrize("number", range(len(PEOPLE)))
def test_people(store: Store, number: int) -> None:
    measure = measure_in("people")
    assert measure is not None
    rows = stated_in(store, store.sentences(f"{number:03}"), measure)
    assert [(s.holder.name, s.figure.surface, s.year) for s in rows] == PEOPLE[number][1]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("people live", "population"),
        ("inhabitants", "population"),
        ("employs people", "people employed"),
        ("unemployment rate", "unemployment"),
        ("fishing boats", "fishing boats"),
        ("the number of", None),
    ],
)
def test_measure(words: str, name: str | None) -> None:
    measure = measure_in(words)
    assert (measure and measure.name) == name


def test_sentences_are_found_by_the_words_of_the_measure(store: Store) -> None:
    measure = measure_in("people")
    assert measure is not None
    found = {row.document for row in sentences_on(store, measure)}
    assert {f"{n:03}" for n, (_, stated) in enumerate(PEOPLE) if stated} <= found
