"""Whether what was collected still stands in the base as it was; nothing is ever moved to fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.citations.entry import CHANGED, REMOVED, STANDS, Entry
from kb.store import Store

# The words at the place in every document that could be the one: by its id, by its bytes, or by where it came from.
WORDS = """
    SELECT id, sha256, substr(text, :start + 1, :end - :start)
    FROM documents
    WHERE id = :document OR source = :source
        OR id IN (SELECT id FROM documents WHERE sha256 = :sha256)
"""


def with_states(store: Store, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with their state against the base as it is now."""
    return [replace(entry, state=state_of(store, entry)) for entry in entries]


def state_of(store: Store, entry: Entry) -> str:
    """Return STANDS when a document of the same bytes has the words at the same place.

    CHANGED when the document or its reading is another now: one of its id or bytes, or the only one from its source.
    REMOVED when there is none.
    """
    parameters = {
        "document": entry.document, "source": entry.source, "sha256": entry.sha256, "start": entry.start,
        "end": entry.end,
    }  # fmt: skip
    found = store.db.execute(WORDS, parameters).fetchall()
    if any((sha256, words) == (entry.sha256, entry.text) for _, sha256, words in found):
        return STANDS
    known = any(id == entry.document or sha256 == entry.sha256 for id, sha256, _ in found)
    return CHANGED if known or len(found) == 1 else REMOVED
