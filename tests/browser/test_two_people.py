"""Two people at once on one base, each in a browser of their own: one adds articles while the other asks."""

from __future__ import annotations

import json
from typing import Any

from tests.browser.conftest import PATIENCE

ARTICLES = [
    {"id": "quay", "title": "A third quay", "text": "The port of Harwich employs 1,250 people. It handled 3.2 million tonnes."}
]  # fmt: skip
ADDED = 60  # articles


def visit(browser: Any, server: str, path: str) -> Any:
    page = browser.new_context(base_url=server).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(path)
    return page


def asked(page: Any, question: str) -> str:
    page.goto("/")
    page.get_by_label("Question").fill(question)
    page.get_by_label("Question").press("Enter")
    page.locator(".fn-answer").wait_for()
    return str(page.locator(".fn-answer").inner_text())


def test_one_adds_articles_while_the_other_asks(browser, server, filled, tmp_path):
    press = tmp_path / "press.jsonl"
    towns = [{"id": f"town{n}", "title": f"Town {n}", "text": f"The {n + 100} boats of Dovercourt sail. Ada Bell owns number {n}."}
             for n in range(ADDED)]  # fmt: skip
    press.write_text("".join(json.dumps(town) + "\n" for town in towns), "utf-8")
    writer, reader = visit(browser, server, "/add"), visit(browser, server, "/")
    writer.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([press])
    writer.get_by_text("press.jsonl").first.wait_for()
    writer.get_by_role("button", name="Add these files").click()
    writer.get_by_text("press.jsonl: ").first.wait_for()
    answers = {asked(reader, "How many people does the port of Harwich employ?")}
    while writer.locator(".fn-added").count() == 0:
        answers.add(asked(reader, "How many people does the port of Harwich employ?"))
    assert all("1,250" in answer for answer in answers)
    assert f"{ADDED} added" in writer.locator(".stMainBlockContainer").inner_text()
    reader.goto("/articles")
    reader.get_by_text(f"{ADDED + 1} articles, the newest first.").wait_for()
    writer.goto("/")
    writer.get_by_text("Asked before: 1").wait_for()
    for page in (writer, reader):
        assert page.locator(".stAlert").count() == 0
        page.context.close()
