"""The tables of units and currencies are sound."""

from __future__ import annotations

import pytest

from extract.amounts.currencies import CODES, HUNDREDTHS, NAMES, PREFIX_ONLY, SIGNS
from extract.types import FIGURE_KINDS
from extract.units import SYMBOLS, WORDS


def test_units_have_a_name_and_a_kind_of_the_contract() -> None:
    for form, unit in (WORDS | SYMBOLS).items():
        assert form == form.strip()
        assert unit.name == unit.name.strip() != ""
        assert unit.kind in FIGURE_KINDS


def test_words_are_looked_up_in_small_letters() -> None:
    assert all(form == form.lower() for form in (*WORDS, *NAMES))


def test_currencies_are_codes() -> None:
    for code in (*SIGNS.values(), *NAMES.values(), *HUNDREDTHS.values(), *CODES):
        assert len(code) == 3
        assert code.isupper()
    assert set(SIGNS) >= PREFIX_ONLY


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("km²", "square kilometre", "area"),
        ("MW", "megawatt", "power"),
        ("μg", "microgram", "mass"),
        ("GB", "gigabyte", "other"),
        ("mAh", "milliampere-hour", "other"),
        ("kWh", "kilowatt hour", "energy"),
    ],
)
def test_prefixes_make_units(form: str, name: str, kind: str) -> None:
    assert (SYMBOLS[form].name, SYMBOLS[form].kind) == (name, kind)


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("square miles", "square mile", "area"),
        ("cubic yards", "cubic yard", "volume"),
        ("square light-years", "square light-year", "area"),
    ],
)
def test_lengths_make_areas_and_volumes(form: str, name: str, kind: str) -> None:
    assert (WORDS[form].name, WORDS[form].kind) == (name, kind)
