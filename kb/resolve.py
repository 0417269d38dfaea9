"""What a name in one text is among all texts, with a score and a reason. Pure; kb/merging/linking.py asks.

Names with one key have one bearer; kb/merging/grouping.py makes bearers into entities. Every rule looks at content
alone, never at what came first, so the order of ingestion cannot matter.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from extract.types import MENTION_LABELS
from kb.names import PLACES, normalise
from kb.naming.titles import MAN, WOMAN, given

# Changes with any rule of names and merges, and of how alike names are (kb/merging/near.py keeps it): entities made by
# another version are made anew.
RULES_VERSION = "naming-5"

# Labels whose mentions are no evidence that two texts speak of the same things: too many texts share them.
COMMON_LABELS = ("COUNTRY", "GROUP", "INDUSTRY", "DATE")

DATELINED = PLACES | {"PERSON"}  # an organisation's capitals may be its name: "NATO", "Nato"

# Scores are first estimates, to be fitted when merges are reviewed; they order, they are not probabilities.
SAME_NAME = 1.0
SAME_KEY = 0.95
NAMESAKE = 0.9  # a name whose texts mean another bearer than most texts do
ONE_FULL_NAME = 0.8
ONE_WORD = 0.7


@dataclass(frozen=True, slots=True)
class Resolution:
    """The bearer, or for a single name of a person the entity, that a name was found to be, and why."""

    entity: str
    key: str  # the bearer's or entity's
    score: float  # 0-1
    reason: str
    extra: str = ""  # of the bearer, see `entity_id`


@dataclass(frozen=True, slots=True)
class Alias:
    """A name printed for an entity."""

    name: str
    label: str
    key: str
    documents: int  # that print it


def block_of(label: str) -> str | None:
    """Return the group of labels that may name the same thing, or None for dates, which are no entities."""
    if label == "DATE":
        return None
    return "place" if label in PLACES else label.lower()


def entity_id(block: str, key: str, extra: str = "") -> str:
    """Return the lasting id of the bearer of this key, and of the entity called so.

    :param extra: what tells it from others of the key: the one document that knows it, or a decision.
    """
    parts = (block, key, extra) if extra else (block, key)
    return "e" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def resolve_name(name: str, label: str, block: str) -> Resolution:
    """Resolve by the name alone: the same key in a block is the same entity."""
    normal = normalise(name, label)
    entity = entity_id(block, normal.key)
    if not normal.dropped:
        return Resolution(entity, normal.key, SAME_NAME, "the same name")
    return Resolution(entity, normal.key, SAME_KEY, f"the same name but for {' '.join(normal.dropped)!r}")


def resolve_moved(key: str, block: str, extra: str) -> Resolution:
    """Resolve a name that people set apart in its text from others of the name."""
    return Resolution(entity_id(block, key, extra), key, 1.0, "decided", extra)


def resolve_namesake(key: str, block: str, extra: str) -> Resolution:
    """Resolve a name whose text says of its bearer what does not go with the bearer that most texts mean.

    :param extra: the context of the bearer, see kb/naming/contexts.py.
    """
    return Resolution(
        entity_id(block, key, extra), key, NAMESAKE, f"the same name, of the one of whom texts say: {extra}", extra
    )


def resolve_single(
    word: str, document: str, full: Sequence[tuple[str, str]], *, beside: bool, gender: str = ""
) -> Resolution:  # fmt: skip
    """Resolve a person whom one text knows by one word only ("Smith", "Suharto").

    :param full: id and key of every person in the base whose fuller name begins or ends with the word.
    :param beside: whether this text, and another with the only such person, both mention something else.
    :param gender: that titles in this text tell, see kb/naming/titles.py.
    """
    if not full:
        return single_name(word, gender)
    if len(full) == 1 and beside and not _other_gender(gender, full[0][1], word):
        entity, key = full[0]
        reason = f"the only fuller name with {word!r} is {key!r}, in a text that names the same things"
        return Resolution(entity, key, ONE_FULL_NAME, reason)
    return single_name(word, document)


def _other_gender(gender: str, key: str, word: str) -> bool:
    """Whether a single name with a title is another's than the person of a full name: "Mrs. Hill" and "Robert Hill"."""
    return bool(gender) and key.split()[0] != word and given(key) not in ("", gender)


def single_name(word: str, extra: str = "") -> Resolution:
    """Resolve a person's single name to itself.

    :param extra: "" in all texts, a gender in those whose titles tell it, a document's id in this document alone.
    """
    entity = entity_id("person", word, extra)
    if extra in (MAN, WOMAN):
        return Resolution(entity, word, ONE_WORD, f"the same single name, of {extra}", extra)
    if extra:
        return Resolution(entity, word, SAME_NAME, "a single name, kept to its own text", extra)
    return Resolution(entity, word, ONE_WORD, "the same single name; no text gives a fuller one")


def canonical(aliases: Sequence[Alias], keys: Set[str]) -> tuple[str, str]:
    """Return the name and label of an entity whose full names have these keys, from all names printed for it.

    The name is one without title, article or legal form if there is one, then no person's or place's in the capitals
    of a dateline where it is also printed in small letters, then the one that most documents print, then one not in
    capitals throughout, then the longest; the label is the one that most documents give.
    """
    known = [alias for alias in aliases if alias.key in keys] or aliases
    names: Counter[tuple[bool, str]] = Counter()
    labels: Counter[str] = Counter()
    for alias in known:
        names[bool(normalise(alias.name, alias.label).dropped), alias.name] += alias.documents
        labels[alias.label] += alias.documents
    label = min(labels, key=lambda label: (-labels[label], MENTION_LABELS.index(label)))
    small = {name.casefold() for _, name in names if not name.isupper()} if label in DATELINED else set()

    def rank(known: tuple[bool, str]) -> tuple[bool, bool, int, bool, int, str]:
        dropped, name = known
        shouted = name.isupper() and name.casefold() in small
        return dropped, shouted, -names[known], name.isupper(), -len(name), name

    _, name = min(names, key=rank)
    return name, label
