"""The words of a sentence that answer, and the phrases and descriptions they are chosen from."""

from __future__ import annotations

import pytest

from kb.questions import read_question
from kb.spans.descriptions import find_descriptions
from kb.spans.features import FAMILIES, SPAN_FEATURES
from kb.spans.places import Findings
from kb.spans.ranking import family_of, find_spans, read_setting
from kb.store import Store
from kb.words.phrases import REASON_MARKERS, find_clauses, find_lists, find_runs
from kb.words.terms import read_words
from tests.kb.asked_base import HARBOUR, fill

TEXTS = [
    ("What colour is the ferry to Harwich?", "The ferry to Harwich is bright orange.", "bright orange"),
    ("Why did the mill close?", "The mill had to close because of heavy debts, said the owner.", "heavy debts"),
    ("What is a quay?", "A quay is a wall where ships are tied up.", "a wall where ships are tied up"),
    ("Who is Ada Bell?", "Ada Bell, a grower from Kent, lost her apples.", "a grower from Kent"),
    ("Who is Ada Bell?", "Frost came early, says union president Ada Bell.", "union president"),
    ("What two metals does brass contain?", "Brass contains copper and zinc.", "copper and zinc"),
    ("What is the town known for?", "The town is known for glass.", "glass"),
]


@pytest.mark.parametrize(("question", "sentence", "answer"), TEXTS)
def test_best_span_by_words_alone(question: str, sentence: str, answer: str) -> None:
    asked = read_question(question)
    weights = {term.stem: 1.0 for term in asked.terms}
    start = 100
    spans = find_spans(read_setting(asked, weights, Findings(sentence, start)))
    assert spans[0].surface == answer
    assert sentence[spans[0].start - start : spans[0].end - start] == answer


@pytest.mark.parametrize(
    ("text", "marker", "clause"),
    [
        ("Prices fell because supply grew, and shops closed.", "because", "supply grew"),
        ("The train was late due to snow.", "due to", "snow"),
        ("They dug a ditch in order to drain the field.", "in order to", "drain the field"),
    ],
)
def test_clauses(text: str, marker: str, clause: str) -> None:
    words = read_words(text)
    found = next(run for run in find_clauses(text, words, REASON_MARKERS) if run.marker == marker)
    assert text[words[found.first].start : words[found.last].end] == clause


def test_runs_are_cut_at_the_question_and_lists_joined() -> None:
    text = "The farm sells apples, ripe pears and honey of Kent."
    words = read_words(text)
    runs = find_runs(text, words, {"farm", "sell"})
    shown = [(text[words[run.first].start : words[run.last].end], run.form) for run in runs]
    assert shown == [
        ("apples", "run"),
        ("ripe pears", "run"),
        ("honey", "run"),
        ("Kent", "run"),
        ("ripe pears and honey", "linked"),
        ("ripe pears and honey of Kent", "linked"),
        ("honey of Kent", "linked"),
    ]
    joined = list(find_lists(text, words, runs))
    assert [text[words[run.first].start : words[run.last].end] for run in joined] == ["apples, ripe pears and honey"]


@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        ("A heron is a tall bird that fishes.", "heron", "a tall bird that fishes"),
        ("Lena Ott, head of the bank, resigned.", "Lena Ott", "head of the bank"),
        ("The mayor of Ghent, Mathias De Clercq, agreed.", "Mathias De Clercq", "The mayor of Ghent"),
        ("The WHO (World Health Organization) met.", "WHO", "World Health Organization"),
        ("The weekly magazine Ebbtide calls it a scandal.", "Ebbtide", "The weekly magazine"),
        ("Harbour councillor Tom Birch won 1,204 votes.", "Tom Birch", "Harbour councillor"),
        ("Rosa Reed (1820 – 1901), known as Red Rosa, was a potter.", "Red Rosa", "a potter"),
        ("Rosa Reed (1820 – 1901), known as Red Rosa, was a potter.", "Rosa Reed", "a potter"),
        ("Kara Weir (Turkish: Kara) and Ak Weir (Ak) is a weir on the Tavy.", "Kara Weir", "a weir on the Tavy"),
        ("Ivo Kern (died 2015) a native of Graz, was a tailor.", "Ivo Kern", "a tailor"),
        ("Ivo Kern, the tailor who robbed a bank, fled.", "Ivo Kern", "the tailor who robbed a bank"),
        ("Ivo Kern, who was a tailor in Graz, fled.", "Ivo Kern", "a tailor in Graz"),
        ("The museum honours the inventor Ivo Kern.", "Ivo Kern", "the inventor"),
        (
            "He read the poet and playwright Ivo Kern, known as the Prince of Graz.",
            "Ivo Kern",
            "the poet and playwright",
        ),
        ("They will hold a naval exercise, Calm Sea, in May.", "Calm Sea", "a naval exercise"),
        ("Tom Birch was elected with 1,204 votes.", "Tom Birch", "elected with 1,204 votes"),
    ],
)
def test_descriptions(text: str, name: str, what: str) -> None:
    assert next(find_descriptions(text, name)).surface == what


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left.", "Ada Bell"),
        ("Ivo Kern (born 3 May 1920) won.", "Ivo Kern"),
        ("Ivo Kern (12 May 1920 – 3 June 1999) won.", "Ivo Kern"),
        ("Basra (Arabic: البصرة) grew.", "Basra"),
        ("Oslo (pronounced OOS-loo) grew.", "Oslo"),
        ("Nothing here.", ""),
        ("a (b", "("),
    ],
)
def test_no_descriptions(text: str, name: str) -> None:
    assert list(find_descriptions(text, name)) == []


def test_every_finding_has_a_weight_for_each_family() -> None:
    assert all(len(row.weights) == len(FAMILIES) for row in SPAN_FEATURES)
    assert family_of(read_question("Who won?")) == "name"
    assert family_of(read_question("When was it?")) == "amount"
    assert family_of(read_question("Why did it rain?")) == "clause"
    assert family_of(read_question("What fell?")) == "thing"


def test_a_mention_counts_before_a_phrase_of_the_same_words(fresh_store: Store) -> None:
    fill(fresh_store, [("harbour", HARBOUR, None)])
    mentions = tuple(fresh_store.mentions(document="harbour"))
    sentence = mentions[0].sentence
    asked = read_question("Who rules the town?")
    found = find_spans(read_setting(asked, {}, Findings(HARBOUR, 0, mentions)))
    quill = next(span for span in found if span.surface == "Marta Quill")
    assert sentence.start == 0
    assert (quill.origin, quill.fit) == ("mention", 1.0)
