"""Figures: the quantities that a text states, in what unit, how exactly, of what and of whom.

Numbers inside names ("Boeing 747", "Article 5"), scores, phone numbers, versions and dates are no figures; a year that
stands alone is one, of kind "year". Not covered: things counted that stand before the number, and numbers in tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from extract.ages import as_age, is_age_of, modified_at
from extract.counted import counted_noun, counted_words, singular, token_at
from extract.measured import Measured, measure
from extract.modifiers import find_change, find_modifier
from extract.named_numbers import in_name, is_label, labels_noun
from extract.numbers import Number, find_numbers
from extract.quantities import Quantity, read_quantity
from extract.ranges import join
from extract.rates import find_rate
from extract.types import Figure, Mention, Period
from extract.units import WORDS

_PRONOUN_BEFORE = re.compile(
    r"\b(?:this|that|which|each|every|any|no|some|another|the|a|good|big|new|old|other|first|last|next|only|right|wrong|"
    r"same|such|loved|little|great|bad|better|best|red|blue|black|white|young|latter|former|either|neither|not|day)\s$", re.I
)  # fmt: skip
_FOLD = re.compile(r"-?\s?fold\b|x\b|\stimes\b", re.I)
_TIMES = re.compile(r"\s(?:times|time)\b", re.I)
_COMPARED = re.compile(r"\s(?:as\s(?:many|much)\b|as\s[^\W\d_]+\sas\b|the\b)", re.I)
_CODE_MARKS = re.compile(r"[+@]|://|www\.")
_SUSPENDED = re.compile(
    r"-(?:,|(?=\s(?:and|or|to)\b))\s?(?:(?:and|or|to)\s)?(?:[^\W_]+-,?\s(?:(?:and|or|to)\s)?){0,3}[^\W_]+-(?P<word>[^\W\d_]+)"
)
_CODES = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\+[0-9]{1,3}(?:[ .-]\(?[0-9]{2,5}\)?){2,5}", re.I)


@dataclass(slots=True)
class _Text:
    """A text with what the rules ask of it again and again."""

    doc: Doc
    text: str
    starts: list[int]
    periods: Sequence[Period]
    period_starts: list[int]
    parsed: bool


def find_figures(
    doc: Doc, sentence_of: Sequence[int], mention_at: Mapping[int, Mention], periods: Sequence[Period]
) -> Iterator[Figure]:
    """Yield the figures of a text, in text order.

    :param periods: the dates and periods of the text in order, as `times.find_periods` gives them
    """
    text = doc.text
    given = _Text(
        doc,
        text,
        doc.to_array([IDX]).reshape(-1).tolist(),
        periods,
        [p.start for p in periods],
        doc.has_annotation("DEP"),
    )
    end = 0
    for quantity in join(text, list(_quantities(given)), lambda end: _is_dated(given, end)):
        figure = _figure(given, as_age(text, quantity), sentence_of, mention_at)
        if figure and figure.start >= end:
            end = figure.end
            yield figure


def _quantities(given: _Text) -> Iterator[Quantity]:
    """The numbers of a text with their units; none inside of another, an address or a telephone number."""
    text = given.text
    codes = [match.span() for match in _CODES.finditer(text)] if _CODE_MARKS.search(text) else []
    taken = code = 0
    for number in find_numbers(text):
        while code < len(codes) and codes[code][1] <= number.start:
            code += 1
        if number.start < taken or (code < len(codes) and codes[code][0] <= number.start):
            continue
        quantity = read_quantity(text, number)
        if quantity and _is_stated(given, quantity):
            taken = quantity.end
            yield quantity


def _is_stated(given: _Text, quantity: Quantity) -> bool:
    """Leaves out the numbers of dates; a duration within a period ("the last three months") and a lone year stay."""
    period = _period_over(given, quantity.number.start)
    if period is None:
        return not (quantity.unit == "" and is_label(given.text, quantity.number))
    if quantity.kind == "duration":
        return True
    return _is_year(given.text, quantity.number)


def _period_over(given: _Text, offset: int) -> Period | None:
    at = bisect_left(given.period_starts, offset + 1) - 1
    return given.periods[at] if at >= 0 and given.periods[at].end > offset else None


def _is_dated(given: _Text, end: int) -> bool:
    """Whether a date follows a figure that ends here ("50 million by 2020")."""
    at = bisect_left(given.period_starts, end)
    if at == len(given.periods) or given.periods[at].start - end > 8:
        return False
    between = given.text[end : given.periods[at].start]
    return bool(re.fullmatch(r"\s(?:(?:by|in|at|on|for|during|since)\s(?:the\s)?)?", between))


def _is_year(text: str, number: Number) -> bool:
    return number.form == "digits" and number.end - number.start == 4 and 1000 <= number.value <= 2199


def _figure(
    given: _Text, quantity: Quantity, sentence_of: Sequence[int], mention_at: Mapping[int, Mention]
) -> Figure | None:
    number = quantity.number
    first = token_at(given.starts, number.start)
    last = token_at(given.starts, max(number.start, min(number.end, quantity.end) - 1))
    tokens = list(given.doc[first : last + 1])
    if not tokens or _is_name(given, quantity, tokens, mention_at):
        return None
    if _period_over(given, number.start) and _is_year(given.text, number) and quantity.kind == "other":
        return _record(given, replace(quantity, kind="year"), sentence_of[first])
    if quantity.kind == "other" and is_age_of(given.text, quantity) and _follows_person(given, quantity, mention_at):
        quantity = replace(quantity, kind="age", unit="year")
    quantity, noun = _with_count(given, quantity, first, last)
    if quantity is None:
        return None
    last = token_at(given.starts, max(number.start, quantity.end - 1))
    measured = (
        measure(
            given.doc, quantity.kind, (token_at(given.starts, quantity.start), last), noun, mention_at, given.periods
        )
        if given.parsed
        else Measured()
    )
    return _record(given, quantity, sentence_of[first], measured)


def _is_name(given: _Text, quantity: Quantity, tokens: list[Token], mention_at: Mapping[int, Mention]) -> bool:
    if in_name(tokens, mention_at) and quantity.unit == "":
        return True
    return given.parsed and quantity.unit == "" and quantity.kind == "other" and labels_noun(tokens)


def _follows_person(given: _Text, quantity: Quantity, mention_at: Mapping[int, Mention]) -> bool:
    """Whether a person's name ends right before ", 66" or " (66"."""
    mention = mention_at.get(token_at(given.starts, max(0, quantity.start - 3)))
    return mention is not None and mention.label == "PERSON"


def _with_count(given: _Text, quantity: Quantity, first: int, last: int) -> tuple[Quantity | None, Token | None]:
    """The quantity with the thing it counts, where it has no unit of its own; `None` where it is no figure."""
    text, number = given.text, quantity.number
    if number.form == "ordinal":
        return quantity, None
    if number.form == "multiple":
        return _multiple(text, quantity), None
    if quantity.kind == "ratio" and given.parsed:  # "one in three visits"
        shared = counted_noun(given.doc, last_token := token_at(given.starts, quantity.end - 1), last_token)
        return quantity, shared[0] if shared else None
    if quantity.kind != "other" or quantity.unit:
        return quantity, None
    if quantity.number.form == "fraction":
        return replace(quantity, kind="ratio"), None
    fold = _FOLD.match(text, quantity.end)
    if fold and not _TIMES.match(text, quantity.end):
        return replace(quantity, kind="ratio", end=fold.end()), None
    noun, unit, end = None, "", quantity.end
    suspended = _SUSPENDED.match(text, quantity.end)
    if suspended:
        return _suspended(quantity, suspended["word"]), None
    if given.parsed:
        found = counted_noun(given.doc, first, last)
        if found:
            noun, unit = found
            end = noun.idx + len(noun)
    else:
        unit, end = counted_words(text, quantity.end)
    if number.value == 1 and number.form == "words" and not _is_one(text, quantity, unit):
        return None, None
    rate = find_rate(text, end)
    if rate:
        return replace(quantity, kind="rate", unit=unit, per=rate[0], end=rate[1]), noun
    return replace(quantity, kind="count", unit=unit), noun


def _suspended(quantity: Quantity, word: str) -> Quantity:
    """ "four-, five- and six-cylinder engines": the unit or thing counted that the last of a list names for all."""
    unit = WORDS.get(word.lower())
    if unit:
        return replace(quantity, kind=unit.kind, unit=unit.name)
    return replace(quantity, kind="count", unit=singular(word))


def _is_one(text: str, quantity: Quantity, unit: str) -> bool:
    """Whether "one" counts; as a pronoun ("the big one", "one can see") it does not."""
    if _PRONOUN_BEFORE.search(text[max(0, quantity.start - 16) : quantity.start]):
        return False
    return unit != ""


def _multiple(text: str, quantity: Quantity) -> Quantity | None:
    """ "doubled", "tenfold", "twice a week", "double the price"."""
    printed = text[quantity.start : quantity.end].lower()
    rate = find_rate(text, quantity.end)
    if printed in ("twice", "thrice"):
        if rate:
            return replace(quantity, kind="rate", unit="time", per=rate[0], end=rate[1])
        return replace(quantity, kind="ratio") if _COMPARED.match(text, quantity.end) else None
    if printed in ("double", "triple", "treble", "quadruple"):
        follows = re.match(
            r"\s(?:the|its|their|that|what|his|her|in|to|last)\b|[.,;]|$", text[quantity.end : quantity.end + 8]
        )
        return replace(quantity, kind="ratio") if follows else None
    return replace(quantity, kind="ratio")


def _record(given: _Text, quantity: Quantity, sentence: int, measured: Measured | None = None) -> Figure:
    text = given.text
    modifier, modified = find_modifier(text, modified_at(text, quantity), quantity.end)
    change = find_change(text, min(modified, quantity.start), quantity.end)
    if quantity.number.form == "multiple" and quantity.kind == "ratio":
        change = "down" if quantity.value < 1 else "up"
    measured = measured or Measured()
    start, end = quantity.start, quantity.end
    value, high = quantity.value, quantity.high
    if quantity.kind in ("year", "ordinal"):
        modifier = change = None
    return Figure(
        sentence, start, end, text[start:end], quantity.kind, value, high, quantity.unit, modifier, change,
        quantity.per, measured.of, measured.subject, measured.period,
    )  # fmt: skip
