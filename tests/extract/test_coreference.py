"""Names of one text that stand for the same thing."""

import pytest

from extract.coreference import group, initials, plain

CASES = [
    # (name, label) in text order -> the referent of each
    ([("Ana Souza", "PERSON"), ("Souza", "PERSON"), ("Ana", "PERSON")], [0, 0, 0]),
    ([("Xu Zhihua", "PERSON"), ("Xu", "PERSON")], [0, 0]),
    ([("Souza", "PERSON"), ("Ana Souza", "PERSON")], [0, 0]),
    ([("Souza", "PERSON"), ("Ana Souza", "PERSON"), ("Rui Souza", "PERSON")], [0, 1, 2]),
    ([("Ana Souza", "PERSON"), ("Rui Souza", "PERSON"), ("Souza", "PERSON")], [0, 1, 1]),
    ([("World Health Organization", "ORG"), ("WHO", "ORG")], [0, 0]),
    ([("Bank of England", "ORG"), ("The Bank of England's", "ORG")], [0, 0]),
    ([("Georgia", "COUNTRY"), ("Georgia", "REGION")], [0, 0]),
    ([("Jordan", "PERSON"), ("Jordan", "COUNTRY")], [0, 1]),
    ([("George W. Bush", "PERSON"), ("George Bush", "PERSON")], [0, 0]),
    ([("George W. Bush", "PERSON"), ("George H. W. Bush", "PERSON")], [0, 1]),
    ([("Smith Jr.", "PERSON"), ("Smith", "PERSON")], [0, 0]),
    ([], []),
]


@pytest.mark.parametrize(("names", "expected"), CASES)
def test_group(names: list[tuple[str, str]], expected: list[int]) -> None:
    entities, referents = group(names)
    assert entities == expected
    assert [r.id for r in referents] == sorted(set(expected))


RELATIVES = [
    # names, which of them is given as a relative -> the referent of each
    (["Swayze", "Patrick Swayze", "Swayze"], 1, [0, 1, 0]),
    (["Margaret", "Margaret Hill"], 1, [0, 0]),
    (["Ana Souza", "Rui Souza", "Ana"], 1, [0, 1, 0]),
]


@pytest.mark.parametrize(("names", "relative", "expected"), RELATIVES)
def test_a_relative_is_not_whom_a_family_name_before_meant(
    names: list[str], relative: int, expected: list[int]
) -> None:
    assert group([(name, "PERSON") for name in names], {relative})[0] == expected


def test_a_referent_is_called_by_its_longest_name() -> None:
    _, referents = group([("George Bush", "PERSON"), ("Bush", "PERSON"), ("George W. Bush", "PERSON")])
    assert [r.name for r in referents] == ["George W. Bush"]


@pytest.mark.parametrize(
    ("name", "expected"), [("The Hague", "hague"), ("Al-Qaida’s", "al qaida"), ("U.S.", "u s"), ("The", "the")]
)
def test_plain(name: str, expected: str) -> None:
    assert plain(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("World Trade Organization", "WTO"), ("Ministry of Health and Welfare", "MHW")]
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_dateline_in_capitals_is_not_what_a_place_is_called() -> None:
    _, referents = group([("NAIROBI", "CITY"), ("Nairobi", "CITY")])
    assert [r.name for r in referents] == ["Nairobi"]
