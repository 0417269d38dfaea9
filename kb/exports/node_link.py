"""JSON node-link, for networkx, D3 and scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TextIO

from kb.base.rows import EntityRow
from kb.exports.read import ExportedTie, exported_documents, exported_entities, exported_ties
from kb.store import Store


def write_node_link(store: Store, out: TextIO) -> None:
    """Write nodes, edges with all their sentences, and the articles these stand in."""
    out.write('{"directed": true, "multigraph": true, "graph": {},\n"nodes": [')
    _write_all(out, map(_node, exported_entities(store)))
    out.write('],\n"edges": [')
    _write_all(out, map(_edge, exported_ties(store)))
    out.write('],\n"documents": [')
    _write_all(out, map(asdict, exported_documents(store)))
    out.write("]}\n")


def _write_all(out: TextIO, items: Iterable[dict[str, object]]) -> None:
    for number, item in enumerate(items):
        out.write(",\n" if number else "\n")
        out.write(json.dumps(item))  # ASCII: no lone surrogate can break the file


def _node(entity: EntityRow) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "label": entity.name,
        "kind": entity.label,
        "aliases": list(entity.aliases),
        "documents": entity.documents,
        "mentions": entity.mentions,
    }


def _edge(tie: ExportedTie) -> dict[str, object]:
    return {
        "source": tie.tie.source,
        "target": tie.tie.target,
        "key": tie.id,
        "kind": tie.tie.kind,
        "types": list(tie.tie.types),
        "directed": tie.directed,
        "weight": tie.tie.documents,
        "sentences": [asdict(cited) for cited in tie.cited],
    }
