"""The command line: what it prints, for people and machines, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest

BELL = "\x1b]0;pwned\x07"  # sets the title of a terminal that is not careful
LISTS = ("documents", "entities", "figures", "quotes", "claims")


def json_lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def spans(part: object) -> list[dict[str, object]]:
    """Give every {"start", "end", "text"} inside."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    own = [part] if isinstance(part, dict) and {"start", "end", "text"} <= part.keys() else []
    return own + [span for each in inner for span in spans(each)]


def test_add_says_what_became_of_each(fresh):
    first = json_lines({"id": "a", "text": "Rain fell on Cork."}, {"id": "b", "text": "Snow fell on Bergen."})
    assert fresh("add", "-", given=first).stdout == "Articles: 2 added\n"
    assert fresh("add", "-", given=first).stdout == "Articles: 2 skipped\n"
    changed = json_lines({"id": "a", "text": "Hail fell on Cork."})
    assert fresh("add", "-", given=changed).stdout == "Articles: 1 replaced\n"


def test_add_as_json_gives_every_outcome(fresh):
    done = fresh("add", "--json", "-", given=json_lines({"id": "a", "text": "Rain fell on Cork."}))
    assert json.loads(done.stdout) == {
        "added": [{"what": "added", "source": "-", "document": "a", "reason": None}],
        "replaced": [], "skipped": [], "failed": [], "removed": [],
    }  # fmt: skip


def test_add_names_what_failed_and_does_the_rest(fresh, tmp_path):
    (tmp_path / "cork.txt").write_text("Rain fell on Cork.", "utf-8")
    done = fresh("add", str(tmp_path / "nowhere"), str(tmp_path / "cork.txt"))
    assert (done.exit_code, done.stdout) == (1, "Articles: 1 added, 1 failed\n")
    assert done.stderr.startswith(f"Not read: {tmp_path / 'nowhere'}: ")


def test_add_says_that_a_text_is_not_english(fresh):
    text = "Die Stadt liegt am Fluss. Der Hafen ist alt."
    done = fresh("add", "-", given=json_lines({"id": "de", "text": text, "language": "de"}))
    assert done.exit_code == 0
    assert "not English" in done.stdout


def test_add_folder_then_the_same_again(fresh, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "cork.md").write_text("---\ntitle: Rain\n---\nRain fell on Cork.\n", "utf-8")
    assert fresh("add", str(folder)).stdout == "Articles: 1 added\n"
    assert fresh("add", str(folder)).stdout == "Articles: 1 skipped\n"


def test_remove_takes_out_and_names_what_is_not_there(fresh):
    fresh("add", "-", given=json_lines({"id": "a", "text": "Rain fell on Cork."}))
    done = fresh("remove", "a", "zebra")
    assert (done.exit_code, done.stdout) == (1, "Removed: a\n")
    assert "zebra" in done.stderr
    assert json.loads(fresh("documents", "--json").stdout) == []


def test_ask_cites_exact_sentences(kb_on, texts):
    answer = json.loads(kb_on("ask", "How many people does the port employ?", "--json").stdout)
    assert (answer["answer"], answer["abstained"], answer["reason"]) == ("1,250", False, None)
    assert answer["citations"][0]["text"] == "The port employs 1,250 people."
    for citation in answer["citations"]:
        assert all(texts[citation["document"]][s["start"] : s["end"]] == s["text"] for s in spans(citation))


def test_ask_prints_answer_sentence_and_source(kb_on):
    shown = kb_on("ask", "How", "many", "people", "does", "the", "port", "employ?").stdout
    assert shown.startswith("Question: How many people does the port employ?\n\n1,250\n")
    assert "“The port employs 1,250 people.”" in shown
    assert "A third quay, The Tide, 2 March 2020" in shown


def test_ask_without_a_question_asks_one_that_is_answered(kb_on, fresh):
    assert not json.loads(kb_on("ask", "--json").stdout)["abstained"]
    fresh("add", "-", given="")
    assert fresh("ask").stderr.startswith("Error: no question comes to mind")


def test_ask_top_limits_the_citations(kb_on):
    answer = json.loads(kb_on("ask", "--top", "1", "--json", "What will the quay cost?").stdout)
    assert len(answer["citations"]) == 1


def test_ask_refuses_what_the_articles_do_not_say(kb_on):
    answer = json.loads(kb_on("ask", "Who painted the Mona Lisa?", "--json").stdout)
    assert answer["abstained"]
    assert (answer["answer"], answer["reason"] in ("unknown-name", "no-evidence", "weak-evidence")) == (None, True)
    shown = kb_on("ask", "Who painted the Mona Lisa?")
    assert shown.exit_code == 0
    assert shown.stdout.strip()


def test_ask_batch_keeps_ids_and_order_and_goes_on_after_a_bad_line(kb_on):
    asked = json_lines(
        {"id": "q2", "question": "What will the quay cost?"}, {"id": "no question"}, {"id": 1, "question": ""}
    )
    done = kb_on(
        "ask", "--batch", "-", given=f"{asked}\n{{broken\n[]\n" + json_lines({"question": "Who is the mayor?"})
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["q2", 1, None]
    assert done.exit_code == 1
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [
        f" line {number} is no question" for number in (2, 5, 6)
    ]


def test_empty_base_refuses(fresh):
    fresh("add", "-", given="")
    answer = json.loads(fresh("ask", "Who is the mayor?", "--json").stdout)
    assert (answer["abstained"], answer["reason"]) == (True, "empty-base")
    assert "Add some" in fresh("ask", "Who is the mayor?").stdout


@pytest.mark.parametrize(
    "command", [*LISTS, "check", ("ask", "Who?"), ("show", "a"), ("remove", "a"), ("export", "quotes")]
)
def test_missing_base_is_named_with_the_remedy(fresh, command):
    words = (command,) if isinstance(command, str) else command
    done = fresh(*words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "there is no base at" in done.stderr
    assert "add FOLDER" in done.stderr


def test_file_that_is_no_base_is_named(fresh, tmp_path):
    (tmp_path / "kb.db").write_bytes(b"an old letter, not a base at all" * 100)
    done = fresh("documents")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert "kb.db" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("add",),
        ("remove",),
        ("extract",),
        ("show",),
        ("export", "everything"),
        ("figures", "--kind", "unheard-of"),
        ("figures", "--limit", "0"),
        ("ask", "Who?", "--batch", "-"),
        ("ask", "--top", "0", "Who?"),
        ("ask", "--batch", "not-there.jsonl"),
    ],
)
def test_wrong_use_ends_with_2(kb_on, words):
    done = kb_on(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error: " in done.stderr


def test_extract_batch_gives_the_contract_in_order(kb_on, texts):
    given = json_lines(*({"id": id, "text": text, "published": "2020-03-02"} for id, text in texts.items()))
    done = kb_on("extract", "--batch", "-", given=f"{given}{{broken\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [extraction["id"] for extraction in found] == ["harbour", "orchard"]
    for extraction in found:
        assert list(extraction) == ["id", "sentences", "mentions", "figures", "quotes", "claims", "entities"]
        assert all(texts[extraction["id"]][s["start"] : s["end"]] == s["text"] for s in spans(extraction))
    assert done.exit_code == 1
    assert "Not read: -:3: " in done.stderr


def test_extract_prints_files_for_people_and_machines(fresh, tmp_path, texts):
    path = tmp_path / "harbour.txt"
    path.write_text(texts["harbour"], "utf-8")
    assert "41 million euros = 41,000,000 EUR (money)" in fresh("extract", str(path)).stdout
    [extraction] = json.loads(fresh("extract", "--json", str(path)).stdout)
    assert [figure["value"] for figure in extraction["figures"] if figure["kind"] == "money"] == [41e6]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_not_empty_and_are_limited(kb_on, name):
    found = json.loads(kb_on(name, "--json").stdout)
    assert len(found) > 1
    assert json.loads(kb_on(name, "--json", "--limit", "1").stdout) == found[:1]
    assert kb_on(name).stdout.strip()


@pytest.mark.parametrize("name", ["figures", "quotes", "claims"])
def test_listed_records_have_their_place_and_sentence(kb_on, texts, name):
    for row in json.loads(kb_on(name, "--json", "--document", "harbour").stdout):
        assert row["document"] == "harbour"
        assert all(texts["harbour"][s["start"] : s["end"]] == s["text"] for s in spans(row))
        assert row["evidence"]["id"] == f"harbour.{row['sentence']}"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("figures", "--kind", "money"), 1),
        (("figures", "--like", "tonnes", "--kind", "count"), 0),
        (("figures", "--document", "elsewhere"), 0),
        (("documents", "--like", "tide"), 1),
        (("documents", "--like", "100%"), 0),
        (("quotes", "--kind", "direct", "--like", "third quay"), 1),
        (("entities", "--kind", "person", "--like", "Quill"), 1),
    ],
)
def test_filters_narrow(kb_on, words, count):
    assert len(json.loads(kb_on(*words, "--json").stdout)) == count


def test_show_tells_all_about_a_document_a_sentence_and_an_entity(kb_on, texts):
    assert json.loads(kb_on("show", "harbour", "--json").stdout)["document"]["text"] == texts["harbour"]
    sentence = json.loads(kb_on("show", "orchard.0", "--json").stdout)
    assert sentence["sentence"]["text"].startswith("Orchards in Kent")
    [mayor] = json.loads(kb_on("entities", "--like", "Quill", "--json").stdout)
    assert "Marta Quill" in kb_on("show", mayor["id"]).stdout
    assert "title: A third quay" in kb_on("show", "harbour").stdout


def test_show_names_an_unknown_id(kb_on):
    done = kb_on("show", "zebra")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "zebra" in done.stderr


def test_check_passes_a_whole_base_and_lists_what_is_off(fresh, tmp_path):
    fresh("add", "-", given=json_lines({"id": "a", "text": "Rain fell on Cork."}))
    assert (fresh("check").exit_code, json.loads(fresh("check", "--json").stdout)) == (0, [])
    with sqlite3.connect(tmp_path / "kb.db") as db:
        db.execute("UPDATE sentences SET end = end - 1")
    db.close()
    done = fresh("check")
    assert done.exit_code == 1
    assert done.stdout.startswith("offset: sentence a.0")


@pytest.mark.parametrize("what", ["citations", *LISTS])
def test_export_writes_csv_and_json_with_the_same_rows(kb_on, tmp_path, what):
    assert kb_on("export", what, "--format", "json", "-o", str(tmp_path / "out.json")).exit_code == 0
    assert kb_on("export", what, "-o", str(tmp_path / "out.csv")).exit_code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"))))
    assert len(rows) == len(json.loads((tmp_path / "out.json").read_text("utf-8"))) > 1
    assert None not in rows[0]


def test_exported_citations_are_csl_items(kb_on):
    found = {item["id"]: item for item in json.loads(kb_on("export", "citations", "--format", "json").stdout)}
    assert found == {
        "harbour": {
            "id": "harbour", "type": "article-newspaper", "title": "A third quay", "container-title": "The Tide",
            "issued": {"date-parts": [[2020, 3, 2]]}, "language": "en",
        },
        "orchard": {
            "id": "orchard", "type": "article-newspaper", "title": "Frost", "URL": "https://example.org/frost",
            "author": [{"family": "Pip", "given": "A."}, {"family": "Core", "given": "B."}], "language": "en",
        },
    }  # fmt: skip
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(kb_on("export", "citations").stdout))}
    assert rows["orchard"]["author"] == "A. Pip; B. Core"


def test_export_defuses_formulas_in_csv_alone(fresh):
    title = '=HYPERLINK("https://example.org")'
    fresh("add", "-", given=json_lines({"id": "a", "text": "Rain fell on Cork.", "title": title}))
    [row] = csv.DictReader(io.StringIO(fresh("export", "documents").stdout))
    assert row["title"] == f"'{title}"
    assert json.loads(fresh("export", "documents", "--format", "json").stdout)[0]["title"] == title


def test_no_control_character_of_a_document_reaches_a_terminal(fresh):
    article = {"id": f"a{BELL}", "text": f"Rain{BELL} fell on Cork for 3 days.", "title": f"Rain{BELL}"}
    fresh("add", "-", given=json_lines(article))
    shown = [fresh(name) for name in LISTS] + [
        fresh("ask", "Where did rain fall?"),
        fresh("show", article["id"]),
        fresh("show", f"zebra{BELL}"),
        fresh("remove", article["id"], f"zebra{BELL}"),
        fresh("extract", "--json", f"zebra{BELL}"),
    ]
    assert not [done.output for done in shown if "\x1b" in done.output or "\x07" in done.output]
