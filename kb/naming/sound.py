"""The sound of a name's word, roughly: what different romanisations of one word have in common."""

from __future__ import annotations

import re
from functools import lru_cache

# In order. From the romanisations of Russian, Arabic, Chinese, Korean and German names that the English press mixes.
RULES = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"tsch|tch|dzh|dj", "c"),
        (r"shch|sch|sh|hs|zh|ks|x", "s"),
        (r"kh|gh|q|ck|ch(?=[lr])", "k"),
        (r"ph|ff|v+|w", "f"),
        (r"th|dh|d", "t"),
        (r"ch|j(?=[aeiou])|ts|tz|z", "s"),
        (r"c(?=[eiy])", "s"),
        (r"c|g", "k"),
        (r"b", "p"),
        (r"y$|yi|iy|ij|ii|y|j", "i"),
        (r"h", ""),
        (r"[aeiou]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)  # words of names repeat across names
def sound(word: str) -> str:
    """Return a word's consonants by how they sound, a vowel in front only; "mohammed" and "muhamad" give one."""
    text = word
    for pattern, becomes in RULES:
        text = pattern.sub(becomes, text)
    return text[:1] + text[1:].replace("a", "") if text else word
