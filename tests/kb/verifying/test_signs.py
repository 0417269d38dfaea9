"""Signs that a sentence supports or contradicts a claim."""

from __future__ import annotations

import pytest

from kb.verifying import signs
from kb.verifying.numbers import read_months, read_numbers
from kb.verifying.opposites import are_opposites
from kb.verifying.opposition import opposition
from kb.verifying.pairs import read_pair
from kb.verifying.signs import SIGNS
from kb.verifying.weighing import WEIGHTS, support


def test_every_sign_is_weighed():
    assert list(WEIGHTS) == [sign.__name__ for sign in SIGNS]


@pytest.mark.parametrize(
    ("sign", "claim", "evidence", "expected"),
    [
        (signs.coverage, "The mill closed early", "The mill closed.", 2 / 3),
        (signs.all_covered, "The mill closed", "The old mill was closing.", 1.0),
        (signs.last_word_missing, "Anna plays the flute", "Anna plays the oboe.", 1.0),
        (signs.other_name_instead, "He moved to Oslo", "He moved to Bergen.", 1.0),
        (signs.other_name_instead, "He moved to Oslo", "He moved away.", 0.0),
        (signs.year_against_year, "It opened in 1931", "It opened in 1934.", 1.0),
        (signs.year_against_year, "It opened in the 1930s", "It opened in 1934.", 0.0),
        (signs.year_confirmed, "It was built in the 19th century", "It was built in 1850.", 1.0),
        (signs.number_against_number, "It has three masts", "It has two masts.", 1.0),
        (signs.number_against_number, "It has three masts", "It has masts.", 0.0),
        (signs.month_against_month, "They met in May", "They met in June.", 1.0),
        (signs.bound_kept, "More than 300 came", "Some 420 came.", 1.0),
        (signs.bound_broken, "More than 300 came", "Some 120 came.", 1.0),
        (signs.denied_in_claim_only, "It never rained", "It rained.", 0.5),
        (signs.denied_in_evidence_only, "It rained", "It never rained.", 1.0),
        (signs.opposite_word, "Prices rose", "Prices fell.", 1.0),
        (signs.opposite_word, "Prices rose", "Prices rose and fell.", 0.0),
        (signs.sweeping_word_missing, "It was the only school", "It was a school.", 1.0),
        (signs.pairs_covered, "The mill pond froze", "The mill pond froze.", 1.0),
        (signs.order_changed, "Anna taught Clara", "Clara taught Anna.", 1.0),
        (signs.near_words, "A Norwegian mill", "A mill in Norway.", 0.25),
        (signs.claim_grants, "It has several masts", "It has masts.", 1.0),
        (signs.claim_grants, "It has masts", "It has several masts.", 0.0),
        (signs.claim_leaves_open, "It has nearly ten masts", "It has masts.", 1.0),
        (signs.best_sentence, "The mill burned", "The mill stood. A barn burned.", 0.5),
    ],
)
def test_sign(sign, claim, evidence, expected):
    assert sign(read_pair(claim, evidence)) == pytest.approx(expected)


def test_the_title_says_what_it_is_about():
    assert read_pair("Ada Bell grows apples", "She grows apples.", "Ada Bell").missing == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("in 1984", [(1984, 1984, True)]),
        ("the 1980s and the 1900s", [(1980, 1989, True), (1900, 1999, True)]),
        ("1,984 of 2.5 million", [(1984, 1984, False), (2.5e6, 2.5e6, False)]),
        ("the 20th century", [(1900, 2000, True)]),
        ("twelve boats, twice", [(12, 12, False), (2, 2, False)]),
        ("one of the first", []),
    ],
)
def test_read_numbers(text, spans):
    assert [(n.low, n.high, n.is_time) for n in read_numbers(text)] == spans


def test_read_months():
    assert read_months("In May it may rain, march or not, in June") == {"May", "June"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("rose", "falls", True), ("able", "unable", True), ("largest", "smallest", True), ("rose", "grew", False),
     ("manager", "management", False), ("in", "inin", False)],
)  # fmt: skip
def test_are_opposites(one, other, expected):
    assert are_opposites(one, other) == are_opposites(other, one) == expected


@pytest.mark.parametrize(
    ("claim", "evidence", "why"),
    [
        ("The fair opened in 1931", "The fair opened in 1934.", "a sentence gives another time"),
        ("The fair opened in May", "The fair opened in July.", "a sentence gives another time"),
        ("The fair drew 9 crowds", "The fair drew 4 crowds.", "a sentence gives another number"),
        ("The council approved it", "The council rejected it.", "a sentence says the opposite"),
        ("The council approved it", "The council never met.", ""),
        ("Nobody came to the fair in 1931", "Nobody came to the fair in 1934.", ""),
        ("The fair drew 9 crowds in 1931", "The fair drew 4 crowds in 1934.", ""),
    ],
)
def test_opposition(claim, evidence, why):
    assert opposition(read_pair(claim, evidence)) == why


def test_support_falls_with_what_opposes():
    said = support(read_pair("The fair opened in Leeds in 1934", "The fair opened in Leeds in 1934."))
    opposed = support(read_pair("The fair opened in Leeds in 1931", "The fair opened in Leeds in 1934."))
    assert 1 > said > 0.5 > opposed > 0
