"""BM25 over the sentences of all corpora, in memory: where the wrong candidates come from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.words.terms import is_stopword, read_words

K1, B = 1.2, 0.75  # FTS5's


class Index:
    """Sentences by their stems."""

    def __init__(self, sentences: Sequence[str]) -> None:
        counted = [Counter(stems(sentence)) for sentence in sentences]
        lengths = np.array([max(counts.total(), 1) for counts in counted], dtype=np.float32)
        posted: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, counts in enumerate(counted):
            for stem, count in counts.items():
                posted[stem].append((number, count))
        self.size = len(sentences)
        self._postings: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}
        norm = K1 * (1 - B + B * lengths / lengths.mean())
        for stem, rows in posted.items():
            numbers, repeats = (np.array(column) for column in zip(*rows, strict=True))
            rarity = np.log(1 + (self.size - len(rows) + 0.5) / (len(rows) + 0.5))
            self._postings[stem] = (numbers, rarity * repeats * (K1 + 1) / (repeats + norm[numbers]))

    def best(self, question: str, limit: int) -> list[int]:
        """Numbers of the sentences most like a question, best first."""
        scores = np.zeros(self.size, dtype=np.float32)
        for stem in sorted(set(stems(question))):
            if stem in self._postings:
                numbers, weights = self._postings[stem]
                scores[numbers] += weights
        top = np.argpartition(-scores, min(limit, self.size - 1))[:limit]
        ordered = top[np.lexsort((top, -scores[top]))]
        return [int(number) for number in ordered if scores[number] > 0]


def stems(text: str) -> list[str]:
    """The stems of a text's words, stopwords left out."""
    return [word.stem for word in read_words(text) if not is_stopword(word.surface)]
