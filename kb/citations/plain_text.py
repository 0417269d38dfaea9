"""Plain text: the cited words with their citation, then the list of works."""

from __future__ import annotations

from collections.abc import Iterator

from kb.citations.paper import Paper, source_note
from kb.citations.runs import cleaned, plain


def write_text(paper: Paper) -> str:
    """Return a paper as lines of text."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield from (cleaned(paper.title), *([cleaned(paper.lead)] if paper.lead else []))
    notes = iter(zip(paper.lines, paper.notes, strict=True))
    number = 0
    for section in paper.sections:
        yield from ("", cleaned(section.heading)) if section.heading else ()
        for line, runs in (next(notes) for _ in section.lines):
            number += 1
            yield from ("", cleaned(line.before)) if line.before else ("",)
            yield f"[{number}] “{cleaned(line.entry.text)}”"
            yield f"    {plain(runs)}"
            yield from (f"    {cleaned(line.after)}",) if line.after else ()
    yield from ("", "Sources")
    for runs, entry in paper.sources:
        yield from ("", plain(runs), f"    {source_note(entry)}")
    yield from ("", f"Citation style: {paper.style}.")
