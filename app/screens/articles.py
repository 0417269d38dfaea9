"""The articles in the base: a list with a filter, page by page."""

from __future__ import annotations

import streamlit as st

from app.reading import list_html
from app.screens.base import opened_base, show_empty_base
from kb.store import Store

PAGE_SIZE = 25


def page() -> None:
    """Show the page from top to bottom."""
    st.title("Articles", anchor=False)
    with opened_base() as store:
        counts = store.counts()
        if not counts.documents:
            show_empty_base()
            return
        like = st.text_input(
            "Filter", key="filter", bind="query-params", max_chars=200, on_change=first_page,
            placeholder="Words in the title, the publication or the file's name",
        )  # fmt: skip
        show_list(store, (like or "").strip() or None)


def first_page() -> None:
    """Go back to the first page: another filter gives another list."""
    st.session_state["page"] = 1


def show_list(store: Store, like: str | None) -> None:
    """Show one page of the articles that the filter leaves."""
    number = st.session_state.setdefault("page", 1)
    articles = store.documents(like=like, limit=number * PAGE_SIZE + 1)[(number - 1) * PAGE_SIZE :]
    if not articles:
        st.html("<p class='fn-lead' role='status'>No article matches. Use fewer words, or clear the filter.</p>")
        return
    st.html(list_html(articles[:PAGE_SIZE]))
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(f"Previous {PAGE_SIZE}", disabled=number == 1, on_click=turn, args=(-1,))
        st.button(f"Next {PAGE_SIZE}", disabled=len(articles) <= PAGE_SIZE, on_click=turn, args=(1,))


def turn(pages: int) -> None:
    """Go so many pages on."""
    st.session_state["page"] += pages


page()
