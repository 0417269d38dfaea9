"""What every corpus is read into: texts as sentences, and questions on them."""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences in the order of a text; neighbours are context for each other."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """An answer: `start` to `end` in characters of sentence number `sentence`, end exclusive."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a text."""

    corpus: str
    text: str
    source: Text
    golds: tuple[int, ...]  # numbers of the sentences that answer; none for an unanswerable question
    spans: tuple[Span, ...] = ()  # where the words of the answer are known
    answers: tuple[str, ...] = ()  # as printed: another sentence that holds one is not taken for a wrong one
    within: tuple[int, int] | None = None  # sentences of the paragraph it was asked on: first and end


def read_text(path: Path) -> str:
    """The text of a file, xz-compressed or not."""
    data = path.read_bytes()
    return (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")


def read_lines(path: Path) -> list[Any]:
    """The values of a file of JSON lines."""
    return [json.loads(line) for line in read_text(path).splitlines() if line.strip()]
