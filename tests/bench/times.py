"""Periods beside what the date libraries alone make of them, on Recognizers-Text's date and period cases.

A case counts with its reference date as publication date. It passes when every date or period of the gold is met by one
of the system's that overlaps it and has its bounds (any of the gold's readings; the ends of a period within a day, as its
gold ends are exclusive and some of its starts too) and nothing else in the text has bounds. The gold's "from May to
September" ends with August; the whole of September is right too, and so for years.
Left out: cases with times of day, durations or sets, and those whose gold has no dates ("school year 2008").
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from spacy.language import Language

from extract.times import find_periods
from tests.bench.table import Row, share

Bounds = tuple[str | None, str | None]
Found = tuple[int, int, Bounds]
System = Callable[[str, date], Iterable[Found]]
TWO_ENDS = re.compile(r"[-–~]|\b(?:to|till?|until|through|and)\b", re.I)
KINDS = ("datetimeV2.date", "datetimeV2.daterange")


def cases(shared: Path) -> list[dict]:
    """The cases whose every result is a date or a period with dates."""
    path = shared / "data/recognizers_text/DateTime/DateTimeModel.json"
    return [c for c in json.loads(path.read_text("utf-8-sig")) if c["Results"] and all(map(_is_dated, c["Results"]))]


def _is_dated(result: dict) -> bool:
    values = result.get("Resolution", {}).get("values", [])
    return result.get("TypeName") in KINDS and all(v.get("value") != "not resolved" for v in values)


def readings(result: dict) -> list[Bounds]:
    """The bounds that the gold allows, both inclusive."""
    return [bounds for value in result["Resolution"]["values"] for bounds in _bounds(value, result["Text"])]


def _bounds(value: dict, surface: str) -> Iterator[Bounds]:
    if "value" in value:
        yield value["value"], value["value"]
        return
    first, end = value.get("start"), value.get("end")
    yield first, end and _before(date.fromisoformat(end))
    if first and end and TWO_ENDS.search(surface):
        after = date.fromisoformat(end)
        if after.day == 1:
            yield first, _before(date(after.year + after.month // 12, after.month % 12 + 1, 1))
            if after.month == 1:
                yield first, _before(date(after.year + 1, 1, 1))


def _before(day: date) -> str:
    return (day - timedelta(days=1)).isoformat()


def near(ours: Bounds, gold: Bounds) -> bool:
    """Whether bounds agree: a day exactly, the ends of a period within a day."""
    slack = timedelta(days=0 if gold[0] == gold[1] else 1)
    for a, b in zip(ours, gold, strict=True):
        if (a is None) != (b is None):
            return False
        if a and b and abs(date.fromisoformat(a) - date.fromisoformat(b)) > slack:
            return False
    return True


def passes(found: list[Found], gold: list[dict]) -> bool:
    """Whether all of the gold is met and nothing else has bounds."""
    used = set()
    for result in gold:
        place = result["Start"], result["End"] + 1
        hit = next(
            (
                i
                for i, (start, end, bounds) in enumerate(found)
                if start < place[1] and place[0] < end and any(near(bounds, reading) for reading in readings(result))
            ),
            None,
        )
        if hit is None:
            return False
        used.add(hit)
    return all(i in used or bounds == (None, None) for i, (_, _, bounds) in enumerate(found))


def with_periods(nlp: Language) -> System:
    """Ours."""

    def system(text: str, published: date) -> Iterable[Found]:
        return [(p.start, p.end, (p.first, p.last)) for p in find_periods(nlp(text), published.isoformat())]

    return system


def with_dateparser(text: str, published: date) -> Iterable[Found]:
    """dateparser's search; a month or a year it finds lasts from its first to its last day."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.combine(published, datetime.min.time())}
    parser = DateDataParser(languages=["en"], settings=settings)
    at = 0
    for surface, when in search_dates(text, languages=["en"], settings=settings) or ():
        start = max(text.find(surface, at), 0)
        at = start + len(surface)
        period = parser.get_date_data(surface)["period"]
        yield start, at, _lasting(when.date(), period)


def _lasting(day: date, period: str) -> Bounds:
    if period == "year":
        return f"{day.year}-01-01", f"{day.year}-12-31"
    if period == "month":
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return day.replace(day=1).isoformat(), (after - timedelta(days=1)).isoformat()
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return day.isoformat(), day.isoformat()


def with_dateutil(text: str, published: date) -> Iterable[Found]:
    """The one date of dateutil's fuzzy reading of the whole text."""
    from dateutil import parser

    try:
        when = parser.parse(text, fuzzy=True, default=datetime.combine(published, datetime.min.time()))
    except (ValueError, OverflowError):
        return
    if re.search(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", text, re.I):
        yield 0, len(text), (when.date().isoformat(), when.date().isoformat())


def rows(shared: Path, nlp: Language) -> list[Row]:
    """Share of cases passed, ours and the libraries'."""
    systems: dict[str, System] = {"ours": with_periods(nlp), "dateparser": with_dateparser, "dateutil": with_dateutil}
    chosen = cases(shared)
    right = {name: [_passed(system, case) for case in chosen] for name, system in systems.items()}
    table = []
    for kind in ("date and period", "date", "period"):
        kept = [i for i, case in enumerate(chosen) if kind == "date and period" or _kind(case) == kind]
        shares = {name: share(sum(passed[i] for i in kept), len(kept)) for name, passed in right.items()}
        table.append(Row(f"recognizers times: {kind}", shares.pop("ours"), shares, size=len(kept)))
    return table


def _kind(case: dict) -> str:
    kinds = {result["TypeName"] for result in case["Results"]}
    return "date" if kinds == {KINDS[0]} else "period"


def _passed(system: System, case: dict) -> bool:
    published = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
    return passes(list(system(case["Input"], published)), case["Results"])
