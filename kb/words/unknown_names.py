"""Names of a question that the base does not hold."""

from __future__ import annotations

import re

from kb.questions import Question
from kb.store import Store
from kb.words.offices import GENERIC
from kb.words.terms import WORD, is_stopword, plain, stem

NAME_SEARCHED = 10  # sentences in which the words of a name are looked for together
LINK = re.compile(r" (?:of|for|the|and) ")


def unknown_name(store: Store, question: Question) -> str | None:
    """The first name in the question that no sentence of the base holds whole and no entity bears, else None.

    "GDP of Kenya" is two names when it is not found as one.
    """
    parts = (part for name in question.names for part in ([name] if _is_known(store, name) else LINK.split(name)))
    return next((part for part in parts if not _is_known(store, part)), None)


def _is_known(store: Store, name: str) -> bool:
    said = [word for word in WORD.findall(name) if not is_stopword(word)]
    words = [word for word in said if plain(word) not in GENERIC] or said
    if not words or store.frequencies([name])[name]:
        return True
    stems = {stem(word) for word in words}
    hits = store.search(words, limit=NAME_SEARCHED)
    together = any(stems <= {stem(word) for word in WORD.findall(hit.sentence.text)} for hit in hits)
    return together or bool(store.entities_named([name]))
