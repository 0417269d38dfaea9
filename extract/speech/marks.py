"""Quotation marks of all kinds, paired. A pair never crosses a paragraph, so a missing mark costs one paragraph.

Not covered: speech that a dash introduces; marks for feet, inches, minutes and seconds are taken for what they look
like, and pair only when another mark of the kind stands in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"``|''|\"+|[“”„‟«»‹›‘’‚']|\n[ \t\r\f\v]*\n")  # doubled: as tables escape them
MAX_MARKED = 5000  # characters; longer stretches are two marks that do not belong together

# Which closing marks end what an opening mark began, best known first: English, German, French, Scandinavian, TeX.
CLOSERS = {
    "“": "”“\"", "”": "”", "„": "“”\"", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’",
    "``": ("''", '"', "”"), "''": ("''",), '"': "\"”", "'": "'",
}  # fmt: skip
APOSTROPHES = "'’"
OPENS_AFTER = re.compile(r"[\s(\[{—–\-“‘\"'«„‹/:]|^$")
CLIPPED = re.compile(r"\d|(?:em|tis|twas|til|cause|n|round|bout)\b", re.I)  # '90s, 'em: an apostrophe, not a mark


@dataclass(frozen=True, slots=True)
class Marked:
    """Text between quotation marks: `start` and `end` without the marks, `outer_*` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str  # the opening one
    open: bool = False  # no closing mark, because the next paragraph goes on with an opening one


@dataclass(slots=True)
class Opened:
    """An opening mark that waits for its closing one."""

    mark: str
    start: int
    end: int


def find_marked(text: str) -> list[Marked]:
    """All text between quotation marks that is not itself inside another pair, in text order."""
    found: list[Marked] = []
    for pair in pairs(text):
        while found and found[-1].outer_start >= pair.outer_start:  # pairs come by their end: inner ones first
            found.pop()
        found.append(pair)
    return [m for m in found if text[m.start : m.end].strip()]


def pairs(text: str) -> Iterator[Marked]:
    """Every pair of marks, by its end."""
    waiting: list[Opened] = []
    for match in MARK.finditer(text):
        mark, start, end = match[0].replace('""', '"').replace('""', '"'), match.start(), match.end()
        if mark[0] == "\n":
            if waiting and goes_on(text, end, waiting[0].mark):
                first = waiting[0]
                if start - first.end <= MAX_MARKED:
                    yield Marked(first.end, start, first.start, start, first.mark, open=True)
            waiting.clear()
            continue
        closed = None if begins(text, mark, start, end, waiting) else closes(text, mark, start, end, waiting)
        if closed is not None:
            opened = waiting[closed]
            del waiting[closed:]
            if start - opened.end <= MAX_MARKED:
                yield Marked(opened.end, start, opened.start, end, opened.mark)
        elif opens(text, mark, start, end):
            if waiting and waiting[0].mark == mark and text[start - 1] == "\n" and start - waiting[0].end <= MAX_MARKED:
                yield Marked(waiting[0].end, start - 1, waiting[0].start, start - 1, mark, open=True)
            restart(waiting, mark)
            waiting.append(Opened(mark, start, end))


def goes_on(text: str, end: int, mark: str) -> bool:
    """Whether the paragraph after a blank line that ends here begins with this opening mark."""
    while end < len(text) and text[end].isspace():
        end += 1
    return text.startswith(mark, end)


def begins(text: str, mark: str, start: int, end: int, waiting: list[Opened]) -> bool:
    """Whether a mark that could also close is an opening one by the blanks around it."""
    if mark not in ('"', "'", "’", "”", "“", "''"):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    spaced = not before or before.isspace() or before in "([{—–"
    if mark == "“":
        return spaced or not any(o.mark in "„“‚" for o in waiting)
    return spaced and bool(after) and not after.isspace() and after not in ".,;:!?)]}"


def closes(text: str, mark: str, start: int, end: int, waiting: list[Opened]) -> int | None:
    """Which waiting mark this one closes."""
    if mark in APOSTROPHES and text[end : end + 1].isalnum() and text[start - 1 : start].isalnum():
        return None
    for index in range(len(waiting) - 1, max(len(waiting) - 4, -1), -1):
        if mark in CLOSERS.get(waiting[index].mark, ()):
            return index
    return None


def opens(text: str, mark: str, start: int, end: int) -> bool:
    """Whether a mark that closes nothing can open."""
    if mark in APOSTROPHES:
        plain = mark == "'" and OPENS_AFTER.match(text[max(start - 1, 0) : start])
        return bool(plain) and text[end : end + 1].isalnum() and not CLIPPED.match(text, end)
    if mark in ('"', "”", "''"):
        return bool(OPENS_AFTER.match(text[max(start - 1, 0) : start]))
    return mark in CLOSERS


def restart(waiting: list[Opened], mark: str) -> None:
    """Forget a mark of the same kind that never closed, and all opened after it."""
    for index, opened in enumerate(waiting):
        if opened.mark == mark:
            del waiting[index:]
            return
    del waiting[8:]
