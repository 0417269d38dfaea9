"""A draft is read as an article is, into a base of its own in memory, never into the one it is checked against."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from extract.types import Document
from kb.ingest import Extractor, ingest
from kb.store import Store, open_store
from kb.verifying.said import Said, read_said

DRAFT = "draft"
MEMORY = ":memory:"


class DraftUnreadable(ValueError):
    """Nothing can be said about a draft; the message says why."""


@contextmanager
def read_draft(document: Document, extract: Extractor | None = None) -> Iterator[tuple[Store, list[Said]]]:
    """Give a base that holds only the draft, and its sentences.

    :raises DraftUnreadable: when nothing could be extracted from it.
    """
    store = open_store(MEMORY)
    try:
        done = ingest(store, [replace(document, id=DRAFT)], workers=1, extract=extract)
        failed = next((outcome.reason for outcome in done.outcomes if outcome.what == "failed"), None)
        if failed is not None:
            raise DraftUnreadable(f"the draft could not be read: {failed}; save its text as .txt and try again")
        if document.language != "en":
            raise DraftUnreadable(f"the draft is in {document.language!r}; give an English one")
        yield store, read_said(store, store.sentences(DRAFT))
    finally:
        store.close()
