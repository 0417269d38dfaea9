"""The pages of what was found: figures, quotes, review, health; run without a browser."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from app.said import quotes_csv
from extract.types import Document, Extraction, Figure, Mention, Period, Phrase, Quote, Referent, Sentence
from kb import ingest, open_store
from kb.base.backup import backups
from kb.base.paging import QuoteFilter
from tests.app.screens import screen, shown

HOSTILE = "=1+1 <script>window.pwned=1</script> **b** \u202egnp"


def written(id: str, text: str, *, workers: str, year: str, speaker: str, said: str) -> tuple[Document, Extraction]:
    """Give an article of one sentence about how many work at Norbury Ferries, and one that quotes somebody."""
    first, second = text.split("\n\n")
    firm = "Norbury Ferries"

    def place(words: str) -> tuple[int, int, str]:
        return text.index(words), text.index(words) + len(words), words

    value = float(workers.split()[0].replace(",", ""))
    period = Period(*place(year), f"{year}-01-01", f"{year}-12-31")
    extraction = Extraction(
        id,
        (Sentence(0, len(first), first, 0), Sentence(len(first) + 2, len(text), second, 1)),
        (Mention(0, *place(firm), "ORG", 0), Mention(1, *place(speaker), "PERSON", 1)),
        (
            Figure(
                0, *place(workers), "count", value, None, "workers", of=Phrase(*place("workers")),
                subject=Phrase(*place(firm), entity=0), period=period,
            ),
        ),
        (Quote(1, *place(said), direct=True, speaker=Phrase(*place(speaker), entity=1)),),
        (),
        (Referent(0, firm, "ORG"), Referent(1, speaker, "PERSON")),
    )  # fmt: skip
    title = HOSTILE if id == "late" else "Ferries"
    return Document(
        id, text, f"/press/{id}.txt", "0", title, None, "The Tide", "2003-02-03" if id == "late" else "2002-02-03"
    ), extraction


MADE = (
    written(
        "early", "Norbury Ferries employed 1,200 workers at its Norbury yard in 2001.\n\n“We grow,” said J. P. Bell.",
        workers="1,200 workers", year="2001", speaker="J. P. Bell", said="We grow",
    ),
    written(
        "late", "Norbury Ferries employed 1,900 workers at its Norbury yard in 2001.\n\n“=1+1 is two,” said J. Pierpont Bell.",
        workers="1,900 workers", year="2001", speaker="J. Pierpont Bell", said="=1+1 is two",
    ),
)  # fmt: skip


def by_hand(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    known = {document.id: extraction for document, extraction in MADE}
    for document in documents:
        yield known[document.id]


@pytest.fixture
def base(tmp_path, monkeypatch):
    """Give the path of a base of two articles that the app shows."""
    path = tmp_path / "kb.db"
    monkeypatch.setenv("KB_DB", str(path))
    with closing(open_store(path)) as store:
        ingest(store, [document for document, _ in MADE], extract=by_hand, rules="by hand")
    return path


def press(app: AppTest, words: str) -> None:
    next(button for button in app.button if button.label == words).click().run()
    assert not app.exception


@pytest.mark.parametrize("name", ["figures", "quotes", "review"])
def test_an_empty_base_says_what_to_do(tmp_path, monkeypatch, name):
    monkeypatch.setenv("KB_DB", str(tmp_path / "empty.db"))
    assert "There are no articles here yet." in shown(screen(name))


def test_figures_stand_in_a_table_and_lead_to_their_sentence(base):
    app = screen("figures")
    assert "2 figures, the latest first." in shown(app)
    assert "href='article?id=early&amp;start=0&amp;end=67'" in shown(app)
    assert '<mark class="fn-words">1,200 workers</mark>' in shown(app)
    assert "&lt;script&gt;" in shown(app)
    assert "<script>" not in shown(app)
    assert "⟨U+202E⟩" in shown(app)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"what": "work"}, 2),
        ({"whose": "norbury"}, 2),
        ({"whose": "Bell"}, 0),
        ({"since": "2001", "until": "2001"}, 2),
        ({"until": "2000"}, 0),
        ({"source": "late.txt"}, 1),
        ({"source": "100%"}, 0),
        ({"kind": "Count"}, 2),
        ({"kind": "Money"}, 0),
        ({"unit": "workers"}, 2),
    ],
)
def test_figures_are_filtered(base, address, found):
    text = shown(screen("figures", **address))
    assert (f"{found} figure" in text) if found else ("No figure matches." in text)


def test_figures_over_time_are_links_to_their_sentences(base):
    assert "Write above what is measured" in shown(screen("figures", view="Over time"))
    text = shown(screen("figures", view="Over time", what="workers"))
    assert text.count("class='fn-point") == 2
    assert "<span>1,900 workers, Norbury Ferries, 2001, " in text


def test_figures_across_sources_have_verdicts(base):
    text = shown(screen("figures", view="Across sources", what="workers"))
    assert "1 pair is of the same thing: 1 differs." in text
    assert "They differ" in text


def test_quotes_say_who_said_what(base):
    app = screen("quotes", who="pierpont")
    assert "1 quote, " in shown(app)
    assert '<mark class="fn-words">=1+1 is two</mark>' in shown(app)
    assert "<bdi>J. Pierpont Bell</bdi></a></p>" in shown(app)
    assert "No quote matches." in shown(screen("quotes", about="whales"))


@pytest.mark.parametrize(
    ("page", "kept", "told"),
    [("figures", "figure", "Keep “1,900 workers” in a list"), ("quotes", "quote", "Keep “=1+1 is two” in a list")],
)
def test_what_was_found_can_be_kept_in_a_list_of_citations(base, page, kept, told):
    assert told in shown(screen(page))
    address = re.search(rf"citations\?given={kept}%3A(\d+)' aria-label='{re.escape(told)}", shown(screen(page)))
    assert address is not None
    app = screen("citations", given=f"{kept}:{address[1]}")
    assert "To be kept. Choose a list or name a new one" in shown(app)
    assert "fn-cited" in shown(app)


def test_a_link_to_keep_what_is_gone_says_so(base):
    app = screen("citations", given="figure:999999")
    assert "there is no figure 999999 here" in app.warning[0].value
    assert "No quote matches." in shown(screen("quotes", until="1990"))


def test_exported_quotes_hold_no_formula(base):
    with closing(open_store(base)) as store:
        quotes = store.quote_page(QuoteFilter(), limit=10)
        origins = store.origins({quote.sentence.document for quote in quotes})
        made = quotes_csv(quotes, store.named_in_quotes(quotes), origins)
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert [(row["speaker"], row["quote"]) for row in rows] == [
        ("J. Pierpont Bell", "'=1+1 is two"),
        ("J. P. Bell", "We grow"),
    ]
    assert rows[0]["title"].startswith("'=1+1")


def test_review_merges_and_takes_it_back(base):
    app = screen("review")
    assert "Are these one?" in shown(app)
    press(app, "They are one")
    assert "There is nothing to decide" in shown(app)
    with closing(open_store(base)) as store:
        assert len(store.entities(label="PERSON")) == 1
    press(app, "Take it back")
    assert "Are these one?" in shown(app)
    with closing(open_store(base)) as store:
        assert len(store.entities(label="PERSON")) == 2
    ledger = shown(screen("review", view="Decisions"))
    assert "taken back by decision 2" in ledger
    assert "Decision 1 was taken back" in ledger


def test_review_corrects_a_name(base):
    app = screen("review", view="Correct a name", find="norbury")
    next(field for field in app.text_input if field.label == "Call it").input("Norbury Ferries Ltd")
    press(app, "Change")
    with closing(open_store(base)) as store:
        assert store.entities(label="ORG")[0].name == "Norbury Ferries Ltd"


def test_review_takes_a_mark_off(base):
    press(screen("review", view="Correct a name", find="norbury"), "Take this mark off")
    with closing(open_store(base)) as store:
        assert store.entities(label="ORG")[0].mentions == 1


def test_health_checks_copies_and_brings_nothing_back_before_it_is_confirmed(base):
    app = screen("health")
    assert "<dt>articles</dt><dd>2</dd>" in shown(app)
    press(app, "Check everything")
    assert "All is well" in shown(app)
    press(app, "Make a copy now")
    (copy,) = backups(base)
    assert app.success[0].value.startswith("Copied to ")
    with closing(open_store(base)) as store:
        store.remove(["early"])
    app.selectbox[0].set_value(copy.name).run()
    press(app, "Bring it back …")
    assert any("are replaced by those of the copy" in words.value for words in app.markdown)
    with closing(open_store(base)) as store:
        assert store.counts().documents == 1
