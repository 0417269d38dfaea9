"""Rendered citations as runs of text with their looks, free of any markup language.

A style's engine writes marks from Unicode's private area into its output; here these become runs. Documents' own text
is freed of that area before it goes in, so that no text can forge a mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from unicodedata import combining

from kb.exports.xml_text import FORBIDDEN, REPLACEMENT

LONGEST = 1_000  # characters of a title, publication or authors' line in a rendered citation
OPEN_QUOTE, CLOSE_QUOTE = "\ue000", "\ue001"
OPENING, CLOSING = f"{OPEN_QUOTE}“", f"{CLOSE_QUOTE}”"
LOOKS = ("italic", "bold", "underline", "small_caps", "raised", "lowered")
START = {look: chr(0xE010 + 2 * number) for number, look in enumerate(LOOKS)}
END = {look: chr(0xE011 + 2 * number) for number, look in enumerate(LOOKS)}
MARKS = re.compile("([\ue010-\ue01b])")
APOSTROPHES = re.compile("['’]")
STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
PRIVATE = re.compile("[\ue000-\uf8ff]")
ENDS = "[\ue011\ue013\ue015\ue017\ue019\ue01b]"
# A closing quotation mark, the ends of looks with it, and the stop or comma that belongs before them in the US.
AFTER_QUOTES = re.compile(f"((?:{ENDS}*[\ue001”]{ENDS}*)+)([.,])")
# Words in single quotation marks; a ’ inside a word is an apostrophe.
SINGLE = re.compile(r"(?<!\w)‘((?:[^‘’“”]|’(?=\w)){1,300})’(?!\w)")
DOUBLED = re.compile(f"([.!?])({ENDS}*)\\.(?!\\.)")  # "Who?." and "Inc.."


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike."""

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    small_caps: bool = False
    raised: bool = False
    lowered: bool = False


Runs = tuple[Run, ...]


def _wrap(look: str) -> type[str]:
    class Marked(str):
        """Text between the marks of a look."""

        def __new__(cls, text: object) -> Marked:
            return super().__new__(cls, f"{START[look]}{text}{END[look]}")

    return Marked


# What citeproc-py calls a formatter.
FORMATTER = SimpleNamespace(
    preformat=str, Italic=_wrap("italic"), Oblique=_wrap("italic"), Bold=_wrap("bold"), Light=str,
    Underline=_wrap("underline"), Superscript=_wrap("raised"), Subscript=_wrap("lowered"),
    SmallCaps=_wrap("small_caps"),
)  # fmt: skip


def plain(runs: Iterable[Run]) -> str:
    """Return the characters alone."""
    return "".join(run.text for run in runs)


def legible(text: str) -> str:
    """Return a text of a document without the private area and what XML cannot hold, for people to read.

    Characters that turn the text around them are shown by their numbers, so that none reads other than it says.
    """
    bare = FORBIDDEN.sub(REPLACEMENT, PRIVATE.sub(REPLACEMENT, text))
    return TURNING.sub(lambda sign: f"⟨U+{ord(sign.group()):04X}⟩", bare)


def cleaned(text: str) -> str:
    """Return a legible text on one line."""
    return " ".join(legible(text).split())


def shortened(text: str) -> str:
    """Return a title or a list of authors as a citation can show it."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def printed(text: str) -> str:
    """Return a title as print has it: curly apostrophes and quotation marks, which a style may change for others."""
    text = STRAIGHT.sub("’", cleaned(text))
    text = re.sub(r'(?<!\w)"([^"]{1,300})"(?!\w)', r"“\1”", text)
    return SINGLE.sub(f"{OPEN_QUOTE}\\1{CLOSE_QUOTE}", text)


def sort_text(text: str) -> str:
    """Return what a rendered text is sorted by: its letters and digits, without accents and capitals."""
    bare = PRIVATE.sub("", unicodedata.normalize("NFKD", text))
    bare = APOSTROPHES.sub("", bare)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare if not combining(sign)).casefold().split())


def to_runs(marked: str, *, quotes: tuple[str, str, str, str], inside: bool) -> Runs:
    """Return the runs of a rendered text.

    :param quotes: outer opening and closing, inner opening and closing.
    :param inside: whether a stop or comma goes before the closing quotation mark, as in the United States.
    """
    text = re.sub(r"\s+", " ", marked).strip()
    if inside:
        text = AFTER_QUOTES.sub(r"\2\1", text)
    text = DOUBLED.sub(r"\1\2", text)
    return _split(_with_quotes(text, quotes))


def _with_quotes(text: str, quotes: tuple[str, str, str, str]) -> str:
    """Choose the quotation marks: outer ones, and inner ones within them; a title's own stay where they are outer."""
    depth = 0
    chosen = []
    for sign in text:
        if sign in OPENING:
            chosen.append(sign if sign == "“" and depth == 0 else quotes[2 * (depth % 2)])
            depth += 1
        elif sign in CLOSING:
            depth = max(depth - 1, 0)
            chosen.append(sign if sign == "”" and depth == 0 else quotes[2 * (depth % 2) + 1])
        else:
            chosen.append(sign)
    return "".join(chosen)


def _split(text: str) -> Runs:
    runs: list[Run] = []
    looks = dict.fromkeys(LOOKS, False)
    for piece in MARKS.split(text):
        if MARKS.fullmatch(piece):
            number = ord(piece) - 0xE010
            looks[LOOKS[number // 2]] = number % 2 == 0
        elif piece:
            runs.append(Run(piece, **looks))
    return tuple(runs)
