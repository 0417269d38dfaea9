"""The main job on real articles: the seed article and the Wikinews articles of GUM in, ten questions out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kb
from extract.documents import read_documents
from extract.training.scores import documents, plain
from extract.training.treebanks import sentence_id
from kb.base.outcomes import Summary
from kb.check import check
from kb.store import Store

# Questions with a piece of the sentence that answers; written from the articles before any answer was seen.
# The first run got nine right; the one on votes was mended by a rule for amounts, so it is a test, not a measure.
QUESTIONS = [
    ("Who founded the FIRST Global competition?", "was founded by Dean Kamen"),
    ("How many asylum seekers did fishermen rescue on Friday?", "fishermen rescued over 700 asylum seekers"),
    ("How old is Ahmed Mohamed?", "a 14-year-old boy from Irving"),
    ("What caused a crane to fall into Mecca's Grand Mosque?", "A storm yesterday caused a crane"),
    ("How much was Daniel Montalvo's bail?", "He was released on US$ 20,000 bail"),
    ("How many votes did Eddie Chu receive?", "Eddie Chu was elected with 84,121 votes"),
    ("Where did the 22nd Fan Expo Canada take place?", "took place at the Metro Toronto Convention Centre"),
    ("Where was Valeska Paris born?", "Paris was born in Switzerland"),
    ("Who is the chairman of the Flag Consideration Project's panel?", "John Burrows, the chairman"),
    ("What share of the market did Internet Explorer have in 2009?", "accounted for 70 percent of the market in 2009"),
]


@pytest.fixture(scope="module")
def newsroom(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Summary]]:
    folder = tmp_path_factory.mktemp("articles")
    for split in ("train", "dev"):
        for document in documents([shared / f"data/gum/open/gum-{split}-news.conllu.xz"]):
            name = sentence_id(document[0][0]).rsplit("-", 1)[0]
            (folder / f"{name}.txt").write_text(plain(document)[0], "utf-8")
    for seed in (shared / "seeds").glob("*.txt"):
        (folder / seed.name).write_bytes(seed.read_bytes())
    store = kb.open_store(folder / "base.db")
    yield store, kb.ingest(store, read_documents([folder]))
    store.close()


def test_every_article_goes_in(newsroom: tuple[Store, Summary]) -> None:
    store, summary = newsroom
    assert len(summary.added) >= 21
    assert not summary.failed
    assert list(check(store)) == []


@pytest.mark.parametrize(("question", "evidence"), QUESTIONS)
def test_question_is_answered_by_the_right_sentence(
    newsroom: tuple[Store, Summary], question: str, evidence: str
) -> None:
    answer = kb.ask(newsroom[0], question)
    assert not answer.abstained
    assert evidence in answer.citations[0].text
