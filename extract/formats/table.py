"""CSV: one article a row, with the names of the columns in the first row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.failures import Unreadable
from extract.reading.articles import field_named
from extract.reading.decoding import decode

LIMIT = 100_000_000  # bytes
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row that are understood, by our names of fields."""

    line: int  # in the file, from 1, on which the row begins
    written: str  # the row as it stands in the file
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a CSV file. `fields` has for each column our name of its field, `None` where it is not known."""

    headings: tuple[str, ...]
    fields: tuple[str | None, ...]
    rows: Iterator[Row | BadRow]


def read_table(data: bytes, columns: Mapping[str, str] | None = None) -> Table:
    """Read a CSV file, its columns set apart by commas, semicolons, tabs or bars.

    :param columns: our names of fields to the file's own headings, for headings that are not known: {"text": "Story"}.
    :raises Unreadable: when there is no heading, or a heading named in `columns` is not there.
    """
    lines = (line[0] for line in _LINE.finditer(decode(data)))
    first = next(lines, "")
    csv.field_size_limit(LIMIT)  # Python's own limit, 131,072 characters, is the length of a long article
    delimiter = max(_DELIMITERS, key=lambda sign: (_known(_heading(first, sign), columns), first.count(sign)))
    headings = _heading(first, delimiter)
    for heading in (columns or {}).values():
        if heading not in headings:
            raise Unreadable(f'has no column "{heading}"; its columns are {", ".join(headings)}: name one of these')
    fields = tuple(_field(heading, columns) for heading in headings)
    return Table(headings, fields, _rows(lines, fields, delimiter))


def _heading(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), []))


def _field(heading: str, columns: Mapping[str, str] | None) -> str | None:
    mapped = {theirs: ours for ours, theirs in (columns or {}).items()}
    if heading in mapped:
        return mapped[heading]
    known = field_named(heading)
    return None if known in (columns or {}) else known


def _known(headings: Sequence[str], columns: Mapping[str, str] | None) -> int:
    return sum(_field(heading, columns) is not None for heading in headings)


def _rows(lines: Iterator[str], fields: Sequence[str | None], delimiter: str) -> Iterator[Row | BadRow]:
    taken: list[str] = []
    reader = csv.reader(_noting(lines, taken), delimiter=delimiter, strict=True)
    while True:
        taken.clear()
        line = reader.line_num + 2  # the heading is line 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield BadRow(line, "has a quotation mark out of place: write two where a cell holds one")
            continue
        if len(cells) > len(fields):
            reason = f"has {len(cells)} cells under {len(fields)} headings: put cells that hold a separator in quotes"
            yield BadRow(line, reason)
        elif any(cell.strip() for cell in cells):
            known = {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell}
            yield Row(line, "".join(taken), known)


def _noting(lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line
