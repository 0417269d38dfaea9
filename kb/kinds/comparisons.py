"""Comparisons of two things: "Is X larger than Y?", "Does X employ more people than Y?", "Which grew faster, X or Y?"

Both values must be stated in so many words, and what they leave open ("about", rounding) must not matter. Values for
different years are compared only with that said. Limits: two things; no comparison of ranks or of qualities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.rows import EntityRow
from kb.kinds.amounts import shown
from kb.kinds.asked import Years, first_form, measured_in, years_in
from kb.kinds.given import named, place_of, refused, said, spoken
from kb.kinds.holders import Held, held_by
from kb.kinds.measures import KNOWN, Measure
from kb.kinds.series import change_of, values_of
from kb.kinds.stated import Stated
from kb.kinds.yes_no import answer_yes_no
from kb.questions import Question
from kb.store import Store
from kb.types import Answer
from kb.words.terms import plain

MORE = "larger bigger higher more greater taller longer older"
LESS = "smaller lower fewer less shorter younger"
ADJ = rf"(?P<adj>{'|'.join(f'{MORE} {LESS}'.split())})"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:is|was|are|were) (?P<x>(?!there\b).+?) {ADJ} than (?P<y>.+)",
        rf"(?:is|was) (?:the )?(?P<m>.+?) {ADJ} (?:in|at|for) (?P<x>.+?) (?P<than>than|or) (?:in |at |for )?(?P<y>.+)",
        rf"(?:does|did|do|has|had) (?P<x>.+?) (?P<verb>[a-z]+(?: a| an)?) {ADJ} (?P<m>[\w ]+?) than (?P<y>.+)",
        rf"(?:which|who|what) (?:[\w]+ )?(?:is|was) (?:the )?{ADJ}(?P<m>)[,:]? (?P<x>.+?) or (?P<y>.+)",
        rf"(?:which|who|what) (?:[\w]+ )?(?P<verb>[a-z]+) (?:a |the )?{ADJ} (?P<m>[\w ]+?)[,:] "
        r"(?P<x>.+?) or (?P<y>.+)",
    )
)
FASTER = (
    re.compile(
        r"(?:which|who|what) (?:[\w]+ )?(?:grew|rose|increased|shrank|fell) (?P<how>faster|more|more slowly|slower)"
        r"(?P<years>.*?)[,:] (?P<x>.+?) or (?P<y>.+)",
        re.IGNORECASE,
    ),
)
ALONE = {  # what an adjective alone measures
    "larger": "population", "bigger": "population", "smaller": "population", "taller": "height", "higher": "height",
    "longer": "length", "older": "year of founding", "younger": "year of founding",
}  # fmt: skip
PLACES = ("CITY", "REGION", "COUNTRY", "PLACE")


@dataclass(frozen=True, slots=True)
class Asked:
    """Two things and what is compared."""

    x: str
    y: str
    adjective: str
    measure: Measure | None
    years: Years
    chooses: bool  # "which ... X or Y", else yes or no


def answer_comparison(store: Store, question: Question) -> Answer | None:
    """Which of two things has more, or whether one has; None for another question."""
    faster = first_form(FASTER, question.text)
    if faster:
        return _faster(store, question, faster)
    asked = _asked(question.text)
    if asked is None or asked.measure is None:
        return None
    found = [find_entity(store, name) for name in (asked.x, asked.y)]
    if not all(found):
        return None
    pair = [entity for entity in found if entity is not None]
    held = [held_for(store, entity, asked.measure, asked.years.only) for entity in pair]
    if None in held:
        outright = answer_yes_no(store, question)  # "X is larger than Y" needs no figures
        if outright is not None and not outright.abstained:
            return outright
    return _compared(store, question, asked, pair, held)


def _asked(text: str) -> Asked | None:
    years = years_in(text)
    found = first_form(FORMS, years.rest)
    if found is None:
        return None
    groups = found.groupdict()
    adjective = plain(groups["adj"])
    measured = measured_in(f"{groups.get('verb') or ''} {groups.get('m') or ''}")
    chooses = (groups.get("than") or "or") == "or" and " or " in years.rest
    alone = next((m for m in KNOWN if m.name == ALONE.get(adjective)), None)
    return Asked(bare(groups["x"]), bare(groups["y"]), adjective, measured or alone, years, chooses)


def bare(name: str) -> str:
    """A name as asked, without article, mark or "that of"."""
    return re.sub(
        r"^(?:the (?:city|town|company|port|country) of |that of |in |the )|[,?!. ]+$|(?:'s|’s)$", "", name.strip()
    )


def find_entity(store: Store, name: str) -> EntityRow | None:
    """The one entity of this name, the best known where several bear it; None when the base has none."""
    found = [row for row in store.entities_named([name]) if row.label not in ("DATE", "INDUSTRY")]
    return found[0] if found else None


def held_for(store: Store, entity: EntityRow, measure: Measure, year: int | None) -> Held | None:
    """The newest value of one thing, or None."""
    values = values_of(store, entity, measure)
    origins = store.origins({value.sentence.document for value in values})
    return next(iter(held_by(values, {id: o.published for id, o in origins.items()}, year=year)), None)


def _compared(
    store: Store, question: Question, asked: Asked, pair: Sequence[EntityRow], held: Sequence[Held | None]
) -> Answer:  # fmt: skip
    assert asked.measure is not None
    given = [h for h in held if h is not None]
    if len(given) < 2:
        missing = [entity.name for entity, h in zip(pair, held, strict=True) if h is None]
        note = f"No article states the {asked.measure.name} of {' or '.join(missing)}" + (
            f" for {asked.years.only}." if asked.years.only else "."
        )
        return refused(store, question, note, [place_of(h.stated) for h in given])
    return _decided(store, question, asked, given[0], given[1])


def _decided(store: Store, question: Question, asked: Asked, one: Held, two: Held) -> Answer:
    note = reckoning(asked.measure.name if asked.measure else "", [one.stated, two.stated])
    places = [place_of(one.stated), place_of(two.stated)]
    more = asked.adjective in MORE.split()
    earlier_is_more = asked.adjective in ("older", "younger")
    first_above = all(a.amount.above(b.amount) for a in _every(one) for b in _every(two))
    second_above = all(b.amount.above(a.amount) for a in _every(one) for b in _every(two))
    if not (first_above or second_above):
        return refused(store, question, f"{note} They cannot be told apart, or the articles differ.", places)
    first_wins = first_above == (more != earlier_is_more)
    if asked.chooses:
        return said(store, question, named((one if first_wins else two).stated), places, note=note)
    return said(store, question, "yes" if first_wins else "no", places, note=note)


def _every(held: Held) -> tuple[Stated, ...]:
    return (held.stated, *held.others)


def reckoning(measure: str, values: Sequence[Stated]) -> str:
    """Both values side by side, with what makes them less than comparable."""
    side = "; ".join(f"{named(value)} {spoken(value)}" for value in values)
    apart = len({value.year for value in values}) > 1
    warning = " They are not stated for the same year." if apart and any(v.year for v in values) else ""
    return f"By {measure}: {side}.{warning}"


def _faster(store: Store, question: Question, asked: re.Match[str]) -> Answer | None:
    years = years_in(asked["years"])
    entities = [find_entity(store, bare(asked[key])) for key in ("x", "y")]
    measure = measured_in(re.sub(r"\b(?:faster|slower|slowly|over|the|past|decade)\b", "", years.rest)) or KNOWN[0]
    if not all(entities):
        return None
    changes = [change_of(values_of(store, entity, measure), years) for entity in entities if entity]
    places = [place_of(value) for change in changes if change for value in (change.first, change.last)]
    if not all(changes):
        return refused(store, question, f"The articles do not state the {measure.name} of both for two years.", places)
    one, two = (change for change in changes if change)
    note = f"{one.words(measure.name)} {two.words(measure.name)}"
    if (one.first.year, one.last.year) != (two.first.year, two.last.year):
        return refused(store, question, f"{note} These are not the same years.", places)
    slower = "slow" in asked["how"].lower()
    falls = asked.group().lower().split(asked["how"].lower())[0].rstrip().endswith(("shrank", "fell"))
    if abs(one.percent - two.percent) < 0.1:
        return refused(store, question, f"{note} That is the same, as far as the figures tell.", places)
    first_wins = (one.percent > two.percent) != (slower != falls)
    winner = one if first_wins else two
    if winner.percent <= 0 and not falls and not slower:
        note += f" Neither grew: {shown(one.percent)} and {shown(two.percent)} percent."
        return refused(store, question, note, places)
    return said(store, question, named(winner.last), places, note=note)
