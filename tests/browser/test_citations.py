"""The Citations page in a real browser: from an empty list to files that are opened and checked."""

from __future__ import annotations

import re
import zipfile

import docx
import pytest

from kb.citations.fragments import opening_at
from tests.kb.citations.conftest import entry

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Mine</title><id>mine</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="container-title" prefix="AUTHOR"/></layout></bibliography>
</style>
"""
HOSTILE = "<script>window.pwned=1</script><img src=https://evil.example/a.png onerror=window.pwned=1>"
ARTICLES = [
    {"id": "quay", "title": "A third quay", "publication": "The Tide", "published": "2020-03-02",
     "url": "https://tide.example/quay",
     "text": "Harwich has two ferry lines. The port of Harwich employs 1,250 people."},
    {"id": "evil", "title": HOSTILE, "publication": HOSTILE, "url": "javascript:window.pwned=1",
     "text": f"Dovercourt {HOSTILE} has 300 boats."},
]  # fmt: skip


def add(page, given: str, shown: str) -> None:
    page.get_by_label("Add the answer to a question").fill(given)
    page.get_by_role("button", name="Add to the list").click()
    page.locator(".fn-cited blockquote", has_text=shown).wait_for()


def download(page, button: str, path) -> None:
    with page.expect_download() as begun:
        page.get_by_role("button", name=button, exact=True).click()
    begun.value.save_as(path)


def test_a_list_becomes_a_word_file_with_footnotes(page, filled, tmp_path):
    page.goto("/citations")
    page.get_by_label("New list").fill("Port story")
    page.get_by_label("New list").press("Enter")
    page.get_by_text("This list is new").wait_for()
    add(page, "How many people does the port of Harwich employ?", "The port of Harwich employs 1,250 people.")
    add(page, "evil.0", "has 300 boats.")
    download(page, "Download", tmp_path / "story.docx")
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "story.docx")).paragraphs]
    assert "“The port of Harwich employs 1,250 people.”" in texts
    with zipfile.ZipFile(tmp_path / "story.docx") as file:
        assert "A Third Quay" in file.read("word/footnotes.xml").decode()
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_and_lists_are_kept(page, filled, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/citations")
    page.locator(".fn-cited blockquote", has_text="has 300 boats.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_link_opens_a_page_at_the_sentence(browser, tmp_path):
    text = "The port of Harwich employs 1,250 people, said the mayor, who is proud of each - and of all - of them."
    filler = "<p>Nothing to see here.</p>" * 300
    (tmp_path / "page.html").write_text(f"{filler}<p id=it>Before. {text} After.</p>{filler}", "utf-8")
    document = f"Before. {text} After."
    cited = entry(document, 8, 8 + len(text), url="https://tide.example/page.html")
    page = browser.new_page()
    page.route("https://tide.example/**", lambda route: route.fulfill(path=tmp_path / "page.html"))
    page.goto(opening_at(cited))
    page.wait_for_function("window.scrollY > 1000")
    place = page.evaluate("document.getElementById('it').getBoundingClientRect().top")
    page.close()
    assert 0 < place < 800


def test_a_dossier_of_hostile_words_is_inert(page, filled, tmp_path):
    page.goto("/citations")
    page.get_by_label("Name or topic").fill("Dovercourt boats")
    page.get_by_label("Name or topic").press("Enter")
    download(page, "Download the dossier", tmp_path / "dossier.html")
    page.set_content((tmp_path / "dossier.html").read_text("utf-8"))
    assert "has 300 boats." in page.locator("blockquote").first.inner_text()
    assert page.evaluate("window.pwned") is None
    assert page.locator("script, img").count() == 0


def test_a_list_is_written_in_a_style_of_ones_own(page, filled, tmp_path):
    page.goto("/citations?given=quay.0")
    page.get_by_label("New list").fill("Own style")
    page.get_by_label("New list").press("Enter")
    page.get_by_role("button", name="Add to the list").click()
    page.get_by_text("Take it with you").wait_for()
    page.get_by_label("File", exact=True).click()
    page.get_by_role("option", name="Plain text").click()
    page.get_by_label("Style", exact=True).click()
    page.get_by_role("option", name="A CSL file of mine").click()
    chooser = page.get_by_test_id("stFileUploaderDropzoneInput")
    chooser.set_input_files([{"name": "mine.csl", "mimeType": "text/xml", "buffer": b"<style/>"}])
    page.get_by_text("mine.csl is no independent CSL style").wait_for()
    assert page.get_by_role("button", name="Download", exact=True).is_disabled()
    style = STYLE.replace("AUTHOR", "Written down from ").encode()
    page.get_by_role("button", name="Remove mine.csl").click()
    chooser.set_input_files([{"name": "mine.csl", "mimeType": "text/xml", "buffer": style}])
    page.locator("button:not([disabled])", has_text=re.compile("^Download$")).wait_for()
    download(page, "Download", tmp_path / "own.txt")
    assert "Written down from The Tide" in (tmp_path / "own.txt").read_text("utf-8")
