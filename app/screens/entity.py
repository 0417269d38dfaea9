"""What the articles say of one entity: claims, quotes, figures, dates, ties, articles, every sentence with it."""

from __future__ import annotations

import streamlit as st

from app.profiles import claims_html, entity_head_html, figures_html, mentions_html, quotes_html
from app.reading import list_html
from app.screens.base import opened_base
from app.ties import graph_link_html, tied_html, timeline_html
from kb.base.rows import EntityRow
from kb.network.timeline import timeline
from kb.store import Store

FIRST = 8  # of each kind, before more are asked for
TIED = 12  # names


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
        show_known(store, entity)


def show_known(store: Store, entity: EntityRow) -> None:
    """Show what is known, kind by kind, as far as there is any."""
    limit = st.session_state.setdefault("limit", FIRST)
    claims = store.claims(entity=entity.id, limit=limit)
    quotes = store.quotes(entity=entity.id, limit=limit)
    figures = [figure for figure in store.figures(entity=entity.id, limit=limit) if figure.kind != "year"]
    dated = timeline(store, entity.id, limit=limit)
    articles = store.documents(entity=entity.id, limit=limit)
    mentions = store.mentions(entity=entity.id, limit=limit)
    for heading, markup in (
        ("What is said of it" if entity.label != "PERSON" else "What is said of them", claims_html(claims)),
        ("What it said" if entity.label != "PERSON" else "In their words", quotes_html(quotes)),
        ("Figures in the same sentence", figures_html(figures)),
        ("When", timeline_html(dated)),
        ("Tied to", tied_to(store, entity)),
        ("Articles", list_html(articles) if articles else ""),
        ("Sentences", mentions_html(mentions)),
    ):
        if markup:
            st.header(heading, anchor=False)
            st.html(markup)
    if limit in map(len, (claims, quotes, figures, dated, articles, mentions)):
        st.button("Show more", on_click=show_more)


def tied_to(store: Store, entity: EntityRow) -> str:
    """Return the names tied to the entity, and the way to the picture of all."""
    near = store.neighbourhood(entity.id, limit=TIED)
    if len(near.entities) < 2:
        return ""
    return tied_html(entity, near) + graph_link_html(entity.id)


def show_more() -> None:
    """Show twice as many of each kind."""
    st.session_state["limit"] *= 2


page()
