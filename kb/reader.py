"""The trained reader: scores sentences as answers to a question and finds the answer's words in each.

The only use of onnxruntime in kb/. The weights come from `kb/training`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime as ort

from extract.parsing.wordpieces import PLAIN_MARKS, WordPieces
from kb.evidence.reader_windows import (
    FILES,
    MODEL,
    Candidate,
    Pieces,
    Verdict,
    Window,
    candidate_window,
    may_end,
    may_start,
)
from kb.evidence.span_shares import Floats, Reading, span_shares

__all__ = ["Candidate", "Reader", "Verdict"]

THREADS = 2  # windows that are run at a time


class Splitter:
    """Texts as word pieces with their places."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer = WordPieces(vocabulary).tokenizer

    def __call__(self, text: str) -> Pieces:
        """The pieces of a text; typographic marks are read as their plain forms, one character for one."""
        printable = text.translate(PLAIN_MARKS).encode("utf-8", "replace").decode("utf-8")  # half a surrogate: "?"
        found = self._tokenizer.encode(printable, add_special_tokens=False)
        starts, ends = (tuple(places) for places in zip(*found.offsets, strict=True)) if found.ids else ((), ())
        return Pieces(tuple(found.ids), starts, ends, tuple(found.word_ids))


class Reader:
    """The reader in a folder.

    :raises FileNotFoundError: when a file of the model is missing.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        missing = next((name for name in FILES if not (folder / name).is_file()), None)
        if missing:
            raise FileNotFoundError(f"the reader in {folder} lacks {missing}; reinstall the package")
        self._longest_answer: int = json.loads((folder / "reader.json").read_text("utf-8"))["longest_answer"]
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(str(folder / "reader.onnx"), options, ["CPUExecutionProvider"])
        self._split = Splitter(folder / "vocab.txt")

    def read(self, question: str, candidates: Sequence[Candidate]) -> list[Verdict]:
        """What is found in each candidate, in the order given."""
        return [reading.verdict() for reading in self.readings(question, candidates)]

    def readings(self, question: str, candidates: Sequence[Candidate]) -> list[Reading]:
        """How well each candidate answers and how likely each of its spans is, in the order given."""
        split = cache(self._split)  # a sentence is cut for its window and for the places of its span; titles recur
        windows = [candidate_window(split(question), candidate, split) for candidate in candidates]
        with ThreadPoolExecutor(THREADS) as pool:
            outputs = list(pool.map(self._run, windows))
        return [
            self._reading(window, split(candidate.sentence), *output)
            for window, candidate, output in zip(windows, candidates, outputs, strict=True)
        ]

    def _run(self, window: Window) -> tuple[Floats, Floats]:
        """Two logits and a square of span scores.

        Each window is run by itself: in eight bits all that is run together shares one scale, and what is said of a
        sentence would depend on the others. Two at a time, each on one thread, is as fast as batches on two.
        """
        feed = {
            "ids": np.array([window.ids], dtype=np.int64),
            "features": np.array([window.features], dtype=np.int64),
            "sentence": np.array([[window.first, window.first + window.held]], dtype=np.int64),
        }
        scores, spans = self._session.run(["scores", "spans"], feed)
        return scores[0], spans[0]

    def _reading(self, window: Window, pieces: Pieces, scores: Floats, spans: Floats) -> Reading:
        score, answered = (float(value) for value in scores)
        end, held = window.first + window.held, window.held
        inside = spans[window.first : end, window.first : end]
        shares = span_shares(inside, may_start(pieces, held), may_end(pieces, held), self._longest_answer)
        return Reading(score, -answered, shares, pieces)
