"""Corpora in the layout of SQuAD: articles, paragraphs, questions with offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from kb.training.records import Question, Span, Text, read_text
from kb.training.sentences import Cut, cut_text

JOINT = "\n\n"


def read_squad_layout(path: Path, corpus: str) -> list[Question]:
    """All questions of a file whose answers are known, and those that have none."""
    articles = json.loads(read_text(path))["data"]
    return [question for article in articles for question in _article(article, corpus)]


def _article(article: dict[str, Any], corpus: str) -> Iterator[Question]:
    contexts = [paragraph["context"] for paragraph in article["paragraphs"]]
    found = cut_text(contexts, JOINT)
    title = "" if corpus == "tatqa" else unquote(article.get("title", "")).replace("_", " ")  # there it is a number
    text = Text(title, found.sentences)
    offset = 0
    for paragraph, context in zip(article["paragraphs"], contexts, strict=True):
        numbers = [n for n, (a, b) in enumerate(found.bounds) if offset <= a and b <= offset + len(context)]
        for asked in paragraph["qas"]:
            yield from _question(asked, text, found, offset, numbers, corpus)
        offset += len(context) + len(JOINT)


def _question(
    asked: dict[str, Any], text: Text, found: Cut, offset: int, numbers: list[int], corpus: str
) -> Iterator[Question]:  # fmt: skip
    if not numbers or asked.get("multi"):
        return
    within = (numbers[0], numbers[-1] + 1)
    question = asked["question"].strip()
    if asked.get("is_impossible"):
        yield Question(corpus, question, text, (), within=within)
        return
    answers = tuple(dict.fromkeys(answer["text"].strip() for answer in asked["answers"]))
    spans = {span for answer in asked["answers"] for span in _spans(answer, found, offset)}
    if spans and all(answers):
        ordered = tuple(sorted(spans, key=lambda s: (s.sentence, s.start, s.end)))
        golds = tuple(sorted({span.sentence for span in ordered}))
        yield Question(corpus, question, text, golds, ordered, answers, within)


def _spans(answer: dict[str, Any], found: Cut, offset: int) -> Iterator[Span]:
    printed = answer["text"]
    start = len(printed) - len(printed.lstrip())
    for place in answer.get("starts") or [answer["answer_start"]]:
        begin = offset + place + start
        held = found.place(begin, begin + len(printed.strip()))
        if held:
            yield Span(*held)
