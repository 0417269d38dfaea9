"""Addresses that open a web page at the sentence, as browsers understand them.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from urllib.parse import quote

from kb.citations.csl_json import web_url
from kb.citations.entry import AROUND, Entry

WHOLE = 12  # words up to which a sentence is given whole; of a longer one its ends, so that addresses stay short
ENDS = 5  # words at each end
CONTEXT = 3  # words before and after, so that of two equal places the right one is opened


def opening_at(entry: Entry) -> str | None:
    """Return the document's address with the sentence's words in it; None where the document is not on the web."""
    url = web_url(entry)
    if url is None:
        return None
    words = entry.text.split()
    if not words:
        return url
    whole = len(words) <= WHOLE
    named = [" ".join(words)] if whole else [" ".join(words[:ENDS]), " ".join(words[-ENDS:])]
    parts = [_encoded(part) for part in named]
    before, after = _last_words(entry.prefix), _first_words(entry.suffix)
    fragment = ",".join([f"{_encoded(before)}-"] * bool(before) + parts + [f"-{_encoded(after)}"] * bool(after))
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _encoded(text: str) -> str:
    """Return a text in which the signs that part a fragment stand for themselves."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def _last_words(prefix: str) -> str:
    """Return the last whole words of the line before; a fragment may not cross into another block of the page."""
    line = prefix.rsplit("\n", 1)[-1]
    cut = len(line) >= AROUND and not line[0].isspace()  # its first word may be the end of one
    return " ".join(line.split()[cut:][-CONTEXT:])


def _first_words(suffix: str) -> str:
    line = suffix.split("\n", 1)[0]
    words = line.split()
    cut = len(line) >= AROUND and not line[-1].isspace()  # its last word may be the start of one
    return " ".join(words[: len(words) - cut][:CONTEXT])
