"""A name taken apart for comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.names import ADDED_FORMS, GENERATIONS, fold, normalise
from kb.naming.words import ARTICLES, NUMBERS, SHORT_FORMS, TAKEN_ON, TENS

# "Abdulrahman", "Abderrahman" and "Abd al-Rahman" are one name.
_SERVANT = re.compile(r"^abd(?:[aeu]l|[aeu]([dnrstz])(?=\1))(?=\w{3})")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """What is compared of a name."""

    words: tuple[str, ...]  # without titles, legal forms, generations and numbers; never empty
    numbers: tuple[str, ...]  # "44" of "Brigade Forty 4", "2" of "Fund II"
    generation: str  # "jr", or ""
    joined: str  # the words without blanks
    person: bool


@lru_cache(maxsize=50_000)  # a name is compared with all that share a block with it
def parts_of(name: str, label: str) -> Parts:
    """Take a name apart; `label` as of mentions."""
    person = label == "PERSON"
    words = normalise(name, label).key.split()
    if label == "ORG":
        words = [word for word in words if word not in ADDED_FORMS] or words
    generation = next((word for word in words[1:] if word in GENERATIONS), "") if person else ""
    words = [word for word in words if word != generation]
    numbers: list[str] = []
    if person:
        words = _arabic(["bin" if word == "ibn" else word for word in words])
    else:
        words, numbers = _numbers([part for word in words for part in SHORT_FORMS.get(word, word).split()])
    kept = tuple(words) or tuple(numbers) or (generation or "?",)
    return Parts(kept, tuple(numbers), generation, "".join((*kept, *numbers)), person)


def _arabic(words: Sequence[str]) -> list[str]:
    """Return words with the Arabic article, and "Abd al-" before a name of God, in one spelling."""
    found: list[str] = []
    for word, after in zip(words, (*words[1:], ""), strict=True):
        article = bool(after) and (word in ARTICLES or (word in TAKEN_ON and after.startswith(word[1:])))
        if article and found[-1:] == ["abd"]:
            found[-1] = "abdal"
        elif word in ("abdel", "abdul", "abdoul"):
            found.append("abdal")
        else:
            found.append("al" if article else _SERVANT.sub("abdal", word))
    return found


def joined_key(name: str) -> str:
    """Return a name's letters alone."""
    return "".join(fold(name))


def _numbers(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words that are no numbers, and the numbers in digits."""
    plain: list[str] = []
    numbers: list[str] = []
    tens = 0
    for place, word in enumerate(words):
        if word in TENS:
            tens = TENS[word]
            continue
        digits = NUMBERS.get(word) if place or word not in ("one", "second") else None
        if found := _ORDINAL.match(word):
            digits = found[1]
        if digits is None and any(letter.isdigit() for letter in word):
            digits = word
        if digits is None:
            plain.append(word)
        else:
            numbers.append(str(tens + int(digits)) if tens and digits.isdecimal() else digits)
            tens = 0
    return plain, numbers + ([str(tens)] if tens else [])
