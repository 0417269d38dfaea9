"""Names are trimmed, decided for the whole text, and kept apart from dates and industries."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.industries import Industry
from extract.mentions import decide, find_mentions, mention_by_token
from extract.name_spans import Name
from extract.types import Period

VOCAB = spacy.blank("en").vocab


def named(words: str, *ents: tuple[int, int, str]) -> Doc:
    doc = Doc(VOCAB, words.split())
    doc.set_ents([Span(doc, first, end, label) for first, end, label in ents])
    return doc


TRIMMED = [
    ("the Nile floods", (0, 2, "PLACE"), [("Nile", "PLACE")]),
    ("Mr. Okoro spoke", (0, 2, "PERSON"), [("Okoro", "PERSON")]),
    ("Kenya 's tea", (0, 2, "PLACE"), [("Kenya", "COUNTRY")]),
    ("“ Hamlet ” opened", (0, 3, "WORK"), [("Hamlet", "WORK")]),
    ("it cost $ 5", (2, 4, "MONEY"), []),
    ("in Lyon today", (1, 2, "GPE"), [("Lyon", "CITY")]),
    ("the “ ran", (0, 2, "ORG"), []),
    ("Lund University , Sweden", (0, 4, "ORG"), [("Lund University", "ORG"), ("Sweden", "COUNTRY")]),
    ("in Graz , Austria now", (1, 4, "PLACE"), [("Graz", "CITY"), ("Austria", "COUNTRY")]),
    ("in Toronto Canada now", (1, 3, "PLACE"), [("Toronto", "CITY"), ("Canada", "COUNTRY")]),
    ("in Washington , D.C. now", (1, 4, "PLACE"), [("Washington , D.C.", "CITY")]),
    ("University of California , Berkeley", (0, 5, "ORG"), [("University of California , Berkeley", "ORG")]),
    ("Green Party in Wales won", (0, 4, "ORG"), [("Green Party in Wales", "ORG")]),
    ("Townsend , George spoke", (0, 3, "PERSON"), [("Townsend , George", "PERSON")]),
    ("PORTO , Portugal — Porto sells", (2, 5, "PLACE"), [("Portugal", "COUNTRY"), ("Porto", "CITY")]),
]


@pytest.mark.parametrize(("words", "ent", "expected"), TRIMMED)
def test_names_are_trimmed_and_labelled(words: str, ent: tuple[int, int, str], expected: list[tuple[str, str]]) -> None:
    doc = named(words, ent)
    mentions, _ = find_mentions(doc, [0] * len(doc), [], [])
    assert [(m.surface, m.label) for m in mentions] == expected


DECIDED = [
    (["Tata/PERSON", "Tata/ORG", "Tata/ORG"], {"Tata": "ORG"}),
    (["Oslo/PERSON", "Oslo/PLACE"], {"Oslo": "PLACE"}),
    (["Paris Hilton/PERSON", "Paris/PERSON", "Paris/PLACE"], {"Paris": "PERSON"}),
    (["Ana Lima/PERSON", "Lima/PERSON"], {"Lima": "PERSON"}),
    (["Volvo/ORG", "Volvo/PRODUCT"], {}),
]


@pytest.mark.parametrize(("names", "expected"), DECIDED)
def test_one_label_for_one_name(names: list[str], expected: dict[str, str]) -> None:
    given = [Name(i, i + 1, *name.split("/")) for i, name in enumerate(names)]
    assert decide(given) == expected


def test_dates_and_industries_stand_beside_names() -> None:
    doc = named("Nippon Steel cut steel output in May 2009 , says May Smith", (0, 2, "ORG"), (10, 12, "PERSON"))
    text = doc.text
    steel = text.index("steel output")
    date = text.index("May 2009")
    industries = [Industry(0, 7, 12, "Steel", "C24"), Industry(0, steel, steel + 5, "steel", "C24")]
    periods = [Period(date, date + 8, "May 2009", "2009-05-01", "2009-05-31")]
    mentions, referents = find_mentions(doc, [0] * len(doc), periods, industries)
    assert [(m.surface, m.label, m.entity) for m in mentions] == [
        ("Nippon Steel", "ORG", 0), ("steel", "INDUSTRY", 1), ("May 2009", "DATE", 2), ("May Smith", "PERSON", 3),
    ]  # fmt: skip
    assert [r.name for r in referents] == ["Nippon Steel", "steel", "May 2009", "May Smith"]
    assert {i: m.surface for i, m in mention_by_token(doc, mentions).items()} == {
        0: "Nippon Steel", 1: "Nippon Steel", 3: "steel", 6: "May 2009", 7: "May 2009", 10: "May Smith",
        11: "May Smith",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hill and her father , Joseph Hill , left", [0, 1]),
        ("Hill , daughter of Sir Joseph Hill , left", [0, 1]),
        ("Hill left . Joseph Hill stayed on here", [0, 0]),
    ],
)
def test_relatives_are_kept_apart(words: str, expected: list[int]) -> None:
    tokens = words.split()
    second = tokens.index("Joseph")
    doc = named(words, (0, 1, "PERSON"), (second, second + 2, "PERSON"))
    mentions, _ = find_mentions(doc, [0] * len(doc), [], [])
    assert [m.entity for m in mentions] == expected


TITLES = [
    ("Mr Hill saw Mrs Hill", [(1, 2), (4, 5)], [0, 1]),
    ("Mr and Mrs Hill saw Mrs Hill", [(3, 4), (6, 7)], [0, 0]),
    ("Sir Hill saw Lady Hill", [(1, 2), (4, 5)], [0, 1]),
    ("his mother Hill saw Hill", [(2, 3), (4, 5)], [0, 0]),
]


@pytest.mark.parametrize(("words", "spans", "entities"), TITLES)
def test_titles_before_names(words: str, spans: list[tuple[int, int]], entities: list[int]) -> None:
    doc = named(words, *((first, end, "PERSON") for first, end in spans))
    mentions, _ = find_mentions(doc, [0] * len(doc), [], [])
    assert [m.entity for m in mentions] == entities


def test_a_span_of_a_thousand_places_is_left_whole() -> None:
    doc = named("Paris , " * 1000 + "Paris", (0, 2001, "PLACE"))
    mentions, _ = find_mentions(doc, [0] * len(doc), [], [])
    assert len(mentions) == 1
