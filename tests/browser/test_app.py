"""The app as people use it: a clean base, articles added, questions asked, all in a real browser."""

from __future__ import annotations

import re

import pytest

PRESS = {
    "quay.md": (
        "---\ntitle: A third quay\npublication: The Tide\ndate: 2020-03-02\n---\n"
        "Harwich has two ferry lines. Marta Quill, the mayor of Harwich, said on Monday: “We will build a third quay.” "
        "The quay will cost 41 million euros.\n\nThe port of Harwich employs 1,250 people. It handled 3.2 million tonnes in 2019.\n"
    ),
    "hostile.md": (
        '---\ntitle: "<script>window.pwned=1</script> ![x](https://evil.example/a.png) \u202egnp.exe"\n'
        'publication: "<img src=https://evil.example/b.png onerror=window.pwned=1>"\nurl: "javascript:window.pwned=1"\n---\n'
        "On Monday <script>window.pwned=1</script> met Bob Jones in Dovercourt.\n\n"
        '<img src="https://evil.example/c.png" onerror="window.pwned=1"> Dovercourt \u202ehas 300\u202c boats. [x](javascript:window.pwned=1)\n'
    ),
    "spare.md": "---\ntitle: Not wanted\n---\nThis article is taken out again.\n",
    "empty.txt": "",
}


@pytest.fixture(scope="module")
def added(browser, server, tmp_path_factory) -> str:
    """Follow the empty base's advice and add the articles by dropping them in; give what the page said about them."""
    folder = tmp_path_factory.mktemp("press")
    for name, text in PRESS.items():
        (folder / name).write_text(text, "utf-8")
    page = browser.new_page(base_url=server)
    page.set_default_timeout(60_000)  # milliseconds: the pipeline loads with the first article
    page.goto("/")
    page.get_by_text("There are no articles here yet.").wait_for()
    page.get_by_role("link", name="Add articles").click()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([folder / name for name in PRESS])
    page.get_by_text("empty.txt").first.wait_for()
    page.get_by_role("button", name="Add these files").click()
    page.locator(".fn-failed").wait_for()
    said = page.locator(".stMainBlockContainer").inner_text()
    page.close()
    return said


def ask(page, question: str) -> None:
    page.goto("/")
    page.get_by_label("Question").fill(question)
    page.get_by_label("Question").press("Enter")


def test_files_are_added_and_failures_named(added):
    assert len(re.findall(r"Added \S+\.md", added)) == 3
    assert re.search(r"Not added empty\.txt .+", added)


def test_a_question_is_answered_with_its_sentence_marked(page, added):
    ask(page, "How many people does the port of Harwich employ?")
    page.locator(".fn-answer").wait_for()
    assert "1,250" in page.locator(".fn-answer").inner_text()
    cited = page.locator(".fn-cited").first
    assert "1,250" in cited.locator("mark.fn-words").inner_text()
    assert "".join(cited.locator("mark.fn-sentence").all_inner_texts()) == "The port of Harwich employs 1,250 people."
    assert "It handled 3.2 million tonnes" in cited.locator("blockquote").inner_text()
    assert "A third quay · The Tide · 2 March 2020" in cited.inner_text()
    assert "?q=How+many+people" in page.url.replace("%20", "+")


def test_the_address_leads_back_to_the_answer_and_on_to_the_sentence(page, added):
    page.goto("/?q=How many people does the port of Harwich employ?")
    page.locator(".fn-cited a").first.click()
    page.get_by_role("heading", name="A third quay").wait_for()
    target = page.locator("mark.fn-target").first
    target.wait_for()
    assert "".join(page.locator("mark.fn-target").all_inner_texts()) == "The port of Harwich employs 1,250 people."
    assert target.evaluate(
        "mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def test_a_question_that_is_not_answered_says_why(page, added):
    ask(page, "Who is Zorbax Quimby?")
    page.locator(".fn-refusal").wait_for()
    assert "The name “Zorbax Quimby” does not occur in your articles." in page.locator(".fn-refusal").inner_text()
    assert page.locator("mark.fn-words").count() == 0


def test_an_article_is_read_with_marks_switched_by_keyboard(page, added):
    page.goto("/articles")
    page.get_by_role("link", name="A third quay").click()
    page.locator("mark.fn-figures").first.wait_for()
    box = page.get_by_role("checkbox", name=re.compile("Figures"))
    box.focus()
    page.keyboard.press("Space")
    page.locator("mark.fn-figures").first.wait_for(state="detached")
    name = page.locator("mark.fn-people").first
    name.focus()
    assert name.evaluate("mark => getComputedStyle(mark, '::after').content").startswith('"Person: ')


def test_a_hostile_article_is_inert(page, added):
    page.goto("/articles?filter=script")
    page.get_by_role("link", name="<script>window.pwned=1</script>").click()
    page.locator(".fn-text").wait_for()
    shown = page.locator(".stMainBlockContainer").inner_text()
    assert "<script>window.pwned=1</script> met Bob Jones" in shown or "met Bob Jones" in shown
    assert "⟨U+202E⟩" in shown
    ask(page, "How many boats does Dovercourt have?")
    page.locator(".fn-cited").first.wait_for()
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, section img").count() == 0


def test_an_article_is_removed_when_confirmed(page, added):
    page.goto("/articles")
    page.get_by_role("link", name="Not wanted").click()
    page.get_by_role("button", name="Remove this article").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    page.get_by_role("link", name="A third quay").wait_for()
    assert page.get_by_role("link", name="Not wanted").count() == 0
