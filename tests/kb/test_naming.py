"""Two names compared: the ways in which they are the same, what is only alike, and rows of a table."""

from __future__ import annotations

import pytest

from kb.naming.likeness import likeness
from kb.naming.table import TableRow, resolve_rows
from kb.naming.ways import found_way, variants


@pytest.mark.parametrize(
    ("block", "one", "other", "way"),
    [
        ("person", "xie zhenhua", "zhenhua xie", "family and given name in the other order"),
        ("person", "james thomas", "thomas james", None),
        ("person", "george bush", "george w bush", "a middle name more"),
        ("person", "george h w bush", "george w bush", None),
        ("person", "bill weld", "william weld", "a short form of the given name"),
        ("person", "sergei ivanov", "sergey ivanov", "another romanisation"),
        ("person", "j k rowling", "joanne rowling", "initials for given names"),
        ("person", "john doe jr", "john doe", None),
        ("person", "abd al rahman tariq", "abdulrahman tariq", "the same letters"),
        ("person", "hana as sayed", "hana el sayed", "the same letters"),
        ("person", "omar bin khaled", "khaled bin omar", None),
        ("person", "park so yeon", "so yeon park", "family and given name in the other order"),
        ("person", "ana ruiz soto", "ana maria ruiz soto", "a middle name more"),
        ("person", "ana m soto", "ana r soto", None),
        ("person", "luiz da costa", "luis da costa", "another romanisation"),
        ("org", "latvian ministry of health", "ministry of health of latvia", "the same office of one country"),
        ("org", "south african navy", "navy of peru", None),
        ("org", "ministry of health of latvia", "ministry of health of peru", None),
        ("org", "bank of america", "american bank", None),
        ("org", "jp morgan", "jpmorgan", "the same letters"),
        (
            "org",
            "national gas co of oman",
            "natl gas company of oman",
            "the same letters",
        ),
        ("org", "wto", "world trade organization", "initials of the other"),
        ("org", "fund 4", "fund 5", None),
        ("place", "bangkok", "bangcock", None),
    ],
)
def test_naming_ways(block, one, other, way):
    found = found_way(one, other, block)
    assert (found.way if found else None) == way
    assert found is None or set(variants(one, block)) & set(variants(other, block))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Marta Olsen", "Martha Olsen", True),
        ("Marta Olsen", "Marta Gundersen", False),
        ("Ola Nordmann", "Kari Berg", False),
    ],
)
def test_naming_likeness(one, other, alike):
    found = likeness(one, "PERSON", other, "PERSON")
    assert (found.score >= 0.5) == alike
    assert not alike or found.reasons


def test_naming_rows_of_a_table():
    rows = [
        TableRow("Lake View Nursery", "12 N. Shore Road", "90210", "5550101"),
        TableRow("Hill School", "480 Hill St.", "90211", "5550199"),
        TableRow("LAKE VIEW NURSERY INC", "12 Shore Rd", "", "5550101"),
        TableRow("", "", "", ""),
    ]
    assert resolve_rows(rows) == [0, 1, 0, 3]
