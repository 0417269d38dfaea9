"""What a question asks for, told by its words alone."""

from __future__ import annotations

import pytest

from kb.questions import read_question
from kb.types import ANSWER_KINDS
from kb.words.question_rules import FOCUS_NOUNS, QUESTION_WORDS, TYPES

KINDS = [
    ("Who founded the Red Cross?", "who", "person"),
    ("Whose painting hangs in the hall?", "who", "person"),
    ("Who is Marta Quill?", "who", "role"),
    ("Where was the treaty signed?", "where", "place"),
    ("In which city does the club play?", "where", "city"),
    ("When did the mine close?", "when", "date"),
    ("In what year was the bridge built?", "when", "date"),
    ("Why did the ferry stop?", "why", "reason"),
    ("How do bees find their way?", "how", "manner"),
    ("How many ships waited outside the port?", "how-many", "count"),
    ("Approximately how many people live there?", "how-many", "count"),
    ("How much did the stadium cost?", "how-much", "amount"),
    ("What was the price of a barrel of oil?", "how-much", "money"),
    ("How long did the strike last?", "how-long", "duration"),
    ("How old was the runner?", "how-old", "age"),
    ("What percentage of voters stayed at home?", "share", "percent"),
    ("How tall is the tower?", "how", "length"),
    ("What company makes the engines?", "what", "organisation"),
    ("What is the name of the river?", "where", "place"),
    ("What colour is the flag?", "what", "thing"),
    ("Did the council approve the plan?", "yes-no", "yes-no"),
    ("Is the lake frozen?", "yes-no", "yes-no"),
    ("Is the Elbe longer than the Weser?", "compare", "yes-no"),
    ("What is a prime number?", "definition", "definition"),
    ("What is inflation?", "definition", "definition"),
    ("What does OPEC stand for?", "definition", "definition"),
    ("What is the population?", "how-many", "count"),
    ("What did the minister say about tariffs?", "quote", "quote"),
    ("The crater is how deep?", "how", "length"),
    ("What area in the north did the settlers choose?", "what", "thing"),
    ("What is the area of the lake?", "what", "area"),
    ("What area does the park cover?", "what", "area"),
    ("What type of income do the farmers rely on?", "what", "thing"),
    ("When the ice melts in spring, it creates what?", "what", "thing"),
    ("Which rule states that nobody may leave?", "what", "thing"),
    ("What made the Lake Country rich?", "what", "thing"),
    ("What was he named?", "what", "thing"),
    ("How large is the population of the island?", "how-many", "count"),
    ("How large is the island?", "how", "size"),
    ("How long is the pier?", "how", "length"),
    ("How many percent of the fish were sold?", "share", "percent"),
    ("How long ago was the pier built?", "when", "date"),
    ("How often does the ferry run?", "how", "manner"),
    ("For what purpose was the pier built?", "why", "reason"),
    ("In what way did the harbour grow?", "how", "manner"),
    ("What is the average wage?", "how-much", "money"),
    ("What is the population density of the island?", "what", "rate"),
    ("What was the turnout?", "share", "percent"),
    ("What is the tallest building?", "what", "thing"),
    ("What is the main rival of the brewery?", "what", "thing"),
    ("What is the town known for?", "what", "thing"),
    ("What is meant by “ghost net”?", "definition", "definition"),
    ("What is Marta Quill's job?", "what", "role"),
    ("Who is Marta Quill?", "who", "role"),
    ("Who is the Minister of Fisheries?", "who", "person"),
    ("Who is Prime Minister Marta Quill?", "who", "role"),
    ("Name the mayor of Harwich.", "what", "person"),
    ("Give me the number of ferries.", "how-many", "quantity"),
    ("", "what", "thing"),
    ("???", "what", "thing"),
]


@pytest.mark.parametrize(("text", "kind", "wants"), KINDS)
def test_kind_and_type(text: str, kind: str, wants: str) -> None:
    question = read_question(text)
    assert (question.kind, question.wants.name) == (kind, wants)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("When did Marta Quill visit the Port of Rotterdam?", ("Marta Quill", "Port of Rotterdam")),
        ("How many galleries does the V&A have?", ("V&A",)),
        ("Where was the call of Feb 2010 printed, and what came in June?", ()),
        ("Did France or Spain win?", ("France", "Spain")),
        ("Many farmers left, but why?", ()),
        ("Which Asian cities grew?", ()),
        ("Who ran the Norwegian Bank?", ("Norwegian Bank",)),
        ("Harold Wilson led which party?", ("Harold Wilson",)),
        ("what did nokia make?", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert read_question(text).names == names


@pytest.mark.parametrize(
    ("text", "focus", "many", "part"),
    [
        ("What language did the settlers speak?", "language", False, "object"),
        ("Which park hosts the race?", "park", False, "subject"),
        ("How many galleries does it have?", "galleries", True, "object"),
        ("Who built the mill?", None, False, "subject"),
        ("Who did the club sign?", None, False, "object"),
        ("What are the main industries of Leeds?", "industries", True, ""),
        ("When was it sold?", None, False, ""),
    ],
)
def test_what_is_asked_for(text: str, focus: str | None, many: bool, part: str) -> None:
    question = read_question(text)
    assert (question.focus, question.many, question.part) == (focus, many, part)


def test_terms_leave_out_what_every_sentence_has() -> None:
    question = read_question("In which year did the Erie Canal open to ships?")
    assert [(term.surface, term.named, term.typing) for term in question.terms] == [
        ("year", False, True),
        ("Erie", True, False),
        ("Canal", True, False),
        ("open", False, False),
        ("ships", False, False),
    ]


def test_years() -> None:
    assert read_question("How did rents change between 1990 and 2004?").years == ("1990", "2004")


def test_about_whom_and_what() -> None:
    assert read_question("Who was Rosa Parks?").about == "Rosa Parks"
    assert read_question("What is an aqueduct?").about == "aqueduct"
    assert read_question("What did Ada Bell say about frost?").about == "Ada Bell"
    assert read_question("What was Ada Bell’s profession?").about == "Ada Bell"
    assert read_question("What is Ada Bell's rank?").about == "Ada Bell"
    assert read_question("Who is Omar al-Kindi?").about == "Omar al-Kindi"


def test_every_rule_names_a_kind_and_a_type() -> None:
    rows = [(kind, wants) for _, kind, wants in QUESTION_WORDS] + list(FOCUS_NOUNS.values())
    assert {kind for kind, _ in rows if kind} <= set(ANSWER_KINDS)
    assert {wants for _, wants in rows} <= set(TYPES)
