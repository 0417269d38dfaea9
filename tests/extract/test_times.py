"""Dates and periods with their bounds, counted from Monday 19 August 2002."""

from __future__ import annotations

import pytest
import spacy

from extract.times import find_periods

BLANK = spacy.blank("en")
PUBLISHED = "2002-08-19"


def periods(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    return [(p.surface, p.first, p.last) for p in find_periods(BLANK(text), published)]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("on March 3, 2019, he", "March 3, 2019", "2019-03-03", "2019-03-03"),
        ("the 3rd of March 2019", "3rd of March 2019", "2019-03-03", "2019-03-03"),
        ("on Tuesday, March 5, 2002", "Tuesday, March 5, 2002", "2002-03-05", "2002-03-05"),
        ("dated 2019-03-04.", "2019-03-04", "2019-03-04", "2019-03-04"),
        ("on 25/12/2019", "25/12/2019", "2019-12-25", "2019-12-25"),
        ("from 03/04/2019", "from 03/04/2019", None, None),
        ("March 3-5, 2001", "March 3-5, 2001", "2001-03-03", "2001-03-05"),
        ("In May 1968 they", "May 1968", "1968-05-01", "1968-05-31"),
        ("February 2000", "February 2000", "2000-02-01", "2000-02-29"),
        ("in 1986 and", "1986", "1986-01-01", "1986-12-31"),
        ("the 2018 season", "2018", "2018-01-01", "2018-12-31"),
        ("the 2012–13 season", "2012–13", "2012-01-01", "2013-12-31"),
        ("Ming dynasty (1368-1644)", "1368-1644", "1368-01-01", "1644-12-31"),
        ("the 1990s", "1990s", "1990-01-01", "1999-12-31"),
        ("early 1990s", "early 1990s", "1990-01-01", "1993-12-31"),
        ("in the '90s", "'90s", "1990-01-01", "1999-12-31"),
        ("erupted in A.D. 79 and", "A.D. 79", "0079-01-01", "0079-12-31"),
        ("the 19th century", "19th century", "1801-01-01", "1900-12-31"),
        ("the sixteenth century", "sixteenth century", "1501-01-01", "1600-12-31"),
        ("the 5th century BC", "5th century BC", None, None),
        ("in AD 79", "AD 79", "0079-01-01", "0079-12-31"),
        ("summer 2019", "summer 2019", "2019-06-01", "2019-08-31"),
        ("on 31 February 2019", "31 February 2019", None, None),
    ],
)
def test_dates_that_say_it_all(text: str, surface: str, first: str | None, last: str | None) -> None:
    assert periods(text, None) == [(surface, first, last)]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("will end in 2050", "2050", "2050-01-01", "2050-12-31"),
        ("4th of July of 1995", "4th of July of 1995", "1995-07-04", "1995-07-04"),
        ("Q3 2019 was", "Q3 2019", "2019-07-01", "2019-09-30"),
        ("the third quarter of 2001", "the third quarter of 2001", "2001-07-01", "2001-09-30"),
        ("the first six months of 2002", "the first six months of 2002", "2002-01-01", "2002-06-30"),
        ("in the second half of 1999", "the second half of 1999", "1999-07-01", "1999-12-31"),
        ("the end of 2019", "the end of 2019", "2019-12-01", "2019-12-31"),
        ("mid-2019", "mid-2019", "2019-05-01", "2019-08-31"),
        ("in late March 2001", "late March 2001", "2001-03-22", "2001-03-31"),
        ("the year ended March 31, 2001", "the year ended March 31, 2001", "2000-04-01", "2001-03-31"),
        ("the six months to June 2001", "the six months to June 2001", "2001-01-01", "2001-06-30"),
        ("fiscal 2021", "fiscal 2021", None, None),
    ],
)
def test_parts_of_years(text: str, surface: str, first: str | None, last: str | None) -> None:
    assert periods(text, None) == [(surface, first, last)]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("since 1986 it", "since 1986", "1986-01-01", None),
        ("by 2020.", "by 2020", None, "2020-12-31"),
        ("until May 1968", "until May 1968", None, "1968-05-31"),
        ("before 1990", "before 1990", None, "1989-12-31"),
        ("after 2005", "after 2005", "2006-01-01", None),
        ("between 2003 and 2012", "between 2003 and 2012", "2003-01-01", "2012-12-31"),
        ("from May to July 2001", "from May to July 2001", "2001-05-01", "2001-07-31"),
        ("Between 1600 and 1900 temperatures", "Between 1600 and 1900", "1600-01-01", "1900-12-31"),
        ("by the end of 2010", "by the end of 2010", None, "2010-12-31"),
    ],
)
def test_prepositions_open_or_join(text: str, surface: str, first: str | None, last: str | None) -> None:
    assert periods(text, None) == [(surface, first, last)]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("last year it", "last year", "2001-01-01", "2001-12-31"),
        ("next month", "next month", "2002-09-01", "2002-09-30"),
        ("this week", "this week", "2002-08-19", "2002-08-25"),
        ("10 years ago", "10 years ago", "1992-01-01", "1992-12-31"),
        ("two months ago", "two months ago", "2002-06-01", "2002-06-30"),
        ("three days ago", "three days ago", "2002-08-16", "2002-08-16"),
        ("in the last two decades", "the last two decades", "1982-08-19", "2002-08-19"),
        ("over the next five years", "the next five years", "2002-08-19", "2007-08-19"),
        ("said on Tuesday", "Tuesday", "2002-08-13", "2002-08-13"),
        ("will meet on Tuesday", "Tuesday", "2002-08-20", "2002-08-20"),
        ("on Monday", "Monday", "2002-08-19", "2002-08-19"),
        ("yesterday he", "yesterday", "2002-08-18", "2002-08-18"),
        ("in March", "March", "2002-03-01", "2002-03-31"),
        ("in December", "December", "2001-12-01", "2001-12-31"),
        ("is due in December", "December", "2002-12-01", "2002-12-31"),
        ("on 1 September", "1 September", "2001-09-01", "2001-09-01"),
        ("last March", "last March", "2002-03-01", "2002-03-31"),
        ("this summer", "this summer", "2002-06-01", "2002-08-31"),
        ("this March", "this March", "2002-03-01", "2002-03-31"),
        ("from November to March", "from November to March", "2001-11-01", "2002-03-31"),
        ("the first week of July", "the first week of July", "2002-07-01", "2002-07-07"),
        ("the second half of July", "the second half of July", "2002-07-16", "2002-07-31"),
        ("the last week of July", "the last week of July", "2002-07-25", "2002-07-31"),
        ("at the end of the month", "the end of the month", "2002-08-22", "2002-08-31"),
        ("early last year", "early last year", "2001-01-01", "2001-04-30"),
        ("Tuesday of last week", "Tuesday of last week", "2002-08-13", "2002-08-13"),
        ("after Feb it", "after Feb", "2002-03-01", None),
        ("the next three days", "the next three days", "2002-08-20", "2002-08-22"),
        ("in the first quarter", "the first quarter", "2002-01-01", "2002-03-31"),
        ("earlier this year", "earlier this year", "2002-01-01", "2002-08-19"),
        ("the second half of last year", "the second half of last year", "2001-07-01", "2001-12-31"),
        ("until the end of the year", "until the end of the year", None, "2002-12-31"),
        ("the six months to June", "the six months to June", "2002-01-01", "2002-06-30"),
        ("the week ending March 19", "the week ending March 19", "2002-03-13", "2002-03-19"),
    ],
)
def test_relative_periods_count_from_publication(text: str, surface: str, first: str | None, last: str | None) -> None:
    assert periods(text) == [(surface, first, last)]
    assert [found[0] for found in periods(text, None)] == [surface]


@pytest.mark.parametrize(
    "text",
    ["last year", "10 years ago", "on Tuesday", "in March", "this summer", "yesterday", "in the last two decades"],
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    assert [found[1:] for found in periods(text, None)] == [(None, None)]


@pytest.mark.parametrize(
    ("published", "text", "first", "last"),
    [
        ("2002", "last year", "2001-01-01", "2001-12-31"),
        ("2002", "last month", None, None),
        ("2002-08", "last month", "2002-07-01", "2002-07-31"),
        ("2002-08", "on Tuesday", None, None),
        ("2002-08", "in March", "2002-03-01", "2002-03-31"),
        ("2002", "in March", None, None),
        ("2002-08-19T10:00:00Z", "yesterday", "2002-08-18", "2002-08-18"),
        ("someday", "last year", None, None),
    ],
)
def test_a_coarse_publication_date_tells_as_much_as_it_can(
    published: str, text: str, first: str | None, last: str | None
) -> None:
    assert [found[1:] for found in periods(text, published)] == [(first, last)]


@pytest.mark.parametrize("text", ["a year earlier", "two years later", "decades ago", "the following year"])
def test_what_counts_from_another_date_stays_open(text: str) -> None:
    assert [found[1:] for found in periods(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "for three months",
        "They march on and may win.",
        "May said so.",
        "August Wilson wrote it.",
        "2000 people came",
        "about 1500 of them",
        "$2019 and 1984%",
        "a 1500 metre race",
        "The Sunday Times",
        "a Boeing 1999.5",
        "In 1500 schools",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert periods(text) == []
