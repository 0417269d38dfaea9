"""The command `verify`: a draft checked against the base, sentence by sentence."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from app.contract import Json, citation_json
from app.incoming import read_pasted
from app.options import STANDARD_INPUT, as_json, existing_base, print_json, print_lines
from app.printing import citation_lines, wrapped
from extract.documents import read_documents
from extract.failures import Failure
from extract.types import Document
from kb.verifying import VERDICTS, DraftUnreadable, Finding, Statement, verify

VERDICT_WORDS = {
    "supported": "Supported",
    "contradicted": "Contradicted",
    "misquoted": "Misquoted",
    "not-found": "Not found",
}


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@as_json
@click.pass_context
def verify_command(context: click.Context, file: Path, as_json: bool) -> None:
    """Check a draft: its figures, quotes and claims.

    Every sentence with one of them is supported, contradicted, misquoted or not found, with the sentence that says
    so. The draft is not added to the base. A dash (-) reads it from standard input, as plain text.

    Example: kb verify draft.docx
    """
    draft = _draft(file)
    try:
        statements = list(verify(existing_base(context.obj), draft))
    except DraftUnreadable as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        print_json(draft_json(draft, statements))
    else:
        print_lines(draft_lines(statements))


def _draft(file: Path) -> Document:
    items = _pasted() if file == STANDARD_INPUT else list(read_documents([file]))
    failure = next((item for item in items if isinstance(item, Failure)), None)
    if failure is not None:
        raise click.ClickException(f"{failure.source}: {failure.reason}")
    if len(items) != 1 or not isinstance(items[0], Document):
        raise click.ClickException(f"{file} holds {len(items)} texts: give one draft at a time")
    return items[0]


def _pasted() -> list[Document | Failure]:
    return list(read_pasted(sys.stdin.buffer.read().decode("utf-8", "replace"), {}))


def draft_json(draft: Document, statements: Sequence[Statement]) -> Json:
    """Give a draft's sentences with their verdicts, and how many there are of each."""
    counts = Counter(statement.verdict for statement in statements)
    return {
        "draft": draft.source,
        "counts": {verdict: counts[verdict] for verdict in reversed(VERDICTS)},
        "sentences": [_statement(statement) for statement in statements],
    }


def _statement(statement: Statement) -> Json:
    place = {"start": statement.start, "end": statement.end, "text": statement.text}
    return place | {"verdict": statement.verdict, "findings": [_finding(each) for each in statement.findings]}


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "verdict": finding.verdict,
        "why": finding.why,
        "source": finding.source,
        "citation": finding.citation and citation_json(finding.citation),
        "differences": [
            {"start": d.start, "draft": d.draft, "source_start": d.source_start, "source": d.source}
            for d in finding.differences
        ],
        "others": [citation_json(citation) for citation in finding.others],
    }


def draft_lines(statements: Sequence[Statement]) -> Iterator[str]:
    """Yield what was found out, for people: first how much of each, then sentence by sentence."""
    yield summary(statements)
    for statement in statements:
        yield ""
        yield from wrapped(f"{VERDICT_WORDS[statement.verdict]}: {statement.text}")
        for finding in statement.findings:
            yield from wrapped(finding_line(finding), "  ", hanging=2)
            if finding.citation is not None:
                yield from citation_lines(finding.citation)
            for citation in finding.others:
                yield from wrapped("Otherwise:", "  ")
                yield from citation_lines(citation)


def summary(statements: Sequence[Statement]) -> str:
    """Say how many sentences there are of each verdict."""
    if not statements:
        return "The draft has no sentence with a figure, a quote or a claim."
    counts = Counter(statement.verdict for statement in statements)
    words = [f"{counts[verdict]} {VERDICT_WORDS[verdict].lower()}" for verdict in reversed(VERDICTS) if counts[verdict]]
    return f"Sentences with a figure, a quote or a claim: {', '.join(words)}"


def finding_line(finding: Finding) -> str:
    """Give one finding on one line."""
    changed = "; ".join(difference_words(each.draft, each.source) for each in finding.differences)
    return f"{finding.kind} “{finding.text}”: {VERDICT_WORDS[finding.verdict].lower()}; {finding.why}" + (
        f": {changed}" if changed else ""
    )


def difference_words(draft: str, source: str) -> str:
    """Say what the draft has and what the source has in its place."""
    if not source:
        return f"“{draft}” is not there"
    return f"“{source}” is left out here" if not draft else f"“{draft}” is “{source}” there"
