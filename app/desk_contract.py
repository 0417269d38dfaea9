"""Lists of cited words, and what was found altered in a bundle, as the JSON that scripts read."""

from __future__ import annotations

from dataclasses import asdict

from app.contract import Json
from kb.citations.entry import Entry
from kb.desk.baskets import Basket
from kb.desk.verifying import Alteration


def basket_json(basket: Basket) -> Json:
    """Give a list without its items."""
    return asdict(basket)


def entry_json(entry: Entry) -> Json:
    """Give cited words with their place, their document and its state against the base."""
    words = {"start": entry.start, "end": entry.end, "text": entry.text}
    sentence = {"start": entry.sentence_start, "end": entry.sentence_end, "text": entry.sentence}
    return {
        "id": entry.id,
        "kind": entry.kind,
        **words,
        "evidence": sentence,
        "paragraph": entry.paragraph + 1,
        "prefix": entry.prefix,
        "suffix": entry.suffix,
        "heading": entry.heading,
        "note": entry.note,
        "state": entry.state,
        "accessed": entry.accessed,
        "document": entry.document,
        "title": entry.title,
        "author": entry.author,
        "publication": entry.publication,
        "published": entry.published,
        "url": entry.url,
        "source": entry.source,
        "sha256": entry.sha256,
    }


def alteration_json(alteration: Alteration) -> Json:
    """Give something that is not as a bundle was made."""
    return asdict(alteration)
