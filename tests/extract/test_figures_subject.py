"""Of whom a figure is, sentence by sentence as our own parse reads them; one row or more for every rule."""

from __future__ import annotations

import pytest
import spacy

from extract.pipeline import extract
from extract.types import Document, Figure

SUBJECTS = [
    ("The duke admired the Iron Bridge, one of Shropshire's landmarks.", "one", "landmarks", "Iron Bridge"),
    ("The club was founded in 1949 by the merging of four choirs.", "four", "choirs", "club"),
    ("Four of the five dancers continued to work in the theatre.", "Four", "dancers", "theatre"),
    ("The charity has homes scattered across Wales and two clinics in Malta.", "two", "clinics", "Malta"),
    ("Oslo spent billions of kroner on the tunnel.", "billions of kroner", "tunnel", "Oslo"),
    ("The peak lies 3 km south of the village.", "3 km", None, "peak"),
    ("Of the original 390 settlers in the colony, many had died.", "390", "settlers", "colony"),
    ("Peru has a plan to build five dams.", "five", "dams", "Peru"),
    ("The grocer was arrested on suspicion of taking $4,000.", "$4,000", None, "grocer"),
    ("They lived on a farm near Bonn. The population was 570.", "570", "population", "They"),
    ("The five-year plan failed.", "five-year", "plan", "plan"),
    ("The family ticket costs 9 percent more.", "9 percent", "family ticket", "family ticket"),
    ("It was built for a family of five.", "five", "family", "family"),
    ("The board meets twice a year.", "twice a year", "meets", "board"),
    ("He surrendered two weeks after the truce was signed.", "two weeks", None, "He"),
    ("Some 2,000 people living near the volcano were moved.", "2,000", "people", "volcano"),
    ("Sixty percent of the voters stayed away.", "Sixty percent", "voters", "voters"),
    ("The damage from the storm was put at $3 million.", "$3 million", "damage", "storm"),
    ("Malta maintains relations with 189 countries.", "189", "countries", "Malta"),
    ("Ely is a town with a population of 900 people.", "900", "people", "Ely"),
    ("The three states are members of the Baltic Union.", "three", "states", "Baltic Union"),
    ("Rising to 2,226 m, the peak is covered in snow.", "2,226 m", "peak", "peak"),
    ("Aselsan (about 15%) and Roketsan lead.", "15%", None, "Aselsan"),
]


@pytest.mark.parametrize(("text", "surface", "of", "subject"), SUBJECTS)
def test_subject(nlp: spacy.Language, text: str, surface: str, of: str | None, subject: str | None) -> None:
    figure = one(nlp, text, surface)
    assert tuple(phrase and phrase.surface for phrase in (figure.of, figure.subject)) == (of, subject)


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("The firm employs 300 workers, down from about 450.", "450", "worker"),
        ("In 2010 the town had 30,000 residents, compared with 25,000 in 2000.", "25,000", "resident"),
        ("The army has 12,000 soldiers against 30,000 on the other side.", "30,000", "soldier"),
        ("The library held 5.8 million as of April.", "5.8 million", ""),
    ],
)
def test_counts_carried_on_have_the_unit_of_the_first(nlp: spacy.Language, text: str, surface: str, unit: str) -> None:
    assert one(nlp, text, surface).unit == unit


@pytest.mark.parametrize(
    ("text", "surface", "change"),
    [
        ("The plant is twice the size of its rival.", "twice", None),
        ("Sales were double the forecast.", "double", None),
        ("Sales will double.", "double", "up"),
        ("Output has doubled.", "doubled", "up"),
        ("The fee was halved.", "halved", "down"),
    ],
)
def test_what_only_compares_is_no_change(nlp: spacy.Language, text: str, surface: str, change: str | None) -> None:
    assert one(nlp, text, surface).change == change


def test_a_figure_written_onto_its_name(nlp: spacy.Language) -> None:
    figure = one(nlp, "The mix was rich (Ca/P ratio=1.37) at first.", "1.37")
    assert figure.of is not None
    assert figure.of.surface == "ratio"


@pytest.mark.parametrize("text", ["At one time, ministers took a pledge.", "See http://x.org/?id=17 or page?id=12."])
def test_no_figures(nlp: spacy.Language, text: str) -> None:
    assert extract(Document("s", text, "-", ""), nlp).figures == ()


@pytest.mark.parametrize(
    "text", ["His 1543 treatise Von den Juden is lost.", "Between about 2002 and 2009 it was used."]
)
def test_years(nlp: spacy.Language, text: str) -> None:
    assert {f.kind for f in extract(Document("s", text, "-", ""), nlp).figures} == {"year"}


def one(nlp: spacy.Language, text: str, surface: str) -> Figure:
    """The figure with these words."""
    return next(f for f in extract(Document("s", text, "-", ""), nlp).figures if f.surface == surface)
