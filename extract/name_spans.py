"""The names in a span that the pipeline takes for one name: trimmed, and apart where a text runs two together.

A place behind a comma, or behind a city that lies in it, is a name by itself: "Durham University, United Kingdom",
"Paris, France", "Miramar California". Places inside names ("University of Nairobi", "Boston Red Sox", "Green Party in
Northern Ireland") name no place: annotators of names (UNER, Wikigold, CrossNER) take such names whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extract.gazetteer.known import Place, known_places
from extract.gazetteer.labels import CITY, COUNTRY, REGION

# Labels of our pipeline and of spaCy's own ones; what is not here (numbers, money, times) other stages find.
LABELS = {
    "PERSON": "PERSON", "ORG": "ORG", "PLACE": "PLACE", "GROUP": "GROUP", "EVENT": "EVENT", "WORK": "WORK",
    "PRODUCT": "PRODUCT", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "GROUP", "WORK_OF_ART": "WORK",
    "LAW": "WORK", "PER": "PERSON",
}  # fmt: skip
LEADING = frozenset(
    "the a an mr mr. mrs mrs. ms ms. miss dr dr. prof. \" ' “ ‘ ( [ - – — , . :".split()
)  # never the first word of a name
TRAILING = frozenset("'s ’s ' ’ \" ” ) ] , . : ; - – —".split())
DASHES = frozenset("— – -- -".split())  # between blanks they part a dateline from the text: "Portugal — Coimbra has"
PART_OF_NAME = frozenset({"university", "universities", "institute", "college"})  # "University of California, Berkeley"
BESIDE_PLACES = frozenset({"ORG", "EVENT", "PLACE"})  # kinds of names that a place behind a comma is no part of
LONGEST = 30  # tokens of a span that is looked into


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the text before it is grouped: token indices, end exclusive."""

    first: int
    end: int
    surface: str
    label: str


def names_in(ent: Span) -> Iterator[Name]:
    """The names in what the pipeline found, of our labels: its parts at a dash behind a blank, or a blank line."""
    label = LABELS.get(ent.label_)
    if label is None:
        return
    first, doc = ent.start, ent.doc
    for end in range(ent.start, ent.end + 1):
        if end == ent.end or parts_names(doc, end):
            for start, stop, kind in apart(doc, first, end, label):
                name = trimmed(doc[start:stop], kind)
                if name is not None:
                    yield name
            first = end + 1


def parts_names(doc: Doc, token: int) -> bool:
    """Whether what stands on both sides of a token cannot be one name."""
    text = doc[token].text
    return text.count("\n") > 1 or (text in DASHES and token > 0 and bool(doc[token - 1].whitespace_))


def trimmed(span: Span, label: str) -> Name | None:
    """The name without articles, titles and marks at its edges; None when nothing is left."""
    first, end, doc = span.start, span.end, span.doc
    while first < end and (doc[first].is_space or doc[first].lower_ in LEADING):
        first += 1
    while end > first and (doc[end - 1].is_space or doc[end - 1].lower_ in TRAILING):
        end -= 1
    return Name(first, end, doc[first:end].text, label) if first < end else None


def apart(doc: Doc, first: int, end: int, label: str) -> list[tuple[int, int, str]]:
    """The names from one token to another, with their labels: a place behind a name is apart from it."""
    cut = place_behind(doc, first, end, label) if end - first <= LONGEST else None
    if cut is None:
        return [(first, end, label)]
    known = known_places(doc[first:cut].text)
    before = "PLACE" if known and known[0].label == CITY else label  # "Portsmouth, United Kingdom" is no organisation
    return [*apart(doc, first, cut, before), (cut + (doc[cut].lower_ == ","), end, "PLACE")]


def place_behind(doc: Doc, first: int, end: int, label: str) -> int | None:
    """The token from which on a span is a place behind another name: its comma, or the place itself."""
    if label not in BESIDE_PLACES or known_places(doc[first:end].text):  # "Washington, D.C." is one
        return None
    cut = next((i for i in range(end - 2, first, -1) if doc[i].lower_ == ","), None)
    known = known_places(doc[cut + 1 : end].text) if cut is not None else ()
    if not known:
        return place_beside(doc, first, end) if label == "PLACE" else None
    part = known[0].label == CITY and not PART_OF_NAME.isdisjoint((doc[first].lower_, doc[first + 1].lower_))
    return cut if known[0].label in (COUNTRY, REGION, CITY) and not part else None


def place_beside(doc: Doc, first: int, end: int) -> int | None:
    """The token at which a city ends and the region or country that it lies in begins: "Miramar California"."""
    for cut in range(end - 1, max(first, end - 4), -1):
        wholes, cities = known_places(doc[cut:end].text), known_places(doc[first:cut].text)
        if any(holds(whole, city) for whole in wholes for city in cities):
            return cut
    return None


def holds(whole: Place, city: Place) -> bool:
    """Whether a city lies in a region or country."""
    if city.label != CITY:
        return False
    return whole.code == (city.country if whole.label == COUNTRY else city.code) and whole.label != CITY
