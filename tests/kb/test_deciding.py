"""Decisions: what they do, that they last, and that undoing them gives the exact earlier graph."""

from __future__ import annotations

import pytest

from kb.check import check
from kb.merging.deciding import (
    DecisionError,
    confirm,
    decisions,
    keep_apart,
    merge,
    named_entity,
    rename,
    retype,
    split,
    take_out,
    undo,
)  # fmt: skip
from kb.store import Store
from tests.kb.made_texts import article, put_all

BY = {"who": "ana", "why": "I asked"}
SHIPS = article("The Anna Maru left Oslo.\nAnna Maru sank.", {"Anna Maru": "PERSON", "Oslo": "CITY"})
CAPTAIN = article("Anna Maru met Li Weihua in Oslo.", {"Anna Maru": "PERSON", "Li Weihua": "PERSON", "Oslo": "CITY"})
SHORT = article("Maru met Pedro Ruiz.", {"Maru": "PERSON", "Pedro Ruiz": "PERSON"})
OTHER = article("Weihua Li spoke for the Harbour Office.", {"Weihua Li": "PERSON", "Harbour Office": "ORG"})
OFFICE = article("The Port Office closed.", {"Port Office": "ORG"})
ARTICLES = [SHIPS, CAPTAIN, SHORT, OTHER, OFFICE]


@pytest.fixture
def store(fresh_store):
    put_all(fresh_store, ARTICLES)
    return fresh_store


def graph(store: Store) -> list[str]:
    """The base without its ledger."""
    return [line for line in store.dump() if not line.startswith('["decisions"')]


def names(store: Store) -> dict[str, int]:
    return {f"{row.name} {row.label}": row.documents for row in store.entities()}


DECISIONS = [
    (lambda store: merge(store, "Harbour Office", "Port Office", **BY), {"Harbour Office ORG": 2}, ["Port Office ORG"]),
    (lambda store: merge(store, "Anna Maru", "Port Office", **BY), {"Anna Maru PERSON": 3}, ["Port Office ORG"]),
    (
        lambda store: split(store, "Anna Maru", documents=[SHIPS[0].id], **BY),
        {"Anna Maru PERSON": 1, "Maru PERSON": 1},
        [],
    ),
    (
        lambda store: split(store, "Li Weihua", name="Weihua Li", **BY),
        {"Li Weihua PERSON": 1, "Weihua Li PERSON": 1},
        [],
    ),
    (lambda store: confirm(store, "Li Weihua", "Weihua Li", **BY), {"Li Weihua PERSON": 2}, []),
    (lambda store: keep_apart(store, "Anna Maru", "Maru", **BY), {"Maru PERSON": 1}, []),
    (lambda store: rename(store, "Anna Maru", "MV Anna Maru", **BY), {"MV Anna Maru PERSON": 2}, ["Anna Maru PERSON"]),
    (lambda store: retype(store, "Anna Maru", "PRODUCT", **BY), {"Anna Maru PRODUCT": 2}, ["Anna Maru PERSON"]),
    (lambda store: take_out(store, SHIPS[0].id, 4, **BY), {"Anna Maru PERSON": 2}, []),
    (lambda store: take_out(store, SHORT[0].id, 0, **BY), {}, ["Maru PERSON"]),
]


@pytest.mark.parametrize(("decide", "there", "gone"), DECISIONS)
def test_deciding_does_and_undoes(store, decide, there, gone):
    before = graph(store)
    decision = decide(store)
    decided = graph(store)
    assert decided != before or decision.do == "keep-apart"
    assert there.items() <= names(store).items()
    assert not set(gone) & names(store).keys()
    assert check(store) == []
    undone = undo(store, decision.id, who="li", why="a mistake")
    assert graph(store) == before
    assert check(store) == []
    undo(store, undone.id, **BY)
    assert graph(store) == decided


@pytest.mark.parametrize(("decide", "there", "gone"), DECISIONS)
def test_deciding_lasts(store, decide, there, gone):
    decide(store)
    decided = graph(store)
    for document, extraction in ARTICLES:
        store.put(document, extraction, rules="1")  # read in again
    assert graph(store) == decided
    store.remove([document.id for document, _ in ARTICLES[:3]])
    assert check(store) == []
    put_all(store, ARTICLES[2::-1])
    assert graph(store) == decided
    store.db.conn.execute("UPDATE naming SET version = 'older'")
    store.db.conn.commit()
    store.renew_entities()
    assert graph(store) == decided


def test_deciding_all_and_undoing_in_any_order(store):
    before = graph(store)
    made = [decide(store).id for decide in (DECISIONS[0][0], DECISIONS[2][0])]
    made.append(rename(store, "Pedro Ruiz", "Pedro Ruiz Soto", **BY).id)
    made.append(take_out(store, CAPTAIN[0].id, 0, **BY).id)
    for id in (made[1], made[3], made[0], made[2]):
        undo(store, id, **BY)
        assert check(store) == []
    assert graph(store) == before
    assert [decision.undone_by is None for decision in decisions(store)] == [False] * 4 + [True] * 4


def test_deciding_a_new_name_is_found(store):
    rename(store, "Li Weihua", "Li Weihua of Oslo", **BY)
    assert named_entity(store, "li weihua of oslo").id == named_entity(store, "Weihua Li").id


def test_deciding_holds_for_what_comes_later(fresh_store):
    put_all(fresh_store, [OTHER, OFFICE])
    merge(fresh_store, "Harbour Office", "Port Office", **BY)
    put_all(
        fresh_store, [article("Harbour Office, once Port Office.", {"Harbour Office": "ORG", "Port Office": "ORG"})]
    )
    assert names(fresh_store) == {"Harbour Office ORG": 3, "Weihua Li PERSON": 1}


@pytest.mark.parametrize(
    ("decide", "says"),
    [
        (lambda store: merge(store, "Nobody", "Oslo", **BY), "no entity is called 'Nobody'"),
        (lambda store: merge(store, "Oslo", "oslo", **BY), "are one entity"),
        (lambda store: confirm(store, "Li Weihua", "Li Weihua", **BY), "as another name"),
        (lambda store: confirm(store, "Li Weihua", "W. Li", **BY), "as another name"),
        (lambda store: split(store, "Oslo", documents=[OTHER[0].id], **BY), "is not in document"),
        (lambda store: split(store, "Pedro Ruiz", documents=[SHORT[0].id], **BY), "nothing to split"),
        (lambda store: split(store, "Oslo", name="Kristiania", **BY), "split it by --document"),
        (lambda store: rename(store, "Oslo", "  ", **BY), "at least one letter"),
        (lambda store: retype(store, "Oslo", "TOWN", **BY), "the kinds are PERSON, ORG"),
        (lambda store: take_out(store, OTHER[0].id, 3, **BY), "no name begins at character 3"),
        (lambda store: undo(store, 7, **BY), "there is no decision 7"),
    ],
)
def test_deciding_says_what_is_wrong(store, decide, says):
    before = list(store.dump())
    with pytest.raises(DecisionError, match=says):
        decide(store)
    assert list(store.dump()) == before
