"""What surrounds a candidate sentence: the sentences beside it, its paragraph, its document's title."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kb.base.rows import Hit, SentenceRow
from kb.evidence.features import Candidate
from kb.words.terms import WORD, root, stem

NEAR = 2  # sentences on each side that count as context, with the rest of the paragraph
HEADING_WORDS = 9
ENDS = frozenset(".?!:;…\"'”’)")
NOTHING: frozenset[str] = frozenset()


class Context:
    """The sentences around some hits of a search, and how the hits are spread over documents."""

    def __init__(self, sentences: Sequence[SentenceRow], hits: Sequence[Hit]) -> None:
        self._words = {(s.document, s.number): WORD.findall(s.text) for s in sentences}
        self._stems = {place: frozenset(map(stem, words)) for place, words in self._words.items()}
        self._paragraphs = _paragraph_stems(sentences, self._stems)
        self._ranks = {hit.sentence.id: (rank, -hit.rank) for rank, hit in enumerate(hits)}
        self._shares = _document_shares(hits)
        self._missed = len(hits)

    def candidate(self, sentence: SentenceRow, fit: float, entity: bool) -> Candidate:
        """A sentence in its context; `fit` and `entity` as in `Candidate`."""
        document, number = sentence.document, sentence.number
        rank, bm25 = self._ranks.get(sentence.id, (self._missed, 0.0))
        words = self._words[document, number]
        return Candidate(
            stems=tuple(map(stem, words)),
            roots=frozenset(map(root, words)),
            before=self._stems.get((document, number - 1), NOTHING),
            after=self._stems.get((document, number + 1), NOTHING),
            paragraph=self._near(document, number) | self._paragraphs[document, sentence.paragraph],
            title=frozenset(map(stem, WORD.findall(sentence.title or ""))),
            bm25=bm25,
            rank=rank,
            document_share=self._shares.get(document, 0.0),
            fits=fit,
            heading=len(words) <= HEADING_WORDS and sentence.text[-1:] not in ENDS,
            entity=entity,
        )

    def _near(self, document: str, number: int) -> frozenset[str]:
        near = range(number - NEAR, number + NEAR + 1)
        return NOTHING.union(*(self._stems.get((document, n), NOTHING) for n in near))


def _paragraph_stems(
    sentences: Sequence[SentenceRow], stems: dict[tuple[str, int], frozenset[str]]
) -> dict[tuple[str, int], frozenset[str]]:  # fmt: skip
    grouped: dict[tuple[str, int], list[frozenset[str]]] = defaultdict(list)
    for sentence in sentences:
        grouped[sentence.document, sentence.paragraph].append(stems[sentence.document, sentence.number])
    return {paragraph: NOTHING.union(*parts) for paragraph, parts in grouped.items()}


def _document_shares(hits: Sequence[Hit]) -> dict[str, float]:
    """The sums are exact, so that hits of equal rank may come in any order."""
    total = math.fsum(-hit.rank for hit in hits) or 1.0
    ranks: dict[str, list[float]] = defaultdict(list)
    for hit in hits:
        ranks[hit.sentence.document].append(-hit.rank)
    return {document: math.fsum(each) / total for document, each in ranks.items()}
