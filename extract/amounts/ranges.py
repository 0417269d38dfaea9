"""Two numbers that make one figure: ranges, ratios, compound units.

"5 to 7 per cent", "$3-5 billion", "between 50 and 70", "one in five", "5ft 4in".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extract.amounts.elided_units import share_units
from extract.amounts.quantities import Quantity, is_year, scaled_like
from extract.amounts.unit_after import LOOK

_DASH = re.compile(r"\s?[-–—−]\s?|\s?-?\s?\bto\s?-?\s?|-to-|\s(?:till|until|through)\s|\s?~\s?", re.I)
_AND = re.compile(r"\s(?:and|&)\s", re.I)
_OR = re.compile(r"\s(?:or|and/or|or\seven|or\sperhaps)\s", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:[^\W\d_]+\s){0,2}$", re.I)
_FROM = re.compile(r"\bfrom\s(?:[^\W\d_]+\s){0,2}$", re.I)
_BY = re.compile(r"\bby\s(?:[^\W\d_]+\s){0,2}$", re.I)
_IN = re.compile(r"\s(?:in(?:\severy)?|out\sof(?:\severy)?|of\severy)\s|-in-(?:an?-)?|-out-of-", re.I)
_REASONED = re.compile(r"\s*(?:[.,;?!)]|$|(?:plus|minus|times|is|equals)\b)")
_RANKED = re.compile(r"\b(?:rank\w*|place[ds]?|finish\w*|came|position|number)\s(?:at\s|number\s)?$", re.I)
_RATIO = re.compile(r"-to-|\s?:\s?", re.I)
_THEN = re.compile(r",?\s?(?:and\s)?")
_TOLERANCE = re.compile(r"\s?(?:±|\+/[-−–])\s?")
_SCORE_NEAR = re.compile(
    r"\b(?:win|wins|won|beat\w*|los[et]\w*|defeat\w*|draw\w*|drew|victor\w+|lead|led|score\w*|record|tie|tied|set|halftime|"
    r"half-time|aggregate|match|goal\w*|season|final|game|sets|vs|against)\b", re.I
)  # fmt: skip
_GOES_ON = re.compile(r"[\s-](?!more\b)[^\W\d_]|\s?[$€£¥%]")
_CUT = re.compile(r"[-–][0-9]")
_IN_YEAR = re.compile(r"\b(?:in|since|during|of|for|fiscal|year|early|late|mid|[A-Z][a-z]{2,8})\s$")
_DASHES = ("-", "–")
_FARTHEST = 16  # characters between two numbers of one figure
COMPOUNDS = {("foot", "inch"): 12.0, ("pound", "ounce"): 16.0, ("stone", "pound"): 14.0}
"""Units that are read together, and how many of the second make one of the first."""


def join(text: str, quantities: list[Quantity], dated: Callable[[int], bool]) -> list[Quantity]:
    """Joins neighbours that make one figure, in text order.

    :param dated: whether a date belongs to a figure that ends at this offset; then "from 9 to 50 million by 2020" is
        two figures, each with its own time, and not a range.
    """
    tight = _joined(text, quantities, dated, tight=True)
    whole = [q for q in _joined(text, tight, dated, tight=False) if not _is_cut(text, q)]
    return share_units(text, whole)


def _is_cut(text: str, quantity: Quantity) -> bool:
    """Whether a dash and digits that were read as something else go on from a bare number ("16-18 High Street")."""
    return quantity.unit == "" and quantity.high is None and bool(_CUT.match(text, quantity.end))


def _joined(text: str, quantities: list[Quantity], dated: Callable[[int], bool], *, tight: bool) -> list[Quantity]:
    """One pass: first what a dash joins without spaces, then the rest ("from 24 to 33-35 billion")."""
    joined: list[Quantity] = []
    for quantity in quantities:
        before = joined[-1] if joined else None
        if before is not None and quantity.start < before.end:  # "17 USD 25": the code belongs to the 17
            quantity = replace(quantity, start=quantity.number.start, kind="other", unit="", prefixed=False)
        orphan = text[max(0, quantity.start - 1) : quantity.start] in _DASHES and _is_digit_at(text, quantity.start - 2)
        if orphan and (before is None or before.end != quantity.start - 1):  # the rest of a phone number or score
            continue
        if before is None or quantity.start - before.end > _FARTHEST:
            joined.append(quantity)
            continue
        gap = text[before.end : quantity.start]
        one = _one_figure(text, before, quantity, gap, dated) if (len(gap) == 1) == tight else None
        if one:
            joined[-1] = one
        elif tight and _is_score(text, before, quantity, gap):
            joined.pop()
        else:
            joined.append(quantity)
    return joined


def _is_digit_at(text: str, offset: int) -> bool:
    return offset >= 0 and "0" <= text[offset] <= "9"


def _one_figure(
    text: str, first: Quantity, second: Quantity, gap: str, dated: Callable[[int], bool]
) -> Quantity | None:
    if first.high is not None or "ordinal" in (first.kind, second.kind) or first.number.form == "multiple":
        return None
    one = _compound(text, first, second, gap) or _share(text, first, second, gap)
    if one or second.high is not None:
        return one
    before = text[max(0, first.start - LOOK) : first.start]
    dashed = _DASH.fullmatch(gap) and _is_range(text, first, second, gap, before, dated)
    between = _AND.fullmatch(gap) and _BETWEEN.search(before)
    either = _OR.fullmatch(gap) and _are_alternatives(first, second)
    return _range(first, second) if dashed or between or either else None


def _compound(text: str, first: Quantity, second: Quantity, gap: str) -> Quantity | None:
    """ "5ft 4in", "thirteen dollars and 45 cents", "15 dollars 50", "9.8 ± 0.1 m"."""
    share = COMPOUNDS.get((first.unit, second.unit))
    if share and _THEN.fullmatch(gap) and second.value < share:
        return replace(first, end=second.end, value=first.value + second.value / share)
    money = first.kind == second.kind == "money" and first.unit == second.unit
    if money and gap == " and " and second.value < 1:
        return replace(first, end=second.end, value=first.value + second.value)
    if gap == " " and first.kind == "money" and not first.prefixed and _is_change(text, first, second):
        return replace(first, end=second.end, value=first.value + second.value / 100)
    if _TOLERANCE.fullmatch(gap) and _bare(first):
        return replace(second, start=first.start, value=first.value)
    return None


def _share(text: str, first: Quantity, second: Quantity, gap: str) -> Quantity | None:
    """ "one in five", "nine out of ten", "odds of 3-to-1"."""
    before = text[max(0, first.start - LOOK) : first.start]
    shared = _is_share(first, second, gap) and not _RANKED.search(before)
    if _IN.fullmatch(gap) and (shared or _is_return_period(text, first, second)):
        return replace(first, end=second.end, value=first.value / second.value, kind="ratio", unit="")
    if gap.lower() == " over " and abs(first.value) == 1 and _bare(first) and _bare(second) and second.value > 1:
        ends = bool(_REASONED.match(text, second.end))  # "one over three"
        return replace(first, end=second.end, value=first.value / second.value, kind="ratio") if ends else None
    if not (_RATIO.fullmatch(gap) and _bare(first) and _bare(second) and first.value > second.value > 0):
        return None
    spelt = gap.lower() == "-to-" or "ratio" in before.lower()
    return replace(first, end=second.end, value=first.value / second.value, kind="ratio") if spelt else None


def _is_score(text: str, first: Quantity, second: Quantity, gap: str) -> bool:
    """ "2-1", "3 – 0" and phone numbers: numbers joined by dashes that make no range; "one-to-one" says as little."""
    if not (_bare(first) and _bare(second)):
        return False
    if gap.lower() == "-to-":
        return first.value == second.value
    near = text[max(0, first.start - 2 * LOOK) : second.end + LOOK]
    return gap in ("-", "–", "—") or (gap.strip() in ("-", "–", "—") and bool(_SCORE_NEAR.search(near)))


def _is_change(text: str, first: Quantity, second: Quantity) -> bool:
    """ "15 dollars 50": the cents behind the dollars."""
    whole = first.number.scale == 1 and first.value == int(first.value) and first.per is None
    after = text[second.end : second.end + 6]
    return whole and _bare(second) and 10 <= second.value < 100 and not _GOES_ON.match(after)


def _bare(quantity: Quantity) -> bool:
    return quantity.unit == "" and quantity.number.scale == 1 and quantity.number.form in ("digits", "words")


def _is_share(first: Quantity, second: Quantity, gap: str) -> bool:
    whole = second.value <= 100 or second.value in (1e3, 1e4, 1e5, 1e6) or "of" in gap
    if first.value == 1 or "every" in gap:
        whole = not is_year(second.number)
    return _bare(first) and second.unit == "" and 0 < first.value < second.value and whole and first.value % 1 == 0


def _is_return_period(text: str, first: Quantity, second: Quantity) -> bool:
    """ "a 1-in-100-year flood"."""
    return _bare(first) and first.value == 1 and second.unit == "year" and text[second.end - 1 : second.end] == "r"


def _fits(first: Quantity, second: Quantity) -> bool:
    return first.unit == "" or second.unit == "" or (first.unit, first.kind) == (second.unit, second.kind)


def _is_range(
    text: str, first: Quantity, second: Quantity, gap: str, before: str, dated: Callable[[int], bool]
) -> bool:
    if not _fits(first, second) or "fraction" in (first.number.form, second.number.form):
        return False
    if _is_dated_step(first, second, before):
        return False
    low, high = scaled_like(first, second).value, second.value
    if "to" in gap.lower():
        if _FROM.search(before):
            return not dated(second.end)
        if first.unit and not first.prefixed and _BY.search(before):
            return False
        own_step = first.unit != "" and second.unit != "" and _is_step(before)
        return not own_step and (low < high or first.unit != "" or second.unit != "") and (low < high or high == 0)
    if gap.strip() == gap and _bare(first) and _bare(second):
        near = text[max(0, first.start - 2 * LOOK) : second.end + LOOK]
        return low < high and not _SCORE_NEAR.search(near)
    downward = scaled_like(first, second) is not first  # "3–2.7 billion years ago"
    return (low < high or downward) and (gap.strip() == gap or second.unit != "")


def _is_dated_step(first: Quantity, second: Quantity, before: str) -> bool:
    """Whether the first is the year of what came before: "from $699 million in 2005 to $803 million"."""
    a_year = first.unit == "" and is_year(first.number)
    return a_year and not (second.unit == "" and is_year(second.number)) and bool(_IN_YEAR.search(before))


def _is_step(before: str) -> bool:
    """Whether the first of two figures is the size of a change and the second its result ("up $2 to $60")."""
    return bool(
        re.search(r"\b(?:by|up|down|rose|fell|gained|lost|added|climbed|dropped|slipped|jumped)\s$", before, re.I)
    )


def _are_alternatives(first: Quantity, second: Quantity) -> bool:
    near = first.value < second.value <= max(2 * first.value, first.value + 2)
    return near and first.unit == "" and first.number.form in ("words", "digits")


def _range(first: Quantity, second: Quantity) -> Quantity:
    scaled = scaled_like(first, second)
    named = second if second.unit else first
    value = scaled.value
    number = second.number if is_year(first.number) and not is_year(second.number) else first.number
    if named.kind == "money" and first.unit == "" and second.value and second.value * 100 == second.number.value:
        value /= 100  # "5 to 10 cents"
    return replace(
        named,
        start=first.start,
        end=second.end,
        value=value,
        high=second.value,
        number=replace(number, scale=max(first.number.scale, second.number.scale)),
    )
