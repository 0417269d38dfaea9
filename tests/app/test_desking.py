"""The citation desk's commands, from a base to files that others open."""

from __future__ import annotations

import io
import json

import docx
import pytest
import rispy

from app import desking
from app.citing import FORMAT_WORDS, STYLE_WORDS
from kb.citations.formats import FORMATS
from kb.citations.styles import SHIPPED


@pytest.fixture
def desk(fresh, tmp_path):
    """A way to run commands on a base of two articles with a list called Port."""
    articles = [
        {"id": "quay", "title": "A third quay", "published": "2020-03-02", "publication": "The Tide",
         "url": "https://tide.example/quay",
         "text": "Harwich has two ferry lines. The port employs 1,250 people.\n\n“We build,” said Marta Quill."},
        {"id": "frost", "title": "Frost", "text": "Kent Growers paid 4,000 pickers."},
    ]  # fmt: skip
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in articles), "utf-8")
    assert fresh("add", str(tmp_path / "articles.jsonl")).exit_code == 0
    assert fresh("basket", "add", "Port", "quay.1", "frost.0", "--heading", "Jobs").exit_code == 0
    return fresh


def test_what_the_commands_and_the_page_offer_is_what_there_is():
    assert desking.FORMATS == FORMATS
    assert set(desking.STYLES.split(", ")) == set(SHIPPED) == set(STYLE_WORDS)
    assert set(FORMAT_WORDS) == set(FORMATS)


def shown(desk, name="Port"):
    return json.loads(desk("basket", "show", name, "--json").stdout)


def test_a_list_from_sentences_figures_and_an_answer(desk):
    figure = json.loads(desk("figures", "--document", "frost", "--json").stdout)[0]
    desk("basket", "add", "Port", f"figure:{figure['id']}", "--note", "paid")
    desk("basket", "add", "Port", "--ask", "How many people does the port employ?")
    desk("basket", "add", "Port", "--ask", "How many ferry lines does Harwich have?")
    assert [(one["kind"], one["text"]) for one in shown(desk)] == [
        ("sentence", "The port employs 1,250 people."),
        ("sentence", "Kent Growers paid 4,000 pickers."),
        ("figure", figure["text"]),
        ("sentence", "Harwich has two ferry lines."),
    ]
    assert shown(desk)[2]["evidence"]["text"] == "Kent Growers paid 4,000 pickers."


def test_items_are_noted_moved_removed_and_the_list_deleted(desk):
    first, second = (one["id"] for one in shown(desk))
    assert desk("basket", "note", "Port", str(second), "--note", "ask her").exit_code == 0
    assert desk("basket", "move", "Port", str(second), "1").exit_code == 0
    assert [(one["id"], one["note"]) for one in shown(desk)] == [(second, "ask her"), (first, "")]
    assert "ask her" in desk("basket", "show", "Port").stdout
    assert desk("basket", "remove", "Port", str(first)).exit_code == 0
    assert desk("basket", "lists").stdout.startswith("Port  (1 items, ")
    assert desk("basket", "delete", "Port").exit_code == 0
    assert json.loads(desk("basket", "lists", "--json").stdout) == []


def test_cite_writes_notes_that_reference_managers_and_word_read(desk, tmp_path):
    assert "“A Third Quay,” The Tide, March 2, 2020" in desk("cite", "Port").stdout
    assert "A third quay. (2020, March 2). The Tide." in desk("cite", "Port", "--style", "apa").stdout
    assert len(rispy.loads(desk("cite", "Port", "--format", "ris").stdout)) == 2
    desk("cite", "Port", "--format", "docx", "-o", str(tmp_path / "port.docx"))
    document = docx.Document(io.BytesIO((tmp_path / "port.docx").read_bytes()))
    assert "“The port employs 1,250 people.”" in [paragraph.text for paragraph in document.paragraphs]


def test_a_changed_article_is_told_and_the_words_stay(desk, tmp_path):
    desk("remove", "frost", "quay")
    done = desk("cite", "Port", "--format", "csv")
    assert "the article is no longer in the base" in done.stderr
    assert "Kent Growers paid 4,000 pickers." in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("basket", "show", "Prot"), "there are: Port"),
        (("basket", "add", "Port", "nowhere.9"), "give a sentence's id, figure:N or quote:N"),
        (("basket", "add", "Port", "--ask", "Who is Zebulon Pike?"), "nothing to cite"),
        (("cite", "Port", "--style", "turabian"), "chicago-notes"),
        (("cite", "Prot"), "there is no list 'Prot'"),
        (("dossier", "Zebulon Pike"), "kb entities"),
    ],
)
def test_errors_name_the_thing_and_the_remedy(desk, words, told):
    done = desk(*words)
    assert done.exit_code == 1
    assert told in done.stderr


def test_a_bundle_is_proved_by_the_base_and_by_the_files(desk, tmp_path):
    file = tmp_path / "port.json"
    made = desk("bundle", "Port", "-o", str(file))
    seal = made.stderr.removeprefix("Seal: ").strip()
    assert desk("verify-bundle", str(file), "--seal", seal).stdout.startswith("Nothing was altered: all 2 items")
    assert desk("verify-bundle", str(file), str(tmp_path / "articles.jsonl")).exit_code == 0
    file.write_text(file.read_text("utf-8").replace("1,250", "9,250"), "utf-8")
    done = desk("verify-bundle", str(file), "--json")
    assert done.exit_code == 1
    assert {one["part"] for one in json.loads(done.stdout)} == {"seal", "item"}


def test_an_answer_is_bundled(desk, tmp_path):
    file = tmp_path / "answer.json"
    desk("bundle", "--ask", "How many people does the port employ?", "-o", str(file))
    bundle = json.loads(file.read_text("utf-8"))
    assert (bundle["about"]["answer"], bundle["items"][0]["text"]) == ("1,250", "The port employs 1,250 people.")
    assert desk("verify-bundle", str(file)).exit_code == 0


def test_a_file_that_is_no_bundle_is_said(desk, tmp_path):
    done = desk("verify-bundle", str(tmp_path / "articles.jsonl"))
    assert (done.exit_code, "name a file that kb bundle made" in done.stderr) == (1, True)


def test_a_dossier_cites_every_line(desk):
    text = desk("dossier", "Harwich").stdout
    assert text.startswith("# Harwich\n")
    assert "> [“Harwich has two ferry lines.”](https://tide.example/quay#:~:text=" in text


def test_the_base_is_whole_with_lists_in_it(desk):
    assert desk("check").exit_code == 0
