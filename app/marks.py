"""Text as HTML with marks in it: the one place where a document's characters become markup.

Offsets are as in `extract.types`: characters of the document's text, end exclusive. Imports no Streamlit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

# Control characters, lone surrogates, and the characters that turn the text around them (bidirectional embeddings,
# overrides and isolates): shown by number, so that no text displays other than what it says. The marks U+200E and
# U+200F turn nothing and belong to right-to-left writing: they stay.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text to be set off for the reader."""

    start: int
    end: int
    layer: str  # the CSS class is "fn-" and the layer
    note: str = ""  # what the reader is told about it; "" leaves the mark out of the keyboard's way


def visible(text: str) -> str:
    """Return a text with its unseen characters shown by their numbers."""
    return UNSEEN.sub(lambda unseen: f"⟨U+{ord(unseen.group()):04X}⟩", text)


def escape(text: str) -> str:
    """Return a text as inert HTML: markup escaped, unseen characters shown."""
    return html.escape(visible(text))


def shorten(text: str, *, limit: int) -> str:
    """Return a text on one line, cut to at most `limit` characters and ended by "…" where it was cut."""
    line = " ".join(text[: 4 * limit].split())
    if len(line) <= limit and len(text) <= 4 * limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def marked(text: str, marks: Iterable[Mark], *, start: int, end: int, offset: int = 0) -> str:
    """Return the HTML of the characters from `start` to `end`, with the marks that overlap them.

    Overlapping marks are cut where they cross; a piece carries the class and the note of every mark that covers it.

    :param text: the characters of the document from `offset` on; all other offsets count in the whole document.
    """
    inside = [
        Mark(max(mark.start, start), min(mark.end, end), mark.layer, mark.note)
        for mark in marks
        if mark.start < end and mark.end > start and mark.start < mark.end
    ]
    return "".join(
        _piece(escape(text[first - offset : last - offset]), covering)
        for first, last, covering in _cut(inside, start, end)
    )


def _cut(marks: list[Mark], start: int, end: int) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield the pieces between all borders in text order, each with the marks that cover it."""
    opening = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.layer))
    borders = sorted({start, end, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    covering: list[Mark] = []
    following = 0
    for first, last in pairwise(borders):
        covering = [mark for mark in covering if mark.end > first]
        while following < len(opening) and opening[following].start <= first:
            covering.append(opening[following])
            following += 1
        yield first, last, covering


def _piece(markup: str, covering: list[Mark]) -> str:
    if not covering:
        return markup
    classes = " ".join(dict.fromkeys(f"fn-{mark.layer}" for mark in covering))
    notes = "\n".join(dict.fromkeys(mark.note for mark in covering if mark.note))
    if not notes:
        return f'<mark class="{classes}">{markup}</mark>'
    return f'<mark class="{classes}" tabindex="0" aria-description="{escape(notes)}">{markup}</mark>'
