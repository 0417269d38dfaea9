"""Same name, other bearer: articles that tell two of one name apart, and articles that do not."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from extract.types import Mention
from kb.check import check
from kb.merging import deciding
from kb.merging.review import proposals
from kb.store import Store
from tests.kb.made_texts import article, put_all

NAMES = {
    "Rosa Delgado": "PERSON",
    "Tom Verhoeven": "PERSON",
    "Kestrel Bank": "ORG",
    "Harbour Club": "ORG",
    "Springfield": "CITY",
    "Ohio": "REGION",
    "Illinois": "REGION",
    "Georgia": "COUNTRY",
    "Tbilisi": "CITY",
    "Atlanta": "CITY",
    "London": "CITY",
    "Ontario": "REGION",
    "Germany": "COUNTRY",
    "Austria": "COUNTRY",
}
STRIKER = "Rosa Delgado, a striker, scored twice for Harbour Club."
HEALTH = "Rosa Delgado, the minister of health, opened a clinic."
PLAIN = "Rosa Delgado waved from the balcony."
MINISTER_OF_CLUB = "The minister Rosa Delgado visited Harbour Club."
FRENCH = "French boxer Rosa Delgado won."
KENYAN = "Rosa Delgado is a Kenyan sprinter."
EARLY = "Rosa Delgado (1802-1871) painted boats."
LATE = "Rosa Delgado, born 3 May 1990 in a village, sings."

GOALS = "Rosa Delgado scored in the match.\nThe league season went on, and her goals won the championship."
SONGS = "Rosa Delgado sings on the album.\nThe band has songs, films and a novel behind it."
STANDS = "Rosa Delgado waved.\nThe league season went on, and the match ended the championship."


def told(*texts: str) -> list[list[int]]:
    """The numbers of the texts that name one entity, for each that the first name of the first text may be."""
    with closing(Store(Database(memory=True))) as store:
        made = [article(text, NAMES) for text in texts]
        put_all(store, made)
        place = {document.id: number for number, (document, _) in enumerate(made)}
        name = made[0][1].mentions[0].surface
        found = [
            sorted({place[m.sentence.document] for m in store.mentions(entity=row.id)})
            for row in store.entities()
            if row.name == name
        ]
        assert check(store) == []
    return sorted(found)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((STRIKER, HEALTH), [[0], [1]]),
        ((STRIKER, PLAIN), [[0, 1]]),
        ((STRIKER, HEALTH, PLAIN, HEALTH + " It rained."), [[0], [1, 2, 3]]),
        ((STRIKER, MINISTER_OF_CLUB), [[0, 1]]),
        ((STRIKER, "The minister met Rosa Delgado."), [[0, 1]]),
        ((FRENCH, KENYAN), [[0], [1]]),
        ((GOALS, SONGS), [[0], [1]]),
        ((GOALS, GOALS + " It rained."), [[0, 1]]),
        ((STANDS, SONGS), [[0, 1]]),  # no sentence that names her is about sport
        ((GOALS + " Harbour Club paid.", SONGS + " Harbour Club paid."), [[0, 1]]),
        ((GOALS + " Rosa Delgado, a singer, left.", SONGS + " Rosa Delgado, a singer, left."), [[0, 1]]),
        ((EARLY, LATE), [[0], [1]]),
        ((EARLY, "Rosa Delgado, born 1803, wrote."), [[0, 1]]),
        (("Mr. Rosa Delgado left.", "Mrs. Rosa Delgado came."), [[0], [1]]),
        (("Springfield, Ohio, has a mill.", "Springfield, Illinois, has a fair."), [[0], [1]]),
        (("Springfield, Ohio, has a mill.", "Springfield has a fair."), [[0, 1]]),
        (("London, Ontario, has a mill.", "London has a fair."), [[0], [1]]),
        (
            ("Georgia sings; rain in Tbilisi.", "Georgia votes.", "Georgia? In Atlanta, Georgia, it rains."),
            [[0, 1], [2]],
        ),
        (("Germany, Austria and others agreed.", "Germany left."), [[0, 1]]),
    ],
)
def test_namesakes(texts, expected):
    assert told(*texts) == expected


def test_gender_of_pronouns_tells_apart_only_when_said_twice():
    both = [
        (["He", "his"], ["She", "her"], 2),
        (["He"], ["She"], 1),
        (["He", "her"], ["She", "her"], 1),
    ]
    for one, other, expected in both:
        with closing(Store(Database(memory=True))) as store:
            put_all(store, [_with_pronouns(one), _with_pronouns(other)])
            assert len(store.entities(label="PERSON")) == expected


def _with_pronouns(words):
    text = "Rosa Delgado came. " + " and ".join(f"{word} left" for word in words) + "."
    document, found = article(text, NAMES)
    pronouns = tuple(
        Mention(0, at, at + len(word), word, "PERSON", 0, "pronoun")
        for word in words
        for at in [text.index(f"{word} left")]
    )
    return document, replace(found, mentions=found.mentions + pronouns)


def test_namesakes_are_proposed_with_what_tells_them_apart(fresh_store):
    put_all(fresh_store, [article(STRIKER, NAMES), article(HEALTH, NAMES)])
    found = [p for p in proposals(fresh_store) if p.reasons[0] == "same name, other context"]
    assert [(p.do, p.reasons[1]) for p in found] == [("merge", "works in politics and sport")]


def test_namesakes_merged_by_people_and_parted_again(fresh_store):
    put_all(fresh_store, [article(STRIKER, NAMES), article(HEALTH, NAMES)])
    before = [line for line in fresh_store.dump() if not line.startswith('["decisions"')]
    one, other = fresh_store.ids_of("Rosa Delgado")
    decision = deciding.merge(fresh_store, one, other, who="me", why="she was both")
    assert len(fresh_store.entities(label="PERSON")) == 1
    fresh_store.put(*article(STRIKER + " Again.", NAMES), rules="1")
    fresh_store.remove([article(STRIKER + " Again.", NAMES)[0].id])
    assert len(fresh_store.entities(label="PERSON")) == 1
    deciding.undo(fresh_store, decision.id, who="me", why="she was not")
    assert [line for line in fresh_store.dump() if not line.startswith('["decisions"')] == before
    assert check(fresh_store) == []


TEXTS = [
    STRIKER, HEALTH, PLAIN, MINISTER_OF_CLUB, FRENCH, KENYAN, EARLY, LATE, "Delgado sold Kestrel Bank.",
    "Rosa Delgado, a poet, left Kestrel Bank.", "Tom Verhoeven, a poet, met Rosa Delgado at Kestrel Bank.",
    GOALS, SONGS, "Mrs. Delgado sold Kestrel Bank.", "Springfield, Ohio, and Kestrel Bank.", "Springfield, Illinois, and Kestrel Bank.", "Springfield sleeps.",
]  # fmt: skip
ARTICLES = {
    document.id: (document, found)
    for document, found in (article(text, NAMES | {"Delgado": "PERSON"}) for text in TEXTS)
}


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(sorted(ARTICLES)), max_size=16))
def test_namesakes_are_what_a_fresh_build_gives(steps):
    with closing(Store(Database(memory=True))) as lived, closing(Store(Database(memory=True))) as built:
        for id in steps:
            if lived.document(id):
                lived.remove([id])
            else:
                lived.put(*ARTICLES[id], rules="1")
        for id in sorted(row.id for row in lived.documents()):
            built.put(*ARTICLES[id], rules="1")
        assert list(lived.dump()) == list(built.dump())
        assert check(lived) == []


def test_namesakes_are_the_same_in_any_order():
    dumps = set()
    for order in permutations([article(text, NAMES) for text in (STRIKER, HEALTH, MINISTER_OF_CLUB, EARLY)]):
        with closing(Store(Database(memory=True))) as store:
            put_all(store, list(order))
            dumps.add(tuple(store.dump()))
    assert len(dumps) == 1
