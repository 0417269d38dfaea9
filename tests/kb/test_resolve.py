"""Who is who across texts. Each row: articles, each a text and its names, and the entities with their documents."""

from __future__ import annotations

from itertools import permutations

import pytest

from kb.resolve import Alias, canonical, entity_id, resolve_single
from kb.store import Store
from tests.kb.made_texts import article, names_in, put_all

PERSON, ORG, CITY = "PERSON", "ORG", "CITY"

ACME = article(
    "Maria Lopez runs Acme.\nLopez founded it in Lyon.",
    {"Maria Lopez": PERSON, "Lopez": (PERSON, "Maria Lopez"), "Acme": ORG, "Lyon": CITY},
)
LOPEZ_OF_ACME = article("Lopez sold Acme.", {"Lopez": PERSON, "Acme": ORG})
LOPEZ_ELSEWHERE = article("Lopez won the race in Oslo.", {"Lopez": PERSON, "Oslo": CITY})
PEDRO = article("Pedro Lopez sings in Quito.", {"Pedro Lopez": PERSON, "Quito": CITY})
MARIA_AGAIN = article("Ms. Maria López spoke in Oslo.", {"Ms. Maria López": PERSON, "Oslo": CITY})
BOTH = article("Maria Lopez met Lopez of Acme.", {"Maria Lopez": PERSON, "Lopez": PERSON, "Acme": ORG})
SUHARTO = article("Suharto spoke in Jakarta.", {"Suharto": PERSON, "Jakarta": CITY})
SUHARTO_AGAIN = article("President Suharto left.", {"President Suharto": PERSON})


MR_HILL = article("Mr. Hill sold Acme.", {"Hill": PERSON, "Acme": ORG})
MRS_HILL = article("Mrs. Hill left Acme.", {"Mrs. Hill": PERSON, "Acme": ORG})
HILL = article("Hill bought Acme.", {"Hill": PERSON, "Acme": ORG})
ROBERT = article("Robert Hill founded Acme.", {"Robert Hill": PERSON, "Acme": ORG})


def ids(*articles):
    return sorted(document.id for document, _ in articles)


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([ACME, MARIA_AGAIN], {"Maria Lopez": ids(ACME, MARIA_AGAIN)}),
        ([ACME, LOPEZ_OF_ACME], {"Maria Lopez": ids(ACME, LOPEZ_OF_ACME)}),
        ([ACME, LOPEZ_ELSEWHERE], {"Maria Lopez": ids(ACME), "Lopez": ids(LOPEZ_ELSEWHERE)}),
        (
            [ACME, MARIA_AGAIN, LOPEZ_ELSEWHERE],
            {"Maria Lopez": ids(ACME, MARIA_AGAIN, LOPEZ_ELSEWHERE)},
        ),
        (
            [ACME, PEDRO, LOPEZ_OF_ACME],
            {"Maria Lopez": ids(ACME), "Pedro Lopez": ids(PEDRO), "Lopez": ids(LOPEZ_OF_ACME)},
        ),
        (
            [LOPEZ_OF_ACME, LOPEZ_ELSEWHERE],
            {"Lopez": ids(LOPEZ_OF_ACME, LOPEZ_ELSEWHERE)},
        ),
        ([ACME, BOTH], {"Maria Lopez": ids(ACME, BOTH), "Lopez": ids(BOTH)}),
        ([MR_HILL, MRS_HILL], {"Hill": ids(MR_HILL), "Mrs. Hill": ids(MRS_HILL)}),
        ([ROBERT, MR_HILL, HILL], {"Robert Hill": ids(ROBERT, MR_HILL, HILL)}),
        ([ROBERT, MRS_HILL, MR_HILL], {"Robert Hill": ids(ROBERT, MR_HILL), "Mrs. Hill": ids(MRS_HILL)}),
        ([SUHARTO, SUHARTO_AGAIN], {"Suharto": ids(SUHARTO, SUHARTO_AGAIN)}),
    ],
)
def test_resolve_persons_in_any_order(fresh_store, articles, expected):
    dumps = set()
    for order in permutations(articles):
        put_all(fresh_store, list(order))
        assert names_in(fresh_store, PERSON) == expected
        dumps.add(tuple(fresh_store.dump()))
        fresh_store.remove([document.id for document, _ in articles])
        assert list(fresh_store.dump()) == []
    assert len(dumps) == 1


def test_resolve_merges_places_whatever_their_kind(fresh_store):
    put_all(
        fresh_store,
        [
            article("Georgia votes.", {"Georgia": "COUNTRY"}),
            article("Georgia sings.", {"Georgia": "COUNTRY"}),
            article("Rain in Georgia.", {"Georgia": "REGION"}),
            article("Georgia wrote.", {"Georgia": "PERSON"}),
        ],
    )
    assert [(row.name, row.label, row.documents) for row in fresh_store.entities()] == [
        ("Georgia", "COUNTRY", 3),
        ("Georgia", "PERSON", 1),
    ]


def test_resolve_dates_are_no_entities(fresh_store):
    put_all(fresh_store, [article("Rain on Friday.", {"Friday": "DATE"})])
    assert fresh_store.entities() == []
    assert [(mention.surface, mention.entity) for mention in fresh_store.mentions()] == [("Friday", None)]


def test_resolve_names_an_entity_as_most_documents_do(fresh_store):
    spellings = ["Ford Motor Co", "Ford Motor Company", "Ford Motor Company"]
    put_all(fresh_store, [article(f"{name} grew by {i}.", {name: ORG}) for i, name in enumerate(spellings)])
    assert [(row.name, row.aliases) for row in fresh_store.entities()] == [("Ford Motor Company", ("Ford Motor Co",))]
    fresh_store.remove([row.document for row in fresh_store.search(["1", "2"]) for row in [row.sentence]])
    assert [(row.name, row.aliases) for row in fresh_store.entities()] == [("Ford Motor Co", ())]


def test_resolve_every_merge_has_score_and_reason(fresh_store: Store):
    put_all(fresh_store, [ACME, LOPEZ_OF_ACME, MARIA_AGAIN])
    sql = "SELECT name, score, reason FROM referents WHERE label = 'PERSON' ORDER BY name"
    assert fresh_store.db.conn.execute(sql).fetchall() == [
        ("Lopez", 0.8, "the only fuller name with 'lopez' is 'maria lopez', in a text that names the same things"),
        ("Maria Lopez", 1.0, "the same name"),
        ("Ms. Maria López", 0.95, "the same name but for 'ms'"),
    ]


@pytest.mark.parametrize(
    ("full", "beside", "entity"),
    [
        ([], False, entity_id("person", "lopez")),
        ([("e1", "maria lopez")], True, "e1"),
        ([("e1", "maria lopez")], False, entity_id("person", "lopez", "d1")),
        ([("e1", "maria lopez"), ("e2", "pedro lopez")], True, entity_id("person", "lopez", "d1")),
    ],
)
def test_resolve_single(full, beside, entity):
    assert resolve_single("lopez", "d1", full, beside=beside).entity == entity


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ([Alias("Xu", "PERSON", "xu", 9), Alias("Xu Li", "PERSON", "xu li", 1)], ("Xu Li", "PERSON")),
        ([Alias("A B", "CITY", "xu li", 1), Alias("A-B", "PLACE", "xu li", 2)], ("A-B", "PLACE")),
        ([Alias("A B", "PLACE", "xu li", 1), Alias("A B", "CITY", "xu li", 1)], ("A B", "CITY")),
        ([Alias("XU LI", "CITY", "xu li", 3), Alias("Xu Li", "CITY", "xu li", 3)], ("Xu Li", "CITY")),
        ([Alias("XU LI", "CITY", "xu li", 3), Alias("Xu Li", "CITY", "xu li", 1)], ("Xu Li", "CITY")),  # datelines
        ([Alias("NATO", "ORG", "xu li", 3), Alias("Nato", "ORG", "xu li", 1)], ("NATO", "ORG")),
        ([Alias("Mr Xu Li", "PERSON", "xu li", 3), Alias("Xu Li", "PERSON", "xu li", 1)], ("Xu Li", "PERSON")),
    ],
)
def test_resolve_canonical(aliases, expected):
    assert canonical(aliases, {"xu li"}) == expected


def test_resolve_a_single_name_with_a_generation(fresh_store):
    """ "Smith III" is a single name of two words."""
    put_all(fresh_store, [article("Smith III met Ann Smith in Oslo.", {"Smith III": PERSON, "Ann Smith": PERSON})])
    assert names_in(fresh_store, PERSON).keys() == {"Smith III", "Ann Smith"}
