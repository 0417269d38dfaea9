"""A question asked of a base: understand, retrieve, read, answer, check. No spaCy is loaded."""

from __future__ import annotations

from kb.answer import compose
from kb.cite import checked
from kb.evidence.judging import judged
from kb.evidence.reading import Reading, read, without_echoes
from kb.kinds import Understood, answer_kind, grounded, understand
from kb.questions import read_question
from kb.retrieve import Retrieved, by_sentence, retrieve
from kb.store import Store
from kb.types import Answer


def ask(store: Store, question: str, *, top: int = 5) -> Answer:
    """The answer to a question with at most `top` citations, best first, each checked against the stored text.

    A question that the sources do not answer gives an `Answer` with a reason in place of a text.

    :raises ValueError: when `top` is less than 1.
    """
    if top < 1:
        raise ValueError(f"top is {top}; an answer cites at least 1 sentence")
    if not store.sentence_total():
        return Answer(question, read_question(question).kind, None, 0.0, reason="empty-base")
    understood = understand(store, question)
    return checked(store, understood.answered(_answered(understood, top)))


def _answered(understood: Understood, top: int) -> Answer:
    """The answer of the records where the question is of a kind that they answer, else of the best sentences."""
    store, asked = understood.store, understood.question
    told = answer_kind(store, asked)
    if told is not None:
        return told
    retrieved = without_echoes(judged(store, retrieve(store, asked)))
    readings = readings_of(store, retrieved, top)
    origins = store.origins({reading.evidence.sentence.document for reading in readings})
    return grounded(asked, compose(retrieved, readings, origins, unknown=understood.unknown))


def readings_of(store: Store, retrieved: Retrieved, top: int) -> list[Reading]:
    """The best sentences, at most `top`, each read for spans."""
    evidence = retrieved.evidence[:top]
    ids = [each.sentence.id for each in evidence]
    claims, quotes = by_sentence(store.claims(sentences=ids)), by_sentence(store.quotes(sentences=ids))
    return [read(retrieved.asked, e, claims[e.sentence.id], quotes[e.sentence.id]) for e in evidence]
