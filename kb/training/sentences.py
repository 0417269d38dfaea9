"""Sentences of plain text by rule, and tokenised text put back as it is printed.

Training needs neither a parse nor the exact sentences of the base; a wrong cut now and then does no harm.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

END = re.compile(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]?[A-Z0-9])|\s*\n\s*""")
ABBREVIATED = re.compile(
    r"""(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Mt|Ft|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|Jr|Sr|No|Vol|vs|cf|ca|c|e\.g|i\.e|
    al|pp?|ed|eds|Inc|Ltd|Co|Corp|Bros|U\.S|U\.K|U\.N|D\.C|approx|Fig|Figs|Eq|Ref|lit)\.)\s+$""",
    re.VERBOSE,
)
NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "'", "n't", "’s", "''", "”"})
NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "£", "€", "``", "“", "#"})
PLAIN_TOKENS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "--": "–"}


def cut(text: str) -> list[tuple[int, int]]:
    """Bounds of the sentences, without the white space around them."""
    edges, begin = [0], 0
    for match in END.finditer(text):
        if "\n" in match.group() or not ABBREVIATED.search(text, max(begin, match.end() - 12), match.end()):
            begin = match.end()
            edges.append(begin)
    found = []
    for first, end in zip(edges, [*edges[1:], len(text)], strict=True):
        part = text[first:end]
        first += len(part) - len(part.lstrip())
        if part.strip():
            found.append((first, first + len(part.strip())))
    return found


@dataclass(frozen=True, slots=True)
class Cut:
    """A text's sentences and where they stand in it."""

    bounds: tuple[tuple[int, int], ...]
    sentences: tuple[str, ...]

    def place(self, start: int, end: int) -> tuple[int, int, int] | None:
        """The sentence that holds these characters of the text, with their bounds in it; None where none does."""
        number = bisect_right([first for first, _ in self.bounds], start) - 1
        if number < 0 or end > self.bounds[number][1]:
            return None
        first = self.bounds[number][0]
        return number, start - first, end - first


def cut_text(texts: Sequence[str], joint: str = "\n\n") -> Cut:
    """The sentences of paragraphs; bounds count in the paragraphs joined."""
    text = joint.join(texts)
    bounds = tuple(cut(text))
    return Cut(bounds, tuple(text[first:end] for first, end in bounds))


def joined(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as a printed text, and the bounds of each in it."""
    text, bounds, opened = "", [], False
    for number, word in enumerate(tokens):
        before = tokens[number - 1] if number else ""
        spaced = bool(number) and word not in NO_SPACE_BEFORE and before not in NO_SPACE_AFTER
        if word == '"':
            spaced, opened = bool(number) and not opened, not opened
        elif before == '"' and opened:
            spaced = False
        shown = PLAIN_TOKENS.get(word, word)
        text += " " * spaced
        bounds.append((len(text), len(text) + len(shown)))
        text += shown
    return text, bounds
