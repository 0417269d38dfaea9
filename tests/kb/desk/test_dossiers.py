"""Dossiers: what is said of a name or topic, every line with its words."""

from __future__ import annotations

import pytest

from kb.citations.formats import DOSSIER_FORMATS, write_paper
from kb.desk.dossier import _distinct, make_dossier
from kb.desk.places import DeskError


def test_a_name_has_its_facts_figures_quotes_and_times(filled_store):
    made = make_dossier(filled_store, "Rotterdam")
    assert made.title == "Rotterdam"
    assert "From 2 articles; every line is cited." in made.lead
    assert "Timeline" in [section.heading for section in made.sections]


@pytest.mark.parametrize("name", ["Rotterdam", "Juyi Group", "factories", "ships waiting"])
def test_every_line_stands_in_its_document(filled_store, name):
    lines = [line for section in make_dossier(filled_store, name).sections for line in section.lines]
    assert lines
    for line in lines:
        text = filled_store.document(line.entry.document).text
        assert text[line.entry.start : line.entry.end] == line.entry.text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["A – has – b in c", "A – has b in – c"], ["A – has – b in c"]),
        (["A – rose", "A – rose in – 2005", "B – fell"], ["A – rose in – 2005", "B – fell"]),
        (["A – rose"] * 3, ["A – rose"]),
        ([], []),
    ],
)
def test_what_is_said_twice_in_a_sentence_is_told_once(said, told):
    assert _distinct(said) == told


def test_a_topic_is_about_all_its_words(filled_store):
    sections = make_dossier(filled_store, "the ships waiting").sections
    sentences = {line.entry.sentence for section in sections for line in section.lines}
    assert sentences == {"The Port of Rotterdam Authority said that 30 ships were waiting."}


def test_what_no_article_names_is_said(filled_store):
    with pytest.raises(DeskError, match="kb entities"):
        make_dossier(filled_store, 'zebra" OR NEAR(')


@pytest.mark.parametrize("format", DOSSIER_FORMATS)
def test_dossiers_are_written(filled_store, format):
    made = make_dossier(filled_store, "Rotterdam")
    assert write_paper(made.title, made.lead, made.sections, format=format, style="apa")
