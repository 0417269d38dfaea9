"""What kind of thing a question lists: which labels fit the noun, and what in a text shows that a name is one.

Limits: a bank is told from a company by the words around it only; a name without such words may be missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.spans.descriptions import find_descriptions
from kb.words.question_rules import PLACE_LABELS
from kb.words.terms import plain, read_words, root

# Nouns that a label of the extraction answers by itself.
LABEL_NOUNS: dict[str, tuple[str, ...]] = {
    noun: labels
    for nouns, labels in (
        ("people persons individuals who person", ("PERSON",)),
        ("organizations organisations institutions organization organisation institution", ("ORG",)),
        ("cities towns city town", ("CITY",)),
        ("provinces states regions province state region", ("REGION",)),
        ("countries nations country nation", ("COUNTRY",)),
        ("places locations place location", PLACE_LABELS),
        ("industries sectors industry sector", ("INDUSTRY",)),
        ("products product", ("PRODUCT",)),
        ("events event", ("EVENT",)),
        ("works books films", ("WORK",)),
        ("nationalities groups", ("GROUP",)),
    )
    for noun in nouns.split()
}
COMPANY_NOUNS = frozenset("company companies firm firms business businesses employer employers".split())
# A company is called one of these; an organisation called one of those is none.
COMPANY_WORDS = frozenset(
    """company firm maker manufacturer retailer airline brewer bank insurer carrier producer operator supplier
    conglomerate corporation startup publisher builder brewery dairy subsidiary shipbuilder carmaker""".split()
)
NO_COMPANY_WORDS = frozenset(
    map(
        root,
        """university college school ministry institute council union party agency authority court committee
    police parliament government association federation office department commission church army museum hospital club
    league congress senate society foundation bureau centre center academy united nations times post gazette daily
    newspaper weekly news review courier herald press""".split(),
    )
)
ROLE_NOUNS = frozenset(
    """mayors mayor ministers minister economists economist experts expert farmers analysts scientists professors
    officials politicians presidents president directors doctors teachers workers residents researchers judges lawyers
    activists engineers architects historians sociologists spokesmen spokeswomen spokespeople managers chairmen
    executives owners leaders governors senators writers artists players coaches students politician""".split()
)
RELATIVE = re.compile(r"\b(?:who|which|that|where|whose)\b")  # "an economist who wants to be mayor" is no mayor
BELONGING = re.compile(r"\b(?:of|in|for|at|from|with|to|by|on|near|than|as)\b|'s\b|’s\b")
LEGAL_WORDS = frozenset("group inc corp ltd llc plc ag gmbh holdings nv spa".split())
COMPANY_SEEN = re.compile(
    rf"\b(?:{'|'.join(sorted(word.removesuffix('y') for word in COMPANY_WORDS))})(?:y|s|es|ies)?\b", re.IGNORECASE
)
NEAR_BEFORE, NEAR_BEHIND = 80, 300  # characters around a name in which a word may be said of it; brackets are behind
COMPANY_NAMES = COMPANY_WORDS | LEGAL_WORDS
LEAST_STRENGTH = 0.7  # of a description by which a name is told to be of a class
SHORT_NAME = 5  # letters of an abbreviation
NO_HOLDERS = ("DATE", "INDUSTRY")


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and a sentence that mentions it."""

    name: str
    surface: str
    label: str
    text: str


def is_class_noun(noun: str) -> bool:
    """Whether a noun stands for things that have names."""
    lower = plain(noun)
    return lower in LABEL_NOUNS or lower in COMPANY_NOUNS or lower in ROLE_NOUNS


def labels_of(noun: str) -> tuple[str, ...]:
    """The labels that names of this class may bear; none for a noun that is not known."""
    lower = plain(noun)
    if lower in COMPANY_NOUNS:
        return ("ORG", "PLACE", "PRODUCT", "PERSON", "GROUP")
    return ("PERSON",) if lower in ROLE_NOUNS else LABEL_NOUNS.get(lower, ())


def belongs(named: Named, noun: str, place: str = "") -> bool:
    """Whether a thing is surely one of the class.

    :param place: "port" where the text speaks of "the port of" the name.
    """
    lower = plain(noun)
    if place:
        return root(place) == root(lower)
    if lower in LABEL_NOUNS:
        return named.label in LABEL_NOUNS[lower]
    if lower in COMPANY_NOUNS:
        return _is_company(named)
    return named.label not in NO_HOLDERS and not _singulars(lower).isdisjoint(
        _singulars(named.name) | _singulars(" ".join(_descriptions(named)))
    )


def is_called_company(named: Named) -> bool:
    """Whether the name or the sentence calls it a company, and nothing calls it something else."""
    name = _singulars(named.name)
    known = not COMPANY_NAMES.isdisjoint(name)
    if not known and not _near_company_word(named):
        return False
    described = " ".join(_descriptions(named))
    company = known or bool(_singulars(described) & COMPANY_WORDS)
    other = (_roots(named.name) | _roots(described)) & NO_COMPANY_WORDS
    return company and not other and (named.label != "GROUP" or bool(name & LEGAL_WORDS))


def _near_company_word(named: Named) -> bool:
    """Whether a word for a company stands near enough to be said of the name: what is fast to see, before patterns."""
    at = named.text.find(named.surface)
    near = named.text[max(at - NEAR_BEFORE, 0) : at + len(named.surface) + NEAR_BEHIND] if at >= 0 else named.text
    return COMPANY_SEEN.search(near) is not None


def _is_company(named: Named) -> bool:
    """Whether it may well be one: an organisation that nothing calls something else."""
    words = called(named) | _roots(named.name)
    short = named.name.isupper() and len(named.name) <= SHORT_NAME  # "WTO" and "BMW" look alike
    return is_called_company(named) or (named.label == "ORG" and not short and not words & NO_COMPANY_WORDS)


def called(named: Named) -> frozenset[str]:
    """Roots of the words that say what it is, without those of what it belongs to: "the mayor" of "the mayor of X"."""
    return _roots(" ".join(_descriptions(named)))


def _descriptions(named: Named) -> list[str]:
    found = (each for each in find_descriptions(named.text, named.surface) if each.strength >= LEAST_STRENGTH)
    return [BELONGING.split(RELATIVE.split(each.surface)[0])[0] for each in found]


@lru_cache(maxsize=8192)
def _singulars(text: str) -> frozenset[str]:
    return frozenset(singular(plain(word.surface)) for word in read_words(text))


def singular(word: str) -> str:
    """A word in lower case without the ending of a plural; of no plural it may cut too much: both sides are cut."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def described_as(named: Named) -> frozenset[str]:
    """Roots of the words by which the sentence describes the name."""
    return _roots(" ".join(RELATIVE.split(found.surface)[0] for found in find_descriptions(named.text, named.surface)))


def _roots(text: str) -> frozenset[str]:
    return frozenset(word.root for word in read_words(text))


def plural(noun: str, count: int) -> str:
    """The noun as it stands behind a number."""
    lower = plain(noun)
    if count == 1 or re.search(r"s$|people$", lower):
        return lower
    return lower[:-1] + "ies" if lower.endswith("y") else lower + "s"


def names_of(entities: Iterable[str]) -> str:
    """Names in a row: "A, B and C"."""
    names = list(entities)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
