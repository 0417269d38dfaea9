"""Pronouns of the third person, linked to the names that they stand for where the text makes it plain.

A log-linear model compares the names and nouns around a pronoun, and nothing at all, by named features. The likeliest
is what the rest of the text is read with; a link is recorded only when a name is that and is likely enough (`SURE`).
Not covered: "they", "I", "we", "you", "this", "who"; what stands more than four sentences back.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.reference.anchors import Thing
from extract.reference.features import Place
from extract.reference.ranking import Option, likeliest
from extract.reference.reading import Reading
from extract.reference.weights import SURE


def find_pronouns(reading: Reading) -> Iterator[tuple[Place, Thing]]:
    """Yield each pronoun that plainly stands for a name, with what that names, in text order."""
    chosen: dict[int, float] = {}

    def choose(place: Place, options: list[Option]) -> Thing | None:
        thing, chosen[place.token] = likeliest(place.kind, options)
        return thing

    for place, thing in reading.run(choose):
        if thing is not None and thing.key >= 0 and chosen[place.token] >= SURE[place.kind]:
            yield place, thing
