"""UD EWT with Universal NER, and GUM: syntax, sentences and names."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from extract.training.passages import Passage, name_bits, spans_of_tags
from extract.training.schemes import SCHEMES

Row = list[str]


def read_text(path: Path) -> str:
    """Text of a file, decompressed when it ends in .xz."""
    data = path.read_bytes()
    return (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")


def sentences(path: Path) -> Iterator[tuple[list[str], list[Row]]]:
    """Comment lines and word rows of each sentence of a CoNLL-U or IOB2 file."""
    for block in read_text(path).strip().split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        yield [line for line in lines if line.startswith("#")], [row for row in rows if row[0].isdigit()]


def ewt(treebank: Path, names: Path) -> list[Passage]:
    """Documents of EWT with the names of Universal NER, joined by sentence ids."""
    tags = {sentence_id(comments): [row[2] for row in rows] for comments, rows in sentences(names)}
    table, unannotated = SCHEMES["uner_ewt"]

    def bits(comments: list[str], rows: list[Row]) -> list[int]:
        found = tags.get(sentence_id(comments), [])
        if len(found) != len(rows):
            return []
        found = ["O" if tag == "B-O" else tag for tag in found]
        spans = [(a, b, table[label]) for a, b, label in spans_of_tags(found) if label in table]
        return name_bits(len(rows), spans, unannotated)

    return documents(treebank, "uner_ewt", bits)


def gum(paths: list[Path]) -> list[Passage]:
    """Documents of GUM with the names among its entities."""
    table, unannotated = SCHEMES["gum"]

    def bits(_: list[str], rows: list[Row]) -> list[int]:
        spans = [(a, b, table[label]) for a, b, label in gum_names(rows) if label in table]
        return name_bits(len(rows), spans, unannotated)

    return [passage for path in paths for passage in documents(path, "gum", bits)]


def documents(path: Path, corpus: str, bits: Callable[[list[str], list[Row]], list[int]]) -> list[Passage]:
    """Passages of a treebank file, one a document."""
    found: list[Passage] = []
    for comments, rows in sentences(path):
        new_document = any(c.startswith("# newdoc") for c in comments)
        if new_document or not found:
            found.append(Passage(corpus))
        paragraph = new_document or any(c.startswith("# newpar") for c in comments)
        add_sentence(found[-1], rows, bits(comments, rows), paragraph)
    return [p for p in found if not p.names or len(p.names) == len(p.words)]


def add_sentence(passage: Passage, rows: list[Row], names: list[int], paragraph: bool) -> None:
    """Append one sentence\'s rows to a passage."""
    base = len(passage.words)
    for i, row in enumerate(rows):
        passage.words.append(row[1])
        passage.breaks.append(2 if paragraph and i == 0 else 0)
        passage.starts.append(i == 0)
        passage.lemmas.append(row[2])
        passage.upos.append(row[3])
        passage.xpos.append(row[4])
        head = int(row[6])
        passage.heads.append(base + head - 1 if head else base + i)
        passage.deps.append("ROOT" if not head else row[7])
    passage.names += names or name_bits(len(rows), [], "PERSON ORG PLACE GROUP EVENT WORK PRODUCT")


def sentence_id(comments: list[str]) -> str:
    """The value of `# sent_id`."""
    return next(c.split("=", 1)[1].strip() for c in comments if c.startswith("# sent_id"))


JOINS = {"IN", "DT", "CC", "POS", "HYPH", "CD", "NNP", "NNPS", "``", "''", ","}


def gum_names(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Outermost names of a GUM sentence: minimal spans of entities that end in a proper noun and hold nothing but
    proper nouns and words that join them. The article before a name is left out.
    """
    found: set[tuple[int, int, str]] = set()
    opened: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for i, row in enumerate(rows):
        entity = re.search(r"Entity=([^|]*)", row[9])
        for begun, single, closed in re.findall(r"\(([^()]+)(\)?)|(\d+)\)", entity.group(1) if entity else ""):
            key = closed or begun.split("-")[0]
            if begun:
                opened[key].append((i, begun.split("-")))
            if (single or closed) and opened[key]:
                first, fields = opened[key].pop()
                inside = [first + int(n) - 1 for n in fields[5].split(",") if n.isdigit()] if len(fields) > 5 else []
                if inside:
                    found |= named(min(inside), max(inside) + 1, fields[1], rows)
    return [span for span in sorted(found) if not any(covers(other, span) for other in found)]


def named(first: int, end: int, label: str, rows: list[Row]) -> set[tuple[int, int, str]]:
    """The span as a name, when its tags are those of one: without marks and articles at its edges."""
    tags = [row[4] for row in rows[first:end]]
    while tags and tags[0] in ("DT", "``", "''"):
        tags, first = tags[1:], first + 1
    while tags and tags[-1] in ("POS", "``", "''"):
        tags, end = tags[:-1], end - 1
    if tags and tags[-1] in ("NNP", "NNPS") and set(tags) <= JOINS:
        return {(first, end, label)}
    return set()


def covers(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Whether span a holds span b and is longer, or equal with an earlier label."""
    return a != b and a[0] <= b[0] and b[1] <= a[1] and (a[1] - a[0], b[2]) > (b[1] - b[0], a[2])
