"""Authors' names, addresses that open at the sentence, and dates."""

from __future__ import annotations

import pytest

from kb.citations.authors import names_of
from kb.citations.csl_json import date_of, shown_title, web_url
from kb.citations.fragments import opening_at
from tests.kb.citations.conftest import entry


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (None, []),
        ("", []),
        ("By Grace Okafor", [{"family": "Okafor", "given": "Grace"}]),
        ("Jan van der Berg", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}]),
        ("Anna Pip and Ben Core", [{"family": "Pip", "given": "Anna"}, {"family": "Core", "given": "Ben"}]),
        ("A. Pip; B. Core", [{"family": "Pip", "given": "A."}, {"family": "Core", "given": "B."}]),
        ("Okafor, Grace", [{"family": "Okafor", "given": "Grace"}]),
        ("John Q. Smith Jr.", [{"family": "Smith", "given": "John Q.", "suffix": "Jr."}]),
        ("Maria Ruiz", [{"family": "Ruiz", "given": "Maria"}]),
        ("Maria Ruiz and John Hill", [{"family": "Ruiz", "given": "Maria"}, {"family": "Hill", "given": "John"}]),
        (
            "By Maria Ruiz, John Hill and Zoé Ott",
            [
                {"family": "Ruiz", "given": "Maria"},
                {"family": "Hill", "given": "John"},
                {"family": "Ott", "given": "Zoé"},
            ],
        ),
        (
            "Maria Ruiz, John Hill, & Ann Lee",
            [
                {"family": "Ruiz", "given": "Maria"},
                {"family": "Hill", "given": "John"},
                {"family": "Lee", "given": "Ann"},
            ],
        ),
        (
            "John Hill Jr. and Maria Ruiz",
            [
                {"family": "Hill", "given": "John", "suffix": "Jr."},
                {"family": "Ruiz", "given": "Maria"},
            ],
        ),
        ("García Márquez, Gabriel", [{"family": "García Márquez", "given": "Gabriel"}]),
        ("Maria Ruiz, John Hill", [{"literal": "Maria Ruiz, John Hill"}]),  # two persons, or one's name in four words
        ("Reuters staff", [{"literal": "Reuters staff"}]),
        ("The Tide", [{"literal": "The Tide"}]),
        ("Le Monde", [{"literal": "Le Monde"}]),
        ("Amnesty International", [{"literal": "Amnesty International"}]),
        ("Maria Ruiz in Oslo", [{"literal": "Maria Ruiz in Oslo"}]),
        ("新华社", [{"literal": "新华社"}]),
        ("Plato", [{"literal": "Plato"}]),
        ("Staff and agencies", [{"literal": "Staff and agencies"}]),
        ("Associated Press", [{"literal": "Associated Press"}]),
        ("Port of Rotterdam Authority", [{"literal": "Port of Rotterdam Authority"}]),
        ("Ministry of Trade and Industry", [{"literal": "Ministry of Trade and Industry"}]),
        ("info@tide.example", [{"literal": "info@tide.example"}]),
    ],
)
def test_names_in_an_authors_line(author, names):
    assert names_of(author) == names


@pytest.mark.parametrize(
    ("title", "source", "shown"),
    [
        ("A third quay", "/press/quay.txt", "A third quay"),
        (None, "/press/quay.txt", "quay.txt"),
        (None, "upload:0a1b/quay.txt", "quay.txt"),
        (None, r"C:\press\quay.txt", "quay.txt"),
        (None, "paste:0a1b", "Untitled text"),
        (None, "https://tide.example/quay", ""),  # the address itself is printed
    ],
)
def test_a_document_without_a_title_is_called_by_its_file(title, source, shown):
    assert shown_title(entry("It rained.", 0, 10, title=title, source=source)) == shown


TEXT = "Rain - and hail, we said & meant - fell on Cork.\nThe long road to the coast was closed for nine days, police said. It opened."


@pytest.mark.parametrize(
    ("start", "end", "fragment"),
    [
        (0, 16, "Rain%20%2D%20and%20hail%2C,-we%20said%20%26"),
        (49, 114, "The%20long%20road%20to%20the,for%20nine%20days%2C%20police%20said.,-It%20opened."),
    ],
)  # fmt: skip
def test_fragment(start, end, fragment):
    assert opening_at(entry(TEXT, start, end, url="https://a.example/x")) == f"https://a.example/x#:~:text={fragment}"


def test_fragment_after_a_fragment():
    assert opening_at(entry("It rained.", 0, 10, url="https://a.example/#top")) == (
        "https://a.example/#top:~:text=It%20rained."
    )


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://a b/", 'https://a/"x', "http://[", "ftp://a/b"],
)
def test_what_is_no_web_address_is_not_linked(url):
    assert web_url(entry("It rained.", 0, 10, url=url, source="notes.txt")) is None


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2020-13", [[2020]]),
        ("2002", [[2002]]),
        ("2002-08", [[2002, 8]]),
        ("2002-08-19", [[2002, 8, 19]]),
        (None, None),
        ("soon", None),
    ],
)
def test_dates(date, parts):
    assert date_of(date) == (parts and {"date-parts": parts})
