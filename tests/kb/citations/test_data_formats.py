"""Formats for other programs, read back by readers that are not ours; hostile text stays text."""

from __future__ import annotations

import csv
import io
import json

import bibtexparser
import openpyxl
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.citations.annotations import write_annotations
from kb.citations.bibtex import write_bibtex
from kb.citations.csl_json import write_csl_json
from kb.citations.ris import write_ris
from kb.citations.runs import cleaned
from kb.citations.tables import COLUMNS, LONGEST_CELL, write_csv, write_xlsx
from tests.kb.citations.conftest import EVIL, QUAY, entry


def test_bibtex_is_read_back(entries):
    library = bibtexparser.parse_string(write_bibtex(entries))
    assert library.failed_blocks == []
    first, second, third = library.entries
    assert [one.key for one in (first, second, third)] == ["berg2020-1", "berg2020-2", "article-3"]
    assert [one.entry_type for one in (first, second, third)] == ["article", "article", "misc"]
    fields = {field.key: field.value for field in first.fields}
    sha256 = entries[0].sha256
    assert fields == {
        "title": "{A third quay}", "author": "van der Berg, Jan and Okafor, Grace", "journal": "The Tide",
        "year": "2020", "month": "mar", "date": "2020-03-02", "url": "https://tide.example/quay",
        "urldate": "2026-11-24", "langid": "english", "keywords": "Money",
        "note": "check the rate: “The quay will cost 41 million euros.” "
        f"(paragraph 1, characters 29–65; SHA-256 {sha256})",
    }  # fmt: skip


def test_hostile_bibtex_is_one_record_of_plain_text(entries, hostile):
    library = bibtexparser.parse_string(write_bibtex([hostile, *entries]))
    assert (len(library.failed_blocks), len(library.entries), len(library.comments)) == (0, 4, 0)
    title = library.entries[0].fields_dict["title"].value
    assert r"\textbackslash{}input\{/etc/passwd\}" in title
    assert r"\{\%\$\#\&\_\textasciicircum{}\textasciitilde{}\}" in title


def test_ris_is_read_back(entries):
    first, _, third = rispy.loads(write_ris(entries))
    assert first["type_of_reference"] == "NEWS"
    assert first["authors"] == ["van der Berg, Jan", "Okafor, Grace"]
    assert (first["title"], first["secondary_title"], first["year"]) == ("A third quay", "The Tide", "2020")
    assert (first["date"], first["urls"]) == ("2020/03/02/", ["https://tide.example/quay"])
    assert (first["abstract"], first["notes"]) == ("The quay will cost 41 million euros.", ["check the rate"])
    assert (first["section"], first["custom_field"] if "custom_field" in first else first["note"]) == (
        "paragraph 1, characters 29–65", f"SHA-256 {entries[0].sha256}",
    )  # fmt: skip
    assert (third["type_of_reference"], "authors" in third, "urls" in third) == ("GEN", False, False)


def test_hostile_ris_is_one_record(entries, hostile):
    read = rispy.loads(write_ris([hostile, *entries]))
    assert [one["type_of_reference"] for one in read] == ["NEWS", "NEWS", "NEWS", "GEN"]
    assert "TY - BOOK" in read[0]["title"]


def test_csl_json_is_read_back_by_a_processor(entries, hostile):
    written = json.loads(write_csl_json([*entries, hostile]))
    source = CiteProcJSON([{name: value for name, value in item.items() if name != "custom"} for item in written])
    assert str(source["berg2020-1"]["title"]) == "A third quay"
    assert [name.parts()[:2] for name in source["berg2020-1"]["author"]] == [("Jan", "Berg"), ("Grace", "Okafor")]
    assert source["berg2020-1"]["issued"] == {"year": 2020, "month": 3, "day": 2, "circa": False}
    assert written[1]["custom"]["text"] == "The port employs 1,250 people."
    assert written[3]["custom"]["text"] == EVIL
    assert "URL" not in written[3]


def test_csv_is_safe_from_formulas(entries, hostile):
    rows = list(csv.DictReader(io.StringIO(write_csv([*entries, hostile]).removeprefix("\ufeff"))))
    assert list(rows[0]) == list(COLUMNS)
    assert (rows[1]["text"], rows[1]["paragraph"], rows[1]["start"], rows[1]["end"]) == (
        "The port employs 1,250 people.", "2", "67", "97",
    )  # fmt: skip
    assert rows[0]["opens_at"].startswith("https://tide.example/quay#:~:text=")
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    assert rows[3]["title"].startswith("'=HYPERLINK")


ANY = st.text(st.characters(), min_size=1, max_size=60)


@given(ANY)
@settings(deadline=None, max_examples=150)
def test_any_text_gives_one_record_that_is_read_back(text):
    one = entry(QUAY, 29, 65, title=text, author=text, publication=text, note=text, heading=text)
    library = bibtexparser.parse_string(write_bibtex([one]))
    assert (len(library.blocks), len(library.entries)) == (1, 1)
    (read,) = rispy.loads(write_ris([one]))
    assert read.get("title", "") == cleaned(text)
    (row,) = csv.DictReader(io.StringIO(write_csv([one]).removeprefix("\ufeff"), newline=""))
    assert row["text"] == "The quay will cost 41 million euros."
    assert {
        cell.data_type for cells in openpyxl.load_workbook(io.BytesIO(write_xlsx([one], text))).active for cell in cells
    } <= {"s", "n"}


def test_xlsx_holds_texts_and_no_formula(entries, hostile):
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([*entries, hostile], EVIL))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    cells = dict(zip(COLUMNS, rows[1], strict=True))
    assert (cells["text"], cells["start"], cells["sha256"]) == (entries[0].text, 29, entries[0].sha256)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert rows[4][COLUMNS.index("title")].startswith('=HYPERLINK("http://x"')


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([entry("a" * 40_000, 0, 40_000)], "Long"))).active
    text = sheet.cell(2, COLUMNS.index("text") + 1).value
    assert (len(text), text[-2:]) == (LONGEST_CELL, "a…")


def test_annotations_select_the_exact_words(entries):
    page = json.loads(write_annotations(entries, "Port"))
    assert (page["@context"][0], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    first = page["items"][0]
    quote, position = first["target"]["selector"]
    assert QUAY[position["start"] : position["end"]] == quote["exact"] == "The quay will cost 41 million euros."
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in QUAY
    assert first["target"]["source"]["id"] == "https://tide.example/quay"
    assert first["target"]["source"]["fn:sha256"] == entries[0].sha256
    assert [body["value"] for body in first["body"]] == ["check the rate", "Money"]
    assert page["items"][2]["target"]["source"]["id"] == f"urn:sha256:{entries[2].sha256}"


def test_hostile_annotations_name_no_address_and_can_be_written(hostile):
    page = write_annotations([hostile], EVIL)
    page.encode("utf-8")
    assert json.loads(page)["items"][0]["target"]["source"]["id"] == f"urn:sha256:{hostile.sha256}"


@pytest.mark.parametrize("write", [write_bibtex, write_ris, write_csl_json, write_csv])
def test_nothing_gives_an_empty_file_that_is_whole(write):
    assert write([]).strip("\ufeff\r\n") in ("", "[]", ",".join(COLUMNS))
