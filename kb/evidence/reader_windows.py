"""What the reader reads: a question and one sentence in its context, as one window of word pieces. Pure.

A window is `[CLS] question [SEP] title [SEP] before sentence after [SEP]`. Each piece has a class (FEATURES): which
part it belongs to, and whether the other side, question or text, holds the same piece. The answer stands in the
sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

MODEL = Path(__file__).parents[1] / "model"
FILES = ("reader.onnx", "vocab.txt", "reader.json")
CLS, SEP, PAD = 101, 102, 0
FIRST_WORD = 1996  # the vocabulary's first piece that is a word: those below are marks, single letters, unused
LONGEST = 128  # pieces of a window
QUESTION, TITLE, BEFORE, AFTER = 32, 12, 36, 24  # pieces at most; the sentence has what these leave it
ASKED, AROUND, SENTENCE = range(3)  # the parts
FEATURES = 6  # each part, its pieces not held and held by the other side


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, in its context; empty strings where there is none."""

    sentence: str
    before: str = ""  # the text before it in its document: one or two sentences, of which the end is read
    after: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reader says of a candidate."""

    score: float  # logit: that this sentence, of all candidates, answers; against 0 for "none of them"
    null: float  # logit: that this sentence does not answer the question; above 0 rather not
    start: int | None  # of the answer, in characters of the sentence, end exclusive; None where nothing could be read
    end: int | None
    sure: float  # 0-1: the share of the likeliest span among all spans of the sentence


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]  # of each piece, in characters of the text
    ends: tuple[int, ...]
    words: tuple[int, ...]  # number of the word that each piece belongs to


@dataclass(frozen=True, slots=True)
class Window:
    """A question with a candidate; the sentence's pieces stand from `first` on, `held` of them."""

    ids: list[int]
    features: list[int]
    first: int
    held: int


Split = Callable[[str], Pieces]


def window(
    question: Sequence[int], title: Sequence[int], parts: tuple[Sequence[int], Sequence[int], Sequence[int]]
) -> Window:  # fmt: skip
    """One window from the ids of question, title and the text before, in and behind the sentence.

    What does not fit is cut: first from the far ends of the context, then from the end of the sentence.
    """
    before, sentence, after = parts
    question, title = question[:QUESTION], title[:TITLE]
    head = [CLS, *question, SEP, *title, *([SEP] if title else [])]
    room = LONGEST - len(head) - 1
    sentence = sentence[:room]
    room -= len(sentence)
    before = before[-min(BEFORE, room) :] if room else ()
    after = after[: min(AFTER, room - len(before))]
    ids = [*head, *before, *sentence, *after, SEP]
    first = len(head) + len(before)
    asked = {piece for piece in question if piece >= FIRST_WORD}
    told = asked.intersection((*title, *before, *sentence, *after))
    spread = [ASKED] * (len(question) + 2) + [AROUND] * (first - len(question) - 2)
    spread += [SENTENCE] * len(sentence) + [AROUND] * (len(after) + 1)
    features = [2 * part + (piece in told) for part, piece in zip(spread, ids, strict=True)]
    return Window(ids, features, first, len(sentence))


def candidate_window(question: Pieces, candidate: Candidate, split: Split) -> Window:
    """The window of a question and a candidate."""
    texts = (candidate.before, candidate.sentence, candidate.after)
    before, sentence, after = (split(text).ids if text else () for text in texts)
    return window(question.ids, split(candidate.title).ids if candidate.title else (), (before, sentence, after))


def may_start(pieces: Pieces, held: int) -> list[bool]:
    """Whether an answer may begin at each of the sentence's pieces: only at the first piece of a word."""
    return [not i or pieces.words[i] != pieces.words[i - 1] for i in range(held)]


def may_end(pieces: Pieces, held: int) -> list[bool]:
    """Whether an answer may end with each of the sentence's pieces: only with the last piece of a word."""
    return [i + 1 == len(pieces.words) or pieces.words[i] != pieces.words[i + 1] for i in range(held)]


def covered(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """First and last piece of the characters from `start` to `end`; None where no piece is."""
    inside = [i for i, (a, b) in enumerate(zip(pieces.starts, pieces.ends, strict=True)) if a < end and b > start]
    return (inside[0], inside[-1]) if inside else None
