"""Each kind of question on unrelated articles: the seen set, and the set kept apart, of which only the totals count.

Nobody looks at single answers of the kept set while rules are written; see tests/kb/questions/README.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from kb.store import Store
from tests.kb.question_score import fill, questions, totals

LEAST_RIGHT = {"seen": 77, "kept": 83}  # of 84 and of 96
MOST_WRONG = {"seen": 0, "kept": 1}


@pytest.fixture(scope="module", params=["seen", "kept"])
def measured(request: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Counter[str]]]]:
    store = Store(Database(memory=True))
    fill(store, request.param)
    yield request.param, totals(store, questions(request.param))
    store.close()


def test_most_are_right_and_hardly_any_is_wrong(measured: tuple[str, dict[str, Counter[str]]]) -> None:
    name, by_kind = measured
    counts = sum(by_kind.values(), Counter[str]())
    print(name, {kind: dict(count) for kind, count in by_kind.items()})
    assert counts["right"] >= LEAST_RIGHT[name]
    assert counts["wrong"] <= MOST_WRONG[name]


def test_each_kind_has_fifteen_questions_about_half_kept_apart() -> None:
    seen, kept = (Counter(row["kind"] for row in questions(name)) for name in ("seen", "kept"))
    assert {kind: (seen[kind], kept[kind]) for kind in seen | kept} == dict.fromkeys(seen, (7, 8))
