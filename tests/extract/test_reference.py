"""Pronouns and descriptions are linked to the names they stand for, and only where that is plain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extract.pipeline import extract
from extract.reference.genders import of_noun
from extract.reference.given_names import first_names
from extract.types import Document, Extraction


def extraction(text: str, nlp: Language) -> Extraction:
    return extract(Document("d", text, "-", "0" * 64), nlp)


def links(text: str, nlp: Language) -> list[tuple[str, str, str]]:
    found = extraction(text, nlp)
    names = {referent.id: referent.name for referent in found.referents}
    return [(m.surface, names[m.entity], m.form) for m in found.mentions if m.form != "name"]


PRONOUNS = [
    ("The mayor, Tom Reed, met Julia Lang on Friday. He thanked her for the gift.",
     [("He", "Tom Reed"), ("her", "Julia Lang")]),
    ("When he was twelve, Peter Novak moved to Prague.", [("he", "Peter Novak")]),
    ("“I will not resign,” said Helen Park. She has led the board since May.", [("She", "Helen Park")]),
    ("Mrs Hill met Mr Grant. She paid, and he drove.", [("She", "Hill"), ("he", "Grant")]),
    ("John Smith introduced Paul Jones to himself.", [("himself", "Paul Jones")]),
    ("Lufthansa cut 300 jobs. It said its costs had risen.", [("It", "Lufthansa"), ("its", "Lufthansa")]),
    ("Paul Jones hit him.", []),
    ("It is raining in Oslo. It is clear that Norway needs help.", []),
    ("He left.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text, nlp) == [(*pair, "pronoun") for pair in expected]


DESCRIPTIONS = [
    ("Acme Mining, a company from Perth, lost money. On Monday the company closed two mines.",
     [("the company", "Acme Mining")]),
    ("Ali Khan, a farmer, lost land. “They cheated me,” the farmer said.", [("the farmer", "Ali Khan")]),
    ("Kenya exports tea. The country earns $1 billion from it.", [("The country", "Kenya")]),
    ("Kestrel Bank lost money. The bank will cut 40 jobs.", [("The bank", "Kestrel Bank")]),
    ("They met at the Hudson River. Swimmers love the river.", [("the river", "Hudson River")]),
    ("Tamar Ltd. opened in May. The company sells boats.", [("The company", "Tamar Ltd.")]),
    ("Kestrel Bank sued Delta Bank. The bank will pay.", []),
    ("Okoro Foods bought Delta Mills. The company will move.", []),
    ("Peru and Chile signed. The country is poor.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS)
def test_descriptions(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text, nlp) == [(*pair, "description") for pair in expected]


def test_links_change_no_referent_and_reach_speakers_and_subjects(nlp: Language) -> None:
    found = extraction("Maria Okafor runs a bakery in Lagos. She said she would open another one.", nlp)
    assert [(r.name, r.label) for r in found.referents] == [("Maria Okafor", "PERSON"), ("Lagos", "CITY")]
    assert [(m.surface, m.entity, m.form) for m in found.mentions] == [
        ("Maria Okafor", 0, "name"), ("Lagos", 1, "name"), ("She", 0, "pronoun"), ("she", 0, "pronoun"),
    ]  # fmt: skip
    assert [quote.speaker and quote.speaker.entity for quote in found.quotes] == [0]


WORDS = (
    'he she it his her its himself the company city minister Ana Souza Acme Oslo said met of ( ) “ ” " . , and'.split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_text_gives_mentions_in_order_that_slice_back(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    found = extraction(text, nlp)
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: (m.start, m.end))
    known = {referent.id for referent in found.referents}
    assert all(text[m.start : m.end] == m.surface and m.entity in known for m in found.mentions)


def test_a_long_run_of_pronouns_ends(nlp: Language) -> None:
    text = "Ana Souza met Rui Lima and " + "he saw her and " * 2000
    assert extraction(text, nlp).mentions


@pytest.mark.parametrize(
    ("noun", "gender"), [("actress", "f"), ("stuntwoman", "f"), ("king", "m"), ("chairman", None), ("teacher", None)]
)
def test_nouns_tell_gender(noun: str, gender: str | None) -> None:
    assert of_noun(noun) == gender


@pytest.mark.parametrize(("name", "gender"), [("fatima", "f"), ("hiroshi", "m"), ("taylor", None), ("wei", None)])
def test_first_names_tell_gender(name: str, gender: str | None) -> None:
    assert first_names().get(name) == gender
