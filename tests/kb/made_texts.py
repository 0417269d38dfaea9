"""Articles written in a test, with the names that the test says are in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from extract.types import Document, Extraction, Mention, Referent, Sentence
from kb.store import Store


def article(text: str, names: Mapping[str, str | tuple[str, str]], *, source: str = "") -> tuple[Document, Extraction]:
    """Make a document, one sentence a line, and its extraction.

    `names` gives for every name in the text its label, or its label and the fuller name of what it names.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest[:16], text, source or f"/made/{digest[:8]}.txt", digest)
    sentences = tuple(
        Sentence(line.start(), line.end(), line[0], number) for number, line in enumerate(re.finditer(r"[^\n]+", text))
    )
    referents: dict[tuple[str, str], int] = {}
    mentions = []
    for number, sentence in enumerate(sentences):
        for found in _names_in(sentence.surface, names):
            given = names[found[0]]
            label, fullest = (given, found[0]) if isinstance(given, str) else given
            referent = referents.setdefault((fullest, label), len(referents))
            start = sentence.start + found.start()
            mentions.append(Mention(number, start, start + len(found[0]), found[0], label, referent))
    known = tuple(Referent(id, name, label) for (name, label), id in referents.items())
    return document, Extraction(document.id, sentences, tuple(mentions), referents=known)


def put_all(store: Store, articles: list[tuple[Document, Extraction]]) -> None:
    """Put articles into a base, in this order."""
    for document, extraction in articles:
        store.put(document, extraction, rules="1")


def names_in(store: Store, label: str) -> dict[str, list[str]]:
    """Return the name of every entity with this label, with the ids of the documents that mention it, in order."""
    found: dict[str, list[str]] = {}
    for entity in store.entities(label=label):
        documents = sorted({mention.sentence.document for mention in store.mentions(entity=entity.id)})
        found.setdefault(entity.name, []).extend(documents)
    return found


def _names_in(sentence: str, names: Mapping[str, object]) -> list[re.Match[str]]:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(rf"\b{re.escape(name)}(?!\w)" for name in longest_first)
    return list(re.finditer(pattern, sentence)) if names else []
