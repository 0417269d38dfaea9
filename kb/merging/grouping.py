"""Which bearers of names are one entity: from the links between them and what people decided. Pure.

The outcome rests on the bearers and links alone, never on the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.naming.parts import Parts, parts_of
from kb.naming.ways import clash, label_of

DECIDED = "decided"
ITSELF = "the same name"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name as texts mean it."""

    id: str
    block: str
    key: str
    extra: str = ""  # what tells it from other bearers of the name
    entity: str = ""  # that it belongs to so far

    @property
    def parts(self) -> Parts:
        """The name taken apart."""
        return parts_of(self.key, label_of(self.block))


@dataclass(frozen=True, slots=True)
class Link:
    """A reason to hold two bearers for one."""

    one: str
    other: str
    score: float  # 0-1
    reason: str
    unsure: tuple[str, ...] = ()  # those of the two whose name may be another's: no merge if it links to several
    borne_out: bool = True  # else it only makes unsure names that have it unsure


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bearer belongs."""

    entity: str
    score: float
    reason: str


def grouped(
    bearers: Mapping[str, Bearer], links: Sequence[Link], same: Sequence[tuple[str, str]],
    apart: Iterable[tuple[str, str]],
) -> dict[str, Place]:  # fmt: skip
    """Return the entity of every bearer; an entity's id is that of its fullest bearer.

    :param same: pairs that people decided to be one; they count before all links.
    :param apart: pairs that they decided to be two.
    """
    groups = _Groups(bearers, apart)
    for one, other in sorted(same):
        groups.join(one, other)
    in_order = sorted(links, key=lambda link: (-link.score, link.one, link.other))
    sure = [link for link in in_order if link.borne_out and not link.unsure]
    used = [link for link in sure if groups.join_unless_clash(link.one, link.other)]
    unsure = [link for link in _only_ones(in_order, groups) if link.borne_out]
    used += [link for link in unsure if groups.join_unless_clash(link.one, link.other)]
    return _places(groups, used, same)


class _Groups:
    """Disjoint sets of bearers."""

    def __init__(self, bearers: Mapping[str, Bearer], apart: Iterable[tuple[str, str]]) -> None:
        self.bearers = bearers
        self.members = {id: [id] for id in bearers}
        self.group_of = {id: id for id in bearers}
        self.apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self.apart[one].add(other)
            self.apart[other].add(one)

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        kept, gone = sorted((self.group_of[one], self.group_of[other]))
        if kept != gone:
            for id in self.members[gone]:
                self.group_of[id] = kept
            self.members[kept] += self.members.pop(gone)

    def join_unless_clash(self, one: str, other: str) -> bool:
        """Make two groups one, unless two of their names cannot be; return whether they are one now."""
        mine, theirs = self.group_of[one], self.group_of[other]
        if mine != theirs:
            if any(self._clash(a, b) for a in self.members[mine] for b in self.members[theirs]):
                return False
            self.join(one, other)
        return True

    def _clash(self, one: str, other: str) -> bool:
        if other in self.apart[one]:
            return True
        mine, theirs = self.bearers[one], self.bearers[other]
        return mine.block == theirs.block and clash(mine.parts, theirs.parts)


def _only_ones(links: Sequence[Link], groups: _Groups) -> list[Link]:
    """Return the unsure links whose unsure ends link to one group only, besides their own."""
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        for id in link.unsure:
            ends[id].add(groups.group_of[link.other if id == link.one else link.one])
    return [link for link in links if link.unsure and all(len(ends[id]) == 1 for id in link.unsure)]


def _places(groups: _Groups, used: Sequence[Link], same: Sequence[tuple[str, str]]) -> dict[str, Place]:
    best: dict[str, tuple[float, str]] = {}
    for link in sorted(used, key=lambda link: (-link.score, link.one, link.other)):
        for id in (link.one, link.other):
            best.setdefault(id, (link.score, link.reason))
    for one, other in same:
        best[one] = best[other] = (1.0, DECIDED)
    found = {}
    for members in groups.members.values():
        entity = fullest([groups.bearers[id] for id in members])
        for id in members:
            found[id] = Place(entity, 1.0, ITSELF) if id == entity else Place(entity, *best[id])
    return found


def fullest(bearers: Sequence[Bearer]) -> str:
    """Return the id of the bearer whose name has most words, then most letters."""
    best = min(bearers, key=lambda b: (b.extra != "", -len(b.key.split()), -len(b.key), b.key, b.id))
    return best.id
