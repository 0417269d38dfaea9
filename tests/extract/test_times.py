"""Dates and periods with their bounds, counted from Monday 19 August 2002."""

from __future__ import annotations

from itertools import pairwise

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
        ("signed 4/Nov/2011", "4/Nov/2011", "2011-11-04", "2011-11-04"),
        ("log of Nov-04-2011", "Nov-04-2011", "2011-11-04", "2011-11-04"),
        ("on 2011/11/04", "2011/11/04", "2011-11-04", "2011-11-04"),
        ("am 24.12.1998", "24.12.1998", "1998-12-24", "1998-12-24"),
        ("filed 24/12/98", "24/12/98", "1998-12-24", "1998-12-24"),
        ("October twenty-second 1962", "October twenty-second 1962", "1962-10-22", "1962-10-22"),
        ("the fourth of July 1976", "fourth of July 1976", "1976-07-04", "1976-07-04"),
        ("on 12 March '87", "12 March '87", "1987-03-12", "1987-03-12"),
        ("after the 9/11 attacks", "after the 9/11", "2001-09-12", None),
        ("the last day of 1999", "the last day of 1999", "1999-12-31", "1999-12-31"),
        ("the third day of June 1967", "the third day of June 1967", "1967-06-03", "1967-06-03"),
        ("June–August 2004", "June–August 2004", "2004-06-01", "2004-08-31"),
        ("until 5 June.", "until 5 June", None, None),
        ("the winter of 1776-77", "winter of 1776-77", "1776-12-01", "1777-02-28"),
        ("a Nov-Feb 2017 drought", "Nov-Feb 2017", "2016-11-01", "2017-02-28"),
        ("the 2004/5 season", "2004/5", "2004-01-01", "2005-12-31"),
        ("the summer of '69", "summer of '69", "1969-06-01", "1969-08-31"),
        ("in the mid-90s", "mid-90s", "1994-01-01", "1996-12-31"),
        ("the end of the 18th century", "the end of the 18th century", "1793-01-01", "1800-12-31"),
        ("the second half of the 1970s", "the second half of the 1970s", "1975-01-01", "1979-12-31"),
        ("the 9th and 10th centuries", "9th and 10th centuries", "0801-01-01", "1000-12-31"),
        ("in the 2nd century AD", "2nd century AD", "0101-01-01", "0200-12-31"),
        ("the second millennium BC", "second millennium BC", None, None),
        ("27 BC – AD 14", "27 BC – AD 14", None, None),
        ("Easter 2011 fell late", "Easter 2011", "2011-04-24", "2011-04-24"),
        ("on Christmas Day 2015", "Christmas Day 2015", "2015-12-25", "2015-12-25"),
        ("Thanksgiving 2019", "Thanksgiving 2019", "2019-11-28", "2019-11-28"),
        ("Memorial Day 2021", "Memorial Day 2021", "2021-05-31", "2021-05-31"),
        ("St. Patrick's Day 2010", "St. Patrick's Day 2010", "2010-03-17", "2010-03-17"),
        ("during Ramadan, shops", "Ramadan", None, None),
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
        ("the 2020-21 fiscal year", "the 2020-21 fiscal year", None, None),
        ("2016 Q2 was", "2016 Q2", "2016-04-01", "2016-06-30"),
        ("1H 2020", "1H 2020", "2020-01-01", "2020-06-30"),
        ("H2 2018 sales", "H2 2018", "2018-07-01", "2018-12-31"),
        ("the last week of 2014", "the last week of 2014", "2014-12-25", "2014-12-31"),
        ("the second week of May 2014", "the second week of May 2014", "2014-05-08", "2014-05-14"),
        ("the June quarter 2019", "the June quarter 2019", "2019-04-01", "2019-06-30"),
        ("the turn of the century", "the turn of the century", None, None),
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
        ("before the end of 2010", "before the end of 2010", None, "2010-12-31"),
        ("after the start of 2010", "after the start of 2010", "2010-01-01", None),
        ("no later than 2030", "no later than 2030", None, "2030-12-31"),
        ("from 2014 onwards", "from 2014 onwards", "2014-01-01", None),
        ("2014 or later", "2014 or later", "2014-01-01", None),
        ("1773 or earlier", "1773 or earlier", None, "1773-12-31"),
        ("dating from the 1750s", "1750s", "1750-01-01", "1759-12-31"),
        ("from the 2008-2009 recession", "from the 2008-2009", "2008-01-01", "2009-12-31"),
        ("from 1998 to the present", "from 1998 to the present", "1998-01-01", None),
        ("(1998–present)", "1998–present", "1998-01-01", None),
        ("beginning in March 2011", "beginning in March 2011", "2011-03-01", None),
        ("three days after May 30, 2001", "three days after May 30, 2001", "2001-06-02", "2001-06-02"),
        ("two weeks before Easter 2010", "two weeks before Easter 2010", "2010-03-21", "2010-03-21"),
        ("a decade after 1973", "a decade after 1973", "1983-01-01", "1983-12-31"),
        ("the day after Christmas 2004", "the day after Christmas 2004", "2004-12-26", "2004-12-26"),
        ("the week of May 8, 2019", "the week of May 8, 2019", "2019-05-06", "2019-05-12"),
        ("two weeks starting May 8, 2019", "two weeks starting May 8, 2019", "2019-05-08", "2019-05-21"),
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
        ("will be back in two weeks.", "in two weeks", "2002-09-02", "2002-09-02"),
        ("in three years' time", "in three years' time", "2005-01-01", "2005-12-31"),
        ("a month from now", "a month from now", "2002-09-01", "2002-09-30"),
        ("the day before yesterday", "the day before yesterday", "2002-08-17", "2002-08-17"),
        ("the day after tomorrow", "the day after tomorrow", "2002-08-21", "2002-08-21"),
        ("the year before last", "the year before last", "2000-01-01", "2000-12-31"),
        ("the week after next", "the week after next", "2002-09-02", "2002-09-08"),
        ("half a century ago", "half a century ago", "1952-01-01", "1952-12-31"),
        ("two and a half years ago", "two and a half years ago", "2000-01-01", "2000-12-31"),
        ("a couple of weeks ago", "a couple of weeks ago", "2002-08-05", "2002-08-11"),
        ("between now and December", "between now and December", "2002-08-19", "2002-12-31"),
        ("next Friday", "next Friday", "2002-08-30", "2002-08-30"),
        ("this Friday", "this Friday", "2002-08-23", "2002-08-23"),
        ("fell overnight.", "overnight", "2002-08-18", "2002-08-19"),
        ("over the weekend, he", "the weekend", "2002-08-17", "2002-08-18"),
        ("closed on the 6th, when", "6th", "2002-08-06", "2002-08-06"),
        ("on Friday 13 July", "Friday 13 July", "2001-07-13", "2001-07-13"),
        ("Tuesday 13th", "Tuesday 13th", "2002-08-13", "2002-08-13"),
        ("on 29 February", "29 February", "2000-02-29", "2000-02-29"),
        ("in March last year", "March last year", "2001-03-01", "2001-03-31"),
        ("on 30 November of last year", "30 November of last year", "2001-11-30", "2001-11-30"),
        ("over the past year", "the past year", "2001-08-19", "2002-08-19"),
        ("the last two quarters", "the last two quarters", "2002-01-01", "2002-06-30"),
        ("the year to date", "the year to date", "2002-01-01", "2002-08-19"),
        ("earlier in the month", "earlier in the month", "2002-08-01", "2002-08-19"),
        ("by year-end.", "by year-end", None, "2002-12-31"),
        ("in the December quarter", "the December quarter", "2001-10-01", "2001-12-31"),
        ("from Thursday until Sunday", "from Thursday until Sunday", "2002-08-15", "2002-08-18"),
        ("between Friday and Monday", "between Friday and Monday", "2002-08-16", "2002-08-19"),
        ("on New Year's Eve", "New Year's Eve", "2001-12-31", "2001-12-31"),
        ("last Easter", "last Easter", "2002-03-31", "2002-03-31"),
        ("runs from 1 July to 30 September", "from 1 July to 30 September", "2002-07-01", "2002-09-30"),
        ("is to be held from 1 October to 30 November", "from 1 October to 30 November", "2002-10-01", "2002-11-30"),
        ("It will end. On Tuesday he left", "Tuesday", "2002-08-13", "2002-08-13"),
        ("learned from Tuesday's game", "Tuesday", "2002-08-13", "2002-08-13"),
        ("thousands visited this weekend", "this weekend", "2002-08-17", "2002-08-18"),
        ("at Christmas.", "Christmas", "2001-12-25", "2001-12-25"),
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


@pytest.mark.parametrize(
    "text",
    [
        "a year earlier", "two years later", "decades ago", "the following year", "the previous quarter", "the next day",
        "the same month a year earlier", "66 million years ago", "some 5,000 years ago", "that October",
    ],
)  # fmt: skip
def test_what_counts_from_another_date_stays_open(text: str) -> None:
    assert [found[1:] for found in periods(text)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1757 war came. In early August they left.", [("1757", "1757"), ("early August", None)]),
        ("Revived in 1984, when on May 7 of that year", [("1984", "1984"), ("May 7 of that year", "1984")]),
        ("Founded in 1957, it said in May", [("1957", "1957"), ("May", "2002")]),
        ("In 1916 it began. Over the next five years", [("1916", "1916"), ("the next five years", None)]),
        ("in June and July 1519", [("June", "1519"), ("July 1519", "1519")]),
    ],
)
def test_a_day_without_year_keeps_to_the_year_that_is_told(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(surface, first and first[:4]) for surface, first, _ in periods(text)] == found


def test_another_date_of_the_text_shows_which_number_is_the_month() -> None:
    assert [first for _, first, _ in periods("signed 03/04/2019, paid 25/04/2019")] == ["2019-04-03", "2019-04-25"]
    assert [first for _, first, _ in periods("signed 3/4/2019, paid 4/25/2019")] == ["2019-03-04", "2019-04-25"]
    assert periods("3/4/2019, 4/25/2019, 25/4/2019")[0] == ("3/4/2019", None, None)


def test_periods_never_overlap() -> None:
    text = "from 1990 to two weeks before Easter 2010 or later, before May 5 last year and since the end of the 1990s. "
    found = find_periods(BLANK(text * 3), PUBLISHED)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all((text * 3)[p.start : p.end] == p.surface for p in found)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_placeholder_is_no_publication_date(published: str) -> None:
    assert [found[1:] for found in periods("between Friday and Monday, last week", published)] == [(None, None)] * 2


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
        "host of World News Tonight",
        "writing in History Today",
        "owned by 20th Century Fox",
        "through the weekend before launch",
        "this may apply",
        "he may 5 times",
        "They march 3 miles",
        "temperatures in the 90s",
        "a man in his 80s",
        "on the 22nd floor",
        "the Good Friday Agreement",
        "a Christmas tree",
        "an overnight success",
        "a weekend getaway",
        "every Wednesday",
        "on Saturday mornings",
        "the first quartile, Q1, is",
        "the first quarter of the match",
        "year-end results",
        "1000+ members",
        "Windows 2000",
        "ISO 9001-2015",
        "1500-2000 people",
        "not far past eighteen months",
        "rose by a third in two years",
        "version 2.0.19",
        "1/2 a cup, 24/7",
        "call 555-2019",
        "won 21-19",
        "they sat in the sun",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert periods(text) == []
