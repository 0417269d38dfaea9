"""The base that the app shows, opened anew for every run of a page: a connection belongs to its thread."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from app.views import label
from kb.store import Store, StoreError, open_store


def base_path() -> Path:
    """Return the path of the base: `$KB_DB`, else "footnote.db" in the current folder."""
    return Path(os.environ.get("KB_DB") or "footnote.db").absolute()


@contextmanager
def opened_base() -> Iterator[Store]:
    """Open the base, close it afterwards; where it cannot be opened, say why and end the page."""
    try:
        store = open_store(base_path())
    except StoreError as error:
        st.error(label(str(error), limit=400))
        st.stop()
    try:
        yield store
    finally:
        store.close()


def show_empty_base() -> None:
    """Say what to do first."""
    st.html(
        "<p class='fn-lead'>There are no articles here yet. Add some first: every answer is a sentence from an "
        "article that you brought, marked where it stands.</p>"
    )
    st.page_link("screens/add.py", label="Add articles")
