"""Whether a place is a city, a region, a country or another place.

The text's own words win ("the city of X", "X province", "X, a town in"), then the gazetteer, then the last word of
the name ("X River"). A name that neither knows stays a PLACE, or a CITY where it stands before a known region or
country ("in X, Ohio").

Not covered: districts of cities that GeoNames lists as cities; two places of one name in one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from extract.gazetteer.known import Place, fold, known_places
from extract.gazetteer.labels import CITY, COUNTRY, PLACE, REGION

KINDS = {
    CITY: "city town village township municipality hamlet metropolis",
    REGION: """province state prefecture oblast krai governorate county canton voivodeship""",
    COUNTRY: "country nation republic kingdom",
    PLACE: """
        river lake sea ocean gulf strait bay lagoon reef fjord creek canal dam waterfall island isle archipelago
        peninsula cape coast beach mountain mount hill volcano valley canyon plain plateau desert forest jungle basin
        delta glacier continent district neighbourhood neighborhood suburb borough ward park
    """,
}
# Plural nouns before a list: "the towns of X and Y", "states such as X".
PLURALS = {
    CITY: "cities towns villages municipalities capitals suburbs",
    REGION: "provinces states prefectures oblasts governorates counties cantons",
    COUNTRY: "countries nations republics kingdoms",
    PLACE: "rivers lakes seas islands districts neighbourhoods neighborhoods mountains valleys",
}
# Nouns that only tell when they are said of the name: "X, the capital", "the capital, X".
SAID_OF = {CITY: "capital port seaport hometown birthplace", REGION: "emirate"}
# What a name may end with; words of `KINDS` count too.
ENDINGS = {
    REGION: "shire territory region governorate prefecture",
    COUNTRY: "federation empire sultanate",
    PLACE: """
        street avenue road boulevard lane square highway motorway freeway bridge tunnel airport station harbour harbor
        port terminal airfield base camp fort castle palace tower hall house hotel hospital stadium arena theatre
        theater museum gallery library church cathedral abbey mosque temple shrine monastery cemetery memorial
        monument prison school university college building center centre plaza mall market garden gardens zoo
        mountains hills islands isles falls rapids springs ridge range peak pass cave caves cliffs shore coast beach
        plains woods forest rainforest swamp wetlands reserve sanctuary park parks estate farm ranch mine field fields
        area zone quarter corridor belt border frontier strip trail route railway line crater trench hemisphere
        rivers lakes heights point head pier dock docks marina course site pole
    """,
}
# What a name may begin with: "Lake X", "Gulf of X", "Mount X".
BEGINNINGS = {
    PLACE: """
        lake mount mt gulf bay sea strait straits river isle isles island cape valley port fort camp rio cabo loch
        downtown uptown central inner northern southern eastern western upper lower greater north south east west
        northeast northwest southeast southwest northeastern northwestern southeastern southwestern mid
    """,
}


def by_word(*tables: dict[str, str]) -> dict[str, str]:
    """The label that each word of some tables tells of."""
    return {word: label for table in tables for label, words in table.items() for word in words.split()}


KIND = by_word(KINDS)
PLURAL = by_word(PLURALS)
SAID = by_word(KINDS, SAID_OF)
ENDING = by_word(ENDINGS, KINDS)
BEGINNING = by_word(BEGINNINGS)
WITHIN_CITY = frozenset(("downtown", "uptown", "midtown"))
BUILT = frozenset("park beach hill ward mount cape plain coast forest bay suburb continent country nation".split())
# Second readings of well-known names, and the countries whose other places in the text speak for them.
DOUBTFUL = {"georgia": (REGION, "US"), "victoria": (CITY, "CA"), "macedonia": (REGION, "GR")}
LONGEST_APPOSITION = 10  # tokens from "X, a" to the noun


def place_labels(spans: Sequence[Span]) -> list[str]:
    """The labels of all places of one text, in the order of `spans`.

    A name that the gazetteer does not know is the same thing all through the text, as its clearest mention tells.
    """
    told = [told_label(span) for span in spans]
    votes: dict[str, Counter[str]] = {}
    for span, label in zip(spans, told, strict=True):
        if label:
            votes.setdefault(fold(span.text), Counter())[label] += 1
    labels = []
    for span, label in zip(spans, told, strict=True):
        vote = votes.get(fold(span.text))
        if label is None and vote and not known_places(span.text):
            label = vote.most_common(1)[0][0]
        labels.append(label or known_label(span))
    return labels


def place_label(span: Span) -> str:
    """The label of one name of a place: "CITY", "REGION", "COUNTRY" or "PLACE"."""
    return told_label(span) or known_label(span)


def told_label(span: Span) -> str | None:
    """What the words around a name say it is, if they do and the name can be it."""
    known = known_places(span.text)
    for label, sure in (*words_before(span), *words_after(span)):
        if fits(label, known, sure=sure):
            return label
    return None


def fits(label: str, known: tuple[Place, ...], *, sure: bool) -> bool:
    """Whether a name with these readings can be what the words around it say.

    :param sure: the words name it so ("the city of X"); else they only seem to ("X, a city").
    """
    if not known or any(place.label == label for place in known):
        return True
    return sure and known[0].label != COUNTRY


def words_before(span: Span) -> Iterator[tuple[str, bool]]:
    """What the words before a name say it is, and whether they are sure."""
    doc, before = span.doc, span.start - 1
    if before >= 0 and doc[before].lower_ == "the":
        before -= 1
    if before < 1:
        return
    word = doc[before].lower_
    if word == "of" and doc[before - 1].lower_ in KIND:
        yield KIND[doc[before - 1].lower_], doc[before - 1].lower_ != "state"
    if word == "," and doc[before - 1].lower_ in SAID:
        yield SAID[doc[before - 1].lower_], False
    if word in SAID and word not in BUILT and doc[before].is_lower:
        yield SAID[word], word not in ("state", "country", "nation")
    if word in WITHIN_CITY:
        yield CITY, True
    if word == "upstate":
        yield REGION, True
    listed = doc[first_of_list(doc, span.start) - 1]
    yield from list_head(listed)


def first_of_list(doc: Doc, start: int) -> int:
    """Where a list of places begins that reaches to the place at `start`."""
    while start > 2 and doc[start - 1].lower_ in (",", "and", "or", "&") and start > 2:
        last = start - 2 - (doc[start - 2].lower_ == ",")
        if last < 1 or doc[last].ent_type_ != PLACE:
            break
        while last > 0 and doc[last].ent_iob_ == "I":
            last -= 1
        start = max(last, 1)
    return start


def list_head(before: Token) -> Iterator[tuple[str, bool]]:
    """What a plural noun before a list says its names are: "the towns of", "states such as", "rivers like"."""
    doc, i = before.doc, before.i
    if doc[i].lower_ == "as" and i and doc[i - 1].lower_ == "such":
        i -= 1
    elif doc[i].lower_ not in ("of", "like", "including"):
        return
    i -= 1
    if i > 0 and doc[i].lower_ == ",":
        i -= 1
    if i >= 0 and doc[i].lower_ in PLURAL:
        yield PLURAL[doc[i].lower_], doc[before.i].lower_ == "of"


def words_after(span: Span) -> Iterator[tuple[str, bool]]:
    """What the words after a name say it is, and whether they are sure."""
    doc, after = span.doc, span.end
    if after >= len(doc):
        return
    word = doc[after].lower_
    of = after + 1 < len(doc) and doc[after + 1].lower_ == "of"
    if word in KIND and word not in BUILT and not of and not doc[after].is_sent_start:
        yield KIND[word], word != "state"
    if word in (",", "is", "was", "–", "—", "("):
        noun = noun_said(doc, after + 1)
        if noun in SAID and noun not in BUILT:
            yield SAID[noun], False


def noun_said(doc: Doc, start: int) -> str:
    """The head noun of a phrase that begins here with an article: "a former mining [town] in"; else ""."""
    head = ""
    for token in doc[start : start + LONGEST_APPOSITION]:
        word = token.lower_
        if token.i == start and word not in ("a", "an", "the", "one", "capital"):
            return ""
        if word in ("'s", "’s", "of") and head not in ("", "one"):
            if word == "of":
                break
            head = ""
        elif token.pos_ in ("NOUN", "NUM"):
            head = word
        elif token.pos_ not in ("DET", "ADJ", "ADV", "PROPN", "PART") and token.tag_ not in ("VBN", "VBG", "HYPH") and word != "of":
            break
    return SINGULAR.get(head, head)


SINGULAR = {"cities": "city", "towns": "town", "villages": "village", "provinces": "province", "states": "state",
            "countries": "country", "nations": "nation", "rivers": "river", "lakes": "lake", "islands": "island"}


def known_label(span: Span) -> str:
    """What a name is by the gazetteer, by its own words and by the places beside it."""
    name = span.text
    known = known_places(name)
    if known:
        return chosen(span, known)
    if "," in name:
        first = name.split(",", 1)[0]
        return known_places(first)[0].label if known_places(first) else CITY
    words = [word.strip(".'’").lower() for word in name.removeprefix("the ").removeprefix("The ").split()]
    if len(words) > 2 and words[1] == "of" and words[0] in KIND:
        return KIND[words[0]]
    if len(words) > 2 and "republic" in words[:-1]:
        return COUNTRY
    if len(words) > 1 and words[0] in BEGINNING:
        return BEGINNING[words[0]]
    if words and words[-1] in ENDING and len(words) > 1:
        return ENDING[words[-1]]
    return CITY if is_address(span) else PLACE


def chosen(span: Span, known: tuple[Place, ...]) -> str:
    """The reading of a known name that the places beside it speak for, else the best known."""
    if len(known) == 1:
        return known[0].label
    before, after = beside(span)
    for place in known:
        if any(matches(place, other) for other in after) or any(matches(other, place) for other in before):
            return place.label
    other_label, country = DOUBTFUL.get(fold(span.text), ("", ""))
    if other_label:
        votes = Counter(p.country for p in others(span))
        if votes[country] > votes[known[0].country]:
            return other_label
    return known[0].label


def matches(part: Place, whole: Place) -> bool:
    """Whether one place lies in another: a city in its region or country, a region in its country."""
    if whole.label == REGION:
        return part.label == CITY and part.code == whole.code
    return whole.label == COUNTRY and part.label in (CITY, REGION) and part.country == whole.code


def beside(span: Span) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The readings of the names that stand before and after a name with only a comma between."""
    doc = span.doc
    before = after = ()
    if span.start > 1 and doc[span.start - 1].lower_ == "," and doc[span.start - 2].ent_type_ == PLACE:
        start = span.start - 2
        while start and doc[start].ent_iob_ == "I":
            start -= 1
        before = known_places(doc[start : span.start - 1].text)
    if span.end + 1 < len(doc) and doc[span.end].lower_ == "," and doc[span.end + 1].ent_type_ == PLACE:
        end = span.end + 2
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        after = known_places(doc[span.end + 1 : end].text)
    return before, after


def others(span: Span) -> Iterator[Place]:
    """The best reading of every other name of a place in the text."""
    for ent in span.doc.ents:
        if ent.label_ == PLACE and ent.text != span.text:
            yield from known_places(ent.text)[:1]


def is_address(span: Span) -> bool:
    """Whether a name stands before the region or country that it lies in: "in X, Ohio"."""
    return any(place.label in (REGION, COUNTRY) for place in beside(span)[1]) and span.start > 0 and span.doc[span.start - 1].lower_ in ("in", "at", "of", "near", "from", "to")
