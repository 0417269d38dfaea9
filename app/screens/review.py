"""Decide who is who: names that may be one, names to correct, and all decisions with a way back."""

from __future__ import annotations

import getpass
from collections.abc import Callable

import streamlit as st

from app.found import LABEL_WORDS
from app.marks import shorten
from app.reviewing import decision_html, decision_words, mention_html, proposal_html
from app.screens.base import filled_base, filter_text, no_match, opened_base, paged, stamp
from app.views import choice, label
from kb.base.rows import EntityRow
from kb.merging import deciding
from kb.merging.decisions import Decision
from kb.merging.review import Proposal, proposals
from kb.store import Store

VIEWS = ("To decide", "Correct a name", "Decisions")
PROPOSED = 25  # worked out at once: a sitting; what waits behind them follows once these are decided
SHOWN = 5  # at once
FOUND = 20  # names that a search offers
MENTIONS = 10  # on a page
LEDGER = 25  # on a page
KINDS = {LABEL_WORDS[kind]: kind for kind in deciding.LABELS}


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Review names") as store:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            view = st.segmented_control(
                "Shown", VIEWS, default=VIEWS[0], required=True, key="view", bind="query-params",
                label_visibility="collapsed",
            )  # fmt: skip
            st.text_input("Your name, kept with what you decide", login(), key="decider", max_chars=60, width=320)
        show_last(store)
        {VIEWS[0]: show_queue, VIEWS[1]: show_correction, VIEWS[2]: show_ledger}[view](store)


@st.cache_data
def login() -> str:
    """Return the login name of whoever runs the app."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name, and no entry for the user
        return ""


def show_last(store: Store) -> None:
    """Say what was just decided, with the way back, or why it could not be."""
    if problem := st.session_state.pop("problem", None):
        st.error(label(problem, limit=400))
    id = st.session_state.get("decided")
    decision = next((each for each in deciding.decisions(store) if each.id == id), None)
    if decision and decision.undone_by is None:
        with st.container(horizontal=True, vertical_alignment="center", key="last"):
            st.success(label(decision_words(decision), limit=300))
            st.button("Take it back", key="undo_last", on_click=take_back, args=(decision.id,))


def show_queue(store: Store) -> None:
    """Show what there is to decide, the likeliest first."""
    st.html(
        "<p class='fn-lead'>Names that may mean one thing. What you decide holds for articles added later, and can be "
        "taken back.</p>"
    )
    skipped: set[tuple[str, str]] = st.session_state.setdefault("skipped", set())
    waiting = [each for each in queue(store, stamp()) if pair_of(each) not in skipped]
    if not waiting:
        st.html(
            "<p class='fn-lead' role='status'>There is nothing to decide: no two names are near enough to ask. "
            "Add more articles, or correct a single name under Correct a name.</p>"
        )
    for number, proposal in enumerate(waiting[:SHOWN]):
        st.html(proposal_html(proposal))
        show_choices(number, proposal)
    if len(waiting) > SHOWN:
        more = " and perhaps more" * (len(waiting) == PROPOSED)
        st.caption(f"{len(waiting) - SHOWN}{more} wait behind these: decide or skip these to see them.")


@st.cache_data(show_spinner="Comparing names", max_entries=5)
def queue(_store: Store, of: tuple[object, ...]) -> list[Proposal]:
    """Work out once for the base as it stands what there is to decide."""
    return proposals(_store, limit=PROPOSED)


def pair_of(proposal: Proposal) -> tuple[str, str]:
    """Return what a proposal is about, for skipping it."""
    return proposal.one.entity.id + proposal.one.name, proposal.other.entity.id + proposal.other.name


def show_choices(number: int, proposal: Proposal) -> None:
    """Show the buttons of a proposal."""
    one, other = proposal.one, proposal.other
    names = f"{label(one.entity.name, limit=30)} and {label(other.entity.name, limit=30)}"
    with st.container(horizontal=True, key=f"choices_{number}"):
        if proposal.do == "merge":
            ids = (one.entity.id, other.entity.id)
            st.button("They are one", key=f"merge_{number}", on_click=decide, args=(deciding.merge, *ids), help=names)
            st.button(
                "Keep apart", key=f"apart_{number}", on_click=decide, args=(deciding.keep_apart, *ids), help=names
            )
        else:
            named = {"name": other.name}
            for words, how in (("Rightly one", deciding.confirm), ("Take apart", deciding.split)):
                st.button(
                    words, key=f"{how.__name__}_{number}", on_click=decide, args=(how, one.entity.id), kwargs=named,
                    help=names,
                )  # fmt: skip
        st.button("Ask later", key=f"skip_{number}", on_click=skip, args=(pair_of(proposal),), type="tertiary")


def skip(pair: tuple[str, str]) -> None:
    """Leave a proposal out until the page is opened anew."""
    st.session_state["skipped"].add(pair)


def decide(how: Callable[..., Decision], *about: object, **more: object) -> None:
    """Take a decision, and remember it; where it cannot be taken, remember why."""
    who = st.session_state.get("decider", "").strip() or "unknown"
    with opened_base() as store:
        try:
            st.session_state["decided"] = how(store, *about, who=who, why="", **more).id
        except deciding.DecisionError as error:
            st.session_state["problem"] = str(error)


def take_back(decision: int) -> None:
    """Take a decision back."""
    decide(deciding.undo, decision)


def show_correction(store: Store) -> None:
    """Find a name; give it another name or kind, or say where it is no name at all."""
    like = filter_text("Find the name", "find", "Part of a name")
    if not like:
        st.html("<p class='fn-lead'>Find a name that is wrong, misspelt, of the wrong kind, or no name at all.</p>")
        return
    found = {entity.id: entity for entity in store.entities(like=like, limit=FOUND)}
    if not found:
        no_match("name")
        return
    id = st.selectbox("Which of them", list(found), format_func=lambda id: told(found[id]), key="entity")
    if id in found:
        show_changes(found[id])
        show_mentions(store, found[id])


def told(entity: EntityRow) -> str:
    """Return an entity on one line."""
    return choice(f"{shorten(entity.name, limit=60)}, {LABEL_WORDS[entity.label]}, named {entity.mentions:,} times")


def show_changes(entity: EntityRow) -> None:
    """Show the ways to change a name and its kind."""
    with st.form("changes", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Call it", entity.name[:200], max_chars=200, key=f"name_{entity.id}")
        kinds = list(KINDS)
        at = kinds.index(LABEL_WORDS[entity.label])
        kind = st.selectbox("It is of the kind", kinds, index=at, key=f"kind_{entity.id}")
        if not st.form_submit_button("Change"):
            return
    if name.strip() and name.strip() != entity.name:
        decide(deciding.rename, entity.id, name)
    elif KINDS[kind] != entity.label:
        decide(deciding.retype, entity.id, KINDS[kind])
    else:
        st.info("Nothing to change: write another name, or choose another kind.")
        return
    st.rerun()


def show_mentions(store: Store, entity: EntityRow) -> None:
    """Show where a name stands, each place with a way to say that it is no name there."""
    listing = st.container()
    offset = paged(entity.mentions, MENTIONS, of=entity.id)
    mentions = store.mentions(entity=entity.id, limit=offset + MENTIONS)[offset:]
    with listing, st.container(key="wrong"):
        st.html("<p class='fn-lead'>Where it is meant. Take a mark off where the words name nothing of the kind.</p>")
        for number, mention in enumerate(mentions):
            st.html(mention_html(mention))
            st.button(
                "Take this mark off", key=f"wrong_{number}", on_click=decide, type="tertiary",
                args=(deciding.take_out, mention.sentence.document, mention.start),
            )  # fmt: skip


def show_ledger(store: Store) -> None:
    """Show all decisions, the latest first, each with the way back."""
    entries = deciding.decisions(store)[::-1]
    if not entries:
        st.html(
            "<p class='fn-lead'>Nothing was decided yet. Names to decide on stand under To decide; "
            "what is decided is kept here, with who and when.</p>"
        )
        return
    listing = st.container()
    offset = paged(len(entries), LEDGER)
    with listing:
        for decision in entries[offset : offset + LEDGER]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"entry_{decision.id}"):
                st.html(decision_html(decision))
                if decision.undone_by is None:
                    st.button("Take back", key=f"undo_{decision.id}", on_click=take_back, args=(decision.id,))


page()
