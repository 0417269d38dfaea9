"""Names that are alike are kept as names come and go: always what comparing all names would give."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from kb.merging.near import how_near
from kb.merging.review import proposals
from kb.naming.blocking import MOST, blocks_of, pairs
from kb.naming.parts import parts_of
from kb.store import Store
from tests.kb.made_texts import article, put_all

FIRST = ("Ann", "Anna", "Anne", "Anton", "Antonia", "Andrei", "Andrey", "Alan", "Allan")
LAST = ("Petrow", "Petrov", "Petroff", "Petersen")
PEOPLE = [f"{first} {last}" for first, last in product(FIRST, LAST)]  # all of one block, and more than it may hold
FIRMS = ["Harbour Foods", "Harbor Foods", "Harbour Food", "Brandt Steel", "Brant Steel"]
LABELS = dict.fromkeys(PEOPLE, "PERSON") | dict.fromkeys(FIRMS, "ORG")
ARTICLES = {name: article(f"{name} spoke.", {name: label}) for name, label in LABELS.items()}


def kept(store):
    sql = """
        SELECT a.block, a.key, b.key, n.score FROM near_names n
        JOIN bearers a ON a.id = n.one JOIN bearers b ON b.id = n.other
    """
    return sorted(store.db.conn.execute(sql))


def compared(store):
    """Compare all names, as the page Review did before anything was kept."""
    blocks = defaultdict(list)
    for block, key in store.db.conn.execute("SELECT block, key FROM bearers WHERE extra = '' ORDER BY block, key"):
        blocks[block].append(key)
    found = []
    for block, keys in blocks.items():
        met = pairs([blocks_of(parts_of(key, block.upper())) for key in keys])
        found += [(block, keys[i], keys[j], how_near(keys[i], keys[j], block)) for i, j in met]
    return sorted(each for each in found if each[-1])


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(sorted(ARTICLES)), min_size=MOST, max_size=60))
def test_near_names_are_what_comparing_all_gives(steps):
    with closing(Store(Database(memory=True))) as store:
        for name in steps:
            if store.document(ARTICLES[name][0].id):
                store.remove([ARTICLES[name][0].id])
            else:
                store.put(*ARTICLES[name], rules="1")
        assert kept(store) == compared(store)


def test_near_names_of_a_block_go_when_it_is_crowded_and_come_back_when_it_has_shrunk(fresh_store):
    """Alexis and Alexei Petrov meet under their initials and their last word alone, like all the others here."""
    first = "Abel Adam Aldo Amos Arne Axel Alma Amy Ana Asa Ava Ada Aino Anja Asta Alf Art Abe Ali Ari Agnes Anais Arlo"
    pair = ("alexei petrov", "alexis petrov")
    crowd = [f"{name} Petrov" for name in ("Alexis", "Alexei", *first.split())]
    assert len(crowd) == MOST
    put_all(fresh_store, [article(f"{name} spoke.", {name: "PERSON"}) for name in crowd])
    assert pair in {each[1:3] for each in kept(fresh_store)}
    last = article("Aziz Petrov spoke.", {"Aziz Petrov": "PERSON"})
    put_all(fresh_store, [last])
    assert pair not in {each[1:3] for each in kept(fresh_store)}
    assert kept(fresh_store) == compared(fresh_store)
    fresh_store.remove([last[0].id])
    assert pair in {each[1:3] for each in kept(fresh_store)}
    assert kept(fresh_store) == compared(fresh_store)


def test_near_names_are_made_for_a_base_of_an_older_version(fresh_store):
    put_all(fresh_store, list(ARTICLES.values()))
    before, proposed = kept(fresh_store), proposals(fresh_store)
    fresh_store.db.conn.execute("DELETE FROM near_names")
    fresh_store.db.conn.execute("DELETE FROM name_blocks")
    fresh_store.db.conn.execute("UPDATE naming SET version = 'naming-4'")
    fresh_store.db.conn.commit()
    fresh_store.renew_entities()
    assert kept(fresh_store) == before
    assert proposals(fresh_store) == proposed


@pytest.mark.parametrize(
    ("one", "other", "block"),
    [
        ("george w bush", "george h w bush", "person"),  # another middle name
        ("flight 12", "flight 13", "org"),  # another number
        ("harbour foods", "oxford steel", "org"),
    ],
)
def test_how_near_names_of_two_are(one, other, block):
    assert how_near(one, other, block) == 0.0
