"""What the weights of pronouns and descriptions are fitted on, and how."""

import pytest

from extract.training.treebanks import Row

pytest.importorskip("scipy", reason="the recipe needs scipy: pip install footnote[train]")

from extract.training.loglinear import Choice, fit, probabilities
from extract.training.reference_data import Named, entities


def row(number: int, word: str, head: int, entity: str) -> Row:
    return [str(number), word, word, "X", "X", "_", str(head), "dep", "_", f"Entity={entity}" if entity else "_"]


def test_entities_of_gum() -> None:
    text = "Ana Souza sold her farm"
    rows = [
        row(1, "Ana", 3, "(1-person"), row(2, "Souza", 1, "1)"), row(3, "sold", 0, ""),
        row(4, "her", 5, "(2-place(1-person)"), row(5, "farm", 3, "2)"),
    ]  # fmt: skip
    assert set(entities(text, rows, 0, len(text))) == {
        Named(0, 9, 0, "1"), Named(15, 18, 15, "1"), Named(15, 23, 19, "2"),
    }  # fmt: skip


def test_fit_prefers_what_is_right() -> None:
    near, far = {"near": 1.0}, {"far": 1.0}
    choices = [Choice(str(i), "he", [far, near], [False, True], [0, 1]) for i in range(20)]
    weights = fit(choices)
    assert weights["near"] > 0 > weights["far"]
    assert probabilities(weights, choices[0])[1] > 0.7
