"""A small base made by hand, for tests of asking: what is extracted is given, so that no model is needed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from extract.types import Document, Extraction, Figure, Mention, Phrase, Quote, Referent, Sentence
from kb.store import Store

HARBOUR = (
    "Harwich has two ferry lines. Marta Quill, the mayor of Harwich, opened a third quay in March 2019. "
    "She said: “The quay will bring work.”\n\n"
    "The port employs 1,250 people. It closed in winter because of heavy storms."
)
CANAL = (
    "The Erie Canal links Albany and Buffalo. It cost $7 million. An aqueduct is a bridge that carries water.\n\n"
    "Harwich Port employs 1,400 people, a union says. The canal was never dug by machine."
)
NAMES = {
    "Harwich": "CITY", "Marta Quill": "PERSON", "March 2019": "DATE", "Erie Canal": "PLACE", "Albany": "CITY",
    "Buffalo": "CITY",
}  # fmt: skip
FIGURES = {
    "two": ("count", 2.0, "ferry line"),
    "1,250": ("count", 1250.0, "person"),
    "1,400": ("count", 1400.0, "person"),
    "$7 million": ("money", 7e6, "USD"),
}
PRONOUNS = {"She": "Marta Quill"}


def fill(store: Store, texts: Iterable[tuple[str, str, str | None]]) -> None:
    """Put documents into a base, each of an id, a text and a date."""
    for id, text, published in texts:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        document = Document(id, text, f"/articles/{id}.txt", sha256, title=id.title(), published=published)
        store.put(document, extracted(document), rules="by hand")


def extracted(document: Document) -> Extraction:
    """What the text says, by the tables above."""
    sentences = tuple(sentences_of(document.text))
    referents = tuple(Referent(number, name, label) for number, (name, label) in enumerate(NAMES.items()))
    ids = {referent.name: referent.id for referent in referents}
    named = {name: (name, "name") for name in NAMES} | {word: (name, "pronoun") for word, name in PRONOUNS.items()}
    mentions = [
        Mention(number, start, start + len(surface), surface, NAMES[name], ids[name], form)
        for surface, (name, form) in named.items()
        for number, start in places(surface, sentences)
    ]
    figures = [
        Figure(number, start, start + len(surface), surface, kind, value, None, unit)
        for surface, (kind, value, unit) in FIGURES.items()
        for number, start in places(surface, sentences)
    ]
    used = {mention.entity for mention in mentions}
    return Extraction(
        document.id,
        sentences,
        tuple(sorted(mentions, key=lambda mention: mention.start)),
        tuple(sorted(figures, key=lambda figure: figure.start)),
        tuple(quotes_of(sentences, ids)),
        (),
        tuple(referent for referent in referents if referent.id in used),
    )


def sentences_of(text: str) -> Iterator[Sentence]:
    """Sentences end at a point, question or quotation mark before a space or the end."""
    for found in re.finditer(r"\S.*?[.?]”?(?=\s|$)", text):
        yield Sentence(found.start(), found.end(), found[0], text.count("\n\n", 0, found.start()))


def places(surface: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Number of the sentence and start of every place where the words stand."""
    for number, sentence in enumerate(sentences):
        for found in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", sentence.surface):
            yield number, sentence.start + found.start()


def quotes_of(sentences: tuple[Sentence, ...], ids: dict[str, int]) -> Iterator[Quote]:
    """Words between quotation marks, said by whom "She" stands for."""
    for number, sentence in enumerate(sentences):
        for found in re.finditer("“([^”]+)”", sentence.surface):
            start = sentence.start + found.start(1)
            speaker = Phrase(sentence.start, sentence.start + 3, sentence.surface[:3], ids["Marta Quill"])
            yield Quote(number, start, start + len(found[1]), found[1], True, speaker)
