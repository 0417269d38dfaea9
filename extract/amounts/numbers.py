"""Numbers in running text, in digits and in words: where they stand and what they amount to.

Offsets count characters of the text, end exclusive. Scale words belong to the number ("3.8 billion"), units do not.
Years and dates are numbers here as well: what a number stands for is decided by the modules that use it. Not covered:
Roman numerals, numbers in other scripts than Western digits, decimal commas but for "1.111,11" and "5,00".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.amounts.lexemes import Lexeme, find_lexemes
from extract.amounts.number_words import LEXICON, PARTS, PLURAL_PARTS, SCALES, SMALL

_PLAIN_GAP = re.compile(r"\s{1,3}|\s?-\s?")
_AND_GAP = re.compile(r",?\s+(?:and|&)\s+")
_COMMA_GAP = re.compile(r",\s+")
_ARTICLE = re.compile(r"\ban?[\s-]+$", re.I)
_SEVERAL = re.compile(r"\b(?:several|few|many)\s+$", re.I)
_PART_WORD = "|".join(PARTS)
_AND_A_PART = re.compile(
    rf"[\s-]+and[\s-]+(?:(?:an?|one)[\s-]+(?P<part>{_PART_WORD})|(?P<times>two|three|four|five|six|seven|eight|nine)[\s-]+"
    rf"(?P<parts>{'|'.join(PLURAL_PARTS)}))\b",
    re.I,
)
_POINT = re.compile(rf"\s+point((?:[\s-]+(?:{'|'.join(w for w in SMALL)}))+)\b", re.I)
_SCALE_WORD = "|".join(SCALES)
_OF_A_SCALE = re.compile(rf"(?:\s+of)?(?:\s+an?\s+|\s+|-)(?P<scale>{_SCALE_WORD})\b", re.I)
_OF_SCALES = re.compile(r"\s+of\s+(?P<scale>thousands|millions|billions|trillions)\b", re.I)
_PART_FOLLOWS = re.compile(
    r"\s+(?:of|are|were|have|as|to|more|less|fewer|higher|lower|in|from)\b|\s*[.,;:!?)]|\s*$|\s+[-–—]"
)
_PART_BEFORE = re.compile(r"\b(?:by|about|around|than|nearly|almost|over|only|roughly|up|down|just)\s+$", re.I)
_HALF_BEFORE = re.compile(r"\b(?:by|than|nearly|almost|about|around|over|in|to|roughly|just|only|least)[\s-]+$", re.I)
_HALF_FOLLOWS = re.compile(
    r"\s+(?:of|as|the|an?|its|their|his|her|our|my|your|all|that|those|these)\b|[-\s]+(?:hour|mile|million|dozen)", re.I
)
_EARLY_ORDINAL = re.compile(r"[\s-](?P<word>first|second)\b(?!-)", re.I)
_SECOND_HALF = re.compile(
    r"\b(?:and|first|second|latter|other|better|top|bottom|this|last|next|northern|southern|eastern|western|upper|lower|front|back)[\s-]+$",
    re.I,
)
_COUPLE_OF = re.compile(r"\s+of\s+(?!the\b)", re.I)
_COUPLE_SCALE = re.compile(r"\s+(?:of\s+)?(?P<scale>hundred|thousand|million|billion|dozen)\b", re.I)
_OF_THINGS = re.compile(r"\s+of\s+[^\W\d_]", re.I)
_LOOK = 24  # characters of context that a rule may look at; keeps time linear


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed.

    `form` is "digits", "words", "vague" ("dozens": from `value` to `high`), "fraction" ("two thirds"), "multiple"
    ("doubled", "tenfold"), "decade" ("thirties") or "ordinal" ("third" where it is no fraction, "5th").
    """

    start: int
    end: int
    value: float
    form: str
    high: float | None = None
    scale: float = 1.0  # of its scale words; 1 without any


Reader = Callable[[str, list[Lexeme], int], tuple[Number | None, int]]


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order, none overlapping. Numbers beyond 1e300 are left out."""
    lexemes = find_lexemes(text)
    index = 0
    while index < len(lexemes):
        number, end = _READERS[lexemes[index].kind](text, lexemes, index)
        if number and number.value < 1e300:
            yield number
        index += 1
        while index < len(lexemes) and lexemes[index].start < end:
            index += 1


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOK) : start]


def times(value: float, scale: float) -> float:
    """The product without the noise of binary fractions: 16.4 million is 16400000.0."""
    return round(value * scale, 6)


def _article(text: str, start: int) -> int:
    """Where the "a" before a number starts; `start` itself without one."""
    found = _ARTICLE.search(_before(text, start))
    return start - len(found[0]) if found else start


def _read_cardinal(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    first = lexemes[index]
    form = "digits" if first.kind in ("digits", "slash") else "words"
    start = _article(text, first.start) if first.kind == "scale" else first.start
    if first.kind == "scale":
        if _SEVERAL.search(_before(text, start)):
            return _several(text, lexemes, index)
        follows = index + 1 < len(lexemes) and lexemes[index + 1].kind == "scale"
        if start == first.start and not (follows and _joins(text, lexemes, index)):
            return None, first.end
    total, group, end, scale, last = 0.0, 0.0, first.start, float("inf"), index
    least = 1.0 if first.value else 0.0  # "0 million"
    for last in range(index, len(lexemes)):
        lexeme = lexemes[last]
        if last > index and not _continues(text, lexemes, last, scale, group):
            break
        end = lexeme.end
        if lexeme.kind not in ("scale", "vague"):
            group += lexeme.value
        elif lexeme.value <= 100:
            group = times(group or least, lexeme.value)
            scale = min(scale, lexeme.value)
        elif lexeme.value > scale > 100:  # "three lakh crore"
            total = times(total + group, lexeme.value)
            group, scale = 0.0, lexeme.value
        else:
            total, group, scale = total + times(group or least, lexeme.value), 0.0, lexeme.value
    point = _POINT.match(text, end) if form == "words" else None
    if point:
        group += float("." + "".join(str(int(SMALL[word])) for word in re.findall("[a-z]+", point[1].lower())))
        end = point.end()
    number = Number(start, end, total + group, form, scale=1.0 if scale == float("inf") else scale)
    return _with_part(text, number)


def _joins(text: str, lexemes: list[Lexeme], index: int) -> bool:
    return bool(_PLAIN_GAP.fullmatch(text, lexemes[index].end, lexemes[index + 1].start))


def _continues(text: str, lexemes: list[Lexeme], index: int, scale: float, group: float) -> bool:
    """Whether a lexeme goes on with the number that the one before it belongs to."""
    previous, lexeme = lexemes[index - 1], lexemes[index]
    start, end = previous.end, lexeme.start
    plain = bool(_PLAIN_GAP.fullmatch(text, start, end))
    if lexeme.kind in ("scale", "vague"):
        return plain and lexeme.value != 10 and (previous.kind != "scale" or lexeme.value > 100)
    if previous.kind == "tens":
        return plain and lexeme.kind == "small" and 0 < lexeme.value < 10
    if previous.kind not in ("scale", "vague") or lexeme.value >= scale or lexeme.kind not in _GROUP_STARTS:
        return False
    following = lexemes[index + 1] if index + 1 < len(lexemes) else None
    if following is not None and following.kind == "parts" and lexeme.kind == "small" and lexeme.value > 1:
        return False  # "six and two thirds"
    scaled = following is not None and following.kind == "scale" and following.value < scale
    if lexeme.kind == "digits":  # "3 crore 20 lakh", "3 hundred and 21"
        last = previous.value == 100 and 0 < lexeme.value < 100 and (following is None or following.kind != "scale")
        return (plain and scaled) or (last and _AND_GAP.fullmatch(text, start, end) is not None)
    comma = scaled and scale >= 1000 and _COMMA_GAP.fullmatch(text, start, end)
    return plain or bool(comma or _AND_GAP.fullmatch(text, start, end))


_GROUP_STARTS = frozenset({"small", "tens", "digits"})


def _with_part(text: str, number: Number) -> tuple[Number, int]:
    """Adds "and a half", "and two thirds", before or after a scale word."""
    found = _AND_A_PART.match(text, number.end)
    if not found:
        return number, number.end
    if found["part"]:
        part = 1 / PARTS[found["part"].lower()]
    else:
        part = SMALL[found["times"].lower()] / PLURAL_PARTS[found["parts"].lower()]
    scale = _OF_A_SCALE.match(text, found.end()) if number.scale == 1 else None
    factor = SCALES[scale["scale"].lower()] if scale else 1.0
    if scale:
        value, end = (number.value + part) * factor, scale.end()
    else:
        of_scale = number.scale if found["part"] or number.scale > 100 else 1.0  # "a hundred and three quarters"
        value, end = number.value + part * of_scale, found.end()
    return Number(number.start, end, value, number.form, scale=factor * number.scale), end


def _several(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number, int]:
    """ "several hundred", "a few thousand": from one to ten of it."""
    lexeme = lexemes[index]
    value, end = lexeme.value, lexeme.end
    if index + 1 < len(lexemes) and lexemes[index + 1].kind == "scale" and _joins(text, lexemes, index):
        value, end = value * lexemes[index + 1].value, lexemes[index + 1].end
    return Number(lexeme.start, end, value, "vague", high=10 * value, scale=value), end


def _read_vague(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    """ "dozens", "tens of millions"; not covered: sums of money in tens ("tens and twenties")."""
    lexeme = lexemes[index]
    of = _OF_SCALES.match(text, lexeme.end)
    if lexeme.value == 10 and not _OF_THINGS.match(text, lexeme.end):
        return None, lexeme.end
    value, end = lexeme.value, lexeme.end
    if of:
        value, end = value * LEXICON[of["scale"].lower()][1], of.end()
    return Number(lexeme.start, end, value, "vague", high=10 * value, scale=value), end


def _read_small(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    """ "two thirds", "one in five" is not read here; else a cardinal."""
    if index + 1 < len(lexemes) and _joins(text, lexemes, index):
        part, numerator = lexemes[index + 1], lexemes[index].value
        if part.kind == ("part" if numerator == 1 else "parts"):
            return _scaled_part(text, lexemes[index].start, part.end, numerator / part.value)
    return _read_cardinal(text, lexemes, index)


def _scaled_part(text: str, start: int, end: int, value: float) -> tuple[Number, int]:
    """A fraction, times the scale word that may follow ("half a million", "three quarters of a billion")."""
    found = _OF_A_SCALE.match(text, end)
    if not found:
        return Number(start, end, value, "fraction"), end
    scale = SCALES[found["scale"].lower()]
    return Number(start, found.end(), value * scale, "words", scale=scale), found.end()


def _read_part(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    """ "half", "a third", "quarter million"; ordinals where it is no fraction."""
    lexeme = lexemes[index]
    start, before = _article(text, lexeme.start), _before(text, _article(text, lexeme.start))
    word = text[lexeme.start : lexeme.end].lower()
    if word in ("half", "third", "quarter") and _OF_A_SCALE.match(text, lexeme.end):
        return _scaled_part(text, start, lexeme.end, 1 / lexeme.value)
    if word == "half":
        fraction = not _SECOND_HALF.search(before) and (
            start < lexeme.start or _HALF_FOLLOWS.match(text, lexeme.end) or _HALF_BEFORE.search(before)
        )
    elif word == "quarter":
        fraction = start < lexeme.start
    else:
        fraction = start < lexeme.start and (_PART_FOLLOWS.match(text, lexeme.end) or _PART_BEFORE.search(before))
    if fraction:
        return Number(start, lexeme.end, 1 / lexeme.value, "fraction"), lexeme.end
    if word in ("half", "quarter"):
        return None, lexeme.end
    return Number(lexeme.start, lexeme.end, lexeme.value, "ordinal"), lexeme.end


def _read_tens(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    """ "twenty-first" as an ordinal; else a cardinal."""
    early = _EARLY_ORDINAL.match(text, lexemes[index].end)
    if early:
        value = lexemes[index].value + (1 if early["word"].lower() == "first" else 2)
        return Number(lexemes[index].start, early.end(), value, "ordinal"), early.end()
    if index + 1 < len(lexemes) and _joins(text, lexemes, index):
        following = lexemes[index + 1]
        if following.kind == "part" and 3 <= following.value < 10 and text[following.start].lower() != "q":
            value = lexemes[index].value + following.value
            return Number(lexemes[index].start, following.end, value, "ordinal"), following.end
    return _read_cardinal(text, lexemes, index)


def _read_couple(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    lexeme = lexemes[index]
    of = _COUPLE_OF.match(text, lexeme.end)
    start = _article(text, lexeme.start)
    scaled = _COUPLE_SCALE.match(text, lexeme.end)
    if scaled and start < lexeme.start:
        scale = SCALES[scaled["scale"].lower()]
        return Number(start, scaled.end(), 2 * scale, "vague", scale=scale), scaled.end()
    return (Number(start, lexeme.end, 2.0, "vague") if of and start < lexeme.start else None), lexeme.end


def _read_as(form: str) -> Reader:
    def read(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
        lexeme = lexemes[index]
        return Number(lexeme.start, lexeme.end, lexeme.value, form), lexeme.end

    return read


def _read_nothing(text: str, lexemes: list[Lexeme], index: int) -> tuple[Number | None, int]:
    return None, lexemes[index].end


_READERS: dict[str, Reader] = {
    "digits": _read_cardinal, "small": _read_small, "tens": _read_tens, "scale": _read_cardinal,
    "slash": _read_cardinal, "vague": _read_vague, "part": _read_part, "parts": _read_nothing,
    "decade": _read_as("decade"), "couple": _read_couple, "multiple": _read_as("multiple"),
    "ordinal": _read_as("ordinal"),
}  # fmt: skip
