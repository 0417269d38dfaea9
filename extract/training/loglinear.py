"""Log-linear choice between options, fitted by L-BFGS: the probability of the right options together is raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RIDGE = 3.0  # weight of the squared weights; 1 to 15 were tried by cross-validation
SEEN = 5  # options with a feature, below which it is left out
ROUNDS = 150

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with their features, which of them are right, and what they are."""

    text: str  # by which folds are cut
    kind: str  # of the pronoun, or "description"
    options: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    keys: Sequence[int | None]  # the thing's key; None for nothing
    asked: frozenset[int] = frozenset()  # of GAP: the keys of names A and B


def probabilities(weights: Mapping[str, float], choice: Choice) -> Floats:
    """The probability of each option."""
    scores = np.array([sum(weights.get(k, 0.0) * v for k, v in option.items()) for option in choice.options])
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights of the features by name."""
    from scipy.optimize import minimize  # of the extra `train`: what only reads data does without
    from scipy.sparse import csr_matrix

    choices = [c for c in choices if any(c.right) and not all(c.right)]
    seen = Counter(name for c in choices for option in c.options for name in option)
    index = {name: i for i, name in enumerate(sorted(name for name, n in seen.items() if n >= SEEN))}
    options = [option for c in choices for option in c.options]
    cells = [(row, index[k], v) for row, option in enumerate(options) for k, v in option.items() if k in index]
    rows, columns, values = zip(*cells, strict=True)
    table = csr_matrix((values, (rows, columns)), shape=(len(options), len(index)))
    sizes = np.array([len(c.options) for c in choices])
    starts, owner = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([r for c in choices for r in c.right])

    def shares(scores: Floats) -> tuple[Floats, Floats]:
        highest = np.maximum.reduceat(scores, starts)
        raised = np.exp(scores - highest[owner])
        total = np.add.reduceat(raised, starts)
        return raised / total[owner], highest + np.log(total)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        of_all, all_total = shares(scores)
        of_right, right_total = shares(np.where(right, scores, -1e9))
        gradient = table.T @ (of_all - np.where(right, of_right, 0.0)) + RIDGE * weights
        return float((all_total - right_total).sum() + RIDGE / 2 * weights @ weights), gradient

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return {name: float(found.x[i]) for name, i in index.items()}
