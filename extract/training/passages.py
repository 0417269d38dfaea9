"""Passages: running text with whatever its corpus annotates, before it is cut into windows."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.parsing.labels import NAME_LABELS, NAME_TAGS

ALL_TAGS = (1 << len(NAME_TAGS)) - 1


@dataclass(slots=True)
class Passage:
    """Words in order with their gold annotation; a list is empty where the corpus does not annotate it.

    `heads` are indices into the passage, a root pointing at itself. `names` holds for each word the set of allowed
    name tags as bits over NAME_TAGS: corpora disagree and leave labels out, so the loss only asks for one of the set.
    """

    corpus: str
    words: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)  # as wordpieces.BREAKS
    starts: list[bool] = field(default_factory=list)  # whether a word begins a sentence
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


def bits(labels: str, position: str) -> int:
    """Bits of the tags that labels such as "PERSON" or "EVENT WORK O" allow at "B" or "I"."""
    tags = ("O" if label == "O" else f"{position}-{label}" for label in labels.split())
    return sum(1 << NAME_TAGS.index(tag) for tag in tags)


def outside(also: str = "") -> int:
    """Bits of O, with all tags of the labels that a corpus leaves unannotated."""
    return 1 | sum(bits(label, position) for label in also.split() for position in "BI")


def name_bits(length: int, spans: list[tuple[int, int, str]], unannotated: str = "") -> list[int]:
    """Allowed tags of each word, from spans (first, end, labels) of word indices, end exclusive."""
    found = [outside(unannotated)] * length
    for first, end, labels in spans:
        for i in range(first, end):
            found[i] = bits(labels, "B" if i == first else "I")
    return found


def spans_of_tags(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans (first, end, label) of IOB1 or IOB2 tags."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if prefix == "I" and found and found[-1][1] == i and found[-1][2] == label:
            found[-1] = (found[-1][0], i + 1, label)
        elif prefix in ("B", "I"):
            found.append((i, i + 1, label))
    return found


assert len(NAME_LABELS) == 7  # the bit sets above fit in 16 bits
