"""The unit or currency printed right after a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.amounts.currencies import AMBIGUOUS_NAMES, HUNDREDTHS, NAMED_HUNDREDTHS, NAMES, PREFIX_ONLY, SIGNS
from extract.amounts.numbers import Number
from extract.amounts.rates import reciprocal
from extract.units import SYMBOLS, WORDS, Unit

LOOK = 40
"""Characters of context that a rule may look at on either side; keeps time linear in the length of the text."""
_SYMBOL = re.compile(
    r"(?P<space>[ \u00a0\u2009\u202f]{0,3})(?P<symbol>"
    + "|".join(
        re.escape(s)
        for s in sorted({*SYMBOLS, *SIGNS, *HUNDREDTHS} - {"US cents", "euro cents"}, key=len, reverse=True)
    )
    + r")(?![^\W_]|(?<=[^\W_])[²³])"
)
_WORD_UNIT = re.compile(
    r"(?:\s?-\s?|\s{1,3}|)(?:(?:US|U\.S\.|[Ii]mperial|British)\s(?=[a-z]))?"
    r"(?P<words>(?P<first>[^\W\d_]+)(?:(?:[\s/]|\s?-\s?)[^\W\d_]+){0,3})"
)
_FIRST_WORDS = frozenset(
    re.split(r"[\s/-]", name)[0]
    for table in (NAMES, AMBIGUOUS_NAMES, HUNDREDTHS, NAMED_HUNDREDTHS, WORDS)
    for name in table
)
"""The first words of all names of units and currencies."""
_PARTS = re.compile(r"\s?[\s/-]\s?|$")
_OF = re.compile(r"\sof\s(?:the\s)?", re.I)
_OF_A = re.compile(r"\s(?:of\s)?an?\s", re.I)
_SPACED_HYPHEN = re.compile(r"\s?-\s?")
_SCALED = re.compile(r"(?:million|billion|[mb]n)\s$")
_IN_BRACKETS = re.compile(r"\s[({\[](?P<symbol>[^\W\d_]{1,4})[)}\]]")
_HYPHENED = (
    "km m cm mm nm kg g mg mi ha MW GW kW kWh MWh GWh GB MB TB kB Hz kHz MHz GHz mL ml km² m² km2 m2 V kV W mAh dB"
)
_HYPHENED_SYMBOL = re.compile(rf"-(?P<symbol>{'|'.join(sorted(_HYPHENED.split(), key=len, reverse=True))})(?![\w-])")
"""Unit symbols that may be hyphened to their digits ("a 210-m tower")."""
_LONE_LETTERS = frozenset("m g t l L W V h J N F K s C".split())
"""Unit symbols of one letter that may stand apart from the digits."""
_INCH_FOLLOWS = re.compile(r"\s*(?:[.,;)]|$|x\b|×|by\b|long\b|wide\b|tall\b|high\b|deep\b|thick\b)")
_MONEY_NEAR = re.compile(
    r"[£$€]|\b(?:costs?|spen[dt]\w*|paid|pay\w*|worth|pric\w+|fin(?:ed|es)|earn\w*|sold|salar\w+|"
    r"invest\w*|debt\w*|loan\w*|sterling|budget\w*|fund\w*)\b",
    re.I,
)
_WEATHER_NEAR = re.compile(r"\b(?:temperature|heat|cold|warm|oven|bak|boil|freez|hot|cool|cook)\w*", re.I)
_HEAT_NEAR = re.compile(
    r"[°º]|\b(?:temperatures?|heat\w*|cold\w*|warm\w*|weather|freez\w*|hot\w*|boil\w*|degrees?|cool\w*)\b", re.I
)
_ANGLE_FOLLOWS = re.compile(
    r"[\s-](?:angles?|slopes?|inclines?|tilt|turns?|bends?|arcs?|views?|panoramas?|rotations?|cones?|corners?|radius|"
    r"(?:to|from|of|off|below|above)\s(?:the\s)?(?:horizon\w*|vertical|plane|axis|ground|zenith|equator)|"
    r"(?:clock|anti-?clock|counter-?clock)wise|apart|north|south|east|west|of\s(?:rotation|arc|latitude|longitude))\b",
    re.I,
)
_ANGLE_BEFORE = re.compile(
    r"\b(?:angles?|slop\w+|tilt\w*|turn(?:s|ed|ing)?|rotat\w+|inclin\w+|lean\w*|pivot\w*|swivel\w*|spun|spin\w*|bank\w*|"
    r"latitudes?|longitudes?|phase|azimuth|bearing|heading|arc|yaw|bent|bends?)\b(?:\s[^\W\d_]+){0,4}\s$", re.I
)  # fmt: skip
_NAME_BEFORE = re.compile(r"[^\W\d_]\s[A-Z][^\W\d_]{2,}\s$")
_WHOLE_TURNS = frozenset((180.0, 360.0))
_ANGLE = Unit("degree", "other")


def _is_angle(text: str, number: Number, end: int) -> bool:
    """Whether bare degrees are of an angle ("a 30 degree slope", "turned 180 degrees") and not of heat."""
    if number.value in _WHOLE_TURNS and not _WEATHER_NEAR.search(text, max(0, number.start - 2 * LOOK), end + LOOK):
        return True
    before = text[max(0, number.start - 2 * LOOK) : number.start]
    return bool(_ANGLE_FOLLOWS.match(text, end) or _ANGLE_BEFORE.search(before))


def unit_after(text: str, number: Number) -> tuple[Unit, int] | None:
    """The unit that follows a number and where it ends; kind "hundredth" for cents, with the currency as its name."""
    found = _unit_after(text, number)
    if found is not None and found[0].name == "degree" and _is_angle(text, number, found[1]):
        return _ANGLE, found[1]
    return found


def _is_named_before(text: str, number: Number) -> bool:
    """Whether a number stands behind a name within a sentence ("the Astra 2A", "Windows 98 Second Edition")."""
    return number.form == "digits" and bool(_NAME_BEFORE.search(text[max(0, number.start - LOOK) : number.start]))


def _unit_after(text: str, number: Number) -> tuple[Unit, int] | None:
    words = _WORD_UNIT.match(text, number.end)
    named = _word_unit(text, words) if words else None
    if named and not (words and words["first"][0].isupper() and _is_named_before(text, number)):
        return named
    divided = reciprocal(text, number.end) if number.form == "digits" else None
    if divided:
        return Unit(divided[0], "rate"), divided[1]
    symbol = _SYMBOL.match(text, number.end)
    if symbol and len(symbol[0]) == 1 and symbol[0].isupper() and _is_named_before(text, number):
        return None  # "Eutelsat 33C"
    if symbol and _is_unit(text, symbol, number):
        return _symbol_unit(text, symbol), symbol.end()
    hyphened = _HYPHENED_SYMBOL.match(text, number.end) if number.form == "digits" else None
    if hyphened:
        return SYMBOLS[hyphened["symbol"]], hyphened.end()
    bracketed = _IN_BRACKETS.match(text, number.end)
    if bracketed and bracketed["symbol"] in SYMBOLS:
        return SYMBOLS[bracketed["symbol"]], bracketed.end()
    return _unit_of_part(text, number)


def is_money_name(text: str, start: int) -> bool:
    """Whether a currency is named at `start` ("francs", " US dollars")."""
    found = _WORD_UNIT.match(text, start)
    return found is not None and _word_unit(text, found, money_only=True) is not None


def is_about_heat(text: str, start: int, end: int) -> bool:
    """Whether the words near a place speak of temperatures."""
    return bool(_HEAT_NEAR.search(text, max(0, start - 3 * LOOK), end + 3 * LOOK))


def _unit_of_part(text: str, number: Number) -> tuple[Unit, int] | None:
    """ "half an hour", "three quarters of a mile", "thousands of acres"."""
    if number.form == "vague":
        found = _OF.match(text, number.end)
    else:
        part = number.form == "fraction" or (number.form == "digits" and 0 < number.value < 1)
        found = _OF_A.match(text, number.end) if part else None
    words = _WORD_UNIT.match(text, found.end() - 1) if found else None
    return _word_unit(text, words) if words else None


def _symbol_unit(text: str, found: re.Match[str]) -> Unit:
    symbol = found["symbol"]
    if symbol in HUNDREDTHS:
        return Unit(HUNDREDTHS[symbol], "hundredth")
    if symbol in SIGNS and not (symbol in SYMBOLS and symbol in PREFIX_ONLY):
        return Unit(SIGNS[symbol], "money")
    if symbol in "CF" and is_about_heat(text, found.start(), found.end()):
        return SYMBOLS["°" + symbol]
    return SYMBOLS[symbol]


def _is_unit(text: str, found: re.Match[str], number: Number) -> bool:
    """Whether a symbol after a number is a unit; letters and quotation marks often are not."""
    symbol, apart = found["symbol"], bool(found["space"])
    if symbol in ("%", "％", "°", "º", "‰", "€", "£", "¥"):
        return True
    if number.form != "digits":
        return len(symbol) > 1 and symbol not in PREFIX_ONLY and symbol not in ("in", "Sh", "Nm", "kr")
    if symbol in PREFIX_ONLY and symbol not in SYMBOLS:
        return False
    test = _TESTS.get(symbol)
    if test:
        return test(text, found, number)
    if len(symbol) == 1 and symbol.isalpha():
        return symbol in _LONE_LETTERS or not apart or text[found.end() : found.end() + 1] == "/"
    return True


def _is_glued(text: str, found: re.Match[str], number: Number) -> bool:
    return not found["space"]


def _is_inch_word(text: str, found: re.Match[str], number: Number) -> bool:
    return not found["space"] or bool(_INCH_FOLLOWS.match(text, found.end()))


def _is_degree(text: str, found: re.Match[str], number: Number) -> bool:
    apart_farad = found["symbol"] == "F" and bool(found["space"])  # "C" alone is too often something else
    return apart_farad or is_about_heat(text, found.start(), found.end())


def _is_seconds(text: str, found: re.Match[str], number: Number) -> bool:
    return bool(found["space"]) or number.value != int(number.value)


def _is_inch(text: str, found: re.Match[str], number: Number) -> bool:
    """A quotation mark after digits is an inch sign where no quotation is open."""
    line = text[max(0, found.start() - 1000) : found.start("symbol")].rsplit("\n", 1)[-1]
    return line.count('"') % 2 == 0 if found["symbol"] == '"' else line.count("“") <= line.count("”")


_TESTS: dict[str, Callable[[str, re.Match[str], Number], bool]] = {
    '"': _is_inch, "”": _is_inch, "in": _is_inch_word, "C": _is_degree, "F": _is_degree, "c": _is_glued,
    "p": _is_glued, "¢": _is_glued, "s": _is_seconds,
}  # fmt: skip


def _word_unit(text: str, found: re.Match[str], *, money_only: bool = False) -> tuple[Unit, int] | None:
    """The longest run of up to four words that names a unit."""
    if found["first"].lower() not in _FIRST_WORDS:
        return None
    words, start = found["words"], found.start("words")
    ends = [m.start() for m in _PARTS.finditer(words)]
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
    return bool(_SCALED.search(before) or _MONEY_NEAR.search(before))
