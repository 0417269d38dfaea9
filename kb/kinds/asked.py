"""Pieces of a question that several kinds share: years, bounds, the class of things, what is measured. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.kinds.amounts import Amount, scale_of
from kb.kinds.measures import Measure, measure_in
from kb.kinds.stated import Stated
from kb.words.terms import plain

WHICH = r"(?:which|what|list (?:all |all the |the )?|name (?:all |all the |the )?|show (?:me )?(?:all |all the |the )?)"
BOUNDS = {
    "more than": "above", "over": "above", "above": "above", "greater than": "above", "higher than": "above",
    "larger than": "above", "exceeding": "above", "at least": "from", "fewer than": "below", "less than": "below",
    "under": "below", "below": "below", "lower than": "below", "smaller than": "below", "at most": "to",
    "after": "above", "since": "from", "before": "below",
}  # fmt: skip
BOUND = re.compile(
    rf"\b(?P<bound>{'|'.join(sorted(BOUNDS, key=len, reverse=True))}) (?P<sign>[$£€])?(?P<value>\d[\d.,]*\d|\d)"
    r"(?: (?P<scale>thousand|million|billion|trillion)\b)?(?P<percent> ?%| per ?cent)?",
    re.IGNORECASE,
)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
UNIT_WORDS = {
    "kilometres": "kilometre", "kilometers": "kilometre", "km": "kilometre", "metres": "metre", "meters": "metre",
    "miles": "mile", "feet": "foot", "hectares": "hectare", "acres": "acre", "tonnes": "tonne", "tons": "ton",
    "kilograms": "kilogram", "litres": "litre", "liters": "litre", "square kilometres": "square kilometre",
    "square kilometers": "square kilometre", "square miles": "square mile", "square metres": "square metre",
    "megawatts": "megawatt", "gigawatts": "gigawatt", "euros": "EUR", "dollars": "USD", "pounds": "GBP",
    "yen": "JPY", "yuan": "CNY", "rupees": "INR", "litas": "LTL", "zlotys": "PLN", "kronor": "SEK", "francs": "CHF",
}  # fmt: skip
UNIT = re.compile(rf" ?(?P<unit>{'|'.join(sorted(UNIT_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
SIGNS = {"$": "USD", "£": "GBP", "€": "EUR"}
YEARS = re.compile(
    r"(?:,? )?\b(?:(?:between|from) (?P<one>1[5-9]\d\d|20\d\d) (?:and|to|until) (?P<two>1[5-9]\d\d|20\d\d)|"
    r"since (?P<since>1[5-9]\d\d|20\d\d)|(?:in|for|at the end of|by|during) (?P<year>1[5-9]\d\d|20\d\d))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Years:
    """The years a question names."""

    first: int | None  # "since 1990", "between 1990 and 2000"
    last: int | None  # None for "since"
    rest: str  # the question without them

    @property
    def only(self) -> int | None:
        """The one year asked for, or None."""
        return self.first if self.first == self.last else None


def first_form(forms: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The match of the first form that the whole question fits, marks at its ends apart; None where none does."""
    bare = text.strip(" ,?!.")
    return next((found for form in forms if (found := form.fullmatch(bare))), None)


def years_in(text: str) -> Years:
    """The first period of a question, and the question without it."""
    found = YEARS.search(text)
    if found is None:
        return Years(None, None, text)
    rest = text[: found.start()] + text[found.end() :]
    if found["since"]:
        return Years(int(found["since"]), None, rest)
    if found["year"]:
        return Years(int(found["year"]), int(found["year"]), rest)
    one, two = sorted((int(found["one"]), int(found["two"])))
    return Years(one, two, rest)


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that a value is asked to keep."""

    words: str  # as asked: "more than 500,000"
    side: str  # "above", "from", "below" or "to"
    value: float
    scale: str | None  # in which it counts; None where the question leaves it to the measure

    def kept_by(self, amount: Amount) -> bool:
        """Whether every value that the figure leaves open keeps the bound."""
        if self.scale is not None and amount.scale != self.scale:
            return False
        return {
            "above": amount.low > self.value or (amount.low == self.value and amount.high > self.value),
            "from": amount.low >= self.value,
            "below": amount.high < self.value,
            "to": amount.high <= self.value,
        }[self.side]


def limit_in(text: str) -> tuple[Limit, str, str] | None:
    """The bound of a question, and what stands before and behind it without its unit; None without a bound."""
    found = BOUND.search(text)
    if found is None:
        return None
    behind = text[found.end() :]
    unit = UNIT.match(behind)
    value = float(found["value"].replace(",", "")) * SCALES.get(plain(found["scale"] or ""), 1.0)
    name = SIGNS.get(found["sign"] or "") or (UNIT_WORDS[unit["unit"].lower()] if unit else "")
    scale = None
    if found["percent"]:
        scale = "percent"
    elif len(name) == 3 and name.isupper():
        scale = f"money {name}"
    elif name:
        scale, factor = _unit_scale(name)
        value *= factor
    words = found.group().strip() + (unit.group() if unit else "")
    return (
        Limit(words, BOUNDS[found["bound"].lower()], value, scale),
        text[: found.start()],
        behind[unit.end() if unit else 0 :],
    )


def _unit_scale(name: str) -> tuple[str, float]:
    kinds = {"tonne": "mass", "ton": "mass", "kilogram": "mass", "litre": "volume", "hectare": "area", "acre": "area",
             "megawatt": "power", "gigawatt": "power"}  # fmt: skip
    kind = kinds.get(name, "area" if name.startswith("square") else "length")
    return scale_of(kind, name, None)


def measured_in(text: str) -> Measure | None:
    """What a piece of a question measures, class words and question words left out."""
    return measure_in(re.sub(r"\b(?:the|a|an|of|in|any|all|do|does|did)\b", " ", text, flags=re.IGNORECASE))


def one_scale(values: list[Stated]) -> list[Stated]:
    """Those of the values that are on the commonest scale: amounts of others are not set beside them."""
    scales = [value.amount.scale for value in values]
    if not scales:
        return []
    commonest = max(sorted(set(scales)), key=scales.count)
    return [value for value in values if value.amount.scale == commonest]
