"""The best sentences read by the trained reader: each set against the question in its context, and ranked anew.

The reader says of each of them how well it answers beside the others, whether it answers at all, and with which words.
The order of kb/features.py stays in the ranking with BASE_SHARE: names, figures and the search know what a small
network does not. Without shipped weights nothing changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kb.reader_windows import Candidate, is_shipped
from kb.retrieve import MOST_CHARACTERS, Evidence, Retrieved
from kb.rows import SentenceRow
from kb.store import Store

if TYPE_CHECKING:
    from kb.reader import Reader

READ = 20  # sentences that are read: about 100 ms on two cores
BESIDE = 2  # sentences on each side that are its context, as in training
MOST_CONTEXT = 600  # characters of the context on each side that can reach the reader's window
BASE_SHARE = 0.5  # of the rank score of kb/features.py beside the reader's logit


def judged(store: Store, retrieved: Retrieved) -> Retrieved:
    """The evidence with the reader's verdicts, ranked by both; what was not read stands behind it."""
    reader = shipped_reader()
    if reader is None or not retrieved.evidence:
        return retrieved
    read, rest = retrieved.evidence[:READ], retrieved.evidence[READ:]
    verdicts = reader.read(retrieved.asked.question.text[:MOST_CHARACTERS], candidates(store, read))
    ranked = [
        replace(each, verdict=verdict, score=verdict.score + BASE_SHARE * each.score)
        for each, verdict in zip(read, verdicts, strict=True)
    ]
    ranked.sort(key=lambda e: (-e.score, e.sentence.document, e.sentence.number))
    best_unread, last = rest[0].score if rest else 0.0, ranked[-1].score
    behind = (replace(each, score=last + BASE_SHARE * (each.score - best_unread)) for each in rest)
    return replace(retrieved, evidence=(*ranked, *behind))


@cache
def shipped_reader() -> Reader | None:
    """The reader that comes with the package, loaded at the first question; None where it is not there."""
    if not is_shipped():
        return None
    from kb.reader import Reader  # onnxruntime is loaded when a question is first asked

    return Reader()


def candidates(store: Store, evidence: Sequence[Evidence]) -> list[Candidate]:
    """The sentences in their context, as the reader was trained to see them."""
    around = store.surroundings([each.sentence.id for each in evidence], distance=BESIDE)
    texts = {(row.document, row.number): row.text for row in around}
    return [_candidate(each.sentence, texts) for each in evidence]


def _candidate(row: SentenceRow, texts: Mapping[tuple[str, int], str]) -> Candidate:
    before, after = (
        " ".join(texts.get((row.document, number), "") for number in numbers).strip()
        for numbers in (
            range(row.number - BESIDE, row.number),
            range(row.number + 1, row.number + 1 + BESIDE),
        )
    )
    return Candidate(row.text[:MOST_CHARACTERS], before[-MOST_CONTEXT:], after[:MOST_CONTEXT], row.title or "")
