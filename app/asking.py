"""The commands that answer and read: `ask` a base, `extract` without one."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

import kb
from app.contract import answer_json, extraction_json
from app.options import as_json, existing_base, print_json, print_json_line, print_lines, read, say
from app.printing import answer_lines, extraction_lines
from app.questions import example_questions
from app.rephrasing import rephrased_json, rephrased_lines, rephraser, rephrasing
from extract.documents import Failure, read_records
from extract.types import Document, Extraction

BATCH = "of a JSON lines file, or of standard input (-), in order; prints JSON lines."


@click.command()
@click.argument("question", nargs=-1)
@click.option("--batch", type=click.File("rb"), metavar="FILE", help=f'Answer each {{"id", "question"}} {BATCH}')
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, metavar="N", help="Cite at most N.")
@rephrasing
@as_json
@click.pass_context
def ask(
    context: click.Context, question: tuple[str, ...], batch: BinaryIO | None, top: int, as_json: bool, **server: Any
) -> None:  # fmt: skip
    """Answer a question and cite the sentences it rests on.

    When the articles do not say, so does the answer. Without a question, asks one that the base answers.

    Example: kb ask "What is the population of Fresno?"
    """
    text = " ".join(question).strip()
    if batch and text:
        raise click.UsageError("give either a question or --batch FILE, not both")
    rephrase = rephraser(server["rephrase"], server["model"])
    if batch and rephrase:
        raise click.UsageError("--rephrase takes one question at a time")
    store = existing_base(context.obj)
    if batch:
        context.exit(_ask_all(store, batch, top))
    answer = kb.ask(store, text or _example(store), top=top)
    rephrased = rephrase(answer) if rephrase else None
    if as_json:
        print_json(answer_json(answer) | (rephrased_json(rephrased) if rephrased else {}))
    else:
        print_lines(answer_lines(answer))
        print_lines(rephrased_lines(rephrased) if rephrased else [])


def _example(store: kb.Store) -> str:
    found = next(iter(example_questions(store, kb.ask)), None)
    if found is None:
        raise click.ClickException('no question comes to mind for these articles: give one, as in kb ask "Who is …?"')
    return found


def _ask_all(store: kb.Store, lines: Iterable[bytes], top: int) -> int:
    """Answer line by line; return the exit status."""
    status = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        asked = _question(line)
        if asked is None:
            say(f'Not asked: line {number} is no question: write {{"id": "…", "question": "…"}}')
            status = 1
            continue
        print_json_line({"id": asked.get("id")} | answer_json(kb.ask(store, asked["question"], top=top)))
    return status


def _question(line: bytes) -> dict[str, Any] | None:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return asked if isinstance(asked, dict) and isinstance(asked.get("question"), str) else None


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE...")
@click.option("--batch", type=click.File("rb"), metavar="FILE", help=f'Read each {{"id", "text"}} {BATCH}')
@as_json
@click.pass_context
def extract(context: click.Context, files: tuple[Path, ...], batch: BinaryIO | None, as_json: bool) -> None:
    """Print what texts say, without a base.

    That is: names, figures, quotes and claims.

    Example: kb extract article.txt
    """
    if bool(files) == bool(batch):
        raise click.UsageError("give either files or --batch FILE")
    reading = Reading(read_records(batch) if batch else read(files))
    if as_json and not batch:
        print_json([extraction_json(extraction) for _, extraction in reading])
    else:
        for document, extraction in reading:
            if batch:
                print_json_line(extraction_json(extraction))
            else:
                print_lines(extraction_lines(extraction, document.title or document.source))
    context.exit(1 if reading.failed else 0)


class Reading:
    """Documents with what they say, in order; failures are said at once and remembered."""

    def __init__(self, items: Iterable[Document | Failure]) -> None:
        self._items = items
        self._pending: deque[Document] = deque()  # handed to the extractor, in order
        self.failed = False

    def __iter__(self) -> Iterator[tuple[Document, Extraction]]:
        from extract.batch import extract_all  # spaCy loads only when there is something to read

        for result in extract_all(self._documents()):
            document = self._pending.popleft()
            if isinstance(result, Failure):
                self._fail(result)
            else:
                yield document, result

    def _documents(self) -> Iterator[Document]:
        for item in self._items:
            if isinstance(item, Failure):
                self._fail(item)
            else:
                self._pending.append(item)
                yield item

    def _fail(self, failure: Failure) -> None:
        self.failed = True
        say(f"Not read: {failure.source}: {failure.reason}")
