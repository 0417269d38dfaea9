"""The commands that list what is in a base, and `show`, which tells all about one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from app.contract import claim_json, document_json, entity_json, figure_json, quote_json, shown_json
from app.marks import visible
from app.options import as_json, existing_base, filtered, print_json, print_lines, say_if_none
from app.printing import (
    claim_line,
    document_lines,
    entity_lines,
    figure_line,
    found_lines,
    quote_line,
    shown_lines,
)
from extract.types import FIGURE_KINDS, MENTION_LABELS

LABELS = [label for label in MENTION_LABELS if label != "DATE"]


@click.command()
@filtered("like", "limit")
@click.pass_obj
def documents(db: Path, /, as_json: bool, **filters: Any) -> None:
    """List documents, newest first.

    --like looks at title, source and publication.

    Example: kb documents --like Reuters
    """
    found = existing_base(db).documents(**filters)
    if as_json:
        print_json([document_json(row) for row in found])
    else:
        print_lines(document_lines(found))
        say_if_none(found)


@click.command()
@click.option("--kind", type=click.Choice(LABELS, case_sensitive=False), help="Only of this kind.")
@filtered("document", "like", "limit")
@click.pass_obj
def entities(db: Path, /, as_json: bool, kind: str | None, **filters: Any) -> None:
    """List people, places, organisations and all else that is named.

    Those in most documents come first.

    Example: kb entities --kind PERSON
    """
    found = existing_base(db).entities(label=kind, **filters)
    if as_json:
        print_json([entity_json(row) for row in found])
    else:
        print_lines(entity_lines(found))
        say_if_none(found)


@click.command()
@click.option("--kind", type=click.Choice(FIGURE_KINDS), help="Only of this kind.")
@filtered("entity", "document", "like", "limit")
@click.pass_obj
def figures(db: Path, /, as_json: bool, **filters: Any) -> None:
    """List figures, what each measures, and its sentence.

    --entity stands in the same sentence.

    Example: kb figures --entity Fresno --kind count
    """
    found = existing_base(db).figures(**filters)
    _print(found, as_json, figure_json, figure_line)


@click.command()
@click.option("--kind", type=click.Choice(["direct", "indirect"]), help="Only word for word, or only not.")
@filtered("entity", "document", "like", "limit")
@click.pass_obj
def quotes(db: Path, /, as_json: bool, **filters: Any) -> None:
    """List who said what.

    --entity is the speaker, --like looks at the words quoted.

    Example: kb quotes --entity Merkel
    """
    found = existing_base(db).quotes(**filters)
    _print(found, as_json, quote_json, quote_line)


@click.command()
@click.option("--kind", type=click.Choice(["stated", "reported"]), help="Only what an article states, or reports.")
@filtered("entity", "document", "like", "limit")
@click.pass_obj
def claims(db: Path, /, as_json: bool, **filters: Any) -> None:
    """List what the articles state, part by part.

    --entity is the subject, the object or who says it.

    Example: kb claims --entity Toyota
    """
    found = existing_base(db).claims(**filters)
    _print(found, as_json, claim_json, claim_line)


@click.command()
@click.argument("id")
@as_json
@click.pass_obj
def show(db: Path, /, id: str, as_json: bool) -> None:
    """Tell all about one document, sentence or entity.

    Example: kb show 9f86d081884c7d65
    """
    shown = existing_base(db).show(id)
    if shown is None:
        raise click.ClickException(f"there is nothing with the id {visible(id)}: kb documents and kb entities list ids")
    if as_json:
        print_json(shown_json(shown))
    else:
        print_lines(shown_lines(shown))


def _print(
    found: Sequence[Any], as_json: bool, to_json: Callable[[Any], object], to_line: Callable[[Any], str]
) -> None:
    if as_json:
        print_json([to_json(row) for row in found])
    else:
        print_lines(found_lines(found, to_line))
        say_if_none(found)
