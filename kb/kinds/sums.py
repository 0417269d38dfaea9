"""Counts and sums over the records, with the arithmetic: "How many people do X and Y employ together?"

Only exact reckoning on values stated in so many words, on one scale and for one year, or with the years said. Limits:
two or three named things; nothing is summed over a whole base, for nobody knows what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.base.rows import EntityRow
from kb.kinds.amounts import shown
from kb.kinds.asked import first_form, limit_in, measured_in, years_in
from kb.kinds.classes import is_class_noun
from kb.kinds.comparisons import bare, find_entity, held_for
from kb.kinds.given import named, place_of, refused, said, spoken
from kb.kinds.holders import Held
from kb.kinds.measures import Measure
from kb.kinds.tables import bounded
from kb.questions import Question
from kb.store import Store
from kb.types import Answer

TOGETHER = r"(?:together|combined|in total|altogether)"
SUMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"how (?:many|much) (?P<m>[\w ]+?) (?:do|did|does|have|had) (?P<names>.+? and .+?) (?P<verb>\w+) {TOGETHER}",
        rf"how (?:many|much) (?P<m>[\w ]+?) (?P<verb>live|lived|work|worked) in (?P<names>.+? and .+?) {TOGETHER}",
        r"what (?:is|was|are|were) the (?:combined|total|joint) (?P<m>.+?) (?:of|in|at) "
        r"(?P<names>.+? and .+?)(?P<verb>)",
    )
)
DIFFERENCES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"how (?:many|much) (?P<adj>more|fewer|less) (?P<m>[\w ]+?) (?:does|did|do|has|had) (?P<x>.+?) "
        r"(?P<verb>\w+) than (?P<y>.+)",
        r"how (?:many|much) (?P<adj>more|fewer|less) (?P<m>[\w ]+?) (?P<verb>live|lived|work) in "
        r"(?P<x>.+?) than in (?P<y>.+)",
    )
)
COUNTED = (re.compile(r"how many (?P<noun>[\w-]+) (?P<rest>.+)", re.IGNORECASE),)


def answer_sum(store: Store, question: Question) -> Answer | None:
    """A sum, a difference, or how many rows a table has; None for another question."""
    years = years_in(question.text)
    total = first_form(SUMS, years.rest)
    if total:
        names = [bare(name) for name in re.split(r", (?:and )?| and ", re.sub(r"^the \w+ of ", "", total["names"]))]
        return _total(store, question, names, measured_in(f"{total['verb']} {total['m']}"), years.only)
    apart = first_form(DIFFERENCES, years.rest)
    if apart:
        measure = measured_in(f"{apart['verb']} {apart['m']}")
        return _difference(store, question, [bare(apart["x"]), bare(apart["y"])], measure, years.only, apart["adj"])
    return _count(store, question)


def _count(store: Store, question: Question) -> Answer | None:
    asked = first_form(COUNTED, question.text)
    limit = limit_in(asked["rest"]) if asked else None
    if asked is None or limit is None or not is_class_noun(asked["noun"]):
        return None
    table = bounded(store, asked["noun"], limit)
    if table is None:
        return None
    if not table.kept:
        return table.answer(store, question)
    rows = ", ".join(f"{named(h.stated)} {spoken(h.stated)}" for h in table.kept)
    note = f"{len(table.kept)}: {rows}. {table.note}"
    return said(store, question, str(len(table.kept)), [place_of(h.stated) for h in table.kept], note=note)


def _values(
    store: Store, question: Question, names: Sequence[str], measure: Measure | None, year: int | None
) -> list[Held] | Answer | None:  # fmt: skip
    """The value of each thing; a refusal where one is not stated or not sure; None where nothing is measured."""
    entities = [find_entity(store, name) for name in names]
    if measure is None:
        return None
    unknown = [name for name, entity in zip(names, entities, strict=True) if entity is None]
    if unknown:
        return refused(store, question, f"No article speaks of {' or '.join(unknown)}.")
    return _held(store, question, [entity for entity in entities if entity], measure, year)


def _held(
    store: Store, question: Question, entities: Sequence[EntityRow], measure: Measure, year: int | None
) -> list[Held] | Answer:  # fmt: skip
    held = [held_for(store, entity, measure, year) for entity in entities]
    given = [h for h in held if h is not None]
    places = [place_of(h.stated) for h in given]
    missing = [entity.name for entity, h in zip(entities, held, strict=True) if h is None or not h.sure]
    if missing:
        return refused(
            store, question, f"No article states for sure the {measure.name} of {' or '.join(missing)}.", places
        )
    if len({h.stated.amount.scale for h in given}) > 1 or any(h.stated.figure.value_high for h in given):
        return refused(
            store, question, "The values are in different units, or are ranges: they cannot be added.", places
        )
    if any(h.stated.figure.modifier not in (None, "about") for h in given):
        return refused(store, question, "The values are bounds (“more than …”): they cannot be added.", places)
    return given


def _total(
    store: Store, question: Question, names: Sequence[str], measure: Measure | None, year: int | None
) -> Answer | None:  # fmt: skip
    held = _values(store, question, names, measure, year)
    if not isinstance(held, list):
        return held
    total = sum(h.stated.figure.value for h in held)
    return _reckoned(store, question, held, total, " + ")


def _difference(
    store: Store, question: Question, names: Sequence[str], measure: Measure | None, year: int | None, adjective: str
) -> Answer | None:  # fmt: skip
    held = _values(store, question, names, measure, year)
    if not isinstance(held, list):
        return held
    one, two = held if adjective.lower() == "more" else held[::-1]
    difference = one.stated.figure.value - two.stated.figure.value
    if difference <= 0:
        both = ", ".join(f"{named(h.stated)} {spoken(h.stated)}" for h in (one, two))
        note = f"It is the other way round: {both}."
        return refused(store, question, note, [place_of(h.stated) for h in held])
    return _reckoned(store, question, [one, two], difference, " − ")


def _reckoned(store: Store, question: Question, held: Sequence[Held], result: float, sign: str) -> Answer:
    about = "about " if any(h.stated.figure.modifier for h in held) else ""
    figure = held[0].stated.figure
    unit = f" {figure.unit}" if figure.kind not in ("count", "other") and figure.unit else ""
    parts = sign.join(f"{spoken(h.stated)} for {named(h.stated)}" for h in held)
    apart = len({h.stated.year for h in held}) > 1
    note = f"{parts} = {about}{shown(result)}{unit}." + (" They are not stated for the same year." if apart else "")
    return said(store, question, f"{about}{shown(result)}{unit}", [place_of(h.stated) for h in held], note=note)
