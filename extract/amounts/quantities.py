"""A number with what is printed on both sides of it: sign, currency, scale, unit, rate.

Works on the text alone. A number that turns out to be part of a name or code ("A380", "F-16", "1.2.3") is no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.amounts.currencies import CODES
from extract.amounts.number_words import ALWAYS_SCALES, GLUED_SCALES, SCALES
from extract.amounts.numbers import Number, times
from extract.amounts.prefixes import read_prefix
from extract.amounts.rates import find_rate
from extract.amounts.unit_after import is_about_heat, is_money_name, unit_after
from extract.units import SPEEDS

_CODE_AFTER = re.compile(r"[^\W_]|[._:/@][^\W_]|-[A-Z]{2}|_|-(?:for|of|on)-[0-9]")
_CLOCK = re.compile(r"[0-9]{1,2}(?:[.:][0-5][0-9])?\s?(?:[ap]m\b|[ap]\.m\.)|[0-9]{1,2}:[0-5][0-9]\b")
_SCALE = re.compile(rf"\s?(?P<scale>{'|'.join(GLUED_SCALES)})(?![^\W_])", re.I)
_SCALE_AFTER = re.compile(r"\s?(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh|bn|(?<=\))m)\b", re.I)
_SPAN_END = re.compile(r"[-–/](?P<last>[0-9]{1,2})(?![\w-]|[.,/:][0-9])")
_DAY_LENGTH = re.compile(
    r"\b(?:in|for|within|after|than|about|only|just|least|every|last|next|under|over|to|took|lasted|and|the|or|of|off|spent)\s$",
    re.I,
)
_DAY_GOES_ON = re.compile(r"\s(?:before|after|later|ago|earlier|of|off|per|a|each|long|only|or)\b|-|[/)]")
_PLURAL = re.compile(r"['’]?s(?![\w'’])")
_IN_ONES = re.compile(
    r"\b(?:in|into|by|of|since|throughout|from|reached)\s(?:his|her|their|my|our|your|one['’]s)\s(?:(?:very\s)?(?:early|mid|middle|late)[\s-]){0,2}$",
    re.I,
)
_AGE_GROUP = re.compile(r"(?<![\w-])(?:under|over)[\s-]$")
_TITLED = re.compile(r"(?:[A-Z][^\W\d_]*[\s-]){1,4}[A-Z][^\W\d_]*")
_TITLE_GOES_ON = re.compile(r"\s[A-Z][a-z]")
"""Number and unit with capitals are a name's ("the Seven Years' War")."""
_ZERO_LED = re.compile(r"0[0-9]+(?![.,0-9])")
_RESOLUTION = re.compile(
    r"[24568]K[\s-](?:TVs?|televisions?|screens?|displays?|monitors?|videos?|resolution|cameras?|footage|content|films?)\b"
)
_ZERO_BEFORE = re.compile(r"(?:^|[^\w.,])\(?0[0-9]{2,4}\)?[ -]$")
_CODED_AMOUNT = re.compile(r"\s?(?P<scale>[MmkKT]|[mb]n)(?P<code>[A-Z]{3})(?!\w)")
_FEET_INCHES = re.compile(
    r"(?P<feet>[0-9])(?:['′’]\s?(?P<inches>1[01]|[0-9](?:\.[0-9]+)?)(?:[\"″”]|'')|[\s-](?:foot|feet|ft)[\s-](?P<more>1[01]|[0-9])(?![\w-]|[.,][0-9]|\s[0-9½¼¾]|\s(?:in|inch|inches|feet|foot|ft)\b))"
)
_REPEATED = re.compile(r"\s(?P<who>US|U\.S\.|USD|CAD|AUD|Canadian|Australian)(?![\w$])")
_REPEATED_CODES = {"Canadian": "CAD", "CAD": "CAD", "Australian": "AUD", "AUD": "AUD"}
_COUNTED_MILLIONS = re.compile(
    r"\s(?!across\b|miles\b)(?:[^\W\d_]+\s)?(?:[^\W\d_]{3,}s|people|men|women|children)\b(?<!ss)"
)


_LONGEST_SPAN = 60  # years that a span with its century left out runs over ("1914-18", "1850–99")


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
    decade = _age_decade(text, number)
    if decade or number.form == "decade":
        return decade
    prefix = read_prefix(text, number)
    if prefix is None or (lettered and (_CLOCK.match(text, number.start) or _is_code(text, number))):
        return None
    span = _year_span(text, number) or _height(text, number)
    if span:
        return span
    currency, start, sign = prefix
    number = _with_glued_scale(text, number, currency is not None)
    quantity = _with_unit(text, number, currency, start)
    if number.form == "words" and quantity.unit and _is_titled(text, quantity):
        return None
    if number.value == 1 and quantity.unit == "day" and _is_some_day(text, quantity):
        return None
    if currency and sign < 0 and "(" in text[start : number.start] and text.startswith(")", quantity.end):
        quantity = _scaled_after(text, replace(quantity, end=quantity.end + 1))
    if lettered and quantity.end == number.end and _CODE_AFTER.match(text, number.end):
        return quantity if find_rate(text, number.end) else None
    return quantity if sign > 0 else replace(quantity, value=-quantity.value)


def _age_decade(text: str, number: Number) -> Quantity | None:
    """ "in his 50s", "in her late thirties", "over-65s": ages, the first two from the first year to the last."""
    plural = _PLURAL.match(text, number.end) if number.form == "digits" else None
    if number.form != "decade" and not plural:
        return None
    before = text[max(0, number.start - 40) : number.start]
    end = plural.end() if plural else number.end
    if _IN_ONES.search(before) and number.value % 10 == 0 and 20 <= number.value <= 90:
        return Quantity(number.start, end, number.value, number.value + 9, "age", "year", None, number)
    if plural and number.value <= 100 and _AGE_GROUP.search(before):
        return Quantity(number.start, end, number.value, None, "age", "year", None, number)
    return None


def _is_titled(text: str, quantity: Quantity) -> bool:
    """ "the Seven Years' War", "The Six Million Dollar Man"."""
    capitals = _TITLED.fullmatch(text, quantity.start, quantity.end) is not None
    return capitals and (quantity.kind == "duration" or _TITLE_GOES_ON.match(text, quantity.end) is not None)


def _is_some_day(text: str, quantity: Quantity) -> bool:
    """ "one day", where it means no length of time ("hoped that one day he would")."""
    if text[quantity.start : quantity.end].lower() != "one day":
        return False
    return not (
        _DAY_LENGTH.search(text[max(0, quantity.start - 16) : quantity.start]) or _DAY_GOES_ON.match(text, quantity.end)
    )


def _is_code(text: str, number: Number) -> bool:
    """Whether digits start as only codes do ("007"), follow such ("020 7946 0958") or tell a screen ("4K video")."""
    if _RESOLUTION.match(text, number.start) or _ZERO_LED.fullmatch(text, number.start, number.end):
        return True
    before = text[max(0, number.start - 8) : number.start]
    return number.end - number.start >= 3 and before[-1:] in (" ", "-") and bool(_ZERO_BEFORE.search(before))


def _year_span(text: str, number: Number) -> Quantity | None:
    """ "2012–13": a year and the one that the next two digits stand for."""
    found = _SPAN_END.match(text, number.end) if is_year(number) else None
    if not found:
        return None
    last = found["last"]
    high = number.value - number.value % 10 ** len(last) + int(last)
    if high <= number.value:
        high += 10 ** len(last)
    if not (len(last) == 2 or high - number.value < 5) or high - number.value > _LONGEST_SPAN:
        return None
    return Quantity(number.start, found.end(), number.value, high, "year", "", None, number)


def _height(text: str, number: Number) -> Quantity | None:
    """ "6-foot-2", "5'4"": feet and inches, in feet."""
    found = _FEET_INCHES.match(text, number.start) if number.end == number.start + 1 else None
    if not found:
        return None
    value = number.value + float(found["inches"] or found["more"]) / 12
    return Quantity(number.start, found.end(), value, None, "length", "foot", None, number)


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
    coded = _coded(text, number, start)
    if coded:
        return _with_rate(text, coded)
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


def _coded(text: str, number: Number, start: int) -> Quantity | None:
    """ "120 MEUR", "15 kUSD": a scale and a currency in one word; T is a thousand there."""
    found = _CODED_AMOUNT.match(text, number.end) if number.form == "digits" and number.scale == 1 else None
    if not found or found["code"] not in CODES:
        return None
    scale = 1e3 if found["scale"] == "T" else GLUED_SCALES[found["scale"].lower()]
    scaled = replace(number, value=times(number.value, scale), scale=scale)
    return Quantity(start, found.end(), scaled.value, number.high, "money", found["code"], None, scaled)


def _scaled_after(text: str, money: Quantity) -> Quantity:
    """ "75 USD million"."""
    found = _SCALE_AFTER.match(text, money.end) if money.number.scale == 1 else None
    if not found:
        return money
    word = found["scale"].lower()
    scale = SCALES.get(word) or GLUED_SCALES[word]
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
    if rate is None:
        return quantity
    speed = SPEEDS.get((quantity.unit, rate[0]))
    if speed:
        return replace(quantity, kind=speed.kind, unit=speed.name, end=rate[1])
    return replace(quantity, per=rate[0], end=rate[1])


def scaled_like(first: Quantity, second: Quantity) -> Quantity:
    """The first number with the scale of the second, where it has none of its own ("$3-5 billion")."""
    scale = second.number.scale
    bare = first.number.scale == 1 and (first.unit == "" or first.prefixed)
    most = max(abs(second.value), abs(second.high or 0)) / scale
    if second.number.form == "digits" and most % 1:  # "3–2.7 billion years ago" goes down
        most *= 2
    if scale > 1 and bare and 0 < first.value <= most:
        return replace(first, value=first.value * scale)
    return first
