"""The training loop: fixed seeds, resumable, on the CPU in bfloat16."""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from extract.parsing.labels import NAME_TAGS
from extract.parsing.wordpieces import WordPieces
from extract.training.network import Network, load_minilm
from extract.training.passages import Passage
from extract.training.schemes import CORPORA
from extract.training.windows import NO_LABEL, Batcher, Scheme, Window, name_pool


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does. The defaults made the shipped weights."""

    steps: int = 9000
    pieces: int = 2048  # word pieces a step
    encoder_rate: float = 2.5e-4
    head_rate: float = 1e-3
    warmup: int = 300
    name_share: float = 0.4  # of the steps that see name-only corpora
    average: float = 0.9985  # decay of the moving average of the weights, which is what is exported
    masked: float = 0.03  # pieces hidden at random
    swap_from: int = 4500  # step from which names are swapped: first the names are learnt, then what surrounds them
    swapped: float = 0.25  # share of the names that are then put in another's place
    save_every: int = 250
    seed: int = 1


def names_loss(logits: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability that a word's tag is one of those its corpus allows."""
    sets = (allowed[..., None] >> torch.arange(len(NAME_TAGS))) & 1
    kept = allowed > 0
    scores = logits.float()[kept]
    inside = scores.masked_fill(sets[kept] == 0, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - inside).mean()


def syntax_loss(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """Cross entropies of heads, relations, tags (half each) and sentence starts."""
    heads = batch["heads"]

    def entropy(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=NO_LABEL)

    kept = batch["starts"] != NO_LABEL
    starts = F.binary_cross_entropy_with_logits(out["starts"].float()[kept], batch["starts"][kept].float())
    labels = network.labels(out, heads.clamp(min=0))
    return (
        entropy(out["arcs"], heads)
        + entropy(labels, batch["deps"])
        + 0.5 * (entropy(out["upos"], batch["upos"]) + entropy(out["xpos"], batch["xpos"]))
        + starts
    )


class Run:
    """A training run in a folder; a run that was stopped goes on from its last checkpoint."""

    def __init__(
        self, syntax: list[Passage], names: list[Passage], scheme: Scheme, minilm: Path, folder: Path, plan: Plan
    ):
        torch.manual_seed(plan.seed)
        self.plan, self.folder, self.scheme = plan, folder, scheme
        pieces = WordPieces(minilm / "vocab.txt")
        pool = name_pool([*syntax, *names])
        self.batchers = {
            "syntax": Batcher(syntax, pieces, scheme, CORPORA, plan.seed, pool),
            "names": Batcher(names, pieces, scheme, CORPORA, plan.seed, pool),
        }
        self.network = Network(len(scheme.upos), len(scheme.xpos), len(scheme.deps), len(CORPORA))
        load_minilm(self.network, minilm)
        trained = [(n, p) for n, p in self.network.named_parameters() if p.requires_grad]
        encoder = [p for n, p in trained if n.startswith(("layers", "norm", "positions"))]
        heads = [p for n, p in trained if not n.startswith(("layers", "norm", "positions"))]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
            weight_decay=0.01, betas=(0.9, 0.98), fused=True,
        )  # fmt: skip
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self.rate)
        self.trained = [p for _, p in trained]
        self.averaged = [p.detach().clone() for p in self.trained]
        self.step = 0
        self.queues: dict[str, list[list[Window]]] = {"syntax": [], "names": []}
        self.epochs = {"syntax": 0, "names": 0}
        self.resume()

    def rate(self, step: int) -> float:
        """Factor of the learning rates: a linear rise, then a linear fall."""
        if step < self.plan.warmup:
            return (step + 1) / self.plan.warmup
        return max(0.02, (self.plan.steps - step) / (self.plan.steps - self.plan.warmup))

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.averaged, self.step, self.epochs = state["averaged"], state["step"], state["epochs"]

    def save(self) -> None:
        """Write a checkpoint; the one before stays whole until this one is."""
        state = {
            "network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step,
            "schedule": self.schedule.state_dict(), "averaged": self.averaged, "epochs": self.epochs,
        }  # fmt: skip
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def batch(self, kind: str, rng: random.Random) -> dict[str, Tensor]:
        """The next batch of a kind, from a new pass when the last one is used up."""
        batcher = self.batchers[kind]
        if not self.queues[kind]:
            self.queues[kind] = batcher.epoch(self.epochs[kind], self.plan.pieces)
            self.epochs[kind] += 1
        arrays = batcher.arrays(
            self.queues[kind].pop(), rng, self.plan.swapped if self.step >= self.plan.swap_from else 0.0
        )
        return {name: torch.from_numpy(array) for name, array in arrays.items()}

    def loss(self, kind: str, batch: dict[str, Tensor]) -> Tensor:
        """The loss of one batch, with some of its pieces hidden."""
        ids = batch["ids"]
        hidden = (torch.rand(ids.shape) < self.plan.masked) & (ids > 103)
        words = self.network.encode(ids.masked_fill(hidden, 103), batch["features"], batch["first"], batch["last"])
        loss = names_loss(self.network.name_scores(words, batch["corpus"]), batch["names"])
        if kind == "syntax":
            loss = loss + syntax_loss(self.network, self.network.syntax_heads(words, batch["first"]), batch)
        return loss

    def train(self) -> None:
        """Runs to the end of the plan, with a line of losses and a checkpoint now and then."""
        self.network.train()
        begun = time.monotonic()
        losses: dict[str, list[float]] = {"syntax": [], "names": []}
        while self.step < self.plan.steps:
            rng = random.Random(f"{self.plan.seed}-{self.step}")
            kind = "names" if rng.random() < self.plan.name_share else "syntax"
            batch = self.batch(kind, rng)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = self.loss(kind, batch)
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
            self.optimizer.step()
            self.schedule.step()
            decay = min(self.plan.average, (self.step + 1) / (self.step + 20))
            torch._foreach_lerp_(self.averaged, [p.detach() for p in self.trained], 1 - decay)
            losses[kind].append(loss.item())
            self.step += 1
            if self.step % 50 == 0:
                means = {k: round(sum(v) / max(1, len(v)), 4) for k, v in losses.items()}
                line = {"step": self.step, "seconds": round(time.monotonic() - begun, 1), "epochs": self.epochs} | means
                print(json.dumps(line), flush=True)
                losses = {"syntax": [], "names": []}
            if self.step % self.plan.save_every == 0:
                self.save()
        self.save()

    def averaged_network(self) -> Network:
        """The network with the averaged weights, for export."""
        with torch.no_grad():
            for parameter, average in zip(self.trained, self.averaged, strict=True):
                parameter.copy_(average)
        network: Network = self.network.eval()
        return network
