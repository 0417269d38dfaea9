"""Names matched beside the shared half of nomenklatura's cases: `python tests/bench/names.py SHARED`.

Each third of the pairs, told by a hash of their names, is judged by weights learnt on the other two; that figure is
the one to quote. `--fit` prints the weights learnt on all pairs, for kb/naming/likeness.py, whose own figure on the
same pairs is printed beside. `name_pairs.csv` holds 100 more pairs, written from memory before any was tried: names of
many countries, companies, universities and ministries; for these, what is merged without asking is measured too. Rules
were mended after each set had been seen: only the figures at first sight (CHANGELOG) say how other names would fare.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from pathlib import Path

import numpy as np

from kb.names import normalise
from kb.naming.features import compared
from kb.naming.likeness import BIAS, FEATURES, likeness
from kb.naming.parts import parts_of
from kb.naming.ways import found_way
from kb.resolve import block_of
from tests.bench.table import Row, f1, share, show

LABELS = {"Person": "PERSON", "Company": "ORG", "Organization": "ORG", "LegalEntity": "ORG", "Vessel": "PRODUCT"}
PAIRS = Path(__file__).with_name("name_pairs.csv")
LINE = 0.5  # from here on two names match
RIDGE = 1.0  # of the weights, chosen on two thirds of the pairs


def cases(shared: Path) -> list[dict[str, str]]:
    """The pairs of the shared half."""
    with (shared / "data/name_matching/cases.shared.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def third(case: dict[str, str]) -> int:
    """In which third a pair lies, told by its names."""
    return int(hashlib.sha256(f"{case['name1']}|{case['name2']}".encode()).hexdigest(), 16) % 3


def measures(case: dict[str, str]) -> list[float]:
    """The features of a pair, and a constant."""
    label = LABELS[case["schema"]]
    both = compared(parts_of(case["name1"], label), parts_of(case["name2"], label))
    return [1.0, *(feature.func(both) for feature in FEATURES)]


def learn(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a ridge on all but the constant, by Newton's method."""
    ridge = np.diag([1e-6] + [RIDGE] * (x.shape[1] - 1))
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge, x.T @ (y - p) - ridge @ weights)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def scores(judged: np.ndarray, gold: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1 of what was judged the same."""
    right = float((judged & gold).sum())
    precision, recall = share(right, float(judged.sum())), share(right, float(gold.sum()))
    return precision, recall, f1(precision, recall)


def rows(shared: Path) -> list[Row]:
    """The measurements."""
    found = cases(shared)
    x, gold = np.array([measures(case) for case in found]), np.array([case["is_match"] == "true" for case in found])
    thirds = np.array([third(case) for case in found])
    judged = np.zeros(len(found), dtype=bool)
    for number in range(3):
        weights = learn(x[thirds != number], gold[thirds != number].astype(float))
        judged[thirds == number] = x[thirds == number] @ weights >= 0
    shipped = np.array([_likeness(case) >= LINE for case in found])
    table = []
    for name, which in (
        ("each third by weights from the others", judged),
        ("shipped weights, on their own data", shipped),
    ):
        precision, recall, both = scores(which, gold)
        note = f"precision {precision:.3f}, recall {recall:.3f}"
        table.append(Row(f"name matching F1: {name}", both, goal=0.90, size=len(found), note=note))
    return [*table, *(row for which in ("first", "second") for row in written_rows(which))]


def written_rows(which: str) -> list[Row]:
    """How well the pairs of a set of name_pairs.csv are judged, and merged."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        found = [row for row in csv.DictReader(file) if row["set"] == which]
    gold = np.array([row["same"] == "yes" for row in found])
    both = [(row["label"], row["one"], row["other"]) for row in found]
    alike = np.array([likeness(one, label, other, label).score >= LINE for label, one, other in both])
    merged = np.array([_merged(*pair) for pair in both])
    table = []
    for name, judged in (("alike", alike), ("merged, given what both texts share", merged)):
        precision, recall, f = scores(judged, gold)
        note = f"precision {precision:.3f}, recall {recall:.3f}"
        table.append(Row(f"names of many countries, {which} set, {name}: F1", f, size=len(found), note=note))
    return table


def _merged(label: str, one: str, other: str) -> bool:
    keys = normalise(one, label).key, normalise(other, label).key
    return keys[0] == keys[1] or found_way(*keys, block_of(label) or "") is not None


def _likeness(case: dict[str, str]) -> float:
    label = LABELS[case["schema"]]
    return likeness(case["name1"], label, case["name2"], label).score


def fit(shared: Path) -> None:
    """Print the weights learnt on all pairs."""
    found = cases(shared)
    x, gold = np.array([measures(case) for case in found]), np.array([case["is_match"] == "true" for case in found])
    bias, *weights = learn(x, gold.astype(float))
    print(f"BIAS = {bias:.2f}  # was {BIAS}")
    for feature, weight in zip(FEATURES, weights, strict=True):
        print(f'    Feature("{feature.name}", features.{feature.func.__name__}, {weight:.2f}),')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--fit", action="store_true", help="print weights learnt on all pairs")
    given = parser.parse_args()
    if given.fit:
        fit(given.shared)
    print(show(rows(given.shared)))


if __name__ == "__main__":
    main()
