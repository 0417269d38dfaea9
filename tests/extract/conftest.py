"""Parsed documents written by hand, so that tests of rules cannot change when the model does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

PARAGRAPH = "¶"
NO_SPACE_BEFORE = re.compile(r"[,.;:!?)\]}%”’»…]+|'(s|m|d|re|ve|ll)?|n't|’(s|m|d|re|ve|ll)|n’t|''")
NO_SPACE_AFTER = re.compile(r"[(\[{$£€#“‘«„]|``")


def spaces_after(words: list[str]) -> list[bool]:
    """Whether a space follows each word, as usual in print; straight double quotes open and close in turn."""
    spaces, straight = [True] * len(words), 0
    for i, word in enumerate(words):
        opening = bool(NO_SPACE_AFTER.fullmatch(word))
        closing = bool(NO_SPACE_BEFORE.fullmatch(word))
        if word == '"':
            straight += 1
            opening, closing = straight % 2 == 1, straight % 2 == 0
        spaces[i] = spaces[i] and not opening
        if i and (closing or word.isspace()):
            spaces[i - 1] = False
        if word.isspace():
            spaces[i] = False
    return spaces


def parse(rows: str) -> Doc:
    """Make a Doc from one line a token: `word pos tag head dep [lemma]`.

    Heads are counted from 1 within the sentence, 0 is the root. A blank line ends a sentence; a line `¶` puts a
    blank line (a token of its own, as in spaCy) between two paragraphs. The lemma is the word in lower case if
    none is given. A `+` at the end of a word glues it to the next one (`well+`).
    """
    words, pos, tags, heads, deps, lemmas, starts, glued = [], [], [], [], [], [], [], []
    first = 0
    new = True
    for line in (line.strip() for line in rows.strip().splitlines()):
        if line == PARAGRAPH:
            row = ["\n\n", "SPACE", "_SP", "", "dep", "\n\n"]
            head = max(len(words) - 1, 0)
            starts.append(not words)
        elif not line:
            new = True
            continue
        else:
            row = line.split()
            if new:
                first, new = len(words), False
                starts.append(True)
            else:
                starts.append(False)
            head = first + int(row[3]) - 1 if row[3] != "0" else len(words)
        glued.append(len(row[0]) > 1 and row[0].endswith("+"))
        words.append(row[0].removesuffix("+") if glued[-1] else row[0])
        pos.append(row[1])
        tags.append(row[2])
        heads.append(head)
        deps.append("ROOT" if row[3] == "0" else row[4])
        lemmas.append(row[5] if len(row) > 5 else words[-1].lower())
    spaces = [space and not glue for space, glue in zip(spaces_after(words), glued, strict=True)]
    vocab = spacy.blank("en").vocab
    return Doc(
        vocab, words=words, spaces=spaces, pos=pos, tags=tags, heads=heads, deps=deps, lemmas=lemmas, sent_starts=starts
    )


@pytest.fixture
def parsed() -> Callable[[str], Doc]:
    """The function `parse`: rows `word pos tag head dep [lemma]` -> Doc."""
    return parse
