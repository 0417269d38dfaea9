"""The sentences of the base that a sentence of a draft may rest on."""

from __future__ import annotations

from kb.retrieve import in_sure_order
from kb.store import Store
from kb.types import Citation
from kb.verifying.said import NAMED, Said, read_said
from kb.words.terms import is_stopword, other_forms, plain, read_words

SEARCHED = 40  # sentences taken from the index
MOST_TERMS = 40  # words of a sentence that are searched for, so that no draft makes checking slow


def find_evidence(store: Store, said: Said) -> list[Said]:
    """The sentences of the base with most of its words, best first; names are put in for its pronouns."""
    names = " ".join(mention.name for mention in said.mentions if mention.name and mention.label in NAMED)
    words = [word.surface for word in read_words(f"{said.sentence.text} {names}") if not is_stopword(word.surface)]
    terms = list(dict.fromkeys(form for word in words[:MOST_TERMS] for form in other_forms(plain(word))))
    hits = in_sure_order(store.search(terms, limit=SEARCHED))
    return read_said(store, [hit.sentence for hit in hits])


def cite(said: Said, start: int | None = None, end: int | None = None, why: str = "") -> Citation:
    """The sentence as a citation, with the words from `start` to `end` of its document marked."""
    row, origin = said.sentence, said.origin
    source = origin.source if origin else ""
    return Citation(
        row.document, row.title, source, row.start, row.end, row.text, 1.0, start, end,
        origin.publication if origin else None, origin.published if origin else None, why,
    )  # fmt: skip
