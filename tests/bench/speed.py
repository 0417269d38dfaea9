"""Speed of `extract` beside the bare encoder, in one run: words a second, loading time, memory.

`python tests/bench/speed.py [FOLDER] [--words N]`: articles of the folder (default: corpus/), read again and again.
The encoder alone is the ONNX session over the same windows, in as many processes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from extract.batch import extract_all
from extract.documents import read_documents
from extract.encoder import Annotator
from extract.language import load_language
from extract.types import Document

ROUNDS = 3
LOAD = "import time; t = time.perf_counter(); from extract.language import load_language; load_language(); print(time.perf_counter() - t)"


def gathered(folder: Path, words: int) -> list[Document]:
    """Documents of about so many words in all, each with its own id."""
    read = [d for d in read_documents([folder]) if isinstance(d, Document)]
    found: list[Document] = []
    held = 0
    while held < words:
        given = read[len(found) % len(read)]
        found.append(
            Document(f"{given.id}-{len(found)}", given.text, given.source, given.sha256, published=given.published)
        )
        held += len(given.text.split())
    return found


def encode(texts: list[str], gate: multiprocessing.Barrier, seconds: multiprocessing.Queue) -> None:
    """Time the session alone over windows that are prepared beforehand."""
    nlp = load_language()
    annotator = nlp.get_pipe("footnote_encoder")
    assert isinstance(annotator, Annotator)
    feeds: list[tuple[list[int], ...]] = []
    run = annotator.encoder.run
    annotator.encoder.run = lambda *feed: (feeds.append(feed), run(*feed))[1]  # type: ignore[method-assign]
    for text in texts[:400]:
        nlp(text)
    gate.wait()
    began = time.perf_counter()
    for feed in feeds:
        run(*feed)
    seconds.put((time.perf_counter() - began, sum(len(text.split()) for text in texts[:400])))


def bare_speed(documents: list[Document], workers: int) -> float:
    """Words a second of the sessions of all processes together."""
    context = multiprocessing.get_context("spawn")
    gate, seconds = context.Barrier(workers), context.Queue()
    shares = [[d.text for d in documents[i::workers]] for i in range(workers)]
    processes = [context.Process(target=encode, args=(share, gate, seconds)) for share in shares]
    for process in processes:
        process.start()
    taken = [seconds.get() for _ in processes]
    for process in processes:
        process.join()
    return sum(words / spent for spent, words in taken)


def whole_speed(documents: list[Document], workers: int) -> float:
    """Words a second of `extract_all`, from its first result on, so that starting processes is left out."""
    results = extract_all(documents, workers=workers)
    next(results)
    began = time.perf_counter()
    count = sum(1 for _ in results)
    assert count == len(documents) - 1
    return sum(len(d.text.split()) for d in documents[1:]) / (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "corpus")
    parser.add_argument("--words", type=int, default=150_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    documents = gathered(given.folder, given.words)
    bare = [bare_speed(documents, given.workers) for _ in range(ROUNDS)]
    whole = [whole_speed(documents, given.workers) for _ in range(ROUNDS)]
    loads = [float(subprocess.check_output([sys.executable, "-c", LOAD])) for _ in range(ROUNDS)]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"loading                 {statistics.median(loads):8.2f} s")
    print(f"memory, largest process {memory:8.0f} MiB")
    print(f"encoder alone           {statistics.median(bare):8.0f} words/s")
    print(f"extract                 {statistics.median(whole):8.0f} words/s")
    print(f"extract / encoder       {statistics.median(whole) / statistics.median(bare):8.2f}")


if __name__ == "__main__":
    main()
