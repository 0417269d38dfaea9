"""The best sentences read by the trained reader: each set against the question in its context, and ranked anew.

The reader says of each of them how well it answers beside the others, whether it answers at all, and with which words.
The order of kb/evidence/features.py stays in the ranking with BASE_SHARE: names, figures and the search know what a
small network does not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kb.base.passages import Origin
from kb.base.rows import SentenceRow
from kb.evidence.reader_windows import Candidate, Verdict
from kb.evidence.span_shares import Reading, blended
from kb.evidence.whole_spans import whole
from kb.questions import Question
from kb.retrieve import MOST_CHARACTERS, Evidence, Retrieved
from kb.store import Store

if TYPE_CHECKING:
    from kb.reader import Reader

READ = 20  # sentences that are read: about 100 ms on two cores
BESIDE = 2  # sentences on each side that are its context, as in training
MOST_CONTEXT = 600  # characters of the context on each side that can reach the reader's window
# Of the rank score of kb/evidence/features.py beside the reader's logit. 923 answerable questions of the seven SQuAD
# articles that the reader was not trained on: right sentence first 0.824, F1 of the words 0.710; without the share of
# the span 0.820 and 0.700; at 0.5 and 1.0 with it 0.823 and 0.817, 0.708 and 0.703; by the reader alone 0.775 and
# 0.677.
BASE_SHARE = 0.75
LEAST_SHARE = 1e-3  # of a span
# The likeliest sentences are read again with one sentence on each side, and with the one before alone and no title. The
# same questions: right sentence first 0.829 against 0.818, EM 0.633 against 0.625, F1 0.721 against 0.715 (weights of
# the reader at 20,000 steps); two readings in place of three, or equal weights, brought a third to two thirds of it.
AGAIN = 6
WEIGHTS = (0.5, 0.25, 0.25)


def judged(store: Store, retrieved: Retrieved) -> Retrieved:
    """The evidence with the reader's verdicts, ranked by both; what was not read stands behind it."""
    if not retrieved.evidence:
        return retrieved
    read, rest = retrieved.evidence[:READ], retrieved.evidence[READ:]
    ranked = [
        replace(each, verdict=verdict, score=_score(verdict, each))
        for each, verdict in zip(read, verdicts(store, retrieved.asked.question, read), strict=True)
    ]
    ranked.sort(key=lambda e: (-e.score, e.sentence.document, e.sentence.number))
    best_unread, last = rest[0].score if rest else 0.0, ranked[-1].score
    behind = (replace(each, score=last + BASE_SHARE * (each.score - best_unread)) for each in rest)
    return replace(retrieved, evidence=(*ranked, *behind))


def _score(verdict: Verdict, evidence: Evidence) -> float:
    """What a sentence is ranked by: that it answers, how surely its span stands out, and what speaks for it besides."""
    return verdict.score + math.log(max(verdict.sure, LEAST_SHARE)) + BASE_SHARE * evidence.score


def verdicts(store: Store, question: Question, evidence: Sequence[Evidence]) -> list[Verdict]:
    """The reader's verdict on each sentence, in the order given; the likeliest are read in narrower contexts too."""
    origins = store.origins({each.sentence.document for each in evidence}) if question.years else {}
    asked = [_asked_of(question, each, origins) for each in evidence]
    around = Around(store, evidence)
    readings = _readings(asked, [around.candidate(each) for each in evidence])
    found = [reading.verdict() for reading in readings]
    scores = [_score(verdict, each) for verdict, each in zip(found, evidence, strict=True)]
    likeliest = sorted(range(len(scores)), key=lambda place: -scores[place])[:AGAIN]
    again = [evidence[place] for place in likeliest]
    nearer = [around.candidate(each, before=1, after=1) for each in again]
    bare = [around.candidate(each, before=1, after=0, title=False) for each in again]
    looks = _readings([asked[place] for place in likeliest] * 2, [*nearer, *bare])
    for place, near, alone in zip(likeliest, looks[: len(again)], looks[len(again) :], strict=True):
        found[place] = blended([readings[place], near, alone], WEIGHTS).verdict()
    return [_made_whole(verdict, each) for verdict, each in zip(found, evidence, strict=True)]


def _readings(asked: Sequence[str], shown: Sequence[Candidate]) -> list[Reading]:
    """The readings of sentences, each asked in its own words, in the order given."""
    found: dict[int, Reading] = {}
    for text in dict.fromkeys(asked):
        places = [place for place, each in enumerate(asked) if each == text]
        found.update(zip(places, shipped_reader().readings(text, [shown[place] for place in places]), strict=True))
    return [found[place] for place in range(len(asked))]


def _made_whole(verdict: Verdict, evidence: Evidence) -> Verdict:
    if verdict.start is None or verdict.end is None:
        return verdict
    start, end = whole(evidence.sentence.text[:MOST_CHARACTERS], verdict.start, verdict.end)
    return replace(verdict, start=start, end=end)


def _asked_of(question: Question, evidence: Evidence, origins: Mapping[str, Origin]) -> str:
    """The question as it is put to a sentence: without a year that only its article's date tells."""
    text = question.text[:MOST_CHARACTERS]
    for year in question.years:
        printed = origins[evidence.sentence.document].published or ""
        if printed.startswith(year) and year not in evidence.candidate.paragraph | evidence.candidate.title:
            text = re.sub(rf" ?\b(?:(?:in|of|during) )?{year}\b", "", text)
    return text


@cache
def shipped_reader() -> Reader:
    """The reader that comes with the package, loaded at the first question.

    :raises FileNotFoundError: when its weights are missing.
    """
    from kb.reader import Reader  # onnxruntime is loaded when a question is first asked

    return Reader()


class Around:
    """The sentences around some others, to show each in its context."""

    def __init__(self, store: Store, evidence: Sequence[Evidence]) -> None:
        rows = store.surroundings([each.sentence.id for each in evidence], distance=BESIDE)
        self._texts = {(row.document, row.number): row.text for row in rows}

    def candidate(
        self, evidence: Evidence, *, before: int = BESIDE, after: int = BESIDE, title: bool = True
    ) -> Candidate:  # fmt: skip
        """A sentence with so many on each side, at most BESIDE; as it is, the reader was trained to see it."""
        row = evidence.sentence
        return Candidate(
            row.text[:MOST_CHARACTERS],
            self._joined(row, range(row.number - before, row.number))[-MOST_CONTEXT:],
            self._joined(row, range(row.number + 1, row.number + 1 + after))[:MOST_CONTEXT],
            (row.title or "") if title else "",
        )

    def _joined(self, row: SentenceRow, numbers: range) -> str:
        return " ".join(self._texts.get((row.document, number), "") for number in numbers).strip()
