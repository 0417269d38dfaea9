"""Heads from scores: always one tree, and the best one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from extract.parsing.trees import reaches, spanning_tree, tree

SCORES = st.integers(1, 12).flatmap(
    lambda n: arrays(np.float32, (n, n), elements=st.floats(-50, 50, width=32), unique=True)
)


@given(SCORES)
def test_tree_has_one_root_and_no_cycle(scores: np.ndarray) -> None:
    heads = tree(scores)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    assert len(roots) == 1
    assert reaches(heads, int(roots[0]))


@given(st.integers(2, 5).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.integers(-20, 20))))
def test_spanning_tree_is_the_best_of_all(scores: np.ndarray) -> None:
    n = len(scores)
    arcs = scores.copy()
    np.fill_diagonal(arcs, -np.inf)

    def total(heads: np.ndarray) -> float:
        return float(sum(arcs[i, heads[i]] for i in range(1, n)))

    everything = (np.array([0, *rest]) for rest in product(range(n), repeat=n - 1))
    trees = [heads for heads in everything if reaches(heads, 0) and (heads[1:] != np.arange(1, n)).all()]
    assert total(spanning_tree(arcs, 0)) == pytest.approx(max(map(total, trees)))


def test_cycle_is_broken_where_it_costs_least() -> None:
    # Words 1 and 2 prefer each other; entering at word 1 costs less than entering at word 2.
    scores = np.array([[9, 0, 0], [5, 0, 8], [1, 9, 0]], dtype=np.float32)
    assert tree(scores).tolist() == [0, 0, 1]
