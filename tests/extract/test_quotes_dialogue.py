"""Who speaks in dialogues, on trees checked by hand. Rows: the speaker of each turn, by entity where it has a name."""

import pytest

from extract.quotes import find_quotes
from extract.sentences import sentence_numbers
from extract.types import Mention

PERSONS = {"Anna": 0, "Peter": 1, "Anna Berg": 0, "Peter Lund": 1}
DIALOGUES = [
    (
        "“Where is the boat?” asked Anna.\n\n“It is gone,” replied Peter.\n\n“Gone? Who took it?”\n\n"
        "“You did, Anna.”\n\n“I never touched it!” she cried.",
        ["Anna", "Peter", "Anna", "Peter", "she Anna"],
    ),
    (
        "“Have you seen my hat?” I asked. “It is on your head,” replied the boy. “So it is.” "
        "“Do you need anything else?” “No,” I answered, “you may go.”",
        ["I", "the boy", "I", "the boy", "I", "I"],
    ),
    (
        "“The road is closed,” said Anna Berg.\n\n“The trucks cannot pass,” said Peter Lund.\n\n"
        "“It will take weeks.”\n\n“We were told nothing,” said Peter Lund.",
        ["Anna Berg", "Peter Lund", "Peter Lund", "Peter Lund"],  # nobody answers: who spoke last goes on
    ),
]


def persons(doc):
    """The mentions of PERSONS by token."""
    found = {}
    for name in sorted(PERSONS, key=len):
        start = doc.text.find(name)
        while start >= 0:
            mention = Mention(0, start, start + len(name), name, "PERSON", PERSONS[name])
            found.update({t.i: mention for t in doc if start <= t.idx < mention.end})
            start = doc.text.find(name, start + 1)
    return found


def speaker(quote):
    """The words for a speaker, with the name of its entity where they do not hold it."""
    if quote.speaker is None:
        return None
    words = quote.speaker.surface
    name = next((n for n, entity in PERSONS.items() if entity == quote.speaker.entity), "")
    return words if name in words else f"{words} {name}"


@pytest.mark.parametrize(("text", "expected"), DIALOGUES)
def test_quotes_of_a_dialogue_take_turns(treebank, text, expected):
    doc = treebank(text)
    assert [speaker(q) for q in find_quotes(doc, sentence_numbers(doc), persons(doc))] == expected
