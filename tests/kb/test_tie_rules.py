"""What one text ties together."""

from __future__ import annotations

import pytest

from kb.network.tie_rules import FOLLOWING, Counted, Found, Named, Part, Said, Stated, Tie, find_ties

NUMBERS = {
    "Marta Quill": (1, "PERSON"), "Harwich": (2, "CITY"), "Juyi Group": (3, "ORG"), "Rotterdam": (4, "CITY"),
    "Netherlands": (5, "COUNTRY"), "Paris": (6, "CITY"), "Texas": (7, "REGION"), "France": (8, "COUNTRY"),
    "Lyon": (9, "CITY"), "Ohio": (10, "REGION"), "Ada Bell": (11, "PERSON"), "Dayton": (12, "CITY"),
}  # fmt: skip


def names_in(text: str) -> list[Named]:
    """Mentions of the names above; every line of the text is a sentence, its number the key."""
    found = []
    for name, (referent, label) in NUMBERS.items():
        start = text.find(name)
        while start >= 0:
            found.append(Named(text.count("\n", 0, start), start, start + len(name), name, referent, label))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda name: name.start)


def part(text: str, words: str, referent: int | None = None) -> Part:
    start = text.index(words)
    return Part(start, start + len(words), referent)


def told(ties: list[Tie]) -> list[tuple[str, int | None, str, int | None]]:
    return [(tie.kind, tie.source.referent, tie.type, tie.target.referent) for tie in ties]


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "object", "arguments", "ties"),
    [
        ("Marta Quill is the mayor of Harwich.", "Marta Quill", "is", "the mayor of Harwich", [], [("is the mayor of", 2)]),
        ("Juyi Group has opened an office in Rotterdam.", "Juyi Group", "has opened", "an office", ["in Rotterdam"],
         [("has opened an office in", 4)]),
        ("Ada Bell left Juyi Group for Harwich.", "Ada Bell", "left", "Juyi Group", ["for Harwich"],
         [("left", 3), ("left for", 2)]),
        ("Ada Bell is Harwich's best swimmer.", "Ada Bell", "is", "Harwich's best swimmer", [],
         [("is …'s best swimmer", 2)]),
        ("Ada Bell praised Ada Bell.", "Ada Bell", "praised", "Ada Bell", [], []),
        ("Prices rose in Harwich.", "Prices", "rose", None, ["in Harwich"], []),
        (f"Ada Bell wrote {'very ' * 15}long letters to Harwich.", "Ada Bell", "wrote",
         f"{'very ' * 15}long letters to Harwich", [], [("wrote", 2)]),
    ],
)  # fmt: skip
def test_claims_tie_their_subject_to_the_first_name_of_each_part(text, subject, predicate, object, arguments, ties):
    claim = Stated(
        0, part(text, subject, NUMBERS.get(subject, (None,))[0]), predicate, part(text, object) if object else None,
        tuple(part(text, words) for words in arguments), False, True,
    )  # fmt: skip
    found = [tie for tie in find_ties(Found(text, names_in(text), [claim], [], [])) if tie.kind == "claim"]
    assert [(tie.type, tie.target.referent) for tie in found] == ties
    assert all(tie.hedged and not tie.negated for tie in found)


def test_quotes_tie_the_speaker_to_all_that_the_words_name():
    text = "“Rotterdam beats Harwich,” said Ada Bell.\n“And Rotterdam knows Ada Bell.”"
    quotes = [
        Said(Part(1, 24), part(text, "Ada Bell", 11), "said"),
        Said(Part(42, 72), part(text, "Ada Bell", 11), "said"),
    ]
    ties = [tie for tie in find_ties(Found(text, names_in(text), [], quotes, [])) if tie.kind == "quote"]
    assert told(ties) == [("quote", 11, "said", 4), ("quote", 11, "said", 2), ("quote", 11, "said", 4)]
    assert [tie.sentence for tie in ties] == [0, 0, 1]


def test_figures_tie_whose_they_are_to_what_they_count():
    text = "Juyi Group sold 40 boats of Harwich."
    figure = Counted(0, "40 boats", part(text, "boats of Harwich"), part(text, "Juyi Group", 3))
    assert told(list(find_ties(Found(text, names_in(text), [], [], [figure])))) == [("figure", 3, "40 boats", 2)]


def test_names_that_nothing_else_ties_are_named_together():
    text = "Ada Bell met Marta Quill and Ada Bell in Harwich.\nRotterdam grew."
    ties = list(find_ties(Found(text, names_in(text), [], [], [])))
    assert told(ties) == [("together", 11, "", 1), ("together", 11, "", 2), ("together", 1, "", 2)]


def test_a_list_of_names_gives_so_many_ties_a_name():
    names = [Named(0, n, n + 1, "x", n, "PERSON") for n in range(1000)]
    assert len(list(find_ties(Found("x" * 1000, names, [], [], [])))) < FOLLOWING * 1000


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Rotterdam is in the Netherlands.", [(4, 5, 0)]),
        ("Rotterdam is a port.\nThe Netherlands has others.\nIt lies west of Rotterdam, Netherlands.", [(4, 5, 2)]),
        ("Paris and Lyon are in France.\nTexas is far.", [(6, 8, 0), (9, 8, 0)]),
        ("Paris, Texas is a town.\nFrance has another.", [(6, 7, 0)]),
        ("Paris is a city.\nTexas is a state.", []),
        ("Dayton is a city.\nIt lies in Ohio.", [(12, 10, 0)]),
        ("Harwich has a quay.", []),
    ],
)
def test_places_lie_in_places_that_the_text_names(text, ties):
    found = [tie for tie in find_ties(Found(text, names_in(text), [], [], [])) if tie.kind == "part-of"]
    assert [(tie.source.referent, tie.target.referent, tie.sentence) for tie in found] == ties
