"""Industries beside labels made blind on 60 texts of GUM and the seed article: `python tests/bench/industries.py SHARED`.

What is found is right when it overlaps a label; labels marked unsure count neither way.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from extract.industries import find_industries
from extract.isic import TITLES
from extract.language import load_language
from extract.sentences import sentence_numbers
from extract.training.scores import documents, plain
from extract.training.treebanks import sentence_id

GOLD = Path(__file__).parents[1] / "gold" / "industries.jsonl"
TEXTS = {"news": 99, "interview": 99, "bio": 7, "voyage": 7, "textbook": 4, "speech": 3}  # so many of each genre


def texts(shared: Path) -> dict[str, str]:
    """The texts that were labelled, by their names."""
    found = {path.stem: path.read_text("utf-8") for path in (shared / "seeds").glob("*.txt")}
    for genre, count in TEXTS.items():
        splits = ("train", "dev") if genre in ("news", "interview") else ("train",)
        paths = [shared / f"data/gum/open/gum-{split}-{genre}.conllu.xz" for split in splits]
        for _, document in zip(range(count), documents(paths), strict=False):
            found[sentence_id(document[0][0]).rsplit("-", 1)[0]] = plain(document)[0]
    return found


def sections() -> dict[str, str]:
    """The section of every code: in the table a section stands before its divisions."""
    found, section = {}, ""
    for code in TITLES:
        section = section if code.isdigit() else code
        found[code] = section
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was wrong and what was missed")
    given = parser.parse_args()
    labels: dict[str, list[dict]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["document"], []).append(label)
    nlp, section_of = load_language(), sections()
    right = wrong = met = sure = section = 0
    for name, text in texts(given.shared).items():
        doc = nlp(text)
        found = list(find_industries(doc, sentence_numbers(doc)))
        gold = labels.get(name, [])
        for industry in found:
            over = [g for g in gold if g["start"] < industry.end and industry.start < g["end"]]
            if not over or any(g["sure"] for g in over):
                right, wrong = right + bool(over), wrong + (not over)
                section += any(g["isic"] == section_of[industry.code] for g in over)
            if given.show and not over:
                print("  wrong ", name, repr(text[industry.start - 30 : industry.end + 20]))
        for g in gold:
            if g["sure"]:
                sure += 1
                hit = any(g["start"] < i.end and i.start < g["end"] for i in found)
                met += hit
                if given.show and not hit:
                    print("  missed", name, repr(text[g["start"] - 30 : g["end"] + 20]))
    print(f"found {right + wrong}, recall {met / sure:.3f} of {sure}, section right {section / max(1, right):.3f}")
    print(f"industries, precision of what is found: {right / (right + wrong):.3f}")


if __name__ == "__main__":
    main()
