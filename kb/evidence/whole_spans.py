"""Spans made whole: the words that a reader marked, without half a pair of brackets or marks, or half a word. Pure."""

from __future__ import annotations

from kb.words.terms import WORD

OPEN = {")": "(", "]": "["}
CLOSE = {begin: end for end, begin in OPEN.items()}
HYPHENS = "-‐‑"
QUOTES = '"'
MOST_ADDED = 60  # characters to the bracket that closes


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with what it lacks to be whole, or without what it has too much; never empty.

    A bracket that opens in the span and closes soon after takes the rest in, any other odd one is where the span is
    cut; "complete" of "NP-complete" is the whole word ("Paris" of "Paris-based" stands as it is).

    :param start: of the span in `text`, in characters; `end` is exclusive.
    """
    start = _word_start(text, start)
    start, end = _bracketed(text, start, end)
    if QUOTES in text[start:end] and text[start - 1 : start] == QUOTES == text[end : end + 1]:
        start, end = start - 1, end + 1
    return whole_words(text, start, end)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds moved out to those of words, of which the reader may see pieces: "51,516", "U.S."."""
    cut = [word.span() for word in WORD.finditer(text) if word.start() < end and word.end() > start]
    return min([start, *(first for first, _ in cut)]), max([end, *(last for _, last in cut)])


def _word_start(text: str, start: int) -> int:
    """Where the hyphenated word begins, if the span begins with a letter or digit behind one of its hyphens."""
    begin = start
    if not text[start].isalnum():
        return start
    while begin > 1 and text[begin - 1] in HYPHENS and text[begin - 2].isalpha():
        begin -= 1
        while begin and text[begin - 1].isalnum():
            begin -= 1
    return begin


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    opened: list[int] = []
    for place in range(start, end):
        if text[place] in CLOSE:
            opened.append(place)
        elif text[place] in OPEN and not (opened and text[opened.pop()] == OPEN[text[place]]):
            return _before(text, start, place) if place > start else (start, end)
    if not opened:
        return start, end
    closes = text.find(CLOSE[text[opened[0]]], end, end + MOST_ADDED)
    return (start, closes + 1) if closes >= 0 else _before(text, start, opened[0])


def _before(text: str, start: int, place: int) -> tuple[int, int]:
    """The span cut off before a place."""
    kept = text[start:place].rstrip()
    return (start, start + len(kept)) if kept else (start, place + 1)
