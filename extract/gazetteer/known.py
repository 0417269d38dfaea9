"""Countries, first-level regions, cities and other places by name, from `places.txt.gz` beside this file.

The file is read when the first name is looked up. `make.py` makes it and says how it is laid out.

Not covered: places of fewer than 5,000 people, regions below the first level, and names in other scripts than Latin.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.gazetteer.labels import COUNTRY

DATA = Path(__file__).parent / "places.txt.gz"
PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "&": "and"}
)
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
SAINT = re.compile(r"\b(?:saint|st\.?)[ -](?=\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of a name."""

    label: str  # "CITY", "REGION", "COUNTRY" or "PLACE"
    code: str  # "US", "US.NY" (country and first-level region by GeoNames), or "-" where it lies in no one country

    @property
    def country(self) -> str | None:
        """The ISO 3166 code of the country that it is or lies in."""
        return None if self.code == "-" else self.code[:2]

    @property
    def region(self) -> str | None:
        """The code of the first-level region that it is or lies in."""
        return self.code if "." in self.code else None


def fold(name: str) -> str:
    """A name without case, accents, blanks, hyphens, full stops and a leading "the"; "" if no Latin letter is left."""
    plain = SAINT.sub("st", name.strip().lower().removeprefix("the ")).translate(PLAIN)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return NOT_PLAIN.sub("", plain)


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """The readings of every folded name, best first."""
    first, _, further = gzip.decompress(DATA.read_bytes()).decode("ascii").partition("\n\n")
    found: dict[str, tuple[Place, ...]] = {}
    for line in first.split("\n"):
        label, code, *names = line.split(" ")
        found.update(dict.fromkeys(names, (Place(label, code),)))
    for line in further.splitlines():
        label, code, *names = line.split(" ")
        place = Place(label, code)
        for name in names:
            found[name] += (place,)
    return found


def known_places(name: str) -> tuple[Place, ...]:
    """What a name may stand for, best known first; empty if it is not in the gazetteer."""
    return places().get(fold(name), ())


def is_known_place(name: str) -> bool:
    """Whether a name is that of a country, first-level region, city of 5,000 people or well-known place.

    Many are names of persons too ("Jackson", "Lincoln").
    """
    return fold(name) in places()


def part_of(name: str) -> tuple[str | None, str | None]:
    """The codes of the country and of the first-level region that the best known place of a name lies in.

    A country and a place in no one country lie in none; a region lies in no region.
    """
    known = known_places(name)
    if not known or known[0].label == COUNTRY:
        return (None, None)
    return (known[0].country, known[0].region if known[0].label != "REGION" else None)
