import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.failures import Unreadable
from extract.formats import markdown
from extract.reading.articles import Metadata


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Plain prose.\r\n\r\nSecond\u00a0paragraph, caf\u0065\u0301.\r\n", "Plain prose.\r\n\r\nSecond\u00a0paragraph, caf\u0065\u0301.\r\n"),
        ("# A heading\n\nSome *emphasis*, **more** and `code`.", "A heading\n\nSome emphasis, more and code."),
        ("See [the report](https://a.example/x_y_z) of 2002.", "See the report of 2002."),
        ("- one\n- two\n\n1. three", "one\n\ntwo\n\nthree"),
        ("> Quoted words\n> go on.", "Quoted words\ngo on."),
        ("AT&amp;T paid \\$5 \\* 3.", "AT&T paid $5 * 3."),
        ("Before ![a bus](bus.jpg) after.", "Before  after."),
        ("| City | People |\n|---|---|\n| Xinji | 620,000 |", "City\tPeople\n\nXinji\t620,000"),
        ("<!-- a note -->\n\nShown.", "Shown."),
        ("<div>Shown <b>too</b></div>", "Shown too"),
        ("A claim.[1]\n\n[1]: https://a.example", "A claim.1"),
        ("It cost 5 * 3 dollars, said snake_case_name.", "It cost 5 * 3 dollars, said snake_case_name."),
        ("---\n\nA rule first, no front matter\n\n---\n\nMore.", "A rule first, no front matter\n\nMore."),
    ],
)  # fmt: skip
def test_markdown_gives_what_a_reader_sees(source, text):
    assert markdown.read(source.encode()).text == text


def test_markdown_reads_front_matter():
    source = (
        '---\ntitle: "Harbour: a tunnel"\nauthor:\n  - Ann Lee\n  - Bo Ek\npublication: The Gazette\n'
        "date: 19 August 2002\nlang: no\nurl: https://a.example/1\ndesk: Economy\n---\nThe tunnel opened.\n"
    )
    article = markdown.read(source.encode())
    assert article.text == "The tunnel opened.\n"
    assert article.metadata == Metadata(
        "Harbour: a tunnel", "Ann Lee; Bo Ek", "The Gazette", "2002-08-19", "https://a.example/1", "no"
    )


def test_markdown_takes_the_first_heading_as_title():
    assert markdown.read(b"Kicker\n\n## The *real* title\n\nText.").metadata.title == "The real title"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("---\ntitle: A: b: c\n---\nText.", "its front matter cannot be read at line 2: put values that hold a colon or quotation marks in quotes"),
        ('---\ntitle: "open\n---\nText.', "its front matter cannot be read at line 3: put values that hold a colon or quotation marks in quotes"),
        ("---\ntitle: " + "[" * 600 + "\n---\nText.", "its front matter cannot be read: put values that hold a colon or quotation marks in quotes"),
        ("---\ntitle: " + "x" * 25_000 + "\n---\nText.", "its front matter is longer than 20,000 characters: close it with a line ---"),
        ("word " * 210_000, "is longer than 1,000,000 characters: split it into articles"),
    ],
)  # fmt: skip
def test_markdown_says_why_it_cannot_be_read(source, reason):
    with pytest.raises(Unreadable) as raised:
        markdown.read(source.encode())
    assert str(raised.value) == reason


def test_markdown_survives_yaml_that_multiplies():
    levels = "".join(
        f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    article = markdown.read(f"---\na: &a [x, x]\n{levels}author: *h\n---\nText.".encode())
    assert article.metadata.author is None


@given(st.text(st.characters(categories=["L", "N"]) | st.sampled_from(" \n.,’“”\u00a0\u00ad"), min_size=1))
@settings(deadline=None)
def test_markdown_keeps_prose_exactly(prose):
    source = f"Prose {prose}"
    assert markdown.read(source.encode()).text.split() == source.split()
