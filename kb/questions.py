"""What a question asks for: its kind, the type of its answer, the names in it and the terms to look for.

Rules on words only: no parse, so that the first answer comes at once. Limits: English; one question at a time; of a
question in lower case no names are seen here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.words.offices import names_office
from kb.words.question_forms import DATE, DEFINITION, JOB, MARKS, ROLE, SAID
from kb.words.question_rules import (
    AUXILIARIES,
    CHOOSING,
    COUNTED_THINGS,
    EMPTY_NOUNS,
    FOCUS_NOUNS,
    LONG_THINGS,
    PREDICATES,
    QUESTION_WORDS,
    TYPE_WORDS,
    TYPES,
    WISHES,
    AnswerType,
)  # fmt: skip
from kb.words.terms import Word, is_stopword, plain, read_words, stem

FOCUS_WINDOW = 6  # words behind "what" in which its noun is looked for
FOCUS_LENGTH = 3  # words a noun phrase without a known noun may have; a longer run holds the verb too
SEVERAL = frozenset({"two", "three", "four", "five", "six", "several", "are"})  # "What two", "What are the"
ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic")
MAKING = frozenset({"made", "makes", "make", "led", "leads", "allowed", "allows"})  # right behind "what": no noun
SORTS = frozenset({"type", "types", "kind", "kinds", "sort", "sorts", "form", "forms"})
ARTICLES = frozenset({"the", "a", "an"})
# Behind a whole clause they ask, whatever word opens it: "When rock buckles, it creates what?"
LAST_WORDS = {word: (kind, wants) for word, kind, wants in QUESTION_WORDS if word in ("what", "who", "whom", "where")}
SHORT = 4  # words
MOST_WORDS = 200  # of a question among which question words are looked for
MOST_NAMES = 20  # of a question are looked up in the base: each costs a search
INVERTING = frozenset({"did", "do", "does"})
DETERMINERS = frozenset({"the", "a", "an", "other", "some", *SEVERAL} - {"are"})
COPULAS = frozenset({"is", "are", "was", "were"})
YEAR = re.compile(r"1\d{3}|20\d{2}")
NAME_LINKS = frozenset({"of", "the", "de", "del", "la", "von", "van", "der", "and", "for", "bin", "al", "du"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question that a sentence with the answer is likely to hold."""

    surface: str
    stem: str
    root: str
    named: bool  # part of a name
    typing: bool  # only says what type the answer has


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood."""

    text: str
    kind: str  # one of kb.types.ANSWER_KINDS
    wants: AnswerType
    terms: tuple[Term, ...]
    names: tuple[str, ...]  # as printed in the question
    focus: str | None  # the noun asked for: "language" in "What language ..."; what is counted, or spoken about
    about: str | None  # who or what is to be described; whose words are asked for
    years: tuple[str, ...]
    many: bool  # more than one thing is asked for: "What two ...", "Which cities ...", "List the ..."
    part: str  # of its statement that is asked for: "subject" ("Who built X?"), "object" ("What did X build?") or ""


def read_question(text: str) -> Question:
    """What a question asks for. Text without words gives a question without terms."""
    words = read_words(text)
    names = _names(text, words)
    asked = _asked(text, words)
    terms = _terms(words, names, asked.words)
    years = tuple(word.surface for word in words if YEAR.fullmatch(word.surface))
    looked_up = names[:MOST_NAMES]
    printed = tuple(
        text[start:end]
        for start, end in looked_up
        if not _is_adjective(words, _number_at(words, start)) and not DATE.fullmatch(text, start, end)
    )
    part = _part(words, asked)
    many = _asks_many(words, asked.focus)
    return Question(text, asked.kind, TYPES[asked.wants], terms, printed, asked.focus, asked.about, years, many, part)


@dataclass(frozen=True, slots=True)
class _Asked:
    kind: str
    wants: str
    words: frozenset[int] = frozenset()  # numbers of the words that ask
    focus: str | None = None
    about: str | None = None


def _asked(text: str, words: list[Word]) -> _Asked:
    said, role, definition = SAID.fullmatch(text), ROLE.fullmatch(text), DEFINITION.fullmatch(MARKS.sub("", text))
    job = JOB.fullmatch(text)
    if said:
        return _Asked("quote", "quote", focus=said["about"], about=said["speaker"])
    if (
        role
        and re.match(r"(?:[a-z]{1,3}[-'’])?[A-Z]", role["name"].split()[-1])
        and not names_office(role["name"].strip())
    ):
        return _Asked("who", "role", frozenset({0}), about=role["name"].strip())
    if job:
        return _Asked("what", "role", frozenset({0}), about=job["name"].strip())
    found = _question_words(words)
    if found is None:
        kind = "compare" if any(word.surface == "than" for word in words) else "yes-no"
        return _Asked(kind, "yes-no") if _asks_yes_no(words) else _Asked("what", "thing")
    place, length, kind, wants = found
    asking = frozenset(range(place, place + length))
    if definition and kind == "what":
        thing = definition["thing"] or definition["word"] or definition["term"]
        plain_thing = definition["one"] or definition["meant"] or plain(thing.split()[-1]) not in FOCUS_NOUNS
        if plain_thing and not is_stopword(thing.split()[0]) and not _chooses(thing):
            return _Asked("definition", "definition", asking, about=thing)
    focus = _focus(words, place + length) if kind == "what" or asks_amount(wants) else None
    if focus is None:
        return _Asked(kind, wants, asking)
    noun = words[focus].surface
    new_kind, wants = FOCUS_NOUNS.get(plain(noun), (None, wants)) if kind == "what" else _sized(plain(noun), wants)
    before = {plain(word.surface) for word in words[place + length : focus]}
    following = plain(words[focus + 1].surface) if focus + 1 < len(words) else ""
    place_like = plain(noun) == "area" and following not in INVERTING and not before & ARTICLES
    if kind == "what" and asks_amount(wants) and (before & SORTS or place_like):
        return _Asked("what", "thing", asking, noun)  # "What type of income", "What area of the city"
    return _Asked(new_kind or kind, wants, asking, noun)


def _chooses(thing: str) -> bool:
    """Whether the words of a supposed definition choose one thing of many: "tallest building", "main rival"."""
    first = plain(thing.split()[0])
    return " " in thing and (first in CHOOSING or first.endswith("est"))


def _sized(noun: str, wants: str) -> tuple[str | None, str]:
    """Kind and type of "how large", "how long" by the noun: a population is counted, a bridge is measured in metres."""
    if wants == "size" and noun in COUNTED_THINGS:
        return "how-many", "count"
    return ("how", "length") if wants == "duration" and noun in LONG_THINGS else (None, wants)


def _asks_many(words: list[Word], focus: str | None) -> bool:
    """Whether the noun asked for is a plural, or a number of things, or a list, is asked for."""
    first = [plain(word.surface) for word in words[:2]]
    plural = focus is not None and plain(focus).endswith("s") and stem(focus) != plain(focus)
    return plural or first[:1] in (["list"], ["name"]) or any(word in SEVERAL for word in first[1:])


def _part(words: list[Word], asked: _Asked) -> str:
    """What is asked for: an auxiliary "did" behind the question words tells the object, a plain verb the subject."""
    if not asked.words or asked.kind not in ("who", "what", "where", "how-many", "how-much"):
        return ""
    behind = [plain(word.surface) for word in words[max(asked.words) + 1 :]][:FOCUS_LENGTH]
    if any(word in INVERTING for word in behind):
        return "object"
    return "subject" if behind and not AUXILIARIES & set(behind) else ""


def asks_amount(wants: str) -> bool:
    """Whether an answer type is one of figures: a number with its unit."""
    return bool(TYPES[wants].figures) and wants != "date"


def _question_words(words: list[Word]) -> tuple[int, int, str, str] | None:
    """Place, number of words, kind and type of the earliest question words."""
    lower = [plain(word.surface) for word in words]
    if len(lower) > SHORT and lower[-1] in LAST_WORDS and lower[0] not in AUXILIARIES:
        return len(lower) - 1, 1, *LAST_WORDS[lower[-1]]
    for place in range(min(len(lower), MOST_WORDS)):
        found = [row for row in QUESTION_WORDS if lower[place : place + len(row[0].split())] == row[0].split()]
        if found:
            asked, kind, wants = max(found, key=lambda row: len(row[0]))
            return place, len(asked.split()), kind, wants
    if lower and lower[0] in WISHES:
        return 0, 1 + (lower[1:2] == ["me"]), "what", "thing"
    return None


def _asks_yes_no(words: list[Word]) -> bool:
    return bool(words) and plain(words[0].surface) in AUXILIARIES


def _focus(words: list[Word], start: int) -> int | None:
    """The number of the noun asked for: of the words up to the verb a noun known to us, else the likeliest one."""
    behind = [plain(word.surface) for word in words[start : start + FOCUS_WINDOW]]
    skipped = 1 if behind and behind[0] in COPULAS else 0
    while skipped < len(behind) and behind[skipped] in DETERMINERS:
        skipped += 1
    start, behind = start + skipped, behind[skipped:]
    length = next((number for number, word in enumerate(behind) if is_stopword(word)), len(behind))
    following = behind[length] if length < len(behind) else ""
    if following == "s" and length:
        return _focus(words, start + length + 1) or start + length - 1  # "the city's mayor"
    if skipped and length and behind[length - 1] in PREDICATES and behind[length - 1] not in FOCUS_NOUNS:
        return None
    if following == "of" and length and behind[length - 1] in EMPTY_NOUNS:
        return _focus(words, start + length + 1)
    if behind[:1] and behind[0] in MAKING:
        return None
    nouns = range(min(length, FOCUS_LENGTH))
    known = [n for n in nouns if behind[n] in FOCUS_NOUNS and _may_be_asked(words, start, n, following)]
    if known or not length:
        return start + known[-1] if known else None
    whole = length <= FOCUS_LENGTH and (skipped or following in AUXILIARIES)  # else a verb stands among them
    return start + (length - 1 if whole else 0)


def _may_be_asked(words: list[Word], start: int, number: int, following: str) -> bool:
    """Whether a noun is not part of a name ("Ohio Country") nor a verb ("Which theorem states that")."""
    surface = words[start + number].surface
    named = number > 0 and surface[0].isupper()
    return not named and not (number > 0 and surface == "states" and following in ("that", "how", "what"))


def _names(text: str, words: list[Word]) -> list[tuple[int, int]]:
    """Spans of the runs of capitalised words, the first word of the question apart."""
    names: list[tuple[int, int]] = []
    start = end = None
    for number, word in enumerate(words):
        capital = word.surface[0].isupper() and (number > 0 or _opens_with_name(words))
        if capital and start is not None and end is not None and _linked(text[end : word.start]):
            end = word.end
        elif capital:
            if start is not None and end is not None:
                names.append((start, end))
            start, end = word.start, word.end
    if start is not None and end is not None:
        names.append((start, end))
    return names


def _opens_with_name(words: list[Word]) -> bool:
    """Whether the first word, always a capital, looks like part of a name: another capital follows it."""
    lower = plain(words[0].surface)
    opens = is_stopword(lower) or lower in AUXILIARIES or lower in ("name", "list", "define", "give", "tell")
    return not opens and len(words) > 1 and words[1].surface[0].isupper()


def _number_at(words: list[Word], start: int) -> int:
    return next(number for number, word in enumerate(words) if word.start == start)


def _is_adjective(words: list[Word], number: int) -> bool:
    """Whether a capitalised word looks like one made of a name, before a plain noun: "Asian cities"."""
    following = words[number + 1].surface if number + 1 < len(words) else ""
    return words[number].surface.endswith(ADJECTIVE_ENDINGS) and following[:1].islower() and not is_stopword(following)


def _linked(between: str) -> bool:
    return not between.strip(" .&'’-") or (
        len(between) < 12 and "," not in between and all(part in NAME_LINKS - {"and"} for part in between.split())
    )


def _terms(words: list[Word], names: list[tuple[int, int]], asked: frozenset[int]) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for number, word in enumerate(words):
        if number in asked or is_stopword(word.surface):
            continue
        named = any(start <= word.start < end for start, end in names) and not _is_adjective(words, number)
        typing = not named and plain(word.surface) in TYPE_WORDS
        terms.setdefault(word.stem, Term(word.surface, word.stem, word.root, named, typing))
    return tuple(terms.values())
