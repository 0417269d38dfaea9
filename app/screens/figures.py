"""All figures: a table with filters, a chart over time, and the same thing compared across sources."""

from __future__ import annotations

import streamlit as st

from app.figure_tables import (
    chart_html,
    comparable,
    comparisons_html,
    figures_table_html,
    points,
    verdict_counts,
)
from app.found import KIND_WORDS
from app.screens.base import filled_base, filter_period, filter_text, no_match, paged
from app.views import choice
from extract.types import FIGURE_KINDS
from kb.base.paging import FigureFilter
from kb.base.passages import Origin
from kb.base.rows import FigureRow
from kb.compare import compare_among
from kb.store import Store

PAGE_SIZE = 25
CHARTED = 300  # figures
COMPARED = 60  # figures; the number of pairs grows with its square
PAIRS = 30  # shown
VIEWS = ("Table", "Over time", "Across sources")
KINDS = {KIND_WORDS.get(kind, kind.capitalize()): kind for kind in FIGURE_KINDS if kind != "year"}


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Figures") as store:
        wanted = filters(store)
        view = st.segmented_control(
            "Shown as", VIEWS, default=VIEWS[0], required=True, key="view", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
        total = store.figure_count(wanted)
        if not total:
            no_match("figure")
        elif view == VIEWS[0]:
            show_table(store, wanted, total)
        elif not (wanted.what or wanted.subject):
            told(
                "Write above what is measured, “workers”, or whose figure it is, to see figures of one thing together."
            )
        elif view == VIEWS[1]:
            show_chart(store, wanted)
        else:
            show_comparison(store, wanted)


def filters(store: Store) -> FigureFilter:
    """Show the filters; return what they leave."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        what = filter_text("Of what", "what", "workers, exports, flood …")
        subject = filter_text("Whose", "whose", "A name")
        with st.popover("More filters", icon=":material/tune:"):
            kind = KINDS.get(chosen("Kind", list(KINDS), "kind"))
            unit = chosen("Unit", store.figure_units(kind=kind), "unit") or None
            since, until = filter_period("For the time since", "Until")
            source = filter_text("Article or publication", "source", "Words in its title or name")
    return FigureFilter(what, subject, kind, unit, since, until, source)


def chosen(words: str, options: list[str], key: str) -> str:
    """Show a filter with a choice; return what was chosen, "" for nothing."""
    picked = st.selectbox(
        words, options, index=None, key=key, bind="query-params", placeholder="All",
        format_func=lambda option: choice(option, limit=60),
    )  # fmt: skip
    return picked or ""


def show_table(store: Store, wanted: FigureFilter, total: int) -> None:
    """Show one page of the figures, the latest first."""
    table = st.container()
    offset = paged(total, PAGE_SIZE, of=wanted)
    figures = store.figure_page(wanted, limit=PAGE_SIZE, offset=offset)
    with table:
        told(f"{total:,} figure{'s' * (total != 1)}, the latest first. A figure leads to its sentence.")
        st.html(figures_table_html(figures, origins(store, figures)))


def show_chart(store: Store, wanted: FigureFilter) -> None:
    """Show the figures of one unit over time, and the same ones as a table."""
    found = store.figure_page(wanted, limit=CHARTED)
    known = origins(store, found)
    charted = comparable(found)
    chart = chart_html(points(charted, known), known)
    if not chart:
        told("A chart takes at least two figures of one unit with a date. Clear a filter, or look at the table.")
        return
    apart = f" {len(found) - len(charted):,} in other units are left out: choose a unit to see them." * (
        len(charted) < len(found)
    )
    told(f"{len(charted):,} figures, each where its time and its value put it. A point leads to its sentence.{apart}")
    st.html(chart)
    with st.expander("The same figures as a table"):
        st.html(figures_table_html(charted[:PAGE_SIZE], known))


def show_comparison(store: Store, wanted: FigureFilter) -> None:
    """Show figures of the same thing in different articles side by side, with how they stand to each other."""
    figures = store.figure_page(wanted, limit=COMPARED)
    found = list(compare_among(store, figures))
    if not found:
        told(
            f"Among the latest {len(figures):,} figures that match, no two articles surely speak of the same thing. "
            "Name it more closely, or look at the table."
        )
        return
    told(
        f"Of the latest {len(figures):,} figures that match, {verdict_counts(found)}. Which of two is right, only you "
        "can tell."
    )
    st.html(comparisons_html(found, origins(store, figures), limit=PAIRS))


def origins(store: Store, figures: list[FigureRow]) -> dict[str, Origin]:
    """Return where the articles of figures come from, by id."""
    return store.origins({figure.sentence.document for figure in figures})


def told(words: str) -> None:
    """Say something about what is shown; no text of a document."""
    st.html(f"<p class='fn-lead' role='status'>{words}</p>")


page()
