"""The words right before and after a match, which the checks of dates look at."""

from __future__ import annotations

import re

NEAR, FAR = 24, 64
"""Characters before a match that tell its preposition, and its clause."""
BOUND = frozenset(
    "to or and but in on at by for from of as was were is are had has have with when while the a an it he she".split()
)
"""Words that look plural or follow a year, and count nothing."""
_NEXT = re.compile(r"(?:\s|-)(?P<word>[^\W\d_][\w'’]*)")
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’–—-])|['’]s\b|\s(?:to|or|and|but|in|on|at|by|for|from|of|as|was|were|is|are|had|has|have|with|"
    r"when|while|after|before|because|that|which|who|will|would|could|he|she|it|they|we|i|amid|until|since|into|over)\b",
    re.I,
)  # fmt: skip


def words_before(text: str, match: re.Match[str], reach: int = NEAR) -> str:
    """The characters right before a match."""
    return text[max(0, match.start() - reach) : match.start()]


def word_after(text: str, match: re.Match[str]) -> str:
    """The word right after a match; "" where a mark or a digit follows."""
    found = _NEXT.match(text, match.end())
    return found["word"] if found else ""


def clause_goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether no noun follows that the match could describe: a mark, a preposition, a verb or the end."""
    return bool(_GOES_ON.match(text, match.end()))
