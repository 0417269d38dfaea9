"""What a step is judged by: the right sentence of each group, whether each sentence answers, and the answer's span."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from kb.training.batches import LONGEST_ANSWER

OUT = -1e4


def relevance_loss(scores: Tensor, group: Tensor, right: Tensor) -> Tensor:
    """Minus the log probability of the right candidates of each group, or of none at logit 0 where there is none."""
    groups = int(group[-1]) + 1
    rows = torch.arange(groups)[:, None] == group[None]  # [groups, windows]
    table = torch.where(rows, scores.float()[None], OUT)
    table = torch.cat([torch.zeros(groups, 1), table], 1)
    gold = rows & (right > 0)[None]
    gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
    return (table.logsumexp(1) - table.masked_fill(~gold, OUT).logsumexp(1)).mean()


def answered_loss(logits: Tensor, right: Tensor, weight: float) -> Tensor:
    """Whether each candidate answers; the few right ones weigh more."""
    return F.binary_cross_entropy_with_logits(logits.float(), right.float(), pos_weight=torch.tensor(weight))


def spans_loss(spans: Tensor, sentence: Tensor, answers: Tensor) -> Tensor:
    """Minus the log probability of any of the answers of a sentence, among all its spans."""
    windows, places = answers[:, 0].unique(return_inverse=True)
    if not len(windows):
        return spans.sum() * 0.0
    bounds, n = sentence[windows], spans.shape[1]
    pieces = torch.arange(n)[None]
    inside = (pieces >= bounds[:, :1]) & (pieces < bounds[:, 1:])
    band = torch.ones(n, n, dtype=torch.bool).triu().tril(LONGEST_ANSWER - 1)
    allowed = inside[:, :, None] & inside[:, None, :] & band
    table = spans[windows].float().masked_fill(~allowed, OUT)
    gold = torch.zeros_like(allowed)
    gold[places, answers[:, 1], answers[:, 2]] = True
    return (table.flatten(1).logsumexp(1) - table.masked_fill(~gold, OUT).flatten(1).logsumexp(1)).mean()
