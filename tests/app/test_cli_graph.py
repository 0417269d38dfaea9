"""The commands about ties, and the graph's exports, through the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest

FORMATS = ("graphml", "gexf", "json", "jsonld", "ftm")


def tied(kb_on, *words: str) -> dict:
    return json.loads(kb_on("graph", *words, "--json").stdout)


def test_graph_around_a_name(kb_on):
    found = tied(kb_on, "Harwich", "--depth", "2")
    assert found["entities"][0]["name"] == "Harwich"
    assert len(found["entities"]) > 1
    ids = {entity["id"] for entity in found["entities"]}
    assert all({tie["source"], tie["target"]} <= ids for tie in found["ties"])
    assert "Marta Quill" in kb_on("graph", "Harwich").stdout


def test_graph_filters_narrow(kb_on):
    everything = tied(kb_on, "Harwich")["ties"]
    assert everything
    assert tied(kb_on, "Harwich", "--least", "2")["ties"] == []
    assert tied(kb_on, "Harwich", "--since", "2021")["ties"] == []
    assert tied(kb_on, "Harwich", "--until", "2020-03", "--document", "harbour")["ties"] == everything
    assert {tie["kind"] for tie in tied(kb_on, "Harwich", "--tie", "claim")["ties"]} <= {"claim"}


def test_graph_of_all(kb_on):
    found = json.loads(kb_on("graph", "--json").stdout)
    assert "names are joined by" in found["words"]
    assert all(standing["words"].endswith(".") for standing in (*found["central"], *found["brokers"]))
    assert "In the middle" in kb_on("graph").stdout


def test_path_cites_every_hop(kb_on, texts):
    done = kb_on("path", "Marta Quill", "Harwich", "--json")
    assert done.exit_code == 0, done.output
    for hop in json.loads(done.stdout)[0]["hops"]:
        evidence = hop["evidence"]["evidence"]
        assert texts[hop["evidence"]["document"]][evidence["start"] : evidence["end"]] == evidence["text"]
    assert "Marta Quill -- Harwich" in kb_on("path", "Marta Quill", "Harwich").stdout


def test_timeline_in_order(kb_on):
    found = json.loads(kb_on("timeline", "Kent", "--json").stdout)
    assert [dated["from"] for dated in found] == sorted(dated["from"] for dated in found)
    assert "2020-03-02  article published" in kb_on("timeline", "Harwich").stdout


@pytest.mark.parametrize("words", [("graph", "Zorbax"), ("path", "Harwich", "Zorbax"), ("timeline", "Zorbax")])
def test_unknown_names_are_said(kb_on, words):
    done = kb_on(*words)
    assert (done.exit_code, done.stderr) == (1, "Error: no article names Zorbax: kb entities lists the names\n")


def test_names_that_are_not_tied_are_said(kb_on):
    assert "no ties lead from the one to the other" in kb_on("path", "Marta Quill", "Ada Bell").stderr


@pytest.mark.parametrize("format", FORMATS)
def test_export_graph(kb_on, tmp_path, format):
    assert kb_on("export", "graph", "--format", format, "-o", str(tmp_path / "out")).exit_code == 0
    assert "Marta Quill" in (tmp_path / "out").read_text("utf-8")


def test_export_graph_as_two_tables(kb_on, tmp_path):
    assert kb_on("export", "graph", "-o", str(tmp_path / "new" / "folder")).exit_code == 0
    tables = {
        path.name: list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        for path in (tmp_path / "new/folder").iterdir()
    }
    assert tables.keys() == {"names.csv", "ties.csv"}
    names = {row["id"]: row["name"] for row in tables["names.csv"]}
    assert all(names[row["source"]] == row["source_name"] for row in tables["ties.csv"])


@pytest.mark.parametrize("words", [("graph",), ("quotes", "--format", "gexf")])
def test_export_says_what_does_not_go(kb_on, words):
    assert kb_on("export", *words).exit_code == 2


def test_documents_tell_their_copies(fresh):
    text = " ".join(f"The port of Harwich took in ship number {number} on that day." for number in range(30))
    records = [{"id": id, "text": f"{text} {id}", "published": date} for id, date in (("b", "2001"), ("a", "2002"))]
    records.append({"id": "c", "text": "Snow fell on Bergen."})
    fresh("add", "-", given="".join(json.dumps(record) + "\n" for record in records))
    found = {row["id"]: row["original"] for row in json.loads(fresh("documents", "--json").stdout)}
    assert found == {"a": "b", "b": "b", "c": None}
    assert "copy of b" in fresh("documents").stdout
