"""The network: a MiniLM encoder read at the words, and one small head for each thing it says of them."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from extract.parsing.labels import NAME_TAGS
from extract.parsing.wordpieces import N_FEATURES, PAD

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512  # of all-MiniLM-L6-v2
ARC_WIDTH, LABEL_WIDTH = 192, 256


class Dropout(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """Dropout from a pool of random numbers drawn once: drawing them anew takes a third of a step on a CPU."""

    def __init__(self, rate: float, pool: int = 1 << 22):
        super().__init__()
        kept = torch.rand(pool, generator=torch.Generator().manual_seed(0)) >= rate
        self.register_buffer("pool", kept.to(torch.bfloat16) / (1 - rate), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """Drop at random while training."""
        if not self.training:
            return x
        start = int(torch.randint(self.pool.numel() - x.numel(), (1,)))
        return x * self.pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self, dropout: Dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attention, then the feed-forward part; `mask` is added to the attention scores."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS)) + mask).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):  # type: ignore[misc]
    """For each word: tags, sentence start, names, arc scores and the two halves of a label."""

    def __init__(self, upos: int, xpos: int, deps: int, corpora: int, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(N_FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.upos = nn.Linear(WIDTH, upos)
        self.xpos = nn.Linear(WIDTH, xpos)
        self.starts = nn.Linear(WIDTH, 1)
        self.names = nn.Sequential(nn.Linear(WIDTH, 256), nn.GELU(), nn.Linear(256, len(NAME_TAGS)))
        self.habits = nn.Embedding(corpora, len(NAME_TAGS))  # each corpus's own bias towards its labels
        self.arc_child = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.label_child = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, LABEL_WIDTH, bias=False)
        self.label = nn.Linear(LABEL_WIDTH, deps)
        self.customs = nn.Embedding(corpora, WIDTH)  # how each corpus draws its names, before the head that names them
        nn.init.zeros_(self.habits.weight)
        nn.init.zeros_(self.customs.weight)

    def encode(self, ids: Tensor, features: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Vectors of the words: the mean of their first and last piece."""
        mask = (ids == PAD)[:, None, None, :] * -1e4
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places)[None] + self.features(features))
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, mask)

        def at(index: Tensor) -> Tensor:
            return x.gather(1, index[:, :, None].expand(-1, -1, WIDTH))

        return self.dropout((at(first) + at(last)) * 0.5)

    def name_scores(self, words: Tensor, corpus: Tensor) -> Tensor:
        """Scores of the name tags as the corpora given for the windows would have them."""
        return self.names(words + self.customs(corpus)[:, None]) + self.habits(corpus)[:, None]

    def syntax_heads(self, words: Tensor, first: Tensor) -> dict[str, Tensor]:
        """Tags, sentence starts, arc scores [child, head] and the halves of the relations."""
        child = self.dropout(F.gelu(self.arc_child(words)))
        head = self.dropout(F.gelu(self.arc_head(words)))
        arcs = self.arc(child) @ head.transpose(1, 2) * (1 / math.sqrt(ARC_WIDTH)) + self.arc_bias(head).transpose(1, 2)
        return {
            "upos": self.upos(words),
            "xpos": self.xpos(words),
            "starts": self.starts(words).squeeze(-1),
            "arcs": arcs + (first == 0)[:, None, :] * -1e4,
            "label_child": self.label_child(words),
            "label_head": self.label_head(words),
        }

    def labels(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the relation of each word to the head given for it."""
        chosen = out["label_head"].gather(1, heads[:, :, None].expand(-1, -1, LABEL_WIDTH))
        return self.label(self.dropout(F.gelu(out["label_child"] + chosen)))


def load_minilm(network: nn.Module, folder: Path) -> None:
    """Copies the weights of all-MiniLM-L6-v2 into a network with our names for its parts.

    The word vectors stay as they are in training; every feature begins as the one token type there is.
    """
    given = load_file(folder / "model.safetensors")
    state = network.state_dict()
    names = {"attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
             "output.dense": "down", "output.LayerNorm": "norm2"}  # fmt: skip
    with torch.no_grad():
        state["words.weight"].copy_(given["embeddings.word_embeddings.weight"])
        state["positions.weight"].copy_(given["embeddings.position_embeddings.weight"])
        state["features.weight"][:] = given["embeddings.token_type_embeddings.weight"][0]
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"].copy_(given[f"embeddings.LayerNorm.{kind}"])
            for i in range(LAYERS):
                theirs = f"encoder.layer.{i}."
                parts = [given[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                state[f"layers.{i}.qkv.{kind}"].copy_(torch.cat(parts))
                for their, our in names.items():
                    state[f"layers.{i}.{our}.{kind}"].copy_(given[f"{theirs}{their}.{kind}"])
    network.words.weight.requires_grad_(False)
