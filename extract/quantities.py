"""A number with what is printed on both sides of it: sign, currency, scale, unit, rate.

Works on the text alone. A number that turns out to be part of a name or code ("A380", "F-16", "1.2.3") is no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.currencies import (
    AMBIGUOUS_NAMES,
    CODES,
    GLUED_ONLY,
    HUNDREDTHS,
    NAMED_HUNDREDTHS,
    NAMES,
    PREFIX_ONLY,
    SIGNS,
)
from extract.number_words import ALWAYS_SCALES, GLUED_SCALES, SCALES
from extract.numbers import Number, times
from extract.rates import find_rate
from extract.units import SYMBOLS, WORDS, Unit

LOOK = 40
"""Characters of context that a rule may look at on either side; keeps time linear in the length of the text."""
_JOINED_BEFORE = frozenset("sub minus plus pre post over under to now about nearly almost least most".split())
"""Words that may stand before a number with a hyphen ("sub-7 nanometre"); any other makes a name ("covid-19")."""
_PREFIX = re.compile(
    r"(?P<sign>[-−–+]\s?)?(?P<currency>"
    + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    + r")?(?P<space>[ \u00a0\u2009\u202f]?)(?P<inner>[-−])?$"
)
_MINUS_WORD = re.compile(r"\b(?:minus|negative)[\s-]$", re.I)
_CODE_BEFORE = re.compile(r"(?:[^\W\d_]+[-_./+]|[\w@#&=]|\d[-–./:_])$")
_HYPHENED = re.compile(r"(?P<word>[^\W\d_]+)-$")
_CODE_AFTER = re.compile(r"[^\W_]|[._:/@][^\W_]|-[A-Z]{2}|_")
_CLOCK = re.compile(r"[0-9]{1,2}(?:[.:][0-5][0-9])?\s?(?:[ap]m\b|[ap]\.m\.)|[0-9]{1,2}:[0-5][0-9]\b")
_SCALE = re.compile(rf"\s?(?P<scale>{'|'.join(GLUED_SCALES)})(?![^\W_])", re.I)
_SYMBOL = re.compile(
    r"(?P<space>[ \u00a0\u2009\u202f]?)(?P<symbol>"
    + "|".join(
        re.escape(s)
        for s in sorted({*SYMBOLS, *SIGNS, *HUNDREDTHS} - {"US cents", "euro cents"}, key=len, reverse=True)
    )
    + r")(?![^\W_]|(?<=[^\W_])[²³])"
)
_WORD_UNIT = re.compile(
    r"(?:\s?-\s?|\s{1,2}|)(?:(?:US|U\.S\.|[Ii]mperial|British)\s(?=[a-z]))?(?P<words>[^\W\d_]+(?:(?:[\s/]|\s?-\s?)[^\W\d_]+){0,3})"
)
_OF_A = re.compile(r"\s(?:of\s)?an?\s", re.I)
_SPACED_HYPHEN = re.compile(r"\s?-\s?")
_IN_BRACKETS = re.compile(r"\s[({\[](?P<symbol>[^\W\d_]{1,4})[)}\]]")
_SCALE_AFTER = re.compile(r"\s(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh)\b", re.I)
_REPEATED = re.compile(r"\s(?P<who>US|U\.S\.|USD|CAD|AUD|Canadian|Australian)(?![\w$])")
_LONE_LETTERS = frozenset("m g t l L W V h J N F K s C".split())
"""Unit symbols of one letter that may stand apart from the digits."""
_INCH_FOLLOWS = re.compile(r"\s*(?:[.,;)]|$|x\b|×|by\b|long\b|wide\b|tall\b|high\b|deep\b|thick\b)")
_COUNTED_MILLIONS = re.compile(
    r"\s(?!across\b|miles\b)(?:[^\W\d_]+\s)?(?:[^\W\d_]{3,}s|people|men|women|children)\b(?<!ss)"
)
_MONEY_NEAR = re.compile(r"[£$€]|\b(?:cost|costs|spen[dt]\w*|paid|pay\w*|worth|pric\w+|fin(?:ed|es)|earn\w*|sold|salar\w+|"
                         r"invest\w*|debt\w*|loan\w*|sterling|budget\w*|fund\w*)\b", re.I)  # fmt: skip
_HEAT_NEAR = re.compile(
    r"[°º]|\b(?:temperatures?|heat\w*|cold\w*|warm\w*|weather|freez\w*|hot\w*|boil\w*|degrees?|cool\w*)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its unit; offsets cover sign, currency and unit. `unit` is "" for a bare number."""

    start: int
    end: int
    value: float
    high: float | None
    kind: str
    unit: str
    per: str | None
    number: Number
    prefixed: bool = False  # the currency stands before the digits


def read_quantity(text: str, number: Number) -> Quantity | None:
    """The quantity around a number; `None` where the digits belong to a name, a code or a version."""
    before = text[max(0, number.start - LOOK) : number.start]
    prefix = _PREFIX.search(before, max(0, len(before) - 10))
    currency, start, sign = _prefix(before, prefix, number) if prefix else (None, number.start, 1.0)
    lettered = number.form in ("digits", "ordinal")
    if lettered and _CLOCK.match(text, number.start):
        return None
    if currency is None and not _stands_alone(before[: len(before) - (number.start - start)], lettered):
        return None
    number = _with_glued_scale(text, number, currency is not None)
    quantity = _with_unit(text, number, currency, start)
    if lettered and quantity.end == number.end and _CODE_AFTER.match(text, number.end):
        return None
    if _MINUS_WORD.search(before) and number.form != "fraction":
        sign, quantity = -1.0, replace(quantity, start=start - len(_MINUS_WORD.search(before)[0]))  # type: ignore[index]
    return replace(quantity, value=sign * quantity.value)


def _prefix(before: str, found: re.Match[str], number: Number) -> tuple[str | None, int, float]:
    """The currency, start and sign that a number has from what stands before it."""
    offset = number.start - len(before)
    sign = found["currency"]
    space = found["space"]
    if sign and (space and sign in GLUED_ONLY or _letter_before(before, found.start("currency"), sign)):
        sign = None
    if sign and not (number.form == "digits"):
        sign = sign if not sign[-1].isalpha() or sign in CODES else None
    minus = _is_sign(before, found, bool(sign))
    if sign:
        start = found.start("sign") if found["sign"] and minus else found.start("currency")
        return SIGNS[sign], offset + start, -1.0 if minus and (found["sign"] or found["inner"])[0] != "+" else 1.0
    if minus and (found["inner"] or not space):
        return None, number.start - 1, -1.0 if before[-1] != "+" else 1.0
    return None, number.start, 1.0


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
    found = _HYPHENED.search(before)
    if found:
        return found["word"].lower() in _JOINED_BEFORE
    if not digits:
        return True
    return not _CODE_BEFORE.search(before) or bool(re.search(r"\d\s?[-–]$", before))


def _with_glued_scale(text: str, number: Number, money: bool) -> Number:
    """ "1.2m", "5bn", "100k": the scale that is written onto the digits."""
    found = _SCALE.match(text, number.end) if number.form == "digits" and number.scale == 1 else None
    if not found or not _is_scale(text, found, money):
        return number
    scale = GLUED_SCALES[found["scale"].lower()]
    return replace(number, value=times(number.value, scale), end=found.end(), scale=scale)


def _is_scale(text: str, found: re.Match[str], money: bool) -> bool:
    printed = found["scale"]
    glued = found.start("scale") == found.start()
    if printed.lower() in ALWAYS_SCALES:
        kelvin = printed == "K" and _HEAT_NEAR.search(text, max(0, found.start() - LOOK), found.start())
        return (glued or len(printed) > 1) and not kelvin
    if money or _money_name(text, found.end()):
        return True
    if printed == "m":
        return bool(_COUNTED_MILLIONS.match(text, found.end())) and glued
    return printed in ("M", "B", "MM", "b") and glued


def _money_name(text: str, end: int) -> bool:
    found = _WORD_UNIT.match(text, end)
    return bool(found) and _word_unit(text, found, money_only=True) is not None  # type: ignore[arg-type]


def _with_unit(text: str, number: Number, currency: str | None, start: int) -> Quantity:
    bare = Quantity(start, number.end, number.value, number.high, "other", "", None, number)
    if number.form == "ordinal":
        return replace(bare, kind="ordinal")
    if currency:
        money = replace(bare, kind="money", unit=currency, prefixed=True)
        return _with_rate(text, _after_money(text, money))
    found = _unit_after(text, number) or _unit_of_part(text, number)
    if found is None:
        return bare
    unit, end = found
    if unit.kind == "duration" and _is_year(number) and text[end - 1] != "s":  # "the 1988 quarter"
        return bare
    if unit.kind == "money" and number.scale == 1:
        scale = _SCALE_AFTER.match(text, end)  # "75 USD million"
        if scale:
            factor = SCALES[scale["scale"].lower()]
            number = replace(number, value=times(number.value, factor), end=scale.end(), scale=factor)
            return _with_rate(
                text, replace(bare, end=scale.end(), value=number.value, kind="money", unit=unit.name, number=number)
            )
    if unit.kind == "hundredth":
        value, high = bare.value / 100, bare.high / 100 if bare.high is not None else None
        return _with_rate(text, replace(bare, end=end, value=value, high=high, kind="money", unit=unit.name))
    return _with_rate(text, replace(bare, end=end, kind=unit.kind, unit=unit.name, per=unit.per))


def _after_money(text: str, money: Quantity) -> Quantity:
    """Takes in what repeats or narrows the currency after the number: "$76 US", "$5 Canadian", "€5 euros"."""
    found = _REPEATED.match(text, money.end)
    if found and money.unit == "USD":
        code = {"Canadian": "CAD", "CAD": "CAD", "Australian": "AUD", "AUD": "AUD"}.get(found["who"], "USD")
        return replace(money, end=found.end(), unit=code)
    return money


def _with_rate(text: str, quantity: Quantity) -> Quantity:
    rate = find_rate(text, quantity.end) if quantity.per is None else None
    return replace(quantity, per=rate[0], end=rate[1]) if rate else quantity


def _unit_after(text: str, number: Number) -> tuple[Unit, int] | None:
    """The unit that follows a number and where it ends."""
    words = _WORD_UNIT.match(text, number.end)
    named = _word_unit(text, words) if words else None
    if named:
        return named
    symbol = _SYMBOL.match(text, number.end)
    if symbol and _is_unit(text, symbol, number):
        return _symbol_unit(text, symbol), symbol.end()
    bracketed = _IN_BRACKETS.match(text, number.end)
    if bracketed and bracketed["symbol"] in SYMBOLS:
        return SYMBOLS[bracketed["symbol"]], bracketed.end()
    return None


def _unit_of_part(text: str, number: Number) -> tuple[Unit, int] | None:
    """ "half an hour", "three quarters of a mile"."""
    part = number.form == "fraction" or number.form == "digits" and 0 < number.value < 1
    found = _OF_A.match(text, number.end) if part else None
    words = _WORD_UNIT.match(text, found.end() - 1) if found else None
    return _word_unit(text, words) if words else None


def _is_year(number: Number) -> bool:
    return number.form == "digits" and number.end - number.start == 4 and 1000 <= number.value <= 2199


def _symbol_unit(text: str, found: re.Match[str]) -> Unit:
    symbol = found["symbol"]
    if symbol in HUNDREDTHS:
        return Unit(HUNDREDTHS[symbol], "hundredth")
    if symbol in SIGNS and not (symbol in SYMBOLS and symbol in PREFIX_ONLY):
        return Unit(SIGNS[symbol], "money")
    if symbol in "CF" and _HEAT_NEAR.search(text, max(0, found.start() - 3 * LOOK), found.end() + 3 * LOOK):
        return SYMBOLS["°" + symbol]
    return SYMBOLS[symbol]


def _is_unit(text: str, found: re.Match[str], number: Number) -> bool:
    """Whether a symbol after a number is a unit; letters and quotation marks often are not."""
    symbol, apart = found["symbol"], bool(found["space"])
    if symbol in ("%", "％", "°", "º", "‰", "€", "£", "¥"):
        return True
    if number.form != "digits":
        return len(symbol) > 1 and symbol not in PREFIX_ONLY and symbol not in ("in", "Sh", "Nm", "kr")
    if symbol in ('"', "”", "″"):
        return symbol == "″" or _is_inch(text, found)
    if symbol == "in":
        return not apart or bool(_INCH_FOLLOWS.match(text, found.end()))
    if symbol in PREFIX_ONLY and symbol not in SYMBOLS:
        return False
    if symbol in ("C", "F"):
        near = _HEAT_NEAR.search(text, max(0, found.start() - 3 * LOOK), found.end() + 3 * LOOK)
        return bool(near) or (symbol == "F" and apart)
    if symbol in ("c", "p", "¢"):
        return not apart
    if symbol == "s":
        return apart or number.value != int(number.value)
    if len(symbol) == 1 and symbol.isalpha():
        return symbol in _LONE_LETTERS or text[found.end() : found.end() + 1] == "/"
    return True


def _is_inch(text: str, found: re.Match[str]) -> bool:
    """A quotation mark after digits is an inch sign where no quotation is open."""
    line = text[max(0, found.start() - 1000) : found.start("symbol")].rsplit("\n", 1)[-1]
    return line.count('"') % 2 == 0 if found["symbol"] == '"' else line.count("“") <= line.count("”")


def _word_unit(text: str, found: re.Match[str], *, money_only: bool = False) -> tuple[Unit, int] | None:
    """The longest run of up to four words that names a unit."""
    words = found["words"]
    start = found.start("words")
    ends = [m.start() for m in re.finditer(r"\s?[\s/-]\s?|$", words)]
    for end in reversed(ends):
        printed = _SPACED_HYPHEN.sub("-", " ".join(words[:end].split()))
        unit = _named(printed, text, start, money_only)
        if unit:
            return unit, start + end
    return None


def _named(printed: str, text: str, start: int, money_only: bool) -> Unit | None:
    for key in (lower := printed.lower(), lower.replace("-", " "), lower.rstrip(".")):
        if key in NAMES:
            return Unit(NAMES[key], "money")
        if key in AMBIGUOUS_NAMES and _is_sterling(text, start):
            return Unit("GBP", "money")
        if key in HUNDREDTHS and len(key) > 1:
            return Unit(HUNDREDTHS[key], "hundredth")
        if key in NAMED_HUNDREDTHS:
            return Unit(key, "money")
        if key in WORDS and not money_only:
            return WORDS[key]
    return None


def _is_sterling(text: str, start: int) -> bool:
    before = text[max(0, start - 3 * LOOK) : start]
    return bool(re.search(r"(?:million|billion|[mb]n)\s$", before) or _MONEY_NEAR.search(before))
