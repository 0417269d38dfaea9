"""What is of one kind, read from the training texts by our own pipeline: names of one label, words joined by "and".

A question about one of two siblings is hardly ever answered by what is said of the other: the river and the lake,
exports and imports, Kiel and Bremen. Words joined by "and" or "or" are siblings and hardly ever synonyms.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Token

from extract.language import load_language

KINDS = ("NOUN", "ADJ")  # two verbs joined by "and" often tell of one event
SHORTEST = 3  # letters of a word
VERBAL = ("ed", "ing")  # endings of words that are as often verbs
# Of the pairs that each of two words stands in, in geometric mean: below it common words are joined by chance.
LEAST_TOGETHER = 0.08


@dataclass(frozen=True, slots=True)
class Siblings:
    """What can be told of names and words."""

    labels: Mapping[str, str] = field(default_factory=dict)  # of a name as printed: the label it has most often
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)  # of a word in lower case: its siblings


def read_siblings(texts: Iterable[str], kept: Path) -> Siblings:
    """The siblings in the texts, each a sentence.

    :param kept: a file that holds what was read, so that a run that goes on need not parse again.
    """
    if not kept.exists():
        found = siblings_of(load_language().pipe(texts))
        kept.write_text(json.dumps({"labels": found.labels, "words": found.words}), "utf-8")
    return Siblings(**json.loads(kept.read_text("utf-8")))


def siblings_of(docs: Iterable[Doc]) -> Siblings:
    """The siblings in parsed texts."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for name in doc.ents:
            labels[name.text][name.label_] += 1
        for one, other in _joined(doc):
            pairs[one][other] += 1
            pairs[other][one] += 1
    words = {word: _together(word, pairs) for word in sorted(pairs)}
    return Siblings(
        {name: counts.most_common(1)[0][0] for name, counts in sorted(labels.items())},
        {word: others for word, others in words.items() if others},
    )


def _together(word: str, pairs: Mapping[str, Counter[str]]) -> list[str]:
    """The words that stand with this one more often than by chance."""
    shares = {
        other: count / math.sqrt(pairs[word].total() * pairs[other].total())
        for other, count in pairs[word].items()
    }  # fmt: skip
    return sorted(other for other, together in shares.items() if together >= LEAST_TOGETHER)


def _joined(doc: Doc) -> Iterator[tuple[str, str]]:
    for token in doc:
        if token.dep_ == "conj" and token.tag_ == token.head.tag_ and _plain(token) and _plain(token.head):
            yield token.head.text, token.text


def _plain(token: Token) -> bool:
    word = token.is_alpha and token.is_lower and len(token) >= SHORTEST and not token.text.endswith(VERBAL)
    return token.pos_ in KINDS and word and not token.is_stop
