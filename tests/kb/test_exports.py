"""The graph in other programs' formats, each read back by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from kb import exports
from kb.store import Store
from tests.kb.test_graph import TEXTS, made

HOSTILE = '=cmd|"/c calc"!A1 <b>&amp;\x01\x08\ufffe ]]> 😀'
NAMES = {"Ada Bell": "PERSON", "Kent Growers": "ORG", "Harwich": "CITY", HOSTILE: "ORG"}
SCHEMA = json.loads((Path(__file__).parent / "ftm_schema.json").read_text("utf-8"))


@pytest.fixture
def store(fresh_store: Store) -> Store:
    for id, (published, text) in TEXTS.items():
        fresh_store.put(*made(id, published, text), rules="1")
    fresh_store.put(*made('x"<&/\x02', None, f"Ada Bell met{HOSTILE}.", NAMES), rules="1")
    return fresh_store


def written(write: Callable[[Store, io.StringIO], None], store: Store) -> str:
    out = io.StringIO(newline="")
    write(store, out)
    out.getvalue().encode("utf-8")
    return out.getvalue()


def expected(store: Store) -> set[tuple[str, str, str]]:
    """Source, kind and target of every tie."""
    rows = store.db.execute("SELECT DISTINCT source, kind, target FROM ties WHERE kind != 'together'")
    both = store.db.execute(
        "SELECT DISTINCT min(source, target), kind, max(source, target) FROM ties WHERE kind = 'together'"
    )
    return {*rows, *both}


def xml_name(name: str) -> str:
    return re.sub("[\x01\x08\ufffe]", "\ufffd", name)


def test_graphml_is_read_by_networkx(store):
    graph = nx.parse_graphml(written(exports.write_graphml, store), force_multigraph=True)
    assert {(one, told["tie"], other) for one, other, told in graph.edges(data=True)} == expected(store)
    assert {told["name"] for _, told in graph.nodes(data=True)} == {xml_name(e.name) for e in store.entities()}
    (founded,) = (told for _, _, told in graph.edges(data=True) if told["type"] == "founded")
    assert founded | {"document": ""} == {
        "tie": "claim", "type": "founded", "weight": 2, "sentences": 2, "directed": True, "document": "", "title": "A",
        "published": "2001-03-02", "sentence": "Ada Bell founded Kent Growers.",
    }  # fmt: skip
    assert all(told["label"] == told["name"] for _, told in graph.nodes(data=True))


def test_gexf_is_read_by_networkx(store):
    graph = nx.read_gexf(io.BytesIO(written(exports.write_gexf, store).encode("utf-8")), version="1.3")
    assert {(one, told["tie"], other) for one, other, told in graph.edges(data=True)} == expected(store)
    assert {told["label"] for _, told in graph.nodes(data=True)} == {xml_name(e.name) for e in store.entities()}
    assert [told["weight"] for _, _, told in graph.edges(data=True) if told["label"] == "founded"] == [2.0]


def test_node_link_is_read_by_networkx(store):
    given = json.loads(written(exports.write_node_link, store))
    graph = nx.node_link_graph(given, edges="edges")
    assert {(one, told["kind"], other) for one, other, told in graph.edges(data=True)} == expected(store)
    assert {told["name"] for _, told in graph.nodes(data=True)} == {entity.name for entity in store.entities()}
    texts = {document["id"]: store.document(document["id"]).text for document in given["documents"]}
    cited = [sentence for edge in given["edges"] for sentence in edge["sentences"]]
    assert cited
    assert all(texts[each["document"]][each["start"] : each["end"]] == each["text"] for each in cited)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own use of it
def test_json_ld_is_read_by_rdflib(store):
    graph = rdflib.Graph().parse(data=written(exports.write_json_ld, store), format="json-ld")
    own, schema = rdflib.Namespace("urn:footnote:"), rdflib.Namespace("https://schema.org/")
    ties = list(graph.subjects(rdflib.RDF.type, own.Tie))
    found = {
        (str(graph.value(tie, own.source)), str(graph.value(tie, own.kind)), str(graph.value(tie, own.target)))
        for tie in ties
    }
    entity = "urn:footnote:entity:"
    assert found == {(entity + source, kind, entity + target) for source, kind, target in expected(store)}
    mentioned = {(str(one), str(other)) for one, other in graph.subject_objects(schema.mentions)}
    assert len(mentioned) == sum(entity.documents for entity in store.entities())
    for tie in ties:
        for sentence in graph.objects(tie, schema.citation):
            article = graph.value(sentence, schema.isPartOf)
            document = store.document(str(graph.value(article, schema.identifier)))
            start, end = (int(graph.value(sentence, own[name])) for name in ("start", "end"))
            assert document.text[start:end] == str(graph.value(sentence, schema.text))


def test_csv_is_harmless_and_whole(store):
    names = list(csv.DictReader(io.StringIO(written(exports.write_nodes, store))))
    ties = list(csv.DictReader(io.StringIO(written(exports.write_ties, store))))
    assert {(row["source"], row["kind"], row["target"]) for row in ties} == expected(store)
    assert {row["name"].removeprefix("'") for row in names} == {entity.name for entity in store.entities()}
    assert f"'{HOSTILE}" in {row["name"] for row in names}
    assert not [
        cell for row in (*names, *ties) for cell in row.values() if cell.lstrip(" ").startswith(("=", "+", "-", "@"))
    ]


def test_follow_the_money_fits_its_schema(store):
    things = {
        thing["id"]: thing for thing in map(json.loads, written(exports.write_follow_the_money, store).splitlines())
    }
    for thing in things.values():
        schema = SCHEMA[thing["schema"]]
        assert not schema["abstract"]
        assert set(thing["properties"]) <= schema["properties"].keys()
        assert set(schema["required"]) <= thing["properties"].keys()
        for name, values in thing["properties"].items():
            assert values and all(isinstance(value, str) and value for value in values)
            if schema["properties"][name]["type"] == "entity":
                ranges = {things[value]["schema"] for value in values}
                assert all(schema["properties"][name]["range"] in SCHEMA[one]["is"] for one in ranges)
    links = {
        (t["properties"]["subject"][0], t["properties"]["object"][0])
        for t in things.values()
        if t["schema"] == "UnknownLink"
    }
    assert links == {(source, target) for source, _, target in expected(store)}
    (article,) = (thing for thing in things.values() if thing["properties"].get("title") == ["D"])
    assert article["properties"]["peopleMentioned"] == ["Xu Zhihua"]
    assert article["properties"]["companiesMentioned"] == ["Juyi Group"]
    assert not [name for thing in things.values() for name in thing["properties"].get("fileName", ()) if "/" in name]
    (rotterdam,) = (thing for thing in things.values() if thing["properties"].get("name") == ["Rotterdam"])
    assert (rotterdam["schema"], rotterdam["properties"]["full"]) == ("Address", ["Rotterdam"])


@pytest.mark.parametrize(
    "write",
    [
        exports.write_graphml,
        exports.write_gexf,
        exports.write_node_link,
        exports.write_json_ld,
        exports.write_follow_the_money,
    ],
)
def test_an_empty_base_is_written_too(fresh_store, write):
    written(write, fresh_store)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\n=1", "＝1"])
def test_formulas_are_defused(text):
    assert exports.tables.harmless(text) == f"'{text}"
