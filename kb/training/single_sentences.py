"""Corpora of questions on single sentences: QAMR, QA-SRL, QADiscourse and the SQuAD sentences."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.training.records import Question, Span, Text, read_lines, read_text
from kb.training.sentences import joined

NEAR = 2  # lines of squad_sentences on each side that are taken for the neighbours of a sentence


def read_squad_sentences(path: Path) -> list[Question]:
    """SQuAD questions with their sentence; lines follow the articles, so neighbouring lines give the context."""
    lines = read_lines(path)
    order = list(dict.fromkeys(line["sentence"] for line in lines))
    numbers = {sentence: number for number, sentence in enumerate(order)}
    found = []
    for line in lines:
        number = numbers[line["sentence"]]
        first = max(number - NEAR, 0)
        text = Text("", tuple(order[first : number + NEAR + 1]))
        gold = number - first
        length = len(line["answer"])
        spans = tuple(Span(gold, s, s + length) for s in line.get("starts") or [line["answer_start"]])
        answers = (line["answer"],)
        found.append(Question("squad_sentences", line["question"].strip(), text, (gold,), spans, answers))
    return found


def read_qamr(folder: Path) -> list[Question]:
    """Questions whose answer is a run of words that a validator at least in part agrees with."""
    rows = (line.split("\t") for line in (folder / "sentences.tsv").read_text("utf-8").splitlines())
    sentences = {row[0]: joined(row[1].split(" ")) for row in rows if len(row) == 2}
    found = []
    for line in read_text(folder / "qamr.tsv.xz").splitlines():
        fields = line.split("\t")
        if len(fields) < 9 or fields[0] not in sentences:
            continue
        answer = _indices(fields[6])
        agreed = any(answer & _indices(said.split(":", 1)[-1]) for said in fields[7:9])
        if answer and agreed and max(answer) - min(answer) + 1 == len(answer):
            sentence, bounds = sentences[fields[0]]
            start, end = bounds[min(answer)][0], bounds[max(answer)][1]
            found.append(_single("qamr", fields[5], sentence, [(start, end)]))
    return found


def _indices(field: str) -> set[int]:
    return {int(index) for index in field.split() if index.isdigit()}


def read_qasrl(folder: Path) -> list[Question]:
    """Questions of the gold standard; all their answers are right, questions of "someone" alone are left out."""
    found = []
    for domain in ("wikinews", "wikipedia"):
        sentences = {
            row["qasrl_id"]: joined(row["tokens"].split()) for row in _rows(folder / f"{domain}.dev.sentences.csv", ",")
        }
        for row in _rows(folder / f"{domain}.dev.gold.csv", ","):
            sentence, bounds = sentences[row["qasrl_id"]]
            ranges = [tuple(map(int, part.split(":"))) for part in row["answer_range"].split("~!~") if part]
            spans = [(bounds[first][0], bounds[end - 1][1]) for first, end in ranges if first < end <= len(bounds)]
            if spans and row["is_redundant"] == "False":
                found.append(_single("qasrl_gs", row["question"], sentence, spans))
    return found


def read_qadiscourse(folder: Path) -> list[Question]:
    """Questions whose answer stands word for word in the sentence, once."""
    found = []
    for path in sorted(folder.glob("*.tsv.xz")):
        for row in _rows(path, "\t"):
            sentence = row["untokenized sentence"].strip()
            words = [re.escape(word) for word in row["answer"].split()]
            places = [m.span() for m in re.finditer(r"\s*".join(words), sentence)] if words else []
            if len(places) == 1:
                question = re.sub(r"\s+([,.;:])", r"\1", row["full_question"]).strip().rstrip("?") + "?"
                found.append(_single("qadiscourse", question, sentence, places))
    return found


def _rows(path: Path, separator: str) -> Iterable[dict[str, str]]:
    lines = read_text(path).splitlines()
    if separator == ",":
        return csv.DictReader(lines)
    return csv.DictReader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)


def _single(corpus: str, question: str, sentence: str, places: Iterable[tuple[int, int]]) -> Question:
    spans = tuple(Span(0, start, end) for start, end in places)
    answers = tuple(sentence[span.start : span.end] for span in spans)
    return Question(corpus, question.strip(), Text("", (sentence,)), (0,), spans, answers)


def repeated(questions: Iterable[Question]) -> Iterator[str]:
    """Questions asked of several sentences: they say too little of what they are about."""
    counts = Counter(question for question, _ in {(q.text.lower(), q.source.sentences) for q in questions})
    return (question for question, count in counts.items() if count > 1)
