"""The help: a list of its pages, and one of them at a time; which one stands in the page's address."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.help import PAGES, contents_html, next_html, page_html

STYLE = Path(__file__).parents[1] / "help" / "help.css"


def page() -> None:
    """Show the page from top to bottom."""
    name = st.query_params.get("page", PAGES[0])
    st.html(STYLE)
    with st.container(key="help"):
        if name in PAGES:
            st.html(contents_html(name))
            st.html(f"<article class='fn-help'>{page_html(name)}{next_html(name)}</article>")
        else:
            st.html(contents_html(None))
            st.title("No such help page", anchor=False)
            st.html("<p class='fn-lead'>Its address is mistyped or old. Choose a page from the list.</p>")


page()
