"""The trained encoder as a spaCy component: one pass sets tags, lemmas, tree, sentence starts and names.

A text is cut into windows at likely sentence ends, each window is run alone, so that what is found in one document
never depends on what was read beside it. The weights come from `extract/training`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc

from extract.lemmas import Lemmatizer
from extract.trees import tree
from extract.wordpieces import CLS, SEP, WordPieces, feature

MODEL = Path(__file__).parent / "model"
WINDOW = 176  # word pieces at most; accuracy falls beyond the lengths seen in training (200), speed too
STARTS_ABOVE = 0.0  # logit above which a word begins a sentence
OPENING_SHAPES = frozenset({1, 2, 3, 4, 5, 7})  # shapes with which a sentence may begin
CLOSES = {**dict.fromkeys(".!?…", 1), **dict.fromkeys("\"”’'»)]", 2)}
KNOWN = 300_000  # words looked up at most before the table begins anew
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
        for begin, end in zip(edges, edges[1:], strict=False):
            heads[begin:end] = tree(arcs[begin:end, begin:end]) + begin
        scores: Floats = self.labels.run(None, {"child": out["label_child"], "head": out["label_head"][heads]})[0]
        scores[:, self.root] = -np.inf
        deps = scores.argmax(axis=1)
        deps[heads == np.arange(len(heads))] = self.root
        return Parse(out["upos"], out["xpos"], heads, deps, self.tags(out["names"]))

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
        best[-1] = reached.argmax()
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
        self.iob_ids = np.array([{"O": 2, "B": 3, "I": 1}[tag[0]] for tag in encoder.names], dtype=np.uint64)
        self.ent_ids = np.array([add(tag[2:]) if tag != "O" else 0 for tag in encoder.names], dtype=np.uint64)
        self.space = (add("_SP"), POS_IDS["SPACE"], add("dep"))

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        orths = doc.to_array(ORTH).tolist()
        words, entries, breaks = self.look_up(orths)
        if not words:
            return doc
        rows: list[tuple[int, Parse]] = []
        given = [bool(doc[i].is_sent_start) for i in words] if self.gold_starts else None
        sizes = [len(entry.pieces) for entry in entries]
        for begin, end in windows(sizes, given or likely_starts(entries, breaks)):
            rows.append((begin, self.window(entries, breaks, begin, end, given and given[begin:end])))
        self.write(doc, orths, words, rows)
        return doc

    def look_up(self, orths: list[int]) -> tuple[list[int], list[Known], list[int]]:
        """Indices of the words among the tokens, what is known of each, and the break before each."""
        words, entries, breaks, pending = [], [], [], 2
        known = self.known
        for i, orth in enumerate(orths):
            entry = known.get(orth)
            if entry is None:
                entry = known[orth] = self.learn(orth)
            if entry.breaks >= 0:
                pending = max(pending, entry.breaks)
                continue
            words.append(i)
            entries.append(entry)
            breaks.append(pending)
            pending = 0
        return words, entries, breaks

    def learn(self, orth: int) -> Known:
        text = self.vocab.strings[orth]
        if len(self.known) >= KNOWN:
            self.known.clear()
            self.lemmas.clear()
        if text.isspace():
            return Known((), 0, min(2, text.count("\n") or text.count("\r")))
        pieces, shape_class = self.encoder.pieces(text)
        return Known(pieces, shape_class, -1, CLOSES.get(text, 0))

    def window(self, entries: list[Known], breaks: list[int], begin: int, end: int, given: list[bool] | None) -> Parse:
        ids, features, first, last = [CLS], [0], [], []
        for entry, kind in zip(entries[begin:end], breaks[begin:end], strict=True):
            first.append(len(ids))
            ids += entry.pieces
            features += [feature(entry.shape, kind)] * len(entry.pieces)
            last.append(len(ids) - 1)
        ids.append(SEP)
        features.append(0)
        out = self.encoder.run(ids, features, first, last)
        starts = np.array(given) if given else (out["starts"] > STARTS_ABOVE) | (np.array(breaks[begin:end]) == 2)
        starts[0] = True
        return self.encoder.parse(out, starts)

    def write(self, doc: Doc, orths: list[int], words: list[int], rows: list[tuple[int, Parse]]) -> None:
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
        table[:, 5] = 2
        table[index, 5] = self.iob_ids[names]
        table[index, 6] = self.ent_ids[names]
        doc.from_array(ATTRIBUTES, table)

    def lemma_ids(self, orths: list[int], upos: list[int], xpos: list[int]) -> list[int]:
        found, known = [], self.lemmas
        for key in zip(orths, upos, xpos, strict=True):
            lemma = known.get(key)
            if lemma is None:
                text = self.encoder.lemma(self.vocab.strings[key[0]], self.encoder.upos[key[1]], self.encoder.xpos[key[2]])
                lemma = known[key] = self.vocab.strings.add(text)
            found.append(lemma)
        return found


def likely_starts(entries: list[Known], breaks: list[int]) -> list[bool]:
    """Where a window may be cut: after a blank line, and after an end mark before a capital, figure or mark."""
    found = [True]
    for i in range(1, len(entries)):
        before = entries[i - 1].closes
        ended = before == 1 or (before == 2 and entries[i - 2].closes == 1)
        found.append(breaks[i] == 2 or (ended and entries[i].shape in OPENING_SHAPES and not entries[i].closes))
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
