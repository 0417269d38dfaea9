"""FollowTheMoney entities, one JSON object a line, for Aleph and OpenSanctions: https://followthemoney.tech.

Persons, organisations, places and events become the schema of their kind, ties become UnknownLink, each with the
articles as proof; articles list the names in them. Of a file's path only its name is told: such files are passed on.
Other names (groups, industries, products, works) have no schema there: they and their ties are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TextIO
from urllib.parse import urlsplit

from extract.gazetteer.known import known_places
from kb.base.rows import EntityRow
from kb.exports.read import ExportedDocument, ExportedTie, exported_documents, exported_entities, exported_ties
from kb.store import Store

SCHEMATA = {
    "PERSON": "Person", "ORG": "Organization", "CITY": "Address", "REGION": "Address", "COUNTRY": "Address",
    "PLACE": "Address", "EVENT": "Event",
}  # fmt: skip
MENTIONED = {
    "PERSON": "peopleMentioned", "ORG": "companiesMentioned", "CITY": "locationMentioned",
    "REGION": "locationMentioned", "COUNTRY": "locationMentioned", "PLACE": "locationMentioned",
}  # fmt: skip
PARTS = {"CITY": "city", "REGION": "region"}  # of an address
PROOFS = 20  # sentences that a link tells, and articles that prove it

Properties = dict[str, list[str]]


def write_follow_the_money(store: Store, out: TextIO) -> None:
    """Write articles, then names, then the links between them."""
    known = {entity.id: entity for entity in exported_entities(store) if entity.label in SCHEMATA}
    for document in exported_documents(store):
        named = [known[id] for id in document.entities if id in known]
        _write(out, f"doc-{_id(document.id)}", "Article", _article(document) | _named(named))
    for entity in known.values():
        _write(out, entity.id, SCHEMATA[entity.label], _thing(entity))
    for tie in exported_ties(store):
        if tie.tie.source in known and tie.tie.target in known:
            _write(out, tie.id, "UnknownLink", _link(tie))


def _write(out: TextIO, id: str, schema: str, properties: Properties) -> None:
    told = {name: values for name, values in properties.items() if values}
    out.write(json.dumps({"id": id, "schema": schema, "properties": told}) + "\n")


def _id(document: str) -> str:
    """Return a document's id in characters that ids there may have."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"-{ord(sign):x}-" for sign in document)


def _article(document: ExportedDocument) -> Properties:
    url = document.url or ""
    return {
        "name": [document.title or _file(document.source)],
        "fileName": [_file(document.source)],
        "title": _given(document.title),
        "author": (document.author or "").split("; ") if document.author else [],
        "publisher": _given(document.publication),
        "publishedAt": _given(document.published),
        "sourceUrl": [url] if urlsplit(url).scheme in ("http", "https") else [],
    }


def _file(source: str) -> str:
    """Return the name of the file at a path of whatever system, or a URL as it is."""
    return source if "://" in source else re.split(r"[/\\]", source.rstrip("/\\"))[-1] or source


def _named(entities: Iterable[EntityRow]) -> Properties:
    """Return the names in an article as Aleph lists them beside it."""
    found: Properties = {name: [] for name in dict.fromkeys(MENTIONED.values())}
    for entity in entities:
        if entity.label in MENTIONED:
            found[MENTIONED[entity.label]].append(entity.name)
    return found


def _given(value: str | None) -> list[str]:
    return [value] if value else []


def _thing(entity: EntityRow) -> Properties:
    told: Properties = {"name": [entity.name], "alias": list(entity.aliases)}
    if SCHEMATA[entity.label] != "Address":
        return told
    part = {PARTS[entity.label]: [entity.name]} if entity.label in PARTS else {}
    return told | part | {"full": [entity.name], "country": _country(entity)}


def _country(entity: EntityRow) -> list[str]:
    """Return the ISO 3166 code of the country that a place is or lies in, when the gazetteer knows one only."""
    codes = {place.country for place in known_places(entity.name) if place.label == entity.label}
    return [code.lower() for code in codes if code] if len(codes) == 1 else []


def _link(tie: ExportedTie) -> Properties:
    return {
        "subject": [tie.tie.source],
        "object": [tie.tie.target],
        "role": list(tie.tie.types) or [tie.label],
        "summary": _first(cited.text for cited in tie.cited),
        "proof": _first(f"doc-{_id(cited.document)}" for cited in tie.cited),
    }


def _first(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))[:PROOFS]
