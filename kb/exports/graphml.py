"""GraphML, for Gephi, Cytoscape, yEd and networkx: http://graphml.graphdrawing.org/specification.html."""

from __future__ import annotations

from typing import TextIO

from kb.base.rows import EntityRow
from kb.exports.read import ExportedTie, exported_entities, exported_ties
from kb.exports.xml_text import xml_attribute, xml_text
from kb.store import Store

NODE_KEYS = {
    "label": "string", "name": "string", "kind": "string", "aliases": "string", "articles": "long", "mentions": "long",
}  # fmt: skip
TIE_KEYS = {
    "tie": "string", "type": "string", "weight": "long", "sentences": "long", "directed": "boolean",
    "document": "string", "title": "string", "published": "string", "sentence": "string",
}  # fmt: skip
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(store: Store, out: TextIO) -> None:
    """Write the graph; `weight` is the number of independent articles, `sentence` the first that ties the two."""
    out.write(HEAD)
    for part, keys in (("node", NODE_KEYS), ("edge", TIE_KEYS)):
        for name, type in keys.items():
            out.write(f'<key id="{part}-{name}" for="{part}" attr.name="{name}" attr.type="{type}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for entity in exported_entities(store):
        out.write(f"<node id={xml_attribute(entity.id)}>{_data('node', _node(entity))}</node>\n")
    for tie in exported_ties(store):
        ends = f"source={xml_attribute(tie.tie.source)} target={xml_attribute(tie.tie.target)}"
        out.write(f'<edge id="{tie.id}" {ends}>{_data("edge", tie_fields(tie))}</edge>\n')
    out.write("</graph>\n</graphml>\n")


def _data(part: str, fields: dict[str, object]) -> str:
    return "".join(f'<data key="{part}-{name}">{xml_text(_plain(value))}</data>' for name, value in fields.items())


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _node(entity: EntityRow) -> dict[str, object]:
    return {
        "label": entity.name,  # what Gephi shows beside a node
        "name": entity.name,
        "kind": entity.label,
        "aliases": "; ".join(entity.aliases),
        "articles": entity.documents,
        "mentions": entity.mentions,
    }


def tie_fields(tie: ExportedTie) -> dict[str, object]:
    """Return what is told of a tie, by the names of TIE_KEYS."""
    return {
        "tie": tie.tie.kind,
        "type": tie.label,
        "weight": tie.tie.documents,
        "sentences": tie.tie.sentences,
        "directed": tie.directed,
        "document": tie.cited[0].document,
        "title": tie.cited[0].title or "",
        "published": tie.cited[0].published or "",
        "sentence": tie.cited[0].text,
    }
