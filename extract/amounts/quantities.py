"""A number with what is printed on both sides of it: sign, currency, scale, unit, rate.

Works on the text alone. A number that turns out to be part of a name or code ("A380", "F-16", "1.2.3") is no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.amounts.number_words import ALWAYS_SCALES, GLUED_SCALES, SCALES
from extract.amounts.numbers import Number, times
from extract.amounts.prefixes import read_prefix
from extract.amounts.rates import find_rate
from extract.amounts.unit_after import is_about_heat, is_money_name, unit_after

_CODE_AFTER = re.compile(r"[^\W_]|[._:/@][^\W_]|-[A-Z]{2}|_")
_CLOCK = re.compile(r"[0-9]{1,2}(?:[.:][0-5][0-9])?\s?(?:[ap]m\b|[ap]\.m\.)|[0-9]{1,2}:[0-5][0-9]\b")
_SCALE = re.compile(rf"\s?(?P<scale>{'|'.join(GLUED_SCALES)})(?![^\W_])", re.I)
_SCALE_AFTER = re.compile(r"\s(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh)\b", re.I)
_REPEATED = re.compile(r"\s(?P<who>US|U\.S\.|USD|CAD|AUD|Canadian|Australian)(?![\w$])")
_REPEATED_CODES = {"Canadian": "CAD", "CAD": "CAD", "Australian": "AUD", "AUD": "AUD"}
_COUNTED_MILLIONS = re.compile(
    r"\s(?!across\b|miles\b)(?:[^\W\d_]+\s)?(?:[^\W\d_]{3,}s|people|men|women|children)\b(?<!ss)"
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
    """The quantity around a number; `None` where the digits belong to a name, a code, a version or a time of day."""
    lettered = number.form in ("digits", "ordinal")
    prefix = read_prefix(text, number)
    if prefix is None or (lettered and _CLOCK.match(text, number.start)):
        return None
    currency, start, sign = prefix
    number = _with_glued_scale(text, number, currency is not None)
    quantity = _with_unit(text, number, currency, start)
    if lettered and quantity.end == number.end and _CODE_AFTER.match(text, number.end):
        return None
    return quantity if sign > 0 else replace(quantity, value=-quantity.value)


def is_year(number: Number) -> bool:
    """Whether a number is printed as years are: four digits from 1000 to 2199."""
    return number.form == "digits" and number.end - number.start == 4 and 1000 <= number.value <= 2199


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
        kelvin = printed == "K" and is_about_heat(text, found.start(), found.end())
        return (glued or len(printed) > 1) and not kelvin
    if money or is_money_name(text, found.end()):
        return True
    if printed == "m":
        return bool(_COUNTED_MILLIONS.match(text, found.end())) and glued
    return printed in ("M", "B", "MM", "b") and glued


def _with_unit(text: str, number: Number, currency: str | None, start: int) -> Quantity:
    value, high = number.value, number.high
    if number.form == "ordinal":
        return Quantity(start, number.end, value, high, "ordinal", "", None, number)
    if currency:
        money = Quantity(start, number.end, value, high, "money", currency, None, number, prefixed=True)
        return _with_rate(text, _after_money(text, money))
    found = unit_after(text, number)
    if found is None:
        return Quantity(start, number.end, value, high, "other", "", None, number)
    unit, end = found
    if unit.kind == "duration" and is_year(number) and text[end - 1] != "s":  # "the 1988 quarter"
        return Quantity(start, number.end, value, high, "other", "", None, number)
    if unit.kind == "hundredth":
        high = high / 100 if high is not None else None
        return _with_rate(text, Quantity(start, end, value / 100, high, "money", unit.name, None, number))
    measured = Quantity(start, end, value, high, unit.kind, unit.name, unit.per, number)
    return _with_rate(text, _scaled_after(text, measured) if unit.kind == "money" else measured)


def _scaled_after(text: str, money: Quantity) -> Quantity:
    """ "75 USD million"."""
    found = _SCALE_AFTER.match(text, money.end) if money.number.scale == 1 else None
    if not found:
        return money
    scale = SCALES[found["scale"].lower()]
    value = times(money.value, scale)
    return replace(money, end=found.end(), value=value, number=replace(money.number, value=value, scale=scale))


def _after_money(text: str, money: Quantity) -> Quantity:
    """Takes in what repeats or narrows the currency after the number: "$76 US", "$5 Canadian", "€5 euros"."""
    found = _REPEATED.match(text, money.end)
    if found and money.unit == "USD":
        return replace(money, end=found.end(), unit=_REPEATED_CODES.get(found["who"], "USD"))
    return money


def _with_rate(text: str, quantity: Quantity) -> Quantity:
    rate = find_rate(text, quantity.end) if quantity.per is None else None
    return replace(quantity, per=rate[0], end=rate[1]) if rate else quantity
