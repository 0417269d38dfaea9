"""A figure in its sentence, as it is compared: what is named and said around it, and for when. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.rows import FigureRow, MentionRow
from kb.words.terms import NUMBER_WORDS, Word, is_stopword, plain, read_words, root

NAMED = ("CITY", "REGION", "COUNTRY", "PLACE", "ORG", "PERSON", "PRODUCT", "WORK", "EVENT")
YEAR = re.compile(r"(?<![\d,.])(1[0-9]\d{2}|20\d{2})(?![\d,%]|\.\d)")
# Periods whose year is printed or told by the article's date; "19 October" in a piece of history is not.
DATED = re.compile(r"\b(?:1[0-9]\d{2}|20\d{2})\b|\b(?:last|this) (?:year|month)\b", re.IGNORECASE)
# A phrase in front of the subject: "In response to aid to Israel, OPEC raised".
FRONTED = re.compile(
    r"(?:in|on|after|since|although|though|despite|during|following|under|with|by|at|for|from|while|when|because|as|"
    r"according to|before|until|born|raised|[a-z]+ed|[a-z]+ing) [^,]*, ",
    re.IGNORECASE,
)
NEAR = 6  # words on each side of a figure that say what it measures
EMPTY = frozenset(
    map(
        root,
        """million billion thousand trillion percent per cent year years about around roughly nearly almost some
    over more less january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split(),
    )
)
# Words that narrow or widen what a figure is of: with one of them on one side only it is of something else.
SCOPES = frozenset(
    """metropolitan metro urban rural greater suburban inner outer surrounding combined average median mean minimum
    maximum peak net gross operating total estimated male female men women youth young foreign domestic daily weekly
    monthly
    annual annually quarterly public private registered active former main mainland worldwide global globally national
    regional local upper lower northern southern eastern western central half adult children hindu muslim
    christian white black asian hispanic central built-up downtown household households area
    areas county counties district districts""".split()
) - {"estimated", "main", "average"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures that are compared."""

    figure: FigureRow
    names: tuple[MentionRow, ...]  # in its sentence
    entities: frozenset[str]  # named in its sentence
    first: MentionRow | None  # the first name in it, phrases in front of the subject left out
    roots: frozenset[str]  # of its content words, numbers left out
    near: frozenset[str]  # those close to the figure, its unit left out
    names_near: tuple[MentionRow, ...]  # names close to the figure
    scopes: frozenset[str]  # close to the figure
    years: frozenset[int]
    published: str | None


def side_of(figure: FigureRow, mentions: Sequence[MentionRow], published: str | None) -> Side:
    """A figure with what its sentence says around it."""
    text = figure.sentence.text
    words = read_words(text)
    names = [m for m in mentions if m.label in NAMED and m.entity]
    start, end = figure.start - figure.sentence.start, figure.end - figure.sentence.start
    begin = figure.sentence.start
    close = _near(words, start, end)
    return Side(
        figure,
        tuple(names),
        frozenset(m.entity for m in names if m.entity),
        _subject_name(figure, names),
        frozenset(w.root for w in words if _counts(w)),
        frozenset(w.root for w in close if _counts(w)) - _unit_roots(figure),
        tuple(m for m in names if any(w.start < m.end - begin and m.start - begin < w.end for w in close)),
        frozenset(plain(w.surface) for w in close) & SCOPES,
        years_of(figure),
        published,
    )


def _unit_roots(figure: FigureRow) -> frozenset[str]:
    units = "" if figure.kind in ("count", "other") else figure.unit
    return frozenset(word.root for word in read_words(f"{units} {figure.per or ''}"))


def _subject_name(figure: FigureRow, names: Sequence[MentionRow]) -> MentionRow | None:
    fronted = FRONTED.match(figure.sentence.text)
    begin = figure.sentence.start + (fronted.end() if fronted else 0)
    return next((name for name in names if name.start >= begin), names[0] if names else None)


def day_of(date: str | None) -> int | None:
    """A whole date as a number of days; None for a year or a month alone."""
    try:
        return datetime.date.fromisoformat(date or "").toordinal()
    except ValueError:
        return None


def years_of(figure: FigureRow) -> frozenset[int]:
    """The years for which a figure may be stated: those of its period, else of its sentence, its own value left out."""
    period = figure.period
    if figure.kind != "year" and period and period.first and period.last and DATED.search(period.surface):
        return frozenset({int(period.first[:4]), int(period.last[:4])})
    years = frozenset(int(year) for year in YEAR.findall(figure.sentence.text))
    own = re.sub(r"\D", "", figure.surface)  # "1709 pupils" are of no year
    return years - {int(own)} if own and len(own) == len("1709") else years


def _near(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words of a figure and those next to it."""
    first = next((n for n, word in enumerate(words) if word.end > start), len(words))
    last = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    return words[max(first - NEAR, 0) : last + NEAR]


def _counts(word: Word) -> bool:
    return not (
        is_stopword(word.surface)
        or word.surface[0].isdigit()
        or plain(word.surface) in NUMBER_WORDS
        or word.root in EMPTY
    )
