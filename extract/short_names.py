"""Forms of a name of a place, organisation or work that one text uses for another: countries' long names, initials.

Not covered: forms that only knowledge of the thing could join ("Madras", "Chennai"), and parts of an organisation's
name ("the Commission"), which as often name another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from extract.gazetteer.known import fold, known_places
from extract.gazetteer.labels import COUNTRY

SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "du", "la", "le", "&", "a", "an"])
APOSTROPHES = re.compile(r"['‘’ʼʻʾʿ`]")
POSSESSIVE = re.compile(r"\s?['’]s?$")
WORD = re.compile(r"\w+|\+")  # "S9" and "S9+" are two
SHORT = {"mt": "mount", "ft": "fort", "st": "saint", "us": "unitedstates"}
POINTS = re.compile(r"\b(\w)\.\s?(?=\w\b)")  # "U.S. Route 5", "U. S. Navy"
FORMS = frozenset("inc corp corporation co company ltd limited llc plc gmbh ag asa nv spa".split())
CLUBS = frozenset("fc afc fbc cf cfc fk nk sk ac sc sv hc bc bk rc ssc".split())  # beside the name of a club
LONG_COUNTRY = re.compile(
    r"(?:the )?(?:(?:federative|federal|democratic|people'?s|islamic|arab|socialist|cooperative|bolivarian|united"
    r"|plurinational|grand|hashemite) )*(?:republic|kingdom|state|commonwealth|sultanate|principality|duchy) of (.+)"
)
# Names that the gazetteer puts to one of today's countries, and that a text may well tell from it.
OTHER_TIMES = frozenset(
    """korea congo belgiancongo frenchcongo prussia sovietunion ussr sovietrussia westgermany eastgermany
    northvietnam southvietnam eastpakistan transnistria palestine america thestates holland bosnia persia
    rhodesia mainlandchina chinamainland zaire""".split()
)
INITIALS = re.compile(r"(?:[A-Z][A-Za-z]{0,5}[A-Z]s?|(?:[A-Z]\.\s?){2,6})")
LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
LEAST_BEFORE = 3  # letters of initials that stand before what they are short for

AGAIN = frozenset({"PERSON", "ORG", "CITY", "REGION", "COUNTRY", "PLACE", "WORK", "EVENT", "PRODUCT"})
# Kinds of names that initials in brackets stand for; other words there as often name another: an actor, a country.
SHORTENED = frozenset({"ORG", "WORK", "EVENT", "PRODUCT"})
# What stands between a name and another form of it: "World Food Council (WFC)", "Upper Zab, also called Great Zab".
BRACKET = re.compile(r"\s?[\"”]?\s?\(\s?[\"“]?\s?")
CLOSED = re.compile(r"\s?[\"”]?\s?\)")
LANGUAGE = re.compile(
    r"\s?[\"”]?\s?\(\s?(?:in\s|from\s|(?:simplified|traditional|modern)\s)?[A-Z][a-z]+\s?:\s?[\"“]?\s?"
)
WAS = re.compile(
    r"\s?[\"”]?\s?\(\s?(?:now|then|today|formerly|previously|originally|former|alias|also|born|né)\s(?:the\s)?[\"“]?\s?"
)
CUE = re.compile(
    r"\s?[\"”]?\s?\)?\s?,?\s?\(?\s?(?:(?:is|was|who|which|also|and|but|he|she|it|better|formerly|originally|previously"
    r"|commonly|sometimes|locally|often|more|simply|otherwise|later|now|initially)\s){0,5}"
    r"(?:(?:known|referred\sto|abbreviated)(?:\ssimply|\slocally)?\s(?:as|to)|née|spelled|spelt|alias|a\.?k\.?a\.?|renamed"
    r"|(?<=also\s)called|(?<=formerly\s)called|(?<=commonly\s)called|(?<=later\s)called|(?<=sometimes\s)called)"
    r"\s(?:the\s)?[\"“]?\s?",
    re.IGNORECASE,
)
OR = re.compile(r"\s?\(\s?or\s(?:simply\s|just\s)?(?:the\s)?[\"“]?\s?")  # only in brackets: "Paris or London" are two
AFTER_BRACKET = re.compile(r"\s?\)\s?,?\s?(?:or|formerly)\s(?:the\s)?")  # behind a form in brackets
LONGEST_CUE = 60  # characters


def given_again(text: str, names: Sequence[tuple[int, int, str]]) -> dict[int, int]:
    """Return which names a text gives as another form of a name before them, and which name that is.

    :param names: start, end and label of all names, in text order.
    """
    found: dict[int, int] = {}
    for i in range(1, len(names)):
        start, end, label = names[i]
        of = i - 1 - (i > 1 and names[i - 1][2] == "GROUP")  # "Acme (German: Akme)" holds a people's name
        _, before, other = names[of]
        if label == other and label in AGAIN and before <= start <= before + LONGEST_CUE:
            gap = text[before:start]
            if is_again(text, gap, (start, end), label) or (of in found and AFTER_BRACKET.fullmatch(gap)):
                found[i] = of
    return found


def is_again(text: str, gap: str, span: tuple[int, int], label: str) -> bool:
    """Whether what stands between a name and the next says that the next, at `span`, is another form of it."""
    if CUE.fullmatch(gap) or OR.fullmatch(gap):
        return True
    if not CLOSED.match(text, span[1]):
        return False
    if LANGUAGE.fullmatch(gap) or WAS.fullmatch(gap):
        return True
    name = text[slice(*span)]
    bracketed = label == "ORG" or (label in SHORTENED and as_initials(name) is not None) or is_foreign(name)
    return bracketed and BRACKET.fullmatch(gap) is not None


def is_foreign(name: str) -> bool:
    """Whether a name is in another script than Latin."""
    return any(char.isalpha() for char in name) and not LATIN.search(name)


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared: no accents, apostrophes, "the" and possessive; short forms in full."""
    text = POINTS.sub(r"\1", APOSTROPHES.sub("", POSSESSIVE.sub("", name)).lower())
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = [SHORT.get(word, word) for word in WORD.findall(text) if word != "the"]
    return words or [name.lower()]


def keys_of(name: str, label: str, kind: str) -> Iterator[str]:
    """Yield what a name of this label has in common with other forms of it in one text.

    :param kind: the group of labels that may be one thing, "PLACE" for all places.
    """
    words = words_of(name)
    yield "".join(words)
    if kind == "PLACE":
        if label in (COUNTRY, "PLACE") and (code := country_of(name)):
            yield f"country {code}"
        elif (former := former_country(name)) is not None:
            yield former
        if len(words) == 2 and (words[0] == "river" or words[1] == "islands"):
            yield words[words[0] == "river"]
        if len(words) > 2 and words[0] in ("city", "town", "state", "province") and words[1] == "of":
            yield "".join(words[2:])
    if kind == "ORG" and len(words) > 1 and (words[-1] in FORMS or words[-1] in CLUBS):
        yield "".join(words[:-1])
    if kind == "ORG" and len(words) > 1 and words[0] in CLUBS:
        yield "".join(words[1:])


def country_of(name: str) -> str | None:
    """The code of the country that a name, short or long, stands for; None for any other, or one of other times."""
    found = LONG_COUNTRY.fullmatch(" ".join(name.lower().split()))
    known = known_places(name)
    if found is not None and not known:
        known = known_places(found[1])
    if not known or known[0].label != COUNTRY or fold(name) in OTHER_TIMES:
        return None
    return None if known[0].code == "-" else known[0].code  # "-": a country of other times


def former_country(name: str) -> str | None:
    """The short name, folded, of a country of other times by its long one: "Federal Republic of Yugoslavia"."""
    before, republic, short = name.lower().partition("republic of ")
    known = known_places(short) if republic and before.strip() else ()
    return fold(short) if known and known[0].code == "-" else None


def initials_of(name: str) -> set[str]:
    """The initials by which a name of two words or more may be meant, small words left out, and left in."""
    words = [word for word in re.split(r"[\s\-‑–]+", name) if word[:1].isalnum()]
    large = [word for word in words if word.lower() not in SMALL]
    return {"".join(word[0] for word in some).upper() for some in (words, large) if len(some) > 1}


def as_initials(name: str) -> str | None:
    """A name that may be initials, in capitals without points; None for any other."""
    return re.sub(r"[.\s]", "", name).upper() if INITIALS.fullmatch(name.strip()) else None
