"""Merges beside Re-DocRED and a table of addresses, and 100,000 names timed: `python tests/bench/merges.py SHARED`.

Re-DocRED's names are given to the base as mentions, grouped within each text as `extract.coreference` does; what is
measured is which pairs of mentions end in one entity. Within a text the gold is the annotators' clusters. Across
texts they made none: two clusters of one type are gold there when the names that most of their mentions print are the
same, or when they share a name of two words or more, and so on from cluster to cluster; case, points, "the" and the
abbreviations of SHORT are ignored. Clusters that share any other name, of one word, are neither: nobody said whether
"Smith" is "Smith", or "British" the United Kingdom. Where we merge clusters that share no name at all, that counts as
wrong. Words for a people ("American"), which the data files under places, are left out: to us they are groups, which
are never merged with their country. `--fit` prints the weights for the table.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from contextlib import closing
from itertools import combinations, islice
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from extract.coreference import group
from extract.short_names import given_again
from extract.types import Document, Extraction, Mention, Sentence
from kb.naming.blocking import blocks_of, pairs
from kb.naming.likeness import likeness
from kb.naming.parts import parts_of
from kb.naming.table import FEATURES, TableRow, resolve_rows, row_pairs, taken
from kb.store import Store
from tests.bench.names import learn
from tests.bench.table import Row, f1, share, show

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": "WORK"}
SHORT = {"us": "united states", "usa": "united states", "uk": "united kingdom"}
PEOPLES = re.compile(
    r".*(?:ian|ean|ese|ish)s?|(?:north |south |latin |native )?(?:americ|afric|germ|rom|mexic|cub)ans?|french|dutch"
    r"|greeks?|swiss|czechs?|thai|iraqis?|israelis?|pakistanis?|british|irishmen|turks?|danes?|finns?|swedes?|jews?",
    re.IGNORECASE,
)
MANY = 100_000
SEED = 7


def texts(path: Path) -> Iterator[tuple[Document, list[tuple[int, int, str, str, int]]]]:
    """Every text, with sentence, start, name, label and cluster of its names."""
    for number, found in enumerate(json.loads(path.read_text("utf-8"))):
        lines, starts, at = [], [], 0
        for words in found["sents"]:
            offsets = np.cumsum([0, *(len(word) + 1 for word in words)])
            starts.append([at + int(offset) for offset in offsets])
            lines.append(" ".join(words))
            at += len(lines[-1]) + 1
        names = []
        for cluster, mentions in enumerate(found["vertexSet"]):
            for mention in mentions:
                if mention["type"] in LABELS and not PEOPLES.fullmatch(mention["name"]):
                    place = starts[mention["sent_id"]]
                    start, end = place[mention["pos"][0]], place[mention["pos"][1]] - 1
                    names.append((mention["sent_id"], start, end, LABELS[mention["type"]], cluster))
        text = "\n".join(lines)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield Document(f"{number:05d}", text, f"/{path.stem}/{number}", digest), sorted(set(names))


def extraction(document: Document, names: Sequence[tuple[int, int, int, str, int]]) -> Extraction:
    """What the text says, its names grouped by our own rules."""
    at, sentences = 0, []
    for number, line in enumerate(document.text.split("\n")):
        sentences.append(Sentence(at, at + len(line), line, number))
        at += len(line) + 1
    again = given_again(document.text, [(start, end, label) for _, start, end, label, _ in names])
    entities, referents = group([(document.text[start:end], label) for _, start, end, label, _ in names], (), again)
    mentions = [
        Mention(sentence, start, end, document.text[start:end], label, entity)
        for (sentence, start, end, label, _), entity in zip(names, entities, strict=True)
    ]
    return Extraction(document.id, tuple(sentences), tuple(mentions), referents=tuple(referents))


def plain(name: str) -> str:
    """A name without case, points and "the"."""
    text = name.lower().replace(".", "").removeprefix("the ")
    return SHORT.get(text, text)


def gold_across(clusters: dict[tuple[str, int], tuple[str, Counter[str]]]) -> dict[tuple[str, int], Hashable]:
    """The entity of every cluster, as the module says; `clusters` holds label and names, counted."""
    root: dict[Hashable, Hashable] = {}

    def find(key: Hashable) -> Hashable:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    for id, (label, names) in clusters.items():
        longest = max(names, key=lambda name: (names[name], len(name), name))
        for name in names:
            if name == longest or " " in name:
                root[find((label, name))] = find(id)
    return {id: find(id) for id in clusters}


def of_groups(pairs_of: Counter[tuple[Hashable, Hashable]]) -> tuple[int, int, int]:
    """Pairs of mentions that ours puts together, gold puts together, and both."""
    ours, gold = Counter[Hashable](), Counter[Hashable]()
    for (mine, theirs), count in pairs_of.items():
        ours[mine] += count
        gold[theirs] += count
    return tuple(sum(n * (n - 1) // 2 for n in counts.values()) for counts in (ours, gold, pairs_of))  # type: ignore[return-value]


def redocred(path: Path, first: int | None = None) -> list[Row]:
    """Merges within and across the texts of one file, or its `first` ones."""
    clusters: dict[tuple[str, int], tuple[str, Counter[str]]] = {}
    within, where, seconds = Counter[tuple[Hashable, Hashable]](), [], 0.0
    with closing(Store(Database(memory=True))) as store:
        for document, names in islice(texts(path), first):
            for _, start, end, label, cluster in names:
                held = clusters.setdefault((document.id, cluster), (label, Counter()))
                held[1][plain(" ".join(document.text[start:end].split()))] += 1
            found = extraction(document, names)
            began = time.perf_counter()
            store.put(document, found, rules="1")
            seconds += time.perf_counter() - began
            where.append((document.id, {(start, end): cluster for _, start, end, _, cluster in names}))
        entity_of = {(m.sentence.document, m.start, m.end): m.entity for m in store.mentions()}
    gold = gold_across(clusters)
    both = Counter[tuple[Hashable, Hashable]]()
    together: dict[Hashable, Counter[tuple[str, int]]] = {}
    for id, names in where:
        for (start, end), cluster in names.items():
            ours = entity_of[id, start, end]
            within[(id, ours), (id, cluster)] += 1
            both[ours, gold[id, cluster]] += 1
            together.setdefault(ours, Counter())[id, cluster] += 1
    name = path.stem.split("_")[0]
    rows = _rows(f"{name}, within texts", of_groups(within), len(where))
    merged, there, right = of_groups(both)
    merged -= sum(undecided(found, gold, clusters) for found in together.values())
    rows += _rows(f"{name}, within and across", (merged, there, right), len(where))
    rows.append(Row(f"{name}, put a text into the base, seconds", seconds / len(where), size=len(where)))
    return rows


def undecided(
    found: Counter[tuple[str, int]],
    gold: dict[tuple[str, int], Hashable],
    clusters: dict[tuple[str, int], tuple[str, Counter[str]]],
) -> int:
    """Pairs of mentions that we merge across texts and of which gold does not say whether they are one."""
    return sum(
        count * more
        for (one, count), (other, more) in combinations(found.items(), 2)
        if one[0] != other[0] and gold[one] != gold[other] and clusters[one][1].keys() & clusters[other][1].keys()
    )


def _rows(name: str, counted: tuple[int, int, int], size: int) -> list[Row]:
    ours, gold, right = counted
    precision, recall = share(right, ours), share(right, gold)
    note = f"{right} pairs right of {ours} merged, {gold} in gold"
    return [
        Row(f"{name}: precision of merges", precision, goal=0.97, size=size, note=note),
        Row(f"{name}: recall of merges", recall, goal=0.80, size=size),
    ]


def centres(shared: Path) -> tuple[list[TableRow], list[str]]:
    """The rows of the table of centres, and the cluster of each."""
    path = shared / "data/entity_resolution/csv_example_input_with_true_ids.shared.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    fields = ("Site name", "Address", "Zip", "Phone")
    return [TableRow(*(" ".join(row[field].split()) for field in fields)) for row in found], [
        r["True Id"] for r in found
    ]


def kept_apart(cluster: str) -> bool:
    """Whether a cluster was left out when the weights were learnt: one in three."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 3 == 0


def table_rows(shared: Path) -> list[Row]:
    """The table of centres, pairs of rows, on the clusters that the weights were not learnt on."""
    rows, gold = centres(shared)
    ours = resolve_rows(rows)
    apart = Counter((a, b) for a, b in zip(ours, gold, strict=True) if kept_apart(b))
    merged, there, right = of_groups(apart)  # type: ignore[arg-type]
    precision, recall = share(right, merged), share(right, there)
    note = f"precision {precision:.3f}, recall {recall:.3f}"
    return [Row("table of addresses, clusters kept apart: F1", f1(precision, recall), goal=0.90, size=there, note=note)]


def fit(shared: Path) -> None:
    """Print the weights of the table's features."""
    rows, gold = centres(shared)
    apart = [taken(row) for row in rows]
    found = [(i, j) for i, j in row_pairs(apart) if not (kept_apart(gold[i]) or kept_apart(gold[j]))]
    x = np.array([[1.0, *(feature(apart[i], apart[j]) for feature, _ in FEATURES)] for i, j in found])
    y = np.array([float(gold[i] == gold[j]) for i, j in found])
    print([round(float(weight), 2) for weight in learn(x, y)])


def made_names(count: int) -> list[str]:
    """Distinct names of persons, one in five a variant of another, from a seed."""
    chance = random.Random(SEED)
    heads = "b br ch d f g h j k kl l m n p r s sh st t tr v w z".split()
    syllables = [
        head + vowel + tail for head in heads for vowel in "a e i o u".split() for tail in ("", "n", "r", "l", "s")
    ]
    words = [f"{a}{b}".title() for a in chance.sample(syllables, 200) for b in chance.sample(syllables, 60)]
    names: dict[str, None] = {}
    while len(names) < count:
        first, last = chance.choice(words[:3000]), chance.choice(words)
        names[f"{first} {last}"] = None
        if chance.random() < 0.25:
            names[
                chance.choice((f"{last} {first}", f"{first[0]}. {last}", f"{first} {chance.choice(words)} {last}"))
            ] = None
    return list(names)[:count]


def many() -> list[Row]:
    """100,000 distinct names compared block by block, on one core."""
    names = made_names(MANY)
    began = time.perf_counter()
    parts = [parts_of(name, "PERSON") for name in names]
    compared = alike = 0
    for one, other in pairs([blocks_of(part) for part in parts]):
        compared += 1
        alike += likeness(names[one], "PERSON", names[other], "PERSON").score >= 0.9
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    note = f"{compared} pairs compared, {alike} alike"
    return [
        Row("100,000 names, seconds on one core", seconds, goal=60, size=MANY, note=note, under=True),
        Row("100,000 names, peak GiB of this process", memory, goal=1, size=MANY, under=True),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--fit", action="store_true", help="print weights for the table")
    given = parser.parse_args()
    if given.fit:
        fit(given.shared)
    rows: list[Row] = [*many(), *table_rows(given.shared)]
    for name in ("dev_revised.json", "docred_test_entities_only.json"):
        rows += redocred(given.shared / "data/redocred" / name)
    print(show(rows))


if __name__ == "__main__":
    main()
