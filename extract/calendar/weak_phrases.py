"""Whether "today", "in two weeks", "the weekend", "Christmas", "Q1" and their like are times, by the words around them.

Each check takes the text and the match of a rule.
"""

from __future__ import annotations

import re

from extract.calendar.rule import is_future
from extract.calendar.surroundings import FAR, clause_goes_on, words_before

_INSIDE_SENTENCE = re.compile(r"[\w'’]\s$")
_NO_NIGHT = re.compile(r"\b(?:an|the|become|became|stay(?:s|ed|ing)?)\s$", re.I)
_FEAST = re.compile(r"(?<![\w-])(?:at|before|after|since|by|until|over|on|during)\s$", re.I)
_WEEKEND = re.compile(r"(?<![\w-])(?:over|at|on|during|for|of|by|through|before|after|until)\s$", re.I)
_OTHER_WEEKEND = re.compile(r"\s(?:before|after|of)\b", re.I)
_YEAR_END = re.compile(r"(?<![\w-])(?:by|at|before|until|since|to|from|through)\s$", re.I)
_QUARTER = re.compile(r"(?<![\w-])(?:in|for|of|from|to|since|by|during|this|last|next|and|until|through)\s$", re.I)
_RESULTS = re.compile(r"\s(?:results?|earnings|profits?|revenues?|sales|gdp|growth|net|report|loss(?:es)?)\b", re.I)
_OF = re.compile(r"\sof\s", re.I)
_SPENT = re.compile(r"(?:\b(?:in|over|during|within|for|of|these|those|and)|[.,;:(])\s$|^$", re.I)
_RANGE_LEFT = re.compile(
    r"(?:\bbetween\s|[\w.]\s(?:to|until|till|through|and)\s|[0-9]\s?[-–—]\s?)(?:the\s)?$|\bfrom\s$", re.I
)


def is_near_day(text: str, match: re.Match[str]) -> bool:
    """ "today": not a name that ends with it ("USA Today"), nor "overnight success"."""
    word, before = match[0], words_before(text, match)
    if word.lower() == "overnight":
        return clause_goes_on(text, match) and not _NO_NIGHT.search(before)
    return word[0].islower() or not _INSIDE_SENTENCE.search(before)


def is_weekend(text: str, match: re.Match[str]) -> bool:
    """ "over the weekend": not "the weekend edition"."""
    placed = _WEEKEND.search(words_before(text, match))
    return bool(placed) and clause_goes_on(text, match) and not _OTHER_WEEKEND.match(text, match.end())


def is_ahead(text: str, match: re.Match[str]) -> bool:
    """ "will open in two weeks": not "rose by a third in two years"."""
    return is_future(words_before(text, match, FAR)) and clause_goes_on(text, match)


def is_feast(text: str, match: re.Match[str]) -> bool:
    """ "over Christmas", "Christmas Day 2015": not "a Christmas tree", "Good Friday Agreement"."""
    if match["y"] or not clause_goes_on(text, match):
        return bool(match["y"])
    if match["which"]:
        return True
    return match["h"][0].isupper() and bool(_FEAST.search(words_before(text, match)))


def is_quarter(text: str, match: re.Match[str]) -> bool:
    """ "in Q1": not the first quartile; by words or with its year it is sure."""
    if match["y3"] or match["of"]:
        return True
    if match["q"]:  # not "the first quarter of the match"
        return not _OF.match(text, match.end())
    return bool(_QUARTER.search(words_before(text, match)) or _RESULTS.match(text, match.end()))


def is_counted(text: str, match: re.Match[str]) -> bool:
    """ "over the past two years": not "well past two years"."""
    return not match[0].lower().startswith("past") or bool(_SPENT.search(words_before(text, match)))


def is_year_end(text: str, match: re.Match[str]) -> bool:
    """ "by year-end": not "year-end results"."""
    placed = _YEAR_END.search(words_before(text, match))
    return bool(placed) and clause_goes_on(text, match)


def is_now(text: str, match: re.Match[str]) -> bool:
    """ "now" at an end of a range."""
    return bool(_RANGE_LEFT.search(words_before(text, match)))
