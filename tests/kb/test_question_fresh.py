"""Questions of every kind on articles that nobody had looked at; floors that only go up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kb.ingest import ingest
from kb.store import Store
from tests.kb.fresh_questions import ANSWERED, articles, questions, totals
from tests.kb.gum_questions import holds_sentence

LEAST = {"seen": 34, "kept": 21}  # right, of 47 and 45 answerable questions
LEAST_REFUSED = {"seen": 13, "kept": 12}  # of 15 unanswerable questions each
MOST_WRONG = {"seen": 4, "kept": 12}  # of the answerable


@pytest.mark.parametrize("name", ["seen", "kept"])
def test_right_refused_and_wrong(name: str, fresh_store: Store, shared: Path) -> None:
    rows = questions(name)
    ingest(fresh_store, articles(shared, rows))
    by_kind = totals(fresh_store, rows)
    print(name, {kind: dict(count) for kind, count in by_kind.items()})
    refused = by_kind.pop("unanswerable")
    counts = sum(by_kind.values(), Counter[str]())
    assert counts["right"] >= LEAST[name]
    assert counts["wrong"] <= MOST_WRONG[name]
    assert refused["right"] >= LEAST_REFUSED[name]


def test_every_question_has_its_sentence(shared: Path) -> None:
    for name in ("seen", "kept"):
        rows = questions(name)
        texts = {document.id: document.text for document in articles(shared, rows)}
        cited = [row for row in rows if "sentence" in row]
        assert all(holds_sentence(texts[row["article"]], row) for row in cited)
        assert sum(not any(part in row for part in ANSWERED) for row in rows) == 15
