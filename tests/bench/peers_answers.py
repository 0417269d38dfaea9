"""The sentences of a peer for questions: `python tests/bench/peers_answers.py fts5|bm25s|haystack BASE`.

Runs by itself, in whatever environment has the peer. It reads the sentences of one of our bases, then JSON lines
`{"id", "question"}`; out comes `{"ready", "seconds"}` when its index is made, then for each question
`{"id", "sentences", "seconds"}`, five sentences at most, each as document, start and end, and at last `{"bytes"}`, the
most memory it took. A peer that is not installed ends it with status 3. Each is used as its manual shows it first.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

TOP = 5
WORD = re.compile(r"\w+")
Place = tuple[str, int, int]  # document, start, end
Find = Callable[[str], Sequence[int]]  # numbers of sentences, best first


def fts5(texts: Sequence[str]) -> Find:
    """SQLite's own full text search, any word of the question, ranked by BM25."""
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE sentences USING fts5 (text, tokenize = 'porter')")
    index.executemany("INSERT INTO sentences (rowid, text) VALUES (?, ?)", enumerate(texts))
    sql = f"SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT {TOP}"

    def find(question: str) -> Sequence[int]:
        asked = " OR ".join(f'"{word}"' for word in WORD.findall(question))
        return [number for (number,) in index.execute(sql, (asked,))] if asked else []

    return find


def bm25s(texts: Sequence[str]) -> Find:
    """bm25s with English stopwords and stemming."""
    import bm25s as library
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    index = library.BM25()
    index.index(
        library.tokenize(list(texts), stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False
    )

    def find(question: str) -> Sequence[int]:
        asked = library.tokenize(question, stopwords="en", stemmer=stemmer, show_progress=False)
        found, _ = index.retrieve(asked, k=TOP, show_progress=False)
        return [int(number) for number in found[0]]

    return find


def haystack(texts: Sequence[str]) -> Find:
    """Haystack's retriever over its store in memory, as in its pipelines without a language model."""
    from haystack import Document
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore()
    store.write_documents([Document(id=str(number), content=text) for number, text in enumerate(texts)])
    retriever = InMemoryBM25Retriever(store, top_k=TOP)
    return lambda question: [int(found.id) for found in retriever.run(query=question)["documents"]]


PEERS: dict[str, Callable[[Sequence[str]], Find]] = {"fts5": fts5, "bm25s": bm25s, "haystack": haystack}


def memory(process: int | str) -> int:
    """The most memory that a running process has had, in bytes; 0 where it has just ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return 1024 * int(found[1]) if found else 0


def main() -> int:
    """Index, then answer line by line until the input ends."""
    warnings.simplefilter("ignore")
    out, sys.stdout = sys.stdout, sys.stderr  # what a peer prints is not an answer

    def tell(line: dict[str, Any]) -> None:
        print(json.dumps(line), file=out, flush=True)

    rows = (
        sqlite3.connect(sys.argv[2]).execute("SELECT document, start, end, text FROM sentences ORDER BY key").fetchall()
    )
    began = time.perf_counter()
    try:
        find = PEERS[sys.argv[1]]([text for *_, text in rows])
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return 3
    tell({"ready": True, "seconds": time.perf_counter() - began})
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.perf_counter()
        found = find(asked["question"])
        tell({"id": asked["id"], "sentences": [rows[n][:3] for n in found], "seconds": time.perf_counter() - began})
    tell({"bytes": memory("self")})
    return 0


if __name__ == "__main__":
    sys.exit(main())
