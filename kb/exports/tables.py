"""CSV for spreadsheets: one table of names, one of ties.

A text that a spreadsheet would take for a formula gets a ' before it.
"""

from __future__ import annotations

import csv
from typing import TextIO

from kb.exports.read import exported_entities, exported_ties
from kb.store import Store

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what begins one, also in full width
NODES = ("id", "name", "kind", "aliases", "articles", "mentions")
TIES = (
    "source", "source_name", "kind", "type", "target", "target_name", "directed", "articles", "sentences", "document",
    "title", "published", "sentence",
)  # fmt: skip


def write_nodes(store: Store, out: TextIO) -> None:
    """Write the names."""
    write = csv.writer(out, lineterminator="\n").writerow
    write(NODES)
    for entity in exported_entities(store):
        aliases = harmless("; ".join(entity.aliases))
        write((entity.id, harmless(entity.name), entity.label, aliases, entity.documents, entity.mentions))


def write_ties(store: Store, out: TextIO) -> None:
    """Write the ties, each with its first sentence; `articles` counts independent ones."""
    names = {entity.id: harmless(entity.name) for entity in exported_entities(store)}
    write = csv.writer(out, lineterminator="\n").writerow
    write(TIES)
    for tie in exported_ties(store):
        source, target = tie.tie.source, tie.tie.target
        first = tie.cited[0]
        write((
            source, names[source], tie.tie.kind, harmless("; ".join(tie.tie.types)), target, names[target],
            "yes" if tie.directed else "no", tie.tie.documents, tie.tie.sentences, harmless(first.document),
            harmless(first.title or ""), first.published or "", harmless(first.text),
        ))  # fmt: skip


def harmless(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
