"""Questions to begin with, made of what the base itself holds. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from kb.store import Store
from kb.types import Answer

SHOWN = 4
TRIED = 12  # at most so many candidates are asked, 150 ms each at worst
FORMS = {  # label: the question asked of its best known entity
    "CITY": "How many people live in {}?",
    "COUNTRY": "What is the population of {}?",
    "ORG": "What is {}?",
    "PERSON": "Who is {}?",
    "INDUSTRY": "How many people work in {}?",
}


def example_questions(store: Store, ask: Callable[[Store, str], Answer]) -> list[str]:
    """Return a few questions that the base answers, the surest first; fewer, or none, when it is small."""
    answers = [ask(store, question) for question in islice(_candidates(store), TRIED)]
    sure = sorted((answer for answer in answers if not answer.abstained), key=lambda answer: -answer.score)
    return [answer.question for answer in sure[:SHOWN]]


def _candidates(store: Store) -> Iterator[str]:
    """Yield questions about entities that several articles name, each kind in turn, then about who was quoted."""
    known = {label: store.entities(label=label, limit=3) for label in FORMS}
    for rank in range(3):
        for label, entities in known.items():
            yield from (FORMS[label].format(entity.name) for entity in entities[rank : rank + 1])
    speakers = (quote.speaker.name for quote in store.quotes(limit=20) if quote.speaker and quote.speaker.name)
    yield from (f"What did {name} say?" for name in dict.fromkeys(speakers))
