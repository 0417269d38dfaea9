"""The questions asked of the base before, on the Ask page: kept in the base, asked again with a click."""

from __future__ import annotations

import streamlit as st

from app.screens.base import opened_base, paged
from app.views import label
from kb.base.history import KEPT, asked_before, asked_count, forget, remember
from kb.store import Store
from kb.types import Answer

LISTED = 20  # questions on a page
TOLD = "told"  # in the session: the question that was last kept, so that drawing the page again writes nothing


def put_question(question: str) -> None:
    """Put a question into the box."""
    st.session_state["q"] = question


def keep(store: Store, answer: Answer) -> None:
    """Keep an answer for follow-up questions, and its question for all who use the base."""
    if not answer.abstained:
        st.session_state["answer"] = answer
    if st.session_state.get(TOLD) != answer.question:
        remember(store, answer.question, answer.text)
        st.session_state[TOLD] = answer.question


def show_history(store: Store) -> None:
    """Show the questions asked before, the latest first, each with its answer, to be asked again."""
    now = (st.session_state.get("q") or "").strip()
    total = asked_count(store, but=now)
    if not total:
        return
    with st.expander(f"Asked before: {total:,}", icon=":material/history:"):
        listing = st.container(key="asked", gap="xsmall")
        offset = paged(total, LISTED, of="asked")
        with listing:
            for number, asked in enumerate(asked_before(store, but=now, limit=LISTED, offset=offset)):
                words = f"{label(asked.question)} — {label(asked.answer or 'no answer', limit=60)}"
                st.button(words, key=f"asked_{number}", on_click=put_question, args=(asked.question,), type="tertiary")
        with st.popover("Clear this list"):
            st.write(f"The last {KEPT} questions are kept in the base, for all who use it. Forget them all?")
            st.button("Forget them", key="forget", on_click=forget_all)


def forget_all() -> None:
    """Forget all questions."""
    with opened_base() as store:
        forget(store)
