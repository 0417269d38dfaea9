"""The network: a MiniLM encoder with one head for the sentence, one for refusing, one for the answer's span."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from extract.training.network import LAYERS, POSITIONS, WIDTH, Dropout, Layer
from kb.evidence.reader_windows import FEATURES, PAD

VOCABULARY = 30522  # of all-MiniLM-L6-v2
PAIR_WIDTH = 128


class Network(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """A sentence in its context, read for an answer."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.relevance = nn.Sequential(nn.Linear(2 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1))
        self.answered = nn.Sequential(nn.Linear(2 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1))
        self.edges = nn.Linear(WIDTH, 2)
        self.first = nn.Linear(WIDTH, PAIR_WIDTH)
        self.last = nn.Linear(WIDTH, PAIR_WIDTH)

    def encode(self, ids: Tensor, features: Tensor) -> Tensor:
        """Vectors of the pieces."""
        mask = (ids == PAD)[:, None, None, :] * -1e4
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places)[None] + self.features(features)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, features: Tensor, sentence: Tensor) -> tuple[Tensor, Tensor]:
        """Two logits a window (this sentence is the one that answers; it answers at all) and span scores.

        Span scores are [windows, pieces, pieces]: first piece, last piece; not yet masked.
        """
        x = self.encode(ids, features)
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        inside = ((places >= sentence[:, :1]) & (places < sentence[:, 1:])).to(x.dtype)[:, :, None]
        mean = (x * inside).sum(1) / inside.sum(1).clamp(min=1)
        pooled = torch.cat([x[:, 0], mean], -1)
        edges = self.edges(x)
        pairs = self.first(x) @ self.last(x).transpose(1, 2) * (1 / math.sqrt(PAIR_WIDTH))
        spans = pairs + edges[:, :, :1] + edges[:, None, :, 1]
        return torch.cat([self.relevance(pooled), self.answered(pooled)], -1), spans
