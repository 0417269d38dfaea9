"""Every citation is checked against the stored text before anybody sees it.

A citation must be a whole stored sentence, character for character, and the words that answer must lie inside it.
"""

from __future__ import annotations

from dataclasses import replace

from kb.store import Store
from kb.types import REFUSALS, Answer, Citation, Conflict, Item

UNCITED = REFUSALS[0]  # "no-evidence"


class WrongCitation(ValueError):
    """A citation is not what the stored text says; the message says where."""


def check_citation(store: Store, citation: Citation) -> None:
    """Do nothing when the citation is exact.

    :raises WrongCitation: when its text, or the words that answer, do not stand in the document as it says.
    """
    stored = store.text_between(citation.document, citation.start, citation.end)
    if not citation.text or stored != citation.text:
        raise WrongCitation(f"{_place(citation)} are not {citation.text!r}")
    if not store.is_sentence(citation.document, citation.start, citation.end):
        raise WrongCitation(f"{_place(citation)} are no whole sentence")
    start, end = citation.answer_start, citation.answer_end
    if (start is None) != (end is None):
        raise WrongCitation(f"{_place(citation)}: the words that answer have a start or an end only")
    if start is not None and end is not None and not citation.start <= start < end <= citation.end:
        raise WrongCitation(f"{_place(citation)} do not hold the words that answer, {start} to {end}")


def _place(citation: Citation) -> str:
    return f"{citation.document}: characters {citation.start} to {citation.end}"


def checked(store: Store, answer: Answer) -> Answer:
    """The answer with every citation checked: one that fails is left out, and what rested on it alone with it.

    An answer whose first citation fails becomes a refusal: nothing is asserted without its sentence.
    """
    citations = tuple(citation for citation in answer.citations if holds(store, citation))
    items = tuple(item for item in (_checked_item(store, item) for item in answer.items) if item.citations)
    conflicts: tuple[Conflict, ...] = tuple(c for c in answer.conflicts if holds(store, c.citation))
    if answer.text is not None and citations[:1] != answer.citations[:1]:
        return Answer(answer.question, answer.kind, None, 0.0, citations, reason=UNCITED)
    return replace(answer, citations=citations, items=items, conflicts=conflicts)


def _checked_item(store: Store, item: Item) -> Item:
    return replace(item, citations=tuple(citation for citation in item.citations if holds(store, citation)))


def holds(store: Store, citation: Citation) -> bool:
    """Whether the stored text is what a citation says; see `check_citation`."""
    try:
        check_citation(store, citation)
    except WrongCitation:
        return False
    return True
