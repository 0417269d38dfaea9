"""The articles in the base: a list with filters, page by page; several removed at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.reading import list_html, shown_title
from app.screens.base import filled_base, filter_period, filter_text, no_match, opened_base, paged
from app.views import choice, label
from kb.base.rows import DocumentRow

PAGE_SIZE = 25


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Articles") as store:
        with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
            like = filter_text("Filter", "filter", "Title, publication, file")
            with st.popover("More filters", icon=":material/tune:"):
                since, until = filter_period("Published since", "Until")
                copies = st.checkbox("Only near-duplicates of earlier articles", key="copies", bind="query-params")
        total = store.document_count(like=like, since=since, until=until, copies=copies)
        if not total:
            no_match("article")
            return
        listing = st.container()
        offset = paged(total, PAGE_SIZE, of=(like, since, until, copies))
        articles = store.documents(like=like, since=since, until=until, copies=copies, limit=PAGE_SIZE, offset=offset)
        with listing:
            st.html(f"<p class='fn-lead' role='status'>{total:,} article{'s' * (total != 1)}, the newest first.</p>")
            st.html(list_html(articles))
        show_removal(articles)


def show_removal(articles: Sequence[DocumentRow]) -> None:
    """Show the way to remove some of the articles on this page."""
    with st.expander("Remove some of these", icon=":material/delete:"):
        titles = {article.id: shown_title(article) for article in articles}
        picked = st.multiselect(
            "Articles to remove", list(titles), format_func=lambda id: choice(titles.get(id, "")), key="removing",
            placeholder="Choose from this page",
        )  # fmt: skip
        if st.button("Remove …", disabled=not picked):
            confirm_removal({id: titles[id] for id in picked})


@st.dialog("Remove these articles?")
def confirm_removal(titles: dict[str, str]) -> None:
    """Remove articles if the reader means it."""
    st.markdown("\n".join(f"- {label(title)}" for title in titles.values()))
    st.write("They and everything found in them leave the base. The files they came from stay where they are.")
    with st.container(horizontal=True):
        if st.button("Remove", type="primary"):
            with opened_base() as store:
                store.remove(list(titles))
            st.rerun()
        if st.button("Keep them"):
            st.rerun()


page()
