"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from extract.amounts.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sold 1,234,567 units", [("1,234,567", 1234567)]),
        ("12,34,567.89 rupees", [("12,34,567.89", 1234567.89)]),
        ("816 000 t of coal", [("816 000", 816000)]),
        ("40\u202f000 seats", [("40\u202f000", 40000)]),
        ("1.111,11 or 1,111.11", [("1.111,11", 1111.11), ("1,111.11", 1111.11)]),
        ("a rate of .5 in 5,00", [(".5", 0.5), ("5,00", 5)]),
        ("1.3e6, 1.3x10^6 and 5.5×10⁻³", [("1.3e6", 1300000), ("1.3x10^6", 1300000), ("5.5×10⁻³", 0.0055)]),
        ("2½ cups, ¾ full, 10 1/2 miles, 3/4 of it", [("2½", 2.5), ("¾", 0.75), ("10 1/2", 10.5), ("3/4", 0.75)]),
        ("on 9/11, open 24/7", []),
    ],
)
def test_digits(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in find_numbers(text)] == [
        (surface, pytest.approx(value)) for surface, value in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three million, two hundred & forty people", [("three million, two hundred & forty", 3000240)]),
        ("two hundred and five cars and six vans", [("two hundred and five", 205), ("six", 6)]),
        ("Twenty-six died", [("Twenty-six", 26)]),
        ("0 million, two million, a million", [("0 million", 0), ("two million", 2e6), ("a million", 1e6)]),
        (
            "6 and two thirds, a hundred and three quarters",
            [("6 and two thirds", 20 / 3), ("a hundred and three quarters", 100.75)],
        ),
        ("16.4 million and 3.8 billion", [("16.4 million", 16400000), ("3.8 billion", 3800000000)]),
        ("3 crore 20 lakh, three lakh crore", [("3 crore 20 lakh", 32000000), ("three lakh crore", 3e12)]),
        (
            "a hundred thousand, a dozen, two dozen",
            [("a hundred thousand", 100000), ("a dozen", 12), ("two dozen", 24)],
        ),
        ("two and a half million", [("two and a half million", 2500000)]),
        ("one million and a half", [("one million and a half", 1500000)]),
        ("one-and-a-half miles, five and a quarter", [("one-and-a-half", 1.5), ("five and a quarter", 5.25)]),
        ("nine point nought four", [("nine point nought four", 9.04)]),
        ("two hundred point zero three", [("two hundred point zero three", 200.03)]),
        ("half a million, quarter million", [("half a million", 500000), ("quarter million", 250000)]),
        ("three quarters of a billion", [("three quarters of a billion", 750000000)]),
        ("per million, the hundred, multi-million", []),
    ],
)
def test_words(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two thirds of voters", [("two thirds", 2 / 3)]),
        ("rose by a third.", [("a third", 1 / 3)]),
        ("one-fifth of it, three-quarters", [("one-fifth", 0.2), ("three-quarters", 0.75)]),
        ("half of them, almost half the vote", [("half", 0.5), ("half", 0.5)]),
        ("the second half, a year and a half", []),
        ("in the third quarter", [("third", 3)]),
        ("a third man", [("third", 3)]),
    ],
)
def test_fractions_and_what_only_looks_like_them(text: str, expected: list[tuple[str, float]]) -> None:
    found = [(text[n.start : n.end], n.value) for n in find_numbers(text)]
    assert found == [(surface, pytest.approx(value)) for surface, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dozens of people", [(12, 120)]),
        ("tens of millions of dollars", [(1e7, 1e8)]),
        ("hundreds of thousands fled", [(1e5, 1e6)]),
        ("several hundred metres", [(100, 1000)]),
        ("a few thousand jobs", [(1000, 10000)]),
        ("in the tens and twenties", []),
    ],
)
def test_vague_numbers_run_from_one_to_ten_of_their_scale(text: str, expected: list[tuple[float, float]]) -> None:
    assert [(n.value, n.high) for n in find_numbers(text) if n.form == "vague"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fifth and 21st", [("fifth", 5), ("21st", 21)]),
        (
            "twenty-first, twenty-second, forty-seventh",
            [("twenty-first", 21), ("twenty-second", 22), ("forty-seventh", 47)],
        ),
    ],
)
def test_ordinals(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in find_numbers(text) if n.form == "ordinal"] == expected
