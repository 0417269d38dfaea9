"""Corpora of questions on paragraphs and whole articles: Natural Questions, QED, SelQA and the students' questions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from kb.training.records import Question, Span, Text, read_lines, read_text
from kb.training.sentences import Cut, cut_text, joined
from kb.words.terms import is_stopword, read_words

LEAST_SHARED = 2  # words that a sentence shares with a question whose answer was only placed by search


def read_nq(path: Path) -> list[Question]:
    """Search queries on a paragraph; of several places of the answer the sentence most like the question is gold."""
    found = []
    for line in read_lines(path):
        cut = cut_text([line["context"]])
        text = Text(line["title"], cut.sentences)
        places = [(a["answer_start"], a["answer_start"] + len(a["text"])) for a in line["answers"]]
        spans = _best(_placed(cut, places), line["question"], text, least=0)
        if spans:
            answers = (*line["aliases"], *(a["text"] for a in line["answers"]))
            found.append(_question("nq_oracle", line["question"], text, spans, tuple(dict.fromkeys(answers))))
    return found


def read_qed(path: Path) -> list[Question]:
    """Search queries with the one sentence that entails the answer."""
    return [question for line in read_lines(path) for question in _qed(line)]


def _qed(line: dict[str, Any]) -> Iterator[Question]:
    printed, starts = line["paragraph_text"], line["sentence_starts"]
    chosen = line["annotation"].get("selected_sentence")
    if not chosen or chosen["start"] not in starts:
        return
    edges = [*starts, len(printed)]
    sentences, shifted = [], {}
    for number, (first, end) in enumerate(pairwise(edges)):
        sentence, moved = _printed(printed[first:end])
        sentences.append(sentence)
        shifted[number] = (first, moved)
    gold = starts.index(chosen["start"])
    first, moved = shifted[gold]
    spans = []
    for answer in line["annotation"].get("answer", []):
        place = answer["paragraph_reference"]
        start, end = moved.get(place["start"] - first), moved.get(place["end"] - first)
        if start is not None and end is not None and start < end:
            spans.append(Span(gold, start, end))
    answers = tuple(sentences[gold][span.start : span.end] for span in spans)
    text = Text(line["title_text"], tuple(sentences))
    yield Question("qed", line["question_text"], text, (gold,), tuple(spans), answers)


def _printed(tokenised: str) -> tuple[str, dict[int, int]]:
    """Tokenised text as printed, and where the edges of its tokens have moved."""
    tokens = tokenised.split()
    text, bounds = joined(tokens)
    moved, at = {}, 0
    for token, (start, end) in zip(tokens, bounds, strict=True):
        at = tokenised.index(token, at)
        moved[at], moved[at + len(token)] = start, end
        at += len(token)
    return text, moved


def read_selqa(path: Path) -> list[Question]:
    """Questions with the sentences of a section that answer; no spans."""
    return [
        Question("selqa", row["question"], Text(row["article"], tuple(row["candidates"])), tuple(row["answers"]))
        for row in json.loads(read_text(path))
        if row["answers"]
    ]


def read_cmu(folder: Path) -> list[Question]:
    """Students' questions on whole articles, where a sentence that is like the question holds the answer's words."""
    articles = {
        (line["release"], line["file"]): (line["title"], cut_text([line["text"]]))
        for line in read_lines(folder / "articles.jsonl.xz")
    }
    texts = {key: Text(title.replace("_", " "), cut.sentences) for key, (title, cut) in articles.items()}
    found = []
    for line in read_lines(folder / "questions.jsonl.xz"):
        key = line["release"], line["file"]
        if not line["spans"] or key not in articles or not line["question"]:
            continue
        places = [(start, start + len(span["text"])) for span in line["spans"] for start in span["starts"]]
        spans = _best(_placed(articles[key][1], places), line["question"], texts[key], least=LEAST_SHARED)
        if spans:
            answers = tuple(dict.fromkeys(span["text"] for span in line["spans"]))
            found.append(_question("cmu_qa", line["question"], texts[key], spans, answers))
    return found


def _placed(cut: Cut, places: Sequence[tuple[int, int]]) -> list[Span]:
    held = (cut.place(start, end) for start, end in dict.fromkeys(places))
    return [Span(*place) for place in held if place]


def _best(spans: Sequence[Span], question: str, text: Text, *, least: int) -> tuple[Span, ...]:
    """Those of the spans that stand in the sentence that shares most words with the question, at least `least`."""
    asked = _stems(question)
    shared = {span.sentence: len(asked & _stems(text.sentences[span.sentence])) for span in spans}
    best = max(shared, key=lambda number: (shared[number], -number), default=None)
    if best is None or shared[best] < least:
        return ()
    return tuple(span for span in spans if span.sentence == best)


def _stems(text: str) -> set[str]:
    return {word.stem for word in read_words(text) if not is_stopword(word.surface)}


def _question(corpus: str, question: str, text: Text, spans: tuple[Span, ...], answers: tuple[str, ...]) -> Question:
    golds = tuple(sorted({span.sentence for span in spans}))
    return Question(corpus, question.strip(), text, golds, spans, answers)
