"""Claims choose the words that answer: who did it, who bears a role, where, when and why it was."""

from __future__ import annotations

import pytest

from extract.types import Argument
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow, SentenceRow
from kb.questions import read_question
from kb.spans.lifetimes import find_lifetime_dates
from kb.spans.locations import find_locations, name_sought
from kb.spans.places import Findings
from kb.spans.ranking import find_spans, read_setting
from kb.words.phrases import find_causes
from kb.words.terms import has_number, read_words

START = 40  # of the sentence in its document

# (question, sentence, mentions with labels, claims: subject, predicate, object, role and words of an argument; answer)
ASKED = [
    (
        "Who founded the Tern Prize?",
        "The Tern Prize (For Daring) was founded by Lena Ott to honour divers.",
        {"Daring": "PERSON", "Lena Ott": "PERSON"},
        [("The Tern Prize", "was founded by", "Lena Ott", None)],
        "Lena Ott",
    ),
    (
        "Who painted the mural?",
        "Rosa Vane met Ivo Kern, and the mural was later painted by her pupil Jan Holt.",
        {"Rosa Vane": "PERSON", "Ivo Kern": "PERSON", "Jan Holt": "PERSON"},
        [("Rosa Vane", "met", "Ivo Kern", None), ("the mural", "was later painted by", "her pupil Jan Holt", None)],
        "Jan Holt",
    ),
    (
        "Who did the club sign?",
        "Ada Bell said that the club signed Nia Frost.",
        {"Ada Bell": "PERSON", "Nia Frost": "PERSON"},
        [("the club", "signed", "Nia Frost", None)],
        "Nia Frost",
    ),
    (
        "Who is the chairman of the panel?",
        "Emeritus Professor Tom Birch, the chairman of the panel, told Mary Lowe.",
        {"Emeritus Professor": "PERSON", "Tom Birch": "PERSON", "Mary Lowe": "PERSON"},
        [("Professor Tom Birch", "chairman=is", "the chairman of the panel", None)],
        "Tom Birch",
    ),
    (
        "Who was the captain?",
        "Olaf Lind praised the crew; the captain was Berit Moe.",
        {"Olaf Lind": "PERSON", "Berit Moe": "PERSON"},
        [("Olaf Lind", "praised", "the crew", None), ("the captain", "was", "Berit Moe", None)],
        "Berit Moe",
    ),
    (
        "Where was the treaty signed?",
        "Envoys from Bern signed the treaty at the old customs house.",
        {},
        [("Envoys from Bern", "signed", "the treaty", ("place", "at the old customs house"))],
        "old customs house",
    ),
    (
        "Where was the pilot born?",
        "The pilot, who lives in Oslo, was born in Narvik.",
        {"Oslo": "CITY", "Narvik": "CITY"},
        [("The pilot", "was born in", "Narvik", None), ("The pilot", "lives in", "Oslo", None)],
        "Narvik",
    ),
    (
        "What caused the flood?",
        "A burst pipe under the square caused the flood, said Ada Bell.",
        {},
        [("A burst pipe under the square", "caused", "the flood", None)],
        "burst pipe under the square",
    ),
    (
        "Who was the editor of the Courier?",
        "Vera Stone, whom Karl Brandt followed, was already the editor of the Courier.",
        {"Vera Stone": "PERSON", "Karl Brandt": "PERSON"},
        [("Vera Stone", "was already", "the editor of the Courier", None), ("Karl Brandt", "followed", None, None)],
        "Vera Stone",
    ),
    (
        "Who opened the bazaar?",
        "The bazaar was opened by Shah Abbas II in spring.",
        {"Shah": "PERSON"},
        [("The bazaar", "was opened by", "Shah Abbas II", None)],
        "Shah Abbas II",
    ),
    (
        "Where is Lodora?",
        "Lodora is a spa town on the river Ilm, whose Lodora Museum draws visitors from Spain.",
        {"Lodora Museum": "PLACE", "Spain": "COUNTRY"},
        [],
        "the river Ilm",
    ),
    (
        "Why did the brewery move?",
        "The brewery moved to escape the floods after years of talks.",
        {},
        [("The brewery", "moved", None, ("purpose", "to escape the floods"))],
        "escape the floods",
    ),
]  # fmt: skip


def phrase(sentence: str, words: str) -> PhraseRow:
    """Words of the sentence as a part of a claim."""
    start = START + sentence.index(words)
    return PhraseRow(start, start + len(words), words)


def claim(
    row: SentenceRow, subject: str, predicate: str, object: str | None, argument: tuple[str, str] | None
) -> ClaimRow:  # fmt: skip
    """A claim; "chairman=is" is a predicate printed "chairman" that says "is"."""
    printed, _, full = predicate.partition("=")
    verb = phrase(row.text, printed)
    arguments = ()
    if argument:
        place = phrase(row.text, argument[1])
        arguments = (Argument(argument[0], place.start, place.end, place.surface),)
    return ClaimRow(
        1, row, phrase(row.text, subject), PhraseRow(verb.start, verb.end, printed, full or None),
        phrase(row.text, object) if object else None, arguments, None, False, False, 0.5,
    )  # fmt: skip


def sentence_row(text: str) -> SentenceRow:
    """A sentence of a document."""
    return SentenceRow("d.0", "d", 0, 0, START, START + len(text), text, None)


@pytest.mark.parametrize(("question", "text", "names", "claims", "answer"), ASKED)
def test_the_part_asked_for_answers(
    question: str, text: str, names: dict[str, str],
    claims: list[tuple[str, str, str | None, tuple[str, str] | None]], answer: str,
) -> None:  # fmt: skip
    row = sentence_row(text)
    mentions = tuple(
        MentionRow(row, found.start, found.end, name, label, "name", name, name)
        for name, label in names.items()
        for found in [phrase(text, name)]
    )
    findings = Findings(text, START, mentions, claims=tuple(claim(row, *each) for each in claims))
    asked = read_question(question)
    spans = find_spans(read_setting(asked, {term.stem: 1.0 for term in asked.terms}, findings))
    assert spans[0].surface == answer


@pytest.mark.parametrize(
    ("question", "text", "figures", "answers"),
    [
        ("How many votes did Ada Bell receive?", "Ada Bell received the largest vote.", {}, []),
        ("How many medals did the team win?", "The team won its first medal.", {"first": "ordinal"}, []),
        ("How many boats sank?", "Of 40 boats, infinitely many sank.", {"40": "count"}, ["40"]),
        ("How many acres did one farmer lease?", "One farmer leased 36 acres.", {"36 acres": "area"}, ["36 acres"]),
        ("How old is the oak?", "The oldest oak stands in the park.", {}, []),
    ],
)
def test_only_numbers_answer_how_many(question: str, text: str, figures: dict[str, str], answers: list[str]) -> None:
    row = sentence_row(text)
    found = tuple(
        FigureRow(1, row, part.start, part.end, words, kind, 1.0, None, "", None, None, None, None, None, None)
        for words, kind in figures.items()
        for part in [phrase(text, words)]
    )
    spans = find_spans(read_setting(read_question(question), {}, Findings(text, START, figures=found)))
    assert [span.surface for span in spans] == answers


@pytest.mark.parametrize(
    ("text", "numbered"),
    [("the largest vote", False), ("first", False), ("84,121", True), ("Two thirds", True), ("dozens of", True)],
)
def test_superlatives_and_ordinals_are_no_numbers(text: str, numbered: bool) -> None:
    assert has_number(text) is numbered


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("It has few beds, so each winter it rents rooms.", "It has few beds"),
        ("Ice came early; the harbour froze, which is why ships waited.", "the harbour froze"),
        ("But the well was dry, and so they left.", "the well was dry"),
        ("They worked hard, so that all could eat.", None),
        ("It was, so far, calm.", None),
    ],
)
def test_causes(text: str, cause: str | None) -> None:
    words = read_words(text)
    found = [text[words[run.first].start : words[run.last].end] for run in find_causes(text, words)]
    assert found == ([cause] if cause else [])


@pytest.mark.parametrize(
    ("text", "asked", "date"),
    [
        ("Ada Bell (3 May 1820 – 1901) grew apples.", {"bear"}, "3 May 1820"),
        ("Ada Bell (3 May 1820 – 1901) grew apples.", {"die"}, "1901"),
        ("Wu Li (Chinese: 吳歷; 1632–1718) painted.", {"death"}, "1718"),
        ("The line (1990–1995) closed.", {"close"}, None),
        ("Ada Bell (born 1820) grew apples.", {"die"}, None),
    ],
)
def test_lifetimes(text: str, asked: set[str], date: str | None) -> None:
    assert [text[start:end] for start, end in find_lifetime_dates(text, asked)] == ([date] if date else [])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Where is Lodora?", "Lodora"),
        ("Where does the Port of Ghent lie?", "Port of Ghent"),
        ("Where was the treaty signed?", None),
        ("Where is the old mill?", None),
    ],
)
def test_name_sought(question: str, name: str | None) -> None:
    assert name_sought(question) == name


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Lodora (also Lodor) is a port on the shores of Lake Ilm, once rich.", "Lodora", "the shores of Lake Ilm"),
        ("Varn lies 30 km south of Brest.", "Varn", "30 km south of Brest"),
        ("Shops closed in Glass Lane in Varn, too.", "Glass Lane", "Varn"),
        ("He taught at Elm College, Lodora, until May.", "Elm College", "Lodora"),
        ("Varn is proud. It trades in wool.", "Varn", None),
        ("Trains in Varn are late.", "Lodora", None),
    ],
)
def test_locations(text: str, name: str, place: str | None) -> None:
    assert [text[start:end] for start, end in find_locations(text, name)] == ([place] if place else [])
