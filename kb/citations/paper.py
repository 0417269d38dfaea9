"""What HTML, Markdown and DOCX write alike: headings, lines that each rest on cited words, notes, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.citations.csl_json import web_url, work_of
from kb.citations.entry import STATE_WORDS, Entry, grouped, one_a_document
from kb.citations.processor import render
from kb.citations.runs import Run, Runs
from kb.citations.styles import LoadedStyle


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a document, with what is said of them before and after; `before` and `after` are people's or ours."""

    entry: Entry
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; "" is none."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A list or a dossier, ready to be written in any format."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    notes: tuple[Runs, ...]  # one a line, in order
    sources: tuple[tuple[Runs, Entry], ...]  # each document once, in the style's order
    style: str

    @property
    def lines(self) -> list[Line]:
        """All lines in order; line n has note n."""
        return [line for section in self.sections for line in section.lines]


def list_sections(entries: list[Entry]) -> list[Section]:
    """Return a list's entries under their headings."""
    return [
        Section(heading, tuple(Line(entry, after=_after(entry)) for entry in group))
        for heading, group in grouped(entries)
    ]


def _after(entry: Entry) -> str:
    return ". ".join(part for part in (entry.note, STATE_WORDS[entry.state]) if part)


def make_paper(title: str, lead: str, sections: Sequence[Section], style: LoadedStyle) -> Paper:
    """Put sections together with notes and sources in a citation style.

    :raises kb.citations.styles.StyleError: when the style cannot be followed.
    """
    lines = [line for section in sections for line in section.lines]
    works = one_a_document([line.entry for line in lines])
    rendered = render([work_of(entry) for entry in works], style)
    by_id = {work_of(entry)["id"]: entry for entry in works}
    whole = rendered.citations if style.notes or not rendered.bibliography else rendered.bibliography
    notes = tuple(_with_place(whole[work_of(line.entry)["id"]], line.entry) for line in lines)
    listed = rendered.bibliography or rendered.citations
    sources = tuple((runs or rendered.citations[id], by_id[id]) for id, runs in listed.items())
    return Paper(title, lead, tuple(sections), notes, sources, style.title)


def _with_place(runs: Runs, entry: Entry) -> Runs:
    return (*runs, Run(f" [{entry.place}]"))


def source_note(entry: Entry) -> str:
    """Return what a list of sources adds to a work: when it was read, and its hash."""
    return f"Collected {entry.accessed}. SHA-256 {entry.sha256}"


def linked(runs: Runs, entry: Entry) -> list[tuple[Run, str | None]]:
    """Return runs divided so that the document's own address stands alone, with the address to link to."""
    url = web_url(entry)
    pieces: list[tuple[Run, str | None]] = []
    for run in runs:
        before, found, after = run.text.partition(url) if url else (run.text, "", "")
        texts = ((before, None), (found, url), (after, None))
        pieces += [(_like(run, text), address) for text, address in texts if text]
    return pieces


def _like(run: Run, text: str) -> Run:
    return Run(text, run.italic, run.bold, run.underline, run.small_caps, run.raised, run.lowered)
