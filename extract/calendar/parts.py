"""Parts of a span: its early, middle or late third, its halves, its start and end."""

from __future__ import annotations

from datetime import timedelta

from extract.calendar.calendar_spans import UNKNOWN, Days, shifted

_SAME = {
    "beginning": "start", "outset": "start", "dawn": "start", "close": "end", "middle": "mid", "early part": "early",
    "latter part": "late", "latter half": "second half",
}  # fmt: skip


def split(days: Days, part: str) -> Days:
    """A part of a span, by days, months or years as it is long; of a year "start" and "end" are its outer months.

    "The turn of the century" lies on both sides of it, nobody says how far: unknown.
    """
    if days.first is None or days.last is None:
        return days
    length = (days.last - days.first).days + 1
    size = length if length <= 31 else round(length / 30.44) if length <= 366 else round(length / 365.25)
    word = " ".join(part.lower().split())
    word = _SAME.get(word, word)
    if length <= 31:
        word = {"start": "early", "end": "late"}.get(word, word)
    bounds = _bounds(word, size)
    if bounds is None:
        return UNKNOWN
    low, high = bounds
    if length <= 31:
        return Days(days.first + timedelta(days=low), days.first + timedelta(days=high - 1))
    step = 1 if length <= 366 else 12
    return Days(shifted(days.first, low * step), shifted(days.first, high * step) - timedelta(days=1))


def _bounds(word: str, size: int) -> tuple[int, int] | None:
    third, outer = -(-size // 3), max(1, size // 12)
    return {
        "early": (0, third), "mid": (third, size - size // 3), "late": (size - size // 3, size),
        "start": (0, outer), "end": (size - outer, size),
        "first half": (0, size // 2), "second half": (size // 2, size),
    }.get(word)  # fmt: skip
