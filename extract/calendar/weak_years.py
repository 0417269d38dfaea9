"""Whether four digits are a year, and "90s" a decade, by the words around them.

Each check takes the text and the match of a rule.
"""

from __future__ import annotations

import re

from extract.amounts.counted import is_plural
from extract.calendar.surroundings import BOUND, FAR, word_after, words_before
from extract.units import SYMBOLS, WORDS

_YEAR_BEFORE = re.compile(
    r"(?<![\w-])(?:in|since|by|until|till|from|to|through|early|late|mid|during|before|after|between|year|years|circa|c\.|ca\.|"
    r"back\sin|around|of|and|for|than|summer|winter|spring|autumn|fall|late|,)[\s-]?(?:the\s)?$|[(\[–-]\s?$", re.I
)  # fmt: skip
_APPROXIMATE = re.compile(
    r"\b(?:about|some|over|nearly|almost|roughly|approximately|(?<!later\s)(?<!earlier\s)than|least|most|only|just|all|up\sto|"
    r"another)\s$", re.I
)  # fmt: skip
_RANGE_BEFORE = re.compile(
    r"\b(?:between|from)\s[0-9]{4}\s(?:and|to)\s$|(?<![0-9])(?:1[0-9]|20)[0-9]{2}\s?[-–]\s?$", re.I
)
_DESIGNATOR = re.compile(
    r"\b(?:rooms?|channels?|flight|gate|route|highway|pages?|chapter|sections?|no\.|number|apartment|suite|bus|train|model|"
    r"version|windows|office|iso|boeing|airbus|lot|box|code|extension)\s$", re.I
)  # fmt: skip
_PAGES = re.compile(r"\b(?:pages?|pp?\.|verses?|lines?)\s$", re.I)
_UNIT_AFTER = re.compile(
    r"\s?(?:%|[°º$£€+]|per\s?cent\b|(?:m|bn|million|billion|thousand|hundred|trillion)\b)|[.,][0-9]|[-–/][0-9]|[:@]",
    re.I,
)
_MEASURE_AFTER = re.compile(r"\s(?:lbf?|rpm|mah|kcal|calories|hp|bhp|psi|mhz|hz)\b|\s?×", re.I)
_JOINED, _MID, _IN_BRACKETS = re.compile(r"[\w$£€#.,/-]$"), re.compile(r"\bmid-$", re.I), re.compile(r"\([^()]*$")
_ENDLESS = re.compile(r"[-–/][0-9]|[.,][0-9]|\s?[%°]")
_THE = re.compile(r"\bthe\s$", re.I)
_OTHER_NINETIES = re.compile(
    r"\b(?:temperatures?|highs?|lows?|degrees|scores?|his|her|their|my|your|aged?|handicap|patients?)\b", re.I
)
_DEGREES = re.compile(r"\s?(?:degrees|percent|per\s?cent|fahrenheit|celsius|[°%]|[FC]\b)|['’]?\s?[-–]", re.I)


def is_year(text: str, match: re.Match[str]) -> bool:
    """Four digits alone: not "1500 metres", "2000 people"."""
    value = int(match[0])
    before = words_before(text, match)
    if _RANGE_BEFORE.search(before):
        counts = before.rstrip()[-1] in "-–" and value % 50 == 0  # "1500–2000 people"
        return not (counts and is_plural(word_after(text, match)))
    if _DESIGNATOR.search(before):
        return False
    if _UNIT_AFTER.match(text, match.end()) or _JOINED.search(before):
        return bool(_MID.search(before))
    temporal = bool(_YEAR_BEFORE.search(before)) and not _APPROXIMATE.search(before)
    word = word_after(text, match)
    if _is_measured(text, match, word):
        return False
    if value < 1700 or value > 2099:
        return temporal and not is_plural(word)
    if word and is_plural(word) and word[0].islower() and word.lower() not in BOUND:
        return value % 100 != 0 and value >= 1900 and (temporal or not _APPROXIMATE.search(before))
    return not _APPROXIMATE.search(before) or temporal or bool(_IN_BRACKETS.search(before))


def is_year_range(text: str, match: re.Match[str]) -> bool:
    """ "the 2012–13 season": not "1200–1400 metres", "1990-95 people"."""
    if _ENDLESS.match(text, match.end()):
        return False
    word = word_after(text, match)
    before = words_before(text, match)
    round_counts = match["y"].endswith(("00", "50")) and match["to"].endswith(("00", "50")) and is_plural(word)
    if round_counts and word not in BOUND:
        return False
    return not _JOINED.search(before) and not _PAGES.search(before) and not _is_measured(text, match, word)


def _is_measured(text: str, match: re.Match[str], word: str) -> bool:
    measured = word.lower() in WORDS or (word in SYMBOLS and word not in ("in", "a"))
    return (
        (measured and text[match.end()] == " " and word.lower() not in ("season", "quarter", "second", "day", "in"))
        or bool(_MEASURE_AFTER.match(text, match.end()))
    )  # fmt: skip


def is_century(text: str, match: re.Match[str]) -> bool:
    """ "the 20th century": not "20th Century Fox"."""
    return "Century" not in match[0] or not word_after(text, match)[:1].isupper()


def is_short_decade(text: str, match: re.Match[str]) -> bool:
    """ "the mid-90s", "in the 60s": not "temperatures in the 90s", "in his 80s"."""
    before = words_before(text, match, FAR)
    if not _THE.search(before) and not (match["edge"] and " the " in match[0]):
        return False
    return not (_OTHER_NINETIES.search(before) or _DEGREES.match(text, match.end()))
