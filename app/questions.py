"""Questions to begin with, made of what the base itself holds. Imports no Streamlit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from app.views import DOUBTFUL
from kb.base.rows import EntityRow
from kb.store import Store
from kb.types import Answer

SHOWN = 4
ALIKE = 2  # of them that begin with the same word
TRIED = 10  # candidates: each costs a question's time before it is shown
EACH = 3  # entities of a kind
PLACES = {"CITY", "REGION", "COUNTRY", "PLACE"}
LONGEST_OF = 40  # characters of what a share is of that a question is made of
LEAST_WORD = 4  # letters of a word by which other names are looked for
FORMS = {  # label: the question asked of an entity
    "CITY": "How many people live in {}?",
    "COUNTRY": "What is the population of {}?",
    "ORG": "What is {}?",
    "PERSON": "Who is {}?",
}


def example_questions(store: Store, ask: Callable[[Store, str], Answer]) -> list[str]:
    """Return a few questions that the base answers, the surest first; fewer, or none, when it is small."""
    answers = [ask(store, question) for question in islice(dict.fromkeys(_questions(store)), TRIED)]
    sure = sorted((answer for answer in answers if not answer.abstained), key=lambda answer: -answer.score)
    chosen: dict[str, list[str]] = {}  # by first word, so that they are not all of one kind
    for answer in sure:
        chosen.setdefault(answer.question.split()[0], []).append(answer.question)
    return [question for alike in chosen.values() for question in alike[:ALIKE]][:SHOWN]


def questions_about(
    store: Store, entities: Sequence[EntityRow], ask: Callable[[Store, str], Answer], *, but: str
) -> list[str]:
    """Return a few questions about these entities that the base answers surely, leaving out the one that it did not."""
    tried = dict.fromkeys(question for entity in entities for question in _about(store, entity))
    answers = [ask(store, question) for question in tried if question != but]
    sure = sorted((one for one in answers if one.score >= DOUBTFUL and not one.abstained), key=lambda one: -one.score)
    return [answer.question for answer in sure[:SHOWN]]


def _about(store: Store, entity: EntityRow) -> Iterator[str]:
    """Yield what can be asked of an entity of its kind, of what it said, and of shares that are told of a place."""
    if entity.label in FORMS:
        yield FORMS[entity.label].format(entity.name)
    if store.quotes(entity=entity.id, limit=1):
        yield f"What did {entity.name} say?"
    if entity.label in PLACES:
        shares = (figure.of for figure in store.figures(entity=entity.id, kind="percent", limit=EACH))
        measured = dict.fromkeys(of.full or of.surface for of in shares if of)
        yield from (f"What is the {of} in {entity.name}?" for of in measured if len(of) <= LONGEST_OF)


def other_names(store: Store, name: str) -> list[str]:
    """Return names of the base that share a word with one that it does not hold, the best known first."""
    words = [word for word in name.split() if len(word) >= LEAST_WORD]
    found = (entity.name for word in words for entity in store.entities(like=word, limit=EACH))
    asked = {word.casefold() for word in words}
    near = (other for other in found if not asked.isdisjoint(re.findall(r"\w+", other.casefold())))
    return list(dict.fromkeys(near))[:SHOWN]


def _questions(store: Store) -> Iterator[str]:
    """Yield questions about who was quoted and about the best known entities, each kind in turn."""
    speakers = (quote.speaker.name for quote in store.quotes(limit=EACH) if quote.speaker and quote.speaker.name)
    yield from (f"What did {name} say?" for name in speakers)
    known = {label: store.entities(label=label, limit=EACH) for label in FORMS}
    for rank in range(EACH):
        for label, entities in known.items():
            yield from (FORMS[label].format(entity.name) for entity in entities[rank : rank + 1])
