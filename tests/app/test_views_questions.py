"""Questions to begin with."""

from __future__ import annotations

from app.questions import ALIKE, SHOWN, example_questions, other_names, questions_about
from extract.types import Document, Extraction, Mention, Referent, Sentence
from kb.store import Store
from kb.types import Answer, Citation

TEXT = "Lima, Puno, Cusco, Ana Ruiz and Acme met."
NAMES = (("Lima", "CITY"), ("Puno", "CITY"), ("Cusco", "CITY"), ("Ana Ruiz", "PERSON"), ("Acme", "ORG"))


def fill(store: Store) -> None:
    starts = [(TEXT.index(name), name, label) for name, label in NAMES]
    mentions = [
        Mention(0, start, start + len(name), name, label, number) for number, (start, name, label) in enumerate(starts)
    ]
    referents = [Referent(number, name, label) for number, (name, label) in enumerate(NAMES)]
    extraction = Extraction("d", (Sentence(0, len(TEXT), TEXT, 0),), tuple(mentions), referents=tuple(referents))
    store.put(Document("d", TEXT, "/d.txt", "0"), extraction, rules="by hand")


def answer_all(store: Store, question: str) -> Answer:
    return Answer(
        question,
        "what",
        "yes",
        0.9 if question.startswith("How") else 0.5,
        (Citation("d", None, "/d.txt", 0, 41, TEXT, 0.5),),
    )


def answer_none(store: Store, question: str) -> Answer:
    return Answer(question, "what", None, 0.1, reason="no-evidence")


def test_examples_are_sure_and_of_several_kinds(fresh_store):
    fill(fresh_store)
    asked = example_questions(fresh_store, answer_all)
    assert len(asked) == SHOWN
    assert [question.startswith("How many people live in") for question in asked].count(True) == ALIKE
    assert asked[0].startswith("How")
    assert "Who is Ana Ruiz?" in asked


def test_no_examples_without_answers(fresh_store):
    assert example_questions(fresh_store, answer_all) == []
    fill(fresh_store)
    assert example_questions(fresh_store, answer_none) == []


def test_what_is_asked_about_a_name_is_sure_and_not_what_was_asked(fresh_store):
    fill(fresh_store)
    known = fresh_store.entities_named(["Lima", "Ana Ruiz"])
    lima = "How many people live in Lima?"
    assert questions_about(fresh_store, known, answer_all, but="") == [lima]  # "Who is Ana Ruiz?" is answered unsurely
    assert questions_about(fresh_store, known, answer_all, but=lima) == []
    assert questions_about(fresh_store, known, answer_none, but="") == []


def test_other_names_share_a_whole_word(fresh_store):
    fill(fresh_store)
    assert other_names(fresh_store, "Maria Ruiz") == ["Ana Ruiz"]
    assert other_names(fresh_store, "Cme Uiz") == []
