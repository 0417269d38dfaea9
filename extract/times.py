"""Dates and periods in a text, with their bounds; relative ones are resolved against the publication date.

Bounds are ISO dates, both inclusive, and `None` where a period is open ("since 1986", "by 2020") or not to be told: an
unknown publication date is never guessed. Not covered: times of day, holidays, years before Christ (found, no bounds),
durations that lie nowhere in time ("for three months").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, parse_published
from extract.calendar.date_rules import DATE_RULES, WEAK_RULES, Rule
from extract.calendar.relative_rules import RELATIVE_RULES
from extract.calendar.time_words import COUNTS, DECADES, MONTHS, ORDINALS, SEASONS, UNIT_DAYS, UNIT_MONTHS, WEEKDAYS
from extract.calendar.weak_dates import is_date
from extract.calendar.year_part_rules import YEAR_PART_RULES
from extract.syntax import Tree, read_tree
from extract.types import Period

_BEFORE, _AFTER = 40, 48
"""Characters before and after a trigger in which a period may start or end."""
_CONTEXT = 64
"""Characters before a period that may tell whether it lies in the future."""
_RULES: tuple[Rule, ...] = (*YEAR_PART_RULES, *RELATIVE_RULES, *DATE_RULES, *WEAK_RULES)
_UNITS = [word.removesuffix("e") if word == "centurie" else word for word in (*UNIT_MONTHS, *UNIT_DAYS)]
_TRIGGERS = frozenset(
    (
        *MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *(f"{m}." for m in MONTHS), *SEASONS, *DECADES,
        *_UNITS, *(f"{unit}s" for unit in _UNITS), "centuries", "half", "ago", "yesterday", "today", "tomorrow",
        "tonight", "morning", "afternoon", "evening", "ad", "bc", "bce", "ce", "a.d.", "b.c.", "fiscal",
        "financial", "fy",
    )
)  # fmt: skip
_FIRST_WORDS = (
    *MONTHS, *WEEKDAYS, *SEASONS, *DECADES, *ORDINALS, *(set(COUNTS) - {"a", "an"}), *UNIT_MONTHS,
    *UNIT_DAYS, *"last past previous preceding next coming following upcoming final opening closing this same "
    "current present fiscal financial fy q early mid late beginning start end middle close turn earlier later so "
    "yesterday today tomorrow tonight ad a.d. full".split(),
)  # fmt: skip
"""The words that the patterns of the rules can start with, apart from articles, digits and apostrophes."""


def _either_case(words: Iterable[str]) -> str:
    """A pattern for the first letters of words in any case, by which `re` refuses other words fastest."""
    tails: dict[str, set[str]] = {}
    for word in words:
        rest = "".join(f"[{c}{c.upper()}]" for c in word[1:4])
        tails.setdefault(word[0], set()).add(rest if len(word) > 2 else rf"{rest}(?![^\W\d_])")
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(sorted(rests))})" for first, rests in sorted(tails.items()))


_ARTICLE = "(?:[tT][hH](?:[eE]|[eEoO][sS][eE])|[aA][nN]?)"
_DIGITS = re.compile(  # starts with a set of characters, so that `re` passes over all others fast
    r"[0-9QF](?:(?<![0-9].)(?:(?<=[12])[0-9]{3}|(?<=[2-9])0)(?![0-9])|(?<=[0-9])[0-9]?[/.][0-9]{1,2}[/.][12]"
    r"|(?<=Q)[1-4]|(?<=[1-4])Q|(?<=F)Y)"
)
_ANY = re.compile(
    rf"[^\w.$£€¥#@/](?-i:(?=(?:{_ARTICLE}\s)?(?:[0-9'’‘]|{_either_case(_FIRST_WORDS)})))(?:"
    + "|".join("({})".format(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern)) for rule in _RULES)
    + ")",
    re.I,
)
"""Any of the rules, with the character before; the group that matches tells which."""
_LINK = re.compile(r"\s?[-–—~]\s?|\s(?:to|until|till|through|up\sto)\s(?:the\s)?|\sand\s(?:the\s)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_FROM = re.compile(r"\bfrom\s(?:the\s|about\s|around\s)?$", re.I)
_OPENING = re.compile(
    r"(?<![\w-])(?P<word>since|until|till|by|before|after|prior\sto|up\sto|as\sof|from|starting\s(?:in|on|from)|"
    r"beginning\s(?:in|on)|ever\ssince)\s(?:about\s|around\s|at\sleast\s|roughly\s)?(?:the\s)?$", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """A date or period before its prepositions are read."""

    start: int
    end: int
    days: Days
    rule: Rule
    match: re.Match[str]


def find_periods(doc: Doc, published: str | None) -> list[Period]:
    """The dates and periods of a text in order, none overlapping.

    :param published: the publication date as "2002", "2002-08" or "2002-08-19"; `None` leaves relative periods without
        bounds
    """
    tree, when = read_tree(doc), parse_published(published)
    text = tree.text
    padded = f"\n{text}"
    found = [item for low, high in _windows(tree) for item in _search(text, padded, low, high, when)]
    return [_period(text, item) for item in _joined(text, found, when)]


def _windows(tree: Tree) -> Iterator[tuple[int, int]]:
    """Stretches of text around the words that periods are made of."""
    words = [start for start, word in zip(tree.starts, tree.words, strict=True) if word in _TRIGGERS]
    offsets = sorted(words + [m.start() for m in _DIGITS.finditer(tree.text)])
    low = high = -1
    for offset in offsets:
        if offset - _BEFORE > high:
            if high >= 0:
                yield low, high
            low = max(0, offset - _BEFORE)
        high = offset + _AFTER
    if high >= 0:
        yield low, high


def _search(text: str, padded: str, low: int, high: int, published: Published) -> Iterator[_Found]:
    """The dates and periods between two offsets.

    :param padded: the text behind one more character, so that there is a character before every word
    """
    at = low
    while match := _ANY.search(padded, at, high + 1):
        at = match.end() - 1
        rule, exact = _rule_of(text, padded, match.start())
        if rule is None or exact is None or (rule in WEAK_RULES and not is_date(text, exact)):
            continue
        at = exact.end()
        before = text[max(0, exact.start() - _CONTEXT) : exact.start()]
        try:
            days = rule.resolve(exact, published, before)
        except (ValueError, OverflowError):  # outside of the calendar's years 1 to 9999
            days = UNKNOWN
        yield _Found(exact.start(), exact.end(), days, rule, exact)


def _rule_of(text: str, padded: str, start: int) -> tuple[Rule | None, re.Match[str] | None]:
    any_rule = _ANY.match(padded, start)
    if any_rule is None or any_rule.lastindex is None:
        return None, None
    for rule in _RULES[any_rule.lastindex - 1 :]:
        match = rule.pattern.match(text, start)
        if match:
            return rule, match
    return None, None


def _joined(text: str, found: list[_Found], published: Published) -> Iterator[_Found]:
    """Joins "from X to Y", "between X and Y" and "X–Y"."""
    last: _Found | None = None
    for item in found:
        if last and (days := _range(text, last, item)):
            start = last.start
            before = text[max(0, start - 24) : start]
            opening = _BETWEEN.search(before) or _FROM.search(before)
            start -= len(opening[0]) if opening else 0
            last = replace(item, start=start, days=days)
            continue
        if last:
            yield last
        last = item
    if last:
        yield last


def _range(text: str, first: _Found, second: _Found) -> Days | None:
    """The days from the first to the second where the words between them join the two; else `None`."""
    gap, before = text[first.end : second.start], text[max(0, first.start - 24) : first.start]
    if len(gap) > 12 or not _LINK.fullmatch(gap) or (" and " in gap.lower() and not _BETWEEN.search(before)):
        return None
    days, end = first.days, second.days.last
    if _is_yearless(first) and end:  # "from May to July 2001", "from November to March"
        days = first.rule.resolve(first.match, Published(end.year, end.month, end), "")
    if days.first is None or end is None:
        return UNKNOWN if _BETWEEN.search(before) or _FROM.search(before) else None
    return days & second.days if days.first <= end else None


def _is_yearless(found: _Found) -> bool:
    return "y" in found.match.groupdict() and found.match["y"] is None


def _period(text: str, found: _Found) -> Period:
    """The period with the word that leaves it open or turns it around ("since", "by", "before")."""
    start, days = found.start, found.days
    opening = _OPENING.search(text[max(0, start - 32) : start])
    if opening and not text.startswith(("from ", "between ", "From ", "Between "), start):
        start -= len(opening[0])
        days = _opened(" ".join(opening["word"].lower().split()), days)
    return Period(start, found.end, text[start : found.end], _iso(days.first), _iso(days.last))


def _opened(word: str, days: Days) -> Days:
    if word in ("until", "till", "by", "up to"):
        return Days(None, days.last)
    if word in ("before", "prior to"):
        return Days(None, days.first - timedelta(days=1) if days.first and days.first > date.min else None)
    if word == "after":
        return Days(days.last + timedelta(days=1) if days.last and days.last < date.max else None, None)
    if word == "as of":
        return days
    return Days(days.first, None)


def _iso(some: date | None) -> str | None:
    return some.isoformat() if some else None
