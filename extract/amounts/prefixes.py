"""What stands right before a number: its sign, its currency, or a word or code that the number belongs to."""

from __future__ import annotations

import re
import string

from extract.amounts.currencies import CODES, GLUED_ONLY, NAMES, SIGNS
from extract.amounts.numbers import Number
from extract.amounts.unit_after import unit_after

_JOINED_BEFORE = frozenset("sub minus plus pre post over under to in now about nearly almost least most".split())
"""Words that may stand before a number with a hyphen ("sub-7 nanometre"); any other makes a name ("covid-19")."""
_PREFIX = re.compile(
    r"(?P<sign>[-−–+]\s?)?(?P<currency>"
    + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    + r")?(?P<space>[ \u00a0\u2009\u202f]?)(?P<inner>[-−])?$"
)
_SPACES = " \u00a0\u2009\u202f"
_ENDS = frozenset({sign[-1] for sign in SIGNS} | set("-−–+"))
"""The last characters of signs and currencies; before any other there is nothing to read."""
_MINUS_WORD = re.compile(r"\b(?:minus|negative)[\s-]$", re.I)
_MINUS_ENDS = frozenset("sSeE-") | frozenset(string.whitespace)
_CODE_BEFORE = re.compile(r"(?:[^\W\d_]+[-−_./+]|[\w@#&]|[?&;/][^\s=]{0,20}=|\d[-–./:_])$")
_DIGITS_BEFORE = re.compile(r"\d\s?[-–]$")
_HYPHENED = re.compile(r"(?P<word>[^\W\d_]+)-$")
_SPAN_BEFORE = re.compile(r"(?<![0-9.,])[12][0-9]{3}[-–/]$")
"""The year that a span of years starts with; `quantities.py` reads both with the first."""
_NAME_BEFORE = re.compile(
    r"(?<!\b[Tt]he\s)\b(?P<name>dollars?|euros?|rupees?|yuan|ringgit|baht|taka|naira|rupiah|renminbi|sen|birr)\s$", re.I
)
_BRACKET_BEFORE = re.compile(r"(?P<currency>[^\W\d_]{0,3}[$€£¥])\s?\(\s?$")
_BRACKET_AFTER = re.compile(r"(?:\s?(?:[kmb]|[mb]n|million|billion|thousand))?\)")
_LOOK = 24


def read_prefix(text: str, number: Number) -> tuple[str | None, int, float] | None:
    """The currency of a number (`None` without), where it starts with its sign, and 1 or -1.

    `None` instead where the number does not stand alone: after letters ("A380") or hyphened to a word ("F-16",
    "high-five").
    """
    before = text[max(0, number.start - _LOOK) : number.start]
    loss = _loss(text, number, before) if before.rstrip()[-1:] == "(" else None
    if loss is not None:
        return loss
    named = _named(text, number, before)
    if named:
        return named
    if number.end - number.start <= 2 and before[-1:] in ("-", "–", "/") and _SPAN_BEFORE.search(before):
        return None
    prefix = _PREFIX.search(before, max(0, len(before) - 10)) if _may_be_prefixed(before) else None
    currency, start, sign = _prefix(before, prefix, number) if prefix else (None, number.start, 1.0)
    lettered = number.form in ("digits", "ordinal")
    if currency is None and not _stands_alone(before[: len(before) - (number.start - start)], lettered):
        return None
    minus = _MINUS_WORD.search(before) if before[-2:-1] in _MINUS_ENDS else None
    if minus and number.form != "fraction":
        return currency, start - len(minus[0]), -1.0
    return currency, start, sign


def _named(text: str, number: Number, before: str) -> tuple[str, int, float] | None:
    """ "dollar 22.5 million", "rupees 5,000": the name of a currency before an amount."""
    if number.form != "digits" or text[number.start : number.end].isdecimal() or not before[-2:-1].isalpha():
        return None
    found = _NAME_BEFORE.search(before)
    if not found or unit_after(text, number):
        return None
    name = found["name"].lower()
    return NAMES.get(name, name), number.start - len(found[0]), 1.0


def _loss(text: str, number: Number, before: str) -> tuple[str, int, float] | None:
    """ "£(8.1m)": a loss, as accounts print it."""
    found = _BRACKET_BEFORE.search(before)
    if not found or found["currency"] not in SIGNS or not _BRACKET_AFTER.match(text, number.end):
        return None
    return SIGNS[found["currency"]], number.start - len(before) + found.start(), -1.0


def _may_be_prefixed(before: str) -> bool:
    """Whether a sign or a currency can end here, with a space behind it or without."""
    last = before[-2:-1] if before[-1:] in _SPACES else before[-1:]
    return last in _ENDS or last.isspace()


def _prefix(before: str, found: re.Match[str], number: Number) -> tuple[str | None, int, float]:
    """The currency, start and sign that a number has from what stands before it."""
    currency = found["currency"] if _is_currency(before, found, number) else None
    signed = _is_sign(before, found, currency is not None)
    if currency:
        start = found.start("sign") if found["sign"] and signed else found.start("currency")
        minus = signed and (found["sign"] or found["inner"])[0] != "+"
        return SIGNS[currency], number.start - len(before) + start, -1.0 if minus else 1.0
    if signed and (found["inner"] or not found["space"]):
        return None, number.start - 1, -1.0 if before[-1] != "+" else 1.0
    return None, number.start, 1.0


def _is_currency(before: str, found: re.Match[str], number: Number) -> bool:
    sign = found["currency"]
    if not sign or (found["space"] and sign in GLUED_ONLY) or _letter_before(before, found.start("currency"), sign):
        return False
    if sign in GLUED_ONLY and number.scale == 1 and number.value < 10 and number.value % 1 == 0:
        return False  # "PS3", "K2", "P1"
    return number.form == "digits" or not sign[-1].isalpha() or sign in CODES


def _letter_before(before: str, at: int, sign: str) -> bool:
    return at > 0 and sign[0].isalpha() and (before[at - 1].isalnum() or before[at - 1] in "-_")


def _is_sign(before: str, found: re.Match[str], money: bool) -> bool:
    """Whether a dash before the digits is a minus or plus sign and not a hyphen or a dash between words."""
    if found["inner"]:
        at = found.start("inner")
        return money or at == 0 or before[at - 1] in " (\u00a0["
    if not found["sign"] or found["sign"].strip() == "–":
        return False
    at = found.start("sign")
    apart = at == 0 or before[at - 1] in " (\u00a0["
    return apart and (found["sign"] in "-−+" and (money or not found["space"]))


def _stands_alone(before: str, digits: bool) -> bool:
    """Whether a number starts a word here: not after letters ("A380"), nor hyphened to a word ("F-16", "high-five")."""
    last = before[-1:]
    if last == " " or last == "":
        return True
    found = _HYPHENED.search(before)
    if found:
        return found["word"].lower() in _JOINED_BEFORE
    if not digits:
        return True
    return not _CODE_BEFORE.search(before) or bool(_DIGITS_BEFORE.search(before))
