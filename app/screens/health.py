"""How the base is: what is in it, whether it is whole, copies of it, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from app.condition import condition_html, counts_html, findings_html, size_words
from app.screens.base import base_path, opened_base
from app.views import choice, label
from kb.base.backup import BackupError, back_up, backup_folder, backups, restore
from kb.base.condition import condition
from kb.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

DOWNLOADED = 200_000_000  # bytes that a browser is handed at once
COPIES = 50  # offered


def page() -> None:
    """Show the page from top to bottom."""
    st.title("Health of the base", anchor=False)
    with opened_base() as store:
        st.html(counts_html(store.counts()))
        st.html(condition_html(condition(store, base_path()), base_path()))
    show_done()
    show_check()
    show_backup()
    show_restore()


def show_done() -> None:
    """Say what was just done or why it could not be."""
    if done := st.session_state.pop("done", None):
        st.success(label(done, limit=400))
    if problem := st.session_state.pop("problem", None):
        st.error(label(problem, limit=400))


def show_check() -> None:
    """Check the whole base when asked."""
    st.header("Is it whole?", anchor=False)
    st.write("Compares every place in every article with what was found there. A large base takes a minute or two.")
    if st.button("Check everything"):
        with st.spinner("Checking"), opened_base() as store:
            found = check(store)
        st.html(findings_html(found))


def show_backup() -> None:
    """Make a copy when asked, and offer the copies to take along."""
    st.header("Copies", anchor=False)
    st.write(f"A copy is one file in {label(str(backup_folder(base_path())), limit=300)}. Others may go on working.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("Make a copy now", on_click=attempt, args=(copied,))
        if (newest := next(iter(backups(base_path())), None)) and newest.stat().st_size <= DOWNLOADED:
            st.download_button(
                f"Save the newest ({size_words(newest.stat().st_size)})", newest.read_bytes, newest.name,
                on_click="ignore", icon=":material/download:",
            )  # fmt: skip


def show_restore() -> None:
    """Bring a copy back, once the reader means it."""
    st.header("Bring a copy back", anchor=False)
    st.write("The copy is checked first. What the base holds now is copied before it is replaced.")
    found = {copy.name: copy for copy in backups(base_path())[:COPIES]}
    name = st.selectbox(
        "A copy", list(found), index=None, placeholder="Choose a copy" if found else "There is no copy yet",
        disabled=not found, format_func=lambda name: f"{choice(name)}, {size_words(found[name].stat().st_size)}",
    )  # fmt: skip
    upload = st.file_uploader("Or the file of a copy", type=["db"])
    if st.button("Bring it back …", disabled=not (name or upload)):
        confirm(found.get(name or ""), upload.getvalue() if upload and not name else None)


@st.dialog("Replace the whole base?")
def confirm(copy: Path | None, content: bytes | None) -> None:
    """Bring the copy back if the reader means it."""
    st.write("All articles, decisions and lists in the base are replaced by those of the copy.")
    with st.container(horizontal=True):
        if st.button("Replace", type="primary"):
            with st.spinner("Checking the copy"), as_file(copy, content) as path:
                attempt(lambda: restored(path))
            st.rerun()
        if st.button("Leave it as it is"):
            st.rerun()


@contextmanager
def as_file(copy: Path | None, content: bytes | None) -> Iterator[Path]:
    """Give the path of a copy; of an uploaded one while it is needed."""
    if copy is not None:
        yield copy
        return
    with TemporaryDirectory(prefix="footnote-") as folder:
        path = Path(folder) / "uploaded.db"
        path.write_bytes(content or b"")
        yield path


def attempt(act: Callable[[], str]) -> None:
    """Do something; remember what was done, or why it could not be."""
    try:
        st.session_state["done"] = act()
    except BackupError as error:
        st.session_state["problem"] = str(error)


def copied() -> str:
    """Copy the base."""
    with opened_base() as store:
        return f"Copied to {back_up(store, base_path())}"


def restored(path: Path) -> str:
    """Bring a copy back in place of the base, after a copy of that."""
    with opened_base() as store:
        kept = back_up(store, base_path())
        restore(store, path)
        counts = store.counts()
    articles = f"{counts.documents:,} article{'s' * (counts.documents != 1)}"
    return f"The base now holds {articles}. What it held before is in {kept.name}."


page()
