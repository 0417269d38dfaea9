"""Which formats there are, and the one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.citations.annotations import write_annotations
from kb.citations.bibtex import write_bibtex
from kb.citations.csl_json import write_csl_json
from kb.citations.docx import write_docx
from kb.citations.entry import Entry
from kb.citations.html_page import write_html
from kb.citations.markdown import write_markdown
from kb.citations.paper import Paper, Section, list_sections, make_paper
from kb.citations.plain_text import write_text
from kb.citations.ris import write_ris
from kb.citations.styles import load_style
from kb.citations.tables import write_csv, write_xlsx

# Formats that are written in a citation style, each from a paper.
STYLED: dict[str, Callable[[Paper], str | bytes]] = {
    "text": write_text, "md": write_markdown, "html": write_html, "docx": write_docx,
}  # fmt: skip
# Formats that other programs read and format themselves, each from entries and the list's name.
DATA: dict[str, Callable[[Sequence[Entry], str], str | bytes]] = {
    "csl-json": lambda entries, title: write_csl_json(entries),
    "bibtex": lambda entries, title: write_bibtex(entries),
    "ris": lambda entries, title: write_ris(entries),
    "csv": lambda entries, title: write_csv(entries),
    "xlsx": write_xlsx,
    "jsonld": write_annotations,
}
FORMATS = (*STYLED, *DATA)
DOSSIER_FORMATS = ("html", "docx", "md")
ENDINGS = {"text": "txt", "bibtex": "bib", "csl-json": "json"}  # of files; others are named as the format is


def write_list(entries: Sequence[Entry], title: str, *, format: str, style: str) -> bytes:
    """Return a list's entries as a file in one of FORMATS.

    :param style: a shipped style's name or a CSL file's path; only for formats in STYLED.
    :raises kb.citations.styles.StyleError: when there is no such style or it cannot be followed.
    """
    if format in DATA:
        return _encoded(DATA[format](entries, title))
    return write_paper(title, "", list_sections(list(entries)), format=format, style=style)


def write_paper(title: str, lead: str, sections: Sequence[Section], *, format: str, style: str) -> bytes:
    """Return sections as a file in one of the formats in STYLED.

    :raises kb.citations.styles.StyleError: when there is no such style or it cannot be followed.
    """
    return _encoded(STYLED[format](make_paper(title, lead, sections, load_style(style))))


def _encoded(written: str | bytes) -> bytes:
    return written if isinstance(written, bytes) else written.encode("utf-8", "replace")
