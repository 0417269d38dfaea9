"""Ties as a picture's data and as marked-up text."""

from __future__ import annotations

import json

import pytest

from app.profiles import claims_html
from app.ties import (
    chosen_head_html,
    graph_link,
    pair_id,
    picture,
    tie_head_html,
    tie_label,
    tie_sentences_html,
    tied_html,
    timeline_html,
    when,
)  # fmt: skip
from kb.base.rows import ClaimRow, EntityRow, PhraseRow, SentenceRow
from kb.network.neighbourhood import Neighbourhood, TieRow, TieSentence
from kb.network.timeline import Dated

TEXT = "Ana <b>Díaz</b> runs the Bo & Co works."
SENTENCE = SentenceRow("d.0", "d", 0, 0, 100, 100 + len(TEXT), TEXT, "A <i>title</i>")
ANA = EntityRow("e1", "Ana <b>Díaz</b>", "PERSON", (), 1, 2)
BO = EntityRow("e2", "Bo & Co", "ORG", (), 1, 1)
TOWN = EntityRow("e3", "Harwich \u202e", "CITY", (), 1, 1)
RUNS = TieRow("e1", "e2", "claim", ("runs the … works",), 2, 3)
TOGETHER = TieRow("e1", "e3", "together", (), 1, 1)
IN = TieRow("e2", "e3", "part-of", ("in",), 1, 1)
NEAR = Neighbourhood((ANA, BO, TOWN), (RUNS, TOGETHER, IN), 0)
NAMES = {entity.id: entity.name for entity in NEAR.entities}


def test_graph_link():
    assert graph_link("e&1") == "graph?id=e%261"
    assert graph_link("e1", "e2") == "graph?id=e1&tie=e2"


def test_picture_has_a_point_a_name_and_a_line_a_pair():
    drawn = picture(NEAR, centre="e1", tie=pair_id("e2", "e1"))
    json.dumps(drawn)
    assert [(name["id"], name["layer"], name["articles"]) for name in drawn["names"]] == [
        ("e1", "people", 2), ("e2", "people", 1), ("e3", "places", 1),
    ]  # fmt: skip
    assert drawn["names"][2]["label"] == "Harwich ⟨U+202E⟩"
    assert drawn["names"][0]["words"] == "Ana <b>Díaz</b>, Person, in 2 articles, 2 ties shown"
    assert [(tie["id"], tie["told"], tie["directed"], tie["articles"]) for tie in drawn["ties"]] == [
        ("e1|e2", True, True, 2), ("e1|e3", False, False, 1), ("e2|e3", True, True, 1),
    ]  # fmt: skip
    assert drawn["chosen"] == {"name": None, "tie": "e1|e2"}


def test_picture_gives_ties_both_ways_no_arrow():
    both = Neighbourhood((ANA, BO), (RUNS, TieRow("e2", "e1", "claim", ("pays",), 1, 1)), 0)
    (line,) = picture(both, centre="e1")["ties"]
    assert (line["directed"], line["words"].splitlines()[1]) == (False, "Bo & Co – pays → Ana <b>Díaz</b>")


@pytest.mark.parametrize(
    ("entity", "other", "tie", "words"),
    [
        (ANA, BO, RUNS, "Bo & Co: runs the … works, 2 articles"),
        (BO, TOWN, IN, "in Harwich ⟨U+202E⟩, 1 article"),
        (TOWN, BO, IN, "Bo & Co in Harwich ⟨U+202E⟩, 1 article"),
        (ANA, TOWN, TOGETHER, "Harwich ⟨U+202E⟩: named together, 1 article"),
    ],
)
def test_tie_label(entity, other, tie, words):
    assert tie_label(entity, other, [tie]) == words


def test_markup_is_inert():
    evidence = TieSentence(SENTENCE, "claim", "runs", "e1", "e2", 100, 115, 125, 132, True, True, "other")
    sentences = tie_sentences_html([evidence, evidence], NAMES)
    dated = Dated("2001-01-01", "2001-12-31", "period", "runs", "<i>5</i>", SENTENCE)
    for shown in (
        chosen_head_html(ANA), tie_head_html(ANA, BO), tied_html(ANA, NEAR), sentences, timeline_html([dated]),
        claims_html([claim()]),
    ):  # fmt: skip
        assert "<b>Díaz" not in shown
        assert "<i>" not in shown
    assert sentences.count("<figure") == 1
    assert "Ana &lt;b&gt;Díaz&lt;/b&gt; – runs → Bo &amp; Co · denied · not stated as certain" in sentences
    assert "In a copy of another article, which counts once" in sentences
    assert "<span class='fn-when'>2001</span>" in timeline_html([dated])


def claim() -> ClaimRow:
    subject, predicate = PhraseRow(100, 115, TEXT[:15], entity="e1"), PhraseRow(116, 120, "runs")
    return ClaimRow(1, SENTENCE, subject, predicate, None, (), None, False, False, 0.5)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1886-01-01", "1886-12-31", "1886"),
        ("2001-03-02", "2001-03-02", "2 March 2001"),
        ("2004", "2004", "2004"),
        ("1886-12-01", "1887-02-28", "1 December 1886 to 28 February 1887"),
    ],
)
def test_when(first, last, words):
    assert when(Dated(first, last, "period", "", "", SENTENCE)) == words
