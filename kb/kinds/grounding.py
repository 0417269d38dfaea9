"""Answers read from a sentence that cannot say them: found by words alone, and refused with what is missing.

The most or least of a class is told only by a sentence that says so, a population only by one that speaks of it, a
birth only by one that speaks of a birth. Pure. Of 11,851 right answers of SQuAD 1.1 in their sentences
(../shared/data/squad_sentences) the checks of this file refuse 8, six of them shares ("a third of them were Italian").
Limits: words for the same thing that no row lists are not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kb.kinds.put_right import Told, clearer_number, side_of_life
from kb.kinds.superlatives import lacks_superlative
from kb.kinds.telling import (
    AGE,
    AMOUNT_ASKED,
    EVENTS_READ,
    LIFETIME,
    MONEY,
    MONTHS,
    NUMBERLESS,
    PERSON_BEFORE,
    PERSON_BEHIND,
    SHARES,
    SPELT,
    SUM_ASKED,
    TEMPORAL,
    TIME_SPAN,
)
from kb.kinds.values import lacks_measure
from kb.questions import Question
from kb.spans.descriptions import NOTHING_SAID
from kb.types import Answer, Citation
from kb.words.offices import GENERIC
from kb.words.question_rules import HEADED
from kb.words.terms import has_number, is_stopword, plain, read_words, root

LEAST_SCORE = 0.05  # of a later sentence that takes the place of the first: it names the one and the event
LONGEST = 500  # characters of a question that patterns are tried on
MOST_CHARACTERS = 2000  # of a sentence are looked at


def lacks_event(told: Told) -> bool:
    """Whether a birth, death, wedding or schooling is asked about, and the sentence speaks of no such thing."""
    if told.question.kind not in ("where", "when"):
        return False
    for asked, said, lives in EVENTS_READ:
        if asked.search(told.question.text):
            dated = lives and told.question.kind == "when" and LIFETIME.search(told.sentence)
            return not said.search(told.sentence) and not dated
    return False


def is_share(told: Told) -> bool:
    """Whether a third, or so many percent, of something else is the answer to "How many"."""
    if told.question.kind != "how-many" or told.question.focus is None or not SHARES.fullmatch(told.words.strip()):
        return False
    behind = [word.root for word in read_words(told.sentence[told.end :])[:6]]
    return root(told.question.focus) not in behind


def is_time_for_reason(told: Told) -> bool:
    """Whether a dated time is given as a reason: "after the 2012 Games"."""
    if told.question.kind != "why" or not re.search(r"\b(?:1\d{3}|20\d{2})\b", told.words):
        return False
    return bool(TEMPORAL.search(told.sentence[: told.start])) and len(told.words.split()) <= 6


def is_age_of_another(told: Told) -> bool:
    """Whether the age stands right beside a name that the question does not have: "Ann Poe, 41, and her son"."""
    if told.question.kind != "how-old" or not told.question.names:
        return False
    before = PERSON_BEFORE.search(told.sentence[: told.start])
    digits = re.match(r"\d+", told.words)
    behind = PERSON_BEHIND.match(told.sentence[told.start + digits.end() :]) if digits else None
    found = behind or before
    named = {plain(word.surface) for name in told.question.names for word in read_words(name)}
    return found is not None and named.isdisjoint(plain(word.surface) for word in read_words(found["name"]))


def is_of_sibling(told: Told) -> bool:
    """Whether the sentence names another thing of that kind, not the one asked about: the Elm Bridge for the Oak."""
    held = {plain(word.surface) for word in read_words(told.sentence)}
    for name in told.question.names:
        *own, head = [plain(word.surface) for word in read_words(name)]
        own = [word for word in own if not is_stopword(word) and word not in GENERIC]
        if head not in HEADED or not own or not held.isdisjoint(own):
            continue
        other = re.search(rf"[A-Z][\w'’-]+ {re.escape(head.capitalize())}\b", told.sentence)
        if other and not is_stopword(other.group().split()[0]):
            return True
    return False


def is_no_amount(told: Told) -> bool:
    """Whether an amount is asked for and no number answers: "market share", "not cheap"."""
    if not AMOUNT_ASKED.search(told.question.text) or not told.words or told.question.kind == "what":
        return False
    return not (has_number(told.words) or NUMBERLESS.search(told.words))


def is_no_age(told: Told) -> bool:
    """Whether a date, or a time that nobody's age is told by, is the answer to "How old"."""
    if told.question.kind != "how-old":
        return False
    dated = re.search(rf"\b(?:{MONTHS}|1\d{{3}}|20\d{{2}})\b", told.words)
    beside = re.search(r", $", told.sentence[: told.start]) and re.match(r",|\.|$", told.sentence[told.end :])
    return bool(dated) or not (AGE.search(told.sentence) or beside)


def is_no_money(told: Told) -> bool:
    """Whether money is asked for and no sum of it answers: "almost all of its 24/7" is no budget."""
    if told.question.wants.name != "money" or not SUM_ASKED.match(told.question.text):
        return False
    return not MONEY.search(told.sentence[max(told.start - 12, 0) : told.end + 30])


def is_no_description(told: Told) -> bool:
    """Whether another language's word, the years of a life or a mere name is given for what somebody or a thing is."""
    wants = told.question.wants.name
    if wants not in ("role", "definition"):
        return False
    if NOTHING_SAID.search(told.words):
        return True
    named = told.words != "" and not any(word.surface[0].islower() for word in read_words(told.words))
    return wants == "definition" and named and told.start == 0 and not SPELT.search(told.question.text)


def is_time_for_thing(told: Told) -> bool:
    """Whether a mere time is given for what somebody did: "three years" for what she studied."""
    question = told.question
    asked = question.kind == "what" and question.wants.name == "thing" and question.part == "object"
    return asked and question.focus is None and bool(TIME_SPAN.fullmatch(told.words.strip()))


CHECKS: tuple[tuple[Callable[[Told], bool], str], ...] = (
    (lambda told: lacks_superlative(told.question.text, told.sentence),
     "No sentence says which has the most or the least, and the values stated do not tell."),
    (lambda told: lacks_measure(told.question.text, told.sentence), "The nearest figure is of something else."),
    (lacks_event, "The nearest sentence does not speak of that event."),
    (is_share, "The nearest figure is a share of something else."),
    (is_time_for_reason, "The nearest sentence says when, not why."),
    (is_age_of_another, "The nearest age is somebody else's."),
    (is_no_age, "No sentence tells the age."),
    (is_no_amount, "The nearest sentence states no such figure."),
    (is_no_money, "The nearest figure is no sum of money."),
    (is_no_description, "No sentence says who or what it is."),
    (is_time_for_thing, "The nearest sentence says when or how long, not what."),
    (is_of_sibling, "The nearest sentence speaks of another of that kind."),
)  # fmt: skip


def grounded(question: Question, answer: Answer) -> Answer:
    """The answer as it is, but refused where it was read from a sentence that cannot say it."""
    if answer.text is None or len(question.text) > LONGEST:
        return answer
    told = _told(question, answer.citations[0])
    meant = side_of_life(told) or clearer_number(told)
    if meant is not None:
        return _with_words(answer, told, *meant)
    note = next((note for fails, note in CHECKS if fails(told)), None)
    if note is None:
        return answer
    other = next((c for c in answer.citations[1:] if _tells_event(_told(question, c))), None)
    if other is not None and lacks_event(told) and other.score >= LEAST_SCORE:
        rest = tuple(citation for citation in answer.citations if citation is not other)
        return replace(answer, text=other.answer, score=other.score, citations=(other, *rest), conflicts=())
    return replace(answer, text=None, score=0.0, items=(), conflicts=(), reason="weak-evidence", note=note)


def _told(question: Question, citation: Citation) -> Told:
    text, start, end = citation.text[:MOST_CHARACTERS], citation.answer_start, citation.answer_end
    if start is None or end is None or end - citation.start > len(text):
        return Told(question, text, 0, 0)
    return Told(question, text, start - citation.start, end - citation.start)


def _tells_event(told: Told) -> bool:
    """Whether a later sentence names the one asked about, speaks of the event and has words that answer."""
    lasts = {plain(words[-1].surface) for name in told.question.names if (words := read_words(name))}
    named = not lasts.isdisjoint(plain(word.surface) for word in read_words(told.sentence))
    return bool(told.words) and named and not any(fails(told) for fails, _ in CHECKS)


def _with_words(answer: Answer, told: Told, start: int, end: int) -> Answer:
    """The answer with other words of its first sentence."""
    first = answer.citations[0]
    marked = replace(first, answer_start=first.start + start, answer_end=first.start + end)
    return replace(answer, text=told.sentence[start:end], citations=(marked, *answer.citations[1:]), conflicts=())
