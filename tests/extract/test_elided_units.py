"""A unit printed once for several figures."""

from __future__ import annotations

import pytest

from tests.extract.printed_figures import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose 6.1 percent in Leeds from 5.4 in March.", [(6.1, "percent"), (5.4, "percent")]),
        ("Turnout was 71%, compared with 66.", [(71, "percent"), (66, "percent")]),
        ("It made $4.1bn, up from 3.6 a year earlier.", [(4.1e9, "USD"), (3.6e9, "USD")]),
        ("Profit came to £1.3bn against 880m then.", [(1.3e9, "GBP"), (880e6, "GBP")]),
        ("yields of 7.2 tonnes versus 6.8", [(7.2, "tonne"), (6.8, "tonne")]),
        ("exports of 12.5 million tonnes, down from 14.1 million", [(12.5e6, "tonne"), (14.1e6, "tonne")]),
        ("Forecasts went up to between 4 and 5 percent, from 2 to 3 before.", [(4, "percent"), (2, "percent")]),
        ("It did 31 miles per gallon, compared to 24.5 then.", [(31, "mile per gallon"), (24.5, "mile per gallon")]),
        (
            "5.5 percent compares with 4.1 in June and 3.9 in May",
            [(5.5, "percent"), (4.1, "percent"), (3.9, "percent")],
        ),
        ("a yield of 7.4 percent, against a target of 8", [(7.4, "percent"), (8, "percent")]),
        ("sank from 9.5 in spring to 8.2 percent", [(9.5, "percent"), (8.2, "percent")]),
        ("12, 15 and 18 million euros", [(12e6, "EUR"), (15e6, "EUR"), (18e6, "EUR")]),
        ("3, 5 and 8 percent", [(3, "percent"), (5, "percent"), (8, "percent")]),
        ("a rug of 2 x 3 metres", [(2, "metre"), (3, "metre")]),
        ("a box 20 inches long and 6 wide", [(20, "inch"), (6, "inch")]),
    ],
)
def test_a_unit_is_shared(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == [(pytest.approx(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("81,300, or 12.4 percent, moved", [(81300, ""), (12.4, "percent")]),
        ("9.3 million (41%) in May, up from 7.1 million", [(9.3e6, ""), (41, "percent"), (7.1e6, "")]),
        ("a score between 60 and 80, and 85% of it", [(60, ""), (85, "percent")]),
        ("five of the three-ton trucks", [(5, "three-ton truck"), (3, "ton")]),
        ("It lost 4 percent. From 12 on it grew.", [(4, "percent"), (12, "")]),
        ("rose 8% from 200 firms", [(8, "percent"), (200, "firm")]),
        ("rose 8% from 2014", [(8, "percent")]),
        ("five feet of water and then 4 inches of mud", [(5, "foot"), (4, "inch")]),
    ],
)
def test_a_unit_is_not_shared(text: str, expected: list[tuple[float, str]]) -> None:
    found = [(f.value, f.unit) for f in figures(text) if f.kind != "year"]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("receipts rose from $5 million in 2011 to $7 million in 2012", [(5e6, None), (7e6, None)]),
        ("from 41,300 in 2007 to 53,500 in 2009", [(41300, None), (53500, None)]),
        ("from 2000 to 2,500 people", [(2000, 2500)]),
        ("3–2.7 billion years ago", [(3e9, 2.7e9)]),
    ],
)
def test_a_year_ends_no_range(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(f.value, f.value_high) for f in figures(text) if f.kind != "year"] == expected
