"""A row a cited place, as CSV and as XLSX; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from kb.citations.csl_json import web_url
from kb.citations.entry import STATE_WORDS, Entry
from kb.citations.fragments import opening_at
from kb.exports.tables import harmless
from kb.exports.xml_text import FORBIDDEN, REPLACEMENT

COLUMNS = (
    "heading", "kind", "text", "sentence", "title", "author", "publication", "published", "url", "opens_at", "accessed",
    "paragraph", "start", "end", "document", "sha256", "note", "state",
)  # fmt: skip
WIDTHS = {"text": 60, "sentence": 60, "title": 40, "note": 30}
LONGEST_CELL = 32_767  # characters, by Excel's specification
LONGEST_SHOWN = LONGEST_CELL - 1


def write_csv(entries: Sequence[Entry]) -> str:
    """Return a table in CSV; a text that a spreadsheet would take for a formula gets a ' before it."""
    written = io.StringIO()
    write = csv.writer(written, lineterminator="\r\n").writerow
    write(COLUMNS)
    for entry in entries:
        write([harmless(_encodable(cell)) if isinstance(cell, str) else cell for cell in _row(entry)])
    return "\ufeff" + written.getvalue()  # the mark by which Excel knows UTF-8


def write_xlsx(entries: Sequence[Entry], title: str) -> bytes:
    """Return a workbook of one table. Texts are stored as texts, exactly, but for what XML cannot hold.

    A text longer than a cell of Excel may be is cut and ends with "…".
    """
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": _fit(title)[:255], "author": "Footnote"})
    sheet = book.add_worksheet("Citations")
    bold = book.add_format({"bold": True})
    text = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top", "num_format": "@"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS.get(name, 16))
        sheet.write_string(0, column, name, bold)
        for row, entry in enumerate(entries, 1):
            cell = _row(entry)[column]
            sheet.write_number(row, column, cell) if isinstance(cell, int) else sheet.write_string(
                row, column, _fit(cell), text
            )
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(entries), 1), len(COLUMNS) - 1)
    book.close()
    return written.getvalue()


def _row(entry: Entry) -> tuple[str | int, ...]:
    return (
        entry.heading, entry.kind, entry.text, entry.sentence, entry.title or "", entry.author or "",
        entry.publication or "", entry.published or "", web_url(entry) or "", opening_at(entry) or "", entry.accessed,
        entry.paragraph + 1, entry.start, entry.end, entry.document, entry.sha256, entry.note, STATE_WORDS[entry.state],
    )  # fmt: skip


def _encodable(text: str) -> str:
    return FORBIDDEN.sub(REPLACEMENT, text)


def _fit(text: str) -> str:
    fit = _encodable(text)
    return fit if len(fit) <= LONGEST_CELL else fit[:LONGEST_SHOWN] + "…"
