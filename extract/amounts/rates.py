"""What a figure is counted per: "a year", "per barrel", "/h", "annually"."""

from __future__ import annotations

import re

from extract.amounts.laboratory import PERIODS
from extract.amounts.number_words import LEXICON
from extract.units import SYMBOLS, TIME_UNITS, WORDS

ADVERBS = {
    "annually": "year", "yearly": "year", "per annum": "year", "p.a.": "year", "a year": "year", "monthly": "month",
    "weekly": "week", "daily": "day", "hourly": "hour", "per capita": "person", "per head": "person",
    "a head": "person", "apiece": "piece", "each way": "way",
}  # fmt: skip
GOODS = frozenset(
    "barrel ounce gallon share head person piece litre liter kilo pound tonne ton kilogram dozen bushel acre hectare "
    "unit copy bottle night game seat ticket household student pupil family child employee worker capita head resident "
    "inhabitant mile kilometre kilometer metre meter foot plate pop hour minute mph vehicle car visit shift".split()
)
"""What may be counted by after "a" or "an"; after "per" anything may."""
_NO_TIME = r"(?!\s(?:ago|earlier|later|before|previously|after|old)\b)"
"""A time and no rate: "against 2.1 a year earlier"."""
_ADVERB = re.compile(
    r"\s(?P<adverb>" + "|".join(re.escape(a) for a in sorted(ADVERBS, key=len, reverse=True)) + rf")(?!\w){_NO_TIME}",
    re.I,
)
_PER = re.compile(
    r"(?:\s|-)(?P<by>per|for\severy|for\seach|every|each)(?:\s|-)"
    r"(?P<what>(?:[0-9]{1,3}(?:,?[0-9]{3})*\s)?(?:(?:square|cubic|fluid|metric|million|thousand|hundred|sq\.?)\s)?"
    r"(?!(?:in|of|and|or|to|for|at|on|by|from|with|is|was|were|are|the)\b)[^\W\d_]+|[0-9]{1,3}(?:,?[0-9]{3})*(?![\w%]|[.,][0-9]))",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:\s?-\s?|\s)an?(?:\s?-\s?|\s)(?P<what>(?:(?:square|cubic|fluid)\s)?[^\W\d_]+)\b"
    rf"{_NO_TIME}",
    re.I,
)
_ASIDE = re.compile(r"\s\((?=[^()]{0,30}[0-9])[^()\n]{1,30}\)")
"""The same in another currency or unit: "9 billion shekels ($2.4 billion) a year"."""
_LEAD = re.compile(r"\s\(|[\s-]{1,3}[aymwdhpef]|\s?/", re.I)
"""What the words of a rate can start with."""
_SLASH = re.compile(r"\s?/\s?(?P<what>(?:(?:square|cubic|sq|cu)\.?\s)?[^\W\d_]+[²³23]?)")
_OF_STUFF = re.compile(r"\sof\s(?:[^\W_][\w-]{0,30}\s){1,3}?(?=(?:per|an?|each|every)\s)", re.I)
"""The stuff between a measure and its rate: "3 tonnes of coal a year"."""
_POWER = re.compile(
    r"[ \u00a0\u2009\u202f·⋅.]?(?P<what>[^\W\d_]{1,4})(?:\^?[-−–]|\^?⁻|\^\{[-−–])(?P<power>[123¹²³])\}?"
    r"(?![^\W_]|[.,]?[0-9])"
)
_POWERS = {"1": "", "2": "square ", "3": "cubic ", "¹": "", "²": "square ", "³": "cubic "}
_MOST_POWERS = 4  # of one unit
_RANGE = re.compile(r"[^\W\d_][-–]")
"""A hyphen or an en dash, which behind the first unit of a figure stands in a range ("2 m-3 m")."""


def powers_of(text: str, end: int) -> tuple[str, int] | None:
    """What is divided by in "m s−1", "mg L-1", "W m⁻² K⁻¹", for a unit that ends at `end`, and where that ends."""
    names: list[str] = []
    for _ in range(_MOST_POWERS):
        found = _POWER.match(text, end)
        unit = SYMBOLS.get(found["what"]) if found else None
        name = unit.name if unit else PERIODS.get(found["what"]) if found else None
        if found is None or name is None:
            break
        names.append(_POWERS[found["power"]] + name)
        end = found.end()
    return (" ".join(names), end) if names else None


def reciprocal(text: str, end: int) -> tuple[str, int] | None:
    """The unit of a number that ends at `end` where it is only divided by: "100 s−1", "1,650 cm⁻¹"."""
    found = powers_of(text, end)
    return None if found is None or _RANGE.search(text, end, found[1]) else (f"reciprocal {found[0]}", found[1])


def find_rate(text: str, end: int) -> tuple[str, int] | None:
    """What a quantity that ends at `end` is counted per, and where the words for it end; `None` without any."""
    stuff = _OF_STUFF.match(text, end)
    if stuff:
        behind = find_rate(text, stuff.end() - 1)
        return (behind[0], end) if behind else None
    power = powers_of(text, end)
    if power:
        return power
    if not _LEAD.match(text, end):
        return None
    aside = _ASIDE.match(text, end)
    if aside:
        behind = find_rate(text, aside.end())
        return (behind[0], end) if behind else None
    adverb = _ADVERB.match(text, end)
    if adverb:
        return ADVERBS[adverb["adverb"].lower()], adverb.end()
    for pattern in (_PER, _ARTICLE, _SLASH):
        found = pattern.match(text, end)
        if not found:
            continue
        what = _name(found["what"])
        if what in TIME_UNITS or what in GOODS or _is_measure(found["what"]) or _is_per(found, what):
            return what, found.end()
    return None


def _is_per(found: re.Match[str], what: str) -> bool:
    """Whether "per" or "for each" stands before anything that can be counted by."""
    by = found.groupdict().get("by") or ""
    return by.lower() not in ("", "each", "every") and what != "se" and what not in LEXICON


def _name(printed: str) -> str:
    lower = " ".join(printed.lower().replace("sq.", "sq").split())
    unit = SYMBOLS.get(printed) or WORDS.get(lower)
    return unit.name if unit else lower


def _is_measure(printed: str) -> bool:
    return printed in SYMBOLS or " ".join(printed.lower().split()) in WORDS
