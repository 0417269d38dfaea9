"""Numbers that name instead of counting: "Boeing 747", "Article 5", "page 12", "the Big Ten", clock times."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.amounts.counted import STOP, is_plural
from extract.amounts.numbers import Number
from extract.syntax import Tree
from extract.types import Mention

LABELS = frozenset(
    "article section chapter page pages p p. pp pp. no no. nos number unit room flight route highway interstate "
    "channel version model type level phase act rule title figure fig fig. table line lot block gate platform "
    "pier apartment apt suite grade episode volume vol vol. issue part category division district ward zone bus "
    "form schedule appendix annex clause paragraph para proposition resolution psalm verse studio company "
    "battalion regiment squadron squad tier junction exit step stage round game week day lane hole question point "
    "item note footnote equation eq theorem lemma reactor building hall box p.o. po zip postcode code id serial "
    "isbn issn tel phone fax ext extension hotline dial call top under bottom first last amendment directive "
    "regulation bill ordinance order case file track camp group hurricane apollo formula catalogue catalog".split()
) - {"first", "last", "under", "top", "bottom", "bill", "order", "call", "point", "day", "week"}
"""Words before a number that make it a label and not a quantity."""
_PLURAL_LABELS = frozenset(
    f"{label}s"
    for label in "article section chapter figure table note gate room route flight channel platform line "
    "lot block clause paragraph verse exit step number item equation appendix rule amendment".split()
) | {"scope"}
_LISTED = re.compile(
    r"\b(?P<word>[^\W\d_]+)\.?\s(?:[0-9]{1,4}(?:\.[0-9]+)*[a-z]?(?:,\s|,?\s(?:and|or|to|&|through)\s|\s?[-–]\s?)){1,6}$"
)
_LIST_ENDS = re.compile(r"(?:,|\b(?:and|or|to|&|through))\s$|[0-9]\s?[-–]\s?$")
"""The numbers that a label has before the last of them ("Figures 3, 4 and 5")."""
_GROUP_OF = re.compile(r"\b(?:Group|Gang|Committee|Council|Club|Band)\sof\s$")
_IN_REFERENCE = re.compile(r"\[(?:[0-9]{1,4}(?:\s?[-–,;]\s?))*$")
_REFERENCE_ENDS = re.compile(r"(?:\s?[-–,;]\s?[0-9]{1,4}){0,9}\]")
_PAGE_CITED = re.compile(r"[.,\])”\"’]:$")
_MODEL_SUFFIX = re.compile(r"[\s-](?:Max|Pro|Ultra|Dreamliner|Mini|SE|GT|Turbo|Lite)\b")
"""Words after a number that make it a model's ("737 Max jets")."""
_STREET_NUMBER = re.compile(
    r"(?:\s[NSEW]\.?)?(?:\s[A-Z0-9][\w'’.]{0,40}){0,3}\s(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|"
    r"Place|Court|Terrace|Highway|Parkway|Crescent)\b"
)
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’&.]*)[\s\u00a0]$")
_AFTER = re.compile(r"[\s-](?P<word>[^\W\d_][\w'’&-]{0,60})")
_CLOCK = re.compile(
    r"\s(?:FM|AM)\b|:[0-9]{2}\b|\.[0-9]{2}\s?[ap]\.?m\b|\s?(?:[ap]\.m\b|[ap]m\b)|\s?o['’]clock|\shours\sGMT|\s(?:GMT|UTC)\b",
    re.I,
)
_SIGN_BEFORE = re.compile(r"(?:[#№@]|\bNos?\.\s?)\s?$", re.I)
_SIGN_ENDS = frozenset("#№@.")
_NAMES_COUNTED = re.compile(
    r"(?:[\s-](?!(?:Street|Streets|St|Road|Ave)\b)[^\W\d_][\w'’&-]{0,60}){0,4}?[\s-](?:[^\W\d_]{3,}(?<!s)s|[A-Z]{0,3}[0-9]{1,4}s)\b"
)
"""A capitalised run that ends in a plural is counted ("12 European countries"); else the number is a name's."""
_NOTE = re.compile(r"(?:^|[.!?:;]\s|\n\s*)\($")
_POINT = re.compile(r"(?:[:;,.]|\b(?:and|or))\s?\($")
_POINT_ENDS = re.compile(r"\)\s[a-z]")
"""A point of a list in running text ("of four kinds: (1) old forest, (2) young forest")."""
_NOTE_ENDS = re.compile(r"\)\s+[“\"‘]?[A-Z]")
_ITEM = re.compile(r"[.)]\s+[“\"‘]?[A-Z]")
_SENTENCE_ENDS = re.compile(r"(?:[.!?\]\"”)]\s+|\n\s*)$")
_LONG_CODE = re.compile(r"[0-9]{9,}")
"""So many digits without commas are a telephone number or another code."""
COORDINATE = (
    r"[0-9]{1,3}(?:\.[0-9]{1,8})?\s?[°º](?:\s?[0-9]{1,2}(?:\.[0-9]{1,8})?\s?['′’]"
    r"(?:\s?[0-9]{1,2}(?:\.[0-9]{1,8})?\s?(?:[″\"”]|''))?(?:\s?[NSEW]\b)?|\s?(?:[NSEW]|north|south|east|west|latitude|"
    r"longitude)\b)"
)
"""A pattern for one half of a place on the globe: "37° 9' 58.23\"", "51.5° N"."""
_ENDS = frozenset(("top", "bottom", "last", "final", "first"))
_LOOK = 32
NAME_LABELS = frozenset(("PERSON", "ORG", "CITY", "REGION", "COUNTRY", "PLACE", "EVENT", "WORK", "PRODUCT", "INDUSTRY"))


def is_label(text: str, number: Number) -> bool:
    """Whether a bare number is a label, a clock time or part of a capitalised name, by the words around it."""
    before = text[max(0, number.start - _LOOK) : number.start]
    if _is_listed(before) or (before.endswith("of ") and _GROUP_OF.search(before)):
        return True
    if before.rstrip("-+− ")[-3:].upper() in ("GMT", "UTC"):
        return True
    if _CLOCK.match(text, number.end) or (before.rstrip()[-1:] in _SIGN_ENDS and _SIGN_BEFORE.search(before)):
        return True
    if _is_note(text, number, before) or _LONG_CODE.fullmatch(text, number.start, number.end):
        return True
    found = _BEFORE.search(before, before.rfind(" ", 0, max(0, len(before) - 2)) + 1)
    following = _AFTER.match(text, number.end)
    word, next_word = found["word"] if found else "", following["word"] if following else ""
    if _is_titled(text, number, next_word):
        return True
    return word != "" and _follows_name(text, number, word, next_word)


def _is_listed(before: str) -> bool:
    """Whether a number goes on with those of a label ("Nos. 4 and 5", "Sections 5.2, 6.3")."""
    found = _LISTED.search(before) if _LIST_ENDS.search(before) else None
    return found is not None and found["word"].lower() in LABELS | _PLURAL_LABELS


def _is_note(text: str, number: Number, before: str) -> bool:
    """ "[17]", or the number that a note or an item of a list starts with ("39. The figures")."""
    if "[" in before and _IN_REFERENCE.search(before) and _REFERENCE_ENDS.match(text, number.end):
        return True
    if before.endswith(":") and _PAGE_CITED.search(before):
        return True
    if before.endswith("("):
        noted = _NOTE.search(before) and _NOTE_ENDS.match(text, number.end)
        if noted or (number.value < 20 and _POINT.search(before) and _POINT_ENDS.match(text, number.end)):
            return True
    if number.form != "digits" or not _ITEM.match(text, number.end):
        return False
    return before == "" or bool(_SENTENCE_ENDS.search(before))


def _is_titled(text: str, number: Number, next_word: str) -> bool:
    """ "787 Dreamliner", "2nd Earl"; a number in words all capitalised before a name ("A Thousand Plateaus")."""
    printed = text[number.start : number.end]
    if not next_word[:1].isupper():
        return False
    if number.form == "ordinal":
        return True
    if number.form == "digits" and _MODEL_SUFFIX.match(text, number.end):
        return True
    if number.form == "digits" and printed.isdigit() and _STREET_NUMBER.match(text, number.end):
        return True
    if number.form == "digits":
        return number.scale == 1 and printed.isdigit() and not _NAMES_COUNTED.match(text, number.end)
    words = re.findall(r"[^\W\d_]+", printed)
    if len(words) == 1 and text[max(0, number.start - 4) : number.start].lower() == "the ":  # "the Ten Commandments"
        return printed[0].isupper()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _follows_name(text: str, number: Number, word: str, next_word: str) -> bool:
    """ "page 12", "Channel 4", "the top ten", "the Big Ten"."""
    ended = next_word == "" or next_word.lower() in STOP
    counts = is_plural(next_word) and not next_word[0].isupper() if next_word else False
    if word.lower() in _ENDS and ended:
        return True
    if word.lower() in LABELS or (word.lower() in _PLURAL_LABELS and number.form == "digits"):
        return (number.form == "digits" or word.lower() in ("number", "no", "no.")) and not counts
    if word.islower() or word.lower().rstrip(".") in _NO_NAMES:
        return False
    if number.form == "words":
        return text[number.start].isupper() and not is_plural(next_word)
    plain = number.form == "digits" and number.value < 10_000 and "," not in text[number.start : number.end]
    return plain and not counts


_OPENERS = frozenset(
    "some about over nearly almost around another only just roughly approximately today yesterday tomorrow when "
    "while where meanwhile overall today there here so then thus yes if once total figures between within every "
    "least what below above beyond behind near up down out because although despite given unlike like besides plus via "
    "perhaps maybe probably even either neither of add assume suppose let take say see".split()
)
"""Words that open a sentence with a capital and are no names."""
_NO_NAMES = STOP | _OPENERS


def in_name(tree: Tree, first: int, last: int, mention_at: Mapping[int, Mention]) -> bool:
    """Whether the tokens of a number, `first` to `last` (inclusive), lie inside a longer name."""
    mention = mention_at.get(first)
    if mention is None or mention.form != "name" or mention.label not in NAME_LABELS:
        return False
    return mention.start < tree.starts[first] or mention.end > tree.ends[last]


def labels_noun(tree: Tree, token: int) -> bool:
    """Whether the parse hangs a number on the noun right before it ("page 12", "iPhone 11", "posts 542 and 543")."""
    heads = tree.heads
    if "," in tree.text[tree.starts[token] : tree.ends[token]]:  # "the stand seats 2,500"
        return False
    while tree.deps[token] == "conj" and heads[token] < token and tree.pos[heads[token]] == "NUM":
        token = heads[token]
    noun = heads[token]
    return noun == token - 1 and tree.deps[token] in _LABELLING and tree.pos[noun] in ("NOUN", "PROPN")


_LABELLING = frozenset(("nummod", "flat", "compound", "nmod", "appos", "nmod:unmarked"))
