"""A small extractor without a language model: right offsets, simple finds. For tests of what the base does with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.types import (
    Argument,
    Claim,
    Document,
    Extraction,
    Figure,
    Mention,
    Period,
    Phrase,
    Quote,
    Referent,
    Sentence,
)  # fmt: skip

RULES = "plain-1"

SENTENCE = re.compile(r"[^\s.][^.\n]*(?:\.\d[^.\n]*)*\.?[”\"]?")
NAME = re.compile(r"[A-Z]\w+(?: (?:of )?[A-Z]\w+)*")
NUMBER = re.compile(r"\$?\d[\d,.]*\d|\d")
QUOTED = re.compile(r"“([^”]+)”")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LABELS = {"Wenzhou": "CITY", "Rotterdam": "CITY", "Juyi Group": "ORG", "Port": "ORG", "Friday": "DATE"}


def extract_all(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction]:
    """Yield what each document says, in order; `workers` is the interface's, this one works alone."""
    return map(extract_one, documents)


def extract_one(document: Document) -> Extraction:
    """Return what a document says."""
    text = document.text
    sentences = [
        Sentence(found.start(), found.end(), found[0], text.count("\n\n", 0, found.start()))
        for found in SENTENCE.finditer(text)
        if found[0].strip() == found[0]
    ]
    if document.language != "en":
        return Extraction(document.id, tuple(sentences))
    mentions, referents = mentions_of(sentences)
    return Extraction(
        document.id,
        tuple(sentences),
        mentions,
        tuple(figure for number, s in enumerate(sentences) for figure in figures_in(number, s, mentions)),
        tuple(quote for number, s in enumerate(sentences) for quote in quotes_in(number, s, mentions)),
        tuple(claim for number, s in enumerate(sentences) for claim in claims_in(number, s, mentions)),
        referents,
    )


def mentions_of(sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Referent, ...]]:
    names: dict[str, int] = {}
    mentions = []
    for number, sentence in enumerate(sentences):
        for found in NAME.finditer(sentence.surface):
            entity = names.setdefault(found[0], len(names))
            start = sentence.start + found.start()
            mentions.append(Mention(number, start, start + len(found[0]), found[0], label(found[0]), entity))
    return tuple(mentions), tuple(Referent(id, name, label(name)) for name, id in names.items())


def label(name: str) -> str:
    return LABELS.get(name, LABELS.get(name.split()[0], "PERSON"))


def figures_in(number: int, sentence: Sentence, mentions: Iterable[Mention]) -> Iterator[Figure]:
    subject = next(in_sentence(number, mentions), None)
    for found in NUMBER.finditer(sentence.surface):
        period = next((Period(*part(sentence, year), f"{year[0]}-01-01", f"{year[0]}-12-31")
                       for year in YEAR.finditer(sentence.surface)), None)  # fmt: skip
        kind = "money" if found[0].startswith("$") else "count"
        value = float(re.sub(r"[^\d.]", "", found[0]))
        yield Figure(number, *part(sentence, found), kind, value, None, "", subject=subject, period=period)


def quotes_in(number: int, sentence: Sentence, mentions: Iterable[Mention]) -> Iterator[Quote]:
    for found in QUOTED.finditer(sentence.surface):
        speaker = next(in_sentence(number, mentions), None)
        start = sentence.start + found.start(1)
        yield Quote(number, start, start + len(found[1]), found[1], True, speaker)


def claims_in(number: int, sentence: Sentence, mentions: Iterable[Mention]) -> Iterator[Claim]:
    words = [Phrase(*part(sentence, found)) for found in re.finditer(r"\w+", sentence.surface)]
    if len(words) < 3:
        return
    subject = next(in_sentence(number, mentions), words[0])
    arguments = tuple(Argument("other", word.start, word.end, word.surface) for word in words[3:5])
    yield Claim(number, subject, words[1], words[2], arguments)


def in_sentence(number: int, mentions: Iterable[Mention]) -> Iterator[Phrase]:
    return (Phrase(m.start, m.end, m.surface, m.entity) for m in mentions if m.sentence == number)


def part(sentence: Sentence, found: re.Match[str]) -> tuple[int, int, str]:
    return sentence.start + found.start(), sentence.start + found.end(), found[0]
