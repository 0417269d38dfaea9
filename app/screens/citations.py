"""Citations: lists of sentences, figures and quotes; order, notes and headings; files for others; dossiers."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from app.citing import FORMAT_WORDS, OWN_STYLE, OWN_STYLE_WORDS, STYLE_WORDS, entry_html, file_name, heading_html
from app.desking import cited_by
from app.screens.base import base_path, filled_base
from app.views import label
from kb import ask
from kb.citations.entry import Entry, grouped
from kb.citations.formats import DOSSIER_FORMATS, ENDINGS, STYLED, write_list, write_paper
from kb.citations.styles import StyleError
from kb.desk import baskets
from kb.desk.bundle import make_bundle, written
from kb.desk.dossier import make_dossier
from kb.desk.places import DeskError, Places
from kb.store import Store, StoreError, open_store

PAGE_SIZE = 20
LONGEST = 500  # characters of a question
LARGEST_STYLE = 2_000_000  # bytes of a CSL file; the longest that is shipped has 0.24 million
SAID = "desk_said"  # in the session: what went wrong with the last click


def page() -> None:
    """Show the page from top to bottom."""
    with filled_base("Citations") as store:
        show_given(store)
        name = choose_list([basket.name for basket in baskets.baskets(store)])
        if problem := st.session_state.pop(SAID, None):
            st.error(label(problem, limit=400))
        if name:
            show_list(store, name)
        show_dossier(store)


def show_given(store: Store) -> None:
    """Show what another page's link asks to keep, before it is kept."""
    given = st.query_params.get("given", "")[:LONGEST]
    if not given:
        return
    try:
        entries = found(store, given)
    except DeskError as error:
        st.warning(label(str(error), limit=400))
        return
    st.html("<p class='fn-lead'>To be kept. Choose a list or name a new one, then add it there.</p>")
    st.html("".join(map(entry_html, entries)))


def choose_list(names: list[str]) -> str | None:
    """Show which lists there are, and a box for a new one's name."""
    if not names:
        st.html("<p class='fn-lead'>Keep the sentences, figures and quotes that you will cite in a list: name one.</p>")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("List", names, key="list") if names else None
        new = st.text_input("New list", key="new_list", max_chars=200, placeholder="Its name, then Enter")
    return (new or "").strip() or chosen


def show_list(store: Store, name: str) -> None:
    """Show a list: what adds to it, its items, and the files that it can be."""
    st.session_state.setdefault("given", st.query_params.get("given", "")[:LONGEST])  # from another page's link
    with st.form("adding", border=False):
        hint = "A question, or an id: harbour.3, figure:12, quote:7"
        st.text_input("Add the answer to a question", key="given", max_chars=LONGEST, placeholder=hint)
        st.form_submit_button("Add to the list", on_click=add_given, args=(name,))
    if not any(basket.name == name for basket in baskets.baskets(store)):
        st.html("<p class='fn-lead' role='status'>This list is new: it is kept as soon as you add something.</p>")
        return
    entries = baskets.items(store, name)
    show_items(name, entries)
    if entries:
        show_files(name, entries)


def add_given(name: str) -> None:
    """Add what was written to a list, which is shown from then on."""
    given = st.session_state["given"] or ""
    if do(lambda store: baskets.add(store, name, found(store, given))):
        st.session_state["given"] = st.session_state["new_list"] = ""
        st.query_params.pop("given", None)
        st.session_state["list"] = name


def found(store: Store, given: str) -> list[Entry]:
    """Return what was asked to be added: by id, or what answers a question.

    :raises DeskError: when there is nothing to add.
    """
    given = given.strip()
    if not given:
        raise DeskError("nothing was written: ask a question, or give the id of a sentence, figure or quote")
    if " " not in given:
        return Places(store).of_ids([given])
    return cited_by(store, ask(store, given), 1)


def do(action: Callable[[Store], object]) -> bool:
    """Do something with the base that changes it; return whether it was done. What went wrong is told on the page."""
    try:
        store = open_store(base_path())
        try:
            action(store)
        finally:
            store.close()
    except (DeskError, StoreError) as error:
        st.session_state[SAID] = str(error)
        return False
    return True


def show_items(name: str, entries: list[Entry]) -> None:
    """Show one page of a list's items under their headings."""
    pages = max(-(-len(entries) // PAGE_SIZE), 1)
    number = st.number_input("Page", 1, pages, key="page") if pages > 1 else 1
    places = {entry.id: place for place, entry in enumerate(entries, 1)}
    for heading, group in grouped(entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]):
        if heading:
            st.html(heading_html(heading))
        for entry in group:
            st.html(entry_html(entry, place=places[entry.id]))
            show_controls(name, entry, places[entry.id], len(entries))


def show_controls(name: str, entry: Entry, place: int, last: int) -> None:
    """Show what can be done with an item."""
    id = entry.id
    with st.container(horizontal=True):
        with st.popover(f"Note on {place}"):
            st.text_input("Heading", entry.heading, key=f"heading_{id}", max_chars=200)
            st.text_area("Note", entry.note, key=f"note_{id}", max_chars=5_000)
            st.button("Save", key=f"save_{id}", on_click=save, args=(name, id))
        for words, to in (("up", place - 1), ("down", place + 1)):
            st.button(
                f"Move {place} {words}", key=f"{words}_{id}", disabled=not 1 <= to <= last, type="tertiary",
                on_click=do, args=(lambda store, to=to: baskets.move(store, name, id, to),),
            )  # fmt: skip
        st.button(
            f"Remove {place}", key=f"remove_{id}", type="tertiary", on_click=do,
            args=(lambda store: baskets.remove(store, name, [id]),),
        )  # fmt: skip


def save(name: str, id: int) -> None:
    """Keep the heading and note that were written for an item."""
    heading, note = st.session_state[f"heading_{id}"], st.session_state[f"note_{id}"]
    do(lambda store: baskets.annotate(store, name, id, heading=heading or "", note=note or ""))


def show_files(name: str, entries: list[Entry]) -> None:
    """Show the files that a list can be, and the bundle that proves it."""
    st.header("Take it with you", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="files"):
        format = st.selectbox("File", list(FORMAT_WORDS), format_func=lambda one: FORMAT_WORDS[one], key="format")
        words = STYLE_WORDS | {OWN_STYLE: OWN_STYLE_WORDS}
        chosen = st.selectbox(
            "Style", list(words), format_func=lambda one: words[one], key="style", disabled=format not in STYLED
        )
        button = st.empty()
    style = chosen if chosen != OWN_STYLE or format not in STYLED else own_style(entries)
    button.download_button(
        "Download", lambda: write_list(entries, name, format=format, style=style or ""), type="primary",
        file_name=file_name(name, ENDINGS.get(format, format)), on_click="ignore", disabled=style is None,
    )  # fmt: skip
    show_bundle(name, entries)


def own_style(entries: list[Entry]) -> str | None:
    """Take a citation style from a file; return its path once it is one, else say what is wrong with it."""
    upload = st.file_uploader("File of the style, as zotero.org/styles has them", type=["csl"], key="own_style")
    if upload is None:
        return None
    content = upload.getvalue()
    folder = st.session_state.setdefault("styles", TemporaryDirectory(prefix="footnote-"))  # goes with the session
    path = Path(folder.name) / f"{sha256(content).hexdigest()}.csl"
    path.write_bytes(content[:LARGEST_STYLE])
    try:
        write_list(entries[:1], "", format="text", style=str(path))
    except StyleError as error:
        st.warning(label(str(error).replace(f"{path}:", upload.name).replace(str(path), upload.name), limit=300))
        return None
    return str(path)


def show_bundle(name: str, entries: list[Entry]) -> None:
    """Show the bundle that proves a list."""
    with st.expander("A bundle that proves itself"):
        bundle = make_bundle(entries, {"what": "list", "name": name})
        st.caption(
            "One file with the words, their places and their documents' hashes. kb verify-bundle proves on another "
            "machine that nothing was altered. Tell the reader this seal by another way than the file:"
        )
        st.code(bundle["seal"], language=None, wrap_lines=True)
        st.download_button(
            "Download the bundle", written(bundle), file_name=file_name(name, "bundle.json"), on_click="ignore"
        )


def show_dossier(store: Store) -> None:
    """Show the box for a name or a topic, and the dossier of it as a file."""
    st.header("A dossier", anchor=False)
    st.html("<p class='fn-lead'>What the articles say about a name or a topic: every line with its sentence.</p>")
    with st.container(horizontal=True, vertical_alignment="bottom", key="dossier"):
        hint = "Nikola Tesla, unemployment …, then Enter"
        about = st.text_input("Name or topic", key="about", max_chars=200, placeholder=hint)
        format = st.selectbox("As", DOSSIER_FORMATS, format_func=lambda one: FORMAT_WORDS[one], key="dossier_format")
    if not (about or "").strip():
        return
    try:
        made = make_dossier(store, about.strip())
    except DeskError as error:
        st.error(label(str(error), limit=400))
        return
    counts = ", ".join(f"{len(section.lines)} {section.heading.lower()}" for section in made.sections)
    st.html("<p class='fn-lead' role='status'>Found: " + counts + ".</p>")
    st.download_button(
        "Download the dossier",
        lambda: write_paper(made.title, made.lead, made.sections, format=format, style="chicago-notes"),
        file_name=file_name(made.title, format),
        on_click="ignore",
    )


page()
