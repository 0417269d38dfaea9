"""Comparing sources, measured on pairs of figures and of claims labelled by hand before any verdict was seen.

    python -m tests.bench.comparisons          all sets
    python -m tests.bench.comparisons news     one of: articles, news, claims

Each pair is read as two small articles. "articles": figures, the sentence and the two before it, rebuilt from `corpus/`
and from `../shared/data` (SQuAD, Re-DocRED); "altered" pairs had one value, year or word changed by hand, so that the
right verdict is known. "news": figures in texts written for it in the manner of agencies. "claims": sentences of those
articles, claims of `claims_fm2` with their evidence, and texts written for it. tests/gold/README.md has the guidelines.
Prints counts of label against verdict, and precision and recall of "differ".
"""

from __future__ import annotations

import hashlib
import json
import lzma
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from extract.documents import read_documents
from extract.types import Document
from kb.base.rows import FigureRow
from kb.compare import compare
from kb.comparing.claim_pairs import compare_claims
from kb.ingest import ingest
from kb.store import Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests/gold"
FILES = {
    "articles": ("comparisons.jsonl",),
    "news": ("comparisons_news.jsonl", "comparisons_news2.jsonl"),
    "claims": ("claim_comparisons.jsonl", "claim_comparisons2.jsonl"),
}
GRAVEST = ("differ", "revised", "other-period", "other-scope", "agree")
Row = dict[str, Any]
Text = tuple[str, str, str | None]  # title, text, date
Told = tuple[Row, str]  # a pair and the verdict on it


def texts() -> dict[str, Text]:
    """Title, text and date of every article that a pair may name, by the name used in the gold files."""
    found: dict[str, Text] = {}
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


def pairs(file: str) -> list[Row]:
    """The labelled pairs of a file."""
    return [json.loads(line) for line in (GOLD / file).read_text("utf-8").splitlines()]


def articles(row: Row, known: dict[str, Text]) -> Iterator[tuple[Text, int, str]]:
    """Both articles of a pair, each with where its figure starts and how it is printed, alterations made."""
    for side in "ab":
        place = row[side]
        title, text, published = known[place["document"]]
        start, end = place["figure"]
        before, figure, after = text[place["from"] : start], text[start:end], text[end : place["end"]]
        for old, new in row["altered"]["edits"] if row.get("altered", {}).get("side") == side else ():
            before, figure, after = _edited(before, figure, after, old, new)
        yield (title, before + figure + after, published), len(before), figure


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


def news(row: Row, known: dict[str, Text]) -> Iterator[tuple[Text, int, str]]:
    """Both texts of a pair written for it, with where the figure starts and how it is printed."""
    for side in "ab":
        start, end = row[side]["figure"]
        text = row[side]["text"]
        yield (row[side]["title"], text, row[side]["published"]), start, text[start:end]


def claims_fm2() -> dict[str, Row]:
    """The development part of Fool Me Twice by id."""
    with lzma.open(SHARED / "data/claims_fm2/fm2.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def claim_text(side: Row, known: dict[str, Text], examples: dict[str, Row]) -> Text:
    """One text of a pair of claims, edits made."""
    if "fm2" in side:
        row = examples[side["fm2"]]
        evidence = " ".join(sentence["text"] for sentence in row["evidence"])
        return row["page"], row["claim"] if side["part"] == "claim" else evidence, None
    if "document" not in side:
        return side.get("title", ""), side["text"], side.get("published")
    title, text, published = known[side["document"]]
    text = text[side["start"] : side["end"]]
    for old, new in side.get("edits", ()):
        text = text.replace(old, new, 1)
    return title, text, published


def document(name: str, text: Text) -> Document:
    title, words, published = text
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    return Document(name, words, f"/{name}", sha256, title or None, published=published)


def figure_at(store: Store, document: str, start: int, surface: str) -> FigureRow | None:
    """The stored figure that shares most with these characters."""
    end = start + len(surface)
    rows = [f for f in store.figures(document=document) if f.start < end and start < f.end]
    return max(rows, key=lambda f: (min(f.end, end) - max(f.start, start), f.kind != "ordinal"), default=None)


def figure_verdicts(
    rows: list[Row], placed: Callable[[Row, dict[str, Text]], Iterator[tuple[Text, int, str]]], known: dict[str, Text]
) -> Iterator[Told]:
    """Each pair with its verdict; "not-found" where a figure was not extracted."""
    sides = [list(placed(row, known)) for row in rows]
    with closing(Store(Database(memory=True))) as store:
        ingest(store, [document(f"{n}{k}", both[k][0]) for n, both in enumerate(sides) for k in (0, 1)])
        for n, (row, both) in enumerate(zip(rows, sides, strict=True)):
            one, other = (figure_at(store, f"{n}{k}", *both[k][1:]) for k in (0, 1))
            yield row, compare(store, one, other).kind if one and other else "not-found"


def claim_verdicts(rows: list[Row], known: dict[str, Text]) -> Iterator[Told]:
    """Each pair with the gravest verdict on any two claims of it; "other-thing" where none are comparable."""
    examples = claims_fm2()
    with closing(Store(Database(memory=True))) as store:
        sides = [(f"{n}{k}", claim_text(row[k], known, examples)) for n, row in enumerate(rows) for k in "ab"]
        ingest(store, [document(name, text) for name, text in sides])
        for n, row in enumerate(rows):
            both = [claim for k in "ab" for claim in store.claims(document=f"{n}{k}")]
            told = {found.verdict.kind for found in compare_claims(store, both)}
            yield row, next((kind for kind in GRAVEST if kind in told), "other-thing")


def show(name: str, told: Iterator[Told]) -> None:
    """Print a set's table and its shares."""
    counts: Counter[tuple[str, str]] = Counter()
    natural: Counter[tuple[str, str]] = Counter()
    for row, verdict in told:
        counts[row["label"], verdict] += 1
        natural[row["label"], verdict] += "altered" not in row
    print(name)
    for (label, verdict), count in sorted(counts.items()):
        print(f"  {label:14} -> {verdict:16}{count:4}   unaltered {natural[label, verdict]}")
    said = sum(count for (_, verdict), count in counts.items() if verdict == "differ")
    right, labelled = counts["differ", "differ"], sum(c for (label, _), c in counts.items() if label == "differ")
    print(f"  “differ”: precision {right}/{said}, recall {right}/{labelled}")


def main() -> None:
    """Print the tables of the sets named, or of all."""
    known = texts()
    for name in sys.argv[1:] or FILES:
        for file in FILES[name]:
            if name == "claims":
                show(file, claim_verdicts(pairs(file), known))
            else:
                show(file, figure_verdicts(pairs(file), articles if name == "articles" else news, known))


if __name__ == "__main__":
    main()
