"""One value of one thing: "What is the population of X?", "How many people does X employ?"

Where articles state it in so many words, the newest is given with its year, and values that differ are shown beside it.
None where nobody states it so: then the best sentences are read. Limits: measures of kb/kinds/measures.py only.
"""

from __future__ import annotations

import re

from kb.kinds.asked import first_form, measured_in, years_in
from kb.kinds.comparisons import bare, find_entity
from kb.kinds.given import named, place_of, said, spoken
from kb.kinds.holders import held_by
from kb.kinds.measures import CHOOSES, KNOWN, Measure
from kb.kinds.series import values_of
from kb.questions import Question
from kb.store import Store
from kb.types import Answer
from kb.words.question_forms import JOB
from kb.words.terms import read_words

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"what (?:is|was|are|were) (?:the )?(?P<m>[\w ]+?) (?:of|in|at) (?P<x>[^,]+)",
        r"what (?:is|was) (?P<x>.+?)(?:'s|’s) (?P<m>[\w ]+)",
        r"how many (?P<m>[\w]+) (?P<verb>live|lived|reside|are there|were there) (?:in|on|at) (?P<x>[^,]+)",
        r"how many (?P<m>[\w]+) (?:does|did|do|has|had) (?P<x>.+?) (?P<verb>have|employ)",
        r"how many (?P<m>[\w]+) (?:has|had) (?P<x>.+)",
    )
)


def answer_value(store: Store, question: Question) -> Answer | None:
    """The newest stated value, or that of the year asked for; None where none is stated."""
    years = years_in(question.text)
    measure, name = _asked(years.rest)
    entity = find_entity(store, bare(name)) if measure else None
    if entity is None or measure is None or (years.first is not None and years.only is None):
        return None
    values = values_of(store, entity, measure)
    origins = store.origins({value.sentence.document for value in values})
    held = held_by(values, {id: origin.published for id, origin in origins.items()}, year=years.only)
    if not held:
        return None
    newest = held[0].stated
    others = sorted({spoken(v) for v in values if v.year != newest.year} - {spoken(newest)})
    note = f"{named(newest)}: {spoken(newest)}." if newest.when else ""
    note += f" For other years the articles state {', '.join(others)}." if others else ""
    return said(store, question, newest.figure.surface, [place_of(newest)], note=note, conflicts=held[0].others)


def _asked(text: str) -> tuple[Measure | None, str]:
    """The known measure and the name that a question is about; no measure for another question."""
    found = first_form(FORMS, text)
    if found is None or JOB.fullmatch(text):  # somebody's job is not how many jobs there are
        return None, ""
    groups = found.groupdict()
    measure = measured_in(f"{groups.get('verb') or ''} {groups['m']}")
    return (measure, groups["x"]) if measure in KNOWN else (None, "")


def lacks_measure(question: str, sentence: str) -> bool:
    """Whether a known measure is asked for and the sentence has no word of it: "22 partnerships" is no population."""
    measure, _ = _asked(years_in(question).rest)
    if measure is None:
        return False
    words = measure.words | measure.also_counted | CHOOSES.get(measure.name, frozenset())
    return words.isdisjoint(word.root for word in read_words(sentence))
