"""Figures, quotes, review and health as people use them, hostile articles among others, in a real browser."""

from __future__ import annotations

import csv
import re

import pytest

TITLE = "<script>window.pwned=1</script> ![x](https://evil.example/a.png) **b** \u202egnp"
PRESS = {
    "ferries.md": (
        "---\ntitle: Ferries at Norbury\npublication: The Tide\ndate: 2002-03-02\n---\n"
        "Norbury Ferries employed 1,200 workers at its Norbury yard in 2001. "
        "“We grow every year,” said J. P. Bell, who runs Norbury Ferries.\n"
    ),
    "hostile.md": (
        f'---\ntitle: "{TITLE}"\npublication: "<img src=https://evil.example/b.png onerror=window.pwned=1>"\n'
        "date: 2003-04-05\n---\n"
        "Norbury Ferries employed 1,900 workers at its Norbury yard in 2001. "
        "“=1+1 is <b>what</b> we [pay](javascript:window.pwned=1),” said J. Pierpont Bell of Norbury Ferries.\n"
    ),
    "addresses.txt": "https://example.org/one\nhttps://example.org/two\n",
}
PATIENCE = 60_000  # milliseconds: the pipeline loads with the first article


@pytest.fixture(scope="module")
def added(browser, server, tmp_path_factory) -> str:
    """Add the articles by dropping them in; give what the page said about them."""
    folder = tmp_path_factory.mktemp("press")
    for name, text in PRESS.items():
        (folder / name).write_text(text, "utf-8")
    page = browser.new_page(base_url=server)
    page.set_default_timeout(PATIENCE)
    page.goto("/add")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([folder / name for name in PRESS])
    page.get_by_text("addresses.txt").first.wait_for()
    page.get_by_role("button", name="Add these files").click()
    page.locator(".fn-failed").wait_for()
    said = page.locator(".stMainBlockContainer").inner_text()
    page.close()
    return said


def test_a_list_of_addresses_is_not_fetched_but_explained(added):
    assert "addresses.txt holds only web addresses, and Footnote never reads from the web." in added


def test_a_figure_leads_to_its_sentence(page, added):
    page.goto("/figures")
    page.get_by_role("link", name="1,200 workers").or_(page.get_by_role("link", name="1,200")).first.click()
    page.locator("mark.fn-target").first.wait_for()
    assert "1,200 workers" in "".join(page.locator("mark.fn-target").all_inner_texts())


def test_a_point_on_the_chart_is_reached_by_keyboard_and_leads_to_its_sentence(page, added):
    page.goto("/figures?view=Over+time&what=workers")
    point = page.locator("a.fn-point").first
    point.wait_for()
    point.focus()
    assert "1,200" in point.inner_text()
    page.keyboard.press("Enter")
    page.locator("mark.fn-target").first.wait_for()


def test_sources_that_differ_are_set_side_by_side(page, added):
    page.goto("/figures?view=Across+sources&what=workers")
    pair = page.locator(".fn-compared").first
    pair.wait_for()
    assert "They differ" in pair.inner_text()
    assert {"1,200", "1,900"} <= set(re.findall(r"1,[29]00", pair.inner_text()))


def test_quotes_are_filtered_and_saved_without_formulas(page, added, tmp_path):
    page.goto("/quotes")
    page.get_by_label("Who says it").fill("Pierpont")
    page.get_by_label("Who says it").press("Enter")
    page.get_by_text("1 quote, the latest").wait_for()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save these quotes as CSV").click()
    saving.value.save_as(tmp_path / "quotes.csv")
    rows = list(csv.DictReader((tmp_path / "quotes.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 1
    assert rows[0]["quote"].startswith("'=1+1 is what we [pay](javascript")
    assert "window.pwned" in rows[0]["title"]


def test_two_names_are_merged_and_taken_apart_again(page, added):
    page.goto("/review")
    page.locator(".fn-proposal").first.wait_for()
    page.get_by_role("button", name="They are one").first.click()
    page.get_by_role("button", name="Take it back").click()
    page.locator(".fn-proposal").first.wait_for()
    page.goto("/review?view=Decisions")
    page.get_by_text("was taken back").first.wait_for()


def test_a_copy_is_made_and_brought_back(page, added):
    page.goto("/health")
    page.get_by_role("button", name="Make a copy now").click()
    page.get_by_text(re.compile("Copied to ")).wait_for()
    page.get_by_role("combobox", name="A copy").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Bring it back …").click()
    page.get_by_role("button", name="Replace", exact=True).click()
    page.get_by_text("The base now holds 2 articles.").wait_for()


def test_a_follow_up_is_understood_from_the_answer_before(page, added):
    page.goto("/?q=How many workers did Norbury Ferries employ in 2001?")
    page.locator(".fn-answer").wait_for()
    page.get_by_label("Ask on from here").fill("Who runs it?")
    page.get_by_label("Ask on from here").press("Enter")
    page.wait_for_function("document.querySelector('.st-key-q input').value.includes('Norbury Ferries?')")
    page.get_by_text("Asked before: 1").wait_for()
