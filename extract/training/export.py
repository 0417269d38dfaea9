"""Writes the trained network as ONNX in eight bits, with all that the encoder needs beside it."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from extract.parsing.labels import NAME_TAGS
from extract.training.lexicon import write_lexicon
from extract.training.network import LABEL_WIDTH, Network
from extract.training.passages import Passage
from extract.training.schemes import CORPORA
from extract.training.train import Run

INPUTS = ("ids", "features", "first", "last")
OUTPUTS = ("upos", "xpos", "starts", "names", "arcs", "label_child", "label_head")
# Whose customs the shipped names follow. Universal NER's decide what is a person, organisation, place or none of these;
# what is none of these is told apart as the corpora do that annotate it.
NAMED_BY = "uner_ewt"
OTHERS_BY = {"GROUP": "docred", "EVENT": "gum", "WORK": "gum", "PRODUCT": "gum"}


class RowQuantized(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """An embedding in eight bits with a scale for each row: with one scale for all, names lose half a point of F1."""

    def __init__(self, embedding: nn.Embedding):
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(dim=1).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale[:, None]).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Vectors of the pieces."""
        return self.rows[ids].float() * self.scale[ids][..., None]


class Words(nn.Module):  # type: ignore[misc]
    """One window without its batch axis: argmax of the tags, scores of the rest."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network
        self.network.words = RowQuantized(network.words)
        labels = [tag[2:] for tag in NAME_TAGS]
        self.others = [i for i, label in enumerate(labels) if label in OTHERS_BY or not label]
        self.order = [*(i for i in range(len(labels)) if i not in self.others), *self.others]
        self.sources = [CORPORA.index(OTHERS_BY.get(labels[i], "gum")) for i in self.others]

    def forward(self, ids: Tensor, features: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """What OUTPUTS names, of one window."""
        words = self.network.encode(ids[None], features[None], first[None], last[None])
        out = self.network.syntax_heads(words, first[None])
        return (
            out["upos"][0].argmax(-1).to(torch.int32), out["xpos"][0].argmax(-1).to(torch.int32), out["starts"][0],
            self.names(words), out["arcs"][0], out["label_child"][0], out["label_head"][0],
        )  # fmt: skip

    def names(self, words: Tensor) -> Tensor:
        """Scores of the name tags: NAMED_BY's, its share for none of its labels parted as OTHERS_BY have it."""

        def by(corpus: int) -> Tensor:
            return self.network.name_scores(words, torch.tensor([corpus]))[0]

        sure = by(CORPORA.index(NAMED_BY))
        scores = {corpus: by(corpus) for corpus in set(self.sources)}
        columns = [scores[c][:, i] - scores[c][:, 0] for i, c in zip(self.others, self.sources, strict=True)]
        parted = torch.stack(columns, dim=1).log_softmax(-1) + sure[:, self.others].logsumexp(-1, keepdim=True)
        kept = [i for i in self.order if i not in self.others]
        joined = torch.cat([sure[:, kept], parted], dim=1)
        return joined[:, [self.order.index(i) for i in range(len(self.order))]]


class Labels(nn.Module):  # type: ignore[misc]
    """Scores of each word's relation to its head, from the two halves."""

    def __init__(self, network: Network):
        super().__init__()
        self.label = network.label

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """Scores over the relations."""
        return self.label(F.gelu(child + head))


def export(run: Run, minilm: Path, folder: Path, treebanks: list[Passage], wordnet: Path) -> None:
    """Fills `folder`: encoder.onnx, labels.onnx, vocab.txt, meta.json, lexicon.json.gz and the notices."""
    network = run.averaged_network()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        example = (torch.tensor([101, 2023, 2003, 2009, 102]), torch.zeros(5, dtype=torch.long),
                   torch.tensor([1, 2, 3]), torch.tensor([1, 2, 3]))  # fmt: skip
        pieces, words = {0: "pieces"}, {0: "words"}
        axes = {"ids": pieces, "features": pieces, "first": words, "last": words}
        axes |= dict.fromkeys(OUTPUTS, words) | {"arcs": {0: "words", 1: "words"}}
        torch.onnx.export(Words(network).eval(), example, str(plain), input_names=list(INPUTS),
                          output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Gemm"])  # fmt: skip
    halves = torch.zeros(3, LABEL_WIDTH)
    torch.onnx.export(Labels(network).eval(), (halves, halves), str(folder / "labels.onnx"),
                      input_names=["child", "head"], output_names=["labels"], opset_version=17, dynamo=False,
                      dynamic_axes={name: {0: "words"} for name in ("child", "head", "labels")})  # fmt: skip
    onnx.checker.check_model(str(folder / "encoder.onnx"))
    shutil.copy(minilm / "vocab.txt", folder / "vocab.txt")
    scheme = run.scheme
    meta = {"upos": scheme.upos, "xpos": scheme.xpos, "deps": scheme.deps, "names": NAME_TAGS, "steps": run.step}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
    write_lexicon(treebanks, wordnet, folder / "lexicon.json.gz")
