"""Names with the pronouns and descriptions that stand for them, as one list of mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.reference.anchors import Thing
from extract.reference.descriptions import find_descriptions
from extract.reference.pronouns import find_pronouns
from extract.reference.reading import Reading
from extract.syntax import Tree, read_tree
from extract.types import Mention


def with_references(doc: Doc, sentence_of: Sequence[int], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and those by pronoun or description, in text order; each has the entity of the name it stands for.

    :param sentence_of: for each token the number of its sentence.
    :param mentions: of form "name", in text order.
    """
    tree = read_tree(doc)
    if not tree.parsed or not mentions:
        return list(mentions)
    return sorted([*mentions, *references(tree, sentence_of, mentions)], key=lambda m: (m.start, m.end))


def references(tree: Tree, sentence_of: Sequence[int], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions by description and by pronoun."""
    reading = Reading(tree, sentence_of, mentions)
    for description, thing in find_descriptions(tree, reading.coming):
        if description.token not in reading.covered:
            yield mention(tree, sentence_of, (description.first, description.token), thing, "description")
    for place, thing in find_pronouns(reading):
        if place.token not in reading.covered:
            yield mention(tree, sentence_of, (place.token, place.token), thing, "pronoun")


def mention(tree: Tree, sentence_of: Sequence[int], span: tuple[int, int], thing: Thing, form: str) -> Mention:
    """A mention from the first token of a span to the last."""
    start, end = tree.starts[span[0]], tree.ends[span[1]]
    return Mention(sentence_of[span[1]], start, end, tree.text[start:end], thing.label, thing.key, form)
