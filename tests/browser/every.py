"""Every page of the app as people meet it, over articles that are plain and articles that attack whoever shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

SCRIPT = "<script>window.pwned=1</script>"
IMAGE = "<img src=https://evil.example/b.png onerror=window.pwned=1>"
TITLE = f"{SCRIPT} ![x](https://evil.example/a.png) [y](javascript:window.pwned=1) **b** &lt;i&gt; \u202egnp.exe =1+1"
ARTICLES = [
    {"id": "ferries", "title": "Ferries at Norbury", "publication": "The Tide", "published": "2002-03-02",
     "text": "Norbury Ferries employed 1,200 workers at its Norbury yard in 2001. “We grow every year,” said J. P. Bell, who "
             "runs Norbury Ferries. The grower Ada Bell founded the firm Kent Growers in Norbury in 1998."},
    {"id": "evil", "title": TITLE, "author": IMAGE, "publication": IMAGE, "published": "2003-04-05",
     "url": "javascript:window.pwned=1",
     "text": "Norbury Ferries employed 1,900 workers at its Norbury yard in 2001. "
             "“=1+1 is <b>what</b> we [pay](javascript:window.pwned=1),” said J. Pierpont Bell of Norbury Ferries. "
             f"The grower Ada Bell founded the firm Kent Growers in Norbury in 1998.\n\nOn Monday {SCRIPT} met "
             f'Bob "Tug" O\'Neill in Dovercourt. {IMAGE} Dovercourt \u202ehas 300\u202c boats.'},
    {"id": "endless", "title": f"{SCRIPT} " + "A" * 9_000_000, "publication": "B" * 400, "published": "2004-05-06",
     "text": "Norbury Ferries employed 1,500 workers at its Norbury yard in 2002. The mayor, Eve Hall, lives in Norbury."},
    {"id": "wide", "title": f"{SCRIPT} " + "C" * 450, "published": "2005-06-07",
     "text": f"Norbury Ferries employed {'9' * 60} workers. “{'D' * 3000} we pay,” said Eve Hall of Norbury."},
]  # fmt: skip
READY = (
    "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
    " && document.querySelector('h1') && !document.querySelector('.stSpinner')"
)


@dataclass(frozen=True, slots=True)
class State:
    """A page as people meet it: where it is, what is done there, and what stands there then."""

    path: str
    shows: str  # a selector
    act: Callable[[Any], None] | None = None


def check_draft(page: Any) -> None:
    page.get_by_label("Text of the draft").fill(
        f"Norbury Ferries employed 1,300 workers in 2001. {SCRIPT} {IMAGE} “We shrink,” said J. P. Bell."
    )
    page.get_by_role("button", name="Check this draft").click()


def keep_in_list(page: Any) -> None:
    page.get_by_label("New list").fill(f"{SCRIPT} **list**")
    page.get_by_label("New list").press("Enter")
    page.get_by_role("button", name="Add to the list").click()


def remove_article(page: Any) -> None:
    page.get_by_role("button", name="Remove this article").click()


def decide(page: Any) -> None:
    page.locator(".fn-proposal").first.wait_for()
    page.get_by_role("button", name="Keep apart").first.click()


def every(page: Any) -> list[State]:
    """Return all pages of a base that holds ARTICLES, those reached by a name's id among them."""
    ask = [
        (f"?{urlencode({'q': question})}", shown, None)
        for question, shown in (
            ("How many workers did Norbury Ferries employ in 2001?", ".fn-answer"),
            ("Who said what about Norbury Ferries?", ".fn-answer, .fn-refusal"),
            (f"Who is Zorbax {SCRIPT} {IMAGE} ![x](https://evil.example/a.png)?", ".fn-refusal"),
            ("Why did Norbury Ferries leave Dovercourt?", ".fn-refusal"),
        )
    ]
    name = id_of(page, "Norbury Ferries")
    found = [
        ("", "text=Answers come from", None), *ask,
        ("articles", "ul.fn-list", None), ("article?id=ferries", ".fn-text", None),
        ("article?id=evil&start=0&end=67", "mark.fn-target", None), ("article?id=evil", "[role=dialog]", remove_article),
        ("article?id=endless", ".fn-text", None), ("article?id=%3Cb%3E", "text=No such article", None),
        ("entities", "ul.fn-list", None), (f"entity?id={name}", ".fn-cited", None),
        ("entity?id=%3Cb%3E", "text=No such name", None),
        ("graph", "ul.fn-list", None), (f"graph?id={name}", "g.name.centre", None),
        (f"graph?{urlencode({'id': name, 'tie': SCRIPT})}", "g.name.centre", None),
        ("figures", "table.fn-table", None), ("figures?view=Over+time&what=workers", ".fn-chart", None),
        ("figures?view=Across+sources&what=workers", ".fn-compared", None), ("figures?what=%3Cb%3E", "text=No figure", None),
        ("quotes", ".fn-said", None),
        ("draft", ".fn-checked", check_draft),
        ("citations", "text=A dossier", None), ("citations?given=evil.1", ".fn-cited", keep_in_list),
        ("citations?given=%3Cb%3E", "[data-testid=stAlert]", None),
        ("review", ".fn-proposal", None), ("review?view=Correct+a+name&find=Bell", ".fn-cited", None),
        ("review", "text=Take it back", decide), ("review?view=Decisions", ".fn-decision", None),
        ("health", ".fn-facts", None), ("add", ".stFileUploader", None), ("help", ".stMain a", None),
    ]  # fmt: skip
    return [State(*each) for each in found]


def id_of(page: Any, name: str) -> str:
    """Return the id of a name as its link has it."""
    page.goto(f"/entities?{urlencode({'name': name})}")
    address = page.get_by_role("link", name=name, exact=True).get_attribute("href")
    return str(address).split("id=")[1]


def open_page(page: Any, state: State) -> None:
    """Open a page, do what is done there, and open all that folds out on it."""
    page.goto(f"/{state.path}")
    page.wait_for_function(READY)
    if state.act is not None:
        state.act(page)
    page.locator(state.shows).first.wait_for()
    page.wait_for_function(READY)
    if page.get_by_role("dialog").count() == 0:
        for summary in page.locator("[data-testid=stExpander] summary").all():
            summary.click()
        for popover in page.locator("[data-testid=stPopover] button").all()[:1]:
            popover.click()
        page.wait_for_function(READY)
