"""Which names are worth comparing: those that share a block. Time and memory grow with names, not with pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from kb.naming.parts import Parts
from kb.naming.sound import sound
from kb.naming.words import NICKNAMES, PARTICLES

MOST = 25  # names of one block beyond which it tells nothing; a pair of names worth comparing shares a narrower one
BEGINNING = 6  # letters


def blocks_of(parts: Parts) -> Iterator[str]:
    """Yield the blocks of a name: its letters, the sounds of two of its words, a word and another's first letter."""
    yield f"letters {parts.joined[:BEGINNING]} {len(parts.joined) // 4}"
    yield f"sorted {' '.join(sorted(parts.words))}"
    words = [word for word in parts.words if word not in PARTICLES] or list(parts.words)
    first, last = words[0], words[-1]
    if len(words) == 1:
        yield f"initials {first}"
        yield f"sound {sound(first)}"
        return
    yield f"initials {''.join(word[0] for word in words)}"
    yield f"last {first[0]} {last}"
    yield f"first {first} {last[0]}"
    yield f"called {NICKNAMES.get(first, first)} {sound(last)}"
    for one, other in pairwise(words[:8]):
        yield f"two {' '.join(sorted((sound(one), sound(other))))}"
    yield f"ends {' '.join(sorted((sound(first), sound(last))))}"


def pairs(blocks: Sequence[Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Yield every pair of numbers of things that share a block which is not too common, once, the lower first."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(blocks):
        for key in dict.fromkeys(keys):
            if len(members[key]) <= MOST:
                members[key].append(number)
    met: defaultdict[int, set[int]] = defaultdict(set)
    for numbers in members.values():
        if 1 < len(numbers) <= MOST:
            for one, other in combinations(numbers, 2):
                met[one].add(other)
    for one in sorted(met):
        yield from ((one, other) for other in sorted(met.pop(one)))
