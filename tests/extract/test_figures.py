"""Figures as the text prints them: value, unit, kind. No parse is needed for these."""

from __future__ import annotations

import pytest
import spacy

from extract.figures import find_figures
from extract.times import find_periods
from extract.types import Figure, Mention

BLANK = spacy.blank("en")


def figures(text: str) -> list[Figure]:
    doc = BLANK(text)
    return list(find_figures(doc, [0] * len(doc), {}, find_periods(doc, None)))


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("sales rose to $41 million last year", "$41 million", 41e6, "USD"),
        ("a £1.2m grant", "£1.2m", 1.2e6, "GBP"),
        ("a house for Rs 3 crore", "Rs 3 crore", 3e7, "INR"),
        ("The car cost USD10m new.", "USD10m", 1e7, "USD"),
        ("Bonia closed at RM2.05 today.", "RM2.05", 2.05, "MYR"),
        ("worth $US55,931,000 in all", "$US55,931,000", 55931000, "USD"),
        ("paid HK $5.4m for flights", "HK $5.4m", 5.4e6, "HKD"),
        ("10.5 million Australian dollars", "10.5 million Australian dollars", 10.5e6, "AUD"),
        ("100 billion yuan a year", "100 billion yuan a year", 1e11, "CNY"),
        ("Oil hit $76 US a barrel.", "$76 US a barrel", 76, "USD"),
        ("They spent 20 million pounds on it.", "20 million pounds", 2e7, "GBP"),
        ("a fine of 5 cents", "5 cents", 0.05, "USD"),
        ("It cost thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", 13.45, "USD"),
        ("a loss of -$3.5bn", "-$3.5bn", -3.5e9, "USD"),
        ("worth 1,200€ then", "1,200€", 1200, "EUR"),
        ("revenue of 75 USD million", "75 USD million", 75e6, "USD"),
        ("up 18 sen", "18 sen", 18, "sen"),
    ],
)
def test_money(text: str, surface: str, value: float, unit: str) -> None:
    assert [(f.surface, f.value, f.unit, f.kind) for f in figures(text)] == [
        (surface, pytest.approx(value), unit, "money")
    ]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "kind"),
    [
        ("about 45 percent of output", "45 percent", 45, "percent", "percent"),
        ("24 per cent of adults", "24 per cent", 24, "percent", "percent"),
        ("yields 1.38pc now", "1.38pc", 1.38, "percent", "percent"),
        ("cut by 60 basis points", "60 basis points", 60, "basis point", "percent"),
        ("an area of 301,338 km2", "301,338 km2", 301338, "square kilometre", "area"),
        ("660 square meters of floor", "660 square meters", 660, "square metre", "area"),
        ("a 1520 sq m centre", "1520 sq m", 1520, "square metre", "area"),
        ("he is 5ft 4in tall", "5ft 4in", 64 / 12, "foot", "length"),
        ("a 7.62mm barrel", "7.62mm", 7.62, "millimetre", "length"),
        ("half a mile away", "half a mile", 0.5, "mile", "length"),
        ("an 8-mile road", "8-mile", 8, "mile", "length"),
        ("holds 24.5 cubic feet", "24.5 cubic feet", 24.5, "cubic foot", "volume"),
        ("816 000 t of steel", "816 000 t", 816000, "tonne", "mass"),
        ("a 278kg tuna", "278kg", 278, "kilogram", "mass"),
        ("winds of 155mph", "155mph", 155, "mile per hour", "speed"),
        ("at 140 km/h", "140 km/h", 140, "kilometre per hour", "speed"),
        ("minus 387 Fahrenheit", "minus 387 Fahrenheit", -387, "degree Fahrenheit", "temperature"),
        ("98.6 degrees f is normal", "98.6 degrees f", 98.6, "degree Fahrenheit", "temperature"),
        ("temperatures of 30C", "30C", 30, "degree Celsius", "temperature"),
        ("35 GWh a year", "35 GWh a year", 35, "gigawatt hour", "energy"),
        ("640bhp under the bonnet", "640bhp", 640, "brake horsepower", "power"),
        ("4500 mAh of charge", "4500 mAh", 4500, "milliampere-hour", "other"),
        ("half an hour of talk", "half an hour", 0.5, "hour", "duration"),
        ("a five-year plan", "five-year", 5, "year", "duration"),
        ("a 35-year-old farmer", "35-year-old", 35, "year", "age"),
        ("she was ten months old", "ten months old", 10, "month", "age"),
        ("children aged 13", "13", 13, "year", "age"),
        ("pupils aged 9 years", "9 years", 9, "year", "age"),
        ("around 3 years of age", "3 years of age", 3, "year", "age"),
        ("20 miles per gallon", "20 miles per gallon", 20, "mile per gallon", "rate"),
        ("weighs 20 (kg)", "20 (kg)", 20, "kilogram", "mass"),
    ],
)
def test_measures(text: str, surface: str, value: float, unit: str, kind: str) -> None:
    assert [(f.surface, f.value, f.unit, f.kind) for f in figures(text)] == [
        (surface, pytest.approx(value), unit, kind)
    ]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "kind"),
    [
        ("with 13000 workers abroad", "13000", 13000, "worker", "count"),
        ("fourteen first-team players left", "fourteen", 14, "first-team player", "count"),
        ("two mosques", "two", 2, "mosque", "count"),
        ("2.3m homes were built", "2.3m", 2.3e6, "home", "count"),
        ("hundreds of villages", "hundreds", 100, "village", "count"),
        ("nearly 10.000 beds", "10.000", 10000, "bed", "count"),
        ("one of the best screens", "one", 1, "best screen", "count"),
        ("The price doubled.", "doubled", 2, "", "ratio"),
        ("a tenfold rise", "tenfold", 10, "", "ratio"),
        ("one in five children", "one in five", 0.2, "", "ratio"),
        ("nine out of ten doctors", "nine out of ten", 0.9, "", "ratio"),
        ("two thirds of votes", "two thirds", 2 / 3, "", "ratio"),
        ("tests twice a week", "twice a week", 2, "time", "rate"),
        ("13.5 births per 1,000 people", "13.5 births per 1,000 people", 13.5, "birth", "rate"),
        ("three thousand tests per day", "three thousand tests per day", 3000, "test", "rate"),
        ("ranked 5th", "5th", 5, "", "ordinal"),
    ],
)
def test_counts_ratios_and_rates(text: str, surface: str, value: float, unit: str, kind: str) -> None:
    assert [(f.surface, f.value, f.unit, f.kind) for f in figures(text)] == [
        (surface, pytest.approx(value), unit, kind)
    ]


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("5 to 7 per cent", 5, 7, "percent"),
        ("a fine of $3-5 billion", 3e9, 5e9, "USD"),
        ("between 50 and 70 tonnes", 50, 70, "tonne"),
        ("three or four years", 3, 4, "year"),
        ("4-14 mpg", 4, 14, "mile per gallon"),
        ("from $200 to $4 million", 200, 4e6, "USD"),
        ("8- to 16-meter mirrors", 8, 16, "metre"),
        ("dozens of shops", 12, 120, "shop"),
        ("thousands of acres", 1000, 10000, "acre"),
        ("tens of millions of dollars", 1e7, 1e8, "USD"),
        ("hundreds of miles", 100, 1000, "mile"),
        ("15-22 miles", 15, 22, "mile"),
        ("a month or two", 1, 2, "month"),
        ("a goal or two", 1, 2, "goal"),
    ],
)
def test_ranges(text: str, value: float, high: float, unit: str) -> None:
    assert [(f.value, f.value_high, f.unit) for f in figures(text)] == [(value, high, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "roughly 45 percent manufacturing, 35 percent services and 20 percent agriculture",
            [(45, "percent"), (35, "percent"), (20, "percent")],
        ),
        ("from 9 million to 50 million by 2020", [(9e6, ""), (50e6, ""), (2020, "")]),
        ("up 18 sen to RM23.50", [(18, "sen"), (23.5, "MYR")]),
        ("increased by $43.6 billion to $419.2 billion", [(43.6e9, "USD"), (419.2e9, "USD")]),
        ("45 and 50 mg of it", [(45, "milligram"), (50, "milligram")]),
        ("four-, five- and six-cylinder models", [(4, "cylinder"), (5, "cylinder"), (6, "cylinder model")]),
        ("seven miles (11 km)", [(7, "mile"), (11, "kilometre")]),
        ("280 million of the 1.5 billion shekels", [(280e6, "ILS"), (1.5e9, "ILS")]),
    ],
)
def test_several_figures(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$6 a month", "month"),
        ("less than $200 a year", "year"),
        ("$80 per sq m", "square metre"),
        ("$15.4/hour", "hour"),
        ("52,000 barrel-a-day", "day"),
        ("3,000 square kilometers a year", "year"),
        ("$5 ($4 net) a head", "person"),
        ("12 million euros annually", "year"),
        ("64 cents a dozen", "dozen"),
        ("$10 each way", "way"),
        ("$30 for it", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    assert figures(text)[0].per == per


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("roughly 620,000 registrations", "about"),
        ("some 300 songs", "about"),
        ("at least 12 shops", "at-least"),
        ("no fewer than 6 people", "at-least"),
        ("more than a million users", "more-than"),
        ("over 50 tonnes", "more-than"),
        ("just under 20 percent", "less-than"),
        ("under $10 per gram", "less-than"),
        ("up to $8 million", "up-to"),
        ("as many as 14 players", "up-to"),
        ("nearly 57% of it", "nearly"),
        ("no more than 5 pupils", "at-most"),
        ("17 players over the age of 21", None),
        ("100 or more guests", "at-least"),
        ("~45 g", "about"),
        ("20 years or so", "about"),
        ("exactly 9 rooms", None),
    ],
)
def test_modifiers(text: str, modifier: str | None) -> None:
    assert figures(text)[0].modifier == modifier


def test_an_age_is_modified_by_the_words_before_it() -> None:
    assert [(f.value, f.kind, f.modifier) for f in figures("players over the age of 21")] == [(21, "age", "more-than")]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("shares fell 2.3%", "down"),
        ("Broadcom gained 3%", "up"),
        ("rose by just 3%", "up"),
        ("a drop of 40 jobs", "down"),
        ("a 5% pay rise", "up"),
        ("reduce its debt by $3bn", "down"),
        ("Dow +0.2%", "up"),
        ("output halved", "down"),
        ("rose to 9 million", None),
        ("gave up 517 yards", None),
        ("costs $5", None),
        ("grew 5 miles (8 km)", "up"),
    ],
)
def test_changes(text: str, change: str | None) -> None:
    assert figures(text)[-1].change == change


@pytest.mark.parametrize(
    "text",
    [
        "a Boeing 747 landed",
        "under Article 5 of the treaty",
        "the G20 and an F-16",
        "see page 12",
        "won 3-1 on Sunday",
        "beat them 3 – 0 at home",
        "call 555-123-4567 or +44 20 7946 0958",
        "version 1.2.3 is out",
        "the iPhone 11 has a lens",
        "at 16-18 Industrial Avenue",
        "on March 3, 2019",
        "at 10.45pm and 5am",
        "The Big Ten met",
        "covid-19 spread",
        "which one do you prefer?",
        "the big one is gone",
        "Room 101 was shut",
        "a high-five, one-to-one",
        "see https://example.org/2019/12 or mail a1@b2.org",
        "in the 19th century",
        "the second half of the game",
        "No. 5 and #7",
        "A Thousand Plateaus",
        "as was shown. [17]",
        "It ended. 39. The figures follow.",
        "see p. 28 for it",
        "id 529999420000 was used",
    ],
)
def test_names_scores_dates_and_codes_are_no_figures(text: str) -> None:
    assert [f.surface for f in figures(text) if f.kind not in ("ordinal", "year")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 1986", [("1986", 1986)]),
        ("the 2018 season", [("2018", 2018)]),
        ("its 2018 sales rose", [("2018", 2018)]),
        ("in the 1990s", []),
    ],
)
def test_a_bare_year_is_a_figure_of_kind_year(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(f.surface, f.value) for f in figures(text) if f.kind == "year"] == expected


def test_a_duration_within_a_period_stays() -> None:
    assert [(f.surface, f.unit) for f in figures("in the last three months")] == [("three months", "month")]


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("Joe Maddon, 66, has gone.", "Joe Maddon", "PERSON", [(66, "age")]),
        ("Ann Li (25) ran.", "Ann Li", "PERSON", [(25, "age")]),
        ("It hit Oslo, 66, it said.", "Oslo", "CITY", [(66, "count")]),
        ("The Fortune 100 met.", "Fortune 100", "ORG", []),
        ("Channel Four said so.", "Channel Four", "ORG", []),
    ],
)
def test_names_decide(text: str, name: str, label: str, expected: list[tuple[float, str]]) -> None:
    doc = BLANK(text)
    at = text.index(name)
    mention = Mention(0, at, at + len(name), name, label, 0)
    mention_at = {token.i: mention for token in doc if at <= token.idx < at + len(name)}
    found = find_figures(doc, [0] * len(doc), mention_at, [])
    assert [(f.value, f.kind) for f in found] == expected
