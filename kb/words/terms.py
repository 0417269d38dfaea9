"""Words of a text as they are compared: lower case, without accents, reduced to stem and root.

The search index stems by Porter's rules; what is found there is compared here again, more finely: a *stem* only loses
its inflection ("invaded", "invades" -> "invad"; "wrote" -> "writ"), a *root* its derivation too ("invention",
"inventor" -> "invent"). Limits: English only; two unrelated words may share a root ("organ", "organise").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# "U.S.", "V&A" and "1,307,204" are one word each.
WORD = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[A-Z]&[A-Z]\w*|\d+(?:[.,]\d+)*|\w+")

STOPWORDS = frozenset(
    """
    a about after again all also am an and any are as at be because been before being between both but by can could did
    do does doing done during each few for from further had has have having he her here hers herself him himself his how
    i if in into is it its itself just may me might more most much must my myself no nor not now of off on once only or
    other our ours out over own same shall she should so some such than that the their theirs them themselves then there
    these they this those through to too under until up upon very was we were what when where whether which while who
    whom whose why will with would you your yours s t d ll m re ve don didn doesn isn wasn weren
    """.split()
)

# Past forms that no suffix rule reaches, by verb; each row is one verb's forms, the stem taken from the first.
IRREGULAR_FORMS = """
arise arose arisen | bear bore born borne | beat beaten | become became | begin began begun | bend bent | bind bound
bite bit bitten | bleed bled | blow blew blown | break broke broken | breed bred | bring brought | build built
burn burnt | buy bought | catch caught | choose chose chosen | cling clung | come came | creep crept | deal dealt
dig dug | draw drew drawn | dream dreamt | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen
feed fed | feel felt | fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden
forget forgot forgotten | freeze froze frozen | get got gotten | give gave given | go went gone | grind ground
grow grew grown | hang hung | hear heard | hide hid hidden | hold held | keep kept | know knew known | lay laid
lead led | leave left | lend lent | lie lay lain | light lit | lose lost | make made | mean meant | meet met
overcome overcame | overthrow overthrew overthrown | pay paid | prove proven | rebuild rebuilt | ride rode ridden
ring rang rung | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent
use used uses using
shake shook shaken | shine shone | shoot shot | show shown | shrink shrank shrunk | sing sang sung | sink sank sunk
sit sat | sleep slept | slide slid | speak spoke spoken | spend spent | spin spun | stand stood | steal stole stolen
stick stuck | strike struck | strive strove striven | swear swore sworn | sweep swept | swim swam swum | swing swung
take took taken | teach taught | tear tore torn | tell told | think thought | throw threw thrown
understand understood | undertake undertook undertaken | wake woke woken | wear wore worn | weave wove woven | win won
withdraw withdrew withdrawn | write wrote written | child children | man men | woman women | foot feet | tooth teeth
mouse mice | person people | life lives | wife wives | half halves | leaf leaves | thief thieves | wolf wolves
die died dying dies | good better best | bad worse worst | large larger largest | high higher highest height
long longer longest length | wide wider widest width | deep deeper deepest depth | strong stronger strongest strength
old older oldest | young younger youngest | big bigger biggest | small smaller smallest
""".replace("\n", " | ")

NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens half third quarter none zero several infinitely""".split()
)
UNCHANGED = frozenset({"news", "series", "species", "physics", "mathematics", "economics", "politics"})

# (suffix, what replaces it): the first that fits and leaves `LEAST_ROOT` letters is taken, once.
ROOT_SUFFIXES = (
    ("ization", ""), ("isation", ""), ("ational", ""), ("ication", "i"), ("ation", ""), ("ition", ""), ("ator", ""),
    ("ative", ""), ("ution", "ut"), ("ction", "ct"), ("ption", "pt"), ("sion", "d"), ("tion", "t"), ("ment", ""),
    ("ness", ""), ("ship", ""), ("ility", "l"), ("ity", ""), ("iti", ""), ("ist", ""), ("ism", ""), ("ian", ""),
    ("ial", ""), ("ical", ""), ("ance", ""), ("anc", ""), ("enc", ""), ("ant", ""), ("ent", ""), ("abl", ""),
    ("ibl", ""), ("ous", ""), ("ful", ""), ("ive", ""), ("iv", ""), ("iz", ""), ("is", ""), ("ic", ""), ("at", ""),
    ("er", ""), ("or", ""), ("al", ""), ("li", ""), ("ly", ""), ("an", ""), ("y", ""), ("i", ""),
)  # fmt: skip
LEAST_STEM = 3
LEAST_ROOT = 4


def _irregular() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    first: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for row in IRREGULAR_FORMS.split("|"):
        words = tuple(row.split())
        for word in words:
            first.setdefault(word, words[0])
            forms[word] = words
    return first, forms


_FIRST_FORM, _ALL_FORMS = _irregular()


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text; `start` and `end` count characters of that text."""

    start: int
    end: int
    surface: str
    stem: str
    root: str


def read_words(text: str) -> list[Word]:
    """All words of a text in order, stopwords too."""
    return [_word(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]


def other_forms(word: str) -> tuple[str, ...]:
    """The irregular forms of the same word, itself included: what a search for it should also look for."""
    return _ALL_FORMS.get(word, (word,))


def is_stopword(surface: str) -> bool:
    """Whether a word says nothing about what a question is after."""
    return surface.lower() in STOPWORDS


def has_number(text: str) -> bool:
    """Whether a number stands in it, in digits or in words; "largest" and "first" are none."""
    return any(word[0].isdigit() or word.lower() in NUMBER_WORDS for word in WORD.findall(text))


@lru_cache(maxsize=100_000)
def plain(surface: str) -> str:
    """Lower case, without accents."""
    if surface.isascii():
        return surface.lower().replace(".", "") if surface[:1].isalpha() else surface
    parts = unicodedata.normalize("NFKD", surface)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=100_000)
def stem(surface: str) -> str:
    """The word without its inflection; also of irregular verbs and plurals."""
    word = plain(surface)
    word = _FIRST_FORM.get(word, word)
    if len(word) <= LEAST_STEM or not word[0].isalpha() or word in UNCHANGED:
        return word
    return _without_ending(word)


@lru_cache(maxsize=100_000)
def root(surface: str) -> str:
    """The word without inflection and derivation."""
    word = stem(surface)
    for suffix, instead in ROOT_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) + len(instead) >= LEAST_ROOT:
            return word[: -len(suffix)] + instead
    return word


def _word(start: int, end: int, surface: str) -> Word:
    return Word(start, end, surface, stem(surface), root(surface))


def _without_ending(word: str) -> str:
    word = _without_plural(word)
    if word.endswith("eed"):
        return word if len(word) <= LEAST_STEM + 1 else word[:-2]
    for ending in ("ing", "ed"):
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= LEAST_STEM and any(letter in "aeiouy" for letter in left):
            word = left[:-1] if left[-1] == left[-2] and left[-1] not in "lsz" else left
            break
    if word.endswith("e") and len(word) > LEAST_STEM:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > LEAST_STEM else word


def _without_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
