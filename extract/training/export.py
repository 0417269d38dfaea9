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

from extract.labels import NAME_TAGS
from extract.training.lexicon import write_lexicon
from extract.training.network import LABEL_WIDTH, Network
from extract.training.passages import Passage
from extract.training.schemes import CORPORA
from extract.training.train import Run

INPUTS = ("ids", "features", "first", "last")
OUTPUTS = ("upos", "xpos", "starts", "names", "arcs", "label_child", "label_head")
# Whose habits the shipped names follow: Universal NER's for persons, organisations and places, GUM's for the rest.
HABITS = {"PERSON": "uner_ewt", "ORG": "uner_ewt", "PLACE": "uner_ewt", "O": "uner_ewt"}


class Words(nn.Module):
    """One window without its batch axis: argmax of the tags, scores of the rest."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network
        self.register_buffer("habit", habit(network))

    def forward(self, ids: Tensor, features: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        out = self.network(ids[None], features[None], first[None], last[None])
        return (
            out["upos"][0].argmax(-1).to(torch.int32), out["xpos"][0].argmax(-1).to(torch.int32), out["starts"][0],
            out["names"][0] + self.habit, out["arcs"][0], out["label_child"][0], out["label_head"][0],
        )  # fmt: skip


class Labels(nn.Module):
    """Scores of each word's relation to its head, from the two halves."""

    def __init__(self, network: Network):
        super().__init__()
        self.label = network.label

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        return self.label(F.gelu(child + head))


def habit(network: Network) -> Tensor:
    """The bias of the name tags that is shipped."""
    weights = network.habits.weight.detach()
    rows = [CORPORA.index(HABITS.get(tag.split("-")[-1], "gum")) for tag in NAME_TAGS]
    return torch.stack([weights[row, i] for i, row in enumerate(rows)])


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
        axes |= {name: words for name in OUTPUTS} | {"arcs": {0: "words", 1: "words"}}
        torch.onnx.export(Words(network).eval(), example, str(plain), input_names=list(INPUTS),
                          output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Gather", "Gemm"])  # fmt: skip
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
