"""Commands for what leaves the house: `bundle` and `verify-bundle` prove citations, `dossier` gathers a name's."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

import kb
from app.desk_contract import alteration_json
from app.desking import cited_by, in_style, to_file
from app.marks import visible
from app.options import as_json, existing_base, open_base, print_json, print_lines, read, say
from extract.documents import Failure
from extract.types import Document
from kb.citations.entry import Entry
from kb.desk import baskets
from kb.desk.bundle import Json, make_bundle, read_bundle, written
from kb.desk.places import DeskError
from kb.desk.verifying import Finder, in_base, in_files, verify
from kb.store import Store


@click.command()
@click.argument("name", required=False)
@click.option("--ask", "question", metavar="QUESTION", help="Bundle the answer to this question instead of a list.")
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Of an answer, at most N.")
@to_file
@click.pass_obj
def bundle(db: Path, /, name: str | None, question: str | None, top: int, output: BinaryIO) -> None:
    """Put a list or an answer into one file that proves itself.

    The file holds the words, their places and their documents' hashes, and a seal over all of it. The seal is
    printed: tell it to the reader by another way than the file.

    Example: kb bundle "Port story" -o port.bundle.json
    """
    if bool(name) == bool(question):
        raise click.UsageError("give either the name of a list or --ask QUESTION")
    store = existing_base(db)
    entries, about = _answer(store, question, top) if question else _list(store, str(name))
    made = make_bundle(entries, about)
    output.write(written(made).encode())
    say(f"Seal: {made['seal']}")


def _list(store: Store, name: str) -> tuple[list[Entry], Json]:
    return baskets.items(store, name), {"what": "list", "name": name}


def _answer(store: Store, question: str, top: int) -> tuple[list[Entry], Json]:
    answer = kb.ask(store, question, top=top)
    about = {"what": "answer", "question": question, "answer": answer.text, "kind": answer.kind}
    return cited_by(store, answer, top), about


@click.command("verify-bundle")
@click.argument("file", type=click.File("rb"))
@click.argument("originals", nargs=-1, type=click.Path(path_type=Path))
@click.option("--seal", metavar="HASH", help="The seal that the bundle's maker told you.")
@as_json
@click.pass_context
def verify_bundle(
    context: click.Context, file: BinaryIO, originals: tuple[Path, ...], seal: str | None, as_json: bool
) -> None:
    """Prove that nothing in a bundle was altered, or say what was.

    It is checked against the base, or against the original files where these are given.

    Example: kb verify-bundle port.bundle.json articles/
    """
    try:
        bundle = read_bundle(file.read())
    except DeskError as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    found = verify(bundle, _finder(context, originals), seal=seal)
    if as_json:
        print_json([alteration_json(one) for one in found])
    else:
        print_lines(visible(one.message) for one in found)
        items = len(bundle["items"])
        print_lines([] if found else [f"Nothing was altered: all {items} items stand in their documents as they say."])
    if found:
        say("Not proven: cite nothing of this before you have compared it with the originals yourself.")
    context.exit(1 if found else 0)


def _finder(context: click.Context, originals: tuple[Path, ...]) -> Finder:
    if not originals:
        if not context.obj.exists():
            raise click.ClickException("there is no base here: give the original files after the bundle's name")
        return in_base(open_base(context.obj, readonly=True))
    documents: list[Document] = []
    for one in read(originals):
        if isinstance(one, Failure):
            say(f"Not read: {one.source}: {one.reason}")
        else:
            documents.append(one)
    return in_files(documents)


@click.command()
@click.argument("name")
@click.option("--format", type=click.Choice(["md", "html", "docx"]), default="md", show_default=True, help="Format.")
@in_style
@to_file
@click.pass_obj
def dossier(db: Path, /, name: str, format: str, style: str, output: BinaryIO) -> None:
    """Gather what the articles say about a name or a topic.

    That is: facts, figures, quotes, a timeline and the sources; every line has its sentence and note.

    Example: kb dossier Rotterdam --format docx -o rotterdam.docx
    """
    from kb.citations.formats import write_paper
    from kb.desk.dossier import make_dossier

    made = make_dossier(existing_base(db), name)
    output.write(write_paper(made.title, made.lead, made.sections, format=format, style=style))
