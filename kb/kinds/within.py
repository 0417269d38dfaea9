"""A base seen through a filter: only some of its documents, or only some of its sentences, are found and listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kb.base.rows import ClaimRow, FigureRow, Hit, MentionRow, QuoteRow, SentenceRow
from kb.store import Store

OVER_FETCHED = 5000  # hits of the whole base among which those inside are looked for


class Within(Store):
    """The same open database; searches and lists give only what is inside. Counts of words stay those of the whole."""

    def __init__(
        self, store: Store, *, documents: Iterable[str] | None = None, sentences: Iterable[str] | None = None
    ) -> None:
        super().__init__(store.db)
        self._outer = store
        self._inside = None if documents is None else frozenset(documents)
        self._only = None if sentences is None else frozenset(sentences)

    def search(self, terms: Sequence[str], *, limit: int = 50, document: str | None = None) -> list[Hit]:
        """Return the best hits inside; see `Search.search`."""
        hits = self._outer.search(terms, limit=OVER_FETCHED, document=document)
        return [hit for hit in hits if self._holds(hit.sentence)][:limit]

    def mentions(self, **filters: Any) -> list[MentionRow]:
        """Return the mentions inside; see `Lists.mentions`."""
        return [row for row in self._outer.mentions(**filters) if self._holds(row.sentence)]

    def figures(self, **filters: Any) -> list[FigureRow]:
        """Return the figures inside; see `Lists.figures`."""
        return [row for row in self._outer.figures(**filters) if self._holds(row.sentence)]

    def quotes(self, **filters: Any) -> list[QuoteRow]:
        """Return the quotes inside; see `Lists.quotes`."""
        return [row for row in self._outer.quotes(**filters) if self._holds(row.sentence)]

    def claims(self, **filters: Any) -> list[ClaimRow]:
        """Return the claims inside; see `Lists.claims`."""
        return [row for row in self._outer.claims(**filters) if self._holds(row.sentence)]

    def _holds(self, sentence: SentenceRow) -> bool:
        inside = self._inside is None or sentence.document in self._inside
        return inside and (self._only is None or sentence.id in self._only)
