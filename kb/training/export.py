"""Writes the trained network as ONNX in eight bits, with all that the reader needs beside it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from kb.training.batches import LONGEST_ANSWER, Batch
from kb.training.network import Network
from kb.training.smoothing import smoothed

INPUTS, OUTPUTS = ("ids", "features", "sentence"), ("scores", "spans")
# In eight bits these lose the most; in 32 they cost 3.5 MB and a tenth of the time.
IN_FULL = ["/layers.0/down/linear/MatMul", "/layers.1/down/linear/MatMul"]


def export(network: Network, batches: Iterable[Batch], minilm: Path, folder: Path, steps: int) -> None:
    """Fills `folder`: reader.onnx, vocab.txt and reader.json.

    :param batches: some of the training's, to find the ranges of what the layers are given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "reader.onnx"
        ids = torch.tensor([[101, 2040, 102, 2023, 2003, 2009, 102]]).repeat(2, 1)
        example = (ids, torch.zeros_like(ids), torch.tensor([[3, 6]]).repeat(2, 1))
        windows, pieces = "windows", "pieces"
        axes = {name: {0: windows, 1: pieces} for name in ("ids", "features")}
        axes |= {"sentence": {0: windows}, "scores": {0: windows}, "spans": {0: windows, 1: pieces, 2: pieces}}
        ready = smoothed(network.eval(), batches)
        torch.onnx.export(ready, example, str(plain), input_names=list(INPUTS), output_names=list(OUTPUTS),
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(plain, folder / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Gemm"], nodes_to_exclude=IN_FULL)  # fmt: skip
    onnx.checker.check_model(str(folder / "reader.onnx"))
    shutil.copy(minilm / "vocab.txt", folder / "vocab.txt")
    meta = {"longest_answer": LONGEST_ANSWER, "steps": steps}
    (folder / "reader.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
