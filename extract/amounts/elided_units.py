"""The unit that a text prints once for several figures: before it in a list, after it in a comparison.

"12, 15 and 18 million euros", "2 x 3 ft", "4.2 percent in May from 3.9", "$3.2bn, up from 2.9", "from 4.8 in May to 5.1
percent". Not covered: the thing counted ("1,200 people, up from 900"), which a sentence may change under way.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts.counted import STOP
from extract.amounts.numbers import times
from extract.amounts.quantities import Quantity, is_year, scaled_like
from extract.amounts.unit_after import LOOK

_LIST = re.compile(r"\sto\s|\sof\s(?:the\s|its\s|their\s)?|-?,\s|-?,?\s(?:and|or)\s|-\s(?:and|or)\s", re.I)
_FROM = re.compile(r"\bfrom\s(?:[^\W\d_]+\s){0,2}$", re.I)
_BY_SIZE = re.compile(r"\s?[x×]\s?|\sby\s", re.I)
_AGAINST = re.compile(
    r"\b(?:from|against|versus|vs\.?|compare[sd]?\s(?:with|to)|(?:rather|more|less|higher|lower|better|worse)\sthan)\s"
    r"(?:(?:an?|the|its|their)\s(?:[a-z-]{1,20}\s){1,3}of\s)?"
    r"(?:(?:about|around|just|only|nearly|almost|some|roughly|a|the|an|between|previous|earlier|over|under)\s){0,2}$",
    re.I,
)
_TO = re.compile(r"\bto\s(?:(?:about|around|just|only|nearly|almost|some|roughly|over|under)\s){0,2}$", re.I)
_NEXT_WORD = re.compile(r"[\s-](?P<word>[^\W_][\w'’&-]{0,60})")
_MONTHS = "january february march april may june july august september october november december".split()
_TIME_WORDS = frozenset(
    "last previously earlier yesterday today this next year years month months week weeks quarter seen recorded "
    "reported ago now currently expected forecast one two three four five six".split()
) | frozenset(form for month in _MONTHS for form in (month, month[:3]))
"""Words that may follow a number whose unit is not said again; any other is the thing that it counts."""
_DIMENSION = re.compile(r"\s(?:wide|long|tall|deep|high|thick|across)\b")
"""A second size of one thing: "20 inches long and 6 wide"."""
_FAR = 90  # characters between two figures that are compared
_CLAUSE_ENDS = re.compile(r"[.;!?\n]\s|\n")
_CARRIED = frozenset("percent money length area volume mass speed temperature energy power".split())
_RATIO_SPAN = 50.0  # of two amounts compared under one scale word, the larger is at most so many times the smaller


def share_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The figures of a text in order, each with the unit that another one prints for it."""
    shared = list(quantities)
    for i in range(len(shared) - 2, -1, -1):
        shared[i] = _before(text, shared, i)
    last: Quantity | None = None
    carried = -1
    for i, quantity in enumerate(shared):
        bare = _in_millions(text, last, quantity) if last is not None else quantity
        goes_on = last is not None and carried == i - 1 - (i > 1 and is_year(shared[i - 1].number))
        if last is not None and _is_compared(text, last, bare, goes_on=goes_on):
            shared[i] = quantity = _like(bare, last)
            carried = i
        if quantity.kind in _CARRIED or (quantity.kind == "rate" and quantity.per is None and quantity.unit):
            last = quantity
        elif quantity.unit == "" and not is_year(quantity.number):
            last = None
    return shared


def _before(text: str, quantities: list[Quantity], index: int) -> Quantity:
    """The figure at `index` with the unit of the one behind it, where the two stand in a list or a size."""
    first, second = quantities[index], quantities[index + 1]
    if first.unit or first.kind != "other" or not second.unit or second.kind == "ratio" or second.prefixed:
        return first
    if second.start - first.end > 12:
        return _like(first, second) if _is_from(text, first, second) else first
    gap = text[first.end : second.start]
    if _BY_SIZE.fullmatch(gap):
        return replace(first, kind="length", unit=second.unit) if second.kind == "length" else first
    if not _LIST.fullmatch(gap) or not _is_listed(text, quantities, index, gap):
        return first
    scaled = scaled_like(first, second)
    number = first.number if scaled is first else replace(first.number, scale=second.number.scale)
    return replace(scaled, kind=second.kind, unit=second.unit, per=second.per, number=number)


def _is_listed(text: str, quantities: list[Quantity], index: int, gap: str) -> bool:
    first, second = quantities[index], quantities[index + 1]
    if " to " in gap:
        return bool(_FROM.search(text[max(0, first.start - LOOK) : first.start]))
    if " of " in gap:
        return "-" not in text[second.start : second.end]  # "five of the three-ton satellites"
    if not gap.startswith(","):
        return True
    if gap == ", ":  # only within "12, 15 and 18 million euros"
        after = quantities[index + 2] if index + 2 < len(quantities) else None
        joined = text[second.end : after.start] if after is not None else ""
        return second.number.end == second.end and bool(joined) and _LIST.fullmatch(joined) is not None
    behind = quantities[index - 1] if index else None
    return behind is not None and behind.unit == "" and text[behind.end : first.start] == ", "


def _is_from(text: str, first: Quantity, second: Quantity) -> bool:
    """ "from 4.8 in May to 5.1 percent"."""
    near = second.start - first.end <= _FAR and second.kind in _CARRIED and _stands_bare(text, first)
    if not near or not _FROM.search(text[max(0, first.start - LOOK) : first.start]):
        return False
    gap = text[first.end : second.start]
    return bool(_TO.search(gap)) and not _CLAUSE_ENDS.search(gap)


def _in_millions(text: str, first: Quantity, second: Quantity) -> Quantity:
    """Behind money "950m" is millions and no length ("$1.2bn against 950m")."""
    if first.kind != "money" or second.unit != "metre" or text[second.number.end : second.end] != "m":
        return second
    number = replace(second.number, end=second.end, value=times(second.number.value, 1e6), scale=1e6)
    return replace(second, value=number.value, kind="other", unit="", number=number)


def _is_compared(text: str, first: Quantity, second: Quantity, *, goes_on: bool) -> bool:
    """Whether the second is set against the first: "5.1% from 4.8", "$3.2bn, up from 2.9".

    :param goes_on: whether the figure before is so compared, and "and" is enough ("from 2.1 in May and 1.9 in April")
    """
    if second.start - first.end > _FAR or not _stands_bare(text, second):
        return False
    if second.number.scale > first.number.scale and first.kind != "money":
        return False
    if first.kind == "percent" and abs(second.value) >= 1000:
        return False
    gap = text[first.end : second.start]
    linked = _AGAINST.search(gap) is not None or (goes_on and gap.endswith(" and "))
    if not linked and first.kind == "length" and len(gap) < LOOK:
        linked = gap.endswith((" and ", ", ", " by ")) and _DIMENSION.match(text, second.end) is not None
    return linked and not _CLAUSE_ENDS.search(gap)


def _stands_bare(text: str, quantity: Quantity) -> bool:
    """Whether a number has no unit and no thing counted behind it."""
    if quantity.unit or quantity.kind != "other" or quantity.number.form != "digits" or is_year(quantity.number):
        return False
    found = _NEXT_WORD.match(text, quantity.end)
    return (
        found is None
        or bool(_DIMENSION.match(text, quantity.end))
        or found["word"].lower() in STOP
        or found["word"].lower() in _TIME_WORDS
    )


def _like(quantity: Quantity, named: Quantity) -> Quantity:
    """The figure in the unit of another, and under its scale word where it then is of the same order."""
    given = replace(quantity, kind=named.kind, unit=named.unit, per=quantity.per or named.per)
    scale = named.number.scale
    if scale == 1 or quantity.number.scale != 1 or quantity.value == 0:
        return given
    apart = abs(named.value / (quantity.value * scale))
    if not 1 / _RATIO_SPAN <= apart <= _RATIO_SPAN:
        return given
    high = times(quantity.high, scale) if quantity.high is not None else None
    return replace(given, value=times(quantity.value, scale), high=high)
