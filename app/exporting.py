"""The command `export`: a base's tables and its citation list as files for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from app.contract import Json, claim_json, csl_json, document_json, entity_json, figure_json, quote_json
from app.options import existing_base
from kb import exports
from kb.exports.tables import harmless
from kb.store import Store

# What can be exported: how it is listed, and the JSON of one row.
WHAT: dict[str, tuple[Callable[[Store], Iterable[Any]], Callable[[Any], Json]]] = {
    "citations": (lambda store: store.documents(), csl_json),
    "claims": (lambda store: store.claims(), claim_json),
    "documents": (lambda store: store.documents(), document_json),
    "entities": (lambda store: store.entities(), entity_json),
    "figures": (lambda store: store.figures(), figure_json),
    "quotes": (lambda store: store.quotes(), quote_json),
}
GRAPH: dict[str, Callable[[Store, TextIO], None]] = {
    "graphml": exports.write_graphml,
    "gexf": exports.write_gexf,
    "json": exports.write_node_link,
    "jsonld": exports.write_json_ld,
    "ftm": exports.write_follow_the_money,
}
GRAPH_TABLES = {"names.csv": exports.write_nodes, "ties.csv": exports.write_ties}
TABLE_FORMATS = ("csv", "json")
NAME_PARTS = ("given", "non-dropping-particle", "family", "suffix")  # of an author, as print has them


@click.command()
@click.argument("what", type=click.Choice([*WHAT, "graph"]))
@click.option(
    "--format",
    type=click.Choice([*TABLE_FORMATS, *(format for format in GRAPH if format not in TABLE_FORMATS)]),
    default="csv",
    show_default=True,
    help="The file's format.",
)
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", errors="backslashreplace", lazy=True),
    default="-",
    help="The file; - is standard output. The graph in CSV goes into a folder.",
)
@click.pass_obj
def export(db: Path, /, what: str, format: str, output: TextIO) -> None:
    """Write a table of the base, its citation list, or its graph.

    In JSON, citations are CSL items, which Zotero and other reference managers read. In CSV, a text that a
    spreadsheet would take for a formula gets a ' before it; JSON gives every text exactly.

    The graph is all names and ties with their sentences: GraphML and GEXF for Gephi and the like, JSON node-link
    for scripts, JSON-LD with its sources, FollowTheMoney (ftm) for Aleph, CSV as two tables, names and ties.

    Example: kb export figures --format csv -o figures.csv
    """
    if what == "graph":
        _export_graph(existing_base(db), format, output)
        return
    if format not in TABLE_FORMATS:
        raise click.UsageError(f"{format} is a format of the graph: kb export graph --format {format}")
    listed, to_json = WHAT[what]
    rows = [to_json(row) for row in listed(existing_base(db))]
    output.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n" if format == "json" else table(rows))


def _export_graph(store: Store, format: str, output: TextIO) -> None:
    if format != "csv":
        GRAPH[format](store, output)
        return
    if output.name in ("-", "<stdout>"):
        raise click.UsageError("the graph in CSV is two tables: name a folder for them with -o FOLDER")
    folder = Path(output.name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in GRAPH_TABLES.items():
        with (folder / name).open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            write(store, file)


def table(rows: list[Json]) -> str:
    """Give rows as CSV: a part of a part gets a column named for both ("speaker_text"), a list is joined by "; "."""
    cells = [dict(_cells(row)) for row in rows]
    columns = list(dict.fromkeys(column for row in cells for column in row))
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    return written.getvalue()


def _cells(row: Json, prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{prefix}{name}_")
        elif isinstance(value, list | tuple):
            yield f"{prefix}{name}", harmless("; ".join(_in_list(item) for item in value))
        else:
            yield f"{prefix}{name}", harmless(value) if isinstance(value, str) else value


def _in_list(item: object) -> str:
    if isinstance(item, dict):
        name = (str(item[part]) for part in NAME_PARTS if part in item)
        return str(item.get("text") or item.get("literal") or " ".join(name))
    return "-".join(f"{part:02}" for part in item) if isinstance(item, list) else str(item)
