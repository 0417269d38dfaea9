"""A base copied to a file and brought back from one, while others use it; both are checked before they count.

Copies are made by SQLite's own backup, page by page, so that they are whole whatever is written meanwhile.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from kb.base.connection import DatabaseError
from kb.check import check
from kb.store import Store, StoreError, open_store

FOLDER = "backups"  # beside the base
SUFFIX = ".db"


class BackupError(Exception):
    """A copy cannot be made or brought back; the message says why and what to do."""


def backup_folder(base: Path) -> Path:
    """Return the folder that holds the copies of the base at this path; it may not be there yet."""
    return base.absolute().parent / FOLDER


def backups(base: Path) -> list[Path]:
    """Return the copies of the base at this path, the newest first."""
    return sorted(backup_folder(base).glob(f"{base.stem}-*{SUFFIX}"), reverse=True)


def back_up(store: Store, base: Path) -> Path:
    """Copy the base, which is at this path, into its folder of copies; return the path of the copy.

    :raises BackupError: when the copy cannot be written, or is not whole.
    """
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    made = backup_folder(base) / f"{base.stem}-{stamp}{SUFFIX}"
    part = made.with_suffix(".part")
    try:
        made.parent.mkdir(exist_ok=True)
        copy_to(store, part)
        os.replace(part, made)  # noqa: PTH105 (with os.replace what was there is never half overwritten)
    except (OSError, DatabaseError) as error:
        with suppress(OSError):
            part.unlink()
        raise BackupError(
            f"{made}: cannot be written ({error}); see that there is room and that you may write"
        ) from error
    return made


def copy_to(store: Store, path: Path) -> None:
    """Copy the base to a new file, and see that SQLite finds it whole.

    :raises BackupError: when it does not.
    """
    with closing(Database(path)) as copy:
        store.db.conn.backup(copy.conn)
        copy.conn.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        (found,) = copy.conn.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise BackupError(f"the copy is not whole ({found}): run kb check on the base")


def restore(store: Store, path: Path) -> None:
    """Put what the file at this path holds in place of all that the base holds.

    The file is only read. It may be of an older version of Footnote: what is put in place is brought up to date.

    :raises BackupError: when it is no base, or `kb check` finds anything off in it; the base is then as it was.
    """
    with TemporaryDirectory(prefix="footnote-") as folder:
        candidate = Path(folder) / "candidate.db"
        _copy_file(path, candidate)
        try:
            with closing(open_store(candidate)) as found:
                if off := check(found):
                    first = off[0].message
                    raise BackupError(f"{path.name}: {len(off)} things are off, the first: {first}: name an older copy")
                found.db.conn.backup(store.db.conn)
        except StoreError as error:
            raise BackupError(f"{path.name} is no Footnote base that can be read here: choose another file") from error


def _copy_file(path: Path, candidate: Path) -> None:
    if not path.is_file():
        raise BackupError(f"{path}: there is no such file: check the path")
    try:
        with closing(Database(path)) as given, closing(Database(candidate)) as copy:
            given.conn.backup(copy.conn)
    except DatabaseError as error:
        raise BackupError(f"{path.name} is no Footnote base ({error}): choose another file") from error
