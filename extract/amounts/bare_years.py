"""Which four digits without a unit are a year, where no date that is read elsewhere covers them.

Not covered: years of fewer digits ("in 330"), years before Christ, which are no figures at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts.counted import is_plural
from extract.amounts.quantities import Quantity, is_year

_BEFORE = re.compile(
    r"(?:^|\n|[.!?]\s)$|[(\[]$"
    r"|\b(?:in|since|until|till|circa|either|as\s(?:early|late)\sas|(?:lower|higher|better|worse|earlier|later|rather)\sthan)\s$"
    r"|\b[12][0-9]{3}(?:[-–/][0-9]{1,4})?,?\s(?:(?:and|or)\s)?$"
)  # fmt: skip
"""What stands before a year that a sentence starts with, or that is dated by a word or goes on a list of years."""
_ENDS = re.compile(r"\s?[,:;)\]$€£]|\.?(?:\s*$|\s[A-Z])|\s(?:and|or)\s(?:[a-z]+\s)?[12][0-9]{3}\b")
_DETERMINER = re.compile(
    r"(?:['’]s|\b(?:his|her|its|their|our|my|the|this|a|an))(?:\s(?:own|original|first|early|famous|second|last|final|now|landmark))?\s$",
    re.I,
)
_NAMES = re.compile(
    r"\s(?:[a-z][\w-]*\s){0,2}?(?P<noun>[a-z]{4,})(?=[.,;:]|\s(?:of|in|by|on|to|with|that|which|was|is|and|for)\b|\s[A-Z\"“‘]|$)"
)
_BEFORE_CHRIST = re.compile(r"\s?(?:to|and|or|[-–])\s?[0-9]{1,5}\s?(?:BCE?|B\.C\.|CE|AD)\b")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|roughly\s|approximately\s|circa\s)?$", re.I)
_FOLLOWING = re.compile(r"\s(?P<noun>[a-z]+)")
_LOOK = 32  # characters before a year that are looked at


def is_dating(text: str, quantity: Quantity) -> bool:
    """Whether a number is a year: "(2018: £12.4 million)", "1498, 1535 and 1543", "her 1539 letter"."""
    if quantity.kind == "year":
        return True
    if quantity.kind != "other" or not is_year(quantity.number):
        return False
    before = text[max(0, quantity.start - _LOOK) : quantity.start]
    if quantity.high is not None and is_year(replace(quantity.number, value=quantity.high)):
        following = _FOLLOWING.match(text, quantity.end)
        if _BETWEEN.search(before) and not (following and is_plural(following["noun"])):
            return True
    if _BEFORE.search(before):
        return bool(_ENDS.match(text, quantity.end))
    named = _NAMES.match(text, quantity.end) if _DETERMINER.search(before) else None
    return named is not None and not is_plural(named["noun"])


def is_before_christ(text: str, quantity: Quantity) -> bool:
    """Whether a number is the first of two years in another era ("8000 to 6000 BC")."""
    return _BEFORE_CHRIST.match(text, quantity.end) is not None
