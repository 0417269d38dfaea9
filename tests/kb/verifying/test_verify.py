"""A draft against a base: each sentence's verdict, with what the sources have in its place."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from extract.types import Document
from kb.ingest import ingest
from kb.store import Store
from kb.verifying import VERDICTS, DraftUnreadable, Finding, verify


def draft(text: str, language: str = "en") -> Document:
    return Document("x", text, "-", "x", language=language)


def findings(base: Store, text: str) -> list[Finding]:
    return [finding for statement in verify(base, draft(text)) for finding in statement.findings]


@pytest.mark.parametrize(
    ("text", "verdict", "source"),
    [
        ("The quay will cost 41 million euros.", "supported", "41 million euros"),
        ("The quay will cost €41m.", "supported", "41 million euros"),
        ("The quay will cost 45 million euros.", "contradicted", "41 million euros"),
        ("The port of Harwich employs 1,300 people.", "contradicted", "1,250"),
        ("The port of Rotterdam employs 1,300 people.", "not-found", None),
        ("The port dismissed 1,250 people.", "not-found", None),
        ("The Baltic fleet landed 18,000 tonnes of herring in 2004.", "supported", "18,000 tonnes"),
        ("The Baltic fleet landed 21,000 tonnes of herring in 2004.", "contradicted", "18,000 tonnes"),
        ("The Baltic fleet landed 21,000 tonnes of herring in 1999.", "not-found", None),
        ("The old lighthouse closed in 1931.", "supported", "1931"),
        ("The old lighthouse closed in 1941.", "contradicted", "1931"),
    ],
)
def test_figures(base, text, verdict, source):
    found = findings(base, text)[0]
    assert (found.verdict, found.source if verdict != "not-found" else None) == (verdict, source)


@pytest.mark.parametrize(
    ("text", "verdict", "differences"),
    [
        ("“We will build a third quay before the winter,” said Marta Quill.", "supported", []),
        ("Marta Quill promised: “We will build … before the winter.”", "supported", []),
        ("“We will build a third pier before the winter,” said Marta Quill.", "misquoted", [("pier", "quay")]),
        ("“We will build a quay before winter,” said Marta Quill.", "misquoted", [("", "third"), ("", "the")]),
        ("“We start again in spring,” said Marta Quill.", "contradicted", []),
        ("“We start again in spring,” said Omar al-Sayed.", "contradicted", []),
        ("“The trees were older than the village,” said Ada Bell.", "misquoted", []),
        ("“Nothing in this town is ever finished on time,” said Marta Quill.", "not-found", []),
    ],
)
def test_quotes(base, text, verdict, differences):
    found = next(finding for finding in findings(base, text) if finding.kind == "quote")
    assert found.verdict == verdict
    assert [(each.draft, each.source) for each in found.differences] == differences


def test_words_of_another_speaker_are_said_so(base):
    found = findings(base, "“We start again in spring,” said Marta Quill.")[0]
    assert found.source == "Ada Bell"
    assert found.why == "the same words, but Ada Bell said them, not Marta Quill"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Marta Quill is the mayor of Harwich.", "supported"),
        ("Marta Quill was born in Dover.", "supported"),
        ("Marta Quill was born in Leeds.", "contradicted"),
        ("The council approved the plan for a tunnel.", "contradicted"),
        ("The council never rejected the plan for a tunnel.", "contradicted"),
        ("Kent Growers funded the repairs.", "contradicted"),
        ("Kent Growers did not fund the repairs.", "supported"),
        ("Sales of herring fell in Gdansk.", "contradicted"),
        ("Sales of herring rose in Gdynia.", "not-found"),
        ("The railway museum was founded by Jane Dorn.", "contradicted"),
        ("Marta Quill plays the violin.", "not-found"),
        ("Marta Quill visited Dover.", "not-found"),
        ("No one rejected the plan for a tunnel.", "contradicted"),
        ("The port of Harwich with 900 people handled 3.2 million tonnes.", "not-found"),
    ],
)
def test_claims(base, text, verdict):
    assert [statement.verdict for statement in verify(base, draft(text))] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Leila Haddad voted for the budget.", "contradicted"),
        ("Leila Haddad voted against the budget.", "supported"),
        ("Omar Khalil voted against the budget.", "contradicted"),
        ("The union campaigned for the merger.", "contradicted"),
        ("The union campaigned against the merger.", "supported"),
    ],
)
def test_for_is_not_against(fresh_store, text, verdict):
    told = "Leila Haddad voted against the budget. Omar Khalil voted for the budget. The union campaigned against the merger."
    ingest(fresh_store, [Document("v", told, "/v", "v", "Votes")], workers=1)
    assert [statement.verdict for statement in verify(fresh_store, draft(text))] == [verdict]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The work at the Brandt Foundry was simple at first and soon became hard.", "not-found"),
        ("She worked for Karl Brandt at the foundry.", "supported"),
    ],
)
def test_a_sentence_that_names_nobody_as_the_doer_tells_of_none(fresh_store, told, verdict):
    before = "Ida Moreau landed in Leeds in 1902. She carried a letter to Karl Brandt from an old employer."
    ingest(fresh_store, [Document("w", f"{before} {told}", "/w", "w", "The foundry")], workers=1)
    text = "Ida Moreau worked for Karl Brandt."
    assert [statement.verdict for statement in verify(fresh_store, draft(text))] == [verdict]


def test_the_gravest_finding_marks_the_sentence(base):
    text = "The port employs 1,250 people and the quay will cost 45 million euros."
    (statement,) = verify(base, draft(text))
    assert statement.verdict == "contradicted"
    assert {"supported", "contradicted"} == {finding.verdict for finding in statement.findings}


def test_sentences_without_anything_to_check_are_left_out(base):
    assert [s.text for s in verify(base, draft("Why so? The port employs 1,250 people."))] == [
        "The port employs 1,250 people."
    ]


def test_citations_are_whole_sentences_and_offsets_slice(base):
    text = "“We will build a third pier before the winter,” said Marta Quill. The quay will cost 45 million euros."
    for statement in verify(base, draft(text)):
        assert text[statement.start : statement.end] == statement.text
        for found in statement.findings:
            assert text[found.start : found.end] == found.text
            document = base.document(found.citation.document).text
            assert document[found.citation.start : found.citation.end] == found.citation.text
            for each in found.differences:
                assert text[each.start : each.start + len(each.draft)] == each.draft
                assert document[each.source_start : each.source_start + len(each.source)] == each.source


def test_the_base_is_not_changed(base):
    before = list(base.dump())
    list(verify(base, draft("The quay will cost 45 million euros.")))
    assert list(base.dump()) == before


def test_an_empty_base_supports_nothing():
    with closing(Store(Database(memory=True))) as empty:
        assert [s.verdict for s in verify(empty, draft("The quay will cost 45 million euros."))] == ["not-found"]


def test_a_draft_in_another_language_is_refused(base):
    with pytest.raises(DraftUnreadable, match="give an English one"):
        list(verify(base, draft("Der Hafen ist alt.", "de")))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.sampled_from(["“{}” said Ada Bell.", "The quay cost {} euros.", '{} rose OR "*']))
def test_any_draft(base, text, frame):
    for statement in verify(base, draft(frame.format(text.replace("\0", "")))):
        assert statement.verdict in VERDICTS
