"""Answers that their sentence cannot say: refused, put right, or left as they are."""

from __future__ import annotations

import pytest

from kb import Answer, Citation
from kb.kinds import grounded
from kb.questions import read_question

REFUSED = [
    # question, sentence, the words read in it
    ("Where was Ada Bell born?", "Ada Bell taught chemistry in Leeds.", "Leeds"),
    ("Where did Ada Bell die?", "Ada Bell, of Hull, spoke in Leeds.", "Leeds"),
    ("When did Ada Bell marry?", "Ada Bell met her editor in 1931.", "1931"),
    ("Where did Ada Bell go to university?", "Ada Bell shared a flat in Leeds.", "Leeds"),
    ("How many people live on Coll?", "A third of the birds of Coll are geese.", "A third"),
    ("Why did Tom Reed retire?", "Tom Reed retired after the 2012 Summer Games in London.", "the 2012 Summer Games"),
    ("How old is Tom Reed?", "Ann Poe, 41, and her neighbour Tom Reed were fined.", "41"),
    ("How old is Tom Reed?", "A 34-year-old Ann Poe and Tom Reed were fined.", "34"),
    ("How old is Tom Reed?", "Tom Reed (born May 3, 1950) is a potter.", "May 3, 1950"),
    ("How old was Tom Reed when he died?", "Tom Reed spent three years at sea.", "three years"),
    ("How many arches does the Elm Bridge have?", "The Oak Bridge has 12 arches.", "12"),
    ("What is the budget of Riga Radio?", "Riga Radio makes almost all of its 24/7 programmes.", "24/7"),
    ("How much does a flight to Coll cost?", "A flight to Coll is not cheap.", "not cheap"),
    ("What share of the market does Vega have?", "Vega lost market share.", "market share"),
    ("Who is Ivo Kern?", "Ivo Kern (12 May 1920 – 3 June 1999) won.", "12 May 1920 – 3 June 1999"),
    ("What is Basra?", "Basra (Arabic: البصرة) lies in the south.", "Arabic: البصرة"),
    ("What is Steady Trident?", "Group 50 will join Steady Trident.", "Group 50"),
    ("What did Tom Reed study in Japan?", "Tom Reed spent three years in Japan.", "three years"),
]
KEPT = [
    ("Where was Ada Bell born?", "Ada Bell is a native of Leeds.", "Leeds"),
    ("When did Ada Bell die?", "Ada Bell (1820 – 1901) painted birds.", "1901"),
    ("Where did Ada Bell go to university?", "She took her degree in Leeds.", "Leeds"),
    ("How many of the members voted?", "A third of the members voted.", "A third"),
    ("How many people live on Coll?", "Coll has 195 people.", "195"),
    ("Why did Tom Reed retire?", "Tom Reed retired after a stroke.", "a stroke"),
    ("How old is Tom Reed?", "Tom Reed, 41, and his neighbour Ann Poe were fined.", "41"),
    ("How old is Tom Reed?", "Tom Reed is a 34-year-old potter from Leeds.", "34"),
    ("How old was Tom Reed when he left school?", "At 15 he left school.", "15"),
    ("How old is the bridge?", "The bridge dates from 300 years back.", "300 years"),
    ("How many arches does the Elm Bridge have?", "Like the Oak Bridge, the Elm has 12 arches.", "12"),
    ("How many arches does the Elm Bridge have?", "The Bridge has 12 arches.", "12"),
    ("What is the budget of Riga Radio?", "Its budget is 3 million lats.", "3 million lats"),
    ("What does RRB stand for?", "Riga Radio Board (RRB) met.", "Riga Radio Board"),
    ("What did Tom Reed study in Japan?", "Tom Reed studied pottery in Japan.", "pottery"),
]


def _answer(question: str, *read: tuple[str, str]) -> Answer:
    citations = []
    for number, (sentence, words) in enumerate(read):
        start = 100 * number
        at = start + sentence.index(words)
        citations.append(
            Citation(f"d{number}", None, "/d", start, start + len(sentence), sentence, 0.8, at, at + len(words))
        )
    return Answer(question, "what", read[0][1], 0.8, tuple(citations))


@pytest.mark.parametrize(("question", "sentence", "words"), REFUSED)
def test_refused_with_what_is_missing(question: str, sentence: str, words: str) -> None:
    found = grounded(read_question(question), _answer(question, (sentence, words)))
    assert (found.text, found.reason) == (None, "weak-evidence")
    assert found.note.endswith(".")


@pytest.mark.parametrize(("question", "sentence", "words"), KEPT)
def test_left_as_it_is(question: str, sentence: str, words: str) -> None:
    before = _answer(question, (sentence, words))
    assert grounded(read_question(question), before) == before


def test_a_later_sentence_that_speaks_of_the_event_answers() -> None:
    question = "Where was Ada Bell born?"
    read = [("Ada Bell was a citizen of Leeds.", "Leeds"), ("Born in Hull, Bell moved often.", "Hull")]
    found = grounded(read_question(question), _answer(question, *read))
    assert (found.text, found.citations[0].answer, len(found.citations)) == ("Hull", "Hull", 2)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("When was Ada Bell born?", "August 9, 1929"), ("When did Ada Bell die?", "February 13, 2014")],
)
def test_of_a_life_the_side_asked_for_answers(question: str, answer: str) -> None:
    sentence = "Ada Bell (August 9, 1929 – February 13, 2014) was a botanist."
    for words in ("August 9, 1929", "February 13, 2014"):
        found = grounded(read_question(question), _answer(question, (sentence, words)))
        assert (found.text, found.citations[0].answer) == (answer, answer)


@pytest.mark.parametrize(
    ("question", "sentence", "read", "answer"),
    [
        ("How many gates does Elm Weir have?", "Elm Weir has 17 gates while the canal has 36 gates.", "36", "17"),
        ("How many gates does Elm Weir have?", "The canal has 36 gates; Elm Weir has 17 gates.", "36", "17"),
        ("How many gates does Elm Weir have?", "Elm Weir has 17 gates while the canal has 36 gates.", "17", "17"),
        ("How many gates does Elm Weir have?", "Elm Weir is old while the canal has 36 gates.", "36", "36"),
        ("How many people left Brno?", "About 800 of Brno's population of 8,000 have left.", "8,000", "About 800"),
        ("How many people live in Brno?", "About 800 of Brno's population of 8,000 have left.", "8,000", "8,000"),
        ("How many votes were cast?", "Of 38 of the 100 votes cast some were lost.", "100", "100"),
        ("How many people were hurt in Lom?", "In Lom 5 people died; there, 10 people were hurt.", "10", "10"),
        ("How many workers struck?", "Some 40 of the 90 workers had struck.", "90", "Some 40"),
    ],
)
def test_of_two_numbers_the_one_asked_for_answers(question: str, sentence: str, read: str, answer: str) -> None:
    found = grounded(read_question(question), _answer(question, (sentence, read)))
    assert (found.text, found.citations[0].answer) == (answer, answer)


def test_a_refusal_stays_one() -> None:
    before = Answer("How old is Tom Reed?", "how-old", None, 0.0, reason="no-evidence")
    assert grounded(read_question(before.question), before) is before
