"""Questions on news, travel guides and lives of GUM (../shared/data/gum), scored: right, right sentence, refused.

`gum_seen.jsonl` was read while the rules were written, of `gum_kept.jsonl` only the totals were looked at. The texts stay
where they are; see tests/kb/questions/README.md.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract.types import Document
from kb import Answer, Store, ask
from kb.words.terms import WORD, plain

QUESTIONS = Path(__file__).parent / "questions"
GENRES = ("news", "voyage", "bio")
Row = dict[str, Any]


def questions(name: str, *, of: str = "gum") -> list[Row]:
    """The questions of a set, "seen" or "kept"; those without answers are not answered by the articles."""
    return [json.loads(line) for line in (QUESTIONS / f"{of}_{name}.jsonl").read_text("utf-8").splitlines()]


def holds_sentence(text: str, row: Row) -> bool:
    """Whether a text holds a piece of a sentence that answers."""
    return any(part in text for part in row["sentence"].split("|"))


def articles(shared: Path, rows: Iterable[Row]) -> list[Document]:
    """The articles that the questions are on; their first line is the title."""
    wanted = {row["article"] for row in rows}
    files = [shared / f"data/gum/open/gum-{split}-{genre}.conllu.xz" for split in ("train", "dev") for genre in GENRES]
    found = {id: text for file in files if file.is_file() for id, text in texts(file) if id in wanted}
    return [
        Document(id, text, f"/gum/{id}", sha256(text.encode()).hexdigest(), text.split("\n")[0])
        for id, text in sorted(found.items())
    ]


def texts(file: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each document: its sentences, a blank line between paragraphs."""
    whole = lzma.decompress(file.read_bytes()).decode()
    for document in whole.split("# newdoc id = ")[1:]:
        lines = document.splitlines()
        parts = ["\n\n" if line.startswith("# newpar") else f"{line[9:].strip()} " for line in lines if _is_text(line)]
        yield lines[0].strip(), re.sub(r" *\n\n+ *", "\n\n", "".join(parts)).strip()


def _is_text(line: str) -> bool:
    return line.startswith(("# newpar", "# text ="))


def totals(store: Store, rows: Iterable[Row]) -> Counter[str]:
    """How many are answerable and not, right, rightly cited, refused."""
    counts: Counter[str] = Counter()
    for row in rows:
        answer = ask(store, row["question"])
        sort = "answerable" if "answers" in row else "unanswerable"
        counts.update([sort, *([f"{sort} refused"] if answer.text is None else [])])
        if sort == "answerable" and answer.text is not None:
            cited = holds_sentence(answer.citations[0].text, row)
            right = is_right(answer, row["answers"])
            counts.update(right=right, cited=cited, wrong=not right)
    return counts


def is_right(answer: Answer, golds: Iterable[str]) -> bool:
    """Whether the answer, or a row of it, holds a right one or stands in one, with half of the words the same."""
    given = [answer.text or "", *(item.text for item in answer.items)]
    return any(_same(_words(one), _words(gold)) for one in given for gold in golds)


def _words(text: str) -> list[str]:
    return [word for each in WORD.findall(text) if (word := plain(each)) not in ("a", "an", "the")]


def _same(given: list[str], gold: list[str]) -> bool:
    one, other = f" {' '.join(given)} ", f" {' '.join(gold)} "
    shared = (Counter(given) & Counter(gold)).total()
    return bool(given) and (one in other or other in one) and 4 * shared >= len(given) + len(gold)
