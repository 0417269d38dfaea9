"""Who and what is tied to a name: a picture to walk in, and the sentences behind every tie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from app.found import LABEL_WORDS
from app.profiles import entities_html
from app.screens.base import filled_base, filter_period, no_match
from app.ties import (
    KIND_WORDS,
    chosen_head_html,
    graph_link,
    pair_id,
    picture,
    tie_head_html,
    tie_label,
    tie_sentences_html,
)
from app.views import choice, label
from kb.base.rows import Counts, EntityRow
from kb.graph import Overview, overview
from kb.network.neighbourhood import Neighbourhood, TieFilter, TieRow
from kb.store import Store

HERE = Path(__file__).parents[1]
PARTS = {part: (HERE / f"graph.{part}").read_text("utf-8") for part in ("html", "css", "js")}
DRAW = st.components.v2.component("footnote_graph", **PARTS)

AROUND = 30  # names around the one in the middle
MORE = 20  # names that each unfolded one adds
MOST = 1000  # names drawn at once
SENTENCES = 10
LISTED = 30  # ties of a name that are listed beside the picture
FOUND = 12  # names that a search lists
KINDS = {words: label for label, words in LABEL_WORDS.items() if label != "DATE"}
TIE_KINDS = {words: kind for kind, words in KIND_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was last clicked: a name, or a tie from one name to another."""

    name: str
    other: str | None = None


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Ties") as store:
        centre = store.entity(st.query_params.get("id", ""))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            like = st.text_input("Find a name", key="find", type="search", live=True, max_chars=200)
            shown = filter_controls(store, centre) if centre else None
        if like and like.strip():
            show_found(store, like.strip())
        elif centre is None or shown is None:
            show_overview(store, store.counts())
        else:
            walk(centre)
            with st.container(key="graph"):
                show_graph(store, centre, *shown)


def show_found(store: Store, like: str) -> None:
    """Show the names that some letters fit."""
    found = store.entities(like=like, limit=FOUND)
    if found:
        st.html(entities_html(found, link=graph_link))
    else:
        no_match("name")


def show_overview(store: Store, counts: Counts) -> None:
    """Show who stands in the middle, who joins others, and which names belong together."""
    found = surveyed(store, counts)
    st.html("<p class='fn-lead'>Pick a name to see what ties it to others, and the sentences that say so.</p>")
    st.caption(label(found.words, limit=300))
    groups = [(group.entities[0], group.words) for group in found.communities]
    for heading, rows in (
        ("In the middle", [(each.entity, each.words) for each in found.central]),
        ("Joining others", [(each.entity, each.words) for each in found.brokers]),
        ("Groups", groups),
    ):
        if rows:
            st.header(heading, anchor=False)
            st.html(entities_html([entity for entity, _ in rows], link=graph_link, told=[words for _, words in rows]))


@st.cache_data(show_spinner="Measuring the whole graph", max_entries=20)
def surveyed(_store: Store, counts: Counts) -> Overview:
    """Measure the graph once for a base with these `counts`."""
    return overview(_store)


def walk(centre: EntityRow) -> None:
    """Keep the trail of names that were in the middle, and show it as steps to go back to."""
    trail: list[tuple[str, str]] = st.session_state.setdefault("trail", [])
    if not trail or trail[-1][0] != centre.id:
        trail.append((centre.id, centre.name))
        st.session_state["unfolded"] = []
        other = st.query_params.get("tie")
        st.session_state["chosen"] = Chosen(centre.id, other)
    if len(trail) > 1:
        with st.container(horizontal=True, key="trail"):
            for number, (id, name) in enumerate(trail[-6:-1], max(0, len(trail) - 6)):
                st.button(
                    label(name, limit=30), key=f"step_{number}", on_click=back, args=(number, id), type="tertiary"
                )


def back(number: int, id: str) -> None:
    """Go back to a step of the trail."""
    del st.session_state["trail"][number:]
    st.query_params["id"] = id
    st.query_params.pop("tie", None)


def focus(id: str) -> None:
    """Put a name in the middle."""
    st.query_params["id"] = id
    st.query_params.pop("tie", None)


def unfold(id: str) -> None:
    """Show a name's own ties too."""
    st.session_state["unfolded"].append(id)


def show_graph(store: Store, centre: EntityRow, filters: TieFilter, around: int) -> None:
    """Show the picture, and beside it what was chosen in it."""
    found = gathered(store, centre.id, filters, around)
    chosen = chosen_in(found, centre)
    tie = pair_id(chosen.name, chosen.other) if chosen.other else None
    drawing, telling = st.columns([3, 2], gap="medium")
    with drawing:
        drawn = picture(found, centre=centre.id, name=None if tie else chosen.name, tie=tie)
        DRAW(data=drawn, key="picture", on_chosen_change=choose)
        if found.left_out > 0:
            st.caption(
                f"{found.left_out:,} more names are tied to {label(centre.name, limit=40)}: raise the number shown."
            )
    with telling:
        show_chosen(store, found, chosen, centre, filters)


def choose() -> None:
    """Remember what was clicked in the picture."""
    clicked = st.session_state["picture"].get("chosen") or {}
    one, _, other = str(clicked.get("tie") or clicked.get("name") or "").partition("|")
    if one:
        st.session_state["chosen"] = Chosen(one, other or None)


def chosen_in(found: Neighbourhood, centre: EntityRow) -> Chosen:
    """Return what was chosen, if it is still shown; else the name in the middle."""
    chosen: Chosen = st.session_state.get("chosen") or Chosen(centre.id)
    shown = {entity.id for entity in found.entities}
    return chosen if {chosen.name, chosen.other or chosen.name} <= shown else Chosen(centre.id)


def filter_controls(store: Store, centre: EntityRow) -> tuple[TieFilter, int]:
    """Show the filters; return them, and how many names to show around the middle."""
    with st.popover("Filters", icon=":material/tune:"):
        ties = st.pills("Ties", list(TIE_KINDS), selection_mode="multi", key="ties", bind="query-params")
        kinds = st.pills("Names", list(KINDS), selection_mode="multi", key="kinds", bind="query-params")
        articles = {article.id: article.title or "Untitled" for article in store.documents(entity=centre.id, limit=200)}
        left, right = st.columns(2)
        with left:
            document = st.selectbox(
                "Only in this article", list(articles), index=None, key="article",
                format_func=lambda id: choice(articles[id]), placeholder="All articles",
            )  # fmt: skip
            least = st.number_input("In at least so many independent articles", 1, 1000, key="least")
        with right:
            since, until = filter_period("Published since", "Published until")
        around = st.slider("Names around the middle", 10, MOST, AROUND, step=10, key="around")
    return TieFilter(
        tuple(TIE_KINDS[words] for words in ties) or None,
        tuple(KINDS[words] for words in kinds) or None,
        document,
        since,
        until,
        int(least),
    ), around


def gathered(store: Store, centre: str, filters: TieFilter, around: int) -> Neighbourhood:
    """Return the names around the middle and around all unfolded ones, with all ties among them."""
    near = store.neighbourhood(centre, filters=filters, limit=around)
    entities = {entity.id: entity for entity in near.entities}
    for id in st.session_state["unfolded"]:
        more = store.neighbourhood(id, filters=filters, limit=MORE).entities if id in entities else ()
        entities |= {entity.id: entity for entity in more[: MOST - len(entities)] if entity.id not in entities}
    if len(entities) == len(near.entities):
        return near
    return Neighbourhood(tuple(entities.values()), tuple(store.ties_among(list(entities), filters)), near.left_out)


def show_chosen(store: Store, found: Neighbourhood, chosen: Chosen, centre: EntityRow, filters: TieFilter) -> None:
    """Show what was chosen: the sentences of a tie, or a name with its ties."""
    entities = {entity.id: entity for entity in found.entities}
    if chosen.other:
        one, other = sorted((entities[chosen.name], entities[chosen.other]), key=lambda each: each.id != centre.id)
        show_tie(store, one, other, filters)
        return
    entity = entities[chosen.name]
    st.html(chosen_head_html(entity))
    if entity.id != centre.id:
        with st.container(horizontal=True):
            st.button("Put in the middle", key="focus", on_click=focus, args=(entity.id,))
            if entity.id not in st.session_state["unfolded"]:
                st.button("Show its ties", key="unfold", on_click=unfold, args=(entity.id,))
    show_ties_of(entity, found)


def show_ties_of(entity: EntityRow, found: Neighbourhood) -> None:
    """Show the ties of a name as buttons that show their sentences, the strongest first."""
    entities = {each.id: each for each in found.entities}
    between: dict[str, list[TieRow]] = {}
    for tie in found.ties:
        if entity.id in (tie.source, tie.target):
            between.setdefault(tie.target if tie.source == entity.id else tie.source, []).append(tie)
    with st.container(key="ties_of", gap=None):
        for id, ties in list(between.items())[:LISTED]:
            words = label(tie_label(entity, entities[id], ties), limit=160)
            st.button(words, key=f"tie_{id}", on_click=choose_tie, args=(entity.id, id), type="tertiary")
    if len(between) > LISTED:
        st.caption(f"{len(between) - LISTED} more are in the picture.")


def show_tie(store: Store, one: EntityRow, other: EntityRow, filters: TieFilter) -> None:
    """Show the sentences that tie two names, and the ways to each of them."""
    st.html(tie_head_html(one, other))
    with st.container(horizontal=True):
        for number, entity in enumerate((one, other)):
            words = f"All ties of {label(entity.name, limit=30)}"
            st.button(words, key=f"end_{number}", on_click=choose_name, args=(entity.id,))
    sentences = store.tie_sentences(one.id, other.id, filters=filters, limit=SENTENCES)
    st.html(tie_sentences_html(sentences, {one.id: one.name, other.id: other.name}))


def choose_name(id: str) -> None:
    """Choose a name."""
    st.session_state["chosen"] = Chosen(id)


def choose_tie(one: str, other: str) -> None:
    """Choose a tie."""
    st.session_state["chosen"] = Chosen(one, other)


page()
