"""Figures: the quantities that a text states, in what unit, how exactly, of what and of whom.

Numbers inside names ("Boeing 747", "Article 5"), scores, phone numbers, versions and dates are no figures; a year that
stands alone is one, of kind "year". Not covered: things counted that stand before the number, and numbers in tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from extract.amounts.ages import as_age, is_age_at, is_age_of, modified_at
from extract.amounts.bare_numbers import read_bare
from extract.amounts.beside import is_symbol
from extract.amounts.counted import token_at
from extract.amounts.governing_periods import governing_period
from extract.amounts.measured import anchor_of, bears_itself, measure
from extract.amounts.modifiers import find_change, find_modifier
from extract.amounts.named_numbers import COORDINATE, in_name, is_label, labels_noun
from extract.amounts.noun_phrases import phrase
from extract.amounts.numbers import find_numbers
from extract.amounts.parallels import Told, completed
from extract.amounts.places import topic_before
from extract.amounts.quantities import Quantity, is_year, read_quantity
from extract.amounts.ranges import join
from extract.syntax import Tree, read_tree
from extract.types import Figure, Mention, Period, Phrase

_CODE_MARKS = re.compile(r"[+@°]|://|www\.")
_CODES = {
    "://": r"https?://\S+", "www.": r"www\.\S+", "@": r"\S+@\S+\.\S+",
    "+": r"\+[0-9]{1,3}(?:[ .-]\(?[0-9]{2,5}\)?){2,5}", "°": COORDINATE,
}  # fmt: skip
"""Web and mail addresses, international telephone numbers, by what a text with any of them has in it."""
_DATING = re.compile(r"\s(?:(?:by|in|at|on|for|during|since)\s(?:the\s)?)?")
_NEAR = 8  # characters between a figure and a date that is its own
_COMPARING = frozenset(("once", "twice", "thrice"))
_BOTH = frozenset(("double", "triple", "treble", "quadruple"))
"""Verbs of a change, and words that compare ("double the forecast")."""
_BESIDE_ANOTHER = re.compile(r"\s(?:the|that|those|what|its|their|his|her|our)\b", re.I)
_EQUATED = re.compile(r"(?<![^\s(\[])(?P<name>[^\W_][^\s=()\[\]]{0,30})=$")
_IN_BRACKETS = re.compile(
    r"(?<=\S)\s\((?:[~∼≈<>≤≥]\s?|(?:about|around|approximately|roughly|nearly|almost|over|c\.)\s)?$"
)
_CONVERTED = re.compile(r"\s\((?:or\s|about\s|around\s|roughly\s)?|\s?/\s?")


@dataclass(frozen=True, slots=True)
class _Given:
    """A text with what the rules ask of it again and again."""

    tree: Tree
    text: str
    sentence_of: Sequence[int]
    mention_at: Mapping[int, Mention]
    periods: Sequence[Period]
    period_starts: list[int]
    told: list[Told] = field(default_factory=list)  # the figures of one sentence so far; those of the last one read

    def told_before(self, token: int) -> list[Told]:
        """The figures before a token in its sentence."""
        if self.told and self.sentence_of[self.told[-1].span[0]] != self.sentence_of[token]:
            self.told.clear()
        return self.told

    def period_over(self, offset: int) -> Period | None:
        """The period that covers a character."""
        at = bisect_left(self.period_starts, offset + 1) - 1
        return self.periods[at] if at >= 0 and self.periods[at].end > offset else None

    def is_dated(self, end: int) -> bool:
        """Whether a date follows a figure that ends here ("50 million by 2020")."""
        at = bisect_left(self.period_starts, end)
        if at == len(self.periods) or self.periods[at].start - end > 8:
            return False
        return bool(_DATING.fullmatch(self.text, end, self.periods[at].start))


def find_figures(
    doc: Doc, sentence_of: Sequence[int], mention_at: Mapping[int, Mention], periods: Sequence[Period]
) -> Iterator[Figure]:
    """Yield the figures of a text, in text order, none overlapping.

    Without a parse there is no `of`, `subject` or `period`, and what a number counts is read off the next words.

    :param sentence_of: the number of its sentence for every token
    :param mention_at: the mention that covers a token, by token index
    :param periods: the dates and periods of the text in order, as `times.find_periods` gives them
    """
    tree = read_tree(doc)
    text = tree.text
    given = _Given(tree, text, sentence_of, mention_at, periods, [p.start for p in periods])
    last: Figure | None = None
    for quantity in join(text, list(_quantities(given)), given.is_dated):
        figure = _figure(given, as_age(text, quantity))
        if figure and (last is None or figure.start >= last.end):
            last = _like_the_one_before(text, last, figure)
            yield last


def _quantities(given: _Given) -> Iterator[Quantity]:
    """The numbers of a text with their units; none inside of another, an address or a telephone number."""
    text = given.text
    codes = _codes(text) if _CODE_MARKS.search(text) else []
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


def _codes(text: str) -> list[tuple[int, int]]:
    """Where addresses and telephone numbers stand."""
    lower = text.lower()
    pattern = "|".join(code for mark, code in _CODES.items() if mark in lower)
    return [match.span() for match in re.finditer(pattern, text, re.I)]


def _is_stated(given: _Given, quantity: Quantity) -> bool:
    """Leaves out the numbers of dates; a duration within a period ("the last three months") and a lone year stay."""
    if given.period_over(quantity.number.start) is None:
        return not (quantity.unit == "" and is_label(given.text, quantity.number))
    return quantity.kind == "duration" or is_year(quantity.number)


def _figure(given: _Given, quantity: Quantity) -> Figure | None:
    number, starts = quantity.number, given.tree.starts
    first = token_at(starts, number.start)
    noun: int | None = None
    if quantity.unit == "" and _is_name(given, quantity, first):
        return None
    if quantity.kind == "other" and is_year(number) and given.period_over(number.start):
        quantity = replace(quantity, kind="year")
    elif quantity.kind == "other" and is_age_of(given.text, quantity) and _follows_person(given, quantity):
        quantity = replace(quantity, kind="age", unit="year")
    elif quantity.unit == "" and quantity.kind != "ordinal":
        read = read_bare(given.tree, quantity, first, token_at(starts, quantity.end - 1))
        if read is None:
            return None
        quantity, noun = read
    return _record(given, quantity, first, noun)


def _is_name(given: _Given, quantity: Quantity, first: int) -> bool:
    number = quantity.number
    end = quantity.end if quantity.high is not None else min(number.end, quantity.end)
    last = token_at(given.tree.starts, max(number.start, end - 1))
    if in_name(given.tree, first, last, given.mention_at):
        return True
    return given.tree.parsed and quantity.kind == "other" and labels_noun(given.tree, first)


def _follows_person(given: _Given, quantity: Quantity) -> bool:
    """Whether a person's name ends right before ", 66" or " (66"."""
    mention = given.mention_at.get(token_at(given.tree.starts, max(0, quantity.start - 3)))
    return mention is not None and mention.label == "PERSON"


def _record(given: _Given, quantity: Quantity, token: int, noun: int | None) -> Figure:
    text, start, end = given.text, quantity.start, quantity.end
    kind, unit, modifier, change = quantity.kind, quantity.unit, None, None
    measured = _UNMEASURED
    if kind != "year" and kind != "ordinal":
        modifier, modified = find_modifier(text, modified_at(text, quantity), end)
        change = _change(given.tree, quantity, min(modified, start), token)
        if given.tree.parsed:
            equated = _EQUATED.search(text, max(0, quantity.start - 32), quantity.start)
            measured = _measured(given, quantity, noun) if equated is None else _named_by(equated)
            unit = unit or measured.unit
            if measured.aged:
                kind, unit = "age", "year"
    return Figure(
        given.sentence_of[token], start, end, text[start:end], kind, quantity.value, quantity.high, unit,
        per=quantity.per, modifier=modifier, change=change, of=measured.of, subject=measured.subject,
        period=measured.period,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a figure is of, of whom and when; `aged` where that shows it to be an age."""

    of: Phrase | None
    subject: Phrase | None
    period: Period | None
    aged: bool
    unit: str  # the thing counted, where another figure of the sentence names it


_UNMEASURED = _Measured(None, None, None, aged=False, unit="")


def _named_by(found: re.Match[str]) -> _Measured:
    """A figure written onto what it is the value of: "ratio=1.37"."""
    start, end = found.span("name")
    return replace(_UNMEASURED, of=Phrase(start, end, found["name"]))


def _measured(given: _Given, quantity: Quantity, noun: int | None) -> _Measured:
    tree, mention_at = given.tree, given.mention_at
    span = token_at(tree.starts, quantity.start), token_at(tree.starts, quantity.end - 1)
    if noun is not None and is_symbol(tree, noun):
        span, noun = (span[0], noun), None
    if noun is not None and noun <= span[1]:  # "12 families a year"
        span = span[0], token_at(tree.starts, quantity.number.end - 1)
    anchor = anchor_of(tree, *span)
    named = _named_before(given, quantity)
    of, subject = measure(tree, quantity.kind, anchor, span, noun) if named is None else (None, named)
    told = Told(quantity.kind, quantity.unit, anchor, span, of, subject)
    before = given.told_before(span[0])
    whole = completed(tree, told, before)
    of, subject = whole.of, whole.subject
    before.append(whole)
    if subject is None and of is not None:
        itself = bears_itself(tree, quantity.kind, anchor, of)
        subject = of if itself else topic_before(tree, given.sentence_of, of)
    person = subject if subject is not None else of
    aged = person is not None and is_age_at(given.text, quantity, tree.words[person], mention_at.get(person))
    if aged:
        of, subject = None, person
    period = governing_period(
        tree, anchor if noun is None else noun, given.sentence_of, given.periods, given.period_starts
    )
    if period and period.start > quantity.end + _NEAR and _is_from(given.text, quantity):
        period = None  # "from 9 million to 50 million by 2020"
    return _Measured(
        phrase(tree, of, span, mention_at, subject) if of is not None else None,
        _shown(given, quantity, subject, span, of) if subject is not None else None,
        period,
        aged,
        whole.unit,
    )


def _shown(given: _Given, quantity: Quantity, subject: int, span: tuple[int, int], of: int | None) -> Phrase:
    """The words of a subject; those of the figure itself for somebody called by an age ("a 17-year-old")."""
    if span[0] <= subject <= span[1]:
        return Phrase(quantity.start, quantity.end, given.text[quantity.start : quantity.end])
    return phrase(given.tree, subject, span, given.mention_at, of)


def _named_before(given: _Given, quantity: Quantity) -> int | None:
    """The name that a figure in brackets stands behind ("Aselsan (15%)", "Mount Guna (4,231 metres)")."""
    text, start = given.text, quantity.start
    opening = _IN_BRACKETS.search(text, max(0, start - 24), start)
    if start < 3 or opening is None or text[quantity.end : quantity.end + 1] not in (")", ";"):
        return None
    token = token_at(given.tree.starts, opening.start() - 1)
    return token if given.tree.pos[token] == "PROPN" else None


def _is_from(text: str, figure: Quantity) -> bool:
    """Whether a figure is where something comes from: "from 9 million" before "to 50 million"."""
    return (
        text[max(0, figure.start - 5) : figure.start].lower() == "from " and text[figure.end : figure.end + 4] == " to "
    )


def _change(tree: Tree, quantity: Quantity, start: int, token: int) -> str | None:
    text = tree.text
    if quantity.number.form == "multiple" and quantity.kind == "ratio" and not _compares(tree, quantity, token):
        return "down" if quantity.value < 1 else "up"
    if text[quantity.start] == "+":
        return "up"
    return find_change(text, start, quantity.end)


def _compares(tree: Tree, quantity: Quantity, token: int) -> bool:
    """Whether a multiple sets one thing beside another ("twice the size") and tells of no change ("has doubled")."""
    if tree.words[token] in _COMPARING:
        return True
    noun = tree.words[token] in _BOTH and tree.pos[token] not in ("VERB", "")
    return noun and _BESIDE_ANOTHER.match(tree.text, quantity.end) is not None


def _like_the_one_before(text: str, last: Figure | None, figure: Figure) -> Figure:
    """A figure said again in another unit ("5 miles (8 km)") shares its modifier, its change and what it is of."""
    if last is not None and figure.kind == "percent" != last.kind and text[last.end : figure.start] == " (":
        return replace(figure, of=last.of, subject=last.subject, period=last.period)  # "1.2 million (25%)"
    if last is None or last.kind != figure.kind or last.unit == figure.unit:
        return figure
    if figure.start - last.end > 12 or not _CONVERTED.fullmatch(text, last.end, figure.start):
        return figure
    return replace(
        figure, modifier=figure.modifier or last.modifier, change=figure.change or last.change, of=last.of,
        subject=last.subject, period=last.period,
    )  # fmt: skip
