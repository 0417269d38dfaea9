"""What is understood of a question before it is answered: sources, longer names, who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlite_utils import Database

from extract.types import Document
from kb import ask
from kb.base.rows import PhraseRow
from kb.ingest import ingest
from kb.kinds.filters import filtered
from kb.kinds.quoting import Speakers
from kb.store import Store
from kb.words.longer_names import longer_name

TEXTS = (
    ("fair", "Radio Vltava Online", "Petr A. Novak was wounded near Brno. The fair drew 12,000 visitors."),
    (
        "camp",
        "Harbour Post",
        "Refugees from Homs pick peppers. Anna Kolar, the owner of the farm, hires them.\n\n"
        "“Now they live in dignity,” said Anna Kolar. “The peppers sell well.”",
    ),
    ("play", None, "“I like Hamlet the best,” says Jan Marek, a student. “The play never ends,” he said."),
    ("works", "Harbour Post", "The Weir Works has 40 workers."),
    ("late", "Evening Post", "The Mill Works has 30 workers."),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = Store(Database(memory=True))
    ingest(store, [Document(id, text, f"/{id}", id.ljust(64, "0"), publication=where) for id, where, text in TEXTS])
    yield store
    store.close()


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("According to Radio Vltava, how many visitors came?", "How many visitors came?"),
        ("How many visitors came, according to the Radio Vltava Online?", "How many visitors came?"),
    ],
)
def test_a_publication_by_part_of_its_name(store: Store, question: str, left: str) -> None:
    found = filtered(store, question)
    assert found.question == left
    assert [note.rsplit(" ", 1)[1] for note in found.notes] == ["(1)."]


def test_a_part_that_two_publications_share_names_neither(store: Store) -> None:
    assert "articles of" not in " ".join(filtered(store, "According to the Post, who works?").notes)


@pytest.mark.parametrize(
    ("name", "longer"),
    [("Petr Novak", "Petr A. Novak"), ("Novak", None), ("Petr Kolar", None), ("Petr A. Novak", None)],
)
def test_a_name_without_its_middle_part(store: Store, name: str, longer: str | None) -> None:
    assert longer_name(store, name) == longer


def test_who_said_it_of_them(store: Store) -> None:
    assert ask(store, "Who said that the refugees live in dignity?").text == "Anna Kolar"
    assert ask(store, "Who said that the visitors live in dignity?").text is None


def test_words_of_a_speaker_known_by_the_last_name(store: Store) -> None:
    assert "peppers" in (ask(store, "What did Kolar say about the peppers?").text or "")


@pytest.mark.parametrize(
    ("question", "applied"),
    [("According to the fair, who came?", False), ("According to Petr Novak, who came?", True)],
)
def test_a_thing_that_says_nothing_is_no_source(store: Store, question: str, applied: bool) -> None:
    assert (filtered(store, question).question != question) is applied


def test_a_name_in_quoted_words_only_speaks_nowhere(store: Store) -> None:
    quotes = store.quotes(document="play")
    speakers = Speakers(store, quotes)
    hero = store.entities_named(["Hamlet"])
    assert hero
    phrase = PhraseRow(0, 2, "he", None, hero[0].id, "Hamlet")
    assert not speakers.sure(replace(quotes[0], speaker=phrase))
    assert all(speakers.sure(quote) for quote in quotes if quote.speaker and quote.speaker.surface == "Jan Marek")


def test_after_a_year_is_no_bound_of_a_value(store: Store) -> None:
    assert "capital" not in ask(store, "Which province had Brno as its capital after 1211?").note
