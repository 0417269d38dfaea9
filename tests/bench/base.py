"""How long the base takes for a document beyond its extraction, and how that grows: `python -m tests.bench.base 10000`.

Documents are made up: 600 words in 25 sentences with 60 mentions, 15 figures, 5 quotes and 50 claims each, names drawn
as in news, few of them often and most of them seldom.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from extract.types import Argument, Claim, Document, Extraction, Figure, Mention, Phrase, Quote, Referent, Sentence
from kb.check import check
from kb.ingest import ingest
from kb.store import Store, open_store

SENTENCES, WORDS, FIGURES, QUOTES, CLAIMS = 25, 24, 15, 5, 50
MENTIONS = (3, 3, 2, 2, 2)  # in one sentence after another, so 60 in a document
NAMES = 22  # in a document, half of them from the 300 that are often in the news
POOL = 30_000
LABELS = ("PERSON", "PERSON", "ORG", "CITY", "COUNTRY", "DATE")

Name = tuple[str, str]  # with its label


def pool(chance: Random) -> list[Name]:
    """Names in any order; a person in five is also known by the family name alone."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in")]
    names = []
    for number in range(POOL):
        first, last = ("".join(chance.choices(syllables, k=3)).capitalize() for _ in range(2))
        label = LABELS[number % len(LABELS)]
        names.append((f"{first} {last}" if label in ("PERSON", "ORG") else first, label))
        if label == "PERSON" and number % 5 == 0:
            names.append((last, label))
    chance.shuffle(names)
    return names


def article(number: int, chance: Random, names: list[Name]) -> tuple[Document, Extraction]:
    """One document with its extraction."""
    picked = [names[int(chance.paretovariate(0.6)) % 300] for _ in range(NAMES // 2)]
    picked += chance.sample(names, NAMES - len(picked))
    referents = {name: id for id, name in enumerate(dict.fromkeys(picked))}
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    end = -1
    for s in range(SENTENCES):
        start = at = end + 1
        printed = [picked[(s * 3 + i) % NAMES] for i in range(MENTIONS[s % len(MENTIONS)])]
        for name, label in printed:
            mentions.append(Mention(s, at, at + len(name), name, label, referents[name, label]))
            at += len(name) + 1
        words = [f"word{chance.randrange(20_000)}" for _ in range(WORDS - 2 * len(printed))]
        text = " ".join([name for name, _ in printed] + words) + "."
        end = start + len(text)
        sentences.append(Sentence(start, end, text, s // 3))
    text = " ".join(sentence.surface for sentence in sentences)
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = extraction(digest[:16], sentences, mentions, referents)
    return Document(digest[:16], text, f"/made-up/{number}.txt", digest, f"Article {number}"), found


def extraction(id: str, sentences: list[Sentence], mentions: list[Mention], names: dict[Name, int]) -> Extraction:
    """Figures, quotes and claims, spread over the sentences."""

    def phrase(number: int) -> Phrase:
        mention = mentions[number % len(mentions)]
        return Phrase(mention.start, mention.end, mention.surface, mention.entity if number % 2 else None)

    def place(number: int) -> tuple[int, int, int, str]:
        sentence = sentences[number % SENTENCES]
        return number % SENTENCES, sentence.start, sentence.start + 5, sentence.surface[:5]

    def argument(number: int) -> Argument:
        return Argument("other", *place(number)[1:])

    said = {mention.entity for mention in mentions}
    return Extraction(
        id,
        tuple(sentences),
        tuple(mentions),
        tuple(
            Figure(*place(i), "count", float(i), None, "", of=phrase(i), subject=phrase(i + 1)) for i in range(FIGURES)
        ),
        tuple(Quote(*place(i), True, phrase(i), phrase(i + 1)) for i in range(QUOTES)),
        tuple(Claim(i % SENTENCES, phrase(i), phrase(i + 1), phrase(i + 2), (argument(i),)) for i in range(CLAIMS)),
        tuple(Referent(id, name, label) for (name, label), id in names.items() if id in said),
    )


def time_ingest(store: Store, count: int) -> None:
    """Ingest `count` documents and print the time for each tenth of them."""
    chance = Random(7)
    names = pool(chance)
    step = max(count // 10, 1)
    for first in range(0, count, step):
        made = [article(number, chance, names) for number in range(first, first + step)]
        known = {document.id: found for document, found in made}

        def extract(
            documents: Iterable[Document], *, workers: int | None = None, known: dict[str, Extraction] = known
        ) -> Iterator[Extraction]:
            return (known[document.id] for document in documents)

        wall, busy = time.perf_counter(), time.process_time()
        ingest(store, [document for document, _ in made], extract=extract, rules="1")
        wall, busy = (
            1000 * (now - then) / step for now, then in ((time.perf_counter(), wall), (time.process_time(), busy))
        )
        print(f"{first + step:7} documents: {wall:6.2f} ms a document, {busy:6.2f} ms of processor time")


def main(count: int) -> None:
    """Time adding, checking and removing."""
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        time_ingest(store, count)
        print(store.counts())
        start = time.process_time()
        print(f"check: {check(store)} in {time.process_time() - start:.1f} s of processor time")
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"{Path(folder, 'base.db').stat().st_size / count / 1024:.0f} KiB a document")
        ids = [row.id for row in store.documents(limit=100)]
        start = time.process_time()
        store.remove(ids)
        print(f"remove: {1000 * (time.process_time() - start) / len(ids):.2f} ms a document of processor time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
