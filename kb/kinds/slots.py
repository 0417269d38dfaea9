"""A sentence with its names, figures, periods and measure words put into slots, for patterns to read. Pure.

"Its population was 520,159 in 2015" becomes "⟦H0⟧'s ⟦M⟧ was ⟦F0⟧ in ⟦P0⟧": what then fits a pattern of
kb/kinds/patterns.py was said in so many words, with nothing between that the pattern does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kb.base.rows import FigureRow, MentionRow, SentenceRow
from kb.words.terms import plain, root

MOST_CHARACTERS = 1000  # of a sentence; a longer one states its figures in too many ways
NAMED = ("CITY", "REGION", "COUNTRY", "PLACE", "ORG", "PERSON", "PRODUCT", "GROUP", "WORK", "EVENT")
YEAR = re.compile(r"(?<![\d,.])(1[5-9]\d{2}|20\d{2})(?![\d,%]|\.\d)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
POINTING = re.compile(
    r"\b(?P<own>its)\b|\b(?P<there>there)(?= (?:was|is|stood|were|are|reached|rose|fell))|\b(?P<it>it)\b|"
    r"\b(?P<the>the (?:city|town|company|country|port|firm|state|region|island|club|university))(?P<s>['’]s)?"
    r"(?= (?:has|had|counts|counted|is|employs|employed|covers|itself|carried|made|now)\b|['’]s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose figure it is: an entity, named here or pointed at."""

    entity: str
    name: str
    label: str
    start: int  # of the words here, in the document
    end: int
    pointed: bool  # "it", "the city"


@dataclass(frozen=True, slots=True)
class When:
    """A period of whole years as printed; `None` for years that cannot be told."""

    surface: str
    first: int | None
    last: int | None
    start: int  # in the document
    end: int


@dataclass(frozen=True, slots=True)
class Slots:
    """A sentence as patterns read it."""

    sentence: SentenceRow
    text: str
    holders: tuple[Holder, ...]
    figures: tuple[FigureRow, ...]
    periods: tuple[When, ...]


def slots_of(
    sentence: SentenceRow,
    mentions: Sequence[MentionRow],
    figures: Sequence[FigureRow],
    words: Set[str],
    *,
    antecedent: Holder | None,
) -> Slots | None:  # fmt: skip
    """The sentence with its slots; None for one that is too long or states no figure.

    :param words: roots of the words that name the measure.
    :param antecedent: what "it" stands for, where that is sure.
    """
    if len(sentence.text) > MOST_CHARACTERS or not figures:
        return None
    periods = tuple(periods_in(sentence, mentions, figures))
    years = [(period.start, period.end) for period in periods]
    stated = tuple(f for f in figures if f.kind != "year" and not _inside(f.start, f.end, years))
    holders = tuple(holders_in(sentence, mentions, antecedent))
    parts = [(p.start, p.end, f"⟦P{n}⟧") for n, p in enumerate(periods)]
    parts += [(f.start, f.end, f"⟦F{n}⟧") for n, f in enumerate(stated)]
    parts += [(h.start, h.end, _holder(h, n, sentence)) for n, h in enumerate(holders)]
    taken = [(start, end) for start, end, _ in parts]
    parts += [part for part in _measured(sentence, words) if not _inside(part[0], part[1], taken)]
    return Slots(sentence, _put(sentence, parts), holders, stated, periods)


def _holder(holder: Holder, number: int, sentence: SentenceRow) -> str:
    surface = sentence.text[holder.start - sentence.start : holder.end - sentence.start].lower()
    own = "'s" if holder.pointed and (surface == "its" or surface.endswith(("'s", "’s"))) else ""
    return f"in ⟦H{number}⟧" if surface == "there" else f"⟦H{number}⟧{own}"


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in spans)


def holders_in(
    sentence: SentenceRow, mentions: Sequence[MentionRow], antecedent: Holder | None
) -> Iterator[Holder]:  # fmt: skip
    """Every name in the sentence, and the words that point at one."""
    taken: list[tuple[int, int]] = []
    for mention in mentions:
        if mention.label in NAMED and mention.entity and mention.name:
            taken.append((mention.start, mention.end))
            pointed = mention.form != "name"
            yield Holder(mention.entity, mention.name, mention.label, mention.start, mention.end, pointed)
    for found in POINTING.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        if antecedent and not _inside(start, end, taken):
            yield Holder(antecedent.entity, antecedent.name, antecedent.label, start, end, True)


def periods_in(
    sentence: SentenceRow, mentions: Sequence[MentionRow], figures: Sequence[FigureRow]
) -> Iterator[When]:  # fmt: skip
    """The dates and years of the sentence, the longest where several meet."""
    spans = {(m.start, m.end) for m in mentions if m.label == "DATE"}
    spans |= {(f.start, f.end) for f in figures if f.kind == "year"}
    spans |= {(sentence.start + y.start(), sentence.start + y.end()) for y in YEAR.finditer(sentence.text)}
    counted = [(f.start, f.end) for f in figures if f.kind not in ("year", "duration", "age")]
    known = {(f.period.start, f.period.end): f.period for f in figures if f.period}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if not _inside(start, end, kept) and not _inside(start, end, counted):
            kept.append((start, end))
    for start, end in sorted(kept):
        surface = sentence.text[start - sentence.start : end - sentence.start]
        years = [int(year) for year in YEAR.findall(surface)]
        period = known.get((start, end))
        if not years and period and period.first and period.last:
            years = [int(period.first[:4]), int(period.last[:4])]
        first, last = (min(years), max(years)) if years else (None, None)
        yield When(surface, first, last, start, end)


def _measured(sentence: SentenceRow, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    for found in WORD.finditer(sentence.text):
        stem = root(plain(found[0]))
        if stem in words:
            start = sentence.start + found.start()
            yield start, start + len(found[0]), f"⟦M:{stem}⟧"


def _put(sentence: SentenceRow, parts: Sequence[tuple[int, int, str]]) -> str:
    """The text with the parts put in, in lower case outside them."""
    pieces: list[str] = []
    at = sentence.start
    for start, end, slot in sorted(parts):
        if start < at:
            continue
        pieces += [sentence.text[at - sentence.start : start - sentence.start].lower(), slot]
        at = end
    pieces.append(sentence.text[at - sentence.start :].lower())
    return " ".join("".join(pieces).split())
