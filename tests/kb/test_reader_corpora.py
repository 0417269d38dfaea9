import csv
import json
import lzma

import pytest

from kb.training.held_out import SQUAD_TITLES, is_drawn, kept_in, kept_out, plain_title
from kb.training.records import Question, Text
from kb.training.sentences import cut, cut_text, joined
from kb.training.single_sentences import read_qadiscourse, read_qamr, read_qasrl, read_squad_sentences, repeated
from kb.training.squad_layout import read_squad_layout
from kb.training.whole_articles import read_cmu, read_nq, read_qed, read_selqa


def answers_of(question):
    return [question.source.sentences[span.sentence][span.start : span.end] for span in question.spans]


def lines(path, *rows):
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_bytes(lzma.compress(text.encode()) if path.suffix == ".xz" else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rose. It fell!", ["It rose.", "It fell!"]),
        ("Mr. Xu met Dr. Ana J. Souza in the U.S. Senate.", ["Mr. Xu met Dr. Ana J. Souza in the U.S. Senate."]),
        ("“Orders doubled.” He left.", ["“Orders doubled.”", "He left."]),
        ("It cost 3.5 million. 400 came.", ["It cost 3.5 million.", "400 came."]),
        ("A heading\n\nIt rose.", ["A heading", "It rose."]),
        ("He joined Juyi Inc. Then he left. e.g. here", ["He joined Juyi Inc. Then he left. e.g. here"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_reader_corpora_cut(text, sentences):
    assert [text[start:end] for start, end in cut(text)] == sentences


@pytest.mark.parametrize(
    ("start", "end", "place"), [(0, 2, (0, 0, 2)), (10, 12, (1, 0, 2)), (3, 12, None), (8, 9, None)]
)
def test_reader_corpora_place(start, end, place):
    assert cut_text(["It rose.", "It fell."]).place(start, end) == place


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Holder , the US attorney general , said .", "Holder, the US attorney general, said."),
        ("`` No , '' he said ( twice ) .", '" No, " he said (twice).'),
        ('He said " no " and did n\'t go .', 'He said "no" and didn\'t go.'),
    ],
)
def test_reader_corpora_joined(tokens, text):
    found, bounds = joined(tokens.split())
    shown = [found[start:end] for start, end in bounds]
    assert [token.replace("``", '"').replace("''", '"') for token in tokens.split()] == shown
    assert found.replace('" ', '"').replace(' "', '"') == text.replace('" ', '"').replace(' "', '"')


def test_reader_corpora_squad_layout(tmp_path):
    given = {
        "title": "Juyi_Group",
        "paragraphs": [
            {"context": "It was founded by Xu in 1998.", "qas": []},
            {
                "context": "Xu runs Juyi. He left in 2004.",
                "qas": [
                    {"question": " Who runs Juyi?", "answers": [{"text": "Xu", "answer_start": 0}]},
                    {"question": "When?", "answers": [{"text": "in 2004", "answer_start": 22, "starts": [22]},
                                                      {"text": "2004", "answer_start": 25}]},
                    {"question": "Who bought it?", "is_impossible": True, "answers": []},
                    {"question": "Both?", "multi": True, "answers": [{"text": "Xu", "answer_start": 0}]},
                    {"question": "Across?", "answers": [{"text": "Juyi. He", "answer_start": 8}]},
                ],
            },
        ],
    }  # fmt: skip
    found = read_squad_layout(lines(tmp_path / "squad.json.xz", {"data": [given]}), "squad")
    assert [(q.text, q.golds, answers_of(q), q.within) for q in found] == [
        ("Who runs Juyi?", (1,), ["Xu"], (1, 3)),
        ("When?", (2,), ["in 2004", "2004"], (1, 3)),
        ("Who bought it?", (), [], (1, 3)),
    ]
    assert found[0].source.title == "Juyi Group"


def test_reader_corpora_squad_sentences_have_neighbours(tmp_path):
    rows = [
        {"question": f"Q{n}?", "sentence": f"Line {n} is here.", "answer": "here", "answer_start": 10} for n in range(6)
    ]
    found = read_squad_sentences(lines(tmp_path / "s.jsonl.xz", *rows))
    assert [len(q.source.sentences) for q in found] == [3, 4, 5, 5, 4, 3]
    assert [q.source.sentences[q.golds[0]] for q in found] == [row["sentence"] for row in rows]
    assert all(answers_of(q) == ["here"] for q in found)


def test_reader_corpora_qamr_wants_a_validator_that_agrees(tmp_path):
    (tmp_path / "sentences.tsv").write_text("s1\tHolder , of Texas , said no .\n", "utf-8")
    rows = [
        "s1\t0\t1\t0\t0\tWho said no?\t0\t2:0\t3:0 1",
        "s1\t0\t1\t1\t0\tWhere is he from?\t2 3\t2:3\t3:9",
        "s1\t0\t1\t2\t0\tNobody agrees?\t5\t2:0\t3:3",
        "s1\t0\t1\t3\t0\tApart?\t0 3\t2:0\t3:3",
    ]
    (tmp_path / "qamr.tsv.xz").write_bytes(lzma.compress("\n".join(rows).encode()))
    assert [(q.text, answers_of(q)) for q in read_qamr(tmp_path)] == [
        ("Who said no?", ["Holder"]),
        ("Where is he from?", ["of Texas"]),
    ]


def test_reader_corpora_qasrl_takes_every_answer(tmp_path):
    for domain in ("wikinews", "wikipedia"):
        with (tmp_path / f"{domain}.dev.sentences.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("qasrl_id", "tokens"), ("s", "Ships left Kiel , and Bremen .")])
        with (tmp_path / f"{domain}.dev.gold.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([
                ("qasrl_id", "question", "is_redundant", "answer_range"),
                ("s", "What did someone leave?", "False", "2:3~!~5:6"),
                ("s", "What was left?", "True", "2:3"),
            ])  # fmt: skip
    assert [answers_of(q) for q in read_qasrl(tmp_path)] == [["Kiel", "Bremen"]] * 2


def test_reader_corpora_qadiscourse_wants_the_answer_once(tmp_path):
    header = "full_question\tanswer\tuntokenized sentence"
    rows = [
        "Why did it close , in May\tthe flood\tIt closed because of the flood.",
        "Why did it open\tthe rain\tIt opened because of snow.",
    ]
    (tmp_path / "a.tsv.xz").write_bytes(lzma.compress("\n".join([header, *rows]).encode()))
    found = read_qadiscourse(tmp_path)
    assert [(q.text, answers_of(q)) for q in found] == [("Why did it close, in May?", ["the flood"])]


def test_reader_corpora_nq_takes_the_sentence_most_like_the_question(tmp_path):
    context = "Kiel has ports. The biggest port on the Baltic is Kiel."
    row = {
        "question": "biggest port on the baltic", "title": "Ports", "context": context, "aliases": ["Kiel"],
        "answers": [{"text": "Kiel", "answer_start": 0}, {"text": "Kiel", "answer_start": 50}],
    }  # fmt: skip
    (found,) = read_nq(lines(tmp_path / "nq.jsonl.xz", row))
    assert (found.golds, answers_of(found), found.answers) == ((1,), ["Kiel"], ("Kiel",))


def test_reader_corpora_qed_moves_offsets_to_the_printed_text(tmp_path):
    text = "It opened . The mayor , Ana Souza , left ."
    row = {
        "title_text": "Lima", "question_text": "who is mayor", "paragraph_text": text, "sentence_starts": [0, 12],
        "annotation": {
            "selected_sentence": {"start": 12, "end": 42},
            "answer": [{"paragraph_reference": {"start": 24, "end": 33}}],
        },
    }  # fmt: skip
    (found,) = read_qed(lines(tmp_path / "qed.jsonlines", row))
    assert (found.source.sentences, answers_of(found)) == (("It opened.", "The mayor, Ana Souza, left."), ["Ana Souza"])


def test_reader_corpora_selqa(tmp_path):
    rows = [
        {"question": "Who?", "article": "Lima", "candidates": ["A.", "B."], "answers": [1]},
        {"question": "What?", "article": "Lima", "candidates": ["A."], "answers": []},
    ]
    assert [(q.text, q.golds) for q in read_selqa(lines(tmp_path / "s.json", rows))] == [("Who?", (1,))]


def test_reader_corpora_cmu_wants_a_sentence_like_the_question(tmp_path):
    text = "Kiel is old.\n\nThe harbour of Kiel opened in 1964. Much was built in 1964."
    lines(tmp_path / "articles.jsonl.xz", {"release": "S08", "file": "a", "title": "Kiel", "text": text})
    spans = [{"text": "1964", "starts": [text.index("1964"), text.rindex("1964")]}]
    asked = {"release": "S08", "file": "a", "spans": spans}
    lines(tmp_path / "questions.jsonl.xz", asked | {"question": "When did Kiel's harbour open?"},
          asked | {"question": "Which year is it?"}, asked | {"question": "Yes?", "spans": []})  # fmt: skip
    (found,) = read_cmu(tmp_path)
    assert (found.source.sentences[found.golds[0]], answers_of(found)) == (
        "The harbour of Kiel opened in 1964.",
        ["1964"],
    )


def question(text, title="", sentences=("It rose.",)):
    return Question("squad", text, Text(title, sentences), (0,))


def test_reader_corpora_repeated_questions_are_those_on_several_sentences():
    asked = [question("Who left?"), question("who left?", sentences=("It fell.",)), question("Why?"), question("Why?")]
    assert list(repeated(asked)) == ["who left?"]


@pytest.mark.parametrize("title", ["Sky (United Kingdom)", "Sky_%28United_Kingdom%29", "sky united kingdom"])
def test_reader_corpora_titles_are_kept_out_however_written(title):
    titles = frozenset(plain_title(each) for each in SQUAD_TITLES)
    assert kept_in([question("Who?", title), question("Who?", "Kiel")], titles) == [question("Who?", "Kiel")]


def test_reader_corpora_kept_out(shared):
    titles = kept_out(shared / "data")
    assert {plain_title(title) for title in SQUAD_TITLES} < titles
    assert 0.15 < sum(map(is_drawn, map(str, range(1000)))) / 1000 < 0.35
