"""A question asked of a base: understand, retrieve, read, answer, check. No spaCy is loaded."""

from __future__ import annotations

import re

from kb.answer import compose
from kb.cite import checked
from kb.evidence.judging import judged
from kb.evidence.reading import Reading, read
from kb.kinds import answer_kind, grounded, understand
from kb.questions import Question, read_question
from kb.retrieve import Retrieved, by_sentence, retrieve
from kb.store import Store
from kb.types import Answer
from kb.words.terms import WORD, is_stopword, stem

NAME_SEARCHED = 10  # sentences in which the words of a name are looked for together
LINK = re.compile(r" (?:of|for|the|and) ")


def ask(store: Store, question: str, *, top: int = 5) -> Answer:
    """The answer to a question with at most `top` citations, best first, each checked against the stored text.

    A question that the sources do not answer gives an `Answer` with a reason in place of a text.

    :raises ValueError: when `top` is less than 1.
    """
    if top < 1:
        raise ValueError(f"top is {top}; an answer cites at least 1 sentence")
    if not store.sentence_total():
        return Answer(question, read_question(question).kind, None, 0.0, reason="empty-base")
    understood = understand(store, question, unknown_name)
    return checked(store, understood.answered(_answered(understood.store, understood.question, top)))


def _answered(store: Store, asked: Question, top: int) -> Answer:
    """The answer of the records where the question is of a kind that they answer, else of the best sentences."""
    told = answer_kind(store, asked)
    if told is not None:
        return told
    retrieved = judged(store, retrieve(store, asked))
    readings = readings_of(store, retrieved, top)
    origins = store.origins({reading.evidence.sentence.document for reading in readings})
    return grounded(asked, compose(retrieved, readings, origins, unknown=unknown_name(store, asked)))


def unknown_name(store: Store, question: Question) -> str | None:
    """The first name in the question that no sentence of the base holds whole and no entity bears, else None.

    "GDP of Kenya" is two names when it is not found as one.
    """
    parts = (part for name in question.names for part in ([name] if _is_known(store, name) else LINK.split(name)))
    return next((part for part in parts if not _is_known(store, part)), None)


def _is_known(store: Store, name: str) -> bool:
    words = [word for word in WORD.findall(name) if not is_stopword(word)]
    if not words or store.frequencies([name])[name]:
        return True
    stems = {stem(word) for word in words}
    hits = store.search(words, limit=NAME_SEARCHED)
    together = any(stems <= {stem(word) for word in WORD.findall(hit.sentence.text)} for hit in hits)
    return together or bool(store.entities_named([name]))


def readings_of(store: Store, retrieved: Retrieved, top: int) -> list[Reading]:
    """The best sentences, at most `top`, each read for spans."""
    evidence = retrieved.evidence[:top]
    ids = [each.sentence.id for each in evidence]
    claims, quotes = by_sentence(store.claims(sentences=ids)), by_sentence(store.quotes(sentences=ids))
    return [read(retrieved.asked, e, claims[e.sentence.id], quotes[e.sentence.id]) for e in evidence]
