"""Bases of real sentences, 10,000 and 250,000 of them: `python -m tests.bench.large_bases FOLDER`, ten minutes.

The small one holds SQuAD's articles kept out of the reader's training, and other articles as they are (SQuAD, new ones
of Wikipedia, Re-DocRED). The large one holds these and, many times over, the others' paragraphs shuffled into new
articles, each time with other names of the same length: so hardly any article is a near-duplicate, names are as many
as in so much text, and what answers the questions about the articles kept out stands in it once. Each text is parsed
once.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from random import Random
from typing import Any

from extract.batch import extract_all
from extract.types import Document, Extraction
from kb.ingest import ingest
from kb.store import open_store
from kb.training.held_out import SQUAD_TITLES
from kb.training.records import read_text
from tests.bench.reader import DATA, articles
from tests.gold.make_redocred_texts import redocred_documents, redocred_text

SIZES = (10_000, 250_000)  # sentences
PARAGRAPHS = 35  # of a made article, as SQuAD's have
NAME_WORD = re.compile(r"[A-Z]\w+")
VOWELS, OTHERS = "aeiou", "bcdfghklmnprstvz"
Told = tuple[Document, Extraction]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a text; offsets from its start, sentences and paragraphs numbered from 0."""

    text: str
    extraction: Extraction


def base_path(folder: Path, size: int) -> Path:
    """Where the base of so many sentences lies."""
    return folder / f"{size}.db"


def make(folder: Path, sizes: Sequence[int] = SIZES) -> None:
    """Make the bases that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [size for size in sizes if not base_path(folder, size).exists()]
    if not missing:
        return
    known = _parsed(folder / "parsed.pickle")
    for size in missing:
        part = folder / f"{size}.part"
        part.unlink(missing_ok=True)
        fill(part, first(chain(known, made(known)), size))
        part.rename(base_path(folder, size))


def fill(path: Path, told: Iterable[Told]) -> None:
    """Put texts that are already parsed into a base, as `kb add` does."""
    parsed: dict[str, Extraction] = {}

    def documents() -> Iterator[Document]:
        for document, extraction in told:
            parsed[document.id] = extraction
            yield document

    def extract(asked: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
        return (parsed.pop(document.id) for document in asked)

    with closing(open_store(path)) as store:
        ingest(store, documents(), extract=extract, rules="bench")
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def first(told: Iterable[Told], size: int) -> Iterator[Told]:
    """As many texts as have this many sentences."""
    total = 0
    for document, extraction in told:
        if total >= size:
            return
        total += len(extraction.sentences)
        yield document, extraction


def originals() -> list[Document]:
    """The articles kept out of training first, then the others."""
    squad, _ = articles(kept_out=False)
    squad.sort(key=lambda document: document.id not in SQUAD_TITLES)
    wiki = json.loads(read_text(DATA / "squadshifts/squadshifts-new-wiki.json.xz"))["data"]
    rest = [(f"new wiki, {a['title']}", "\n\n".join(p["context"] for p in a["paragraphs"])) for a in wiki]
    rest += [(row["title"], redocred_text(row)) for row in redocred_documents()]
    return squad + [document(f"{number}", title, text) for number, (title, text) in enumerate(rest)]


def document(id: str, title: str, text: str) -> Document:
    return Document(id, text, f"/bench/{id}", sha256(text.encode()).hexdigest(), title.replace("_", " "))


def made(known: Sequence[Told]) -> Iterator[Told]:
    """Articles without end of the paragraphs of those not kept out, each time with other names."""
    paragraphs = [piece for told in known if told[0].id not in SQUAD_TITLES for piece in pieces(*told)]
    numbers = count()
    for time in count():
        chance = Random(time)
        chance.shuffle(paragraphs)
        for begin in range(0, len(paragraphs), PARAGRAPHS):
            group = [renamed(piece, time) for piece in paragraphs[begin : begin + PARAGRAPHS]]
            yield joined(f"made-{next(numbers)}", group)


def pieces(document: Document, extraction: Extraction) -> Iterator[Piece]:
    """The paragraphs of a text, each with the records that lie whole in it."""
    starts = {}
    for number, sentence in enumerate(extraction.sentences):
        starts.setdefault(sentence.paragraph, (number, sentence.start))
    ends = {sentence.paragraph: sentence.end for sentence in extraction.sentences}
    found: dict[int, dict[str, list[Any]]] = {paragraph: defaultdict(list) for paragraph in starts}
    for name in ("sentences", "mentions", "figures", "quotes", "claims"):
        for record in getattr(extraction, name):
            paragraph = (record if name == "sentences" else extraction.sentences[record.sentence]).paragraph
            if all(starts[paragraph][1] <= a < b <= ends[paragraph] for a, b in places(record)):
                found[paragraph][name].append(record)
    for paragraph, (number, start) in starts.items():
        text = document.text[start : ends[paragraph]]
        shift = {"start": -start, "end": -start, "sentence": -number, "paragraph": -paragraph}
        lists = {name: moved(tuple(records), text, shift) for name, records in found[paragraph].items()}
        used = set(entities(tuple(lists.values())))
        referents = tuple(referent for referent in extraction.referents if referent.id in used)
        yield Piece(text, Extraction("", **lists, referents=referents))


def places(record: Any) -> Iterator[tuple[int, int]]:
    """Where a record and its parts stand."""
    return ((part.start, part.end) for part in parts(record) if hasattr(part, "start"))


def entities(record: Any) -> Iterator[int]:
    """The ids of what a record's words name."""
    return (part.entity for part in parts(record) if getattr(part, "entity", None) is not None)


def parts(record: Any) -> Iterator[Any]:
    """A record and all records in it."""
    if isinstance(record, tuple):
        for part in record:
            yield from parts(part)
    elif is_dataclass(record):
        yield record
        yield from parts(tuple(getattr(record, f.name) for f in fields(record)))


def moved(record: Any, text: str, shift: Mapping[str, int]) -> Any:
    """A record with its numbers shifted, its words those of the text."""
    if isinstance(record, tuple):
        return tuple(moved(part, text, shift) for part in record)
    names = _names_of(type(record))
    if not names:
        return record
    changes = {name: moved(getattr(record, name), text, shift) for name in names}
    changes |= {name: changes[name] + by for name, by in shift.items() if changes.get(name) is not None}
    if "surface" in changes:
        changes["surface"] = text[changes["start"] : changes["end"]]
    return type(record)(**changes)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def renamed(piece: Piece, time: int) -> Piece:
    """The paragraph with other names of the same length; `moved` then puts them into its records."""
    letters = list(piece.text)
    for mention in piece.extraction.mentions:
        if mention.form == "name" and mention.label not in ("DATE", "INDUSTRY"):
            letters[mention.start : mention.end] = other_name(mention.surface, time)
    referents = tuple(replace(each, name=other_name(each.name, time)) for each in piece.extraction.referents)
    return Piece("".join(letters), replace(piece.extraction, referents=referents))


def other_name(name: str, time: int) -> str:
    """Another name of the same length for this one, the same at every place of this time."""
    return NAME_WORD.sub(lambda found: _other_word(found[0], time), name)


@cache
def _other_word(word: str, time: int) -> str:
    chance = Random(f"{time} {word}")
    made_up = "".join(chance.choice(VOWELS if n % 2 else OTHERS) for n in range(len(word)))
    return made_up.upper() if word.isupper() else made_up.capitalize()


def joined(id: str, group: Sequence[Piece]) -> Told:
    """One article of paragraphs."""
    text = "\n\n".join(piece.text for piece in group)
    lists: dict[str, list[Any]] = {f.name: [] for f in fields(Extraction)[1:]}
    shift = dict.fromkeys(("start", "end", "sentence", "paragraph", "entity", "id"), 0)
    for number, piece in enumerate(group):
        shift |= {"paragraph": number, "sentence": len(lists["sentences"])}
        for name, records in lists.items():
            records.extend(moved(getattr(piece.extraction, name), text, shift))
        shift["start"] = shift["end"] = shift["start"] + len(piece.text) + 2
        shift["entity"] = shift["id"] = 1 + max((referent.id for referent in lists["referents"]), default=-1)
    told = Extraction(id, **{name: tuple(records) for name, records in lists.items()})
    return document(id, f"Article {id}", text), told


def _parsed(path: Path) -> list[Told]:
    """The articles with what they say; parsed once."""
    if not path.exists():
        documents = originals()
        found = [found for found in extract_all(documents, workers=1) if isinstance(found, Extraction)]
        path.write_bytes(pickle.dumps(list(zip(documents, found, strict=True))))
    known: list[Told] = pickle.loads(path.read_bytes())
    return known


if __name__ == "__main__":
    make(Path(sys.argv[1]))
