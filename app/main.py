"""The app: its pages, the way between them, and its style. Run by `kb serve`, or by `streamlit run app/main.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent

ASK = st.Page(HERE / "screens/ask.py", title="Ask", default=True)
ARTICLES = st.Page(HERE / "screens/articles.py", title="Articles")
ADD = st.Page(HERE / "screens/add.py", title="Add articles")
ARTICLE = st.Page(HERE / "screens/article.py", title="Article")  # reached from an article's title

st.set_page_config(page_title="Footnote", page_icon=":material/format_quote:", layout="centered")
st.html(HERE / "style.css")
page = st.navigation([ASK, ARTICLES, ADD, ARTICLE], position="hidden")
with st.container(horizontal=True, key="nav"):
    st.html("<span class='fn-name'>Footnote</span>", width="content")
    for target in (ASK, ARTICLES, ADD):
        st.page_link(target)
page.run()
