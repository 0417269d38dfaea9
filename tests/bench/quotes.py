"""Quotes beside labels made blind on GUM news and interviews, and textacy's direct quotations in the same run.

`python tests/bench/quotes.py SHARED`: contents are matched one to one where they share at least SAME of the characters
of their union; with speaker: and the speaker overlaps the labelled one, or has one of the labelled names' words.
textacy is measured where it is installed (`pip install textacy`), with our pipeline under it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from extract.language import load_language
from extract.pipeline import read
from extract.training.scores import documents, plain
from extract.training.treebanks import sentence_id
from extract.types import Document

GOLD = Path(__file__).parents[1] / "gold"
SAME = 0.8
Span = tuple[int, int]
Said = tuple[Span, Span | None]  # content, speaker
System = Callable[[Doc, str], Iterator[Said]]
LITTLE = frozenset("the a an of and in for to by mr mr. mrs. ms. dr. professor president".split())


def texts(shared: Path, genre: str) -> dict[str, str]:
    """Texts of GUM's documents of a genre by their ids."""
    found = {}
    for split in ("train", "dev"):
        for document in documents([shared / f"data/gum/open/gum-{split}-{genre}.conllu.xz"]):
            found[sentence_id(document[0][0]).rsplit("-", 1)[0]] = plain(document)[0]
    return found


def union_share(a: Span, b: Span) -> float:
    """Characters in both spans, as a share of those in either."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, both) / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def same_speaker(text: str, ours: Span | None, gold: dict) -> bool:
    """Whether our speaker is the labelled one, by place or by a word of one of its names."""
    if ours is None or gold["speaker"] is None:
        return ours is None and gold["speaker"] is None
    if ours[0] < gold["speaker"][1] and gold["speaker"][0] < ours[1]:
        return True
    words = {w for a, b in gold["speaker_names"] for w in text[a:b].lower().split()} - LITTLE
    return bool(words & set(text[ours[0] : ours[1]].lower().split()))


def ours(doc: Doc, name: str) -> Iterator[Said]:
    found = read(Document(name, doc.text, name, "0" * 64), doc)
    for quote in found.quotes:
        speaker = quote.speaker
        yield (quote.start, quote.end), speaker and (speaker.start, speaker.end)


def theirs(doc: Doc, _: str) -> Iterator[Said]:
    from textacy.extract import direct_quotations

    try:
        quotations = list(direct_quotations(doc))
    except ValueError:  # it gives a text up whose marks are not balanced
        return
    for found in quotations:
        content = found.content
        text = content.text.strip("\"“”‘’' ")
        start = content.start_char + content.text.find(text)
        speaker = found.speaker
        yield (start, start + len(text)), (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None


def scored(
    system: Callable[[Doc, str], Iterator[Said]], docs: dict[str, Doc], gold: dict[str, list[dict]]
) -> list[int]:
    """Right contents, right with speaker, predicted, gold."""
    counts = [0, 0, 0, 0]
    for name, labels in gold.items():
        doc = docs[name]
        found = list(system(doc, name))
        shares = sorted(
            ((union_share(content, (g["start"], g["end"])), i, j) for i, (content, _) in enumerate(found)
             for j, g in enumerate(labels)), reverse=True,
        )  # fmt: skip
        used: tuple[set[int], set[int]] = set(), set()
        for share, i, j in shares:
            if share >= SAME and i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                counts[0] += 1
                counts[1] += same_speaker(doc.text, found[i][1], labels[j])
        counts[2] += len(found)
        counts[3] += len(labels)
    return counts


def f1(right: int, predicted: int, gold: int) -> float:
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was missed and what was too much")
    given = parser.parse_args()
    nlp = load_language()
    systems: dict[str, System] = {"footnote": ours}
    try:
        import textacy  # noqa: F401
    except ImportError:
        print("textacy is not installed: not compared")
    else:
        systems["textacy"] = theirs
    print(f"{'':40}{'P':>8}{'R':>8}{'F1':>8}{'+speaker':>10}")
    total = {name: [0, 0, 0, 0] for name in systems}
    for genre, file in (("news", "quotes_news.jsonl"), ("interview", "quotes_interviews.jsonl")):
        held = texts(given.shared, genre)
        gold: dict[str, list[dict]] = {name: [] for name in held}
        for line in (GOLD / file).read_text("utf-8").splitlines():
            label = json.loads(line)
            gold[label["document"]].append(label)
        docs = {name: nlp(text) for name, text in held.items()}
        for name, system in systems.items():
            counts = rows(f"{genre} {name}", system, docs, gold)
            total[name] = [a + b for a, b in zip(total[name], counts, strict=True)]
        if given.show:
            errors(docs, gold)
    for name, counts in total.items():
        show(f"all {name}", counts)


def rows(name: str, system: System, docs: dict[str, Doc], gold: dict[str, list[dict]]) -> list[int]:
    """Print a system's rows for a genre; return its counts over all labels."""
    counts = scored(system, docs, gold)
    show(name, counts)
    for direct, kind in ((True, "direct, recall"), (False, "indirect, recall")):
        kept = {doc: [g for g in labels if g["direct"] == direct] for doc, labels in gold.items()}
        show(f"  {kind}", scored(system, docs, kept), recall_only=True)
    return counts


def errors(docs: dict[str, Doc], gold: dict[str, list[dict]]) -> None:
    """Print contents without their like on the other side."""
    for name, labels in gold.items():
        doc = docs[name]
        found = [content for content, _ in ours(doc, name)]
        for g in labels:
            if all(union_share(content, (g["start"], g["end"])) < SAME for content in found):
                print("  missed", name, "D" if g["direct"] else "I", repr(doc.text[g["start"] : g["end"]])[:150])
        for content in found:
            if all(union_share(content, (g["start"], g["end"])) < SAME for g in labels):
                print("  extra ", name, repr(doc.text[content[0] : content[1]])[:150])


def show(name: str, counts: list[int], *, recall_only: bool = False) -> None:
    right, spoken, predicted, gold = counts
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    if recall_only:
        print(f"{name:40}{'':8}{recall:8.3f}")
        return
    print(f"{name:40}{precision:8.3f}{recall:8.3f}{f1(right, predicted, gold):8.3f}{f1(spoken, predicted, gold):10.3f}")


if __name__ == "__main__":
    main()
