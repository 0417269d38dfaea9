"""`articles.csv` in a folder: metadata of the articles there by file name, which stands over what the files say.

Its columns are file, title, author, publication, date, url and language, all but the first as wanted. A file named
articles.csv without a column "file" is not a manifest but a table of articles like any other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extract.failures import Failure, Unreadable, failed
from extract.formats.table import LIMIT, BadRow, Row, read_table
from extract.reading.articles import Metadata, metadata_from
from extract.reading.folders import why

NAME = "articles.csv"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Metadata by path below the folder, with "/" between names; what is wrong with the manifest itself."""

    metadata: Mapping[str, Metadata]
    failures: tuple[Failure, ...] = ()

    def about(self, path: str) -> Metadata:
        """Return what the manifest says of the file at a path below its folder: nothing where it is not listed."""
        return self.metadata.get(_key(path), Metadata())


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, or `None` where there is none."""
    path = folder / NAME
    try:
        if not path.is_file() or path.stat().st_size > LIMIT:
            return None
        table = read_table(path.read_bytes())
    except OSError as error:
        return Manifest({}, (failed(path, why(error)),))
    except Unreadable:
        return None  # read as a table of articles, which says what is wrong
    if "file" not in table.fields or "text" in table.fields:
        return None
    metadata: dict[str, Metadata] = {}
    listings: dict[Path, frozenset[str]] = {}
    failures: list[Failure] = []
    for row in table.rows:
        if isinstance(row, Row) and (name := row.cells.get("file")):
            metadata[_key(name)] = metadata_from(row.cells)
        failures.extend(failed(f"{path}:{row.line}", problem) for problem in _problems(row, folder, listings))
    return Manifest(metadata, tuple(failures))


def _problems(row: Row | BadRow, folder: Path, listings: dict[Path, frozenset[str]]) -> Iterator[str]:
    if isinstance(row, BadRow):
        yield row.reason
        return
    name = row.cells.get("file", "")
    if not name:
        yield "names no file: fill in its first column"
    elif ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute():
        yield f'names "{name}", outside its folder: give the path below the folder'
    elif not _is_there(folder / _key(name), listings):
        yield f'names "{name}", which is not in the folder: check the name'
    date = row.cells.get("published", "").strip()
    if date and metadata_from({"published": date}).published is None:
        yield f'gives the date "{date}", which is not understood: write it as 2002-08-19, 2002-08 or 2002'


def _is_there(path: Path, listings: dict[Path, frozenset[str]]) -> bool:
    """Tell whether a file is there, its name compared as by `_key`; each folder is listed once, into `listings`."""
    if path.parent not in listings:
        try:
            listings[path.parent] = frozenset(_key(entry.name) for entry in path.parent.iterdir())
        except OSError:
            listings[path.parent] = frozenset()
    return path.name in listings[path.parent]


def _key(name: str) -> str:
    """Return a path in the form in which two are compared: file systems and spreadsheets write accents differently."""
    return unicodedata.normalize("NFC", str(PurePosixPath(name.strip().replace("\\", "/"))))
