"""The JSON shapes of the contract, pinned whole."""

from __future__ import annotations

import json

from app.contract import answer_json, extraction_json
from extract.types import (
    Argument,
    Claim,
    Extraction,
    Figure,
    Mention,
    Period,
    Phrase,
    Quote,
    Referent,
    Sentence,
)
from kb.types import Answer, Citation, Conflict, Item

TEXT = "Ford, founded in 1903, employs 171,000 people, Jim Farley said in 2024."


def phrase(surface: str, **more: object) -> Phrase:
    """Give the first place where the text has these words."""
    start = TEXT.index(surface)
    return Phrase(start, start + len(surface), surface, **more)  # type: ignore[arg-type]


def test_extraction_has_the_shape_of_the_contract():
    period = Period(66, 70, "2024", "2024-01-01", "2024-12-31")
    figure = Figure(
        0, 31, 38, "171,000", "count", 171000.0, None, "people", of=phrase("people"), subject=phrase("Ford", entity=0), period=period
    )  # fmt: skip
    quote = Quote(0, 0, 45, TEXT[0:45], False, speaker=phrase("Jim Farley", entity=1), cue=phrase("said"))
    claim = Claim(
        0, phrase("Ford", entity=0), phrase("employs", full="employs about"), phrase("171,000 people"),
        (Argument("time", 63, 70, "in 2024"),), phrase("Jim Farley", entity=1), score=0.8,
    )  # fmt: skip
    extraction = Extraction(
        "d1",
        (Sentence(0, 71, TEXT, 0),),
        (Mention(0, 0, 4, "Ford", "ORG", 0), Mention(0, 47, 57, "Jim Farley", "PERSON", 1)),
        (figure,),
        (quote,),
        (claim,),
        (Referent(0, "Ford", "ORG"), Referent(1, "Jim Farley", "PERSON")),
    )
    assert extraction_json(extraction) == {
        "id": "d1",
        "sentences": [{"start": 0, "end": 71}],
        "mentions": [
            {"start": 0, "end": 4, "text": "Ford", "label": "ORG", "entity": 0, "form": "name"},
            {"start": 47, "end": 57, "text": "Jim Farley", "label": "PERSON", "entity": 1, "form": "name"},
        ],
        "figures": [
            {
                "start": 31, "end": 38, "text": "171,000", "kind": "count", "value": 171000.0, "value_high": None,
                "unit": "people", "modifier": None, "change": None, "per": None,
                "of": {"start": 39, "end": 45, "text": "people", "entity": None}, "subject": {"start": 0, "end": 4, "text": "Ford", "entity": 0},
                "period": {"text": "2024", "from": "2024-01-01", "to": "2024-12-31"}, "sentence": 0,
            }
        ],
        "quotes": [
            {
                "start": 0, "end": 45, "text": "Ford, founded in 1903, employs 171,000 people", "direct": False,
                "speaker": {"start": 47, "end": 57, "text": "Jim Farley", "entity": 1},
                "cue": {"start": 58, "end": 62, "text": "said"}, "sentence": 0,
            }
        ],
        "claims": [
            {
                "sentence": 0, "subject": {"start": 0, "end": 4, "text": "Ford", "entity": 0},
                "predicate": {"start": 23, "end": 30, "text": "employs", "text_full": "employs about"},
                "object": {"start": 31, "end": 45, "text": "171,000 people", "entity": None},
                "arguments": [{"role": "time", "start": 63, "end": 70, "text": "in 2024"}],
                "speaker": {"start": 47, "end": 57, "text": "Jim Farley", "entity": 1},
                "negated": False, "hedged": False, "score": 0.8,
            }
        ],
        "entities": [{"id": 0, "name": "Ford", "label": "ORG"}, {"id": 1, "name": "Jim Farley", "label": "PERSON"}],
    }  # fmt: skip


def test_empty_extraction_has_every_list():
    assert extraction_json(Extraction("d1", ())) == {
        "id": "d1", "sentences": [], "mentions": [], "figures": [], "quotes": [], "claims": [], "entities": [],
    }  # fmt: skip


CITATION = Citation("d1", "Ford", "ford.txt", 100, 171, TEXT, 0.93, 131, 138, "The Paper", "2024-05-01", "names Ford")
CITED = {
    "document": "d1", "title": "Ford", "source": "ford.txt", "start": 100, "end": 171, "text": TEXT,
    "answer": {"start": 131, "end": 138, "text": "171,000"}, "score": 0.93,
    "publication": "The Paper", "published": "2024-05-01", "why": "names Ford",
}  # fmt: skip


def test_answer_has_the_shape_of_the_contract():
    answer = Answer(
        "How many people does Ford employ?", "how-many", "171,000", 0.93, (CITATION,),
        (Item("171,000", (CITATION,)),), (Conflict("173,000", CITATION),),
    )  # fmt: skip
    assert answer_json(answer, id="q1") == {
        "id": "q1", "question": "How many people does Ford employ?", "kind": "how-many", "answer": "171,000",
        "abstained": False, "reason": None, "score": 0.93, "citations": [CITED],
        "items": [{"text": "171,000", "citations": [CITED]}], "conflicts": [{"text": "173,000", "citation": CITED}],
    }  # fmt: skip


def test_refusal_has_no_answer_but_a_reason():
    nearest = Citation("d1", None, "-", 0, 71, TEXT, 0.1)
    given = answer_json(Answer("Who runs Opel?", "who", None, 0.0, (nearest,), reason="unknown-name"))
    assert {key: given[key] for key in ("answer", "abstained", "reason")} == {
        "answer": None, "abstained": True, "reason": "unknown-name",
    }  # fmt: skip
    assert given["citations"][0]["answer"] is None
    assert "id" not in given


def test_shapes_are_json():
    assert json.loads(json.dumps(answer_json(Answer("?", "what", None, 0.0, reason="empty-base"))))["citations"] == []
