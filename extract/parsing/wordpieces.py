"""Words -> the word pieces and shape classes that the encoder reads."""

from __future__ import annotations

from pathlib import Path

from tokenizers import BertWordPieceTokenizer

# The vocabulary is uncased and knows straight marks best; typographic ones are read as their plain forms.
PLAIN_MARKS = str.maketrans("‘’‚‛“”„‟–—−‐‑…", "''''\"\"\"\"-----.")
MAX_PIECES = 8  # of one word; longer words (addresses, hashes) say no more by their tail
SHAPES = (
    "lower", "title", "upper", "initial", "mixed", "digits", "digits-and-letters", "punctuation", "other",
)  # fmt: skip
BREAKS = ("space", "line", "paragraph")  # what stands before a word: nothing or a space, a line end, a blank line
CLS, SEP, PAD = 101, 102, 0


def shape(word: str) -> int:
    """Index in SHAPES of a word: what the uncased vocabulary does not see."""
    if word.islower():
        return 0 if word.isalpha() or not any(c.isdigit() for c in word) else 6
    if word.isdecimal():
        return 5
    if any(c.isdigit() for c in word):
        return 6 if any(c.isalpha() for c in word) else 5
    if not any(c.isalpha() for c in word):
        return 7 if word.isascii() or len(word) <= 2 else 8
    if word.isupper():
        return 2 if len(word) > 1 and word[1:2] != "." else 3
    if word[0].isupper() and word[1:].islower():
        return 1
    return 4 if any(c.isupper() for c in word) else 8


def feature(shape_class: int, break_class: int) -> int:
    """Row of the feature table for a shape after a kind of break."""
    return shape_class * len(BREAKS) + break_class


N_FEATURES = len(SHAPES) * len(BREAKS)


class WordPieces:
    """Looks words up, each word once: a text repeats most of its words.

    :raises FileNotFoundError: when the vocabulary file is not there.
    """

    def __init__(self, vocabulary: Path, *, cached: int = 200_000):
        if not vocabulary.is_file():
            raise FileNotFoundError(f"no word-piece vocabulary at {vocabulary}; reinstall the package")
        self.tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self.cached = cached
        self.known: dict[str, tuple[tuple[int, ...], int]] = {}

    def __call__(self, word: str) -> tuple[tuple[int, ...], int]:
        """Piece ids (at least one, at most MAX_PIECES) and shape class of a word."""
        found = self.known.get(word)
        if found is None:
            plain = word[:80].translate(PLAIN_MARKS)
            ids = self.tokenizer.encode(plain, add_special_tokens=False).ids[:MAX_PIECES]
            found = (tuple(ids) or (100,), shape(word))
            if len(self.known) >= self.cached:
                self.known.clear()
            self.known[word] = found
        return found
