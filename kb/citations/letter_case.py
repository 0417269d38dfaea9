"""Titles in headline case, as the English styles ask for."""

from __future__ import annotations

import re
from itertools import pairwise

# Words that stay small inside a title: those of citeproc-js, which the styles' authors write for.
SMALL = frozenset(
    """
    about above across afore after against al along alongside amid amidst among amongst anenst apropos apud around as
    aside astride at athwart atop barring before behind below beneath beside besides between beyond but by circa
    despite down during et except for forenenst from given in inside into lest like modulo near next notwithstanding
    of off on onto out over per plus pro qua sans since than through throughout thruout till to toward towards under
    underneath until unto up upon versus vs. v. vs v via vis-à-vis with within without or yet so and nor a an the de
    d' von van c ca
    """.split()
)
AROUND = "“”‘’\"'()[],;:\ue000\ue001"
BEFORE = 8  # characters before a word in which a part's end is looked for, so that long texts take no longer a word
WORD = re.compile(r"[^\s\-–—/]+")
ENDS_A_PART = re.compile(r"[:?!.—]['”’\")\]]*\s+$|—\s*$")


def title_case(text: str) -> str:
    """Return a title with its words capitalised: all but small words that are neither first nor last.

    A word that holds a capital already is left as it is. A word after ":", "?", "!" or a dash counts as first.
    """
    words = list(WORD.finditer(text))
    parts = []
    for number, (before, word) in enumerate(pairwise([None, *words])):
        assert word is not None
        gap = text[before.end() if before else 0 : word.start()]
        first = number == 0 or bool(ENDS_A_PART.search(text, max(word.start() - BEFORE, 0), word.start()))
        last = number == len(words) - 1
        joined = before is not None and gap in ("-", "–")
        parts += [gap, _capitalised(word.group(), first=first, last=last, joined=joined)]
    return "".join([*parts, text[words[-1].end() :] if words else text])


def _capitalised(word: str, *, first: bool, last: bool, joined: bool) -> str:
    if word != word.lower():
        return word
    if not (first or last) and word.strip(AROUND) in SMALL:
        return word
    return re.sub(r"[^\W_]", lambda letter: letter.group().upper(), word, count=1)
