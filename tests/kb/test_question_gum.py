"""Questions of every kind on articles that no rule was made for; floors that only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.ingest import ingest
from kb.store import Store
from tests.kb.gum_questions import articles, holds_sentence, questions, totals

LEAST = {
    "seen": {"right": 53, "cited": 56, "unanswerable refused": 15},
    "kept": {"right": 55, "cited": 59, "unanswerable refused": 11},
}  # of 62 answerable and 18 unanswerable questions, and of 64 and 19; at most two below what was measured
MOST_REFUSED = {"seen": 5, "kept": 6}  # of the answerable


@pytest.mark.parametrize("name", ["seen", "kept"])
def test_most_are_right_and_most_without_answer_are_refused(name: str, fresh_store: Store, shared: Path) -> None:
    rows = questions(name)
    ingest(fresh_store, articles(shared, rows))
    counts = totals(fresh_store, rows)
    print(name, dict(counts))
    assert all(counts[what] >= least for what, least in LEAST[name].items())
    assert counts["answerable refused"] <= MOST_REFUSED[name]


def test_every_question_has_its_sentence(shared: Path) -> None:
    for name in ("seen", "kept"):
        rows = questions(name)
        texts = {document.id: document.text for document in articles(shared, rows)}
        known = [row for row in rows if "answers" in row]
        assert all(holds_sentence(texts[row["article"]], row) for row in known)
