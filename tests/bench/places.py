"""Kinds of places beside labels made blind on GUM's news: `python -m tests.bench.places ../shared [--show]`.

A labelled name is found where a name of ours with a place's label overlaps it; where several do, the one that shares
most of its characters with it counts. The kind is right when ours is the labelled one, or the other one that the label
allows. The names in these texts are among those that the weights learnt names on; their kinds are not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from extract.language import load_language
from extract.pipeline import extract
from extract.training.scores import documents, plain
from extract.training.treebanks import sentence_id
from extract.types import Document, Mention
from tests.bench.table import Row, share, show

GOLD = Path(__file__).parents[1] / "gold" / "places.jsonl"
KINDS = ("CITY", "REGION", "COUNTRY", "PLACE")
Judged = tuple[dict, Mention | None]  # a label, and our mention that meets it


def judged(shared: Path, nlp: Language) -> Iterator[Judged]:
    """Every label with our mention for it, in the order of the labels."""
    labels: dict[str, list[dict]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["document"], []).append(label)
    for document in documents([shared / "data/gum/open/gum-train-news.conllu.xz"]):
        name = sentence_id(document[0][0]).rsplit("-", 1)[0]
        if name in labels:
            text = plain(document)[0]
            mentions = extract(Document(name, text, name, "0" * 64), nlp).mentions
            places = [m for m in mentions if m.form == "name" and m.label in KINDS]
            yield from ((label, nearest(label, places)) for label in labels[name])


def nearest(label: dict, places: list[Mention]) -> Mention | None:
    """The place that shares most with a label's span, if one overlaps it."""

    def shared_part(place: Mention) -> float:
        both = min(place.end, label["end"]) - max(place.start, label["start"])
        return both / (max(place.end, label["end"]) - min(place.start, label["start"]))

    best = max(places, key=shared_part, default=None)
    return best if best is not None and shared_part(best) > 0 else None


def right(found: Judged) -> bool:
    """Whether the mention has a kind that the label allows."""
    label, mention = found
    return mention is not None and mention.label in (label["label"], label.get("also"))


def rows(found: list[Judged]) -> list[Row]:
    """Kind right of those found, of each kind, and found at all."""
    met = [one for one in found if one[1] is not None]
    table = [
        Row("places of GUM news: kind right of those found", share(sum(map(right, met)), len(met)), goal=0.90,
            size=len(met)),
        Row("  found as a place", share(len(met), len(found)), size=len(found)),
        Row("  found, and kind right", share(sum(map(right, met)), len(found)), size=len(found)),
    ]  # fmt: skip
    for kind in KINDS:
        of_kind = [one for one in met if one[0]["label"] == kind]
        table.append(Row(f"  {kind}: kind right", share(sum(map(right, of_kind)), len(of_kind)), size=len(of_kind)))
    names = {(label["document"], mention.surface): right((label, mention)) for label, mention in met if mention}
    note = "each name once an article, as its last mention there"
    table.append(Row("  names: kind right", share(sum(names.values()), len(names)), size=len(names), note=note))
    return table


def errors(found: list[Judged]) -> None:
    """Print names whose kind is wrong, and names that we do not have as a place."""
    for label, mention in found:
        if not right((label, mention)):
            ours = f"{mention.surface!r} {mention.label}" if mention else "not found"
            print(label["document"], label["start"], label["label"], "ours:", ours)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was wrong and what was missed")
    given = parser.parse_args()
    found = list(judged(given.shared, load_language()))
    print(show(rows(found)))
    if given.show:
        errors(found)


if __name__ == "__main__":
    main()
