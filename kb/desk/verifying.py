"""Whether a bundle is as it was made, and whether documents say what it says: against a base, or original files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.types import Document
from kb.citations.entry import Entry, text_hash
from kb.desk.bundle import Json, entries_in, hash_of
from kb.desk.places import DeskError
from kb.store import Store

# Gives the documents that an entry may be of.
Finder = Callable[[Entry], list[Document]]

BY_ANY = "SELECT id FROM documents WHERE sha256 = ? OR id = ? OR source = ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Alteration:
    """Something that is not as the bundle was made, or cannot be proved to be."""

    part: str  # "seal", "about", "item" or "document"
    number: int  # from 1; 0 for the whole
    message: str  # what and where, in one line


def verify(bundle: Json, find: Finder, *, seal: str | None = None) -> list[Alteration]:
    """Return everything that was altered; nothing when the bundle is whole and its documents say all of it.

    :param find: gives the documents to check against.
    :param seal: the seal as it was told by another way.
    """
    altered = list(_own(bundle, seal))
    try:
        entries = entries_in(bundle)
    except DeskError as error:
        return [*altered, Alteration("item", 0, str(error))]
    return altered + [found for number, entry in enumerate(entries, 1) for found in _against(entry, number, find)]


def _own(bundle: Json, seal: str | None) -> Iterator[Alteration]:
    """Yield what the bundle's own hashes tell."""
    if bundle.get("seal") != hash_of(bundle):
        yield Alteration("seal", 0, "the seal does not fit: the bundle was altered after it was made")
    if seal is not None and bundle.get("seal") != seal.strip().lower():
        yield Alteration("seal", 0, "the seal is not the one you gave: this is another bundle, or one made anew")
    if bundle["about"].get("hash") != hash_of(bundle["about"]):
        yield Alteration("about", 0, "what it says it is about was altered")
    for part in ("items", "documents"):
        for number, one in enumerate(bundle[part], 1):
            if one.get("hash") != hash_of(one):
                yield Alteration(part.removesuffix("s"), number, f"{part.removesuffix('s')} {number} was altered")


def _against(entry: Entry, number: int, find: Finder) -> Iterator[Alteration]:
    """Yield what the documents themselves tell."""
    named = f"item {number} ({(entry.title or entry.document)[:80]})"
    if not _consistent(entry):
        yield Alteration("item", number, f"{named}: its words do not stand in its own sentence at its own place")
    found = find(entry)
    same = [document for document in found if document.sha256 == entry.sha256]
    if not found:
        message = "its document is not here, so nothing is proved: give the original file, or add it to the base"
        yield Alteration("document", number, f"{named}: {message}")
    elif not same:
        yield Alteration("document", number, f"{named}: the document here is another: its SHA-256 differs")
    elif not any(_says(document, entry) for document in same):
        yield Alteration("item", number, f"{named}: {_difference(same[0], entry)}")


def _consistent(entry: Entry) -> bool:
    """Return whether lengths fit their places and the words start in their sentence as both say."""
    if len(entry.text) != entry.end - entry.start or len(entry.sentence) != entry.sentence_end - entry.sentence_start:
        return False
    offset = entry.start - entry.sentence_start
    inside = entry.sentence[offset : offset + len(entry.text)]
    return 0 <= offset < max(len(entry.sentence), 1) and bool(inside) and entry.text.startswith(inside)


def _says(document: Document, entry: Entry) -> bool:
    text = document.text
    return (
        text[entry.start : entry.end] == entry.text
        and text[entry.sentence_start : entry.sentence_end] == entry.sentence
        and text[max(entry.start - len(entry.prefix), 0) : entry.start] == entry.prefix
        and text[entry.end : entry.end + len(entry.suffix)] == entry.suffix
    )


def _difference(document: Document, entry: Entry) -> str:
    if text_hash(document.text) != entry.text_sha256:
        return "the file is the same, but was read into another text: verify with the Footnote that made the bundle"
    stands = document.text[entry.start : entry.end]
    return f"at characters {entry.start} to {entry.end} the document says {stands[:100]!r}, not {entry.text[:100]!r}"


def in_base(store: Store) -> Finder:
    """Return a finder in a base: documents of the same bytes, id or source."""

    def find(entry: Entry) -> list[Document]:
        rows = store.db.conn.execute(BY_ANY, (entry.sha256, entry.document, entry.source)).fetchall()
        return [document for (id,) in rows if (document := store.document(id)) is not None]

    return find


def in_files(documents: Iterable[Document]) -> Finder:
    """Return a finder among documents read from files: those of the same bytes, else those of the same name."""
    read = list(documents)

    def find(entry: Entry) -> list[Document]:
        same = [document for document in read if document.sha256 == entry.sha256]
        return same or [document for document in read if _name(document.source) == _name(entry.source)]

    return find


def _name(source: str) -> str:
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
