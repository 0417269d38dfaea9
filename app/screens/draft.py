"""Check a draft: paste it or load it; see which of its sentences the articles support."""

from __future__ import annotations

from pathlib import PurePath

import streamlit as st

from app.drafts import draft_html, statement_html, summary_html
from app.incoming import extract_here, file_name, read_pasted, read_upload
from app.screens.base import filled_base
from app.views import label
from extract.failures import Failure
from extract.types import Document
from kb.verifying import DraftUnreadable, Statement, verify

MOST_CHARACTERS = 60_000  # of a pasted draft: ten thousand words
WORK_FIRST = ("contradicted", "misquoted", "not-found")


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Check a draft") as store:
        st.html(
            "<p class='fn-lead'>Every sentence with a figure, a quote or a claim is set against your articles. "
            "The draft is not added to them, and nothing leaves this machine.</p>"
        )
        draft = given_draft()
        if draft is None:
            return
        with st.spinner("Reading the draft"):
            try:
                statements = list(verify(store, draft, extract=extract_here))
            except DraftUnreadable as error:
                st.warning(label(str(error), limit=300))
                return
    show(draft, statements)


def given_draft() -> Document | None:
    """Show the form; give the draft when there is one, and say what is missing when there is none."""
    with st.form("draft", border=False):
        text = st.text_area("Text of the draft", height=260, max_chars=MOST_CHARACTERS)
        upload = st.file_uploader("Or load a file")
        asked = st.form_submit_button("Check this draft", type="primary")
    if not asked:
        return None
    if upload is not None:
        items = list(read_upload(file_name(upload.name), upload.getvalue()))
    elif text.strip():
        items = list(read_pasted(text, {}))
    else:
        st.warning("Paste the text of a draft, or choose its file, first.")
        return None
    return one_of(items)


def one_of(items: list[Document | Failure]) -> Document | None:
    """Give the one draft among what was read; say why where there is none."""
    failure = next((item for item in items if isinstance(item, Failure)), None)
    if failure is not None or len(items) != 1 or not isinstance(items[0], Document):
        many = f"This holds {len(items)} texts: give one draft."
        st.warning(label(f"{PurePath(failure.source).name} {failure.reason}." if failure else many, limit=300))
        return None
    return items[0]


def show(draft: Document, statements: list[Statement]) -> None:
    """Show how it stands, the marked draft, then the sentences that ask for work before those that do not."""
    st.html(summary_html(statements))
    if not statements:
        return
    st.html(draft_html(draft.text, statements))
    for heading, chosen in (
        ("To look at", [s for s in statements if s.verdict in WORK_FIRST]),
        ("Supported", [s for s in statements if s.verdict not in WORK_FIRST]),
    ):
        if chosen:
            st.header(heading, anchor=False)
            st.html("".join(map(statement_html, chosen)))


page()
