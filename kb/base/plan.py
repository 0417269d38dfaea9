"""Which documents of a run need work, told before anything is extracted. Reads no database."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from extract.failures import Failure
from extract.types import Document
from kb.base.outcomes import Outcome
from kb.base.writing import fingerprint

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Planned:
    """A document to extract and write."""

    document: Document
    what: str  # "added" or "replaced"
    reason: str | None
    instead_of: tuple[str, ...]  # ids of other documents, which leave when it comes


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds an id: a document in the base or one planned in this run."""

    source: str
    fingerprint: str
    rules: str


class Plan:
    """Judges documents one by one, in order, one ahead of the one it gives out.

    One text is one document. Where several sources give it, the first in alphabetical order holds it, whatever the
    order in which they come, unless its file is gone.
    """

    def __init__(
        self, items: Iterable[Document | Failure], known: Mapping[str, tuple[str, str, str]], rules: str
    ) -> None:
        self._items = items
        self._rules = rules
        self._held = {id: _Holder(*fields) for id, fields in known.items()}
        self._seen: set[str] = set()  # ids given in this run
        self._sources: dict[str, None] = {}  # read in this run, in order
        self._failed: list[str] = []
        self._stored: defaultdict[str, set[str]] = defaultdict(set)  # ids in the base by source, not yet seen again
        self._error: Exception | None = None
        for id, holder in self._held.items():
            self._stored[holder.source].add(id)

    def __iter__(self) -> Iterator[Planned | Outcome]:
        for item, following in pairwise(chain(self._safely(), [None])):
            if isinstance(item, Failure):
                self._failed.append(item.source)
                yield Outcome("failed", item.source, None, item.reason)
            elif item is not None:
                yield self._judge(item, last=not _from(following, item.source))

    def stale(self) -> Iterator[tuple[str, str]]:
        """Yield id and source of the stored documents that their sources, read in this run, no longer give."""
        for source in self._sources:
            for id in self._stale_of(source):
                yield id, source

    def raise_error(self) -> None:
        """Raise the error, if any, that ended the reading."""
        if self._error is not None:
            raise self._error

    def _safely(self) -> Iterator[Document | Failure]:
        """Yield the items; an error in reading them is kept for the end, and not taken for the extractor's."""
        try:
            yield from self._items
        except Exception as error:
            self._error = error

    def _judge(self, document: Document, *, last: bool) -> Planned | Outcome:
        id, source = document.id, document.source
        self._sources[source] = None
        this = _Holder(source, fingerprint(document), self._rules)
        holder = self._held.get(id)
        refusal = None if holder is None else self._refusal(document, this, holder)
        if holder is not None:
            self._stored[holder.source].discard(id)
        if refusal is not None:
            return refusal
        self._seen.add(id)
        self._held[id] = this
        instead_of = tuple(self._stale_of(source)) if last else ()
        for stale in instead_of:
            del self._held[stale]
        what = "added" if holder is None and not instead_of else "replaced"
        return Planned(document, what, _language_note(document), instead_of)

    def _refusal(self, document: Document, this: _Holder, holder: _Holder) -> Outcome | None:
        """Return why a document whose id is held is not written, or None when it is to be."""
        id, source, seen = document.id, document.source, document.id in self._seen
        if this == holder:
            self._seen.add(id)
            return Outcome("skipped", source, id, "given twice" if seen else "unchanged")
        if id == _hash_of(document.text):
            if source == holder.source and seen:
                return Outcome("skipped", source, id, "the same text as an earlier article of this source")
            if source > holder.source and (seen or not _is_gone(holder.source)):
                return Outcome("skipped", source, id, f"the same text as {holder.source}")
        elif seen:
            return Outcome("failed", source, id, f"the id {id!r} is that of another article, in {holder.source}")
        return None

    def _stale_of(self, source: str) -> list[str]:
        """Take out and return the ids that the base holds from a source and that it no longer gives."""
        if source == STANDARD_INPUT or any(_within(failure, source) for failure in self._failed):
            return []
        return sorted(self._stored.pop(source, ()))


def _from(item: Document | Failure | None, source: str) -> bool:
    """Return whether the next item still belongs to this source."""
    return item is not None and _within(item.source, source)


def _within(part: str, source: str) -> bool:
    return part == source or part.startswith(f"{source}:")


def _is_gone(source: str) -> bool:
    """Return whether a source is a file that is no longer there."""
    return Path(source).is_absolute() and not Path(source).exists()


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _language_note(document: Document) -> str | None:
    if document.language == "en":
        return None
    return f"kept and searchable, but its language is {document.language!r}, not English: nothing else was found in it"
