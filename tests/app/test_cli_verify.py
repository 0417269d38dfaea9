"""`kb verify`: a draft checked against the base, for people and for machines."""

from __future__ import annotations

import json

import pytest

DRAFT = (
    "Harwich has two ferry lines. The port of Harwich employs 1,300 people. “We will build a third pier,” said Marta "
    "Quill. Nobody answered."
)


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    return str(path)


def test_verify_as_json(kb_on, draft, texts):
    done = kb_on("verify", draft, "--json")
    assert done.exit_code == 0
    checked = json.loads(done.stdout)
    assert checked["draft"] == draft
    assert [sentence["verdict"] for sentence in checked["sentences"]][:3] == ["supported", "contradicted", "misquoted"]
    assert sum(checked["counts"].values()) == len(checked["sentences"])
    for sentence in checked["sentences"]:
        assert DRAFT[sentence["start"] : sentence["end"]] == sentence["text"]
        for finding in sentence["findings"]:
            assert DRAFT[finding["start"] : finding["end"]] == finding["text"]
            cited = finding["citation"]
            assert cited is None or texts[cited["document"]][cited["start"] : cited["end"]] == cited["text"]
    misquote = checked["sentences"][2]["findings"][0]
    assert misquote["source"] == "We will build a third quay"
    start = DRAFT.index("pier")
    source_start = texts["harbour"].index("quay.”")
    assert misquote["differences"] == [
        {"start": start, "draft": "pier", "source_start": source_start, "source": "quay"}
    ]


def test_verify_for_people(kb_on, draft):
    shown = kb_on("verify", draft).stdout
    assert shown.startswith("Sentences with a figure, a quote or a claim: ")
    assert "Contradicted: The port of Harwich employs 1,300 people." in shown
    assert "1,300 against 1,250" in shown
    assert "“pier” is “quay” there" in shown
    assert "“The port employs 1,250 people.”" in shown


def test_verify_reads_plain_text_from_standard_input(kb_on):
    checked = json.loads(kb_on("verify", "-", "--json", given="The quay will cost 45 million euros.").stdout)
    assert checked["counts"] == {"supported": 0, "not-found": 0, "misquoted": 0, "contradicted": 1}


def test_verify_does_not_add_the_draft(kb_on, draft):
    before = kb_on("documents", "--json").stdout
    kb_on("verify", draft)
    assert kb_on("documents", "--json").stdout == before


def test_verify_says_when_there_is_nothing_to_check(kb_on):
    assert (
        kb_on("verify", "-", given="Why so?").stdout == "The draft has no sentence with a figure, a quote or a claim.\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.txt", None, "none.txt: "),
        ("empty.txt", "", "empty.txt: "),
        ("two.jsonl", '{"text": "Rain fell."}\n{"text": "Snow fell."}\n', "holds 2 texts: give one draft at a time"),
    ],
)
def test_verify_names_what_it_cannot_read(kb_on, tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    done = kb_on("verify", str(tmp_path / name))
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr


def test_verify_prints_no_control_characters_of_a_draft(kb_on):
    shown = kb_on("verify", "-", given="The port employs 1,250 people\x1b]0;pwned\x07 in Harwich.").stdout
    assert "\x1b" not in shown
