"""Numbers that name, refer or date, and so are no figures; and their like that are."""

from __future__ import annotations

import pytest

from tests.extract.printed_figures import figures


@pytest.mark.parametrize(
    "text",
    [
        "a 737 Max jet",
        "Nos. 4 and 5",
        "see Figures 3, 4 and 5",
        "under Sections 5.2, 6.3",
        "the Group of 77 met",
        "at 8pm GMT +1",
        "as shown [12, 16–18] and [20,21]",
        "They agreed.:33",
        "(2) Balances are net.",
        "sold 450 Park Avenue",
        "at 1330 Avenue of the Arts",
        "at 35° 47′ 28″ north, 12.5°E",
        "agent 007",
        "call 020 7946 0958",
        "a PS3 and a K2",
        "he went 4-for-5",
        "the Ten Commandments",
        "the Seven Years' War",
        "hoped that one day it would end",
        "a 4K screen",
        "a 737-800, that is",
        "as early as 8000 to 6000 BC",
        "measured in g L−1",
        "beside Astra 2A and Eutelsat 33C",
        "sold Windows 98 Second Edition",
        "of forest: (1) old forest, (2) young forest",
        "on the radio (94.9 FM)",
        "The Six Million Dollar Man",
        "the western half of it",
    ],
)
def test_no_figures(text: str) -> None:
    assert [f.surface for f in figures(text) if f.kind not in ("ordinal", "year")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 2011–12 season", [("2011–12", 2011, 2012)]),
        ("in 1999-00 and 2005/06", [("1999-00", 1999, 2000), ("2005/06", 2005, 2006)]),
        ("of £4m (2018: £3m)", [("2018", 2018, None)]),
        ("outbreaks in 1498, 1535, 1543, and 1636.", [("1498", 1498, None)]),
    ],
)
def test_years(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    found = [(f.surface, f.value, f.value_high) for f in figures(text) if f.kind == "year"]
    assert found[: len(expected)] == expected
    assert all(f.kind in ("year", "money") for f in figures(text))


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "kind"),
    [
        ("300 Boeing 737s", "300", 300, "Boeing", "count"),
        ("in one day of rain", "one day", 1, "day", "duration"),
        ("a 30 degree slope", "30 degree", 30, "degree", "other"),
        ("turned 180 degrees", "180 degrees", 180, "degree", "other"),
        ("cooled by 30 degrees", "30 degrees", 30, "degree", "temperature"),
        ("37,345 per square mile", "37,345 per square mile", 37345, "", "rate"),
        ("(14,419/km²)", "14,419/km²", 14419, "", "rate"),
        ("2.5 deaths per 100,000, it said", "2.5 deaths per 100,000", 2.5, "death", "rate"),
        ("once a week", "once a week", 1, "time", "rate"),
        ("a 210-m tower", "210-m", 210, "metre", "length"),
        ("6-foot-2", "6-foot-2", 74 / 12, "foot", "length"),
        ("5'4\" tall", "5'4\"", 64 / 12, "foot", "length"),
        ("tens of metres", "tens of metres", 10, "metre", "length"),
        ("31 mi away", "31 mi", 31, "mile", "length"),
        ("120 MEUR in all", "120 MEUR", 120e6, "EUR", "money"),
        ("a loss of £(8.1m)", "£(8.1m)", -8.1e6, "GBP", "money"),
        ("$(3.2) million of it", "$(3.2) million", -3.2e6, "USD", "money"),
        ("NZD $1.3m", "NZD $1.3m", 1.3e6, "NZD", "money"),
        ("dollar 22.5 million", "dollar 22.5 million", 22.5e6, "USD", "money"),
        ("one in every 250 births", "one in every 250", 0.004, "", "ratio"),
        ("a 1-in-100-year flood", "1-in-100-year", 0.01, "", "ratio"),
        ("It is one over three.", "one over three", 1 / 3, "", "ratio"),
        ("halve it", "halve", 0.5, "", "ratio"),
        ("4 hundred and 21 votes", "4 hundred and 21", 421, "vote", "count"),
        ("six and two thirds innings", "six and two thirds", 20 / 3, "inning", "count"),
        ("2,5 percent of it", "2,5 percent", 2.5, "percent", "percent"),
        ("1.500.000 people", "1.500.000", 1.5e6, "person", "count"),
        ("a couple of hundred came", "a couple of hundred", 200, "", "count"),
    ],
)
def test_figures(text: str, surface: str, value: float, unit: str, kind: str) -> None:
    assert [(f.surface, f.value, f.unit, f.kind) for f in figures(text)] == [
        (surface, pytest.approx(value), unit, kind)
    ]


def test_a_measure_of_stuff_has_its_rate() -> None:
    assert [(f.surface, f.per) for f in figures("3 tonnes of coal a year")] == [("3 tonnes", "year")]


def test_a_year_earlier_is_no_rate() -> None:
    assert [f.per for f in figures("against 2.1 a year earlier")] == [None]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("no longer than 30 seconds", "at-most"),
        ("over an 8-hour shift", None),
        ("above the 2 percent target", None),
        ("over a million people", "more-than"),
        ("over 8 hours", "more-than"),
    ],
)
def test_modifiers(text: str, modifier: str | None) -> None:
    assert [f.modifier for f in figures(text)] == [modifier]
