"""The language of a text, where nothing states it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SEEN = 1_000  # characters; enough to be certain, and classified in under a millisecond
_SHORTEST = 100  # bytes of UTF-8; below, names alone decide
_CERTAIN = 0.8  # of 1,323 English passages (GUM, EWT) none is called anything else with this probability
_ENGLISH = frozenset("the of and to in that is was for with from by his her has have are were".split())
_ENOUGH_ENGLISH = 0.15  # of the words; English prose has a third, other languages under a twentieth


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text; "en" for short or unclear ones."""
    seen = text[:_SEEN]
    words = re.findall(r"[^\W\d_]+", seen.lower())
    if len(seen.encode(errors="replace")) < _SHORTEST or not words:
        return "en"
    if sum(word in _ENGLISH for word in words) > _ENOUGH_ENGLISH * len(words):
        return "en"
    code, probability = _identifier().classify(seen)
    certain = probability >= _CERTAIN or sum(char.isascii() for char in "".join(words)) < len("".join(words)) / 2
    return str(code) if certain and len(code) == 2 else "en"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads for half a second, so only when it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
