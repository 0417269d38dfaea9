"""What the articles say of one entity: its figures, what it said, every sentence that names it."""

from __future__ import annotations

import streamlit as st

from app.profiles import entity_head_html, figures_html, mentions_html, quotes_html
from app.screens.base import opened_base
from kb.rows import EntityRow
from kb.store import Store

FIRST = 20  # of each kind, before more are asked for


def page() -> None:
    """Show the page from top to bottom."""
    with opened_base() as store:
        entity = store.entity(st.query_params.get("id", ""))
        if entity is None:
            st.title("No such name", anchor=False)
            st.html("<p class='fn-lead'>The articles that named it may have been removed.</p>")
            st.page_link("screens/entities.py", label="All names")
            return
        st.html(entity_head_html(entity))
        show_statements(store, entity)


def show_statements(store: Store, entity: EntityRow) -> None:
    """Show quotes, figures and sentences, as far as there are any."""
    limit = st.session_state.setdefault("limit", FIRST)
    quotes = store.quotes(entity=entity.id, limit=limit)
    figures = [figure for figure in store.figures(entity=entity.id, limit=limit) if figure.kind != "year"]
    mentions = store.mentions(entity=entity.id, limit=limit)
    for heading, markup in (
        ("What it said" if entity.label != "PERSON" else "In their words", quotes_html(quotes)),
        ("Figures in the same sentence", figures_html(figures)),
        ("Sentences", mentions_html(mentions)),
    ):
        if markup:
            st.header(heading, anchor=False)
            st.html(markup)
    if limit in (len(quotes), len(figures), len(mentions)):
        st.button("Show more", on_click=show_more)


def show_more() -> None:
    """Show twice as many of each kind."""
    st.session_state["limit"] *= 2


page()
