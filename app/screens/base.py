"""The base that the app shows, opened anew for every run of a page: a connection belongs to its thread."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import streamlit as st

from app.views import is_day, label
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


@contextmanager
def filled_base(title: str) -> Iterator[Store]:
    """Show a page's title and open its base; where that holds no articles, say what to do first and end the page."""
    st.title(title, anchor=False)
    with opened_base() as store:
        if not store.counts().documents:
            show_empty_base()
            st.stop()
        yield store


def stamp() -> tuple[object, ...]:
    """Return what changes whenever the base does: for caches of what takes long to work out."""
    path = base_path()
    log = path.with_name(f"{path.name}-wal")  # written first, and made anew whenever the base is opened
    return str(path), path.stat().st_mtime_ns, log.stat().st_size if log.exists() else 0


def paged(total: int, size: int, *, of: object = None) -> int:
    """Show the way between pages where there are several; return how many records stand before this page.

    :param of: what is listed, as the filters give it: another list begins at its first page.
    """
    pages = -(-total // size)
    if pages <= 1:
        return 0
    key = f"page_{crc32(repr((of, pages)).encode('utf-8', 'surrogatepass'))}"
    return (st.pagination(pages, key=key, max_visible_pages=5) - 1) * size


def filter_text(words: str, key: str, placeholder: str = "") -> str | None:
    """Show a filter for text; return what is in it, None when that is nothing."""
    given = st.text_input(words, key=key, bind="query-params", max_chars=200, placeholder=placeholder)
    return (given or "").strip() or None


def filter_period(since: str, until: str) -> tuple[str | None, str | None]:
    """Show filters for the first and last day, named so; say so when one is no date, and leave it out."""
    given = []
    for words, key in ((since, "since"), (until, "until")):
        day = filter_text(words, key, "2004 or 2004-05-11")
        if day and not is_day(day):
            st.caption(f"“{label(day)}” is no date: write a year, 2004, a month, 2004-05, or a day, 2004-05-11.")
        given.append(day if day and is_day(day) else None)
    return given[0], given[1]


def no_match(what: str) -> None:
    """Say that the filters leave nothing, and what to do."""
    st.html(f"<p class='fn-lead' role='status'>No {what} matches. Use fewer or other words, or clear a filter.</p>")


def show_empty_base() -> None:
    """Say what to do first."""
    st.html(
        "<p class='fn-lead'>There are no articles here yet. Add some first: every answer is a sentence from an "
        "article that you brought, marked where it stands.</p>"
    )
    st.page_link("screens/add.py", label="Add articles")
