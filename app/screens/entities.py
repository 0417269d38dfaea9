"""Who and what the articles name: a list with filters."""

from __future__ import annotations

import streamlit as st

from app.found import LABEL_WORDS
from app.profiles import entities_html
from app.screens.base import opened_base, show_empty_base

SHOWN = 50
KINDS = {words: label for label, words in LABEL_WORDS.items() if label != "DATE"}


def page() -> None:
    """Show the page from top to bottom."""
    st.title("People, places, organisations", anchor=False)
    with opened_base() as store:
        if not store.counts().documents:
            show_empty_base()
            return
        like = st.text_input("Name", key="name", type="search", live=True, bind="query-params", max_chars=200)
        like = (like or "").strip()
        kind = st.pills("Kind", list(KINDS), key="kind", bind="query-params")
        found = store.entities(label=KINDS.get(kind), like=like or None, limit=SHOWN + 1)
    if not found:
        st.html("<p class='fn-lead' role='status'>No name matches. Use fewer letters, or another kind.</p>")
        return
    st.html(entities_html(found[:SHOWN]))
    if len(found) > SHOWN:
        st.caption(f"These {SHOWN} are in the most articles. Write part of a name to find others.")


page()
