"""Heads of a sentence from arc scores: one root, no cycle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def tree(scores: Scores) -> Heads:
    """Heads of n words from scores[child, head], whose diagonal scores being the root; the root heads itself.

    The root is the word that gains most by it. The rest take their best head, and only where these form a cycle is
    the maximum spanning tree computed (2 to 6 % of sentences).
    """
    n = len(scores)
    if n == 1:
        return np.zeros(1, dtype=np.int64)
    own = scores.diagonal().copy()
    arcs = scores.copy()
    np.fill_diagonal(arcs, -np.inf)
    root = int(np.argmax(own - arcs.max(axis=1)))
    heads: Heads = arcs.argmax(axis=1)
    heads[root] = root
    if not reaches(heads, root):
        heads = spanning_tree(arcs, root)
    return heads


def reaches(heads: Heads, root: int) -> bool:
    """Whether every word leads to the root."""
    up = heads
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return bool((up == root).all())


def spanning_tree(arcs: Scores, root: int) -> Heads:
    """Maximum spanning arborescence by Chu and Liu (1965) and Edmonds (1967); O(n^2) for each contracted cycle."""
    n = len(arcs)
    heads: Heads = arcs.argmax(axis=1)
    heads[root] = root
    cycle = find_cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = arcs[members, heads[members]]
    # The cycle becomes one node: entering it at a member costs the arc that this member has inside.
    enter = arcs[np.ix_(members, outside)] - kept[:, None]
    leave = arcs[np.ix_(outside, members)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf, dtype=arcs.dtype)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    small[-1, :-1] = enter.max(axis=0)
    small[:-1, -1] = leave.max(axis=1)
    np.fill_diagonal(small, -np.inf)
    inner = spanning_tree(small, int(np.flatnonzero(outside == root)[0]))
    for i, word in enumerate(outside):
        head = inner[i]
        heads[word] = members[leave[i].argmax()] if head == len(outside) else outside[head]
    source = inner[-1]
    heads[members[enter[:, source].argmax()]] = outside[source]
    heads[root] = root
    return heads


def find_cycle(heads: Heads, root: int) -> list[int]:
    """The words of one cycle, or none."""
    state = [0] * len(heads)  # 0 not seen, 1 on the way, 2 leads to the root
    state[root] = 2
    for word in range(len(heads)):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []
