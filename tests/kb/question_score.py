"""Questions of tests/kb/questions scored: right, refused or wrong, by kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.documents import read_records
from extract.types import Document
from kb import Answer, Store, ask, follow_up, ingest
from kb.words.terms import plain

QUESTIONS = Path(__file__).parent / "questions"
Row = dict[str, Any]


def questions(name: str) -> list[Row]:
    """The questions of a set, "seen" or "kept"."""
    return [json.loads(line) for line in (QUESTIONS / f"{name}_questions.jsonl").read_text("utf-8").splitlines()]


def fill(store: Store, name: str) -> None:
    """Read the articles of a set into a base."""
    with (QUESTIONS / f"{name}_articles.jsonl").open("rb") as lines:
        ingest(store, [document for document in read_records(lines) if isinstance(document, Document)])


def scored(store: Store, rows: list[Row]) -> Iterator[tuple[Row, Answer | str, str]]:
    """Each question with what came back and "right", "refused" or "wrong"."""
    for row in rows:
        if row["kind"] == "follow-up":
            understood = follow_up([ask(store, before) for before in row["before"]], row["question"])
            right = all(plain(part) in plain(understood) for part in row["understood"])
            yield row, understood, "right" if right else "refused" if understood == row["question"] else "wrong"
        else:
            answer = ask(store, row["question"])
            yield row, answer, judge(row, answer)


def judge(row: Row, answer: Answer) -> str:
    """A refusal is right where it is asked for, and else merely a refusal; anything unasked in an answer is wrong."""
    if answer.text is None:
        return "right" if row.get("refuse") else "refused"
    if row.get("refuse"):
        return "wrong"
    if "items" in row or "holds" in row:
        return _judge_items(row, answer)
    text = plain(answer.text)
    parts = [row["answer"], *([row["also"]] if "also" in row else [])]
    right = text == row["answer"] if row["answer"] in ("yes", "no") else all(plain(part) in text for part in parts)
    noted = plain(row.get("note", "")) in plain(answer.note)
    return "right" if right and noted else "wrong"


def _judge_items(row: Row, answer: Answer) -> str:
    found = [plain(item.text.split(":")[0]) for item in answer.items]
    needed = [plain(name) for name in row.get("items", row.get("holds", [])) if name not in row.get("optional", [])]
    allowed = [plain(name) for name in (*row.get("items", []), *row.get("optional", []))]
    if any(not any(name in each for each in found) for name in needed):
        return "wrong" if "holds" in row and not found else "refused" if _only(found, allowed, row) else "wrong"
    return "right" if _only(found, allowed, row) else "wrong"


def _only(found: list[str], allowed: list[str], row: Row) -> bool:
    """Whether nothing stands in a list that must not."""
    if "items" in row:
        return all(any(name in each for name in allowed) for each in found)
    return not any(plain(name) == each for name in row.get("lacks", []) for each in found)


def totals(store: Store, rows: list[Row]) -> dict[str, Counter[str]]:
    """Counts of right, refused and wrong by kind."""
    counts: dict[str, Counter[str]] = {}
    for row, _, verdict in scored(store, rows):
        counts.setdefault(row["kind"], Counter())[verdict] += 1
    return counts
