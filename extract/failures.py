"""What could not be read, and why, in one line that a journalist understands."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, line or row that gave no document. Both fields are one printable line."""

    source: str  # path, or "path:line" for a line or row of a file; "-:line" for standard input
    reason: str  # what is wrong and what to do


class Unreadable(Exception):
    """Raised by the readers of formats; its message becomes `Failure.reason`."""


def failed(source: str | Path, reason: object) -> Failure:
    """Make a `Failure`; characters that would break or hide its line are shown as question marks."""
    return Failure(_one_line(os.fsdecode(source)), _one_line(str(reason)))


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
