"""Fits the weights of pronouns and descriptions: GAP and GUM -> `extract/reference/weights.json`, with scores.

`python -m extract.training.references DATA` (the folder that holds gap/ and gum/; needs scipy). What is chosen at one
pronoun is a feature of the next, so the weights are fitted several times, each time on what the last ones choose.
Scores are by cross-validation over texts, never of a text by weights that were fitted on it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.language import load_language
from extract.reference.weights import FAMILY, FILE, SURE, weights
from extract.training.loglinear import Choice, fit, probabilities
from extract.training.reference_data import gap_choice, gap_rows, gum_choices, gum_texts

FOLDS = 5
ROUNDS = 3
GAP_WEIGHT = 2  # times each pronoun of GAP counts: half of its texts are of women, of GUM's a fifth
LEAST = 0.02  # weights nearer to 0 are left out of the file
NEWS = ("_news_", "_bio_", "_interview_")
SHOWN = {"he, she": ("he", "she"), "it": ("it",), "descriptions": ("description",)}

Families = dict[str, dict[str, float]]


class Corpora:
    """The texts, parsed once."""

    def __init__(self, data: Path):
        nlp = load_language()
        parts = ("validation", "development")
        rows = {part: gap_rows(data / f"gap/gap-{part}.tsv") for part in parts}
        self.gap = {part: [(row, nlp(row["Text"])) for row in rows[part]] for part in parts}
        texts = (text for path in sorted((data / "gum/open").glob("gum-*.xz")) for text in gum_texts(path))
        self.gum = [(name, nlp(text), named) for name, text, named in texts]

    def choices(self) -> Iterator[Choice]:
        """All choices, with what the present weights choose before each."""
        for row, doc in (pair for part in self.gap.values() for pair in part):
            choice = gap_choice(doc, row)
            if choice is not None:
                yield choice
        for name, doc, named in self.gum:
            yield from gum_choices(doc, name, named)


def families(choices: Sequence[Choice]) -> Families:
    """Weights of each family of kinds."""
    doubled = [c for c in choices for _ in range(1 if c.text.startswith("GUM_") else GAP_WEIGHT)]
    return {f: fit([c for c in doubled if FAMILY[c.kind] == f]) for f in sorted(set(FAMILY.values()))}


def write(found: Families) -> None:
    """Write the weights, and let them be read anew."""
    rounded = {f: {k: round(v, 2) for k, v in w.items() if abs(v) >= LEAST} for f, w in found.items()}
    FILE.write_text(json.dumps(rounded, indent=0, ensure_ascii=False) + "\n", "utf-8")
    weights.cache_clear()


def cross_validated(choices: Sequence[Choice]) -> list[tuple[Choice, int, float]]:
    """For each choice the likeliest option and its probability, by weights fitted on other texts."""
    texts = sorted({c.text for c in choices})
    random.Random(0).shuffle(texts)
    fold = {text: i % FOLDS for i, text in enumerate(texts)}
    found = []
    for i in range(FOLDS):
        fitted = families([c for c in choices if fold[c.text] != i])
        for choice in (c for c in choices if fold[c.text] == i):
            shares = probabilities(fitted[FAMILY[choice.kind]], choice)
            found.append((choice, int(shares.argmax()), float(shares.max())))
    return found


def scores(found: Sequence[tuple[Choice, int, float]]) -> str:
    """Precision and recall of links to names: of GUM all told and of its news, biographies and interviews."""
    lines = []
    for name, kinds in SHOWN.items():
        for part, marks in (("GUM", ("GUM_",)), ("news, bio, interview", NEWS)):
            chosen = [(c, i, p) for c, i, p in found if c.kind in kinds and any(m in c.text for m in marks)]
            linked = [(c, i) for c, i, p in chosen if is_name(c.keys[i]) and p >= SURE[c.kind]]
            right = sum(c.right[i] for c, i in linked)
            could = sum(any(r and is_name(k) for r, k in zip(c.right, c.keys, strict=True)) for c, _, _ in chosen)
            lines.append(f"{name}, {part}: precision {right / max(len(linked), 1):.3f} of {len(linked)}, ")
            lines[-1] += f"recall {right / max(could, 1):.3f} of {could}"
    return "\n".join(lines)


def gap_scores(found: Sequence[tuple[Choice, int, float]]) -> str:
    """F1 on GAP by its own rules: of all pronouns, of "he" and of "she"."""
    f1 = {}
    for kinds in (("he", "she"), ("he",), ("she",)):
        chosen = [(c, i, p) for c, i, p in found if c.kind in kinds and not c.text.startswith("GUM_")]
        linked = [(c, i) for c, i, p in chosen if c.keys[i] in c.asked and p >= SURE[c.kind]]
        gold = sum(not c.right[0] for c, _, _ in chosen)
        f1[kinds] = 2 * sum(c.right[i] for c, i in linked) / (len(linked) + gold)
    both, he, she = f1.values()
    return f"GAP: F1 {both:.3f}, he {he:.3f}, she {she:.3f}, ratio {she / he:.3f}"


def is_name(key: int | None) -> bool:
    """Whether a key is that of a named thing."""
    return key is not None and key >= 0


def main() -> None:
    """Fit, write, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    corpora = Corpora(parser.parse_args().data)
    write({family: {} for family in FAMILY.values()})
    for _ in range(ROUNDS):
        choices = list(corpora.choices())
        write(families(choices))
    found = cross_validated(choices)
    print(scores(found))
    print(gap_scores(found))


if __name__ == "__main__":
    main()
