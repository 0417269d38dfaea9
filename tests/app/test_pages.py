"""The pages of the app, run without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest

from extract.types import Claim, Document, Extraction, Figure, Mention, Phrase, Quote, Referent, Sentence
from kb import ingest, open_store
from tests.app.screens import screen, shown

TEXT = (
    "Harwich has two ferry lines. Marta Quill, the mayor of Harwich, said that it would build a third quay.\n\n"
    "The port employs 1,250 people. It handled 3.2 million tonnes in 2019."
)
HARBOUR = Document("harbour", TEXT, "/tide/quay.txt", "0", "A third quay", None, "The Tide", "2020-03-02")
ORCHARD = Document("orchard", "Frost took apples.", "/kent/frost.txt", "1", "Frost", url="https://example.org/frost")


def place(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


SENTENCES = (
    ("Harwich has two ferry lines.", 0),
    ("Marta Quill, the mayor of Harwich, said that it would build a third quay.", 0),
    ("The port employs 1,250 people.", 1),
    ("It handled 3.2 million tonnes in 2019.", 1),
)
EXTRACTIONS = {
    "harbour": Extraction(
        "harbour",
        tuple(Sentence(*place(words), paragraph) for words, paragraph in SENTENCES),
        (
            Mention(0, *place("Harwich"), "CITY", 0),
            Mention(1, *place("Marta Quill"), "PERSON", 1),
            Mention(1, TEXT.rindex("Harwich"), TEXT.rindex("Harwich") + 7, "Harwich", "CITY", 0),
        ),
        (
            Figure(2, *place("1,250 people"), "count", 1250.0, None, "people", of=Phrase(*place("people"))),
            Figure(3, *place("3.2 million tonnes"), "mass", 3.2e6, None, "tonne"),
        ),
        (Quote(1, *place("it would build a third quay"), False, Phrase(*place("Marta Quill"), entity=1)),),
        (Claim(0, Phrase(*place("Harwich"), entity=0), Phrase(*place("has")), Phrase(*place("two ferry lines"))),),
        (Referent(0, "Harwich", "CITY"), Referent(1, "Marta Quill", "PERSON")),
    ),
    "orchard": Extraction("orchard", (Sentence(0, 18, "Frost took apples.", 0),)),
}


@pytest.fixture
def full(base):
    """Give the path of a base with two articles, shown by the app; what they say is written here, not extracted."""
    with closing(open_store(base)) as store:
        ingest(store, [HARBOUR, ORCHARD], extract=by_hand, rules="by hand")
    return base


def by_hand(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    for document in documents:
        yield EXTRACTIONS[document.id]


def test_ask_an_empty_base_says_what_to_do(base):
    app = screen("ask")
    assert "There are no articles here yet. Add some first" in shown(app)
    assert not app.text_input


def test_ask_begins_with_questions_that_the_base_answers(full):
    app = screen("ask")
    assert app.text_input[0].label == "Question"
    assert "Answers come from 2 articles, 5 sentences" in shown(app)
    examples = [button for button in app.button if button.key.startswith("example_")]
    assert examples
    examples[0].click().run()
    assert app.text_input[0].value
    assert "fn-answer" in shown(app)


def test_ask_shows_the_answer_marked_in_its_sentence_in_its_paragraph(full):
    app = screen("ask", q="How many people does the port employ?")
    assert re.search(r"<p>1,250( people)?</p>", shown(app))
    sentence = (
        '<mark class="fn-sentence">The port employs </mark><mark class="fn-sentence fn-words">1,250( people)?</mark>'
    )
    assert re.search(sentence, shown(app))
    assert "It handled 3.2 million tonnes in 2019." in shown(app)
    assert "A third quay</bdi></a> · <bdi>The Tide</bdi> · <bdi>2 March 2020</bdi>" in shown(app)
    assert "Why: " in shown(app)
    assert "The port employs 1,250 people.\n— A third quay, The Tide, 2 March 2020" in app.code[0].value


def test_ask_refuses_in_words(full):
    app = screen("ask", q="Who is Zorbax Quimby?")
    assert "The name “Zorbax Quimby” does not occur in your articles." in shown(app)
    assert "Check its spelling" in shown(app)
    assert "fn-words" not in shown(app)


def test_ask_refused_leads_to_what_is_known_of_the_names_and_can_be_asked(full):
    app = screen("ask", q="When was Marta Quill born in Harwich?")
    assert "fn-refusal" in shown(app)
    assert "All that your articles say of:" in shown(app)
    assert {"Marta Quill", "Harwich"} <= set(re.findall(r"<a href='entity\?id=\w+'><bdi>([^<]+)</bdi>", shown(app)))
    offered = [button.label for button in app.button if button.key.startswith("example_")]
    assert offered
    assert "When was Marta Quill born in Harwich\\?" not in offered


def test_ask_keeps_the_questions_in_the_base_until_they_are_cleared(full):
    for question in ("How many people does the port employ?", "Who is Zorbax Quimby?", "Who is Zorbax Quimby?"):
        screen("ask", q=question)
    app = screen("ask")
    assert [expander.label for expander in app.expander] == ["Asked before: 2"]
    before = [button.label for button in app.button if button.key.startswith("asked_")]
    assert before[0] == "Who is Zorbax Quimby\\? — no answer"
    assert before[1].startswith("How many people does the port employ\\? — 1\\,250")
    app.button(key="asked_1").click().run()
    assert "fn-answer" in shown(app)
    app.button(key="forget").click().run()
    assert not [expander for expander in app.expander if expander.label.startswith("Asked")]


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
        documents = [Document(f"d{number}", "Text.", f"/press/{number}.txt", "0") for number in range(30)]
        ingest(store, documents, extract=nothing, rules="by hand")
    app = screen("articles")
    assert "30 articles, the newest first." in shown(app)
    assert shown(app).count("<li>") == 25
    app.pagination[0].set_value(2).run()
    assert shown(app).count("<li>") == 5
    app.text_input[0].input("press").run()
    assert shown(app).count("<li>") == 25


def test_articles_of_a_time_only(full):
    app = screen("articles", since="2020-03", until="2020")
    assert "A third quay" in shown(app)
    assert "Frost" not in shown(app)
    app = screen("articles", since="last year")
    assert "“last year” is no date" in app.caption[0].value
    assert "Frost" in shown(app)


def test_articles_are_not_removed_before_it_is_confirmed(full):
    app = screen("articles")
    app.multiselect[0].set_value(["orchard"]).run()
    next(button for button in app.button if button.label == "Remove …").click().run()
    assert any("- Frost" in words.value for words in app.markdown)
    with closing(open_store(full)) as store:
        assert store.document("orchard")


def nothing(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    for document in documents:
        yield Extraction(document.id, (Sentence(0, 5, "Text.", 0),))


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


def test_article_offers_its_marked_sentence_to_cite(full):
    start, end, words = place("The port employs 1,250 people.")
    app = screen("article", id="harbour", start=str(start), end=str(end))
    assert app.code[0].value == f"{words}\n— A third quay, The Tide, 2 March 2020, quay.txt"
    assert app.code[1].value.endswith(f"/article?id=harbour&start={start}&end={end}")
    assert "citations?given=harbour.2" in shown(app)


@pytest.mark.parametrize(
    ("start", "end"), [("5", "5"), ("9", "2"), ("-1", "4"), ("0", "99999"), ("<b>", "x"), ("", "7"), ("²", "7")]
)
def test_article_ignores_a_place_that_is_not_there(full, start, end):
    assert "fn-target" not in shown(screen("article", id="harbour", start=start, end=end))


def test_a_long_article_opens_at_the_part_that_holds_the_sentence(base):
    lines = [f"Line {number} of a very long article. " + "It goes on. " * 30 for number in range(300)]
    document = Document("long", "\n\n".join(lines), "/press/long.txt", "0", "Long")
    with closing(open_store(base)) as store:
        ingest(store, [document], extract=by_line, rules="by hand")
    start = document.text.index("Line 250 ")
    app = screen("article", id="long", start=str(start), end=str(start + 8))
    assert "A long text: shown in 3 parts." in shown(app)
    assert '<mark class="fn-target">Line 250</mark>' in shown(app)
    assert "Line 5 of" not in shown(app)
    assert "Line 5 of" in shown(screen("article", id="long"))


def by_line(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    for document in documents:
        sentences, start = [], 0
        for number, line in enumerate(document.text.split("\n\n")):
            words = line.strip()
            sentences.append(Sentence(start, start + len(words), words, number))
            start += len(line) + 2
        yield Extraction(document.id, tuple(sentences))


def test_article_that_is_not_there(full):
    app = screen("article", id="gone")
    assert app.title[0].value == "No such article"
    assert "It may have been removed" in shown(app)


def test_article_is_not_removed_before_it_is_confirmed(full):
    app = screen("article", id="orchard")
    app.button[0].click().run()
    assert "leave the base" in app.markdown[-1].value
    with closing(open_store(full)) as store:
        assert store.document("orchard")


def test_entities_lists_and_filters(full):
    app = screen("entities")
    assert "Harwich" in shown(app)
    assert "Marta Quill" in shown(app)
    app.text_input[0].input("quill").run()
    assert "Harwich" not in shown(app)
    app.text_input[0].input("zorbax").run()
    assert "No name matches." in shown(app)


def test_entity_shows_what_is_said_of_it(full):
    with closing(open_store(full)) as store:
        (entity,) = store.entities(like="Quill")
    app = screen("entity", id=entity.id)
    assert "<h1 dir='auto'>Marta Quill</h1>" in shown(app)
    assert [header.value for header in app.header] == [
        "In their words", "When", "Tied to", "Articles", "Sentences",
    ]  # fmt: skip
    assert '<mark class="fn-words">it would build a third quay</mark>.' in shown(app)
    assert "Reported speech: Marta Quill" in shown(app)


def test_entity_that_is_not_there(full):
    assert screen("entity", id="gone").title[0].value == "No such name"


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
    assert "empty.txt</bdi> is empty" in shown(app)


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


@pytest.mark.parametrize("path", ["/no/such/folder", "~nobody-of-this-name/x", "x" * 3000, "a\0b", "<b>"])
def test_add_a_folder_that_is_not_there(base, path):
    app = screen("add")
    next(field for field in app.text_input if field.label == "Path of the folder").input(path)
    next(button for button in app.button if button.label == "Add this folder").click().run()
    assert not app.exception
    assert app.warning[0].value.startswith("There is no such folder")


def test_a_file_that_is_no_base_is_named(base):
    base.write_bytes(b"this is no database" * 100)
    app = screen("ask")
    assert "is no Footnote base" in app.error[0].value


def test_a_base_that_breaks_is_told_with_what_to_do(full):
    with closing(open_store(full)) as store:
        store.db.conn.execute("ALTER TABLE figures RENAME TO gone")
    app = screen("figures")
    assert app.error[0].value.startswith("The base could not be read or written: no such table")
    assert "Health checks the base" in app.error[0].value


def test_graph_of_an_empty_base(base):
    assert "There are no articles here yet." in shown(screen("graph"))


def test_graph_begins_with_the_whole_and_finds_names(full):
    app = screen("graph")
    assert "Pick a name to see what ties it to others" in shown(app)
    app.text_input[0].input("quill").run()
    assert "href='graph?id=" in shown(app)
    app.text_input[0].input("zorbax").run()
    assert "No name matches." in shown(app)


def test_graph_shows_a_name_and_the_sentences_of_a_tie(full):
    with closing(open_store(full)) as store:
        (quill,) = store.entities(like="Quill")
        (harwich,) = store.entities(like="Harwich")
    app = screen("graph", id=quill.id, tie=harwich.id)
    assert "<bdi>Marta Quill</bdi> and <bdi>Harwich</bdi>" in shown(app)
    assert '<mark class="fn-words">Marta Quill</mark>, the mayor of <mark class="fn-words">Harwich</mark>' in shown(app)
    next(button for button in app.button if button.label == "All ties of Harwich").click().run()
    assert "Harwich</a></h2>" in shown(app)
    next(button for button in app.button if button.label == "Put in the middle").click().run()
    assert [button.label for button in app.button if str(button.key).startswith("step_")] == ["Marta Quill"]
