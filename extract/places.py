"""Whether a place is a city, a region, a country or another place.

The text's own words win ("the city of X", "X province", "X, a town in"), then the gazetteer, then the name's own
last or first word ("X River", "Mount X"). A name that none of them knows stays a PLACE, or is a CITY where it stands
before a known region or country ("in X, Ohio"). A county is a REGION; England, Scotland and Wales are too.

Not covered: districts of cities that GeoNames lists as cities; two places of one name in one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from extract.gazetteer.known import Place, fold, known_places
from extract.gazetteer.labels import CITY, COUNTRY, PLACE, REGION
from extract.gazetteer.words import (
    BEGINNING,
    DIVIDES,
    DOUBTFUL,
    ENDING,
    FOLLOWING,
    KIND,
    NOT_BESIDE,
    PLURAL,
    SAID,
    SINGULAR,
    TOWN_ENDINGS,
    WITHIN,
)

LONGEST_APPOSITION = 10  # tokens from "X, a" to the noun
LONGEST_LIST = 60  # tokens from "the towns of" to the name
LEADING = ("in", "at", "of", "near", "from", "to", "outside")  # before a name with its region: "in X, Ohio"


def place_labels(spans: Sequence[Span]) -> list[str]:
    """The labels of all names of places in one text, in the order of `spans`.

    A name that the gazetteer does not know is the same thing all through the text, as its clearest mentions tell.
    """
    told = [told_label(span) for span in spans]
    countries = country_votes(spans)
    votes: dict[str, Counter[str]] = {}
    for span, label in zip(spans, told, strict=True):
        if label:
            votes.setdefault(fold(span.text), Counter())[label] += 1
    labels = []
    for span, label in zip(spans, told, strict=True):
        vote = votes.get(fold(span.text))
        if label is None and vote and not known_places(span.text):
            label = vote.most_common(1)[0][0]
        labels.append(label or known_label(span, countries))
    return labels


def country_votes(spans: Sequence[Span]) -> Counter[str | None]:
    """How many of the names lie in each country, doubtful names left out."""
    known = (known_places(span.text) for span in spans if fold(span.text) not in DOUBTFUL)
    return Counter(places[0].country for places in known if places)


def told_label(span: Span) -> str | None:
    """What the words around a name say it is, if they do and the name can be it."""
    known = known_places(span.text)
    for label, sure in (*words_before(span), *words_after(span)):
        if any(place.label == label for place in known):
            return label
        if known and sure and known[0].label != COUNTRY:
            return label
        if not known and (sure or span[-1].lower_ not in ENDING):
            return label
    return None


def words_before(span: Span) -> Iterator[tuple[str, bool]]:
    """What the words before a name say it is, and whether they name it so ("the city of X") or only seem to."""
    doc, before = span.doc, span.start - 1
    if before >= 0 and doc[before].lower_ == "the":
        before -= 1
    if before < 1:
        return
    word, earlier = doc[before].lower_, doc[before - 1].lower_
    if word == "of" and earlier in KIND and is_named(doc, before - 1, span):
        yield KIND[earlier], earlier != "state"
    if word == "," and earlier in SAID:
        yield SAID[earlier], False
    if word in SAID and word not in NOT_BESIDE and doc[before].is_lower:
        yield SAID[word], word not in DIVIDES
    if word in WITHIN:
        yield WITHIN[word], False
    first = first_of_list(doc, span.start)
    alone = first == span.start and not goes_on(doc, span.end)
    yield from ((label, False) for label in listed_as(doc, first - 1, alone=alone))


def is_named(doc: Doc, i: int, span: Span) -> bool:
    """Whether "N of X" names X, not a part of X: "the city of X", but not "the largest city of Texas"."""
    known = known_places(span.text)
    return not known or known[0].label == CITY or (i > 0 and doc[i - 1].lower_ == "the")


def first_of_list(doc: Doc, start: int) -> int:
    """Where a list of names begins that reaches to the name at `start`; of a long list, only its last names count."""
    least = max(2, start - LONGEST_LIST)
    while start > least and doc[start - 1].lower_ in (",", "and", "or", "&"):
        last = start - 2 - (doc[start - 2].lower_ == ",")
        if last < 1 or not doc[last].ent_type_:
            break
        start = name_start(doc, last)
    return start


def goes_on(doc: Doc, end: int) -> bool:
    """Whether a list goes on with another name after the one that ends at token `end`."""
    return end + 1 < len(doc) and doc[end].lower_ in (",", "and", "or", "&") and bool(doc[end + 1].ent_type_)


def listed_as(doc: Doc, i: int, *, alone: bool) -> Iterator[str]:
    """What a plural noun before a list, which ends at token `i`, says of its names: "states such as", "the towns of".

    "The towns of Texas" is no list: one name `alone` after "of" is what holds them.
    """
    if i < 1:
        return
    word = doc[i].lower_
    if word == "as" and doc[i - 1].lower_ == "such":
        i -= 1
    elif word not in ("like", "including", "of") or (word == "of" and alone):
        return
    i -= 1 + (i > 1 and doc[i - 1].lower_ == ",")
    if i >= 0 and doc[i].lower_ in PLURAL:
        yield PLURAL[doc[i].lower_]


def words_after(span: Span) -> Iterator[tuple[str, bool]]:
    """What the words after a name say it is, and whether they name it so ("X province") or only seem to."""
    doc, after = span.doc, span.end
    if after >= len(doc):
        return
    word = doc[after].lower_
    of = after + 1 < len(doc) and doc[after + 1].lower_ == "of"
    if word in FOLLOWING and not of:
        yield FOLLOWING[word], word not in DIVIDES
    if word in (",", "is", "was", "–", "—", "("):
        noun = noun_said(doc, after + 1)
        if noun in SAID:
            yield SAID[noun], False


def noun_said(doc: Doc, start: int) -> str:
    """The head noun of a phrase that begins here with an article: "a former mining [town] in"; else ""."""
    head = ""
    for token in doc[start : start + LONGEST_APPOSITION]:
        word = token.lower_
        if token.i == start:
            if word not in ("a", "an", "the", "one", "capital"):
                return ""
            head = "" if token.pos_ == "DET" else word
        elif word in ("'s", "’s") or (word == "of" and head in ("", "one")):
            head = ""
        elif token.pos_ in ("NOUN", "NUM"):
            head = word
        elif token.pos_ not in ("DET", "ADJ", "ADV", "PROPN", "PART") and token.tag_ not in ("VBN", "VBG", "HYPH"):
            break
    return SINGULAR.get(head, head)


def known_label(span: Span, countries: Counter[str | None]) -> str:
    """What a name is by the gazetteer and the places beside it, else by its own words."""
    known = known_places(span.text)
    if known:
        return chosen(span, known, countries)
    first, comma, _ = span.text.partition(",")
    if comma:
        return known_places(first)[0].label if known_places(first) else CITY
    words = [word.strip(".'’") for word in span.text.lower().removeprefix("the ").split()]
    if len(words) > 1:
        if words[1] == "of" and words[0] in KIND:
            return KIND[words[0]]
        if "republic of" in " ".join(words):
            return COUNTRY
        ending = ENDING.get(words[-1])
        if words[-1] in TOWN_ENDINGS and is_address(span):
            return CITY
        if ending or words[0] in BEGINNING:
            return ending if ending == REGION else BEGINNING.get(words[0], ending or PLACE)
    return CITY if is_address(span) else PLACE


def chosen(span: Span, known: tuple[Place, ...], countries: Counter[str | None]) -> str:
    """The reading of a known name that the places beside it speak for, else the best known."""
    if len(known) == 1:
        return known[0].label
    before, after = beside(span)
    for place in known:
        if any(lies_in(place, other) for other in after) or any(lies_in(other, place) for other in before):
            return place.label
    label, country = DOUBTFUL.get(fold(span.text), ("", ""))
    if label and countries[country] > countries[known[0].country]:
        return label
    return known[0].label


def lies_in(part: Place, whole: Place) -> bool:
    """Whether one place lies in another: a city in its region or country, a region in its country."""
    if whole.label == REGION:
        return part.label == CITY and part.code == whole.code
    return whole.label == COUNTRY and part.label in (CITY, REGION) and part.country == whole.code


def beside(span: Span) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The readings of the names that stand before and after a name with only a comma between."""
    doc, start, end = span.doc, span.start, span.end
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    if start > 1 and doc[start - 1].lower_ == "," and doc[start - 2].ent_type_:
        before = known_places(doc[name_start(doc, start - 2) : start - 1].text)
    if end + 1 < len(doc) and doc[end].lower_ == "," and doc[end + 1].ent_type_:
        after = known_places(doc[end + 1 : name_end(doc, end + 1)].text)
    return before, after


def name_start(doc: Doc, i: int) -> int:
    """The first token of the name that token `i` is in."""
    while i and doc[i].ent_iob_ == "I":
        i -= 1
    return i


def name_end(doc: Doc, i: int) -> int:
    """The token after the name that token `i` is in."""
    i += 1
    while i < len(doc) and doc[i].ent_iob_ == "I":
        i += 1
    return i


def is_address(span: Span) -> bool:
    """Whether an unknown name stands before the region or country that it lies in: "in X, Ohio"."""
    doc, start = span.doc, span.start
    if start == 0 or doc[start - 1].lower_ not in LEADING:
        return False
    return any(place.label in (REGION, COUNTRY) for place in beside(span)[1])
