"""What the lists give back, and how their filters narrow."""

from __future__ import annotations

from dataclasses import fields

import pytest

from extract.types import (
    Argument,
    Claim,
    Document,
    Extraction,
    Figure,
    Mention,
    Period,
    Phrase,
    Quote,
    Referent,
    Sentence,
)
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow, QuoteRow
from kb.store import Store

TEXT = "In 2001 Li Jian said leather sales in Hebei rose about 5 to 7 percent. “We grow,” he added."
SENTENCES = (Sentence(0, 70, TEXT[:70], 0), Sentence(71, 92, TEXT[71:], 0))


def phrase(surface: str, entity: int | None = None, full: str | None = None) -> Phrase:
    start = TEXT.index(surface)
    return Phrase(start, start + len(surface), surface, entity, full)


def mention(sentence: int, surface: str, label: str, entity: int, form: str = "name") -> Mention:
    at = phrase(surface)
    return Mention(sentence, at.start, at.end, surface, label, entity, form)


LI, HEBEI, HE = phrase("Li Jian", 0), phrase("Hebei", 1), phrase("he added", 0)
FIGURE = phrase("about 5 to 7 percent")
PERIOD = Period(3, 7, "2001", "2001-01-01", "2001-12-31")
SAID, GROW = phrase("said"), phrase("We grow,")
EXTRACTION = Extraction(
    "d",
    SENTENCES,
    (
        mention(0, "2001", "DATE", 2),
        mention(0, "Li Jian", "PERSON", 0),
        mention(0, "Hebei", "REGION", 1),
        mention(1, "he", "PERSON", 0, "pronoun"),
    ),
    (
        Figure(
            0, FIGURE.start, FIGURE.end, FIGURE.surface, "percent", 5.0, 7.0, "percent", "about", "up", "year",
            phrase("leather sales"), HEBEI, PERIOD,
        ),
        Figure(0, 3, 7, "2001", "year", 2001.0, None, ""),
    ),
    (
        Quote(0, 21, 69, TEXT[21:69], False, LI, SAID),
        Quote(1, GROW.start, GROW.end, GROW.surface, True, HE),
    ),
    (
        Claim(0, phrase("leather sales"), phrase("rose", full="rose to"), None,
              (Argument("time", 3, 7, "2001"), Argument("place", 35, 43, "in Hebei")), LI, hedged=True, score=0.7),
        Claim(0, LI, SAID, HEBEI, negated=True),
    ),
    (Referent(0, "Li Jian", "PERSON"), Referent(1, "Hebei", "REGION"), Referent(2, "2001", "DATE")),
)  # fmt: skip


@pytest.fixture
def store(fresh_store: Store) -> Store:
    fresh_store.put(Document("d", TEXT, "/d.txt", "0", title="Leather"), EXTRACTION, rules="7")
    other = "Hebei shrinks."
    hebei = Extraction(
        "e", (Sentence(0, 14, other, 0),), (Mention(0, 0, 5, "Hebei", "REGION", 0),),
        referents=(Referent(0, "Hebei", "REGION"),),
    )  # fmt: skip
    fresh_store.put(Document("e", other, "/e.txt", "1"), hebei, rules="7")
    return fresh_store


def plain(row: PhraseRow | None, phrases: dict[str, int]) -> Phrase | None:
    """The phrase that a row was made from."""
    if row is None:
        return None
    return Phrase(row.start, row.end, row.surface, None if row.name is None else phrases[row.name], row.full)


NUMBERS = {"Li Jian": 0, "Hebei": 1}


def mention_from(row: MentionRow) -> Mention:
    number = NUMBERS.get(row.name or "", 2)
    return Mention(row.sentence.number, row.start, row.end, row.surface, row.label, number, row.form)


def figure_from(row: FigureRow) -> Figure:
    own = [getattr(row, field.name) for field in fields(Figure)[1:11]]
    return Figure(row.sentence.number, *own, plain(row.of, NUMBERS), plain(row.subject, NUMBERS), row.period)


def quote_from(row: QuoteRow) -> Quote:
    own = (row.sentence.number, row.start, row.end, row.surface, row.direct)
    return Quote(*own, plain(row.speaker, NUMBERS), plain(row.cue, NUMBERS))


def claim_from(row: ClaimRow) -> Claim:
    subject, predicate = plain(row.subject, NUMBERS), plain(row.predicate, NUMBERS)
    assert subject
    assert predicate
    rest = (row.arguments, plain(row.speaker, NUMBERS), row.negated, row.hedged, row.score)
    return Claim(row.sentence.number, subject, predicate, plain(row.object, NUMBERS), *rest)


def test_store_lists_give_back_what_was_put_in(store):
    assert tuple(map(mention_from, store.mentions(document="d"))) == EXTRACTION.mentions
    assert tuple(map(figure_from, store.figures())) == (EXTRACTION.figures[1], EXTRACTION.figures[0])
    assert tuple(map(quote_from, store.quotes())) == EXTRACTION.quotes
    assert tuple(map(claim_from, store.claims())) == EXTRACTION.claims


def test_store_lists_carry_sentence_and_title(store):
    row = store.figures(kind="percent")[0]
    assert (row.sentence.id, row.sentence.text, row.sentence.title) == ("d.0", TEXT[:70], "Leather")
    assert (row.subject.name, row.subject.entity) == ("Hebei", store.entities_named(["Hebei"])[0].id)


@pytest.mark.parametrize(
    ("filters", "surfaces"),
    [
        ({"entity": "hebei"}, ["Hebei", "Hebei"]),
        ({"entity": "Mr. LI Jian", "document": "d"}, ["Li Jian", "he"]),
        ({"entity": "Li Jian", "document": "e"}, []),
        ({"entity": "nobody"}, []),
        ({"sentences": ["d.1", "e.0"]}, ["he", "Hebei"]),
        ({"sentences": []}, []),
        ({"label": "DATE"}, ["2001"]),
        ({"like": "SHRINKS"}, ["Hebei"]),
        ({"limit": 2}, ["2001", "Li Jian"]),
        ({"limit": 0}, []),
    ],
)
def test_store_mentions_filters(store, filters, surfaces):
    assert [row.surface for row in store.mentions(**filters)] == surfaces


@pytest.mark.parametrize(
    ("what", "filters", "count"),
    [
        ("figures", {"entity": "Hebei"}, 2),
        ("figures", {"entity": "nobody"}, 0),
        ("figures", {"kind": "year"}, 1),
        ("figures", {"like": "leather"}, 2),
        ("figures", {"document": "e"}, 0),
        ("quotes", {"entity": "Li Jian"}, 2),
        ("quotes", {"entity": "Hebei"}, 0),
        ("quotes", {"kind": "direct"}, 1),
        ("quotes", {"kind": "indirect"}, 1),
        ("quotes", {"like": "said"}, 0),
        ("claims", {"entity": "Hebei"}, 1),
        ("claims", {"entity": "Li Jian"}, 2),
        ("claims", {"kind": "reported"}, 1),
        ("claims", {"kind": "stated"}, 1),
        ("claims", {"sentences": ["d.1"]}, 0),
        ("claims", {"limit": 1}, 1),
    ],
)
def test_store_lists_filters(store, what, filters, count):
    assert len(getattr(store, what)(**filters)) == count


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, [("Hebei", 2, 2), ("Li Jian", 2, 1)]),
        ({"label": "PERSON"}, [("Li Jian", 2, 1)]),
        ({"like": "heb"}, [("Hebei", 2, 2)]),
        ({"document": "e"}, [("Hebei", 2, 2)]),
        ({"limit": 1}, [("Hebei", 2, 2)]),
    ],
)
def test_store_entities_filters(store, filters, names):
    assert [(row.name, row.mentions, row.documents) for row in store.entities(**filters)] == names


def test_store_entities_named(store):
    assert [row.name for row in store.entities_named(["the HEBEI", "Dr. Li Jian", "x"])] == ["Hebei", "Li Jian"]
    assert store.entities_named([]) == []
    assert [store.entity(row.id) for row in store.entities()] == store.entities()
    assert store.entity("x") is None


def test_store_show(store):
    hebei = store.entities_named(["Hebei"])[0]
    shown = store.show(hebei.id)
    assert (shown.document, shown.sentence, shown.entity) == (None, None, hebei)
    assert [len(found) for found in (shown.mentions, shown.figures, shown.quotes, shown.claims)] == [2, 2, 0, 1]
    shown = store.show("d")
    assert (shown.document.text, shown.sentence, shown.entity) == (TEXT, None, None)
    assert [len(found) for found in (shown.mentions, shown.figures, shown.quotes, shown.claims)] == [4, 2, 2, 2]
    shown = store.show("d.1")
    assert (shown.document, shown.sentence.text, shown.entity) == (None, TEXT[71:], None)
    assert [len(found) for found in (shown.mentions, shown.figures, shown.quotes, shown.claims)] == [1, 0, 1, 0]
    assert store.show("d.9") is None


def test_store_every_derived_record_has_the_rules_that_made_it(store):
    for table in ("sentences", "referents", "mentions", "figures", "quotes", "claims", "arguments"):
        rows = store.db.conn.execute(f"SELECT DISTINCT rules FROM {table}").fetchall()
        assert rows == [("7",)], table
