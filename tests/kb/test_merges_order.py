"""Whatever the order of articles, and whatever came and went, entities are what a fresh build gives."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from kb.check import check
from kb.store import Store
from tests.kb.made_texts import article

NAMES = {
    "George W. Bush": "PERSON",
    "George Bush": "PERSON",
    "George H. W. Bush": "PERSON",
    "George Walker Bush": "PERSON",
    "Bush": "PERSON",
    "Xie Zhenhua": "PERSON",
    "Zhenhua Xie": "PERSON",
    "Bill Clinton": "PERSON",
    "William Clinton": "PERSON",
    "Clinton": "PERSON",
    "World Trade Organization": "ORG",
    "WTO": ("ORG", "World Trade Organization"),
    "Wheat Traders Office": "ORG",
    "JP Morgan": "ORG",
    "JPMorgan": "ORG",
    "Quito": "CITY",
    "Oslo": "CITY",
}
texts = st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=5).map(lambda names: " met ".join(names) + ".")
corpora = st.lists(texts, min_size=1, max_size=8, unique=True)


def articles_of(corpus):
    """The articles; WTO stands for the organisation only where that is named, else it is its own."""
    made = []
    for text in corpus:
        full = "World Trade Organization" in text
        made.append(article(text, NAMES if full else NAMES | {"WTO": "ORG"}))
    return {document.id: (document, found) for document, found in made}


@settings(deadline=None, max_examples=120)
@given(corpora, st.data())
def test_merges_are_what_a_fresh_build_gives(corpus, data):
    articles = articles_of(corpus)
    steps = data.draw(st.lists(st.sampled_from(sorted(articles)), max_size=14))
    with closing(Store(Database(memory=True))) as lived, closing(Store(Database(memory=True))) as built:
        for id in steps:
            if lived.document(id):
                lived.remove([id])
            else:
                lived.put(*articles[id], rules="1")
        there = {row.id for row in lived.documents()}
        for id in sorted(there):
            built.put(*articles[id], rules="1")
        assert list(lived.dump()) == list(built.dump())
        assert check(lived) == []


@settings(deadline=None, max_examples=60)
@given(corpora, st.data())
def test_merges_are_the_same_in_any_order(corpus, data):
    articles = articles_of(corpus)
    order = data.draw(st.permutations(sorted(articles)))
    dumps = []
    for ids in (sorted(articles), order):
        with closing(Store(Database(memory=True))) as store:
            for id in ids:
                store.put(*articles[id], rules="1")
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]
