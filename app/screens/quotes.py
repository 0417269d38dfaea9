"""Who said what about whom, and when; with filters, and as a file."""

from __future__ import annotations

import streamlit as st

from app.said import quotes_csv, said_html
from app.screens.base import filled_base, filter_period, filter_text, no_match, opened_base, paged
from kb.base.paging import QuoteFilter
from kb.store import Store

PAGE_SIZE = 20
EXPORTED = 10_000  # quotes in one file
KINDS = {"Word for word": "direct", "In other words": "indirect"}


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Quotes") as store:
        wanted = filters()
        total = store.quote_count(wanted)
        if not total:
            no_match("quote")
            return
        show_quotes(store, wanted, total)


def filters() -> QuoteFilter:
    """Show the filters; return what they leave."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        speaker = filter_text("Who says it", "who", "A name")
        topic = filter_text("About", "about", "A name or a word in it")
        with st.popover("More filters", icon=":material/tune:"):
            kind = st.pills("Wording", list(KINDS), key="kind", bind="query-params")
            since, until = filter_period("Published since", "Until")
            source = filter_text("Article or publication", "source", "Words in its title or name")
    return QuoteFilter(speaker, topic, KINDS.get(kind or ""), since, until, source)


def show_quotes(store: Store, wanted: QuoteFilter, total: int) -> None:
    """Show one page of the quotes, those of the latest articles first, and the way to take them along."""
    listing = st.container()
    offset = paged(total, PAGE_SIZE, of=wanted)
    quotes = store.quote_page(wanted, limit=PAGE_SIZE, offset=offset)
    with listing:
        st.html(f"<p class='fn-lead' role='status'>{total:,} quote{'s' * (total != 1)}, the latest articles first.</p>")
        origins = store.origins({quote.sentence.document for quote in quotes})
        st.html(said_html(quotes, store.named_in_quotes(quotes), origins))
    first = f" (the first {EXPORTED:,})" * (total > EXPORTED)
    st.download_button(
        f"Save these quotes as CSV{first}", lambda: exported(wanted), "quotes.csv", "text/csv", key="export",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def exported(wanted: QuoteFilter) -> bytes:
    """Return the quotes that the filters leave as a file."""
    with opened_base() as store:
        quotes = store.quote_page(wanted, limit=EXPORTED)
        origins = store.origins({quote.sentence.document for quote in quotes})
        return quotes_csv(quotes, store.named_in_quotes(quotes), origins)


page()
