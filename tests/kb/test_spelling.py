"""Misspelt names are put right where there is one name they must stand for."""

from __future__ import annotations

import pytest

from kb import ask
from kb.store import Store
from kb.words.spelling import near_entity
from tests.kb.made_texts import article, put_all

NAMES = {
    "Salamanca": "CITY", "Porto": "CITY", "Pescanova": "ORG", "Abel Caballero": "PERSON", "Rui Rio": "PERSON",
    "Pawel Adamowicz": "PERSON", "Premier League": "ORG", "Lindenberg": "CITY", "Lindenborg": "CITY",
}  # fmt: skip


@pytest.fixture
def store(fresh_store: Store) -> Store:
    put_all(fresh_store, [article("\n".join(f"{name} is here." for name in NAMES), NAMES)])
    return fresh_store


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Salamanka", "Salamanca"),
        ("Pescannova", "Pescanova"),
        ("Abel Cabalero", "Abel Caballero"),
        ("Pavel Adamowitz", "Pawel Adamowicz"),
        ("Porta", None),  # two short names may differ by one letter
        ("Rui Ryo", None),
        ("Abal Caballero", None),  # four letters say too little, beside whatever name
        ("Premer League", "Premier League"),
        ("Lindenburg", None),  # two names are as near
        ("Abel Carballo", None),
        ("Quillmark", None),
        ("", None),
    ],
)
def test_near_name(store: Store, name: str, meant: str | None) -> None:
    found = near_entity(store, name)
    assert (found and found.name) == meant


def test_what_was_put_right_is_said(store: Store) -> None:
    note = ask(store, "Where is Salamanka?").note
    assert note.startswith("Showing results for Salamanca: the articles do not have Salamanka.")
