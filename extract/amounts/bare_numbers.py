"""Numbers without a unit: counts with the thing counted, shares, multiples; and which of them say nothing.

"one" is a figure only where it counts a noun; "double" only where it compares ("double the price").
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts.bare_years import is_before_christ, is_dating
from extract.amounts.counted import counted_noun, counted_words, is_plural, singular
from extract.amounts.quantities import Quantity
from extract.amounts.rates import find_rate
from extract.syntax import Tree
from extract.units import WORDS, Unit

_PRONOUN_BEFORE = re.compile(
    r"\b(?:this|that|which|each|every|any|no|some|another|the|a|good|big|new|old|other|first|last|next|only|right|wrong|"
    r"same|such|loved|little|great|bad|better|best|red|blue|black|white|young|latter|former|either|neither|not|day)\s$",
    re.I,
)
_FOLD = re.compile(r"(?:-?\s?fold|x)\b", re.I)
_OR_TWO = re.compile(r"\ban?\s(?P<noun>[^\W\d_]+)\sor\s$", re.I)
_THOUSANDS = re.compile(r"[0-9]{1,3}\.000")
"""Things are not counted to three decimals: "10.000 beds" are ten thousand."""
_COMPARED = re.compile(
    r"\s(?:as\s(?:many|much)\b|as\s[^\W\d_]+\sas\b|(?:the|that|those|this|its|their|his|her|what|normal|more)\b)", re.I
)
_RATE_FOLLOWS = re.compile(r"[\s-](?:per|for\s(?:every|each)|an?|every|each)[\s-]|\s?/", re.I)
_WORD_AFTER = re.compile(r"\s(?P<word>[A-Za-z]+)")
_MODEL_BEFORE = re.compile(r"\ban?\s$", re.I)
_MODEL_ENDS = re.compile(r"\s?[,.;)]")
_LEADING = re.compile(r"^(?:more|other|odd|further|such|strong)(?:\s+|$)")
"""Words of a thing counted that say nothing of what it is ("300 other firms", "2,000 strong")."""
_TIMES_OVER = re.compile(r"\s?[x×]\s?[0-9]")
_DOUBLED = re.compile(
    r"\s(?:the|its|their|that|what|his|her|our|in|to|last|by|over|within|between|from|since|during|this|next)\b|[.,;]|$",
    re.I,
)
_SUSPENDED = re.compile(
    r"-(?:,|(?=\s(?:and|or|to)\b))\s?(?:(?:and|or|to)\s)?(?:[^\W_]+-,?\s(?:(?:and|or|to)\s)?){0,3}"
    r"[^\W_]+-(?P<word>[^\W\d_]+)"
)


def read_bare(tree: Tree, quantity: Quantity, first: int, last: int) -> tuple[Quantity, int | None] | None:
    """The quantity with its kind and the thing it counts, and the noun for that; `None` where it is no figure.

    :param first: index of the first token of the number
    :param last: of its last token, inclusive
    """
    text, number = tree.text, quantity.number
    if is_before_christ(text, quantity) or _is_model(text, quantity):
        return None
    if is_dating(text, quantity):
        return replace(quantity, kind="year"), None
    if number.form == "multiple":
        multiple = _multiple(text, quantity)
        return (multiple, None) if multiple else None
    if quantity.kind == "ratio" or number.form == "fraction":  # "one in three visits"; "half of them" is read as `of`
        shared = counted_noun(tree, first, last) if tree.parsed and quantity.kind == "ratio" else None
        return replace(quantity, kind="ratio"), shared[0] if shared else None
    or_two = _OR_TWO.search(text[max(0, quantity.start - 32) : quantity.start]) if quantity.value == 2 else None
    if or_two:
        return _or_two(quantity, or_two), None
    rated = _RATE_FOLLOWS.match(text, quantity.end) and not _is_pronoun(text, quantity, "")
    rate = find_rate(text, quantity.end) if rated else None
    if rate:  # "1,200 per square kilometre", "300 a year"
        return replace(quantity, kind="rate", per=rate[0], end=rate[1]), None
    fold = _FOLD.match(text, quantity.end)
    if fold:
        return replace(quantity, kind="ratio", end=fold.end()), None
    return _read_count(tree, quantity, first, last)


def _read_count(tree: Tree, quantity: Quantity, first: int, last: int) -> tuple[Quantity, int | None] | None:
    suspended = _SUSPENDED.match(tree.text, quantity.end)
    if suspended:
        return _suspended(quantity, suspended["word"]), None
    if not tree.parsed:
        return _counted_by_words(tree.text, quantity)
    return _counted(tree, quantity, counted_noun(tree, first, last))


def _is_model(text: str, quantity: Quantity) -> bool:
    """ "a 737-800,": digits with a dash behind an article that count nothing."""
    if quantity.high is None or "-" not in text[quantity.start : quantity.end]:
        return False
    after_article = _MODEL_BEFORE.search(text[max(0, quantity.start - 4) : quantity.start])
    return bool(after_article and _MODEL_ENDS.match(text, quantity.end))


def _counted(tree: Tree, quantity: Quantity, found: tuple[int, str] | None) -> tuple[Quantity, int | None] | None:
    text = tree.text
    following = _WORD_AFTER.match(text, quantity.end) if found is None and quantity.high is not None else None
    if following and is_plural(following["word"]):
        return _counted_by_words(text, quantity)  # the parse of a range is often at a loss
    if found is None:
        return None if _is_pronoun(text, quantity, "") else (replace(quantity, kind="count"), None)
    noun, unit = found
    if _TIMES_OVER.match(text, quantity.end):  # "5 x 30 minutes": five times
        return replace(quantity, kind="count"), None
    if _is_pronoun(text, quantity, unit):
        return None
    return _with_rate(text, quantity, _LEADING.sub("", unit), tree.ends[noun]), noun


def _counted_by_words(text: str, quantity: Quantity) -> tuple[Quantity, None] | None:
    unit, end = counted_words(text, quantity.end)
    return None if _is_pronoun(text, quantity, unit) else (_with_rate(text, quantity, unit, end), None)


def _with_rate(text: str, quantity: Quantity, unit: str, end: int) -> Quantity:
    if unit and _THOUSANDS.fullmatch(text, quantity.start, quantity.end):
        quantity = replace(quantity, value=quantity.value * 1000)
    rate = find_rate(text, end)
    if rate:
        return replace(quantity, kind="rate", unit=unit, per=rate[0], end=rate[1])
    return replace(quantity, kind="count", unit=unit)


def _or_two(quantity: Quantity, found: re.Match[str]) -> Quantity:
    """ "a week or two": one to two of it."""
    unit = WORDS.get(found["noun"].lower()) or Unit(found["noun"], "count")
    start = quantity.start - len(found[0])
    return replace(quantity, start=start, value=1.0, high=2.0, kind=unit.kind, unit=unit.name)


def _is_pronoun(text: str, quantity: Quantity, unit: str) -> bool:
    """Whether "one" is a pronoun ("the big one", "one can see")."""
    if quantity.value != 1 or quantity.number.form != "words":
        return False
    if unit == "time" and text[max(0, quantity.start - 3) : quantity.start].lower() == "at ":
        return True
    return unit == "" or bool(_PRONOUN_BEFORE.search(text[max(0, quantity.start - 16) : quantity.start]))


def _suspended(quantity: Quantity, word: str) -> Quantity:
    """ "four-, five- and six-cylinder engines": the unit or thing counted that the last of a list names for all."""
    unit = WORDS.get(word.lower())
    if unit:
        return replace(quantity, kind=unit.kind, unit=unit.name)
    return replace(quantity, kind="count", unit=singular(word))


def _multiple(text: str, quantity: Quantity) -> Quantity | None:
    """ "doubled", "tenfold", "twice a week", "double the price"; `None` for a "double" that compares nothing."""
    printed = text[quantity.start : quantity.end].lower()
    if printed in ("once", "twice", "thrice"):
        rate = find_rate(text, quantity.end)
        if rate:
            return replace(quantity, kind="rate", unit="time", per=rate[0], end=rate[1])
        compares = printed != "once" and _COMPARED.match(text, quantity.end)
        return replace(quantity, kind="ratio") if compares else None
    if printed in ("double", "triple", "treble", "quadruple") and not _DOUBLED.match(text, quantity.end):
        return None
    return replace(quantity, kind="ratio")
