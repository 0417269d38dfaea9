import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.documents import Failure, read_documents, read_records
from extract.types import Document

ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(str.strip)


def shown(found) -> list[tuple[str, str]]:
    """Give the last part of each source with the text or the reason."""
    return [(Path(item.source).name, item.text if isinstance(item, Document) else item.reason) for item in found]


def test_read_records_takes_id_text_and_metadata():
    line = b'{"id": "q7", "text": "One.\\r\\n", "title": "T", "author": ["A", "B"], "published": "May 2002", "url": "https://a.example"}'
    assert list(read_records([line])) == [
        Document(
            "q7", "One.\r\n", "-", hashlib.sha256(line).hexdigest(), "T", "A; B", None, "2002-05", "https://a.example"
        )
    ]


@given(ANY_TEXT, st.booleans())
@settings(deadline=None)
def test_read_records_takes_any_text_exactly(text, ascii_only):
    line = json.dumps({"id": "1", "text": text}, ensure_ascii=ascii_only)
    assert [item.text for item in read_records([line]) if isinstance(item, Document)] == [text]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "1", "text": "x"', "is not valid JSON at character 24: write one object in a line, between { and }"),
        ("[" * 100_000, "is not valid JSON: write one object in a line, between { and }"),
        ('["x"]', 'is not a JSON object: write {"id": "…", "text": "…"}'),
        ('{"id": "1"}', 'has no "text", or one that is no string: write {"id": "…", "text": "…"}'),
        ('{"id": "1", "text": 5}', 'has no "text", or one that is no string: write {"id": "…", "text": "…"}'),
        ('{"id": ["1"], "text": "x"}', 'has an "id" that is neither a string nor a whole number: write it in quotation marks'),
        ('{"id": "1", "text": "  "}', "holds no text: save its text again, or leave the file out"),
        ('{"id": "1", "text": "a\\ud800b"}', "holds half a character (a lone surrogate) or a NUL: write the text out again as UTF-8"),
        ('{"id": "1", "text": "a\\u0000b"}', "holds half a character (a lone surrogate) or a NUL: write the text out again as UTF-8"),
        ('{"id": "\\udfff", "text": "ab"}', "holds half a character (a lone surrogate) or a NUL: write the text out again as UTF-8"),
        ('{"text": "ab", "title": "\\udfff"}', "holds half a character (a lone surrogate) or a NUL: write the text out again as UTF-8"),
        (b'{"text": "caf\xe9"}', "is not UTF-8: save the file as UTF-8"),
        ('{"text": "' + "x" * 1_000_001 + '"}', "is longer than 1,000,000 characters: split it into articles"),
        ('{"text": "' + "x" * 10_000_001 + '"}', "is longer than 10 MB: split the article"),
    ],
    ids=range(14),
)  # fmt: skip
def test_read_records_names_the_line_and_goes_on(line, reason):
    found = list(read_records(["", line, '{"id": 2, "text": "Two."}']))
    assert found[0] == Failure("-:2", reason)
    assert [(item.id, item.text) for item in found[1:]] == [("2", "Two.")]


def test_read_documents_reads_json_lines_past_one_that_is_too_long(tmp_path):
    with (tmp_path / "many.jsonl").open("wb") as file:
        file.write(b'\xef\xbb\xbf{"text": "One."}\r\n')
        file.write(b'{"text": "' + b"x" * 25_000_000 + b'"}\n')
        file.write(b'{"id": "three", "text": "Three."}')
    assert shown(read_documents([tmp_path])) == [
        ("many.jsonl", "One."),
        ("many.jsonl:2", "is longer than 10 MB: split the article"),
        ("many.jsonl", "Three."),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,text\n1,One.\n2,Two.\n", [("t.csv", "One."), ("t.csv", "Two.")]),
        ("Body;Headline\r\nOne, two.;H\r\n", [("t.csv", "One, two.")]),
        ("content\ttitle\nOne; two, three.\tH\n", [("t.csv", "One; two, three.")]),
        ('text\n"One ""quoted""\r\nsecond line"\nNext.\n', [("t.csv", 'One "quoted"\r\nsecond line'), ("t.csv", "Next.")]),
        ("text,title\nOne.\u2028Still one.,T\n\n,\nTwo.,T", [("t.csv", "One.\u2028Still one."), ("t.csv", "Two.")]),
        ("text,title\nOne.,a,b\nTwo.,c\n", [("t.csv:2", "has 3 cells under 2 headings: put cells that hold a separator in quotes"), ("t.csv", "Two.")]),
        ('text,title\n"One" more,T\nTwo.,T\n', [("t.csv:2", "has a quotation mark out of place: write two where a cell holds one"), ("t.csv", "Two.")]),
        ('text,title\nOne.,T\n"Two.,T\n', [("t.csv", "One."), ("t.csv:3", "has a quotation mark out of place: write two where a cell holds one")]),
        ("text,title\n,T\n", [("t.csv:2", "holds no text: save its text again, or leave the file out")]),
        ("name,story\nA,One.\n", [("t.csv", "has no column for the text: name one of its columns (name, story) text or body or content or article_text or full_text")]),
        ("text\n" + "x" * 200_000, [("t.csv", "x" * 200_000)]),
    ],
    ids=range(11),
)  # fmt: skip
def test_read_documents_reads_tables_row_by_row(tmp_path, content, expected):
    (tmp_path / "t.csv").write_bytes(content.encode())
    assert shown(read_documents([tmp_path])) == expected


def test_read_documents_takes_metadata_from_columns(tmp_path):
    content = "ID,Headline,Byline,Newspaper,Date,Link,Lang,Body\n9,Buses,Ann Lee,The Gazette,19 Aug 2002,https://a.example,de,Forty buses.\n"
    (tmp_path / "t.csv").write_bytes(content.encode("utf-16"))
    row = content.splitlines(keepends=True)[1].encode()
    assert list(read_documents([tmp_path])) == [
        Document(
            "9", "Forty buses.", str(tmp_path / "t.csv"), hashlib.sha256(row).hexdigest(),
            "Buses", "Ann Lee", "The Gazette", "2002-08-19", "https://a.example", "de",
        )
    ]  # fmt: skip


def test_read_documents_maps_columns_that_it_is_told(tmp_path):
    (tmp_path / "t.csv").write_text("nr,story,text,title\n1,The article.,a teaser,T\n", "utf-8")
    (read,) = read_documents([tmp_path], columns={"text": "story", "id": "nr"})
    assert (read.id, read.text, read.title) == ("1", "The article.", "T")
    (failure,) = read_documents([tmp_path], columns={"text": "article"})
    assert failure.reason == 'has no column "article"; its columns are nr, story, text, title: name one of these'


def test_manifest_stands_over_what_files_say(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_text("---\ntitle: Old\nauthor: Ann Lee\n---\nText.", "utf-8")
    (tmp_path / "sub" / "cafe\u0301.txt").write_text("Other text.", "utf-8")
    (tmp_path / "articles.csv").write_text(
        "file,title,publication,date,language\na.md,New,The Gazette,2002-08,\nsub/caf\u00e9.txt,Caf\u00e9,,2003,fr\n",
        "utf-8",
    )
    found = list(read_documents([tmp_path]))
    assert [(item.title, item.author, item.publication, item.published, item.language) for item in found] == [
        ("New", "Ann Lee", "The Gazette", "2002-08", "en"),
        ("Caf\u00e9", None, None, "2003", "fr"),
    ]
    assert list(read_documents([tmp_path / "a.md"])) == found[:1]


def test_manifest_nearest_to_a_file_counts(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Text.", "utf-8")
    (tmp_path / "articles.csv").write_text("file,title,author\nsub/a.txt,Far,Ann Lee\n", "utf-8")
    (tmp_path / "sub" / "articles.csv").write_text("file,title\na.txt,Near\n", "utf-8")
    assert [(item.title, item.author) for item in read_documents([tmp_path])] == [("Near", "Ann Lee")]


def test_manifest_says_what_is_wrong_with_it(tmp_path):
    (tmp_path / "a.txt").write_text("Text.", "utf-8")
    (tmp_path / "articles.csv").write_text(
        "file,date\na.txt,soon\ngone.txt,\n../../etc/passwd,\n,2002\na.txt,2002,x\n", "utf-8"
    )
    assert shown(read_documents([tmp_path])) == [
        ("articles.csv:2", 'gives the date "soon", which is not understood: write it as 2002-08-19, 2002-08 or 2002'),
        ("articles.csv:3", 'names "gone.txt", which is not in the folder: check the name'),
        ("articles.csv:4", 'names "../../etc/passwd", outside its folder: give the path below the folder'),
        ("articles.csv:5", "names no file: fill in its first column"),
        ("articles.csv:6", "has 3 cells under 2 headings: put cells that hold a separator in quotes"),
        ("a.txt", "Text."),
    ]
    assert shown(read_documents([tmp_path / "articles.csv"]))[-1] == (
        "articles.csv",
        "lists other files: add their folder instead",
    )


def test_articles_csv_with_texts_is_a_table(tmp_path):
    (tmp_path / "articles.csv").write_text("file,text\na.txt,The text.\n", "utf-8")
    assert shown(read_documents([tmp_path])) == [("articles.csv", "The text.")]
