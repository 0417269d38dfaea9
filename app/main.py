"""The app: its pages, the way between them, and its style. Run by `kb serve`, or by `streamlit run app/main.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent

ASK = st.Page(HERE / "screens/ask.py", title="Ask", default=True)
ARTICLES = st.Page(HERE / "screens/articles.py", title="Articles")
ENTITIES = st.Page(HERE / "screens/entities.py", title="Names")
ADD = st.Page(HERE / "screens/add.py", title="Add")
ARTICLE = st.Page(HERE / "screens/article.py", title="Article")  # reached from an article's title
ENTITY = st.Page(HERE / "screens/entity.py", title="Name")  # reached from a name

st.set_page_config(page_title="Footnote", page_icon=str(HERE / "icon.svg"), layout="centered")
st.html(HERE / "style.css")
page = st.navigation([ASK, ARTICLES, ENTITIES, ADD, ARTICLE, ENTITY], position="hidden")
with st.container(horizontal=True, key="nav"):
    st.html("<span class='fn-name'>Footnote</span>", width="content")
    for target in (ASK, ARTICLES, ENTITIES, ADD):
        st.page_link(target)
page.run()
