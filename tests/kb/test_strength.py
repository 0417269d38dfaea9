"""How strongly names are tied, and that a picture of many names tells what pictures of few tell."""

from __future__ import annotations

from itertools import combinations

import pytest

from kb.network.neighbourhood import FEW, TieFilter
from kb.network.strength import nearest_of, strengths_of, strongest_pairs
from kb.store import Store
from tests.kb.made_texts import article, put_all

MADE = [
    f"{first}{last} Ltd"
    for first in ("Bor", "Cal", "Dun", "Elm", "Fir", "Gus", "Hol")
    for last in "abdefghiklmnoprstuvwxyzäöüé012345"
]


@pytest.mark.parametrize(
    ("but", "least", "limit", "expected"),
    [
        ([], 1, -1, ([("a", 2), ("b", 1), ("c", 1)], 3)),
        ([], 1, 1, ([("a", 2)], 3)),
        (["a", "z"], 1, 9, ([("b", 1), ("c", 1)], 2)),
        ([], 2, 9, ([("a", 2)], 1)),
    ],
)
def test_strength_of_the_nearest(but, least, limit, expected):
    lines = [
        "a d1",
        "a d 2",
        "c d1",
        "b d1",
        "b d1",
    ]  # "b" is tied twice by one article; ids of articles may hold blanks
    assert nearest_of(lines, but=but, least=least, limit=limit) == expected


def test_strength_of_pairs():
    strengths = strengths_of(["0,b,a d1", "4,a,b d2", "4,a,c d1", "4,a,c d2", "1,c,d d1"], least=1)
    assert strengths == {"0,b,a": 1, "4,a,b": 1, "4,a,c": 2, "1,c,d": 1}
    assert strongest_pairs(strengths, 2) == {("a", "c"), ("a", "b")}
    assert strongest_pairs(strengths, 9) == {("a", "c"), ("a", "b"), ("c", "d")}


@pytest.mark.parametrize("filters", [TieFilter(), TieFilter(least=2)])
def test_many_names_are_tied_as_few_are(fresh_store: Store, filters):
    texts = [
        "\n".join(f"{one} met {other}." for one, other in zip(MADE, MADE[step:], strict=False)) for step in (1, 2, 5)
    ]
    put_all(
        fresh_store, [article(text + "\nAnd more.", dict.fromkeys(MADE, "ORG")) for text in (*texts, texts[0] + "\n")]
    )
    ids = sorted(entity.id for entity in fresh_store.entities())
    assert len(ids) > FEW
    many = fresh_store.ties_among(ids, filters)
    parts = [ids[start::4] for start in range(4)]
    few = {tie for one, other in combinations(parts, 2) for tie in fresh_store.ties_among([*one, *other], filters)}
    assert many == sorted(few, key=lambda tie: (-tie.documents, tie.source, tie.target))
    assert many
