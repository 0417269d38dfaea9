"""Parsed documents written by hand, so that tests of rules cannot change when the model does."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

TREEBANK = Path(__file__).with_name("treebank.conllu")
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


@lru_cache(maxsize=1)
def bank() -> dict[str, Doc]:
    """The passages of `treebank.conllu`, checked by hand, by their text."""
    docs = {}
    for block in TREEBANK.read_text(encoding="utf-8").split("# passage = ")[1:]:
        text, rows = block.split("\n", 1)
        docs[text.replace(PARAGRAPH, "\n\n")] = from_conllu(rows)
    return docs


def from_conllu(rows: str) -> Doc:
    """Make a Doc from CoNLL-U rows; `Paragraph=Yes` puts a blank line (a token of its own) after a word."""
    words, pos, tags, heads, deps, lemmas, starts, spaces = [], [], [], [], [], [], [], []
    for sentence in rows.strip().split("\n\n"):
        first = len(words)
        for row in (line.split("\t") for line in sentence.splitlines()):
            starts.append(len(words) == first)
            heads.append(first + int(row[6]) - 1 if row[6] != "0" else len(words))
            words.append(row[1])
            lemmas.append(row[2])
            pos.append(row[3])
            tags.append(row[4])
            deps.append("ROOT" if row[6] == "0" else row[7])
            spaces.append(row[9] == "_")
            if row[9] == "Paragraph=Yes":
                heads.append(len(words) - 1)
                blank = ("\n\n", "\n\n", "SPACE", "_SP", "dep")
                for column, value in zip((words, lemmas, pos, tags, deps), blank, strict=True):
                    column.append(value)
                starts.append(False)
                spaces.append(False)
    spaces[-1] = False
    vocab = spacy.blank("en").vocab
    return Doc(
        vocab, words=words, spaces=spaces, pos=pos, tags=tags, heads=heads, deps=deps, lemmas=lemmas, sent_starts=starts
    )


@pytest.fixture
def treebank() -> Callable[[str], Doc]:
    """The function that gives the tree of a passage of `treebank.conllu` by its text."""
    return bank().__getitem__


@pytest.fixture
def parsed() -> Callable[[str], Doc]:
    """The function `parse`: rows `word pos tag head dep [lemma]` -> Doc."""
    return parse
