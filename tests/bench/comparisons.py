"""Comparing sources, measured on pairs of figures of two articles labelled by hand before any verdict was seen.

    python -m tests.bench.comparisons

Each pair is read as two small articles: the sentence and the two before it. Texts are rebuilt from `corpus/` and from
`../shared/data` (SQuAD, Re-DocRED); "altered" pairs had one value, year or word changed by hand, so that the right
verdict is known. Prints counts of label against verdict, and precision and recall of "differ".
"""

from __future__ import annotations

import hashlib
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from extract.documents import read_documents
from extract.types import Document
from kb.base.rows import FigureRow
from kb.compare import compare
from kb.ingest import ingest
from kb.store import Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests/gold/comparisons.jsonl"
Row = dict[str, Any]


def texts() -> dict[str, tuple[str, str, str | None]]:
    """Title, text and date of every article that a pair may name, by the name used in the gold file."""
    found: dict[str, tuple[str, str, str | None]] = {}
    for document in read_documents([ROOT / "corpus"]):
        assert isinstance(document, Document)
        found[Path(document.source).name] = (document.title or "", document.text, document.published)
    sys.path.insert(0, str(SHARED / "evaluate"))
    from score_common import detokenise

    for prefix, name in (("redocred-dev", "dev_revised"), ("docred-test", "docred_test_entities_only")):
        rows = json.loads((SHARED / f"data/redocred/{name}.json").read_text("utf-8"))
        for number, row in enumerate(rows):
            found[f"{prefix}-{number}"] = (row["title"], " ".join(detokenise(s)[0] for s in row["sents"]), None)
    with lzma.open(SHARED / "data/squad/squad-dev.shared.json.xz", "rt", encoding="utf-8") as lines:
        for number, article in enumerate(json.load(lines)["data"]):
            text = "\n\n".join(paragraph["context"] for paragraph in article["paragraphs"])
            found[f"squad-dev-{number}"] = (article["title"].replace("_", " "), text, None)
    return found


def pairs() -> list[Row]:
    """The labelled pairs."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def articles(
    row: Row, known: dict[str, tuple[str, str, str | None]], number: int
) -> Iterator[tuple[Document, int, str]]:
    """Both articles of a pair, each with where its figure starts and how it is printed, alterations made."""
    for side in "ab":
        place = row[side]
        title, text, published = known[place["document"]]
        start, end = place["figure"]
        before, figure, after = text[place["from"] : start], text[start:end], text[end : place["end"]]
        for old, new in row["altered"]["edits"] if row.get("altered", {}).get("side") == side else ():
            before, figure, after = _edited(before, figure, after, old, new)
        whole = before + figure + after
        sha256 = hashlib.sha256(whole.encode()).hexdigest()
        yield (
            Document(f"{number}{side}", whole, f"/{number}{side}", sha256, title, published=published),
            len(before),
            figure,
        )


def _edited(before: str, figure: str, after: str, old: str, new: str) -> tuple[str, str, str]:
    """The three parts with one wording replaced where it stands nearest the figure; it may reach over its bounds."""
    whole, at = before + figure + after, len(before)
    places = [n for n in range(len(whole)) if whole.startswith(old, n)]
    place = min(places, key=lambda n: abs(n - at))
    if place > at + len(figure):
        return before, figure, after.replace(old, new, 1)
    if place + len(old) <= at:
        return before[:place] + new + before[place + len(old) :], figure, after
    kept = whole[place + len(old) : at + len(figure)] if at + len(figure) > place + len(old) else ""
    return whole[:place], new + kept, whole[max(place + len(old), at + len(figure)) :]


def figure_at(store: Store, document: str, start: int, surface: str) -> FigureRow | None:
    """The stored figure that shares most with these characters."""
    end = start + len(surface)
    rows = [f for f in store.figures(document=document) if f.start < end and start < f.end]
    return max(rows, key=lambda f: (min(f.end, end) - max(f.start, start), f.kind != "ordinal"), default=None)


def verdicts() -> Iterator[tuple[Row, str, str]]:
    """Each pair with its verdict and the reason; "not-found" where a figure was not extracted."""
    known, rows = texts(), pairs()
    with closing(Store(Database(memory=True))) as store:
        placed = [list(articles(row, known, number)) for number, row in enumerate(rows)]
        ingest(store, [document for both in placed for document, _, _ in both])
        for row, both in zip(rows, placed, strict=True):
            one, other = (figure_at(store, document.id, start, surface) for document, start, surface in both)
            verdict = compare(store, one, other) if one and other else None
            yield row, verdict.kind if verdict else "not-found", verdict.why if verdict else ""


def main() -> None:
    """Print the table and the two shares."""
    counts: Counter[tuple[str, str]] = Counter()
    natural: Counter[tuple[str, str]] = Counter()
    for row, verdict, _ in verdicts():
        counts[row["label"], verdict] += 1
        natural[row["label"], verdict] += "altered" not in row
    for (label, verdict), count in sorted(counts.items()):
        print(f"{label:14} -> {verdict:16}{count:4}   unaltered {natural[label, verdict]}")
    said = sum(count for (_, verdict), count in counts.items() if verdict == "differ")
    right, labelled = counts["differ", "differ"], sum(c for (label, _), c in counts.items() if label == "differ")
    print(f"“differ”: precision {right}/{said}, recall {right}/{labelled}")


if __name__ == "__main__":
    main()
