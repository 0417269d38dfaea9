"""Questions of every kind on articles of GUM and re3d (../shared/data), written before anything was asked.

`fresh_seen.jsonl` was read while the rules were mended, of `fresh_kept.jsonl` only the totals were looked at. The texts
stay where they are; see tests/kb/questions/README.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from extract.types import Document
from kb import Answer, Store, ask, follow_up
from tests.kb import gum_questions
from tests.kb.gum_questions import Row, holds_sentence, is_right, texts
from tests.kb.question_score import judge

GENRES = ("academic", "bio", "interview", "speech", "voyage")
PUBLICATIONS = {"bio": "Wikipedia", "voyage": "Wikivoyage", "interview": "Wikinews", "speech": "The White House"}
ANSWERED = ("answers", "items", "holds")  # a row without any of them is not answered by the articles


def questions(name: str) -> list[Row]:
    """The questions of a set, "seen" or "kept"."""
    return gum_questions.questions(name, of="fresh")


def articles(shared: Path, rows: Iterable[Row]) -> list[Document]:
    """The articles that the questions are on, with where they were published."""
    wanted = {row["article"] for row in rows}
    found = [*_gum(shared), *_re3d(shared)]
    return sorted((document for document in found if document.id in wanted), key=lambda document: document.id)


def _gum(shared: Path) -> Iterator[Document]:
    for split in ("train", "dev"):
        for genre in GENRES:
            file = shared / f"data/gum/open/gum-{split}-{genre}.conllu.xz"
            for id, text in texts(file) if file.is_file() else ():
                yield _document(id, text, text.split("\n")[0], PUBLICATIONS.get(genre))


def _re3d(shared: Path) -> Iterator[Document]:
    """Press releases and reports; the doubled quotation marks of their upstream table are single again."""
    for file in sorted((shared / "data/re3d").glob("*/documents.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            lines = [each.strip() for each in row["text"].replace('""', '"').replace('""', '"').split("\n")]
            text = "\n\n".join(each.removesuffix(' "') if each.count('"') % 2 else each for each in lines if each)
            yield _document(f"re3d_{row['_id'][:8]}", text, row["title"].strip(), row["sourceName"])


def _document(id: str, text: str, title: str, publication: str | None) -> Document:
    sha = sha256(text.encode()).hexdigest()
    return Document(id, text, f"/fresh/{id}", sha, title, publication=publication)


def scored(store: Store, rows: Iterable[Row]) -> Iterator[tuple[Row, Answer, str, bool]]:
    """Each question with its answer; "right", "refused" or "wrong"; and whether the right sentence is cited first."""
    for row in rows:
        answer = ask(store, _asked(store, row))
        yield row, answer, _verdict(row, answer), _is_cited(row, answer)


def _asked(store: Store, row: Row) -> str:
    if "before" not in row:
        return str(row["question"])
    return follow_up([ask(store, before) for before in row["before"]], row["question"])


def _verdict(row: Row, answer: Answer) -> str:
    if not any(part in row for part in ANSWERED):
        return "right" if answer.text is None else "wrong"
    if answer.text is None:
        return "refused"
    if "answers" not in row:
        return judge(row, answer)
    return "right" if is_right(answer, row["answers"]) else "wrong"


def _is_cited(row: Row, answer: Answer) -> bool:
    if answer.text is None or "sentence" not in row or not answer.citations:
        return False
    return holds_sentence(answer.citations[0].text, row)


def totals(store: Store, rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """Counts of right, refused, wrong and rightly cited, by kind; those without an answer apart."""
    counts: dict[str, Counter[str]] = {}
    for row, _, verdict, cited in scored(store, rows):
        kind = row["kind"] if any(part in row for part in ANSWERED) else "unanswerable"
        counts.setdefault(kind, Counter()).update([verdict, *(["cited"] if cited else [])])
    return counts
