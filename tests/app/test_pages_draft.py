"""The page that checks a draft, run without a browser; and the marked draft as HTML."""

from __future__ import annotations

from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from app.drafts import draft_html, statement_html
from extract.types import Document
from kb import ingest, open_store
from kb.verifying import Difference, Finding, Statement
from tests.app.screens import MAIN, PATIENCE, shown

TEXT = "Harwich has two ferry lines. The port employs 1,250 people."


@pytest.fixture
def full(base):
    with closing(open_store(base)) as store:
        ingest(store, [Document("harbour", TEXT, "/tide/quay.txt", "0", "A third quay")], workers=1)
    return base


def page(draft: str | None = None) -> AppTest:
    app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    app.switch_page("screens/draft.py")
    app.run()
    if draft is not None:
        app.text_area[0].input(draft)
        next(button for button in app.button if button.label == "Check this draft").click().run()
    assert not app.exception
    return app


def test_an_empty_base_says_what_to_do(base):
    assert "There are no articles here yet." in shown(page())


def test_a_draft_is_marked_and_what_asks_for_work_comes_first(full):
    app = page("The port of Harwich employs 1,300 people. Harwich has two ferry lines.")
    assert "fn-contradicted" in shown(app)
    assert "fn-supported" in shown(app)
    assert "1,300 against 1,250" in shown(app)
    assert [header.value for header in app.header] == ["To look at", "Supported"]
    with closing(open_store(full)) as store:
        assert [row.id for row in store.documents()] == ["harbour"]


def test_a_draft_without_anything_to_check(full):
    assert "The draft has no sentence with a figure" in shown(page("Why so?"))


def test_no_draft_says_what_to_do(full):
    assert page("").warning[0].value.startswith("Paste the text of a draft")


def test_markup_in_a_draft_is_inert():
    text = "“<b>We</b> go,” he said <script>."
    quote = text[1:13]
    finding = Finding(
        "quote", 1, 13, quote, "misquoted", "<i>why</i>", "We went", differences=(Difference(11, "go", 5, "<u>went"),)
    )
    statement = Statement(0, len(text), text, (finding,))
    html = draft_html(text, [statement]) + statement_html(statement)
    assert "<script>" not in html
    assert "<b>We" not in html
    assert "<i>why" not in html
    assert "<del>go</del>" in html
    assert "<ins>&lt;u&gt;went</ins>" in html
