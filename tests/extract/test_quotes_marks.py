"""Quotation marks of all kinds, paired and unpaired."""

import pytest

from extract.speech.marks import MAX_MARKED, find_marked


def marked(text):
    return [text[m.start : m.end] for m in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said, "Go home." Then "left".', ["Go home.", "left"]),
        ("“She heard ‘no’ twice,” he said.", ["She heard ‘no’ twice,"]),
        ("``Kormoran'' sank.", ["Kormoran"]),
        ("« Non », dit-il.", [" Non "]),
        ("„Ja“, sagte er. „Nein”", ["Ja", "Nein"]),
        ("»Ja«, sagte sie.", ["Ja"]),
        ("”Nej”, sade han.", ["Nej"]),
        ("‘Don’t go,’ she said.", ["Don’t go,"]),
        ("'Go away,' he said.", ["Go away,"]),
        ('"""We stayed,"" says Manal.', ["We stayed,"]),  # as a table escapes them
        ('(“North”) and said "yes"—and "no".', ["North", "yes", "no"]),
    ],
)
def test_marks_pair(text, expected):
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The tide turned. Boats left.', []),
        ('A pipe 6" wide. "It leaks," he said.', ["It leaks,"]),
        ("“One day, “Two days,” he said.", ["Two days,"]),
        ("The dogs' owners met in the '90s.", []),
        ("It's the workers' hall; rock 'n' roll.", []),
        ('"', []),
        ('""', []),
        ('" "', []),
        ('"“‘«„', []),
        ("”»’''", []),
    ],
)
def test_marks_unpaired_take_nothing(text, expected):
    assert marked(text) == expected


def test_marks_of_a_paragraph_left_open_go_on_in_the_next():
    text = "“The mill closed in June.\n\n“Nobody was told.”\n\nThe town is small."
    assert marked(text) == ["The mill closed in June.", "Nobody was told."]
    assert [m.open for m in find_marked(text)] == [True, False]


def test_marks_never_cross_a_paragraph():
    assert marked('He said "no.\n\nThen he left the "Blue Room" alone.') == ["Blue Room"]


def test_marks_far_apart_are_no_pair():
    assert marked("“" + "word " * MAX_MARKED + "”") == []
