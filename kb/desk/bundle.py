"""A bundle: cited words with their documents' hashes and places in one JSON file, which proves itself elsewhere.

Every part has a hash over its content, and the whole a seal over all of it, so that what was altered can be named.
Whoever alters a bundle and reckons every hash anew is found by the seal, where it was told apart from the file, and by
the documents themselves.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from kb.citations.entry import Entry, one_a_document
from kb.desk.places import DeskError, today

FORMAT = "footnote-bundle"
VERSION = 1
DOCUMENT = (
    "document", "sha256", "text_sha256", "title", "author", "publication", "published", "url", "source", "language",
)  # fmt: skip
ITEM = (
    "document", "sha256", "kind", "start", "end", "text", "sentence_start", "sentence_end", "sentence", "paragraph",
    "prefix", "suffix", "accessed", "heading", "note",
)  # fmt: skip
PARTS = ("about", "items", "documents")
LARGEST = 200_000_000  # bytes of a bundle that is read; a sentence takes about a thousand

Json = dict[str, Any]


def make_bundle(entries: Sequence[Entry], about: Json) -> Json:
    """Return entries as a bundle.

    :param about: what they are: a list's name, or a question with its answer.
    """
    documents = one_a_document(list(entries))
    made = {
        "format": FORMAT,
        "version": VERSION,
        "made": today(),
        "about": _with_hash(about),
        "items": [_with_hash(_part(entry, ITEM)) for entry in entries],
        "documents": [_with_hash(_part(entry, DOCUMENT)) for entry in documents],
    }
    return made | {"seal": hash_of(made)}


def written(bundle: Json) -> str:
    """Return a bundle as a file's text, in ASCII."""
    return json.dumps(bundle, indent=2) + "\n"


def read_bundle(data: bytes) -> Json:
    """Return the bundle in a file; whether it is whole is another question.

    :raises DeskError: when the file is none, or of a newer Footnote.
    """
    if len(data) > LARGEST:
        raise DeskError(f"is larger than {LARGEST // 1_000_000} MB: name a file that kb bundle made")
    try:
        bundle = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DeskError(f"is no bundle ({error}): name a file that kb bundle made") from error
    if not isinstance(bundle, dict) or bundle.get("format") != FORMAT:
        raise DeskError("is JSON, but no bundle: name a file that kb bundle made")
    if bundle.get("version") != VERSION:
        raise DeskError("was made by another version of Footnote: update Footnote to verify it")
    lists = (bundle.get("items"), bundle.get("documents"))
    if not isinstance(bundle.get("about"), dict) or not all(
        isinstance(part, list) and all(isinstance(each, dict) for each in part) for part in lists
    ):
        raise DeskError("is a bundle with parts missing: ask for it again")
    return bundle


def hash_of(part: Json) -> str:
    """Return the SHA-256 of a part's canonical JSON: ASCII, keys sorted, no spaces; its own hash left out."""
    bare = {name: value for name, value in part.items() if name not in ("hash", "seal")}
    return sha256(json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def entries_in(bundle: Json) -> list[Entry]:
    """Return a bundle's items as entries.

    :raises DeskError: when an item lacks something or names a document that the bundle does not hold.
    """
    documents = {(one.get("document"), one.get("sha256")): one for one in bundle["documents"] if _hashable(one)}
    return [_entry(item, documents, number) for number, item in enumerate(bundle["items"], 1)]


def _hashable(document: Json) -> bool:
    return all(isinstance(document.get(name), str) for name in ("document", "sha256"))


def _entry(item: Json, documents: dict[Any, Json], number: int) -> Entry:
    document = documents.get((str(item.get("document")), str(item.get("sha256"))))
    if document is None:
        raise DeskError(f"item {number} names a document that the bundle does not hold: ask for it again")
    known = {name: part[name] for part, names in ((document, DOCUMENT), (item, ITEM)) for name in names if name in part}
    types = {field.name: str(field.type) for field in fields(Entry)}
    for name in dict.fromkeys((*DOCUMENT, *ITEM)):
        if not _fits(known.get(name), types[name]):
            raise DeskError(f"item {number} has no proper {name}: ask for the bundle again")
    return Entry(**known)


def _fits(value: object, type: str) -> bool:
    if type == "int":
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**62
    return isinstance(value, str) or (value is None and type == "str | None")


def _part(entry: Entry, names: Sequence[str]) -> Json:
    told = asdict(entry)
    return {name: told[name] for name in names}


def _with_hash(part: Json) -> Json:
    return part | {"hash": hash_of(part)}
