"""GEXF 1.3, for Gephi: https://gexf.net/schema.html."""

from __future__ import annotations

from typing import TextIO

from kb.exports.graphml import tie_fields
from kb.exports.read import exported_entities, exported_ties
from kb.exports.xml_text import xml_attribute
from kb.store import Store

NODE_ATTRIBUTES = {"kind": "string", "aliases": "string", "articles": "integer", "mentions": "integer"}
TIE_ATTRIBUTES = {
    "tie": "string", "sentences": "integer", "directed": "boolean", "document": "string", "title": "string",
    "published": "string", "sentence": "string",
}  # fmt: skip
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Footnote</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""


def write_gexf(store: Store, out: TextIO) -> None:
    """Write the graph; the weight of an edge is the number of independent articles."""
    out.write(HEAD)
    _declare(out, "node", NODE_ATTRIBUTES)
    _declare(out, "edge", TIE_ATTRIBUTES)
    out.write("<nodes>\n")
    for entity in exported_entities(store):
        values = (entity.label, "; ".join(entity.aliases), entity.documents, entity.mentions)
        attributes = _values(dict(zip(NODE_ATTRIBUTES, values, strict=True)))
        out.write(f"<node id={xml_attribute(entity.id)} label={xml_attribute(entity.name)}>{attributes}</node>\n")
    out.write("</nodes>\n<edges>\n")
    for tie in exported_ties(store):
        ends = f"source={xml_attribute(tie.tie.source)} target={xml_attribute(tie.tie.target)}"
        fields = tie_fields(tie)
        told = f"label={xml_attribute(tie.label)} weight={xml_attribute(str(tie.tie.documents))}"
        attributes = _values({name: fields[name] for name in TIE_ATTRIBUTES})
        out.write(f'<edge id="{tie.id}" {ends} {told}>{attributes}</edge>\n')
    out.write("</edges>\n</graph>\n</gexf>\n")


def _declare(out: TextIO, part: str, attributes: dict[str, str]) -> None:
    rows = "".join(f'<attribute id="{part}-{name}" title="{name}" type="{type}"/>' for name, type in attributes.items())
    out.write(f'<attributes class="{part}">{rows}</attributes>\n')


def _values(fields: dict[str, object]) -> str:
    part = "node" if "kind" in fields else "edge"
    values = ((name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in fields.items())
    rows = "".join(f'<attvalue for="{part}-{name}" value={xml_attribute(value)}/>' for name, value in values)
    return f"<attvalues>{rows}</attvalues>"
