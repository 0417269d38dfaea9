"""The pages of the app, run without a browser."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.incoming import read_pasted
from kb import ingest, open_store
from kb.store import Store

MAIN = Path(__file__).parents[2] / "app" / "main.py"
PATIENCE = 60  # seconds: the pipeline loads with the first article


@pytest.fixture
def base(tmp_path, monkeypatch):
    """Give the path of an empty base that the app shows."""
    path = tmp_path / "kb.db"
    monkeypatch.setenv("KB_DB", str(path))
    return path


@pytest.fixture
def full(filled, monkeypatch):
    """Give the path of the base that all tests share, shown by the app."""
    monkeypatch.setenv("KB_DB", str(filled))
    return filled


def screen(name: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    app.switch_page(f"screens/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def test_ask_an_empty_base_says_what_to_do(base):
    app = screen("ask")
    assert "There are no articles here yet. Add some first" in shown(app)
    assert not app.text_input


def test_ask_begins_with_questions_that_the_base_answers(full):
    app = screen("ask")
    assert app.text_input[0].label == "Question"
    assert "Answers come from 2 articles, 7 sentences" in shown(app)
    examples = [button for button in app.button if button.key.startswith("example_")]
    assert examples
    examples[0].click().run()
    assert app.text_input[0].value
    assert "fn-answer" in shown(app)


def test_ask_shows_the_answer_marked_in_its_sentence_in_its_paragraph(full):
    app = screen("ask", q="How many people does the port employ?")
    assert "<p>1,250 people</p>" in shown(app) or "<p>1,250</p>" in shown(app)
    assert '<mark class="fn-sentence">The port employs </mark><mark class="fn-sentence fn-words">1,250' in shown(app)
    assert "It handled 3.2 million tonnes in 2019." in shown(app)
    assert "A third quay</bdi></a> · <bdi>The Tide</bdi> · <bdi>2 March 2020</bdi>" in shown(app)
    assert "Why: " in shown(app)
    assert "“The port employs 1,250 people.”\n— A third quay, The Tide, 2 March 2020" in app.code[0].value


def test_ask_refuses_in_words(full):
    app = screen("ask", q="Who is Zorbax Quimby?")
    assert "The name “Zorbax Quimby” does not occur in your articles." in shown(app)
    assert "Check its spelling" in shown(app)
    assert "fn-words" not in shown(app)


def test_articles_of_an_empty_base(base):
    assert "There are no articles here yet." in shown(screen("articles"))


def test_articles_lists_and_filters(full):
    app = screen("articles")
    assert "A third quay" in shown(app)
    assert "Frost" in shown(app)
    app.text_input[0].input("frost").run()
    assert "A third quay" not in shown(app)
    assert "Frost" in shown(app)
    app.text_input[0].input("no such words").run()
    assert "No article matches." in shown(app)


def test_articles_turns_pages(base):
    with closing(open_store(base)) as store:
        add(store, *(f"Article number {number}." for number in range(30)))
    app = screen("articles")
    assert shown(app).count("<li>") == 25
    app.button[1].click().run()
    assert shown(app).count("<li>") == 5
    assert app.button[1].disabled
    app.text_input[0].input("paste").run()
    assert shown(app).count("<li>") == 25


def add(store: Store, *texts: str) -> list[str]:
    """Put texts into a base; give their ids."""
    items = [item for text in texts for item in read_pasted(text, {"title": text[:20]})]
    return [outcome.document for outcome in ingest(store, items, workers=1).outcomes]


def test_article_shows_its_text_with_layers(full):
    app = screen("article", id="harbour")
    assert "<h1 dir='auto'>A third quay</h1>" in shown(app)
    assert 'aria-description="Person: Marta Quill">Marta Quill</mark>' in shown(app)
    boxes = {box.label: box.value for box in app.checkbox}
    assert any(label.startswith("Figures") and value for label, value in boxes.items())
    figures = next(box for box in app.checkbox if box.label.startswith("Figures"))
    assert "fn-figures" in shown(app)
    figures.uncheck().run()
    assert "fn-figures" not in shown(app)


def test_article_marks_the_sentence_in_its_address(full):
    app = screen("article", id="harbour", start="0", end="29")
    assert "fn-target" in shown(app)


@pytest.mark.parametrize(
    ("start", "end"), [("5", "5"), ("9", "2"), ("-1", "4"), ("0", "99999"), ("<b>", "x"), ("", "7"), ("²", "7")]
)
def test_article_ignores_a_place_that_is_not_there(full, start, end):
    assert "fn-target" not in shown(screen("article", id="harbour", start=start, end=end)).replace("mark.fn-target", "")


def test_article_that_is_not_there(full):
    app = screen("article", id="gone")
    assert app.title[0].value == "No such article"
    assert "It may have been removed" in shown(app)


def test_article_is_removed_only_when_confirmed(base):
    with closing(open_store(base)) as store:
        (id,) = add(store, "Harwich has two ferry lines.")
    app = screen("article", id=id)
    app.button[0].click().run()
    assert "leave the base" in app.markdown[-1].value
    assert holds(base, id)
    next(button for button in app.button if button.label == "Remove").click().run()
    assert not holds(base, id)


def holds(path: Path, id: str) -> bool:
    with closing(open_store(path)) as store:
        return store.document(id) is not None


def test_add_pasted_text(base):
    app = screen("add")
    app.text_area[0].input("Harwich has two ferry lines. The port employs 1,250 people.")
    next(field for field in app.text_input if field.label == "Title").input("A port")
    next(button for button in app.button if button.label == "Add this text").click().run()
    assert not app.exception
    assert "<b>Added</b>" in shown(app)
    with closing(open_store(base)) as store:
        assert [row.title for row in store.documents()] == ["A port"]


def test_add_a_folder_names_what_failed(base, tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "good.txt").write_text("Harwich has two ferry lines.", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    app = screen("add")
    next(field for field in app.text_input if field.label == "Path of the folder").input(str(folder))
    next(button for button in app.button if button.label == "Add this folder").click().run()
    assert not app.exception
    assert "<b>Added</b>" in shown(app)
    assert "<b>Not added</b>" in shown(app)
    assert "empty.txt</bdi>: " in shown(app)


@pytest.mark.parametrize(
    ("button", "warning"),
    [
        ("Add these files", "Choose at least one file first."),
        ("Add this text", "Paste the text"),
        ("Add this folder", "There is no such folder"),
    ],
)
def test_add_nothing_says_what_to_do(base, button, warning):
    app = screen("add")
    next(each for each in app.button if each.label == button).click().run()
    assert app.warning[0].value.startswith(warning)


def test_a_file_that_is_no_base_is_named(base):
    base.write_bytes(b"this is no database" * 100)
    app = screen("ask")
    assert "is no Footnote base" in app.error[0].value
