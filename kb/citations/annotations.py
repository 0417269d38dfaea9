"""W3C Web Annotations in JSON-LD: for Hypothesis, annotation servers and archives.

https://www.w3.org/TR/annotation-model/. The exact words with what stands around them, and their place in the text
that Footnote stores, which on the web page itself may be another.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kb.citations.csl_json import web_url
from kb.citations.entry import Entry
from kb.exports.xml_text import REPLACEMENT

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"fn": "urn:footnote:", "dcterms": "http://purl.org/dc/terms/"}]


def write_annotations(entries: Sequence[Entry], title: str) -> str:
    """Return a page of annotations, one a cited place."""
    page = {
        "@context": CONTEXT,
        "id": "urn:footnote:annotations",
        "type": "AnnotationPage",
        "label": _text(title),
        "items": [_annotation(entry, number) for number, entry in enumerate(entries, 1)],
    }
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _annotation(entry: Entry, number: int) -> dict[str, Any]:
    bodies = [("commenting", entry.note), ("tagging", entry.heading)]
    body = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": _text(value)}
        for purpose, value in bodies
        if value
    ]
    return {
        "id": f"urn:footnote:annotation:{entry.sha256}:{entry.start}-{entry.end}:{number}",
        "type": "Annotation",
        "motivation": "commenting" if body else "highlighting",
        "created": f"{entry.accessed}T00:00:00Z",
        **({"body": body} if body else {}),
        "target": {"source": _source(entry), "selector": _selectors(entry)},
    }


def _source(entry: Entry) -> dict[str, Any]:
    known = {
        "dcterms:title": entry.title,
        "dcterms:creator": entry.author,
        "dcterms:publisher": entry.publication,
        "dcterms:issued": entry.published,
        "dcterms:language": entry.language,
        "fn:document": entry.document,
        "fn:sha256": entry.sha256,
        "fn:textSha256": entry.text_sha256,
    }
    told = {name: _text(value) for name, value in known.items() if value}
    return {"id": web_url(entry) or entry.urn, "type": "Text"} | told


def _selectors(entry: Entry) -> list[dict[str, Any]]:
    quote = {"exact": entry.text, "prefix": entry.prefix, "suffix": entry.suffix}
    return [
        {"type": "TextQuoteSelector"} | {name: _text(value) for name, value in quote.items()},
        {"type": "TextPositionSelector", "start": entry.start, "end": entry.end},
    ]


def _text(text: str) -> str:
    r"""Return a text without lone surrogates, which UTF-8 cannot hold: each becomes U+FFFD."""
    return "".join(REPLACEMENT if "\ud800" <= sign <= "\udfff" else sign for sign in text)
