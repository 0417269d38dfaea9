"""Paths as given to the files that are to be read, in an order that does not change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from errno import ELOOP
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from extract.failures import Failure, failed
from extract.formats import FOREIGN, FORMATS, TABLES

KNOWN = (*FORMATS, *TABLES)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read, and the topmost folder whose manifest may speak of it."""

    path: Path  # absolute
    root: Path
    given: bool  # by its own path, not found in a folder


def find_files(paths: Iterable[str | Path]) -> Iterator[Found | Failure]:
    """Yield the files at the paths and in the folders there, each folder's entries sorted by name.

    Passed over in folders without a word: hidden files and folders (".git"), the lock files of Word ("~$draft.docx"),
    and files whose ending is not known ("photo.jpg"). Links are followed; a folder is read once, and one that leads
    back to itself is a `Failure`. So is whatever cannot be listed, is not there, or is no file that is read.
    """
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (links keep their own names)
        yield from _find(absolute, absolute, frozenset(), set(), given=True)


def _find(
    path: Path, root: Path, above: frozenset[tuple[int, int]], read: set[tuple[int, int]], *, given: bool = False
) -> Iterator[Found | Failure]:
    try:
        status = path.stat()
    except OSError as error:
        yield failed(path, why(error))
        return
    if S_ISDIR(status.st_mode):
        yield from _find_in_folder(path, root, above, read, (status.st_dev, status.st_ino))
    elif path.suffix.lower() in FOREIGN:
        yield failed(path, FOREIGN[path.suffix.lower()])
    elif path.suffix.lower() not in KNOWN:
        if given:
            yield failed(path, f"is no kind of file that is read: save it as one of {' '.join(KNOWN)}")
    elif not S_ISREG(status.st_mode):
        yield failed(path, "is not a file but a device or a pipe: save what it gives as a file")
    else:
        yield Found(path, path.parent if given else root, given)


def _find_in_folder(
    folder: Path,
    root: Path,
    above: frozenset[tuple[int, int]],
    read: set[tuple[int, int]],
    identity: tuple[int, int],
) -> Iterator[Found | Failure]:
    if identity in above:
        yield failed(folder, "is a link that leads back to a folder above it: remove the link")
        return
    if identity in read:
        return
    read.add(identity)
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield failed(folder, why(error))
        return
    for name in names:
        if not name.startswith((".", "~$", "__MACOSX")):
            yield from _find(folder / name, root, above | {identity}, read)


def why(error: OSError) -> str:
    """Return the reason and the remedy for a file or folder that the system does not give."""
    if error.errno == ELOOP:
        return "is a link that leads back to itself: remove it"
    if isinstance(error, FileNotFoundError):
        return "is not there, or no longer: check the path"
    if isinstance(error, PermissionError):
        return "may not be read by you: change its permissions"
    if isinstance(error, NotADirectoryError):
        return "is not there: a part of the path is a file, not a folder"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
