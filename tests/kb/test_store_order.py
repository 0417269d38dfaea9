"""Whatever happened to a base, it is what a fresh build of its documents gives."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from kb.check import check
from kb.store import Store
from tests.kb.made_texts import article

NAMES = {
    "Maria Lopez": "PERSON",
    "Pedro Lopez": "PERSON",
    "Lopez": "PERSON",
    "Lopez Quito": "PERSON",
    "Mrs. Lopez": "PERSON",
    "Lopez Inc.": "ORG",
    "Lopez & Co": "ORG",
    "Quito": "CITY",
    "the Quito": "REGION",
    "Peru": "COUNTRY",
    "Friday": "DATE",
}
texts = st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=5).map(lambda names: " and ".join(names) + ".")
corpora = st.lists(texts, min_size=1, max_size=7, unique=True)


@settings(deadline=None, max_examples=60)
@given(corpora, st.data())
def test_store_is_what_a_fresh_build_gives(corpus, data):
    articles = [article(text, NAMES) for text in corpus]
    steps = data.draw(st.lists(st.sampled_from(articles), max_size=12))
    fresh = sorted({document.id: (document, found) for document, found in articles}.values(), key=lambda a: a[0].id)
    with closing(Store(Database(memory=True))) as lived, closing(Store(Database(memory=True))) as built:
        for document, extraction in steps:
            if lived.document(document.id):
                lived.remove([document.id])
            else:
                lived.put(document, extraction, rules="1")
        there = {row.id for row in lived.documents()}
        for document, extraction in fresh:
            if document.id in there:
                built.put(document, extraction, rules="1")
        assert list(lived.dump()) == list(built.dump())
        assert check(lived) == []
