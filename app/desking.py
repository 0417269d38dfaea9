"""The citation desk's commands: `basket` keeps lists of cited words, `cite` writes them for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

import kb
from app.desk_contract import basket_json, entry_json
from app.marks import shorten, visible
from app.options import as_json, existing_base, print_json, print_lines, say, say_if_none
from kb.citations.entry import STATE_WORDS, Entry
from kb.desk import baskets
from kb.desk.baskets import Basket
from kb.desk.places import DeskError, Places
from kb.store import Store

STYLES = "chicago, chicago-notes, apa, mla, ieee, harvard"
FORMATS = ("text", "md", "html", "docx", "csl-json", "bibtex", "ris", "csv", "xlsx", "jsonld")

in_style = click.option(
    "--style",
    default="chicago-notes",
    show_default=True,
    metavar="NAME",
    help=f"The citation style: {STYLES}, or the path of any CSL file.",
)
to_file = click.option(
    "-o", "--output", type=click.File("wb", lazy=True), default="-", help="The file; - is standard output."
)


@click.group()
def basket() -> None:
    """Keep lists of sentences, figures and quotes to cite.

    Lists live in the base. An item keeps its words, place and document's hash, whatever becomes of the document.

    Example: kb basket add "Port story" harbour.3 figure:12 --heading Jobs
    """


@basket.command("lists")
@as_json
@click.pass_obj
def show_lists(db: Path, /, as_json: bool) -> None:
    """Show which lists there are."""
    found = baskets.baskets(existing_base(db))
    if as_json:
        print_json([basket_json(one) for one in found])
    else:
        print_lines(map(_list_line, found))
        say_if_none(found, "make a list with kb basket add NAME ID")


@basket.command()
@click.argument("name")
@click.argument("ids", nargs=-1)
@click.option("--ask", "question", metavar="QUESTION", help="Add the sentences that answer this question.")
@click.option("--top", type=click.IntRange(min=1), default=1, show_default=True, help="Of an answer, at most N.")
@click.option("--heading", default="", help="Put what is added under this heading.")
@click.option("--note", default="", help="Say something about what is added.")
@as_json
@click.pass_obj
def add(
    db: Path, /, name: str, ids: tuple[str, ...], question: str | None, top: int, heading: str, note: str, as_json: bool
) -> None:
    """Add to a list by ids: a sentence's, figure:N, quote:N."""
    if bool(ids) == bool(question):
        raise click.UsageError("give either ids or --ask QUESTION")
    store = existing_base(db, readonly=False)
    entries = cited_by(store, kb.ask(store, question, top=top), top) if question else Places(store).of_ids(ids)
    added = set(baskets.add(store, name, entries, heading=heading, note=note))
    _show([entry for entry in baskets.items(store, name) if entry.id in added], as_json)


@basket.command()
@click.argument("name")
@as_json
@click.pass_obj
def show(db: Path, /, name: str, as_json: bool) -> None:
    """Show a list: its items in order, each with its number."""
    _show(baskets.items(existing_base(db), name), as_json)


@basket.command()
@click.argument("name")
@click.argument("item", type=int)
@click.option("--heading", help="Put it under this heading; an empty one takes it from under any.")
@click.option("--note", help="Say something about it; an empty note is taken away.")
@click.pass_obj
def note(db: Path, /, name: str, item: int, heading: str | None, note: str | None) -> None:
    """Set an item's note or heading."""
    if heading is None and note is None:
        raise click.UsageError("give --note TEXT, --heading TEXT or both")
    baskets.annotate(existing_base(db, readonly=False), name, item, heading=heading, note=note)


@basket.command()
@click.argument("name")
@click.argument("item", type=int)
@click.argument("place", type=int)
@click.pass_obj
def move(db: Path, /, name: str, item: int, place: int) -> None:
    """Move an item to a place in its list, from 1."""
    baskets.move(existing_base(db, readonly=False), name, item, place)


@basket.command()
@click.argument("name")
@click.argument("items", type=int, nargs=-1, required=True)
@click.pass_obj
def remove(db: Path, /, name: str, items: tuple[int, ...]) -> None:
    """Remove items from a list."""
    baskets.remove(existing_base(db, readonly=False), name, items)


@basket.command()
@click.argument("name")
@click.pass_obj
def delete(db: Path, /, name: str) -> None:
    """Delete a list with all its items."""
    baskets.delete(existing_base(db, readonly=False), name)


@click.command()
@click.argument("name")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help="The file's format.")
@in_style
@to_file
@click.pass_obj
def cite(db: Path, /, name: str, format: str, style: str, output: BinaryIO) -> None:
    """Write a list for editors and reference managers.

    text, md, html and docx hold the words with notes and sources in a citation style; docx has real footnotes, html
    opens each source at the sentence. csl-json, bibtex and ris are for Zotero and the like, csv and xlsx for
    spreadsheets, jsonld for annotation programs. All say where the words stand and give the document's SHA-256.

    Example: kb cite "Port story" --format docx --style apa -o port.docx
    """
    from kb.citations.formats import write_list

    entries = baskets.items(existing_base(db), name)
    output.write(write_list(entries, name, format=format, style=style))
    for entry in entries:
        if STATE_WORDS[entry.state]:
            say(f"Item {entry.id}: {STATE_WORDS[entry.state]}; its words stand as they were collected, check them")


def cited_by(store: Store, answer: kb.Answer, top: int) -> list[Entry]:
    """Return the sentences that an answer rests on.

    :raises DeskError: when the articles do not say.
    """
    if answer.abstained:
        raise DeskError("the articles do not answer this, so there is nothing to cite: ask it another way")
    found = [citation for item in answer.items for citation in item.citations] or list(answer.citations[:top])
    places = Places(store)
    return [places.of_citation(citation) for citation in found]


def _show(entries: list[Entry], as_json: bool) -> None:
    print_json([entry_json(entry) for entry in entries]) if as_json else print_lines(_entry_lines(entries))


def _entry_lines(entries: list[Entry]) -> Iterator[str]:
    heading = ""
    for entry in entries:
        if entry.heading != heading:
            heading = entry.heading
            yield visible(f"{heading}:") if heading else ""
        yield f"{entry.id:>5}  “{visible(entry.text)}”"
        origin = [entry.title or entry.source, entry.publication, entry.published, entry.place]
        yield f"       {visible(', '.join(part for part in origin if part))}"
        for word in (entry.note, STATE_WORDS[entry.state]):
            if word:
                yield f"       {visible(word)}"


def _list_line(one: Basket) -> str:
    return f"{visible(shorten(one.name, limit=80))}  ({one.items} items, begun {one.made})"
