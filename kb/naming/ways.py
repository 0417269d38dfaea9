"""The ways in which two different names are the same, sure enough to merge them: each a variant that both share.

A way gives every name the variants under which it meets others, so that names are looked up, never compared all with
all; then it says whether two that meet are the same. A plain way merges; one that is `unsure` only when the shorter
name can be no other's, and one that needs `context` only when texts with either name also name some other thing that
both name. Not covered: slips of the pen and most transliterations, which go to review (kb/naming/likeness.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.gazetteer.known import known_places
from extract.gazetteer.labels import COUNTRY
from kb.naming.features import alike, is_initials
from kb.naming.parts import Parts, parts_of
from kb.naming.roles import NATIONS
from kb.naming.sound import sound
from kb.naming.words import FAMILY_FIRST, NICKNAMES, PARTICLES

SAME_WORD = 0.7  # two romanisations of one word are at least this alike
LEAST_SOUND = 3  # letters of a word whose sound says something
LEAST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which names differ and are the same."""

    name: str  # in words
    blocks: tuple[str, ...] | None  # in which it holds, None for all
    variant: Callable[[Parts], str | None]
    holds: Callable[[Parts, Parts], bool]
    score: float  # 0-1
    unsure: bool = False  # the lesser of the two names may be another's as well
    context: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """How two names are the same."""

    way: str
    score: float
    unsure: bool
    context: bool


def variants(key: str, block: str) -> Iterator[str]:
    """Yield the variants of a key, each marked with its way."""
    parts = parts_of(key, label_of(block))
    for number, way in enumerate(WAYS):
        if way.blocks is None or block in way.blocks:
            variant = way.variant(parts)
            if variant is not None:
                yield f"{block} {number} {variant}"


def found_way(key: str, other: str, block: str) -> Found | None:
    """Return the surest way in which two keys of a block are the same, or None."""
    one, two = parts_of(key, label_of(block)), parts_of(other, label_of(block))
    if clash(one, two):
        return None
    for way in WAYS:
        known = way.blocks is None or block in way.blocks
        meet = known and way.variant(one) == way.variant(two) is not None
        if meet and (way.holds(one, two) or way.holds(two, one)):
            return Found(way.name, way.score, way.unsure, way.context)
    return None


def clash(one: Parts, other: Parts) -> bool:
    """Whether nothing could make two names the same: other numbers, generations or middle initials.

    "George W. Bush" is not "George H. W. Bush", but "José Rodríguez Zapatero" may be "José Luis Rodríguez Zapatero".
    """
    if one.numbers != other.numbers or one.generation != other.generation:
        return True
    mine, theirs = (_middle(parts) for parts in (one, other))
    if not one.person or not (mine and theirs) or sorted(one.words) == sorted(other.words):
        return False
    return mine[0][0] != theirs[0][0] and not _names_among(*sorted((mine, theirs), key=len))


def label_of(block: str) -> str:
    """Return a label of mentions in this block."""
    return block.upper()


def _middle(parts: Parts) -> list[str]:
    return [word for word in parts.words[1:-1] if word not in PARTICLES]


def _names_among(some: list[str], more: list[str]) -> bool:
    """Whether some are written out and all among the others."""
    return all(len(word) > 1 and word in more for word in some)


def _joined(parts: Parts) -> str | None:
    return parts.joined if len(parts.joined) > LEAST_INITIALS else None


def _same(_one: Parts, _other: Parts) -> bool:
    return True


def _in_order(parts: Parts) -> str | None:
    """Name of two words of which one can only be a Chinese, Korean, Japanese ... family name."""
    if len(parts.words) not in (2, 3) or sum(word in FAMILY_FIRST for word in parts.words) != 1:
        return None
    family = next(word for word in parts.words if word in FAMILY_FIRST)
    given = "".join(word for word in parts.words if word != family)
    return f"{family} {given}" if family in (parts.words[0], parts.words[-1]) else None


def _sounds(parts: Parts) -> str | None:
    words = [word for word in parts.words if word not in PARTICLES]
    if len(words) < 2 or min(map(len, words)) < LEAST_SOUND:
        return None
    return " ".join(word if word in PARTICLES else sound(word) for word in parts.words)


def _alike(one: Parts, other: Parts) -> bool:
    return all(alike(a, b) >= SAME_WORD for a, b in zip(one.words, other.words, strict=True))


def _called(parts: Parts) -> str | None:
    return " ".join((NICKNAMES.get(parts.words[0], parts.words[0]), parts.words[-1])) if len(parts.words) > 1 else None


def _short(one: Parts, other: Parts) -> bool:
    return one.words[0] != other.words[0] and one.words[1:] == other.words[1:]


def _first_and_last(parts: Parts) -> str | None:
    if len(parts.words) < 2 or len(parts.words[0]) == 1:
        return None
    return f"{parts.words[0]} {parts.words[-1]}"


def _without_middle(one: Parts, other: Parts) -> bool:
    """Every middle name of the one is, or begins, one of the other, in order."""
    rest = iter(other.words[1:-1])
    return all(any(alike(word, theirs) >= LETTER for theirs in rest) for word in one.words[1:-1])


def _initial_and_last(parts: Parts) -> str | None:
    return f"{parts.words[0][0]} {parts.words[-1]}" if len(parts.words) > 1 and len(parts.words[-1]) > 1 else None


def _initials_of(one: Parts, other: Parts) -> bool:
    """The given names of the one are initials of those of the other."""
    given, full = one.words[:-1], other.words[:-1]
    return (
        all(len(word) == 1 for word in given)
        and len(full[0]) > 1
        and all(mine == theirs[0] for mine, theirs in zip(given, full, strict=False))
    )


def _core(parts: Parts) -> str | None:
    words = [word for word in parts.words if word not in PARTICLES]
    return " ".join((*words, *parts.numbers)) if len(words) > 1 else None


def _office(parts: Parts) -> str | None:
    """Words of an office of state and its country's code: "Estonian Ministry of Defence"."""
    words = [word for word in parts.words if word not in PARTICLES]
    if OFFICES.isdisjoint(words):
        return None
    countries = [(place, found) for place in range(len(words)) if (found := _country(words, place))]
    if len(countries) != 1:
        return None
    ((place, (code, length)),) = countries
    return " ".join((code, *sorted(words[:place] + words[place + length :])))


def _country(words: list[str], place: int) -> tuple[str, int] | None:
    """Return the code of the country that is named here, or whose people are, and by how many words."""
    for length in (2, 1):
        name = " ".join(words[place : place + length])
        if len(name.split()) == length and (found := known_places(name)) and found[0].label == COUNTRY:
            return found[0].code, length
    return (NATIONS[words[place]], 1) if words[place] in NATIONS else None


def _initials(parts: Parts) -> str | None:
    if len(parts.words) == 1:
        return parts.words[0] if LEAST_INITIALS <= len(parts.words[0]) <= 6 else None
    letters = "".join(word[0] for word in parts.words if word not in PARTICLES)
    return letters if LEAST_INITIALS <= len(letters) <= 6 else None


LETTER = 0.8  # how alike a word and its first letter are, as kb/naming/features.py has it
OFFICES = frozenset("ministry army navy parliament government senate".split())
PERSON, ORG = ("person",), ("org",)

# Scores are estimates by hand: they order the ways and are shown in the review queue. They could not be measured, for
# the 1,000 texts of DocRED's test set hold some twenty merges of different names in all (3 to 11 a way).
WAYS = (
    Way("the same letters", None, _joined, _same, 0.97),
    Way("the same words but for short forms and legal forms", ORG, _core, _same, 0.95),
    Way("the same office of one country", ORG, _office, _same, 0.93),
    Way("family and given name in the other order", PERSON, _in_order, _same, 0.95),
    Way("a middle name more", PERSON, _first_and_last, _without_middle, 0.92, unsure=True, context=True),
    Way("another romanisation", PERSON, _sounds, _alike, 0.9, unsure=True, context=True),
    Way("a short form of the given name", PERSON, _called, _short, 0.9, unsure=True, context=True),
    Way("initials for given names", PERSON, _initial_and_last, _initials_of, 0.85, unsure=True, context=True),
    Way("initials of the other", ORG, _initials, is_initials, 0.85, unsure=True, context=True),
)
