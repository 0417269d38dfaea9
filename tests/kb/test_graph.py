"""Neighbourhoods, ways, timelines and the whole graph, over articles written here."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from extract.types import Claim, Document, Extraction, Figure, Period, Phrase
from kb.check import check
from kb.exports.read import exported_ties
from kb.graph import overview
from kb.network.neighbourhood import TieFilter
from kb.network.paths import find_paths
from kb.network.timeline import timeline
from kb.store import Store
from tests.kb.made_texts import article

NAMES = {
    "Ada Bell": "PERSON", "Marta Quill": "PERSON", "Xu Zhihua": "PERSON", "Juyi Group": "ORG", "Harwich": "CITY",
    "Rotterdam": "CITY", "Netherlands": "COUNTRY", "Kent Growers": "ORG",
}  # fmt: skip
TEXTS = {
    "a": ("2001-03-02", "Ada Bell founded Kent Growers.\nAda Bell met Marta Quill."),
    "b": ("2004", "Marta Quill runs Harwich.\nAda Bell founded Kent Growers."),
    "c": (None, "Harwich beat Rotterdam.\nRotterdam is in the Netherlands."),
    "d": ("2004-07", "Xu Zhihua runs Juyi Group."),
}
PREDICATES = ("founded", "runs", "beat", "met")


def made(id: str, published: str | None, text: str, names: dict[str, str] = NAMES) -> tuple[Document, Extraction]:
    """An article with a claim for every sentence that has one of PREDICATES between two names."""
    document, extraction = article(text, names)
    claims = []
    for number, sentence in enumerate(extraction.sentences):
        named = [mention for mention in extraction.mentions if mention.sentence == number]
        for verb in PREDICATES:
            at = text.find(f" {verb} ", sentence.start, sentence.end) + 1
            if at and len(named) > 1:
                subject, object = (Phrase(m.start, m.end, m.surface, m.entity) for m in named[:2])
                claims.append(Claim(number, subject, Phrase(at, at + len(verb), verb), object))
    return replace(document, id=id, published=published, title=id.upper()), replace(
        extraction, document=id, claims=tuple(claims)
    )


@pytest.fixture
def store(fresh_store: Store) -> Store:
    for id, (published, text) in TEXTS.items():
        fresh_store.put(*made(id, published, text), rules="1")
    return fresh_store


def id_of(store: Store, name: str) -> str:
    return store.entities_named([name])[0].id


def names(store: Store, name: str, **options: object) -> list[str]:
    return [entity.name for entity in store.neighbourhood(id_of(store, name), **options).entities]


def test_neighbourhood_strongest_first(store):
    found = store.neighbourhood(id_of(store, "Ada Bell"))
    assert [entity.name for entity in found.entities] == ["Ada Bell", "Kent Growers", "Marta Quill"]
    assert [(tie.kind, tie.types, tie.documents, tie.sentences) for tie in found.ties] == [
        ("claim", ("founded",), 2, 2), ("claim", ("met",), 1, 1),
    ]  # fmt: skip
    assert found.left_out == 0


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"depth": 2}, ["Ada Bell", "Kent Growers", "Marta Quill", "Harwich"]),
        ({"depth": 3, "limit": 9}, ["Ada Bell", "Kent Growers", "Marta Quill", "Harwich", "Rotterdam"]),
        ({"limit": 1}, ["Ada Bell", "Kent Growers"]),
        ({"filters": TieFilter(least=2)}, ["Ada Bell", "Kent Growers"]),
        ({"filters": TieFilter(labels=("PERSON",))}, ["Ada Bell", "Marta Quill"]),
        ({"filters": TieFilter(kinds=("quote", "together"))}, ["Ada Bell"]),
        ({"filters": TieFilter(document="b")}, ["Ada Bell", "Kent Growers"]),
        ({"filters": TieFilter(last="2003")}, ["Ada Bell", "Kent Growers", "Marta Quill"]),
        ({"filters": TieFilter(first="2001-04")}, ["Ada Bell", "Kent Growers"]),
        ({"filters": TieFilter(first="2001-03-02", last="2001-03-02")}, ["Ada Bell", "Kent Growers", "Marta Quill"]),
        ({"filters": TieFilter(first="'; DROP TABLE ties --", kinds=("%",))}, ["Ada Bell"]),
    ],
)
def test_neighbourhood_filters(store, options, expected):
    assert names(store, "Ada Bell", **options) == expected


def test_neighbourhood_of_nobody_is_empty(store):
    found = store.neighbourhood("no such id", depth=3)
    assert (found.entities, found.ties, found.left_out) == ((), (), 0)


def test_neighbourhood_says_how_many_it_leaves_out(store):
    assert store.neighbourhood(id_of(store, "Ada Bell"), limit=1).left_out == 1


def test_copies_count_once(store):
    chance = random.Random(1)
    filler = "\n".join(f"The {chance.randrange(9999)} boats of {chance.randrange(9999)} went on." for _ in range(40))
    for id in ("p1", "p2", "p3"):
        document, extraction = made(id, None, f"Ada Bell met Xu Zhihua.\n{filler}\nPaper {id}.")
        store.put(document, extraction, rules="1")
    found = store.neighbourhood(id_of(store, "Xu Zhihua"))
    (tie,) = (tie for tie in found.ties if tie.types == ("met",))
    assert (tie.documents, tie.sentences) == (1, 3)
    cited = store.tie_sentences(id_of(store, "Ada Bell"), id_of(store, "Xu Zhihua"))
    assert [(each.sentence.document, each.original) for each in cited] == [("p1", "p1"), ("p2", "p1"), ("p3", "p1")]


def test_ties_follow_a_name_to_another_entity(store):
    ada, marta = id_of(store, "Ada Bell"), id_of(store, "Marta Quill")
    with store.db.conn:
        store.db.execute("UPDATE referents SET entity = ? WHERE entity = ?", [ada, marta])
    assert names(store, "Ada Bell") == ["Ada Bell", "Kent Growers", "Harwich"]
    with store.db.conn:
        store.db.execute("UPDATE referents SET entity = ? WHERE name = 'Marta Quill'", [marta])
    assert names(store, "Ada Bell") == ["Ada Bell", "Kent Growers", "Marta Quill"]


def test_check_finds_a_tie_that_lost_its_names(store):
    assert check(store) == []
    with store.db.conn:
        store.db.execute("UPDATE ties SET source = target WHERE type = 'beat'")
    assert [finding.check for finding in check(store)] == ["entity"]


def test_a_removed_document_takes_its_ties(store):
    store.remove(["b"])
    assert names(store, "Marta Quill") == ["Marta Quill", "Ada Bell"]
    store.remove(["a", "c", "d"])
    assert list(exported_ties(store)) == []


def test_tie_sentences_either_way(store):
    one, other = id_of(store, "Ada Bell"), id_of(store, "Kent Growers")
    found = store.tie_sentences(one, other)
    assert found == store.tie_sentences(other, one)
    assert [(each.sentence.id, each.type, each.source) for each in found] == [
        ("a.0", "founded", one), ("b.1", "founded", one),
    ]  # fmt: skip
    assert all(
        store.document(each.sentence.document).text[each.target_start : each.target_end] == "Kent Growers"
        for each in found
    )


def test_paths_cite_a_sentence_for_every_hop(store):
    (path,) = find_paths(store, id_of(store, "Kent Growers"), id_of(store, "Netherlands"))
    assert [hop.target.name for hop in path.hops] == ["Ada Bell", "Marta Quill", "Harwich", "Rotterdam", "Netherlands"]
    assert [hop.documents for hop in path.hops] == [2, 1, 1, 1, 1]
    for hop in path.hops:
        assert {hop.evidence.source, hop.evidence.target} == {hop.source.id, hop.target.id}
        document = store.document(hop.evidence.sentence.document)
        assert document.text[hop.evidence.sentence.start : hop.evidence.sentence.end] == hop.evidence.sentence.text


def test_paths_that_are_as_short_come_strongest_first(fresh_store):
    texts = ["Ada Bell met Harwich.\nHarwich met Xu Zhihua.", "Ada Bell met Rotterdam.\nRotterdam met Xu Zhihua."]
    for number, text in enumerate([*texts, f"{texts[1]}\n"]):
        fresh_store.put(*made(f"d{number}", None, text), rules="1")
    found = find_paths(fresh_store, id_of(fresh_store, "Ada Bell"), id_of(fresh_store, "Xu Zhihua"))
    assert [[hop.target.name for hop in path.hops] for path in found] == [
        ["Rotterdam", "Xu Zhihua"], ["Harwich", "Xu Zhihua"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "filters"),
    [
        ("Ada Bell", "Xu Zhihua", TieFilter()),
        ("Ada Bell", "Ada Bell", TieFilter()),
        ("Ada Bell", "Harwich", TieFilter(least=2)),
        ("Ada Bell", "Harwich", TieFilter(document="a")),
    ],
)
def test_paths_that_are_not_there(store, one, other, filters):
    assert find_paths(store, id_of(store, one), id_of(store, other), filters=filters) == []


def test_timeline_periods_and_publications_in_order(fresh_store):
    text = "In the winter of 1886 Ada Bell sold 40 boats.\nIn 1999 Ada Bell rested."
    document, extraction = made("t", "2001-03-02", text)
    period = Period(3, 21, "the winter of 1886", "1886-12-01", "1887-02-28")
    figures = (
        Figure(0, 17, 21, "1886", "year", 1886.0, None, ""),
        Figure(0, 36, 44, "40 boats", "count", 40.0, None, "boat", period=period),
        Figure(1, text.index("1999"), text.index("1999") + 4, "1999", "year", 1999.0, None, ""),
    )
    fresh_store.put(document, replace(extraction, figures=figures), rules="1")
    found = timeline(fresh_store, id_of(fresh_store, "Ada Bell"))
    assert [(dated.first, dated.last, dated.kind, dated.figure, dated.sentence.id) for dated in found] == [
        ("1886-12-01", "1887-02-28", "period", "40 boats", "t.0"),
        ("1999-01-01", "1999-12-31", "period", "", "t.1"),
        ("2001-03-02", "2001-03-02", "published", "", "t.0"),
    ]
    assert timeline(fresh_store, "no such id") == []


def test_overview_tells_in_sentences(store):
    found = overview(store)
    assert found.words == "8 names are joined by 6 ties. The largest connected part holds 6 of them."
    assert found.central[0].words == "Ada Bell is tied to 2 names, 29% of all the others."
    assert {standing.words for standing in found.brokers[:2]} == {
        f"{name} lies on 29% of the shortest ways between other names; without it, 2 names would be cut off from the rest."
        for name in ("Marta Quill", "Harwich")
    }
    assert [group.words for group in found.communities][-1].startswith("2 names around ")
    assert {entity.name for group in found.communities for entity in group.entities} == NAMES.keys()
    assert overview(store) == found


def test_overview_of_nothing(fresh_store):
    found = overview(fresh_store)
    assert (found.words, found.central, found.communities) == ("No names are tied to one another.", (), ())
