"""Rendered citations against another processor's, and against the examples of the style guides."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kb.citations.letter_case import title_case
from kb.citations.processor import render
from kb.citations.runs import plain, printed
from kb.citations.styles import SHIPPED, StyleError, load_style

HERE = Path(__file__).parent
WORKS = json.loads((HERE / "works.json").read_text("utf-8"))
REFERENCE = json.loads((HERE / "reference.json").read_text("utf-8"))
TINY = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Tiny</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
{macros}<citation><layout><text {what}/></layout></citation></style>"""


def as_html(runs):
    return "".join(f"<i>{run.text}</i>" if run.italic else run.text for run in runs)


def works(*ids):
    return [work | {"title": printed(work["title"])} for work in WORKS if not ids or work["id"] in ids]


@pytest.mark.parametrize("style", SHIPPED)
def test_bibliography_is_that_of_citeproc_js(style):
    rendered = render(works(), load_style(style))
    assert [as_html(runs) for runs in rendered.bibliography.values()] == REFERENCE[style]["bibliography"]


@pytest.mark.parametrize("style", SHIPPED)
def test_citations_are_those_of_citeproc_js(style):
    rendered = render(works(), load_style(style))
    assert {id: as_html(runs) for id, runs in rendered.citations.items()} == REFERENCE[style]["citations"]


MANJOO = {
    "id": "m", "type": "article-newspaper", "language": "en",
    "title": "Snap makes a bet on the cultural supremacy of the camera",
    "author": [{"family": "Manjoo", "given": "Farhad"}], "container-title": "New York Times",
    "issued": {"date-parts": [[2017, 3, 8]]}, "URL": "https://www.nytimes.com/2017/03/08/technology/snap.html",
}  # fmt: skip
CAREY = {
    "id": "c", "type": "article-newspaper", "language": "en", "title": "Can we get better at forgetting?",
    "author": [{"family": "Carey", "given": "Benedict"}], "container-title": "The New York Times",
    "issued": {"date-parts": [[2019, 3, 22]]}, "URL": "https://www.nytimes.com/2019/03/22/health/memory.html",
}  # fmt: skip
CAUSES = {
    "id": "w", "type": "webpage", "language": "en", "title": "The top 10 causes of death",
    "author": [{"literal": "World Health Organization"}], "issued": {"date-parts": [[2018, 5, 24]]},
    "URL": "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
}  # fmt: skip


# The Chicago Manual of Style's and the APA Publication Manual's own examples, addresses cut short.
@pytest.mark.parametrize(
    ("style", "work", "listed", "cited"),
    [
        (
            "chicago-notes", MANJOO,
            "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” <i>New York Times</i>, March 8, "
            "2017. https://www.nytimes.com/2017/03/08/technology/snap.html.",
            "Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” <i>New York Times</i>, March 8, "
            "2017, https://www.nytimes.com/2017/03/08/technology/snap.html.",
        ),
        (
            "apa", CAREY,
            "Carey, B. (2019, March 22). Can we get better at forgetting? <i>The New York Times</i>. "
            "https://www.nytimes.com/2019/03/22/health/memory.html",
            "(Carey, 2019)",
        ),
        (
            "apa", CAUSES,
            "World Health Organization. (2018, May 24). <i>The top 10 causes of death</i>. "
            "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
            "(World Health Organization, 2018)",
        ),
    ],
)  # fmt: skip
def test_examples_of_the_style_guides(style, work, listed, cited):
    rendered = render([work], load_style(style))
    assert as_html(rendered.bibliography[work["id"]]) == listed
    assert as_html(rendered.citations[work["id"]]) == cited


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("the long way to a small town", "The Long Way to a Small Town"),
        ("prices rise: a look at iPhone makers", "Prices Rise: A Look at iPhone Makers"),
        ("Who pays? the city or the state", "Who Pays? The City or the State"),
        ("well-known faces and what they are up to", "Well-Known Faces and What They Are up To"),
        ("", ""),
    ],
)
def test_title_case(title, shown):
    assert title_case(title) == shown


def test_any_other_csl_file_is_followed(tmp_path):
    (tmp_path / "tiny.csl").write_text(TINY.format(macros="", what='variable="title" quotes="true"'), "utf-8")
    style = load_style(str(tmp_path / "tiny.csl"))
    rendered = render(works("report"), style)
    assert (style.title, rendered.bibliography) == ("Tiny", {})
    assert plain(rendered.citations["report"]) == "“Shoe manufacturing in Wenzhou: a survey of 4,000 factories”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no style", "cannot be read as a CSL style"),
        ("<style/>", "is no independent CSL style"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "is no independent CSL style"),
        (TINY.format(macros='<macro name="a"><text macro="a"/></macro>', what='macro="a"'), "cannot be followed"),
        (TINY.format(macros="", what='macro="missing"'), "cannot be followed"),
    ],
)
def test_a_file_that_is_no_style_is_named_with_the_reason(tmp_path, text, told):
    path = tmp_path / "bad.csl"
    path.write_text(text, "utf-8")
    with pytest.raises(StyleError, match=told):
        render(works("report"), load_style(str(path)))


def test_an_unknown_style_names_those_that_there_are():
    with pytest.raises(StyleError, match="chicago, chicago-notes, apa, mla, ieee, harvard"):
        load_style("turabian")


def test_two_threads_may_render_with_one_style():
    style = load_style("mla")
    alone = render(works(), style)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: render(works(), style), range(8))) == [alone] * 8


def test_no_works_give_nothing():
    assert render([], load_style("apa")).bibliography == {}


def test_shipped_files_are_those_of_the_data_folder(shared):
    ours = {path.name: path.read_bytes() for path in (HERE.parents[2] / "kb/citations/csl").glob("*.[cx]*")}
    theirs = {path.name: path.read_bytes() for path in (shared / "data/csl").rglob("*.[cx]*")}
    assert ours == theirs
