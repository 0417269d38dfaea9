"""Rows of a table made into entities: names with addresses, postcodes and telephone numbers, any of which may lack.

    resolve_rows([TableRow("Burr", "1621 W. Wabansia", "60622"), TableRow("BURR SCHOOL", "1621 W Wabansia Ave")])
    [0, 0]

The features of names are kb/naming/likeness.py's, the blocks kb/naming/blocking.py's; no row is compared with all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kb.names import fold
from kb.naming.blocking import blocks_of, pairs
from kb.naming.likeness import likeness, logistic
from kb.naming.parts import Parts, parts_of
from kb.naming.sound import sound

LINE = 0.7  # from here on two rows are one: F1 0.974 on the clusters that the weights were learnt on, 0.963 at 0.5
STREET_WORDS = frozenset(
    """n s e w north south east west street st avenue av ave boulevard blvd road rd drive dr place pl court ct lane ln
    highway hwy parkway pkwy terrace square sq suite ste floor fl unit apt room chicago il""".split()
)
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; "" where the table says nothing."""

    name: str
    address: str = ""  # house number and street, perhaps with the town
    postcode: str = ""
    phone: str = ""
    label: str = "ORG"  # of the name, as of mentions


@dataclass(frozen=True, slots=True)
class Taken:
    """A row taken apart."""

    row: TableRow
    parts: Parts
    number: str  # of the house
    street: tuple[str, ...]


def house_differs(one: Taken, other: Taken) -> float:
    """The house numbers differ."""
    return float(bool(one.number and other.number) and one.number != other.number)


def house_same(one: Taken, other: Taken) -> float:
    """The house numbers are the same."""
    return float(bool(one.number) and one.number == other.number)


def street_alike(one: Taken, other: Taken) -> float:
    """How alike the streets are, where both are told."""
    if not (one.street and other.street):
        return 0.0
    return float(fuzz.partial_ratio(" ".join(one.street), " ".join(other.street))) / 100


def address_same(one: Taken, other: Taken) -> float:
    """House number and street are the same."""
    return house_same(one, other) * float(street_alike(one, other) > 0.8)


def postcode_differs(one: Taken, other: Taken) -> float:
    """The postcodes differ."""
    mine, theirs = one.row.postcode, other.row.postcode
    return float(bool(mine and theirs) and mine != theirs)


def phone_same(one: Taken, other: Taken) -> float:
    """The telephone numbers are the same."""
    return float(bool(one.row.phone) and one.row.phone == other.row.phone)


def phone_differs(one: Taken, other: Taken) -> float:
    """The telephone numbers differ."""
    return float(bool(one.row.phone and other.row.phone) and one.row.phone != other.row.phone)


def name_alike(one: Taken, other: Taken) -> float:
    """How alike the names are."""
    return likeness(one.row.name, one.row.label, other.row.name, other.row.label).score


def name_within(one: Taken, other: Taken) -> float:
    """All words of the shorter name are in the other."""
    mine, theirs = set(one.parts.words), set(other.parts.words)
    return float(mine <= theirs or theirs <= mine)


# Learnt on two thirds of the clusters of the centres of Chicago: `python tests/bench/merges.py SHARED --fit`.
BIAS = -3.96
FEATURES: tuple[tuple[Callable[[Taken, Taken], float], float], ...] = (
    (house_differs, -3.22),
    (house_same, 3.22),
    (street_alike, 4.8),
    (address_same, 1.07),
    (postcode_differs, -2.15),
    (phone_same, 1.24),
    (phone_differs, -1.06),
    (name_alike, 2.07),
    (name_within, 0.76),
)


def resolve_rows(rows: Sequence[TableRow]) -> list[int]:
    """Return for every row the number of the first row that is the same entity, its own if there is none before."""
    first = list(range(len(rows)))
    for _, one, other in sorted(_alike(rows), key=lambda found: (-found[0], *found[1:])):
        a, b = sorted((_root(first, one), _root(first, other)))
        first[b] = a
    return [_root(first, number) for number in range(len(rows))]


def score(one: Taken, other: Taken) -> float:
    """How likely two rows are one entity, 0 to 1."""
    return logistic(BIAS + sum(weight * feature(one, other) for feature, weight in FEATURES))


def taken(row: TableRow) -> Taken:
    """Take a row apart."""
    words = fold(row.address)
    number = next((word for word in words if word[0].isdigit()), "")
    rest = [ORDINAL.sub(r"\1", word) for word in words if word != number and word not in STREET_WORDS]
    return Taken(row, parts_of(row.name, row.label), number, tuple(rest))


def row_pairs(rows: Sequence[Taken]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that are worth comparing."""
    return pairs([_blocks(row) for row in rows])


def _alike(rows: Sequence[TableRow]) -> Iterator[tuple[float, int, int]]:
    apart = [taken(row) for row in rows]
    for one, other in row_pairs(apart):
        if (found := score(apart[one], apart[other])) >= LINE:
            yield found, one, other


def _blocks(row: Taken) -> Iterator[str]:
    yield from blocks_of(row.parts)
    if row.row.phone:
        yield f"phone {row.row.phone}"
    if row.number:
        yield f"house {row.number} {sound(row.street[0]) if row.street else ''}"
        yield f"postcode {row.number} {row.row.postcode}"


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = first[first[number]]
        number = first[number]
    return number
