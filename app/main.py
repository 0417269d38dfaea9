"""The app: its pages, the way between them, and its style. Run by `kb serve`, or by `streamlit run app/main.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.views import label
from kb.base.connection import DatabaseError

HERE = Path(__file__).parent

ASK = st.Page(HERE / "screens/ask.py", title="Ask", default=True)
ARTICLES = st.Page(HERE / "screens/articles.py", title="Articles")
ENTITIES = st.Page(HERE / "screens/entities.py", title="Names")
GRAPH = st.Page(HERE / "screens/graph.py", title="Ties")
DRAFT = st.Page(HERE / "screens/draft.py", title="Check a draft")
CITATIONS = st.Page(HERE / "screens/citations.py", title="Citations")
FIGURES = st.Page(HERE / "screens/figures.py", title="Figures")
QUOTES = st.Page(HERE / "screens/quotes.py", title="Quotes")
REVIEW = st.Page(HERE / "screens/review.py", title="Review")
HEALTH = st.Page(HERE / "screens/health.py", title="Health")
HELP = st.Page(HERE / "screens/help.py", title="Help")
ADD = st.Page(HERE / "screens/add.py", title="Add")
ARTICLE = st.Page(HERE / "screens/article.py", title="Article")  # reached from an article's title
ENTITY = st.Page(HERE / "screens/entity.py", title="Name")  # reached from a name

SHOWN = (ASK, ARTICLES, ENTITIES, GRAPH, FIGURES, QUOTES, DRAFT, CITATIONS, REVIEW, ADD, HEALTH, HELP)

page = st.navigation([*SHOWN, ARTICLE, ENTITY], position="hidden")
st.set_page_config(page_title=f"{page.title} · Footnote", page_icon=str(HERE / "icon.svg"), layout="centered")
st.html(HERE / "style.css")
with st.container(horizontal=True, key="nav"):
    st.html("<span class='fn-name'>Footnote</span>", width="content")
    for target in SHOWN:
        st.page_link(target)
try:
    page.run()
except DatabaseError as error:  # another program holds the base for longer than we wait, the disk is full, it is broken
    st.error(
        f"The base could not be read or written: {label(str(error))}. Nothing in it was changed by this. Wait until "
        "other programs are done with it, see that the disk has room, and open the page again. If that does not help, "
        "Health checks the base and brings a copy of it back."
    )
