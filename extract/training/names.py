"""The corpora that give names only."""

from __future__ import annotations

import csv
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

from extract.training.passages import Passage, name_bits, spans_of_tags
from extract.training.schemes import REPEATS, SCHEMES, TITLES
from extract.training.treebanks import read_text

Span = tuple[int, int, str]


def passage(corpus: str, words: list[str], spans: list[Span]) -> Passage:
    """One passage, its spans' labels read by the corpus's scheme; titles before persons are taken off."""
    table, unannotated = SCHEMES[corpus]
    read = [
        (untitled(words, first, end) if table.get(label) == "PERSON" else first, end, table[label])
        for first, end, label in spans
        if label in table
    ]
    kept = [span for span in read if span[0] < span[1]]
    return Passage(corpus, words, [2] + [0] * (len(words) - 1), names=name_bits(len(words), kept, unannotated))


def untitled(words: list[str], first: int, end: int) -> int:
    """First word of a person's name after its titles; `end` when there is nothing else."""
    while first < end and words[first].lower() in TITLES:
        first += 1
    return first


def conll(path: Path, corpus: str, *, column: int, separator: str | None = None) -> Iterator[Passage]:
    """Passages of a column file: documents where it marks them, else runs of a few sentences."""
    words: list[str] = []
    tags: list[str] = []
    blocks = 0
    for line in [*read_text(path).splitlines(), "-DOCSTART-"]:
        fields = line.split(separator)
        marked = line.startswith("-DOCSTART-")
        blocks += not fields
        if (marked or blocks >= 6) and words:
            yield passage(corpus, words, spans_of_tags(tags))
            words, tags, blocks = [], [], 0
        if len(fields) > column and not marked:
            words.append(fields[0])
            tags.append(fields[column])


def gmb_rows(path: Path) -> list[list[str]]:
    """Rows of the Groningen Meaning Bank's table: sentence label or "", word, part of speech, tag."""
    text = lzma.decompress(path.read_bytes()).decode("latin-1")
    return [row for row in csv.reader(text.split("\n")[1:]) if len(row) == 4]


def demonyms(rows: list[list[str]]) -> frozenset[str]:
    """Words that GMB calls gpe more often than geo: adjectives and peoples ("Iraqi"), not countries ("Iran")."""
    counts: Counter[str] = Counter()
    for _, word, _, tag in rows:
        counts[word] += {"B-gpe": 1, "B-geo": -1}.get(tag, 0)
    return frozenset(word for word, count in counts.items() if count > 0)


def gmb(rows: list[list[str]], peoples: frozenset[str]) -> Iterator[Passage]:
    """A few neighbouring sentences a passage; gpe is split into peoples and countries."""
    words: list[str] = []
    tags: list[str] = []
    sentences = 0
    for row in rows:
        if row[0]:
            sentences += 1
            if sentences % 4 == 0 and words:
                yield passage("gmb", words, spans_of_tags(tags))
                words, tags = [], []
        words.append(row[1])
        tags.append(row[3].replace("gpe", "people") if row[1] in peoples else row[3])


def docred(path: Path, peoples: frozenset[str]) -> Iterator[Passage]:
    """Wikipedia abstracts with human mentions; an adjective of nationality is read as a people."""
    for document in json.loads(path.read_text("utf-8")):
        offsets: list[int] = []
        words: list[str] = []
        for sentence in document["sents"]:
            offsets.append(len(words))
            words += sentence
        mentions = [m for vertex in document["vertexSet"] for m in vertex]
        spans = [
            (offsets[m["sent_id"]] + m["pos"][0], offsets[m["sent_id"]] + m["pos"][1], m["type"]) for m in mentions
        ]
        read = [(a, b, "people" if label == "LOC" and words[a] in peoples else label) for a, b, label in spans]
        yield passage("docred", words, [without_article(words, s) for s in sorted(read)])


def without_article(words: list[str], span: Span) -> Span:
    """The span without a leading "the"."""
    first, end, label = span
    return (first + 1, end, label) if words[first].lower() == "the" and end - first > 1 else span


def nominal(words: list[str], span: Span) -> Span:
    """re3d counts common nouns in ("the two leaders"): a span with one may as well be no name."""
    first, end, label = span
    common = any(w.islower() and w not in {"of", "the", "and", "al", "for", "in"} for w in words[first:end])
    return first, end, f"{label}?" if common else label


def re3d(folder: Path) -> Iterator[Passage]:
    """The open sources of re3d; character offsets are moved to words."""
    tokenizer = spacy.blank("en").tokenizer
    for source in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != "bbc_online"):
        entities: dict[str, list[dict[str, Any]]] = {}
        for line in (source / "entities.jsonl").read_text("utf-8").splitlines():
            entity = json.loads(line)
            entities.setdefault(entity["documentId"], []).append(entity)
        for line in (source / "documents.jsonl").read_text("utf-8").splitlines():
            document = json.loads(line)
            doc = tokenizer(document["text"])
            kept = [token.i for token in doc if not token.is_space]
            index = {token: n for n, token in enumerate(kept)}
            spans = []
            for entity in entities.get(document["_id"], []):
                span = doc.char_span(entity["begin"], entity["end"], alignment_mode="expand")
                inside = [index[i] for i in range(span.start, span.end) if i in index] if span else []
                if inside:
                    spans.append((min(inside), max(inside) + 1, entity["type"]))
            longest = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
            words = [doc[i].text for i in kept]
            yield passage("re3d", words, [nominal(words, without_article(words, s)) for s in sorted(set(longest))])


def all_names(data: Path) -> list[Passage]:
    """Every passage of the corpora that give names only, as often as schemes.REPEATS says."""
    rows = gmb_rows(data / "gmb_ner/ner_dataset_train.csv.xz")
    peoples = demonyms(rows)
    found = [
        *gmb(rows, peoples),
        *docred(data / "redocred/docred_test_entities_only.json", peoples),
        *conll(data / "wikigold/wikigold.shared.conll", "wikigold", column=1),
        *conll(data / "crossner_politics/train.txt", "crossner", column=1),
        *conll(data / "crossner_politics/dev.txt", "crossner", column=1),
        *conll(data / "sec_filings_ner/FIN5.txt", "sec", column=3),
        *re3d(data / "re3d"),
    ]
    return [p for p in found for _ in range(REPEATS[p.corpus])]
