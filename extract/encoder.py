"""The trained encoder as a spaCy component: one pass sets tags, lemmas, tree, sentence starts and names.

A text is cut into windows at likely sentence ends, each window is run alone, so that what is found in one document
never depends on what was read beside it. The weights come from `extract/training`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SPACY, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc

from extract.parsing.lemmas import Lemmatizer
from extract.parsing.trees import tree
from extract.parsing.wordpieces import CLS, SEP, WordPieces, feature

MODEL = Path(__file__).parent / "model"
WINDOW = 176  # word pieces at most; accuracy falls beyond the lengths seen in training (200), speed too
STARTS_ABOVE = 0.0  # logit above which a word begins a sentence
OPENING_SHAPES = frozenset({1, 2, 3, 4, 5, 7})  # shapes with which a sentence may begin
QUOTES = frozenset("\"'”’“‘«»")  # read as straight ones, so that only the spaces beside them tell which way they turn
CLOSES = {**dict.fromkeys(".!?…", 1), **dict.fromkeys("\"”’'»)]", 2)}
KNOWN = 300_000  # words looked up at most before the table begins anew
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # values of spaCy's ENT_IOB
ATTRIBUTES = [TAG, POS, DEP, HEAD, LEMMA, ENT_IOB, ENT_TYPE]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(slots=True)
class Known:
    """What is looked up once for a word: its pieces and shape, or for white space how it breaks the text."""

    pieces: tuple[int, ...]
    shape: int
    breaks: int  # index in wordpieces.BREAKS; -1 for a word
    closes: int = 0  # 1 for a mark that may end a sentence, 2 for one that may follow it
    quote: bool = False
    comma: bool = False


@dataclass(slots=True)
class Words:
    """The words of a Doc, white space left out; all lists have one item a word."""

    tokens: list[int]  # index of the token
    known: list[Known]
    breaks: list[int]  # what stands before it, as wordpieces.BREAKS
    glued: list[bool]  # whether nothing, not even a space, stands before it


@dataclass(slots=True)
class Parse:
    """What the encoder says of a run of words."""

    upos: Ints
    xpos: Ints
    heads: Ints
    deps: Ints
    names: Ints


class Encoder:
    """The ONNX encoder in a folder.

    :raises FileNotFoundError: when a file of the model is missing.
    """

    def __init__(self, folder: Path = MODEL):
        for name in ("meta.json", "encoder.onnx", "labels.onnx", "vocab.txt", "lexicon.json.gz"):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"the model in {folder} lacks {name}; reinstall the package")
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        self.upos, self.xpos, self.deps = meta["upos"], meta["xpos"], meta["deps"]
        self.names: list[str] = meta["names"]
        self.root = self.deps.index("ROOT")
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1  # documents run side by side in processes (batch.py)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = ort.InferenceSession(str(folder / "encoder.onnx"), options, ["CPUExecutionProvider"])
        self.labels = ort.InferenceSession(str(folder / "labels.onnx"), options, ["CPUExecutionProvider"])
        self.pieces = WordPieces(folder / "vocab.txt")
        self.lemma = Lemmatizer(folder / "lexicon.json.gz")
        self.follows = self.allowed_pairs()
        self.inside = np.array([i for i, tag in enumerate(self.names) if tag[0] == "I"])

    def allowed_pairs(self) -> NDArray[np.bool_]:
        """Whether tag b may follow tag a: an I- only its own B- or I-."""

        def label(tag: str) -> str:
            return tag[2:]

        return np.array([[b[0] != "I" or (a != "O" and label(a) == label(b)) for b in self.names] for a in self.names])

    def run(self, ids: list[int], features: list[int], first: list[int], last: list[int]) -> dict[str, Any]:
        """The network's outputs for one window."""
        feed = {"ids": ids, "features": features, "first": first, "last": last}
        names = ["upos", "xpos", "starts", "names", "arcs", "label_child", "label_head"]
        arrays = {name: np.array(value, dtype=np.int64) for name, value in feed.items()}
        return dict(zip(names, self.session.run(names, arrays), strict=True))

    def parse(self, out: dict[str, Any], starts: NDArray[np.bool_]) -> Parse:
        """Trees and names of one window whose sentences begin where `starts` says."""
        arcs: Floats = out["arcs"]
        edges = [*np.flatnonzero(starts).tolist(), len(starts)]
        heads = np.empty(len(starts), dtype=np.int64)
        for begin, end in pairwise(edges):
            heads[begin:end] = tree(arcs[begin:end, begin:end]) + begin
        scores: Floats = self.labels.run(None, {"child": out["label_child"], "head": out["label_head"][heads]})[0]
        scores[:, self.root] = -np.inf
        deps = scores.argmax(axis=1)
        deps[heads == np.arange(len(heads))] = self.root
        names = self.tags(out["names"])
        cut = starts & np.isin(names, self.inside)
        names[cut] -= 1  # a name does not run on into another sentence: I- becomes B-
        return Parse(out["upos"], out["xpos"], heads, deps, names)

    def tags(self, scores: Floats) -> Ints:
        """The best name tags in which no I- stands alone (Viterbi, only where plain argmax breaks that)."""
        best: Ints = scores.argmax(axis=1)
        before = np.concatenate([[0], best[:-1]])
        if self.follows[before, best].all():
            return best
        reached = np.where(self.follows[0], scores[0], -np.inf)
        back = np.zeros(scores.shape, dtype=np.int64)
        for i in range(1, len(scores)):
            paths = np.where(self.follows, reached[:, None], -np.inf)
            back[i] = paths.argmax(axis=0)
            reached = paths.max(axis=0) + scores[i]
        best = np.empty(len(scores), dtype=np.int64)
        best[-1] = np.argmax(reached)
        for i in range(len(scores) - 1, 0, -1):
            best[i - 1] = back[i, best[i]]
        return best


class Annotator:
    """Sets what the encoder says on a Doc. `gold_starts`: keep the sentence starts that the Doc already has."""

    def __init__(self, nlp: Language, encoder: Encoder, *, gold_starts: bool = False):
        self.encoder, self.vocab, self.gold_starts = encoder, nlp.vocab, gold_starts
        add = nlp.vocab.strings.add
        self.known: dict[int, Known] = {}
        self.lemmas: dict[tuple[int, int, int], int] = {}
        self.tag_ids = np.array([add(tag) for tag in encoder.xpos], dtype=np.uint64)
        self.pos_ids = np.array([POS_IDS[tag] for tag in encoder.upos], dtype=np.uint64)
        self.dep_ids = np.array([add(dep) for dep in encoder.deps], dtype=np.uint64)
        self.iob_ids = np.array(
            [{"O": OUTSIDE, "B": BEGINS, "I": INSIDE}[tag[0]] for tag in encoder.names], dtype=np.uint64
        )
        self.ent_ids = np.array([add(tag[2:]) if tag != "O" else 0 for tag in encoder.names], dtype=np.uint64)
        self.space = (add("_SP"), POS_IDS["SPACE"], add("dep"))

    def __call__(self, doc: Doc) -> Doc:
        """Set tags, lemmas, tree, sentence starts and names, in place."""
        if not len(doc):
            return doc
        orths, spaces = (column.tolist() for column in doc.to_array([ORTH, SPACY]).T)
        words = self.look_up(orths, spaces)
        if not words.tokens:
            return doc
        given = [bool(doc[i].is_sent_start) for i in words.tokens] if self.gold_starts else None
        sizes = [len(known.pieces) for known in words.known]
        ranges = windows(sizes, given or likely_starts(words))
        rows = [(begin, self.window(words, begin, end, given and given[begin:end])) for begin, end in ranges]
        self.write(doc, orths, words.tokens, rows)
        return doc

    def look_up(self, orths: list[int], spaces: list[int]) -> Words:
        """The words among the tokens, given by their hashes and whether a space follows."""
        words, pending, glued = Words([], [], [], []), 2, False
        table = self.known
        for i, (orth, space) in enumerate(zip(orths, spaces, strict=True)):
            known = table.get(orth)
            if known is None:
                known = table[orth] = self.learn(orth)
            if known.breaks >= 0:
                pending, glued = max(pending, known.breaks), False
                continue
            words.tokens.append(i)
            words.known.append(known)
            words.breaks.append(pending)
            words.glued.append(glued)
            pending, glued = 0, not space
        return words

    def learn(self, orth: int) -> Known:
        """Look a word up by its hash, for the first time."""
        text = self.vocab.strings[orth]
        if len(self.known) >= KNOWN:
            self.known.clear()
            self.lemmas.clear()
        if text.isspace():
            return Known((), 0, min(2, text.count("\n") or text.count("\r")))
        pieces, shape_class = self.encoder.pieces(text)
        return Known(pieces, shape_class, -1, CLOSES.get(text, 0), text in QUOTES, text == ",")

    def window(self, words: Words, begin: int, end: int, given: list[bool] | None) -> Parse:
        """Run the encoder over the words from begin to end."""
        ids, features, first, last = [CLS], [0], [], []
        for known, kind in zip(words.known[begin:end], words.breaks[begin:end], strict=True):
            first.append(len(ids))
            ids += known.pieces
            features += [feature(known.shape, kind)] * len(known.pieces)
            last.append(len(ids) - 1)
        ids.append(SEP)
        features.append(0)
        out = self.encoder.run(ids, features, first, last)
        starts = np.array(given) if given else self.starts(out["starts"] > STARTS_ABOVE, words, begin, end)
        starts[0] = True
        return self.encoder.parse(out, starts)

    def starts(self, found: NDArray[np.bool_], words: Words, begin: int, end: int) -> NDArray[np.bool_]:
        """Sentence starts moved to the right side of quotation marks, none inside a run of glued marks."""
        found |= np.array(words.breaks[begin:end]) == 2
        for i in np.flatnonzero(found).tolist():
            word = begin + i
            before, after = words.known[word - 1], word + 1
            if i > 1 and before.quote and words.known[word - 2].comma:
                found[i] = words.breaks[word] == 2  # ',” she said' goes on
            elif i == 0 or not words.glued[word]:
                continue
            elif words.known[word].quote and before.closes and after < end and not words.glued[after]:
                found[i], found[i + 1] = False, True  # a closing mark
            elif before.quote and not words.glued[word - 1]:
                found[i], found[i - 1] = False, True  # an opening mark
            elif not before.closes:
                found[i] = False
        return found

    def write(self, doc: Doc, orths: list[int], words: list[int], rows: list[tuple[int, Parse]]) -> None:
        """Put the windows\' parses on the Doc; `words` are the tokens that are no white space."""
        n = len(orths)
        index = np.array(words)
        upos, xpos, deps, names = (
            np.concatenate([getattr(p, part) for _, p in rows]) for part in ("upos", "xpos", "deps", "names")
        )
        heads = index[np.concatenate([p.heads + begin for begin, p in rows])]
        table = np.zeros((n, len(ATTRIBUTES)), dtype=np.uint64)
        table[:, 0], table[:, 1], table[:, 2] = self.space
        # White space hangs on the word before it, at the beginning of the text on the first word.
        before = np.maximum(np.searchsorted(index, np.arange(n), side="right") - 1, 0)
        offsets = index[before] - np.arange(n)
        offsets[index] = heads - index
        table[index, 0] = self.tag_ids[xpos]
        table[index, 1] = self.pos_ids[upos]
        table[index, 2] = self.dep_ids[deps]
        table[:, 3] = offsets.astype(np.int64).view(np.uint64)
        table[:, 4] = np.array(orths, dtype=np.uint64)
        table[index, 4] = self.lemma_ids([orths[i] for i in words], upos.tolist(), xpos.tolist())
        # White space is inside a name when the word after it goes on with the name.
        table[:, 5:] = np.stack([self.iob_ids[names], self.ent_ids[names]], axis=1)[
            np.minimum(np.searchsorted(index, np.arange(n)), len(index) - 1)
        ]
        space = np.ones(n, dtype=bool)
        space[index] = False
        outside = space & ((table[:, 5] != INSIDE) | (np.arange(n) > index[-1]))
        table[outside, 5:] = (OUTSIDE, 0)
        doc.from_array(ATTRIBUTES, table)  # type: ignore[arg-type]  # hashes are unsigned, the stub says int64

    def lemma_ids(self, orths: list[int], upos: list[int], xpos: list[int]) -> list[int]:
        """Hashes of the lemmas of words with their tags."""
        found, known = [], self.lemmas
        for key in zip(orths, upos, xpos, strict=True):
            lemma = known.get(key)
            if lemma is None:
                text = self.encoder.lemma(
                    self.vocab.strings[key[0]], self.encoder.upos[key[1]], self.encoder.xpos[key[2]]
                )
                lemma = known[key] = self.vocab.strings.add(text)
            found.append(lemma)
        return found


def likely_starts(words: Words) -> list[bool]:
    """Where a window may be cut: after a blank line, and after an end mark before a capital, figure or mark."""
    known, glued = words.known, words.glued
    found = [True]
    for i in range(1, len(known)):
        before = known[i - 1]
        ended = before.closes == 1 or (before.closes == 2 and known[i - 2].closes == 1)
        opens = known[i].shape in OPENING_SHAPES and not known[i].closes
        if known[i].quote:
            opens = i + 1 < len(known) and glued[i + 1]
        found.append(words.breaks[i] == 2 or (ended and opens and not glued[i]))
    return found


def windows(sizes: list[int], may_start: list[bool]) -> list[tuple[int, int]]:
    """Ranges of words that fit the encoder, from the numbers of their pieces; cut at the last start that fits."""
    found, begin, held, candidate = [], 0, 2, 0
    for i, size in enumerate(sizes):
        if may_start[i]:
            candidate = i
        if held + size > WINDOW:
            cut = candidate if candidate > begin else i
            found.append((begin, cut))
            held = 2 + sum(sizes[cut:i])
            begin = cut
        held += size
    found.append((begin, len(sizes)))
    return found
