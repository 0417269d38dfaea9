"""The commands about ties: `graph`, `path` and `timeline`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.graph_contract import dated_json, neighbourhood_json, overview_json, path_json
from app.marks import shorten, visible
from app.options import as_json, existing_base, print_json, print_lines
from app.printing import sentence_lines
from extract.types import MENTION_LABELS
from kb.network.neighbourhood import Neighbourhood, TieFilter
from kb.network.paths import Path as Way
from kb.network.paths import find_paths
from kb.network.tie_rules import TIE_KINDS
from kb.network.timeline import Dated, timeline
from kb.store import Store

if TYPE_CHECKING:
    from kb.graph import Overview

LABELS = [label for label in MENTION_LABELS if label != "DATE"]
TIE_WORDS = {"figure": "figure:", "together": "named together with"}
FILTERS = (
    click.option("--kind", type=click.Choice(LABELS, case_sensitive=False), help="Only names of this kind."),
    click.option("--tie", type=click.Choice(TIE_KINDS), help="Only ties of this kind."),
    click.option("--document", metavar="ID", help="Only ties in this document."),
    click.option("--since", metavar="DATE", help="Only ties in articles published on this date or later."),
    click.option("--until", metavar="DATE", help="Only ties in articles published on this date or earlier."),
    click.option(
        "--least", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
        help="Only ties in at least N independent articles.",
    ),
)  # fmt: skip


def tie_filters(command: Any) -> Any:
    """Give a command the filters on ties."""
    for option in reversed((*FILTERS, as_json)):
        command = option(command)
    return command


def _filter(
    kind: str | None, tie: str | None, document: str | None, since: str | None, until: str | None, least: int
) -> TieFilter:
    return TieFilter((tie,) if tie else None, (kind,) if kind else None, document, since, until, least)


@click.command()
@click.argument("name", required=False)
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, metavar="N", help="Ties away.")
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True, metavar="N", help="At most N.")
@tie_filters
@click.pass_obj
def graph(db: Path, /, name: str | None, depth: int, limit: int, as_json: bool, **filters: Any) -> None:
    """Show what is tied to a name, or without one the whole graph: groups, the names in the middle, brokers.

    Ties count independent articles: copies of one story count once.

    Example: kb graph Rotterdam --tie claim
    """
    store = existing_base(db)
    if name is None:
        from kb.graph import overview  # networkx loads only when it is needed

        found = overview(store, filters=_filter(**filters))
        print_json(overview_json(found)) if as_json else print_lines(_overview_lines(found))
        return
    near = store.neighbourhood(_entity(store, name), depth=depth, filters=_filter(**filters), limit=limit)
    print_json(neighbourhood_json(near)) if as_json else print_lines(_neighbourhood_lines(near))


@click.command()
@click.argument("source")
@click.argument("target")
@tie_filters
@click.pass_obj
def path(db: Path, /, source: str, target: str, as_json: bool, **filters: Any) -> None:
    """Find the shortest ways between two names, with a sentence for every step.

    Example: kb path "Nikola Tesla" "General Electric"
    """
    store = existing_base(db)
    found = find_paths(store, _entity(store, source), _entity(store, target), filters=_filter(**filters))
    if not found:
        raise click.ClickException("no ties lead from the one to the other: leave out a filter, or see kb graph NAME")
    print_json([path_json(way) for way in found]) if as_json else print_lines(_path_lines(found))


@click.command(name="timeline")
@click.argument("name")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, metavar="N", help="At most N.")
@as_json
@click.pass_obj
def timeline_command(db: Path, /, name: str, limit: int, as_json: bool) -> None:
    """List what is dated about a name, the earliest first.

    Those are periods that its sentences speak of, and when articles about it came out.

    Example: kb timeline Rotterdam
    """
    store = existing_base(db)
    found = timeline(store, _entity(store, name), limit=limit)
    print_json([dated_json(dated) for dated in found]) if as_json else print_lines(_timeline_lines(found))


def _entity(store: Store, name: str) -> str:
    """Return the id of the entity with this id or name; of several, the one in most articles."""
    ids = store.ids_of(name)
    if not ids:
        raise click.ClickException(f"no article names {visible(shorten(name, limit=100))}: kb entities lists the names")
    return ids[0]


def _neighbourhood_lines(found: Neighbourhood) -> Iterator[str]:
    names = {entity.id: visible(shorten(entity.name, limit=60)) for entity in found.entities}
    for tie in found.ties:
        words = "; ".join(visible(type) for type in tie.types) or TIE_WORDS.get(tie.kind, tie.kind)
        articles = "1 article" if tie.documents == 1 else f"{tie.documents} articles"
        yield f"{names[tie.source]} -- {words} -- {names[tie.target]}  ({tie.kind}, {articles})"
    if found.left_out > 0:
        yield f"{found.left_out} more names are tied to these: --limit shows more"
    if found.ties_left_out > 0:
        yield f"{found.ties_left_out} weaker ties among these names are not listed: a lower --limit tells them"


def _path_lines(ways: Iterable[Way]) -> Iterator[str]:
    for way in ways:
        names = [way.hops[0].source.name, *(hop.target.name for hop in way.hops)]
        yield visible(" -- ".join(shorten(name, limit=60) for name in names))
        for hop in way.hops:
            yield from sentence_lines(hop.evidence.sentence)
        yield ""


def _timeline_lines(found: Iterable[Dated]) -> Iterator[str]:
    for dated in found:
        when = dated.first if dated.first == dated.last else f"{dated.first} to {dated.last}"
        yield f"{when}  {visible(dated.figure or dated.words or 'article published')}"
        yield from sentence_lines(dated.sentence)


def _overview_lines(found: Overview) -> Iterator[str]:
    yield visible(found.words)
    parts = (("In the middle", found.central), ("Joining others", found.brokers), ("Groups", found.communities))
    for title, rows in parts:
        if rows:
            yield ""
            yield title
            yield from (f"  {visible(row.words)}" for row in rows)
