"""Change over time: "How did the population of X change since 1990?", with the reckoning.

Limits: between two stated values of single years; a change that is itself stated is told as such.
"""

from __future__ import annotations

import re

from kb.base.rows import FigureRow
from kb.kinds.asked import Years, first_form, measured_in, years_in
from kb.kinds.comparisons import bare, find_entity
from kb.kinds.given import Place, place_of, refused, said
from kb.kinds.measures import Measure
from kb.kinds.series import change_of, values_of
from kb.questions import Question
from kb.store import Store
from kb.types import Answer
from kb.words.terms import is_stopword, read_words

MOVES = (
    r"(?:changed?|rise|risen|fall|fallen|grow|grown|increased?|decreased?|shr[ia]nk|shrunk|drop|dropped|develop(?:ed)?)"
)
ASKED = (
    re.compile(
        rf"(?:how|by how much|how much) (?:has|have|did|does) (?:the )?(?P<what>.+?) {MOVES}"
        r"(?: over time| over the years)?",
        re.IGNORECASE,
    ),
)
PARTS = (
    re.compile(r"(?P<x>.+?)(?:'s|’s) (?P<m>.+)"),
    re.compile(r"(?P<m>.+?) (?:of|in|for|at) (?:the (?P<place>\w+) of )?(?P<x>[^ ].*)"),
)


def answer_change(store: Store, question: Question) -> Answer | None:
    """What a value was and became; None for another question."""
    years = years_in(question.text)
    asked = first_form(ASKED, years.rest)
    if asked is None:
        return None
    parts = first_form(PARTS, asked["what"])
    named = _over_years(store, question, parts, years) if parts else None
    if named is not None and not named.abstained:
        return named
    if "how much" in question.text.lower():
        return _stated_change(store, question, asked, years)
    return named


def _over_years(store: Store, question: Question, parts: re.Match[str], years: Years) -> Answer | None:
    entity, measure = None, None
    for cut in _cuts(parts):
        entity = find_entity(store, bare(cut[1]))
        measure = measured_in(cut[0])
        if entity and measure:
            break
    if entity is None or measure is None:
        return None
    values = values_of(store, entity, measure)
    if not values:
        return None  # a sentence may tell the change outright
    change = change_of(values, years)
    if change is None:
        span = (
            f" for {years.first or ''}{f' and {years.last}' if years.last else ' and later'}"
            if years.first
            else " for two years"
        )
        note = f"No article states the {measure.name} of {entity.name}{span}, or the articles differ."
        return refused(store, question, note, [place_of(value) for value in values[:3]])
    text = change.words(measure.name)
    return said(store, question, text, [place_of(change.first), place_of(change.last)], note=_reading(measure, years))


def _cuts(parts: re.Match[str]) -> list[tuple[str, str]]:
    """Measure and name: "number of schools in Lithuania" may be cut at either preposition."""
    whole = parts.string[parts.start() : parts.end()]
    cuts = [(parts["m"], parts["x"])]
    for found in re.finditer(r" (?:of|in|for|at) (?:the \w+ of )?", whole):
        cuts.append((whole[: found.start()], whole[found.end() :]))
    return cuts


def _reading(measure: Measure, years: Years) -> str:
    return f"The change between two stated values of the {measure.name}" + (
        "." if years.first else ", the first and the last."
    )


def _stated_change(store: Store, question: Question, asked: re.Match[str], years: Years) -> Answer | None:
    """A change that a sentence states: "Exports of ham rose by 12 percent in 2012"."""
    roots = {w.root for w in read_words(asked["what"]) if not is_stopword(w.surface)} - {"number"}
    words = [w.surface for w in read_words(asked["what"]) if not is_stopword(w.surface)]
    ids = [hit.sentence.id for hit in store.search(words, limit=50)]
    found: list[FigureRow] = []
    for figure in store.figures(sentences=ids):
        text = figure.sentence.text
        said_years = set(re.findall(r"\b(?:1[5-9]\d\d|20\d\d)\b", text))
        wanted = {str(year) for year in (years.first, years.last) if year is not None}
        if figure.change and roots <= {w.root for w in read_words(text)} and wanted <= said_years:
            found.append(figure)
    if len({(f.value, f.unit) for f in found}) != 1:
        return None
    places: list[Place] = [(f.sentence, f.start, f.end) for f in found]
    return said(store, question, found[0].surface, places, note="As the sentence states it.")
