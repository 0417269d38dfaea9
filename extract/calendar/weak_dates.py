"""Whether a lone month, weekday or a day without its year is a date, by the words around it.

Each check takes the text and the match of a rule.
"""

from __future__ import annotations

import re

from extract.amounts.counted import is_plural
from extract.calendar.surroundings import BOUND, clause_goes_on, word_after, words_before
from extract.calendar.time_words import AMBIGUOUS_MONTHS, MONTHS

_TEMPORAL = re.compile(
    r"(?<![\w-])(?:in|since|by|until|till|last|next|this|of|from|to|through|early|late|mid|during|before|after|between|for|"
    r"on|year|years|circa|c\.|ca\.|around|about|back|and|or|than|as)[\s-](?:the\s)?$", re.I
)  # fmt: skip
_SURELY_TEMPORAL = re.compile(
    r"(?<![\w-])(?:in|since|by|until|till|during|last|next|between|early|late|mid)[\s-]$", re.I
)
_ON_DAY = re.compile(
    r"(?<![\w-])(?:on|by|until|till|since|from|before|after|through|to|of|and|between|dated|the)\s(?:the\s)?$", re.I
)
_ON, _ON_THE, _IN = (re.compile(rf"\b{word}\s$", re.I) for word in ("on", r"on\sthe", "in"))
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’]*\s$")
_OPENING_CAPITAL = re.compile(r"(?:^|[.!?\"”]\s)[A-Z]\w*\s$")
_NAMED_FRIDAY = re.compile(r"\b(?:Black|Good|Holy|Bloody|Ash|Palm|Cyber|Super|Easter|Maundy|Shrove|Throwback)\s$")
_EVERY = re.compile(r"\b(?:every|each)\s$", re.I)
_ANY = re.compile(r"\b(?:every|each|a|any|most|some)\s$", re.I)
_HALVES_OF_DAY = frozenset(("mornings", "afternoons", "evenings", "nights"))


def is_day(text: str, match: re.Match[str]) -> bool:
    """ "March 3", "the fourth of July": not "They march 3 miles", "all 5 may win", "In May 20 people"."""
    month, number = match["m"], match["d"]
    if match["y"]:
        return True
    before = words_before(text, match)
    if month.lower().rstrip(".") in ("may", "march", "mar") and month[0].islower() and not match["w"]:
        return bool(_ON_DAY.search(before))
    if not number[0].isdigit():
        whole = re.split(r"[\s-]", match[0])
        loose = whole[-1].lower() in ("first", "second", "third") and len(whole) == 2
        return not loose or clause_goes_on(text, match)
    following = word_after(text, match)
    counted = number.isdigit() and match.end("d") == match.end() and following[:1].islower() and is_plural(following)
    return not (counted and following not in BOUND and _IN.search(before))


def is_day_of_month(text: str, match: re.Match[str]) -> bool:
    """ "on the 22nd": not "the 22nd president"."""
    return bool(_ON_THE.search(words_before(text, match)) and clause_goes_on(text, match))


def is_weekday_day(text: str, match: re.Match[str]) -> bool:
    """ "on Friday the 13th": not the film."""
    return match["d"] != "13th" or match["w"].lower() != "friday" or bool(_ON.search(words_before(text, match)))


def is_month(text: str, match: re.Match[str]) -> bool:
    """A month alone: not "they may", "August Wilson"."""
    printed = match["m"]
    before = words_before(text, match)
    if _EVERY.search(before):
        return False
    temporal = bool(_TEMPORAL.search(before))
    short = len(printed) < 5 and printed.lower() not in ("may", "june", "july")
    if printed in AMBIGUOUS_MONTHS:  # in lower case
        return not short and bool(_SURELY_TEMPORAL.search(before)) and clause_goes_on(text, match)
    if (printed[0].islower() or short) and not temporal:
        return False
    following = word_after(text, match)
    named = following[:1].isupper()
    if printed.lower() in AMBIGUOUS_MONTHS:
        return temporal and not named
    return not named or temporal


def is_named(text: str, match: re.Match[str]) -> bool:
    """ "last March", "this Friday": not "this may apply", "the same fall", "the next May election"."""
    name, following = match["name"], word_after(text, match)
    if name[0].islower() and name in ("may", "march", "mar", "fall", "spring"):
        this_may = match["which"].lower() == "this" and name == "may"
        return clause_goes_on(text, match) and not this_may
    return not (following[:1].isupper() and name[0].isupper() and name.lower() not in ("spring", "summer", "autumn"))


def is_weekday(text: str, match: re.Match[str]) -> bool:
    """A weekday alone: not "The Sunday Times"."""
    before = words_before(text, match)
    following = word_after(text, match)
    if _ANY.search(before) or _NAMED_FRIDAY.search(before) or following.lower() in _HALVES_OF_DAY:
        return False
    named = following[:1].isupper() and following.lower() not in MONTHS
    if _TEMPORAL.search(before):
        return not (named and following.lower() not in ("night", "morning", "evening", "afternoon", "i"))
    if match[0][0].islower() or named:
        return False
    return not _CAPITAL_BEFORE.search(before) or bool(_OPENING_CAPITAL.search(before))
