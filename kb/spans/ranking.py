"""The words of a sentence that answer: every span that may be the answer, best first.

Spans are the mentions and figures of the type asked for, descriptions of what is asked about, parts of claims, and
phrases (kb/words/phrases.py). Each gets the weighted sum of the findings in kb/spans/features.py. This is the seam at
which a trained reader can take the place of rules: question and evidence in, scored spans out. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.types import Argument
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow
from kb.questions import Question, asks_amount
from kb.spans.descriptions import find_descriptions
from kb.spans.features import FAMILIES, SPAN_FEATURES
from kb.spans.lifetimes import find_lifetime_dates
from kb.spans.locations import find_locations, name_sought
from kb.spans.places import Findings, Place, Setting, Span
from kb.words.phrases import (
    MANNER_MARKERS,
    REASON_MARKERS,
    SURE_REASON_MARKERS,
    Run,
    find_causes,
    find_clauses,
    find_lists,
    find_runs,
)  # fmt: skip
from kb.words.terms import Word, has_number, is_stopword, read_words, root

NAME_REST = re.compile(r"(?:-\w+)?(?: [A-Z][a-z]+(?:-\w+)?| [IVX]+\b)*")
CURRENCY_SIGNS = ("$", "£", "€", "¥")
OTHER_SPEAKER_SHARE = 0.3  # of the fit of words that somebody else said
LISTED = 2  # spans of the type asked for make a list of them one
SURE_TYPES = ("role", "definition", "quote", "reason")  # what is found of these leaves no place for mere phrases
BESIDE_LOCATION_SHARE = 0.5  # of the fit of a place of which the sentence does not say that the thing sought lies there
CAUSE_STEMS = frozenset({"caus", "reason"})  # what only says that there is a reason gives none
OTHER_COUNT_SHARE = 0.5  # of the fit of a number that counts something else than "How many ..." asks for


def read_setting(question: Question, weights: Mapping[str, float], findings: Findings) -> Setting:
    """A sentence set against a question."""
    words = tuple(read_words(findings.text))
    stems = {term.stem for term in question.terms}
    roots = {term.root for term in question.terms}
    matched = tuple(
        number
        for number, word in enumerate(words)
        if not is_stopword(word.surface) and (word.stem in stems or word.root in roots)
    )
    return Setting(question, weights, findings, words, matched)


def find_spans(setting: Setting) -> list[Span]:
    """Every span that may be the answer, best first; ties in text order. Of equal bounds the better one counts."""
    places = [place for span in _candidates(setting) if (place := place_in(setting, span)) is not None]
    family = family_of(setting.question)
    ranked = sorted((_scored(p, setting, family) for p in places), key=lambda span: (-span.score, span.start, span.end))
    best: dict[tuple[int, int], Span] = {}
    for span in ranked:
        best.setdefault((span.start, span.end), span)
    return list(best.values())


def family_of(question: Question) -> str:
    """Which column of weights counts, one of FAMILIES."""
    wants = question.wants
    if wants.figures:
        return "amount"
    if wants.labels:
        return "name"
    return "clause" if wants.name in ("reason", "manner") else "thing"


def best_fit(question: Question, findings: Findings) -> float:
    """How well the best thing found in a sentence fits what is asked for: 0 when nothing of that type is there."""
    return max((span.fit for span in find_typed(question, findings)), default=0.0)


def type_fit(question: Question, kind: str) -> float:
    """How well a mention's label or a figure's kind is what is asked for."""
    wants = question.wants
    if kind in wants.labels or kind in wants.figures:
        return 1.0
    return 0.5 if kind in wants.also else 0.0


def find_typed(question: Question, findings: Findings) -> Iterator[Span]:
    """Spans of the type asked for: mentions, figures, descriptions, quotes, clauses that give a reason.

    What only repeats the question is left out.
    """
    asked = frozenset(term.stem for term in question.terms)
    wants = question.wants.name
    sought = name_sought(question.text) if question.kind == "where" else None
    mentions = _mentions(question, findings, asked)
    if sought:
        for start, end in find_locations(findings.text, sought):
            yield _of_sentence(findings, start, end, "location", 1.0)
        mentions = (replace(span, fit=span.fit * BESIDE_LOCATION_SHARE) for span in mentions)
    yield from mentions
    yield from _figures(question, findings, asked)
    if wants in ("role", "definition") and question.about:
        yield from _descriptions(question.about, findings)
    if wants == "quote":
        yield from _quotes(question, findings)
    if wants == "reason":
        yield from _reasons(question, findings)
    if wants == "date":
        for start, end in find_lifetime_dates(findings.text, {term.root for term in question.terms}):
            yield _of_sentence(findings, start, end, "lifetime", 1.0)


def _mentions(question: Question, findings: Findings, asked: frozenset[str]) -> Iterator[Span]:
    for mention in findings.mentions:
        fit = type_fit(question, mention.label)
        stands_for = mention.name if mention.form != "name" else None
        if not fit or _repeats(stands_for or mention.surface, asked) or _holds_place_asked(question, mention):
            continue
        end = whole_name_end(findings, mention) if mention.label == "PERSON" and not stands_for else mention.end
        yield _of_document(findings, mention.start, end, "mention", fit, stands_for)


def whole_name_end(findings: Findings, mention: MentionRow) -> int:
    """The end of a person's name with the capitals behind it: "Shah" of "Shah Abbas I", "Hau" of "Hau Lung-bin".

    Capitals that are another mention's, but for a person's, do not belong to it.
    """
    rest = NAME_REST.match(findings.text, mention.end - findings.start)
    if rest is None or not rest.group():
        return mention.end
    end = findings.start + rest.end()
    others = any(mention.end <= m.start < end and m.label != "PERSON" for m in findings.mentions)
    return mention.end if others else end


def _holds_place_asked(question: Question, mention: MentionRow) -> bool:
    """Whether it names a part of what is looked for: "Isfahan Airport" for "Where is Isfahan?"."""
    named = {term.stem for term in question.terms if term.named}
    words = {word.stem for word in read_words(mention.surface)}
    return question.kind == "where" and bool(named) and named <= words


def _figures(question: Question, findings: Findings, asked: frozenset[str]) -> Iterator[Span]:
    for figure in findings.figures:
        fit = _figure_fit(question, figure)
        if fit and not _repeats(figure.surface, asked):
            yield _of_document(findings, figure.start, figure.end, "figure", fit)


def _figure_fit(question: Question, figure: FigureRow) -> float:
    """How well a figure's kind fits; of "How many acres" an area in acres does, a number of other things less."""
    fit = type_fit(question, figure.kind)
    if question.kind != "how-many" or figure.kind == "ordinal":
        return fit
    counted = f"{figure.surface} {figure.unit} {figure.of.surface if figure.of else ''}"
    counts = question.focus is not None and root(question.focus) in {word.root for word in read_words(counted)}
    return 1.0 if counts else fit * OTHER_COUNT_SHARE


def _quotes(question: Question, findings: Findings) -> Iterator[Span]:
    about = _stems(question.about or "")
    for quote in findings.quotes:
        speaker = f"{quote.speaker.name or ''} {quote.speaker.surface}" if quote.speaker else ""
        fit = 1.0 if about & _stems(speaker) else OTHER_SPEAKER_SHARE
        end = min(quote.end, findings.start + len(findings.text))
        if findings.start <= quote.start < end:
            yield _of_document(findings, quote.start, end, "quote", fit)


def _descriptions(about: str, findings: Findings) -> Iterator[Span]:
    """What is said to be who or what is asked about, in whichever form of the name."""
    for name in _ways_named(about, findings.mentions):
        for found in find_descriptions(findings.text, name):
            yield _of_sentence(findings, found.start, found.end, "description", found.strength)


def _ways_named(about: str, mentions: Sequence[MentionRow]) -> Iterator[str]:
    """The name asked for, and the longer and shorter forms of it in a sentence: "Mr Birch" of "Tom Birch"."""
    yield about
    words = about.split()
    for surface in dict.fromkeys(mention.surface for mention in mentions if mention.form == "name"):
        held = surface.split()
        if set(words) < set(held) or (set(held) < set(words) and held[-1] == words[-1]):
            yield surface


def _reasons(question: Question, findings: Findings) -> Iterator[Span]:
    """Clauses that surely give a reason, and the reasons and purposes of claims with a verb of the question.

    "To house mills" is one, of "It was built to house mills", when it is asked why it was built.
    """
    words = read_words(findings.text)
    for run in (*find_clauses(findings.text, words, SURE_REASON_MARKERS), *find_causes(findings.text, words)):
        yield _of_run(findings, words, run, 1.0)
    asked = {term.root for term in question.terms}
    for claim in findings.claims:
        if not asked.isdisjoint(word.root for word in read_words(claim.predicate.surface)):
            given = [part for part in claim.arguments if part.role in ("reason", "purpose")]
            for start, end in _bare(given, findings.start, words):
                yield _of_document(findings, start, end, "claim", 1.0)


def _stems(text: str) -> set[str]:
    return {word.stem for word in read_words(text) if not is_stopword(word.surface)}


def _candidates(setting: Setting) -> Iterator[Span]:
    typed = list(find_typed(setting.question, setting.findings))
    yield from typed
    if typed and (setting.question.wants.figures or setting.question.wants.name in SURE_TYPES):
        return
    numbered = asks_amount(setting.question.wants.name)
    for run in _runs(setting):
        span = _of_run(setting.findings, setting.words, run, 0.0)
        if numbered and not has_number(span.surface):
            continue
        listed = sum(span.start <= each.start and each.end <= span.end for each in typed) if run.form == "list" else 0
        yield replace(span, fit=1.0) if listed >= LISTED else span
    if numbered:
        return
    for part in sorted({part for claim in setting.findings.claims for part in _parts(claim, setting)}):
        yield _of_document(setting.findings, *part, "claim", 0.0)


def _repeats(surface: str, asked: frozenset[str]) -> bool:
    """Whether words only repeat the question."""
    return all(word.stem in asked for word in read_words(surface) if not is_stopword(word.surface))


def _runs(setting: Setting) -> Iterator[Run]:
    text, words = setting.findings.text, setting.words
    wants = setting.question.wants.name
    asked = frozenset(words[number].stem for number in setting.matched)
    if wants in ("reason", "manner"):
        yield from find_clauses(text, words, REASON_MARKERS if wants == "reason" else MANNER_MARKERS)
    runs = find_runs(text, words, asked | CAUSE_STEMS if wants == "reason" else asked)
    yield from runs
    if setting.question.many:
        yield from find_lists(text, words, runs)


def _parts(claim: ClaimRow, setting: Setting) -> Iterator[tuple[int, int]]:
    """Bounds of the parts of a claim, without the function words they start with."""
    parts: list[PhraseRow | Argument] = [claim.subject, *([claim.object] if claim.object else []), *claim.arguments]
    return _bare(parts, setting.findings.start, setting.words)


def _bare(parts: Sequence[PhraseRow | Argument], begin: int, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Bounds of parts of a claim without the function words they start with.

    :param begin: of the sentence whose words these are, in its document.
    """
    for part in parts:
        inside = (word for word in words if part.start <= begin + word.start and begin + word.end <= part.end)
        first = next((word for word in inside if not is_stopword(word.surface)), None)
        if first is not None:
            yield begin + first.start, part.end


def _of_run(findings: Findings, words: Sequence[Word], run: Run, fit: float) -> Span:
    """The span of a run of words, with a currency sign before it and a percent sign behind it."""
    text, start, end = findings.text, words[run.first].start, words[run.last].end
    start -= text[start - 1 : start] in CURRENCY_SIGNS if start and text[start].isdigit() else 0
    end += text[end : end + 1] == "%"
    return _of_sentence(findings, start, end, run.form, fit)


def _of_sentence(findings: Findings, start: int, end: int, origin: str, fit: float) -> Span:
    return Span(findings.start + start, findings.start + end, findings.text[start:end], origin, fit)


def _of_document(
    findings: Findings, start: int, end: int, origin: str, fit: float, name: str | None = None
) -> Span:  # fmt: skip
    surface = findings.text[start - findings.start : end - findings.start]
    return Span(start, end, surface, origin, fit, name=name)


def place_in(setting: Setting, span: Span) -> Place | None:
    """The span with its word numbers; None for one outside the sentence or without a word."""
    start, end = span.start - setting.findings.start, span.end - setting.findings.start
    inside = [number for number, word in enumerate(setting.words) if word.start < end and word.end > start]
    if not inside or start < 0 or end > len(setting.findings.text):
        return None
    return Place(span, inside[0], inside[-1])


def _scored(place: Place, setting: Setting, family: str) -> Span:
    span = place.span
    score = sum(row.weights[FAMILIES.index(family)] * row.finds(place, setting) for row in SPAN_FEATURES)
    return Span(span.start, span.end, span.surface, span.origin, span.fit, score, span.name)
