"""Articles that are copies of one another."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from extract.types import Document, Extraction, Sentence
from kb.base.near_duplicates import groups, same, sign
from kb.check import check
from kb.store import Store

WORDS = "harbour quay ferry crane dock pilot tide mayor vote budget wage strike cargo grain timber coal steel winter".split()


def story(seed: int, words: int = 220) -> str:
    """A text of made-up words, the same for the same seed."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(40)}" for _ in range(words))


def put(store: Store, id: str, text: str, published: str | None = None) -> None:
    sentence = Sentence(0, len(text), text, 0)
    store.put(Document(id, text, f"/{id}.txt", "0", published=published), Extraction(id, (sentence,)), rules="1")


def copies(store: Store) -> dict[str, str]:
    return {row.id: row.original for row in store.documents() if row.original}


BASE = story(1)
EDITED = " ".join(word if number % 40 else "changed" for number, word in enumerate(BASE.split()))
SHORTENED = " ".join(BASE.split()[:165])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BASE, BASE.upper().replace(" ", ",\n"), True),
        (BASE, EDITED, True),
        (BASE, SHORTENED, True),
        (BASE, story(2), False),
        (BASE, " ".join(BASE.split()[:60]), False),
    ],
)
def test_same(one, other, expected):
    assert same(sign(one), sign(other)) is expected


@pytest.mark.parametrize("text", ["", "two words", "again " * 500, "\ud800 " * 30, "東京は日本の首都です。" * 40])
def test_short_and_strange_texts_are_not_compared(text):
    assert sign(text) is None


def test_signatures_do_not_change_with_time():
    # Stored signatures are compared with new ones: another library or another release must not give others.
    assert list(sign(BASE)[:3]) == PINNED


PINNED = [1140894122, 961538677, 400853913]


def test_groups_reach_through_others():
    chain = [" ".join(BASE.split()[start : start + 150]) for start in (0, 30, 60)]
    signatures = {str(number): sign(text) for number, text in enumerate(chain)}
    assert not same(signatures["0"], signatures["2"])
    assert groups(signatures) == [{"0", "1", "2"}]


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_groups_are_the_same_in_any_order_and_fall_apart_again(fresh_store, order):
    texts = {"a": BASE, "b": EDITED, "c": SHORTENED}
    put(fresh_store, "x", story(3))
    before = list(fresh_store.dump())
    for id in order:
        put(fresh_store, id, texts[id], {"a": None, "b": "2001-05", "c": "2003"}[id])
    assert copies(fresh_store) == {"a": "b", "b": "b", "c": "b"}
    fresh_store.remove(["b"])
    assert copies(fresh_store) == {"a": "c", "c": "c"}
    fresh_store.remove(["c"])
    assert copies(fresh_store) == {}
    fresh_store.remove(["a"])
    assert list(fresh_store.dump()) == before
    assert check(fresh_store) == []
