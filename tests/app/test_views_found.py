"""What was found in a text, as marks and in words."""

from __future__ import annotations

import pytest

from app.found import LAYERS, claim_note, figure_note, found_marks, layer_counts, quote_note
from app.marks import Mark
from extract.types import MENTION_LABELS, Period
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow, QuoteRow, SentenceRow, Shown

TEXT = "Maria Ortiz said in Lima that sales rose to $41 million."
SENTENCE = SentenceRow("d.0", "d", 0, 0, 0, len(TEXT), TEXT, None)


def part(words: str, *, full: str | None = None) -> PhraseRow:
    start = TEXT.index(words)
    return PhraseRow(start, start + len(words), words, full)


def figure(kind: str, value: float, unit: str, *, high: float | None = None, **parts: object) -> FigureRow:
    empty = dict.fromkeys(("modifier", "change", "per", "of", "subject", "period"))
    return FigureRow(1, SENTENCE, 44, 55, "$41 million", kind, value, high, unit, **(empty | parts))


PERSON = MentionRow(SENTENCE, 0, 11, "Maria Ortiz", "PERSON", "name", "e1", "María Ortiz Vega")
CITY = MentionRow(SENTENCE, 20, 24, "Lima", "CITY", "name", "e2", "Lima")
MONEY = figure("money", 41_000_000.0, "USD")
QUOTE = QuoteRow(1, SENTENCE, 25, 55, TEXT[25:55], False, part("Maria Ortiz"), part("said"))
CLAIM = ClaimRow(
    1, SENTENCE, part("sales"), part("rose"), part("$41 million"), (), part("Maria Ortiz"), False, True, 0.7
)
SHOWN = Shown(None, None, None, (PERSON, CITY), (MONEY,), (QUOTE,), (CLAIM,))


def test_every_label_has_a_layer():
    assert set().union(*(layer.labels for layer in LAYERS)) == set(MENTION_LABELS)


def test_found_marks_of_some_layers():
    assert found_marks(SHOWN, {"people", "figures"}) == [
        Mark(0, 11, "people", "Person: María Ortiz Vega"),
        Mark(44, 55, "figures", "Money: 41,000,000 USD"),
    ]


def test_found_marks_of_a_claim_are_its_parts():
    assert [TEXT[mark.start : mark.end] for mark in found_marks(SHOWN, {"claims"})] == ["sales", "rose", "$41 million"]


def test_years_are_shown_with_the_dates():
    year = Shown(None, None, None, (), (figure("year", 2005.0, ""),), (), ())
    assert layer_counts(year)["dates"] == 1
    assert [mark.layer for mark in found_marks(year, {"dates", "figures"})] == ["dates"]


def test_layer_counts():
    assert layer_counts(SHOWN) == {
        "people": 1,
        "places": 1,
        "topics": 0,
        "dates": 0,
        "figures": 1,
        "quotes": 1,
        "claims": 1,
    }


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (MONEY, "Money: 41,000,000 USD"),
        (figure("percent", 3.25, "percent", change="up"), "Share: 3.25% · going up"),
        (figure("count", 10.0, "worker", high=20.0, modifier="at-least"), "Count: at least 10 to 20 worker"),
        (figure("age", 41.0, ""), "Age: 41"),
        (figure("duration", 53.0, "year"), "Duration: 53 years"),
        (figure("duration", 1.0, "year"), "Duration: 1 year"),
        (figure("count", 3.0, "", subject=PhraseRow(0, 2, "he", None, "e1", "Ana Ruiz")), "Count: 3 · for: Ana Ruiz"),
        (figure("year", 2005.0, ""), "Year: $41 million"),
        (
            figure("money", 5.0, "EUR", per="year", of=part("sales", full="sales of shoes"), subject=part("Lima"), period=Period(0, 4, "last year", None, None)),
            "Money: 5 EUR · per year · of: sales of shoes · for: Lima · when: last year",
        ),
    ],
)  # fmt: skip
def test_figure_note(row, note):
    assert figure_note(row) == note


def test_quote_note():
    assert quote_note(QUOTE) == "Reported speech: Maria Ortiz"
    assert quote_note(QuoteRow(1, SENTENCE, 0, 5, "Maria", True, None, None)) == "Quote: speaker not found"
    he = PhraseRow(0, 2, "He", None, "e1", "Ana Ruiz")
    assert quote_note(QuoteRow(1, SENTENCE, 0, 5, "Maria", True, he, None)) == "Quote: Ana Ruiz"


def test_claim_note():
    assert claim_note(CLAIM) == "Claim: sales – rose – $41 million · not stated as certain · said by Maria Ortiz"
    denied = ClaimRow(1, SENTENCE, part("sales"), part("rose"), None, (), None, True, False, 0.7)
    assert claim_note(denied) == "Claim: sales – rose · denied"
