"""Markdown with footnotes, for pandoc, Obsidian, GitHub and the like."""

from __future__ import annotations

import re

from kb.citations.fragments import opening_at
from kb.citations.paper import Line, Paper, linked, source_note
from kb.citations.runs import Run, Runs, cleaned

# What some Markdown reads as markup within a line, addresses that it would link among it, and at a line's start; a
# backslash makes it a plain sign.
SPECIAL = re.compile(r"[\\`*_{}\[\]<|~^$&]|:(?=//)|@(?=\w)|(?<=www)\.")
AT_START = re.compile(r"^(\s*\d{0,9})([.)>#=:+-])")


def write_markdown(paper: Paper) -> str:
    """Return a paper as Markdown; every text stands on one line."""
    number = 0
    parts = [f"# {_text(paper.title)}", *_given(paper.lead)]
    for section in paper.sections:
        parts += [f"## {_text(section.heading)}"] if section.heading else []
        for line in section.lines:
            number += 1
            parts += _line(line, number)
    notes = zip(paper.lines, paper.notes, strict=True)
    parts += [f"[^{n}]: {_runs(runs, line)}" for n, (line, runs) in enumerate(notes, 1)]
    parts += ["## Sources", *(_source(runs, Line(entry)) for runs, entry in paper.sources)]
    return "\n\n".join([*parts, _text(f"Citation style: {paper.style}.")]) + "\n"


def _line(line: Line, number: int) -> list[str]:
    words = f"“{_text(line.entry.text)}”"
    link = opening_at(line.entry)
    cited = f"[{words}]({_address(link)})" if link else words
    return [*_given(line.before), f"> {cited}[^{number}]", *_given(line.after)]


def _source(runs: Runs, line: Line) -> str:
    return f"- {_runs(runs, line)} {_text(source_note(line.entry))}"


def _given(text: str) -> list[str]:
    return [_text(text)] if text.strip() else []


def _runs(runs: Runs, line: Line) -> str:
    return "".join(_run(run, address) for run, address in linked(runs, line.entry))


def _run(run: Run, address: str | None) -> str:
    if address:
        return f"[{SPECIAL.sub(_escaped, address)}]({_address(address)})"
    text = SPECIAL.sub(_escaped, run.text)
    inner = text.strip()
    around = "**" if run.bold else "*" if run.italic else ""
    return text.replace(inner, f"{around}{inner}{around}") if inner and around else text


def _text(text: str) -> str:
    """Return a text of any origin as one line of plain Markdown."""
    line = SPECIAL.sub(_escaped, cleaned(text))
    return AT_START.sub(r"\1\\\2", line)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign.group()}"


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29")
