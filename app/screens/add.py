"""Add articles: files dropped here, pasted text, or a folder on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.incoming import PASTED, extract_here, file_name, read_pasted, read_upload
from app.reading import outcome_counts, outcome_html
from app.screens.base import opened_base
from app.views import label
from extract.documents import read_documents
from extract.failures import Failure
from extract.reading.folders import find_files
from extract.types import Document
from kb import ingest
from kb.base.outcomes import Outcome

EARLIEST = date(1600, 1, 1)


def page() -> None:
    """Show the page from top to bottom."""
    st.title("Add articles", anchor=False)
    st.html(
        "<p class='fn-lead'>Text, Markdown, web pages, PDF, Word, CSV and JSON lines. "
        "Nothing leaves this machine, and nothing is fetched from the web: save a web page in your browser and add the "
        "saved file. What is here already is not added twice.</p>"
    )
    files, pasted, folder = st.tabs(["Files", "Pasted text", "A folder on this machine"])
    with files:
        add_files()
    with pasted:
        add_pasted()
    with folder:
        add_folder()


def add_files() -> None:
    """Take files and add them one by one."""
    with st.form("files", clear_on_submit=True, border=False):
        uploads = st.file_uploader("Drop files here, or choose them", accept_multiple_files=True)
        if not st.form_submit_button("Add these files", type="primary"):
            return
    if not uploads:
        st.warning("Choose at least one file first.")
    places = [waiting(upload.name) for upload in uploads]
    for place, upload in zip(places, uploads, strict=True):
        add(place, file_name(upload.name), read_upload(upload.name, upload.getvalue()))


def add_pasted() -> None:
    """Take a text and what is known of it."""
    with st.form("pasted", border=False):
        text = st.text_area("Text of the article", height=260)
        fields = {
            "title": st.text_input("Title"),
            "author": st.text_input("Author"),
            "publication": st.text_input("Publication"),
            "published": str(st.date_input("Published on", value=None, min_value=EARLIEST) or ""),
            "url": st.text_input("Web address"),
        }
        if not st.form_submit_button("Add this text", type="primary"):
            return
    if text.strip():
        name = fields["title"].strip() or PASTED
        add(waiting(name), name, read_pasted(text, fields))
    else:
        st.warning("Paste the text of an article first.")


def add_folder() -> None:
    """Take the path of a folder, or of a file, on the machine that runs the app."""
    with st.form("folder", border=False):
        path = st.text_input("Path of the folder", placeholder="/home/me/articles", max_chars=4000).strip()
        if not st.form_submit_button("Add this folder", type="primary"):
            return
    folder = os.path.expanduser(path)  # noqa: PTH111 (pathlib's raises where this leaves what it does not know)
    if not path or not os.path.exists(folder):  # noqa: PTH110 (pathlib's raises for a name that is too long)
        st.warning("There is no such folder on this machine. Copy its path from the file manager.")
    else:
        add(waiting(path), path, read_documents([folder]), total=sum(1 for _ in find_files([folder])) or 1)


def waiting(name: str) -> DeltaGenerator:
    """Show a bar for a file that waits for its turn; give its place on the page."""
    place = st.empty()
    place.progress(0.0, text=f"{label(name)}: waiting")
    return place


def add(place: DeltaGenerator, name: str, items: Iterable[Document | Failure], *, total: int = 1) -> None:
    """Add what one file, text or folder holds; show how far it is, then what became of it.

    :param total: documents to expect; a table holds more than the one of its file, which only leaves its bar full.
    """
    done: list[Outcome] = []

    def advance(outcome: Outcome) -> None:
        done.append(outcome)
        place.progress(min(len(done) / total, 1.0), text=f"{label(name)}: {outcome_counts(done)} so far")

    place.progress(0.0, text=f"{label(name)}: reading")
    with opened_base() as store:
        ingest(store, items, progress=advance, extract=extract_here)
    place.html(outcome_html(name, done))


page()
