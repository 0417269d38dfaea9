"""Who and what the articles name: a list with filters."""

from __future__ import annotations

import streamlit as st

from app.found import LABEL_WORDS
from app.profiles import entities_html
from app.screens.base import filled_base, no_match

SHOWN = 50
KINDS = {words: label for label, words in LABEL_WORDS.items() if label != "DATE"}


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("People, places, organisations") as store:
        like = st.text_input("Name", key="name", type="search", live=True, bind="query-params", max_chars=200)
        like = (like or "").strip()
        kind = st.pills("Kind", list(KINDS), key="kind", bind="query-params")
        found = store.entities(label=KINDS.get(kind), like=like or None, limit=SHOWN + 1)
    if not found:
        no_match("name")
        return
    st.html(entities_html(found[:SHOWN]))
    if len(found) > SHOWN:
        st.caption(f"These {SHOWN} are in the most articles. Write part of a name to find others.")


page()
