"""Misspelt and differently written names: the one name of the base that a name nobody knows must stand for.

A high bar, for a wrong name is a wrong answer: every word must match, short words exactly, and no other name may be as
near. Ways of writing one sound ("w" and "v", "cz" and "tz") and doubled letters do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import eq

from rapidfuzz.distance import DamerauLevenshtein

from kb.base.rows import EntityRow
from kb.names import fold
from kb.store import Store
from kb.words.near_names import NearNames

# Letters one word may differ in, by its length: below SHORT none, for "Porto" and "Porta" are two names.
SHORT, LONG = 7, 11
SHORT_BESIDE = 5  # where another word of the name is the same: "Primer League" for "Premier League"
# Ways in which one sound is written, in order; applied to both names.
SOUNDS = (
    (r"tsch|tch|cz|tz|ts|ch", "c"), (r"sch|sh|sz", "s"), (r"ph", "f"), (r"th", "t"), (r"kh|ck|q|k", "c"), (r"w", "v"),
    (r"[yj]", "i"), (r"ie|ei|ee", "i"), (r"ou|oo", "u"), (r"ae", "a"), (r"oe", "o"), (r"ue", "u"), (r"z", "s"),
    (r"x", "cs"), (r"gh", "g"), (r"(.)\1+", r"\1"),
)  # fmt: skip
LEAST_SOUND = 4  # letters of a word that may be matched by its sound


def near_entity(store: Store, name: str) -> EntityRow | None:
    """The one entity whose name is near enough to be meant; None where there is none, or more than one."""
    words = fold(name)
    if not words:
        return None
    length = len(" ".join(words))
    found: dict[str, int] = {}
    for key, entity in NearNames(store.db).keys_of_length(length - 3, length + 3):
        distance = _distance(words, key)
        if distance is not None:
            found[entity] = min(distance, found.get(entity, distance))
    if not found:
        return None
    best = min(found.values())
    nearest = [entity for entity, distance in found.items() if distance == best]
    return store.entity(nearest[0]) if len(nearest) == 1 else None


def _distance(words: list[str], key: str) -> int | None:
    """How far a key is from the words asked for; None where it is too far."""
    known = key.split()
    if len(known) != len(words):
        return None
    total = 0
    short = SHORT_BESIDE if any(map(eq, words, known)) else SHORT
    for asked, word in zip(words, known, strict=True):
        apart = _apart(asked, word, short)
        if apart is None:
            return None
        total += apart
    return total if total <= 2 else None


def _apart(asked: str, word: str, short: int) -> int | None:
    if asked == word:
        return 0
    if min(len(asked), len(word)) >= LEAST_SOUND and asked[-1:] == word[-1:] and _sound(asked) == _sound(word):
        return 0
    if min(len(asked), len(word)) >= LEAST_SOUND and _sound(asked) == _sound(word):
        return 1
    shorter = min(len(asked), len(word))
    most = 0 if shorter < short else 1 if shorter < LONG else 2
    if asked[0] != word[0]:
        return None
    distance = DamerauLevenshtein.distance(asked, word, score_cutoff=most)
    return int(distance) if distance <= most else None


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    for pattern, instead in SOUNDS:
        word = re.sub(pattern, instead, word)
    return word
