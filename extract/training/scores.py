"""Measures a model on the development files and writes the scores beside its weights.

`python -m extract.training.scores DATA [--model FOLDER]`. Trees and tags are measured on gold words, each gold sentence
by itself,
sentences and names on plain text (paragraphs parted by blank lines), as spans of characters that must agree exactly.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.encoder import MODEL
from extract.language import make_annotator  # registers the component
from extract.sentences import find_sentences
from extract.training.passages import spans_of_tags
from extract.training.treebanks import Row, sentences

assert make_annotator
KEPT = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}


def language(model: Path, *, gold_starts: bool) -> Language:
    """A pipeline with the model in a folder."""
    nlp = spacy.blank("en")
    nlp.add_pipe("footnote_encoder", config={"folder": str(model), "gold_starts": gold_starts})
    return nlp


def documents(paths: Iterable[Path]) -> Iterator[list[tuple[list[str], list[Row]]]]:
    """The sentences of each document."""
    for path in paths:
        held: list[tuple[list[str], list[Row]]] = []
        for comments, rows in sentences(path):
            if held and any(c.startswith("# newdoc") for c in comments):
                yield held
                held = []
            held.append((comments, rows))
        yield held


def trees(nlp: Language, paths: list[Path]) -> dict[str, float]:
    """Shares of words with the right tag, lemma, head, and head with label.

    `las` asks for the whole label, `las_universal` for the label without its subtype, as the CoNLL 2018 shared task.
    """
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las", "las_universal"), 0)
    total = 0
    for path in paths:
        for _, rows in sentences(path):
            starts: list[bool | int | None] = [i == 0 for i in range(len(rows))]
            doc = Doc(nlp.vocab, [row[1].replace(" ", "_") for row in rows], sent_starts=starts)
            for _, component in nlp.pipeline:
                doc = component(doc)
            for i, (token, row) in enumerate(zip(doc, rows, strict=True)):
                head, label = (int(row[6]) - 1, row[7]) if row[6] != "0" else (i, "ROOT")
                same_head = token.head.i == head
                total += 1
                right["upos"] += token.pos_ == row[3]
                right["xpos"] += token.tag_ == row[4]
                right["lemma"] += token.lemma_ == row[2]
                right["uas"] += same_head
                right["las"] += same_head and token.dep_ == label
                right["las_universal"] += same_head and token.dep_.split(":")[0] == label.split(":")[0]
    return {name: round(count / total, 4) for name, count in right.items()}


def plain(document: list[tuple[list[str], list[Row]]]) -> tuple[str, list[tuple[int, int]]]:
    """Text of a document and the spans of its sentences."""
    text, spans = "", []
    for comments, _ in document:
        sentence = next(c.split("=", 1)[1].strip() for c in comments if c.startswith("# text ="))
        text += ("\n\n" if any(c.startswith(("# newpar", "# newdoc")) for c in comments) else " ") if text else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def f_score(right: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return round(2 * right / (predicted + gold), 4) if predicted + gold else 0.0


def sentence_spans(nlp: Language, paths: list[Path]) -> float:
    """F score of whole sentences."""
    right = predicted = gold = 0
    for document in documents(paths):
        text, spans = plain(document)
        ours = {(s.start, s.end) for s in find_sentences(nlp(text))}
        right, predicted, gold = right + len(ours & set(spans)), predicted + len(ours), gold + len(spans)
    return f_score(right, predicted, gold)


def names(nlp: Language, path: Path) -> dict[str, float]:
    """Strict F scores of persons, organisations and places, and of the spans whatever their label."""
    counts = {key: [0, 0, 0] for key in ("all", "PER", "ORG", "LOC", "spans")}
    for document in documents([path]):
        text, spans = plain(document)
        gold = set()
        for (_, rows), (start, end) in zip(document, spans, strict=True):
            places, at = [], start
            for row in rows:
                begin = text.find(row[1], at, end)
                at = begin + len(row[1])
                places.append((begin, at))
            for first, last, label in spans_of_tags([row[2] for row in rows]):
                if label in ("PER", "ORG", "LOC"):
                    gold.add((places[first][0], places[last - 1][1], label))
        ours = {(e.start_char, e.end_char, KEPT[e.label_]) for e in nlp(text).ents if e.label_ in KEPT}
        for key, count in counts.items():
            mine, theirs = (
                {s[:2] if key == "spans" else s for s in part if key in ("all", "spans") or s[2] == key}
                for part in (ours, gold)
            )
            for i, n in enumerate((len(mine & theirs), len(mine), len(theirs))):
                count[i] += n
    return {key: f_score(*count) for key, count in counts.items()}


def measure(data: Path, model: Path) -> dict[str, object]:
    """All scores of a model."""
    ewt = [data / "ud_ewt/en_ewt-ud-dev.conllu"]
    gum = sorted((data / "gum/open").glob("gum-dev-*.conllu.xz"))
    news = [p for p in gum if p.name.startswith(("gum-dev-news", "gum-dev-interview"))]
    gold, raw = language(model, gold_starts=True), language(model, gold_starts=False)
    return {
        "ewt_dev": trees(gold, ewt),
        "gum_open_dev": trees(gold, gum),
        "gum_news_dev": trees(gold, [p for p in news if "news" in p.name]),
        "sentences": {
            "gum_open_dev": sentence_spans(raw, gum),
            "gum_news_interview_dev": sentence_spans(raw, news),
            "ewt_dev": sentence_spans(raw, ewt),
        },
        "names_uner_ewt_dev": names(raw, data / "uner_ewt/en_ewt-ud-dev.iob2"),
    }


def main() -> None:
    """Measure and write scores.json beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    given = parser.parse_args()
    scores = measure(given.data, given.model)
    (given.model / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
