"""The reader on what was kept out of its training: `python -m tests.bench.reader [--sample N] [--model FOLDER]`.

Seven SQuAD articles in one base: for each question the base's retrieval gives twenty sentences, the reader reads them.
Ranked by the base alone, by the reader, and by both: hit@1, hit@5 of the cited sentence, EM and F1 of the answer's
words over the whole base, and what is refused where a tenth of the answerable questions is: questions near to what the
articles say, and off-topic ones, whose own article is left out. Then SelQA (MAP beside BM25) and QED (right sentence),
candidates given. The figure is hit@1 by both.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import string
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from extract.types import Document
from kb.base.rows import SentenceRow
from kb.ingest import ingest
from kb.questions import read_question
from kb.reader import MODEL, Candidate, Reader, Verdict
from kb.retrieve import retrieve
from kb.store import Store, open_store
from kb.training.groups import candidate
from kb.training.held_out import SQUAD_TITLES, is_drawn
from kb.training.records import Question, read_text
from kb.training.search import Index
from kb.training.whole_articles import read_qed, read_selqa

DATA = (Path(__file__).parents[2] / ".." / "shared" / "data").resolve()
TOP = 20  # sentences that are read
NEIGHBOURS = 2
FALSE_REFUSALS = 0.1
RANKINGS: dict[str, Callable[[Scored], float]] = {
    "base alone": lambda s: s.base,
    "reader alone": lambda s: s.reading.score,
    "reader + base / 4": lambda s: s.reading.score + s.base / 4,
    "reader + base / 2": lambda s: s.reading.score + s.base / 2,
    "reader + base": lambda s: s.reading.score + s.base,
}
BOTH = "reader + base / 2"
REFUSALS: dict[str, Callable[[Scored], float]] = {
    "relevance of the first": lambda s: s.reading.score,
    "answered, of the first": lambda s: -s.reading.null,
    "both": lambda s: s.reading.score - s.reading.null,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an article with its answers and their places in it; none for an unanswerable one."""

    text: str
    title: str
    answers: tuple[str, ...]
    places: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A retrieved sentence with what base and reader say of it."""

    sentence: SentenceRow
    base: float
    reading: Verdict

    @property
    def answer(self) -> str:
        return self.sentence.text[self.reading.start : self.reading.end] if self.reading.start is not None else ""


def articles(*, kept_out: bool = True) -> tuple[list[Document], list[Asked]]:
    """The articles kept out of training, or all, as documents, and their questions."""
    documents, asked = [], []
    for article in json.loads(read_text(DATA / "squad/squad-dev.shared.json.xz"))["data"]:
        title = article["title"]
        if kept_out and title not in SQUAD_TITLES:
            continue
        text = "\n\n".join(paragraph["context"] for paragraph in article["paragraphs"])
        digest = sha256(text.encode()).hexdigest()
        documents.append(Document(title, text, f"/squad/{title}", digest, title.replace("_", " ")))
        offset = 0
        for paragraph in article["paragraphs"]:
            for given in paragraph["qas"]:
                answers = [] if given["is_impossible"] else given["answers"]
                places = {(offset + s, offset + s + len(a["text"])) for a in answers for s in a["starts"]}
                asked.append(Asked(given["question"], title, tuple(a["text"] for a in answers), frozenset(places)))
            offset += len(paragraph["context"]) + 2
    return documents, asked


class Base:
    """The articles in a base, and the reader over it."""

    def __init__(self, store: Store, reader: Reader) -> None:
        self.store, self.reader = store, reader
        self.sentences = {row.id: store.sentences(row.id) for row in store.documents(limit=100)}
        self.seconds: list[float] = []

    def read(self, asked: Asked, *, off_topic: bool = False) -> list[Scored]:
        """The best sentences of the retrieval, read; without those of the question's own article if off-topic."""
        found = retrieve(self.store, read_question(asked.text)).evidence
        kept = [each for each in found if not (off_topic and each.sentence.document == asked.title)][:TOP]
        candidates = [self.candidate(each.sentence) for each in kept]
        began = time.perf_counter()
        readings = self.reader.read(asked.text, candidates)
        self.seconds.append(time.perf_counter() - began)
        return [Scored(e.sentence, e.score, reading) for e, reading in zip(kept, readings, strict=True)]

    def candidate(self, row: SentenceRow) -> Candidate:
        texts = [sentence.text for sentence in self.sentences[row.document]]
        before = texts[max(row.number - NEIGHBOURS, 0) : row.number]
        after = texts[row.number + 1 : row.number + 1 + NEIGHBOURS]
        return Candidate(row.text, " ".join(before), " ".join(after), row.title or "")


def normal(text: str) -> list[str]:
    """SQuAD's normal form: lower case, without punctuation and articles."""
    kept = "".join(c for c in text.lower() if c not in string.punctuation + "“”‘’–—")
    return [word for word in kept.split() if word not in ("a", "an", "the")]


def f1(given: str, gold: str) -> float:
    one, other = normal(given), normal(gold)
    same = (Counter(one) & Counter(other)).total()
    return 2 * same / (len(one) + len(other)) if same else float(one == other)


def holds(asked: Asked, row: SentenceRow) -> bool:
    """Whether a sentence overlaps an answer's place."""
    return row.document == asked.title and any(row.start < end and row.end > start for start, end in asked.places)


def show_ranking(name: str, known: Sequence[tuple[Asked, list[Scored]]]) -> float:
    """Print a line of the table, return hit@1."""
    ordered = [(a, sorted(found, key=RANKINGS[name], reverse=True)) for a, found in known]
    at = [statistics.mean(any(holds(a, s.sentence) for s in found[:n]) for a, found in ordered) for n in (1, 5)]
    first = [(a, found[0].answer if found else "") for a, found in ordered]
    exact = statistics.mean(any(normal(given) == normal(gold) for gold in a.answers) for a, given in first)
    words = statistics.mean(max(f1(given, gold) for gold in a.answers) for a, given in first)
    print(f"{name:24} hit@1 {at[0]:.3f}  hit@5 {at[1]:.3f}  EM {exact:.3f}  F1 {words:.3f}")
    return at[0]


def show_refusals(name: str, *sets: Sequence[list[Scored]]) -> None:
    """Print the shares refused of near misses and off-topic questions; the first set is the answerable ones."""
    known, near, off = (
        [REFUSALS[name](max(found, key=RANKINGS[BOTH])) if found else float("-inf") for found in each] for each in sets
    )
    cut = sorted(known)[int(FALSE_REFUSALS * len(known))]
    refused = [statistics.mean(score < cut for score in scores) for scores in (near, off)]
    print(f"refused by {name:24} near misses {refused[0]:.3f}  off-topic {refused[1]:.3f}")


def show_articles(base: Base, asked: Sequence[Asked]) -> float:
    """Print the tables of the articles, return hit@1 by both."""
    read = [(question, base.read(question)) for question in asked]
    known = [(question, found) for question, found in read if question.answers]
    near = [found for question, found in read if not question.answers]
    off = [base.read(question, off_topic=True) for question, _ in known]
    print(f"{len(known)} answerable, {len(near)} near misses, {len(off)} off-topic")
    held = statistics.mean(any(holds(question, scored.sentence) for scored in found) for question, found in known)
    print(f"gold among the {TOP} read: {held:.3f}")
    hits = {name: show_ranking(name, known) for name in RANKINGS}
    for name in REFUSALS:
        show_refusals(name, [found for _, found in known], near, off)
    milliseconds = sorted(1000 * second for second in base.seconds)
    print(
        f"{TOP} sentences: median {statistics.median(milliseconds):.0f} ms, p95 {milliseconds[-len(milliseconds) // 20]:.0f} ms"
    )
    return hits[BOTH]


def precision(order: Sequence[int], golds: Sequence[int]) -> float:
    """Average precision of an order of candidates."""
    places = sorted(order.index(gold) + 1 for gold in golds)
    return statistics.mean(number / place for number, place in enumerate(places, 1))


def show_given(reader: Reader, sample: int) -> None:
    """Print SelQA and QED."""
    selqa, qed = (
        [q for q in questions if is_drawn(q.source.title)][:sample]
        for questions in (
            read_selqa(DATA / "selqa/selqa-ass-dev.json"),
            read_qed(DATA / "qed/qed-dev.shared.jsonlines"),
        )
    )
    scores = [read_order(reader, question) for question in selqa]
    plain = [bm25_order(question) for question in selqa]
    means = [
        statistics.mean(precision(order, q.golds) for order, q in zip(orders, selqa, strict=True))
        for orders in (scores, plain)
    ]
    print(f"SelQA, {len(selqa)} questions: MAP {means[0]:.3f}, BM25 {means[1]:.3f}")
    right = statistics.mean(read_order(reader, question)[0] in question.golds for question in qed)
    print(f"QED, {len(qed)} questions: right sentence {right:.3f}")


def read_order(reader: Reader, question: Question) -> list[int]:
    numbers = range(len(question.source.sentences))
    readings = reader.read(question.text, [candidate((question.source, n)) for n in numbers])
    return sorted(numbers, key=lambda n: (-readings[n].score, n))


def bm25_order(question: Question) -> list[int]:
    count = len(question.source.sentences)
    found = Index(question.source.sentences).best(question.text, count)
    return [*found, *(n for n in range(count) if n not in found)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=600, help="questions of the articles, and of SelQA and QED each")
    parser.add_argument("--model", type=Path, default=MODEL)
    given = parser.parse_args()
    began = time.perf_counter()
    reader = Reader(given.model)
    print(f"reader loaded in {time.perf_counter() - began:.2f} s")
    documents, asked = articles()
    asked = random.Random(1).sample(asked, min(given.sample, len(asked)))
    show_given(reader, given.sample)
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        ingest(store, documents)
        figure = show_articles(Base(store, reader), asked)
    print(f"hit@1, {BOTH}: {figure:.4f}")


if __name__ == "__main__":
    main()
