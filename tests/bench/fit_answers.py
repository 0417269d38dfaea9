"""Fits the weights of asking on SQuAD articles and prints them beside those in use. Run by hand; minutes.

    kb --db squad.db add - < articles.jsonl        # each of an id, its title, and its paragraphs joined by blank lines
    python tests/bench/fit_answers.py squad.db ../shared/data/squad/squad-dev.shared.json.xz --questions 2000

A third of the titles is kept apart by a fixed seed: every figure is printed for the titles fitted on, then for these.
Printed: ranking (hit@1, hit@5, weights of kb/features.py), the answers' F1, refusals, and the shares right by raw number
(kb/confidence.py).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import string
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kb import confidence, open_store
from kb.answer import compose
from kb.asking import readings_of, unknown_name
from kb.features import FEATURES
from kb.questions import read_question
from kb.retrieve import Retrieved, retrieve
from kb.store import Store

SEED = 7
KEPT_APART = 1 / 3
STEPS = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the data, with the places of its answers in the article; none when it has no answer."""

    text: str
    article: str
    places: tuple[tuple[int, int], ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found for a question: features of each sentence, which of them answer, and the answer's F1."""

    features: np.ndarray
    right: np.ndarray
    raw: float
    f1: float
    refused: bool
    answerable: bool


def read_articles(path: Path) -> list[Asked]:
    """Every question of the file."""
    questions = []
    for article in json.loads(lzma.decompress(path.read_bytes()))["data"]:
        offset = 0
        for paragraph in article["paragraphs"]:
            questions += [asked(article["title"], offset, row) for row in paragraph["qas"]]
            offset += len(paragraph["context"]) + 2
    return questions


def asked(title: str, offset: int, row: dict) -> Asked:
    """One question, its places counted in the whole article."""
    answers = [] if row.get("is_impossible") else row["answers"]
    places = {
        (offset + s, offset + s + len(a["text"])) for a in answers for s in a.get("starts") or [a["answer_start"]]
    }
    return Asked(row["question"], title, tuple(sorted(places)), tuple(a["text"] for a in answers))


def see(store: Store, question: Asked) -> Seen | None:
    """Ask, and compare with the data; None when nothing was found."""
    found = retrieve(store, read_question(question.text))
    readings = readings_of(store, found, 5)
    if not readings:
        return None
    unknown = unknown_name(store, found.asked.question)
    origins = store.origins({reading.evidence.sentence.document for reading in readings})
    answer = compose(found, readings, origins, unknown=unknown)
    span = readings[0].best
    return Seen(
        np.array([[row.finds(e.candidate, found.asked) for row in FEATURES] for e in found.evidence]),
        np.array([is_right(question, found, number) for number in range(len(found.evidence))]),
        confidence.raw_number(found.asked, found.evidence, span),
        max((token_f1(span.surface if span else "", gold) for gold in question.answers), default=0.0),
        answer.abstained,
        bool(question.answers),
    )


def is_right(question: Asked, found: Retrieved, number: int) -> bool:
    """Whether a sentence overlaps an answer's place."""
    sentence = found.evidence[number].sentence
    inside = any(sentence.start < end and start < sentence.end for start, end in question.places)
    return inside and sentence.document == question.article


def token_f1(given: str, gold: str) -> float:
    """F1 of the words, as SQuAD counts them."""
    one, other = normal(given), normal(gold)
    same = sum((Counter(one) & Counter(other)).values())
    return 2 * same / (len(one) + len(other)) if same else float(one == other)


def normal(text: str) -> list[str]:
    """Words in lower case without marks and articles."""
    return re.sub(r"\b(a|an|the)\b", " ", "".join(c for c in text.lower() if c not in string.punctuation)).split()


def fitted(seen: list[Seen]) -> np.ndarray:
    """Weights that give the sentences that answer the most of a softmax over all sentences of a question."""
    rows = [s for s in seen if s.right.any() and not s.right.all()]
    features, right = np.concatenate([s.features for s in rows]), np.concatenate([s.right for s in rows])
    starts = np.cumsum([0, *(len(s.right) for s in rows)])[:-1]
    of = np.repeat(np.arange(len(rows)), [len(s.right) for s in rows])
    scale = features.std(0) + 1e-6
    features = features / scale
    weights, mean, spread = (np.zeros(features.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = features @ weights
        share = np.exp(score - np.maximum.reduceat(score, starts)[of])
        wanted = share * right
        share, wanted = (part / np.add.reduceat(part, starts)[of] for part in (share, wanted))
        slope = features.T @ (share - wanted) / len(rows) + 1e-3 * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights / scale


def report(name: str, seen: list[Seen], weights: np.ndarray) -> None:
    """Print what these weights reach."""
    known = [s for s in seen if s.answerable]
    order = [s.right[np.argsort(-(s.features @ weights), kind="stable")] for s in known]
    unknown = [s.refused for s in seen if not s.answerable]
    first, five = np.mean([row[0] for row in order]), np.mean([row[:5].any() for row in order])
    print(
        f"{name}: n {len(known)}, hit@1 {first:.3f}, hit@5 {five:.3f}, "
        f"F1 {np.mean([s.f1 for s in known]):.3f}, refused wrongly {np.mean([s.refused for s in known]):.3f}, "
        f"near misses refused {np.mean(unknown):.3f}"
    )


def shares(seen: list[Seen]) -> None:
    """Print the share right of the answers with at least each raw number."""
    given = sorted((s for s in seen if not s.refused), key=lambda s: -s.raw)
    right = np.cumsum([s.f1 >= 0.5 for s in given]) / np.arange(1, len(given) + 1)
    falling = np.maximum.accumulate(right[::-1])[::-1]
    for part in (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.0):
        number = min(int(part * len(given)), len(given) - 1)
        print(f"    ({given[number].raw:.2f}, {falling[number]:.3f}),")


def main() -> None:
    """Read, ask, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--questions", type=int, default=2000)
    given = parser.parse_args()
    questions = read_articles(given.articles)
    titles = sorted({question.article for question in questions})
    random.Random(SEED).shuffle(titles)
    apart = set(titles[: round(len(titles) * KEPT_APART)])
    chosen = random.Random(SEED).sample(questions, min(given.questions, len(questions)))
    store = open_store(given.base, readonly=True)
    seen = [(question.article in apart, found) for question in chosen if (found := see(store, question)) is not None]
    ours, others = ([found for is_apart, found in seen if is_apart is side] for side in (False, True))
    now, new = np.array([row.weight for row in FEATURES]), fitted(ours)
    for name, weights in (("in use", now), ("fitted", new)):
        report(f"{name}, fitted on", ours, weights)
        report(f"{name}, kept apart", others, weights)
    for row, weight in zip(FEATURES, new, strict=True):
        print(f"    Feature({row.name}, {weight:.1f}),  # {row.weight}")
    shares(ours + others)


if __name__ == "__main__":
    main()
