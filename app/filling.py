"""The commands that change a base: `add` and `remove`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from shutil import get_terminal_size

import click
from tqdm import tqdm

import kb
from app.marks import visible
from app.options import STANDARD_INPUT, as_json, existing_base, open_base, print_json, print_lines, read, say
from app.printing import WIDTH
from extract.reading.folders import KNOWN, find_files
from kb.base.outcomes import Summary
from kb.ingest import Progress

UNCHANGED = "unchanged"
DONE = ("added", "replaced", "skipped", "failed", "removed")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH...")
@as_json
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Read files and folders into the base.

    Text, Markdown, HTML, PDF, DOCX, JSON lines and CSV are read; - stands for JSON lines on standard input, each
    {"id", "text", "title"?, "author"?, "publication"?, "published"?, "url"?}. The base is made if it is not there.
    Unchanged documents are skipped, changed ones replaced.

    Example: kb add articles/
    """
    store = open_base(context.obj)
    with _bar(paths) as progress:
        summary = kb.ingest(store, read(paths), progress=progress)
    if as_json:
        print_json({what: [asdict(outcome) for outcome in getattr(summary, what)] for what in DONE})
    else:
        print_lines(_summary_lines(summary))
    for outcome in summary.failed:
        say(f"Not read: {outcome.source}: {outcome.reason}")
    if not summary.outcomes:
        say(f"Nothing was read: give files, or folders that hold files, ending in {' '.join(KNOWN)}")
    context.exit(1 if summary.failed else 0)


@contextmanager
def _bar(paths: tuple[Path, ...]) -> Iterator[Progress | None]:
    """Show a progress bar on standard error while it is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    files = None if STANDARD_INPUT in paths else sum(1 for _ in find_files(paths))
    width = min(get_terminal_size().columns, WIDTH)
    shape = None if files is None else "Reading {percentage:3.0f}% |{bar}| {n_fmt} of {total_fmt}, {remaining} to go"
    with tqdm(total=files, bar_format=shape, unit=" articles", ncols=width, file=sys.stderr) as bar:
        yield lambda outcome: bar.update(int(outcome.what != "removed"))


def _summary_lines(summary: Summary) -> Iterator[str]:
    """Yield how many articles became what, then what there is to say about single ones."""
    counted = {what: len(getattr(summary, what)) for what in DONE}
    done = ", ".join(f"{number} {what}" for what, number in counted.items() if number)
    yield f"Articles: {done or 'none'}"
    for outcome in summary.outcomes:
        if outcome.reason and outcome.what != "failed" and outcome.reason != UNCHANGED:
            yield visible(f"{outcome.what.capitalize()}: {outcome.source}: {outcome.reason}")


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@as_json
@click.pass_context
def remove(context: click.Context, ids: tuple[str, ...], as_json: bool) -> None:
    """Remove documents, and all that rested on them.

    Example: kb remove 9f86d081884c7d65
    """
    removed = existing_base(context.obj, readonly=False).remove(ids)
    if as_json:
        print_json({"removed": removed})
    else:
        print_lines(visible(f"Removed: {id}") for id in removed)
    unknown = [id for id in ids if id not in removed]
    for id in unknown:
        say(f"Not removed: there is no document {id}: kb documents lists them")
    context.exit(1 if unknown else 0)
