"""The training loop: fixed seeds, resumable, on the CPU in bfloat16."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import torch
from torch import Tensor

from extract.training.network import load_minilm
from kb.training.batches import Batch, Batcher
from kb.training.losses import answered_loss, relevance_loss, spans_loss
from kb.training.network import Network


@dataclass(frozen=True, slots=True)
class Round:
    """A stretch of a run; it starts from the averaged weights of the one before."""

    end: int  # number of the step after its last
    rate: float  # share of the rates at its beginning; they fall in a line to its end


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: about 0.7 seconds a step on one core."""

    rounds: Sequence[Round] = (Round(7_500, 1.0), Round(16_000, 0.7), Round(24_000, 0.5))
    groups: int = 6  # questions a step; with their candidates about 25 windows, 2,700 pieces
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.04  # share of the steps
    average: float = 0.998  # decay of the moving average of the weights
    # What is exported is the mean of the average at the end of the last round and of that before it, half each. Right
    # sentence first 0.827, EM 0.627, F1 0.718; the last round's alone 0.823, 0.616 and 0.709 (923 questions of the
    # seven SQuAD articles).
    last_share: float = 0.5
    masked: float = 0.02  # pieces hidden at random
    answered_weight: float = 2.0  # of a right candidate in the loss that says whether a sentence answers
    save_every: int = 250
    seed: int = 1

    def cut(self, steps: int) -> Plan:
        """The plan of a run of so many steps; its last round is whole in itself, however short."""
        begun = [0, *(each.end for each in self.rounds)]
        kept = [
            Round(min(each.end, steps), each.rate)
            for begin, each in zip(begun, self.rounds, strict=False)
            if begin < steps
        ]
        return replace(self, rounds=kept)


class Run:
    """A training run in a folder; a run that was stopped goes on from its last checkpoint."""

    def __init__(self, batcher: Batcher, minilm: Path, folder: Path, plan: Plan):
        torch.manual_seed(plan.seed)
        self.batcher, self.folder, self.plan = batcher, folder, plan
        self.network = Network()
        load_minilm(self.network, minilm)
        trained = [(n, p) for n, p in self.network.named_parameters() if p.requires_grad]
        inner = ("layers", "norm", "positions", "features")
        encoder = [p for n, p in trained if n.startswith(inner)]
        heads = [p for n, p in trained if not n.startswith(inner)]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
            weight_decay=0.01, betas=(0.9, 0.98), fused=True,
        )  # fmt: skip
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self.rate)
        self.trained = [p for _, p in trained]
        self.averaged = [p.detach().clone() for p in self.trained]
        self.begun = self.averaged  # the average at the beginning of the round
        self.step = 0
        self.resume()

    def rate(self, step: int) -> float:
        """The share of the full learning rate at a step."""
        begin = 0
        for each in self.plan.rounds:
            if step < each.end:
                break
            begin = each.end
        warmup = max(1, int(self.plan.warmup * (each.end - begin)))
        if step - begin < warmup:
            return each.rate * (step - begin + 1) / warmup
        return each.rate * max(0.01, (each.end - step) / max(1, each.end - begin - warmup))

    def resume(self) -> None:
        """Takes up the checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.averaged, self.begun, self.step = state["averaged"], state["begun"], state["step"]

    def save(self) -> None:
        """Writes the checkpoint in one move."""
        state = {
            "network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step,
            "schedule": self.schedule.state_dict(), "averaged": self.averaged,
            "begun": self.begun,
        }  # fmt: skip
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def begin_round(self) -> None:
        """Goes on from the averaged weights, with a new optimizer."""
        self._take(self.averaged)
        self.begun = [average.clone() for average in self.averaged]
        self.optimizer.state.clear()

    def _take(self, weights: Sequence[Tensor]) -> None:
        with torch.no_grad():
            for parameter, weight in zip(self.trained, weights, strict=True):
                parameter.copy_(weight)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The three losses of a batch."""
        given = {field.name: torch.from_numpy(getattr(batch, field.name)) for field in fields(batch)}
        ids = given["ids"]
        hidden = (torch.rand(ids.shape) < self.plan.masked) & (ids > 103)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores, spans = self.network(ids.masked_fill(hidden, 103), given["features"], given["sentence"])
        return {
            "relevance": relevance_loss(scores[:, 0], given["group"], given["right"]),
            "answered": answered_loss(scores[:, 1], given["right"], self.plan.answered_weight),
            "spans": spans_loss(spans, given["sentence"], given["spans"]),
        }

    def train(self) -> None:
        """Runs to the end of the plan, with a line of losses and a checkpoint now and then."""
        self.network.train()
        begun, sums = time.monotonic(), defaultdict[str, float](float)
        while self.step < self.plan.rounds[-1].end:
            torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
            if self.step in [each.end for each in self.plan.rounds]:
                self.begin_round()
            losses = self.losses(self.batcher.batch(self.step))
            self.optimizer.zero_grad(set_to_none=True)
            sum(losses.values()).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
            self.optimizer.step()
            self.schedule.step()
            decay = min(self.plan.average, (self.step + 1) / (self.step + 20))
            torch._foreach_lerp_(self.averaged, [p.detach() for p in self.trained], 1 - decay)
            for name, loss in losses.items():
                sums[name] += loss.item() / 50
            self.step += 1
            if self.step % 50 == 0:
                line = {"step": self.step, "seconds": round(time.monotonic() - begun, 1)}
                print(json.dumps(line | {name: round(value, 4) for name, value in sums.items()}), flush=True)
                sums.clear()
            if self.step % self.plan.save_every == 0:
                self.save()
        self.save()

    def averaged_network(self) -> Network:
        """The network with the averaged weights, for export; of a run of one round with those of its end."""
        last = self.plan.last_share if len(self.plan.rounds) > 1 else 1.0
        self._take([torch.lerp(before, end, last) for before, end in zip(self.begun, self.averaged, strict=True)])
        network: Network = self.network.eval()
        return network
