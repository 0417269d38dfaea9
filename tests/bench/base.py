"""How long the base takes for a document beyond its extraction, and how that grows: `python tests/bench/base.py 2000`.

Documents are made up: 600 words in 25 sentences with 60 mentions, 15 figures, 5 quotes and 50 claims each, names drawn
as in news, few of them often and most of them seldom.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from extract.types import Claim, Document, Extraction, Figure, Mention, Phrase, Quote, Referent, Sentence
from kb.check import check
from kb.ingest import ingest
from kb.store import open_store

SENTENCES, WORDS, MENTIONS, FIGURES, QUOTES, CLAIMS = 25, 24, 60, 15, 5, 50
NAMES = 22  # in a document
POOL = 30_000
LABELS = ("PERSON", "PERSON", "ORG", "CITY", "COUNTRY", "DATE")


def pool(random: random.Random) -> list[tuple[str, str]]:
    """Names with their labels; a person in five is also known by the family name alone."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in")]

    def word() -> str:
        return "".join(random.choices(syllables, k=3)).capitalize()

    names = []
    for i in range(POOL):
        label = LABELS[i % len(LABELS)]
        name = f"{word()} {word()}" if label in ("PERSON", "ORG") else word()
        names.append((name, label))
        if label == "PERSON" and i % 5 == 0:
            names.append((name.split()[1], label))
    return names


def document(number: int, random: random.Random, names: list[tuple[str, str]]) -> tuple[Document, Extraction]:
    """One document with its extraction."""
    picked = [names[int(random.paretovariate(0.6)) % 300] for _ in range(NAMES // 2)]
    picked += random.sample(names, NAMES - len(picked))
    filler = [f"word{random.randrange(20_000)}" for _ in range(SENTENCES * WORDS)]
    sentences, mentions, start = [], [], 0
    per_sentence = [picked[(s * 3 + i) % NAMES] for s in range(SENTENCES) for i in range(3)]
    numbers: dict[tuple[str, str], int] = {}
    for s in range(SENTENCES):
        offset = start
        for name, label in per_sentence[s * 3 : s * 3 + 3][: 3 if s % 5 else 1]:
            referent = numbers.setdefault((name, label), len(numbers))
            mentions.append(Mention(s, offset, offset + len(name), name, label, referent))
            offset += len(name) + 1
        parts = [name for name, _ in per_sentence[s * 3 : s * 3 + 3][: 3 if s % 5 else 1]] + filler[
            s * WORDS : s * WORDS + 18
        ]
        text = " ".join(parts) + "."
        sentences.append(Sentence(start, start + len(text), text, s // 3))
        start += len(text) + 1
    text = " ".join(sentence.surface for sentence in sentences)
    id = hashlib.sha256(text.encode()).hexdigest()[:16]
    mentions = mentions[:MENTIONS]
    known = {mention.entity for mention in mentions}
    referents = tuple(Referent(n, name, label) for (name, label), n in numbers.items() if n in known)

    def phrase(i: int) -> Phrase:
        m = mentions[i % len(mentions)]
        return Phrase(m.start, m.end, m.surface, m.entity if i % 2 else None)

    def place(i: int) -> tuple[int, int, int, str]:
        s = i % SENTENCES
        return s, sentences[s].start, sentences[s].start + 5, text[sentences[s].start : sentences[s].start + 5]

    extraction = Extraction(
        id,
        tuple(sentences),
        tuple(mentions),
        tuple(
            Figure(*place(i), "count", float(i), None, "", of=phrase(i), subject=phrase(i + 1)) for i in range(FIGURES)
        ),
        tuple(Quote(*place(i), True, phrase(i), phrase(i + 1)) for i in range(QUOTES)),
        tuple(Claim(i % SENTENCES, phrase(i), phrase(i + 1), phrase(i + 2)) for i in range(CLAIMS)),
        referents,
    )
    return Document(id, text, f"/made-up/{number}.txt", id, f"Article {number}"), extraction


def main(count: int) -> None:
    """Ingest `count` documents and print the time of each tenth of them."""
    chance = random.Random(7)
    names = pool(chance)
    chance.shuffle(names)
    made = {}

    def documents() -> Iterator[Document]:
        for number in range(count):
            item, extraction = document(number, chance, names)
            made[item.id] = extraction
            yield item

    def extract(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
        return (made.pop(item.id) for item in documents)

    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        step = max(count // 10, 1)
        batch: list[Document] = []
        for number, item in enumerate(documents(), 1):
            batch.append(item)
            if number % step == 0:
                start, busy = time.perf_counter(), time.process_time()
                ingest(store, batch, extract=extract, rules="1")
                took, busy = time.perf_counter() - start, time.process_time() - busy
                each = 1000 / len(batch)
                print(f"{number:7} documents: {took * each:6.2f} ms a document, {busy * each:6.2f} ms of processor time")
                batch = []
        print(store.counts())
        start = time.perf_counter()
        print(f"check: {check(store)} in {time.perf_counter() - start:.1f} s")
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"{Path(folder, 'base.db').stat().st_size / count / 1024:.0f} KiB a document")
        ids = [row.id for row in store.documents(limit=100)]
        start = time.perf_counter()
        store.remove(ids)
        print(f"remove: {1000 * (time.perf_counter() - start) / len(ids):.2f} ms a document")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
