"""Tables: "Which cities have more than 500,000 people?", "What are the populations of the cities?"

Limits: one bound a question; what is stated in tables or over several sentences is not seen, so a table may lack rows,
and says over how many it was drawn up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kb.base.rows import SentenceRow
from kb.kinds.amounts import amount_of
from kb.kinds.asked import WHICH, Limit, first_form, limit_in, measured_in, one_scale, years_in
from kb.kinds.classes import Named, belongs, is_class_noun
from kb.kinds.given import Row, listed, named, place_of, refused, spoken
from kb.kinds.holders import Held, held_by
from kb.kinds.measures import Measure
from kb.kinds.stated import Stated, sentences_on, stated_in
from kb.questions import Question
from kb.store import Store
from kb.types import Answer

BOUNDED = (re.compile(rf"{WHICH} ?(?P<noun>[\w-]+) (?P<rest>.+)", re.IGNORECASE),)
LISTED = (
    re.compile(
        rf"(?:what (?:is|are) the (?P<measure>[\w -]+?)s? of (?:all |all the |the |each )?(?P<noun>[\w-]+)|"
        rf"{WHICH} ?(?P<measured>[\w -]+?)s? of (?:all |all the |the |each )(?P<other>[\w-]+))\W*",
        re.IGNORECASE,
    ),
)
DATED = ("after", "since", "before")  # bounds of years only
MOST_MENTIONS = 50  # of a name that are looked at for what it is called
VERBS = re.compile(r"^(?:that |which |who |with )?(?:has|have|had|are|is|were|was|do|does|did)?\b ?", re.IGNORECASE)


def answer_bounded(store: Store, question: Question) -> Answer | None:
    """The things of a class whose stated value keeps a bound; None for another question."""
    asked = first_form(BOUNDED, question.text)
    limit = limit_in(asked["rest"]) if asked else None
    if asked is None or limit is None:
        return None
    found = bounded(store, asked["noun"], limit)
    if found is None or not (found.all_held or is_class_noun(asked["noun"])):
        return None
    return found.answer(store, question)


class Table:
    """The rows that keep a bound, and what they were chosen from."""

    def __init__(self, noun: str, measure: Measure, limit: Limit, all_held: list[Held], kept: list[Held]) -> None:
        self.noun, self.measure, self.limit, self.all_held, self.kept = noun, measure, limit, all_held, kept

    @property
    def note(self) -> str:
        """What the table was drawn up from."""
        unsure = sum(not held.sure for held in self.all_held)
        said = f"Of {len(self.all_held)} {self.noun} whose {self.measure.name} the articles state."
        return said + (f" For {unsure} of them the articles give values that differ; left out." if unsure else "")

    def answer(self, store: Store, question: Question) -> Answer:
        """The table, or that there are no such rows."""
        if not self.kept:
            nearest = [place_of(held.stated) for held in self.all_held[:3]]
            what = f"No article states the {self.measure.name} of any of the {self.noun}."
            if self.all_held:
                what = f"{self.note} None of them has {self.limit.words}."
            return refused(store, question, what, nearest)
        return listed(store, question, "table", [row_of(held) for held in self.kept], note=self.note,
                      why=f"states the {self.measure.name}")  # fmt: skip


def bounded(store: Store, noun: str, limit: tuple[Limit, str, str]) -> Table | None:
    """The table of a class and a bound; None where the question measures nothing we can read."""
    bound, before, behind = limit
    asked = years_in(f"{VERBS.sub('', before)} {behind}")
    measure = measured_in(asked.rest)
    if measure is None or (bound.words.split()[0].lower() in DATED and measure.kinds != ("year",)):
        return None  # "which city had York as its capital after 211?" bounds no value
    held = held_of_class(store, noun, measure, asked.only)
    if bound.scale is None:
        alike = one_scale([h.stated for h in held])
        held = [h for h in held if h.stated in alike]
    kept = [h for h in held if h.sure and bound.kept_by(amount_of(h.stated.figure, as_printed=True))]
    return Table(noun, measure, bound, held, kept)


def held_of_class(
    store: Store, noun: str, measure: Measure, year: int | None, sentences: Sequence[SentenceRow] | None = None
) -> list[Held]:  # fmt: skip
    """The value of each thing of a class.

    :param sentences: those of `sentences_on`, where they have been read already.
    """
    read = sentences_on(store, measure) if sentences is None else sentences
    values = [s for s in stated_in(store, read, measure) if in_class(store, noun)(s)]
    published = {id: origin.published for id, origin in store.origins({v.sentence.document for v in values}).items()}
    return held_by(values, published, year=year)


def in_class(store: Store, noun: str) -> Callable[[Stated], bool]:
    """Whether a value is stated of a thing of the class, by its own sentence or another that names it."""

    def check(stated: Stated) -> bool:
        holder, text = stated.holder, stated.sentence.text
        begin = holder.start - stated.sentence.start
        surface = holder.name if holder.pointed else text[begin : begin + holder.end - holder.start]
        if belongs(Named(holder.name, surface, holder.label, text), noun, stated.place):
            return True
        return not stated.place and any(
            belongs(Named(holder.name, mention.surface, holder.label, mention.sentence.text), noun)
            for mention in store.mentions(entity=holder.entity, limit=MOST_MENTIONS)
            if mention.form == "name"
        )

    return check


def row_of(held: Held) -> Row:
    """A row: name and value, with its sentence."""
    return f"{named(held.stated)}: {spoken(held.stated)}", [place_of(held.stated)]


def answer_listed(store: Store, question: Question) -> Answer | None:
    """The value of every thing of a class: "What are the populations of the cities?" None for another question."""
    asked = first_form(LISTED, question.text)
    noun = asked and (asked["noun"] or asked["other"])
    if not asked or not noun or not is_class_noun(noun) or not noun.lower().endswith(("s", "people")):
        return None
    measure = measured_in(asked["measure"] or asked["measured"])
    held = held_of_class(store, noun, measure, None) if measure else []
    if not measure or not held:
        return None
    rows = [row_of(h) for h in held if h.sure]
    return listed(store, question, "table", rows, note="", why=f"states the {measure.name}") if rows else None
