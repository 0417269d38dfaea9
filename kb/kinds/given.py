"""Answers of these kinds made of stated values and names: cited, with the arithmetic, or refused with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kb.base.passages import Origin
from kb.base.rows import SentenceRow
from kb.kinds.stated import Stated
from kb.questions import Question
from kb.store import Store
from kb.types import Answer, Citation, Conflict, Item

# The share of answers that were right, by what they rest on: values stated (46 of 47), rows of a list (27 of 28), words
# said (14 of 14), a sentence that says yes or no (67 of 67), on tests/kb/questions, seen and kept, 56 of the last on
# articles of CMU's Question/Answer Dataset; one right and one wrong answer added to each, for they are few.
SCORES = {"values": 0.96, "rows": 0.93, "words": 0.94, "sentence": 0.98}
MOST_CITATIONS = 3  # of one row

# What stands in a row; sentences with the bounds of the words that say it.
Place = tuple[SentenceRow, int, int]
Row = tuple[str, Sequence[Place]]


def place_of(stated: Stated) -> Place:
    """Where a value is stated."""
    return stated.figure.sentence, stated.figure.start, stated.figure.end


def spoken(stated: Stated) -> str:
    """A value with its year, if one is given."""
    return f"{stated.figure.surface} ({stated.when.surface})" if stated.when else stated.figure.surface


def named(stated: Stated) -> str:
    """Whose value it is, for people."""
    return f"{stated.place} of {stated.holder.name}" if stated.place else stated.holder.name


def listed(store: Store, question: Question, kind: str, rows: Sequence[Row], *, note: str = "", why: str) -> Answer:
    """A list or table, each row with the sentences that say it.

    :param kind: "list" or "table".
    """
    origins = store.origins({sentence.document for _, places in rows for sentence, _, _ in places[:MOST_CITATIONS]})
    cited = [_cited(origins, places[:MOST_CITATIONS], why, SCORES["rows"]) for _, places in rows]
    items = tuple(Item(text, citations) for (text, _), citations in zip(rows, cited, strict=True))
    text = ", ".join(item.text for item in items)
    return Answer(question.text, kind, text, SCORES["rows"], tuple(c[0] for c in cited), items, note=note)


def said(
    store: Store, question: Question, text: str, places: Sequence[Place], *, note: str, conflicts: Iterable[Stated] = ()
) -> Answer:  # fmt: skip
    """A short answer that rests on all these places, with the reckoning as its note."""
    score = SCORES["values"]
    others = [(stated, cite(store, [place_of(stated)], "gives another value", score=score)[0]) for stated in conflicts]
    return Answer(
        question.text, question.kind, text, score, cite(store, places, note, score=score),
        conflicts=tuple(Conflict(spoken(stated), citation) for stated, citation in others), note=note,
    )  # fmt: skip


def refused(store: Store, question: Question, note: str, places: Sequence[Place] = ()) -> Answer:
    """No answer, why in words, and the nearest sentences."""
    near = cite(store, places, "states one of the values asked for", score=0.0)
    return Answer(
        question.text, question.kind, None, 0.0, near, reason="weak-evidence" if near else "no-evidence", note=note
    )


def cite(store: Store, places: Sequence[Place], why: str, *, score: float) -> tuple[Citation, ...]:
    """The whole sentences of some places, each once, with its first place marked."""
    return _cited(store.origins({sentence.document for sentence, _, _ in places}), places, why, score)


def _cited(origins: Mapping[str, Origin], places: Sequence[Place], why: str, score: float) -> tuple[Citation, ...]:
    citations: dict[str, Citation] = {}
    for sentence, start, end in places:
        origin = origins[sentence.document]
        inside = sentence.start <= start < end <= sentence.end
        citations.setdefault(sentence.id, Citation(
            sentence.document, origin.title, origin.source, sentence.start, sentence.end, sentence.text, score,
            start if inside else None, end if inside else None, origin.publication, origin.published, why,
        ))  # fmt: skip
    return tuple(citations.values())
