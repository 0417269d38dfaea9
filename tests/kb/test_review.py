"""The queue of merges and splits for people."""

from __future__ import annotations

from kb.merging.deciding import confirm, keep_apart, merge, undo
from kb.merging.review import proposals
from tests.kb.made_texts import article, put_all

BY = {"who": "ana", "why": ""}
ARTICLES = [
    article("Sergey Lavrov spoke in Oslo.", {"Sergey Lavrov": "PERSON", "Oslo": "CITY"}),
    article("Sergej Lavrow left.", {"Sergej Lavrow": "PERSON"}),
    article("Pedro Ruiz sang.", {"Pedro Ruiz": "PERSON"}),
    article("The Harbour Office (HBO) shut. HBO pays.", {"Harbour Office": "ORG", "HBO": ("ORG", "Harbour Office")}),
]


def told(store):
    return [(p.do, p.one.name, p.other.name) for p in proposals(store)]


def test_review_proposes_names_that_are_alike(fresh_store):
    put_all(fresh_store, ARTICLES)
    assert told(fresh_store) == [("merge", "sergej lavrow", "sergey lavrov")]
    (proposal,) = proposals(fresh_store)
    assert [s.text for s in proposal.one.sentences] == ["Sergej Lavrow left."]
    assert proposal.score > 0.6
    assert proposal.reasons[-1] == "but no other name stands beside both"


def test_review_does_not_ask_again(fresh_store):
    put_all(fresh_store, ARTICLES)
    keep_apart(fresh_store, "Sergey Lavrov", "Sergej Lavrow", **BY)
    assert told(fresh_store) == []


def test_review_does_not_ask_again_what_is_confirmed(fresh_store):
    bush = article("George W. Bush met Ann Ray.", {"George W. Bush": "PERSON", "Ann Ray": "PERSON"})
    short = article("George Bush saw Ann Ray.", {"George Bush": "PERSON", "Ann Ray": "PERSON"})
    put_all(fresh_store, [bush, short])
    (proposal,) = proposals(fresh_store)
    decision = confirm(fresh_store, proposal.one.entity.id, proposal.other.name, **BY)
    assert told(fresh_store) == []
    fresh_store.remove([bush[0].id])
    put_all(fresh_store, [bush])
    assert told(fresh_store) == []
    undo(fresh_store, decision.id, **BY)
    assert proposals(fresh_store) == [proposal]


def test_review_proposes_to_split_what_rests_on_little(fresh_store):
    bush = article("George W. Bush met Ann Ray.", {"George W. Bush": "PERSON", "Ann Ray": "PERSON"})
    put_all(fresh_store, [bush, article("George Bush saw Ann Ray.", {"George Bush": "PERSON", "Ann Ray": "PERSON"})])
    assert told(fresh_store) == [("split", "george w bush", "george bush")]
    merge(fresh_store, "Ann Ray", "George Bush", **BY)
    assert all(proposal.do == "split" for proposal in proposals(fresh_store))


def test_review_proposes_each_sort_in_order(fresh_store):
    """A merge by likeness, one by the way names are written, a split, and bearers of one name told apart."""
    texts = [
        article("George W. Bush met Ann Ray.", {"George W. Bush": "PERSON", "Ann Ray": "PERSON"}),
        article("George Bush saw Ann Ray.", {"George Bush": "PERSON", "Ann Ray": "PERSON"}),
        article("The guitarist Juan Soto sang.", {"Juan Soto": "PERSON"}),
        article("The singer Juan Soto sang again.", {"Juan Soto": "PERSON"}),
        article("The footballer Juan Soto scored.", {"Juan Soto": "PERSON"}),
        article("Hill Foods shut.", {"Hill Foods": "ORG"}),
        article("Hil Foods opened.", {"Hil Foods": "ORG"}),
    ]
    put_all(fresh_store, [*ARTICLES[:2], *texts])
    found = proposals(fresh_store)
    assert [(p.do, p.one.name, p.other.name) for p in found] == [
        ("merge", "hil foods", "hill foods"),
        ("merge", "sergej lavrow", "sergey lavrov"),
        ("merge", "juan soto", "juan soto"),
        ("split", "george w bush", "george bush"),
    ]
    assert [p.do for p in proposals(fresh_store, limit=2)] == ["merge", "merge"]
