"""Dates and periods in a text, with their bounds; relative ones are resolved against the publication date.

Bounds are ISO dates, both inclusive, and `None` where a period is open ("since 1986", "by 2020") or not to be told: an
unknown publication date is never guessed. Not covered: times of day, days of feast that the moon sets and years before
Christ (found, no bounds), durations that lie nowhere in time ("for three months"), years in words ("nineteen ninety").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from spacy.tokens import Doc

from extract.calendar.calendar_spans import UNKNOWN, Days, Published, parse_published
from extract.calendar.day_order import settled
from extract.calendar.day_rules import DAY_RULES
from extract.calendar.distance_rules import DISTANCE_RULES, NOW
from extract.calendar.holiday_rules import HOLIDAY_RULES
from extract.calendar.holidays import NAMES as HOLIDAYS
from extract.calendar.linking import Found, joined, opened
from extract.calendar.relative_rules import RELATIVE_RULES
from extract.calendar.rule import Rule, is_future
from extract.calendar.time_words import COUNTS, DECADES, MONTHS, ORDINALS, SEASONS, UNIT_DAYS, UNIT_MONTHS, WEEKDAYS
from extract.calendar.told_years import REACH, in_year, is_of_the_story, tells_of_another_year, year_behind
from extract.calendar.year_part_rules import YEAR_PART_RULES
from extract.calendar.year_rules import BARE_RULES, YEAR_RULES
from extract.syntax import Tree, read_tree
from extract.types import Period

_BEFORE, _AFTER = 40, 48
"""Characters before and after a trigger in which a period may start or end."""
_CONTEXT = 64
"""Characters of its sentence before a period that may tell whether it lies in the future."""
_RULES: tuple[Rule, ...] = (
    *YEAR_PART_RULES, *DISTANCE_RULES, *RELATIVE_RULES, *DAY_RULES, *YEAR_RULES, *HOLIDAY_RULES, *BARE_RULES, NOW,
)  # fmt: skip
_UNITS = [word.removesuffix("e") if word == "centurie" else word for word in (*UNIT_MONTHS, *UNIT_DAYS)]
_FEASTS = frozenset(name.split()[-1] for name in HOLIDAYS)
_TRIGGERS = frozenset(
    (
        *MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *(f"{m}." for m in MONTHS), *SEASONS, *DECADES,
        *_UNITS, *(f"{unit}s" for unit in _UNITS), "centuries", "half", "ago", "yesterday", "today", "tomorrow",
        "tonight", "overnight", "morning", "afternoon", "evening", "ad", "bc", "bce", "ce", "a.d.", "b.c.", "fiscal",
        "financial", "fy", "millennium", "millennia", "year-end", *_FEASTS,
    )
)  # fmt: skip
_FIRST_WORDS = (
    *MONTHS, *WEEKDAYS, *SEASONS, *DECADES, *ORDINALS, *(set(COUNTS) - {"a", "an"}), *UNIT_MONTHS,
    *UNIT_DAYS, *"last past previous preceding next coming following upcoming final opening closing this same "
    "current present fiscal financial fy q h early mid late latter beginning dawn start end middle close turn earlier "
    "later so yesterday today tomorrow tonight overnight ad a.d. full now date saint st. decades centuries years "
    "months weeks days thousands hundreds tens".split(), *(name.split()[0] for name in HOLIDAYS),
)  # fmt: skip
"""The words that the patterns of the rules can start with, apart from articles, digits and apostrophes."""


def _either_case(words: Iterable[str]) -> str:
    """A pattern for the first letters of words in any case, by which `re` refuses other words fastest."""
    tails: dict[str, set[str]] = {}
    for word in words:
        rest = "".join(f"[{c}{c.upper()}]" for c in word[1:4])
        tails.setdefault(word[0], set()).add(rest if len(word) > 2 else rf"{rest}(?![^\W\d_])")
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(sorted(rests))})" for first, rests in sorted(tails.items()))


_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s(?=[A-Z“\"])")
_THAT = re.compile(r"\bthat\s$", re.I)
_ARTICLE = "(?:[tT][hH](?:[eE]|[eEoO][sS][eE])|[aA][nN]?)"
_DIGITS = re.compile(  # starts with a set of characters, so that `re` passes over all others fast
    r"[0-9QF](?:(?<![0-9].)(?:(?<=[12])[0-9]{3}|(?<=[2-9])0)(?![0-9])|(?<=[0-9])[0-9]?[/.][0-9]{1,2}[/.][12]"
    r"|(?<=Q)[1-4]|(?<=[1-4])Q|(?<=F)Y|(?<=[0-9])(?:st|nd|rd|th)|(?<=[2-9])0['’]?s|(?<=[0-9])/(?:[0-9]{2}|[A-Z]))"
)
_ANY = re.compile(
    rf"[^\w.$£€¥#@/](?-i:(?=(?:[iI][nN]\s)?(?:{_ARTICLE}\s)?(?:[0-9'’‘]|{_either_case(_FIRST_WORDS)})))(?:"
    + "|".join("({})".format(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern)) for rule in _RULES)
    + ")",
    re.I,
)
"""Any of the rules, with the character before; the group that matches tells which."""


def find_periods(doc: Doc, published: str | None) -> list[Period]:
    """The dates and periods of a text in order, none overlapping.

    :param published: the publication date as "2002", "2002-08" or "2002-08-19"; `None` leaves relative periods without
        bounds
    """
    tree, when = read_tree(doc), parse_published(published)
    text = tree.text
    padded = f"\n{text}"
    found = [item for low, high in _windows(tree) for item in _search(text, padded, low, high, when)]
    periods: list[Period] = []
    for item in joined(text, settled(found), when, NOW):
        period = _period(text, item, tree)
        while periods and periods[-1].end > period.start:  # "two weeks before" and "two weeks before Easter"
            periods.pop()
        periods.append(period)
    return periods


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


def _search(text: str, padded: str, low: int, high: int, published: Published) -> Iterator[Found]:
    """The dates and periods between two offsets.

    :param padded: the text behind one more character, so that there is a character before every word
    """
    at = low
    while match := _ANY.search(padded, at, high + 1):
        at = match.start() + 1
        rule, exact = _rule_of(text, padded, match.start())
        if rule is None or exact is None:
            continue
        year_after = year_behind(text, exact)
        at = year_after.end() if year_after else exact.end()
        yield Found(exact.start(), at, _days(text, rule, exact, year_after, published), rule, exact)


def _days(text: str, rule: Rule, match: re.Match[str], year_after: re.Match[str] | None, published: Published) -> Days:
    """The days of a match, counted from publication or from the year that the text names."""
    before = _SENTENCE_END.split(text[max(0, match.start() - _CONTEXT) : match.start()])[-1]
    told = text[max(0, match.start() - REACH) : match.start()]
    named, then = match.groupdict(), published
    if year_after:
        then, before = in_year(year_after, told, published), ""
    elif _is_of_another_year(named, before, told, published):
        then = Published()
    try:
        return rule.resolve(match, then, before)
    except (ValueError, OverflowError):  # outside of the calendar's years 1 to 9999
        return UNKNOWN


def _is_of_another_year(named: dict[str, str | None], before: str, told: str, published: Published) -> bool:
    """Whether a match is of the story's year, not of the publication's: "that October", "in June" after "in 1757"."""
    if _THAT.search(before) and not named.get("y") and any(named.get(key) for key in "mws"):
        return True
    return is_of_the_story(named) and not is_future(before) and tells_of_another_year(told, published)


def _rule_of(text: str, padded: str, start: int) -> tuple[Rule | None, re.Match[str] | None]:
    any_rule = _ANY.match(padded, start)
    if any_rule is None or any_rule.lastindex is None:
        return None, None
    for rule in _RULES[any_rule.lastindex - 1 :]:
        match = rule.pattern.match(text, start)
        if match and (rule.agrees is None or rule.agrees(text, match)):
            return rule, match
    return None, None


def _period(text: str, found: Found, tree: Tree) -> Period:
    start, end, days = opened(text, found, partial(_in_noun, tree))
    return Period(start, end, text[start:end], _iso(days.first), _iso(days.last))


def _in_noun(tree: Tree, start: int, end: int) -> bool:
    """Whether a word between two offsets hangs on a noun; the bare year of "May 2014" hangs on its month."""
    low, high = bisect_left(tree.starts, start), bisect_left(tree.starts, end)
    return tree.parsed and "nmod" in tree.deps[low:high]


def _iso(some: date | None) -> str | None:
    return some.isoformat() if some else None
