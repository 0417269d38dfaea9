"""Ages, with and without their unit."""

from __future__ import annotations

import pytest

from tests.extract.printed_figures import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died at 82 in Turin.", [(82, None)]),
        ("She died suddenly at 24 — of fever.", [(24, None)]),
        ("staff aged over 50", [(50, None)]),
        ("pupils aged 5, 7 and 12", [(5, None), (7, None), (12, None)]),
        ("riders aged 18 to 24", [(18, 24)]),
        ("rented to people under 21.", [(21, None)]),
        ("11% of adults between 20 and 40 have it", [(20, 40)]),
        ("few Germans over 65 work", [(65, None)]),
        ("most were older than 45.", [(45, None)]),
        ("The boy, 12, was found.", [(12, None)]),
        ("a woman in her late thirties", [(30, 39)]),
        ("a man in his 50s", [(50, 59)]),
        ("the over-65s pay nothing", [(65, None)]),
        ("my 16 yr. old kid", [(16, None)]),
    ],
)
def test_ages(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(f.value, f.value_high) for f in figures(text) if f.kind == "age"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "in the 50s",
        "people over 80 kilograms",
        "children under 5 tables",
        "They died at 82 places.",
        "the under-50 mark",
    ],
)
def test_what_is_no_age(text: str) -> None:
    assert [f.surface for f in figures(text) if f.kind == "age"] == []


def test_the_modifier_of_an_age_group() -> None:
    assert [f.modifier for f in figures("the over-65s and the under-18s")] == ["more-than", "less-than"]
