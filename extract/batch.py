"""The same over many documents: in this process for a few, in several for many. Results come in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from spacy.language import Language

from extract.failures import Failure, failed
from extract.language import load_language
from extract.pipeline import extract
from extract.types import Document, Extraction

FEW = 24  # documents; starting processes costs as much as extracting about so many articles
CHUNK = 8  # documents handed to a process at once
AHEAD = 3  # chunks a process that wait or are under way, so that memory stays bounded

Result = Extraction | Failure
_nlp: Language | None = None


def extract_all(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Result]:
    """Yield for each document, in order, what it says, or why that could not be told.

    :param workers: processes; None takes one for each processor this process may use.
    """
    stream = iter(documents)
    workers = workers or processors()
    first = list(islice(stream, FEW)) if workers > 1 else []
    if workers <= 1 or len(first) < FEW:
        for document in chain(first, stream):
            yield extract_one(document)
        return
    yield from in_processes(chain(first, stream), workers)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def extract_one(document: Document) -> Result:
    """What one document says, by the pipeline of this process, which is loaded once."""
    global _nlp
    if _nlp is None:
        _nlp = load_language()
        gc.freeze()  # the pipeline lives as long as the process: collecting need not look at it again
    try:
        return extract(document, _nlp)
    except (ValueError, IndexError, KeyError, RecursionError, MemoryError) as error:
        return failed(
            document.source, f"nothing could be extracted ({type(error).__name__}: {error}); please report it"
        )


def extract_chunk(documents: list[Document]) -> list[Result]:
    """What several documents say."""
    return [extract_one(document) for document in documents]


def in_processes(documents: Iterable[Document], workers: int) -> Iterator[Result]:
    """Chunks through a pool of processes; where a process dies, its chunk goes on here, one document at a time."""
    stream = iter(documents)
    waiting: deque[tuple[list[Document], Future[list[Result]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := list(islice(stream, CHUNK))):
                waiting.append((chunk, pool.submit(extract_chunk, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                rest = chain(chunk, *(given for given, _ in waiting), stream)
                yield from (extract_one(document) for document in rest)
                return
