"""Read one article with what was found in it marked; jump to a sentence; remove the article."""

from __future__ import annotations

import streamlit as st

from app.citing import keep_html
from app.found import LAYERS, found_marks, layer_counts
from app.marks import Mark
from app.profiles import names_html
from app.reading import head_html, paragraphs, part_at, parts, shown_title, text_html
from app.screens.base import opened_base
from app.views import article_link, cited_text, label
from extract.types import Document
from kb.base.rows import Shown
from kb.store import Store

# Brings the cited sentence into view, and the keyboard to it. Holds nothing that comes from a text.
JUMP = "<script>document.querySelector('mark.fn-target')?.scrollIntoView({block: 'center'});</script>"
NAMES = 40


def page() -> None:
    """Show the page from top to bottom."""
    with opened_base() as store:
        shown = store.show(st.query_params.get("id", ""))
        if shown is None or shown.document is None:
            st.title("No such article", anchor=False)
            st.html("<p class='fn-lead'>It may have been removed, or replaced by a newer version of its file.</p>")
            st.page_link("screens/articles.py", label="All articles")
            return
        st.html(head_html(shown.document))
        show_text(store, shown.document, shown)
        show_names(store, shown.document)
        if st.button("Remove this article", icon=":material/delete:"):
            confirm_removal(shown.document)


def show_text(store: Store, document: Document, shown: Shown) -> None:
    """Show the text, or the part of a long one that is asked for, under the switches of its layers."""
    target = cited_span(len(document.text))
    grouped = parts(paragraphs(document.text, store.sentences(document.id)))
    marks = found_marks(shown, layer_switches(shown))
    if target:
        marks.append(Mark(*target, "target"))
    st.html(text_html(document.text, grouped[part_number(grouped, target)], marks))
    if target:
        st.html(JUMP, unsafe_allow_javascript=True)
        show_cited(store, document, target[0])


def show_cited(store: Store, document: Document, start: int) -> None:
    """Show the marked sentence as a text to paste, the address that leads to it, and the way to keep it."""
    sentence = next((each for each in store.sentences(document.id) if each.start <= start < each.end), None)
    if sentence is None:
        return
    with st.expander("Cite the marked sentence", icon=":material/format_quote:"):
        st.code(cited_text(sentence.text, document), language=None, wrap_lines=True)
        st.write("This address leads to the sentence, on this machine:")
        address = (st.context.url or "").split("?")[0].rsplit("/", 1)[0]
        place = article_link(document.id, start=sentence.start, end=sentence.end)
        st.code(f"{address}/{place}", language=None, wrap_lines=True)
        st.html(keep_html(sentence.id))


def show_names(store: Store, document: Document) -> None:
    """Show the names in the article, those that most articles share first."""
    names = store.entities(document=document.id, limit=NAMES)
    if names:
        st.header("Named in this article", anchor=False)
        st.html(names_html(names))


def cited_span(length: int) -> tuple[int, int] | None:
    """Return the span in the page's address, None when there is none or it is not in a text of this length."""
    start, end = (st.query_params.get(name, "") for name in ("start", "end"))
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
        return None
    return int(start), int(end)


def layer_switches(shown: Shown) -> set[str]:
    """Show a box for every layer that has findings; return the layers that are on."""
    counts = layer_counts(shown)
    with st.container(horizontal=True, key="layers"):
        return {
            layer.name
            for layer in LAYERS
            if counts[layer.name]
            and st.checkbox(f"{layer.title} {counts[layer.name]:,}", value=layer.shown, key=f"layer_{layer.name}")
        }


def part_number(grouped: list[list], target: tuple[int, int] | None) -> int:
    """Return which part to show, from 0; a long text has a control to choose it."""
    if len(grouped) == 1:
        return 0
    st.html(f"<p class='fn-meta'>A long text: shown in {len(grouped)} parts.</p>")
    default = part_at(grouped, target[0]) + 1 if target else 1
    return st.pagination(len(grouped), default=default, key="part") - 1


@st.dialog("Remove this article?")
def confirm_removal(document: Document) -> None:
    """Remove the article if the reader means it."""
    st.markdown(f"**{label(shown_title(document))}**")
    st.write("The article and everything found in it leave the base. The file it came from stays where it is.")
    with st.container(horizontal=True):
        if st.button("Remove", type="primary"):
            with opened_base() as store:
                store.remove([document.id])
            st.switch_page("screens/articles.py")
        if st.button("Keep it"):
            st.rerun()


page()
