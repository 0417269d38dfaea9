"""Parts of longer names that one text uses for them, and parts that may as well name another thing."""

import pytest

from extract.coreference import group

SAME = [
    ("ORG", ["Minnesota Vikings", "Vikings"]),
    ("ORG", ["Toronto Maple Leafs", "Maple Leafs"]),
    ("ORG", ["Norwegian Parliament", "Parliament"]),
    ("ORG", ["Council for Safe Seas", "Council"]),
    ("ORG", ["Harbour Workers Union", "Union"]),
    ("ORG", ["Silverline Records", "Silverline"]),
    ("ORG", ["Bright Airways", "Bright"]),
    ("ORG", ["United States Supreme Court", "Supreme Court", "Court"]),
    ("EVENT", ["Finnish Civil War", "Civil War"]),
    ("WORK", ["Chile Fisheries Agreement", "Agreement"]),
    ("PLACE", ["London Heathrow Airport", "Heathrow Airport"]),
]
OTHER = [
    ("ORG", ["Parliament", "Norwegian Parliament"]),  # the part before the whole
    ("ORG", ["Harbour Fund", "Pension Fund", "Fund"]),  # of two things
    ("ORG", ["Boston Catholic", "Catholic"]),
    ("ORG", ["Square Enix", "Enix"]),
    ("ORG", ["BBC Radio Scotland", "BBC"]),
    ("EVENT", ["1988 Winter Games", "Winter Games"]),
    ("EVENT", ["Berlin Olympics", "Olympics"]),
    ("PLACE", ["Upper Klamath Lake", "Klamath Lake"]),
    ("PLACE", ["Paris Basin", "Paris"]),
    ("ORG", ["Rosedale College Choir", "Rosedale"]),
]


@pytest.mark.parametrize(("label", "names"), SAME)
def test_a_part_stands_for_the_one_longer_name(label: str, names: list[str]) -> None:
    assert set(group([(name, label) for name in names])[0]) == {0}


@pytest.mark.parametrize(("label", "names"), OTHER)
def test_a_part_that_may_name_another_stays_apart(label: str, names: list[str]) -> None:
    assert group([(name, label) for name in names])[0] == list(range(len(names)))


def test_a_part_stands_for_a_thing_of_a_maker_that_the_text_names() -> None:
    names = [("Zonda", "ORG"), ("Zonda Falcon", "PRODUCT"), ("Falcon", "PRODUCT")]
    assert group(names)[0] == [0, 1, 1]
