"""Names made comparable: one key for the ways one name is printed. Knows spelling, not people."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kb.naming.words import LETTERS

# Words before a person's name that are no part of it. Titles that tell one bearer from another ("King Charles" and
# "Prince Charles", "Pope Francis") are part of the name.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame president vice deputy prime minister premier chancellor senator sen
    representative rep congressman congresswoman governor gov mayor secretary ambassador chairman chairwoman general
    gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm judge justice rev reverend""".split()
)

# After a person's name; they tell father from son, so they stay in the key, but they are no family name.
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})

# What kind of company it is, after its name.
LEGAL_FORMS = frozenset(
    """inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg se sa sas sarl spa srl nv bv
    ab asa as oy oyj aps kk pty pte bhd tbk pjsc ojsc aktiengesellschaft""".split()
)
# Dropped only where two names are compared: they may stand anywhere in a name, or be a name's own word.
ADDED_FORMS = LEGAL_FORMS | frozenset(
    """oao ooo zao pao jsc ao gesellschaft mit beschrankter haftung joint stock open public holding holdings sp zoo cv
    de""".split()
)

# Short names in print everywhere that no rule of spelling could lead to the long one.
PLACE_NAMES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "uae": "united arab emirates",
    "prc": "china",
    "peoples republic of china": "china",
    "ussr": "soviet union",
}

PLACES = frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})

_ABBREVIATION = re.compile(r"\b((?:\w\.){2,})")
_SLASHED = re.compile(r"\b([A-Za-z])/([A-Za-z])$")  # "A/S" behind a company's name
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Normal:
    """A name made comparable."""

    key: str  # its words, folded, joined by one space; never empty
    dropped: tuple[str, ...] = ()  # words that were taken for a title, a legal form or an article


@lru_cache(maxsize=20_000)  # a text repeats its names, and texts repeat those in the news
def normalise(name: str, label: str) -> Normal:
    """Return the key under which all ways to print this name fall together.

    Ignored are case, accents, punctuation, "the", titles before persons ("Mr.", "President") and legal forms after
    organisations ("Inc."), as long as a name remains. Not covered: nicknames, initials, the order of family and
    given name, transliterations, abbreviations.
    """
    words = fold(_SLASHED.sub(r"\1\2", name) if label == "ORG" else name)
    if not words:
        return Normal(" ".join(name.split()) or "?")
    first, last = 0, len(words)
    if words[0] == "the" and last > 1:
        first = 1
    if label == "PERSON":
        while first < last - 1 and words[first] in TITLES:
            first += 1
    if label == "ORG":
        while last > first + 1 and words[last - 1] in LEGAL_FORMS:
            last -= 1
    key = " ".join(words[first:last])
    if label in PLACES:
        key = PLACE_NAMES.get(key, key)
    return Normal(key, (*words[:first], *words[last:]))


def fold(name: str) -> list[str]:
    """Return the words of a name without case, accents and punctuation: "São Paulo's" gives sao, paulo."""
    text = _POSSESSIVE.sub("", name.strip())
    text = _ABBREVIATION.sub(lambda found: found[0].replace(".", "") + " ", text)
    text = _APOSTROPHE.sub("", text).replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _WORD.findall(plain if plain.isascii() else unicodedata.normalize("NFC", plain.translate(LETTERS)))


def ends(key: str) -> tuple[str, str] | None:
    """Return the first and last word of a person's key, generation left out; None when it is one word."""
    words = key.split()
    while len(words) > 1 and words[-1] in GENERATIONS:
        words.pop()
    return (words[0], words[-1]) if len(words) > 1 else None


def single_word(key: str, label: str) -> str | None:
    """Return the key of a person known by one word only, else None."""
    return key if label == "PERSON" and ends(key) is None else None


def lookup_keys(name: str) -> set[str]:
    """Return the keys under which a name of unknown label may be stored."""
    return {normalise(name, label).key for label in ("PERSON", "ORG", "PLACE", "WORK")}
