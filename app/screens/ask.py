"""Ask a question; see the answer, its sentence in its paragraph, and why it was cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from app.citing import keep_html
from app.profiles import names_html
from app.questions import example_questions, other_names, questions_about
from app.screens.base import base_path, filled_base
from app.screens.history import keep, put_question, show_history
from app.views import (
    answer_html,
    cited_html,
    conflict_html,
    copy_text,
    doubt_html,
    label,
    nearest_html,
    note_html,
    passage,
    question_link,
    refusal_html,
    same_words,
    sentence_html,
    why_html,
)  # fmt: skip
from kb import ask, follow_up
from kb.base.rows import Counts
from kb.questions import read_question
from kb.store import Store
from kb.types import Answer, Citation
from kb.words.unknown_names import unknown_name

KNOWN = 3  # names in a question without an answer that are shown with the way to all that is known of them


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Ask your articles") as store:
        counts = store.counts()
        question = question_box()
        if not question:
            show_base(counts)
            show_examples("Questions to begin with", examples(store, counts))
            show_history(store)
            return
        with st.spinner(f"Reading {counts.sentences:,} sentences"):
            answer = ask(store, question)
        if answer.abstained:
            show_refusal(store, answer, counts)
        else:
            show_answer(store, answer)
        show_history(store)
        keep(store, answer)


def question_box() -> str:
    """Show the box; the question in it is also in the page's address."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="asking"):
        question = st.text_input(
            "Question",
            key="q",
            bind="query-params",
            max_chars=500,
            placeholder="Who, what, when, where …",
        )
        st.button("Ask", type="primary", key="ask")
    return (question or "").strip()


def show_base(counts: Counts) -> None:
    """Say what the answers rest on."""
    articles = "1 article" if counts.documents == 1 else f"{counts.documents:,} articles"
    st.html(f"<p class='fn-lead'>Answers come from {articles}, {counts.sentences:,} sentences, and nothing else.</p>")


def examples(store: Store, counts: Counts) -> list[str]:
    """Return questions that the base answers; each is tried in a step of its own, so that nobody's question waits."""
    return example_questions(store, trying(counts))


def trying(counts: Counts) -> Callable[[Store, str], Answer]:
    """Return the way to ask a base with these `counts` a question once, however often it is shown."""
    return lambda store, question: tried(store, question, str(base_path()), counts)


@st.cache_data(show_spinner="Looking for questions that your articles answer", max_entries=200)
def tried(_store: Store, question: str, path: str, counts: Counts) -> Answer:
    """Ask a question once for a base at `path` with these `counts`."""
    return ask(_store, question)


def show_examples(heading: str, questions: list[str]) -> None:
    """Show questions as buttons that ask them."""
    if not questions:
        return
    st.header(heading, anchor=False)
    with st.container(horizontal=True):
        for number, question in enumerate(questions):
            st.button(label(question), key=f"example_{heading}_{number}", on_click=put_question, args=(question,))


def show_follow_up() -> None:
    """Show the box for a question that goes on from the answer: its "it" and "there" are what was asked about."""
    form = st.form("on", clear_on_submit=True, border=False)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        hint = "And in 2001? What about …?"
        st.text_input("Ask on from here", key="next", max_chars=500, placeholder=hint)
        st.form_submit_button("Ask on", on_click=put_follow_up)


def put_follow_up() -> None:
    """Put a follow-up question into the box, as it is understood."""
    asked = (st.session_state.get("next") or "").strip()
    before: Answer | None = st.session_state.get("answer")
    if asked:
        put_question(follow_up([before], asked) if before else asked)


def show_answer(store: Store, answer: Answer) -> None:
    """Show the answer, what it rests on, what contradicts it and what else was found."""
    st.html(answer_html(answer) + note_html(answer) + doubt_html(answer))
    if not answer.items:
        cited = answer.citations[0]
        st.html(in_paragraph(store, replace(cited, why="") if same_words(cited.why, answer.note) else cited))
    if answer.conflicts:
        st.header("Your articles also say", anchor=False)
        st.html("".join(conflict_html(conflict) for conflict in answer.conflicts))
    show_follow_up()
    show_behind(answer)
    if answer.citations[1:] and not answer.items:
        st.header("Other sentences", anchor=False)
        st.html("<p class='fn-lead'>These come near. What is marked in them may be about something else.</p>")
        st.html("".join(sentence_html(citation) for citation in answer.citations[1:]))


def show_behind(answer: Answer) -> None:
    """Show why this is the answer, and the answer as a text to paste."""
    with st.expander("Why this answer", icon=":material/help:"):
        st.html(why_html(answer))
    with st.expander("Copy with citation", icon=":material/content_copy:"):
        st.code(copy_text(answer), language=None, wrap_lines=True)
        st.write("This address leads back to the question, on this machine:")
        address = (st.context.url or "").split("?")[0]
        st.code(f"{address.rstrip('/')}/{question_link(answer.question)}", language=None, wrap_lines=True)
        st.html(keep_html(answer.question))


def in_paragraph(store: Store, citation: Citation) -> str:
    """Return a cited sentence, marked inside its paragraph."""
    document = store.document(citation.document)
    if document is None:  # removed by somebody else between the answer and now
        return sentence_html(citation)
    around = passage(document.text, store.sentences(document.id), start=citation.start, end=citation.end)
    return cited_html(citation, around)


def show_refusal(store: Store, answer: Answer, counts: Counts) -> None:
    """Say why there is no answer and what to do; the nearest sentences stand apart from it."""
    asked_about = read_question(answer.question)
    unknown = unknown_name(store, asked_about) if answer.reason == "unknown-name" else None
    known = store.entities_named(asked_about.names)[:KNOWN] if asked_about.names else []
    st.html(refusal_html(answer, unknown=unknown))
    if known:
        st.html(f"<p class='fn-lead'>All that your articles say of:</p>{names_html(known)}")
    if unknown and (names := other_names(store, unknown)):
        asked = [answer.question.replace(unknown, name) for name in names]
        show_examples("Names in your articles that are near", [text for text in asked if text != answer.question])
    if answer.citations:
        st.header("Nearest sentences", anchor=False)
        st.html("<p class='fn-lead'>These come closest. They do not answer the question.</p>")
        st.html(nearest_html(answer))
    about = questions_about(store, known, trying(counts), but=answer.question)
    show_examples("Questions that your articles answer", about or examples(store, counts))


page()
