"""What the commands share: the base they work on, their options, and the ways they print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from pathlib import Path
from typing import Any

import click

from app.marks import visible
from extract.documents import Failure, read_documents, read_records
from extract.types import Document
from kb.store import Store, open_store

STANDARD_INPUT = Path("-")

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
FILTERS = {
    "entity": click.option("--entity", metavar="NAME", help="Only of this entity: its id or any of its names."),
    "document": click.option("--document", metavar="ID", help="Only in this document."),
    "like": click.option("--like", metavar="TEXT", help="Only with this text in it; capitals do not matter."),
    "limit": click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N."),
}


def filtered(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command those of the filters that it knows, in this order, and --json."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (as_json, *(FILTERS[name] for name in reversed(names))):
            command = option(command)
        return command

    return decorate


def open_base(db: Path, *, readonly: bool = False) -> Store:
    """Open a base until the command ends; make it if it is not there, unless `readonly`."""
    store = open_store(db, readonly=readonly)
    click.get_current_context().call_on_close(store.close)
    return store


def existing_base(db: Path, *, readonly: bool = True) -> Store:
    """Open a base that is there until the command ends.

    :raises click.ClickException: when it is not.
    """
    if not db.exists():
        raise click.ClickException(f"there is no base at {db}: make one with kb --db {db} add FOLDER")
    return open_base(db, readonly=readonly)


def read(paths: Iterable[Path]) -> Iterator[Document | Failure]:
    """Yield the documents of files and folders; "-" stands for JSON lines on standard input."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from read_records(sys.stdin.buffer)
        else:
            yield from read_documents([path])


def print_json(value: object) -> None:
    """Print a value for machines."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """Print a value for machines on one line, at once."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people."""
    for line in lines:
        click.echo(line)


def say(message: str) -> None:
    """Say something to people on standard error."""
    click.echo(visible(message), err=True)


def say_if_none(found: Sized, remedy: str = "use fewer filters or other words, or add articles with kb add") -> None:
    """Say to people that a list is empty, and what to do."""
    if not found:
        say(f"There are none: {remedy}.")


def use_utf8() -> None:
    """Print the same bytes whatever the locale; a lone surrogate is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
