"""What one document ties together: claims, quotes, figures, places in places, and names in one sentence. Pure.

A tie runs from one referent of the document to another, with the sentence that says so. Its type is in the text's
own words: what stands from the predicate to the second name ("is the mayor of").

Not covered: the second name after the first in one part of a claim; a place and what it lies in when no article
names both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.gazetteer.known import Place, known_places

TIE_KINDS = ("claim", "quote", "figure", "part-of", "together")  # those that say most first

# Names in one sentence are each tied to so many that follow: all of them in a plain sentence, while a list of a
# thousand names gives thousands of ties, not a million.
FOLLOWING = 8
AFTER = 30  # characters of a part after a name that belong to the type
TYPE_LIMIT = 60  # characters of a type; longer ones are no type but a story, and the predicate alone stands for them


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and what it refers to."""

    sentence: int  # sentences.key
    start: int
    end: int
    surface: str
    referent: int  # referents.id
    label: str  # the referent's


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a claim, quote or figure, as offsets, with what it refers to."""

    start: int
    end: int
    referent: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim."""

    sentence: int
    subject: Part
    predicate: str
    object: Part | None
    arguments: tuple[Part, ...]
    negated: bool
    hedged: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A quote whose speaker is known."""

    content: Part
    speaker: Part
    cue: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure."""

    sentence: int
    surface: str
    of: Part | None
    subject: Part | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two referents of one document."""

    sentence: int
    kind: str  # one of TIE_KINDS
    type: str
    source: Part
    target: Part
    negated: bool = False
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All that one document says, as far as it can tie."""

    text: str
    names: Sequence[Named]  # in text order, dates left out
    claims: Sequence[Stated]
    quotes: Sequence[Said]
    figures: Sequence[Counted]


def find_ties(found: Found) -> Iterator[Tie]:
    """Yield the ties of one document; names that nothing else ties in a sentence are tied as named together."""
    at = _Names(found.names)
    told: set[tuple[object, ...]] = set()  # each thing that a sentence says of two names, and that it says any
    for tie in (*_claimed(found, at), *_quoted(found, at), *_counted(found, at), *_contained(found.names)):
        said = (tie.sentence, tie.kind, tie.type, *_ends(tie))
        if said not in told:
            told |= {said, (tie.sentence, frozenset(_ends(tie)))}
            yield tie
    for tie in _together(found.names):
        both = (tie.sentence, frozenset(_ends(tie)))
        if both not in told:
            told.add(both)
            yield tie


def _ends(tie: Tie) -> tuple[int | None, int | None]:
    return tie.source.referent, tie.target.referent


class _Names:
    """Finds names by where they stand."""

    def __init__(self, names: Sequence[Named]) -> None:
        self._names = names
        self._starts = [name.start for name in names]

    def inside(self, part: Part) -> Iterator[Named]:
        """Yield the names that begin in a part, in text order."""
        for number in range(bisect_left(self._starts, part.start), bisect_left(self._starts, part.end)):
            yield self._names[number]

    def first(self, part: Part | None, *, but: int | None) -> Part | None:
        """Return what a part refers to, else the first name in it other than `but`."""
        if part is None or part.referent is not None:
            return part if part and part.referent != but else None
        named = next((name for name in self.inside(part) if name.referent != but), None)
        return None if named is None else _part(named)


def _part(name: Named) -> Part:
    return Part(name.start, name.end, name.referent)


def _claimed(found: Found, at: _Names) -> Iterator[Tie]:
    for claim in found.claims:
        if claim.subject.referent is None:
            continue
        words = claim.predicate
        for part in (claim.object, *claim.arguments):
            target = at.first(part, but=claim.subject.referent)
            if part and target:
                type = _type(claim.predicate, f"{words} {_around(found.text, part, target)}")
                yield Tie(claim.sentence, "claim", type, claim.subject, target, claim.negated, claim.hedged)
            elif part is claim.object and part:
                # "has opened | an office | in Rotterdam"
                words = f"{words} {_cut(found.text, part.start, part.end)}"


def _around(text: str, part: Part, name: Part) -> str:
    """Return the words of a part before a name, and the few after it: "is the … envoy"."""
    before = _cut(text, part.start, name.start)
    after = text[name.end : part.end] if part.end - name.end <= AFTER else ""
    return f"{before} …{after}" if after.strip() else before


def _cut(text: str, start: int, end: int) -> str:
    return text[start : min(end, start + 2 * TYPE_LIMIT)]


def _type(short: str, long: str) -> str:
    whole = " ".join(long.split()).lower()
    return whole if len(whole) <= TYPE_LIMIT else " ".join(short.split()).lower()[:TYPE_LIMIT]


def _quoted(found: Found, at: _Names) -> Iterator[Tie]:
    for quote in found.quotes:
        seen = {quote.speaker.referent}
        for name in at.inside(quote.content):
            if name.referent not in seen:
                seen.add(name.referent)
                yield Tie(name.sentence, "quote", _type(quote.cue, quote.cue), quote.speaker, _part(name))


def _counted(found: Found, at: _Names) -> Iterator[Tie]:
    for figure in found.figures:
        if figure.subject is None or figure.of is None:
            continue
        source = at.first(figure.subject, but=None)
        target = at.first(figure.of, but=source.referent if source else None)
        if source and target:
            yield Tie(figure.sentence, "figure", _type(figure.surface, figure.surface), source, target)


def _together(names: Sequence[Named]) -> Iterator[Tie]:
    for number, name in enumerate(names):
        seen = {name.referent}
        for other in names[number + 1 : number + 1 + FOLLOWING]:
            if other.sentence != name.sentence:
                break
            if other.referent not in seen:
                seen.add(other.referent)
                yield Tie(name.sentence, "together", "", _part(name), _part(other))


def _contained(names: Sequence[Named]) -> Iterator[Tie]:
    """Yield ties from a place to the narrowest region or country it lies in that the document names too."""
    by_referent: dict[int, list[Named]] = {}
    for name in names:
        if name.label in ("CITY", "REGION", "COUNTRY"):
            by_referent.setdefault(name.referent, []).append(name)
    wholes = _wholes(by_referent.values())
    after = {name.referent: other.referent for name, other in pairwise(names) if 0 < other.start - name.end <= 2}
    for part, mentions in by_referent.items():
        whole = _whole_of(mentions[0], wholes, after.get(part))
        if whole is not None and whole != part:
            yield _containing(mentions, by_referent[whole])


def _wholes(places: Iterable[Sequence[Named]]) -> dict[str, int]:
    """Return the regions and countries named, by their codes."""
    found: dict[str, int] = {}
    for mentions in places:
        if mentions[0].label != "CITY":
            for place in _readings(mentions[0])[:1]:
                found.setdefault(place.code, mentions[0].referent)
    return found


def _readings(name: Named) -> list[Place]:
    return [place for place in known_places(name.surface) if place.label == name.label]


def _whole_of(name: Named, wholes: Mapping[str, int], after: int | None) -> int | None:
    """Return the referent of what a place lies in; of several places of one name the best known counts.

    :param after: the name right behind it, which tells of a lesser place of the name: "Paris, Texas".
    """
    if name.label == "COUNTRY":
        return None
    codes = [[code for code in _lies_in(place) if code in wholes] for place in _readings(name)]
    told = (code for reading in codes for code in reading if wholes[code] == after)
    code = next(told, None) or next(iter(codes[0]), None) if codes else None
    return None if code is None else wholes[code]


def _lies_in(place: Place) -> Iterator[str]:
    """Yield the codes of the region and the country that a place lies in, the narrower first."""
    if place.label == "CITY" and place.region:
        yield place.region
    if place.country:
        yield place.country


def _containing(parts: Sequence[Named], wholes: Sequence[Named]) -> Tie:
    """Return the tie of a place to what it lies in, from a sentence that names both if there is one."""
    beside = {name.sentence: name for name in reversed(wholes)}
    part = next((name for name in parts if name.sentence in beside), parts[0])
    return Tie(part.sentence, "part-of", "in", _part(part), _part(beside.get(part.sentence, wholes[0])))
