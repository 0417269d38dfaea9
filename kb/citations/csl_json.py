"""CSL-JSON: for Zotero, pandoc and citation styles; one item a cited place, with its words and place in the note."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from kb.citations.authors import names_of
from kb.citations.entry import Entry
from kb.citations.runs import cleaned, printed, shortened

Work = dict[str, Any]
WEB = ("http", "https")


def write_csl_json(entries: Iterable[Entry]) -> str:
    """Return the entries as a CSL-JSON file; every text in it is exact."""
    items = [
        {"id": key_of(entry, number)} | _work(entry) | {"note": note_of(entry), "custom": _custom(entry)}
        for number, entry in enumerate(entries, 1)
    ]
    return json.dumps(items, indent=2) + "\n"  # ASCII: no lone surrogate can break the file


def work_of(entry: Entry) -> Work:
    """Return an entry's document as a CSL item to be rendered: as print has it, and no longer than a line can be."""
    given = {"id": f"{entry.document} {entry.sha256}", "title": printed(shortened(shown_title(entry)))}
    work = _work(entry) | {"container-title": shortened(cleaned(entry.publication or ""))}
    work["author"] = names_of(entry.author and shortened(entry.author))
    return {name: value for name, value in (work | given).items() if value}


def _work(entry: Entry) -> Work:
    """Return a document as a CSL item, unknown parts left out."""
    known: Work = {
        "title": entry.title and cleaned(entry.title),
        "author": names_of(entry.author),
        "container-title": entry.publication and cleaned(entry.publication),
        "issued": date_of(entry.published),
        "URL": web_url(entry),
        "accessed": date_of(entry.accessed) if web_url(entry) else None,
        "language": entry.language,
    }
    return {"type": type_of(entry)} | {name: value for name, value in known.items() if value}


def shown_title(entry: Entry) -> str:
    """Return what a list calls a document: its title, else the name of its file, so that no line stands empty."""
    if entry.title or "://" in entry.source:
        return entry.title or ""
    name = "" if entry.source.startswith("paste:") else re.split(r"[\\/]", entry.source)[-1]
    return name or "Untitled text"


def type_of(entry: Entry) -> str:
    """Return what kind of work a document is, as far as is known: by its publication, or by its address."""
    if entry.publication:
        return "article-newspaper"
    return "webpage" if web_url(entry) else "document"


def date_of(date: str | None) -> dict[str, list[list[int]]] | None:
    """Return a date of one to three parts in CSL's shape, up to the part that is none; None without a year."""
    parts: list[int] = []
    for part, most in zip((date or "").split("-"), (9999, 12, 31), strict=False):
        if not (part.isdecimal() and 1 <= int(part) <= most):
            break
        parts.append(int(part))
    return {"date-parts": [parts]} if parts else None


def web_url(entry: Entry) -> str | None:
    """Return the document's address on the web, or None: a path is of no use to others."""
    for address in (entry.url, entry.source):
        try:
            if address and urlsplit(address).scheme.lower() in WEB and not any(map(_breaks, address)):
                return address
        except ValueError:
            continue
    return None


def _breaks(sign: str) -> bool:
    return not sign.isprintable() or sign.isspace() or sign in '<>"{}\\^`|'


def key_of(entry: Entry, number: int) -> str:
    """Return a key that every program takes: letters, digits and a hyphen."""
    names = names_of(entry.author)
    first = names[0].get("family") or names[0].get("literal", "") if names else entry.publication or ""
    letters = "".join(sign for sign in first.casefold() if sign.isascii() and sign.isalnum())[:20]
    return f"{letters or 'article'}{(entry.published or '')[:4]}-{number}"


def note_of(entry: Entry) -> str:
    """Return the words cited, their place and the document's hash, for the field that people read."""
    return f"{entry.note + ': ' if entry.note else ''}“{cleaned(entry.text)}” ({entry.place}; SHA-256 {entry.sha256})"


def _custom(entry: Entry) -> Work:
    return {
        "document": entry.document,
        "sha256": entry.sha256,
        "kind": entry.kind,
        "text": entry.text,
        "start": entry.start,
        "end": entry.end,
        "sentence": {"text": entry.sentence, "start": entry.sentence_start, "end": entry.sentence_end},
        "paragraph": entry.paragraph + 1,
        "heading": entry.heading,
        "note": entry.note,
        "state": entry.state,
    }
