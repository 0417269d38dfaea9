"""An HTML page that stands alone: no script, nothing loaded; links open the source at the sentence."""

from __future__ import annotations

from html import escape

from kb.citations.entry import Entry
from kb.citations.fragments import opening_at
from kb.citations.paper import Line, Paper, linked, source_note
from kb.citations.runs import Run, Runs, legible

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c;
  background: #fff; overflow-wrap: anywhere }}
blockquote {{ margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #767676 }}
.about {{ color: #595959; font-size: .9rem }}
</style>
</head>
<body>
"""
LOOKS = (
    ("italic", "<i>", "</i>"), ("bold", "<b>", "</b>"), ("underline", "<u>", "</u>"), ("raised", "<sup>", "</sup>"),
    ("lowered", "<sub>", "</sub>"), ("small_caps", '<span style="font-variant:small-caps">', "</span>"),
)  # fmt: skip


def write_html(paper: Paper) -> str:
    """Return a paper as a page."""
    number = 0
    parts = [HEAD.format(title=_text(paper.title)), f"<h1>{_text(paper.title)}</h1>\n", _about(paper.lead)]
    for section in paper.sections:
        parts.append(f"<h2>{_text(section.heading)}</h2>\n" if section.heading else "")
        for line in section.lines:
            number += 1
            parts.append(_line(line, number))
    notes = zip(paper.lines, paper.notes, strict=True)
    parts += ["<h2>Notes</h2>\n<ol>\n", *(_note(line, runs, n) for n, (line, runs) in enumerate(notes, 1)), "</ol>\n"]
    parts += ["<h2>Sources</h2>\n<ul>\n", *(_source(runs, entry) for runs, entry in paper.sources), "</ul>\n"]
    return "".join([*parts, _about(f"Citation style: {paper.style}."), "</body>\n</html>\n"])


def _line(line: Line, number: int) -> str:
    """Return the cited words as a quotation with the number of its note."""
    entry = line.entry
    quote = (
        f"<blockquote>{_cited(entry)}<sup><a href='#note-{number}' id='line-{number}'>{number}</a></sup></blockquote>"
    )
    before = f"<p>{_text(line.before)}</p>\n" if line.before else ""
    return f"{before}{quote}\n{_about(line.after)}"


def _cited(entry: Entry) -> str:
    link = opening_at(entry)
    quoted = f"“<bdi>{_text(entry.text)}</bdi>”"
    return f'<a href="{_text(link)}" rel="noreferrer">{quoted}</a>' if link else quoted


def _note(line: Line, runs: Runs, number: int) -> str:
    back = f"<a href='#line-{number}' aria-label='back to the words'>↩</a>"
    return f"<li id='note-{number}'>{_runs(runs, line.entry)} {back}</li>\n"


def _source(runs: Runs, entry: Entry) -> str:
    return f"<li>{_runs(runs, entry)}<br><span class='about'>{_text(source_note(entry))}</span></li>\n"


def _runs(runs: Runs, entry: Entry) -> str:
    return "".join(_run(run, address) for run, address in linked(runs, entry))


def _run(run: Run, address: str | None) -> str:
    markup = f"<bdi>{_text(run.text)}</bdi>"
    for look, start, end in LOOKS:
        if getattr(run, look):
            markup = f"{start}{markup}{end}"
    return f'<a href="{_text(address)}" rel="noreferrer">{markup}</a>' if address else markup


def _about(text: str) -> str:
    return f"<p class='about'><bdi>{_text(text)}</bdi></p>\n" if text else ""


def _text(text: str | None) -> str:
    return escape(legible(text or ""))
