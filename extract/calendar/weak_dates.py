"""Whether a lone month, weekday or four-digit number is a date, by the words around it."""

from __future__ import annotations

import re

from extract.amounts.counted import is_plural
from extract.calendar.time_words import AMBIGUOUS_MONTHS, MONTHS
from extract.units import SYMBOLS, WORDS

_TEMPORAL = re.compile(
    r"(?<![\w-])(?:in|since|by|until|till|last|next|this|of|from|to|through|early|late|mid|during|before|after|between|for|"
    r"every|each|on|year|years|circa|c\.|ca\.|around|about|back|and|or|than|as)[\s-](?:the\s)?$", re.I
)  # fmt: skip
_YEAR_BEFORE = re.compile(
    r"(?<![\w-])(?:in|since|by|until|till|from|to|through|early|late|mid|during|before|after|between|year|years|circa|c\.|ca\.|"
    r"back\sin|around|of|and|for|than|summer|winter|spring|autumn|fall|late|,)[\s-]?(?:the\s)?$|[(\[–-]\s?$", re.I
)  # fmt: skip
_APPROXIMATE = re.compile(
    r"\b(?:about|some|over|nearly|almost|roughly|approximately|than|least|most|only|just|all|up\sto|another)\s$", re.I
)
_RANGE_BEFORE = re.compile(r"\b(?:between|from)\s[0-9]{4}\s(?:and|to)\s$|[0-9]{4}\s?[-–]\s?$", re.I)
_NEXT = re.compile(r"(?:\s|-)(?P<word>[^\W\d_][\w'’]*)")
_UNIT_AFTER = re.compile(
    r"\s?(?:%|[°º$£€]|per\s?cent\b|(?:m|bn|million|billion|thousand|hundred|trillion)\b)|[.,][0-9]|[-–/][0-9]|[:@]",
    re.I,
)
_JOINED, _MID, _IN_BRACKETS = re.compile(r"[\w$£€#.,/-]$"), re.compile(r"\bmid-$", re.I), re.compile(r"\([^()]*$")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’]*\s$")
_OPENING_CAPITAL = re.compile(r"(?:^|[.!?\"”]\s)[A-Z]\w*\s$")
_BOUND = frozenset(
    "to or and but in on at by for from of as was were is are had has have with when while the a an it he she".split()
)


def is_date(text: str, match: re.Match[str]) -> bool:
    """Whether the match of a weak rule (a month, a weekday or a year alone) is a date."""
    parts = match.groupdict()
    if parts.get("m"):
        return _is_month(text, match)
    if parts.get("w"):
        return _is_weekday(text, match)
    return _is_year(text, match)


def _is_month(text: str, match: re.Match[str]) -> bool:
    printed = match["m"]
    before = text[max(0, match.start() - 24) : match.start()]
    temporal = bool(_TEMPORAL.search(before))
    short = len(printed) < 5 and printed.lower() not in ("may", "june", "july")
    if (printed[0].islower() or short) and (printed in AMBIGUOUS_MONTHS or not temporal):
        return False
    following = _NEXT.match(text, match.end())
    named = bool(following) and following["word"][0].isupper()  # type: ignore[index]
    if printed.lower() in AMBIGUOUS_MONTHS:
        return temporal and not named
    return not named or temporal


def _is_weekday(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if _TEMPORAL.search(before):
        return True
    if match[0][0].islower():
        return False
    following = _NEXT.match(text, match.end())
    if following and following["word"][0].isupper() and following["word"].lower() not in MONTHS:
        return False
    return not _CAPITAL_BEFORE.search(before) or bool(_OPENING_CAPITAL.search(before))


def _is_year(text: str, match: re.Match[str]) -> bool:
    value = int(match[0])
    before = text[max(0, match.start() - 24) : match.start()]
    if _RANGE_BEFORE.search(before):
        return True
    if _UNIT_AFTER.match(text, match.end()) or _JOINED.search(before):
        return bool(_MID.search(before))
    temporal = bool(_YEAR_BEFORE.search(before)) and not _APPROXIMATE.search(before)
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    measured = word.lower() in WORDS or (word in SYMBOLS and word not in ("in", "a"))
    if measured and text[match.end()] == " " and word.lower() not in ("season", "quarter", "second", "day", "in"):
        return False
    if value < 1700 or value > 2099:
        return temporal and not is_plural(word)
    if word and is_plural(word) and word[0].islower() and word.lower() not in _BOUND:
        return value % 100 != 0 and value >= 1900 and (temporal or not _APPROXIMATE.search(before))
    return not _APPROXIMATE.search(before) or temporal or bool(_IN_BRACKETS.search(before))
