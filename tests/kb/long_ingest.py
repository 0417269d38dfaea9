"""Ingests a folder slowly enough to be killed: `python -m tests.kb.long_ingest BASE NUMBER`. Prints each outcome."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import closing

from extract.types import Document
from kb.ingest import ingest
from kb.store import open_store
from tests.kb.plain_extract import RULES, extract_all

PEOPLE = ("Maria Lopez", "Lopez", "Pedro Lopez", "Xu Zhihua", "Xu", "Suharto")
PLACES = ("Rotterdam", "Wenzhou", "Juyi Group")


def documents(number: int) -> Iterator[Document]:
    """Documents that share people and places, and change each other's entities."""
    for i in range(number):
        person, place = PEOPLE[i % len(PEOPLE)], PLACES[i % len(PLACES)]
        lines = [
            f"In {1990 + i % 30} {person} met {i + j} workers of {place}. “All {j} came,” said Xu." for j in range(15)
        ]
        text = "\n\n".join(lines)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield Document(digest[:16], text, f"/made/{i}.txt", digest, title=f"Article {i}")


def main(path: str, number: int) -> None:
    with closing(open_store(path)) as store:
        ingest(
            store,
            documents(number),
            progress=lambda outcome: print(outcome.what, flush=True),
            extract=extract_all,
            rules=RULES,
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
