"""JSON-LD with schema.org's words: names, the articles that mention them, ties, and for every tie its sentences.

The context stands in the file, so that nothing has to be fetched to read it. Where schema.org has no word, ours
begin with urn:footnote:.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO
from urllib.parse import quote, urlsplit

from kb.base.rows import EntityRow
from kb.exports.read import Cited, ExportedDocument, ExportedTie, exported_documents, exported_entities, exported_ties
from kb.store import Store

TYPES = {
    "PERSON": "Person", "ORG": "Organization", "CITY": "City", "REGION": "AdministrativeArea", "COUNTRY": "Country",
    "PLACE": "Place", "PRODUCT": "Product", "EVENT": "Event", "WORK": "CreativeWork",
}  # fmt: skip
CONTEXT = {
    "@vocab": "https://schema.org/",
    "fn": "urn:footnote:",
    "source": {"@id": "fn:source", "@type": "@id"},
    "target": {"@id": "fn:target", "@type": "@id"},
    "kind": "fn:kind",
    "type": "fn:type",
    "directed": "fn:directed",
    "articles": "fn:articles",
    "start": "fn:start",
    "end": "fn:end",
    "negated": "fn:negated",
    "hedged": "fn:hedged",
    "isPartOf": {"@type": "@id"},
    "mentions": {"@type": "@id"},
}


def write_json_ld(store: Store, out: TextIO) -> None:
    """Write the graph."""
    out.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [')
    for number, item in enumerate(_items(store)):
        out.write(",\n" if number else "\n")
        out.write(json.dumps(item))
    out.write("]}\n")


def _items(store: Store) -> Iterator[dict[str, object]]:
    for entity in exported_entities(store):
        yield _entity(entity)
    for document in exported_documents(store):
        yield _document(document)
    for tie in exported_ties(store):
        yield _tie(tie)


def _iri(what: str, id: str) -> str:
    return f"urn:footnote:{what}:{quote(id, safe='', errors='backslashreplace')}"


def _entity(entity: EntityRow) -> dict[str, object]:
    item: dict[str, object] = {"@id": _iri("entity", entity.id), "@type": TYPES.get(entity.label, "Thing")}
    item |= {"name": _text(entity.name), "kind": entity.label}
    return item | ({"alternateName": [_text(name) for name in entity.aliases]} if entity.aliases else {})


def _document(document: ExportedDocument) -> dict[str, object]:
    linked = document.url if document.url and urlsplit(document.url).scheme in ("http", "https") else None
    known = {
        "headline": document.title,
        "author": document.author,
        "datePublished": document.published,
        "url": linked,
        "identifier": document.id,
        "sha256": document.sha256,
    }
    told: dict[str, object] = {name: _text(value) for name, value in known.items() if value}
    if document.publication:
        told["publisher"] = {"@type": "Organization", "name": _text(document.publication)}
    told["mentions"] = [_iri("entity", id) for id in document.entities]
    return {"@id": _iri("document", document.id), "@type": "NewsArticle"} | told


def _tie(tie: ExportedTie) -> dict[str, object]:
    return {
        "@id": _iri("tie", tie.id),
        "@type": "fn:Tie",
        "source": _iri("entity", tie.tie.source),
        "target": _iri("entity", tie.tie.target),
        "kind": tie.tie.kind,
        "type": [_text(type) for type in tie.tie.types],
        "directed": tie.directed,
        "articles": tie.tie.documents,
        "citation": [_sentence(cited) for cited in tie.cited],
    }


def _sentence(cited: Cited) -> dict[str, object]:
    marked = {name: True for name in ("negated", "hedged") if getattr(cited, name)}
    return {
        "@id": _iri("sentence", cited.id),
        "@type": "Quotation",
        "text": _text(cited.text),
        "start": cited.start,
        "end": cited.end,
        "isPartOf": _iri("document", cited.document),
    } | marked


def _text(text: str) -> str:
    r"""Return a text without lone surrogates, which RDF cannot hold: each becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
