"""Follow-up questions: "What about Kenya?", "And in 2001?", "When was it founded?" read with the question before. Pure.

Rules on words. What is not sure to be a follow-up is left as it is. Limits: one step back; names must be capitalised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.kinds.bare_follow_ups import with_bare_word
from kb.kinds.slots import YEAR
from kb.questions import Question, read_question
from kb.types import Answer
from kb.words.terms import plain

ANOTHER = re.compile(
    r"(?i:(?:and |but )?(?:what|how) about|and|but)"
    r"(?: (?P<preposition>of|in|for|at|from|by|to|with|since|before|after))? "
    r"(?P<thing>(?:the )?(?:[A-Z][^?.,!]*|(?:1[5-9]|20)\d\d)|"
    r"(?<=in )(?:the|its) (?:(?:metro|metropolitan|urban|rural|old|inner|whole|surrounding|wider) )?[a-z]+)[?.! ]*"
)
MANY_OF_THEM = re.compile(
    r"\b(?P<how>how many|how much|which|what share|what percentage) of (?:them|those|these)\b", re.IGNORECASE
)
PRONOUN = re.compile(
    r"\b(?P<pronoun>(?<!there )it|its|they|them|their|he|him|his|she|her|hers|that company|that city|"
    r"this city|this company|the company|the city|the country)\b",
    re.IGNORECASE,
)
THERE = re.compile(r"(?<=\w )there(?=[?.! ]|$)", re.IGNORECASE)
NO_PRONOUN_IT = re.compile(
    r"\b(?:is|was|did|does|can|could|will|would|has) it (?:true|possible|likely|the case|raining)\b", re.IGNORECASE
)
LEADS = re.compile(r"^(?:and|but|so|then|also|ok|okay)\b,? ", re.IGNORECASE)
OWNING = frozenset({"its", "their", "his", "hers"})
PERSONS = frozenset({"he", "him", "his", "she", "her", "hers"})
WAS = re.compile(r"\b(?:is|was|are|were|has|had|did|does|do|can|will)\b", re.IGNORECASE)


def follow_up(previous: Sequence[Answer], question: str) -> str:
    """The question as understood after earlier answers, the newest last; as it was where it stands by itself."""
    if not previous:
        return question
    bare = with_bare_word(previous[-1], question)
    if bare is not None:
        return bare
    before = read_question(previous[-1].question)
    another = ANOTHER.fullmatch(question.strip())
    if another and _is_short(question):
        return _with_another(before, another)
    text = _tidied(question)
    if MANY_OF_THEM.search(text):
        return _of_them(before, text)
    return _with_names(previous[-1], before, text, question)


def _is_short(question: str) -> bool:
    return not re.match(r"\s*(?:who|what|which|where|when|why|how)\b(?! about| of)", question, re.IGNORECASE) and bool(
        re.match(r"\s*(?:and|but|what about|how about)\b", question, re.IGNORECASE)
    )


def _tidied(question: str) -> str:
    rest = LEADS.sub("", question.strip())
    return rest[:1].upper() + rest[1:]


def _with_another(before: Question, another: re.Match[str]) -> str:
    """The question before with another name or year in place of its own."""
    thing, preposition = another["thing"].strip(), another["preposition"]
    if YEAR.fullmatch(thing):
        return _with_year(before.text, thing, preposition)
    name = _replaced_name(before, thing, preposition)
    if name is None:
        return f"{before.text.rstrip(' ?!.')} {preposition or 'in'} {thing}?"
    at = before.text.rindex(name)
    if thing == thing.lower():  # "And in the metro area?" is still of the same city
        return f"{before.text[:at]}{thing} of {before.text[at:]}"
    article = "the " if thing.lower().startswith("the ") else ""
    head = before.text[:at]
    if article and head.lower().endswith("the "):
        head = head[:-4]
    return head + thing + before.text[at + len(name) :]


def _with_year(text: str, year: str, preposition: str | None) -> str:
    years = list(YEAR.finditer(text))
    if years:
        at = years[-1]
        return text[: at.start()] + year + text[at.end() :]
    return f"{text.rstrip(' ?!.')} {preposition or 'in'} {year}?"


def _replaced_name(before: Question, thing: str, preposition: str | None) -> str | None:
    """The name before that the new one takes the place of: behind the same preposition, else the last."""
    if not before.names:
        return None
    if preposition:
        behind = [
            n for n in before.names if re.search(rf"\b{preposition} (?:the )?(?:\w+ of )?{re.escape(n)}", before.text)
        ]
        if behind:
            return behind[-1]
    one_word = [name for name in before.names if len(name.split()) == len(thing.split())]
    return (one_word or list(before.names))[-1]


def _of_them(before: Question, text: str) -> str:
    """ "How many of them" with what was counted before, and whose."""
    counted = before.focus
    if counted is None:
        return text
    name = before.names[-1] if before.names else ""
    link = "in" if re.search(rf"\b(?:in|at) (?:the )?{re.escape(name)}", before.text) else "of"
    whole = f"the {counted} {link} {name}" if name else f"the {counted}"
    return MANY_OF_THEM.sub(lambda found: f"{found['how']} of {whole}", text)


def _with_names(answer: Answer, before: Question, text: str, question: str) -> str:
    """The question with names in place of its pronouns; as it was where a name of its own may be meant."""
    pronoun = PRONOUN.search(text)
    there = THERE.search(text)
    own = read_question(text).names
    if own and pronoun and text.find(own[0]) < pronoun.start():
        return question
    if NO_PRONOUN_IT.search(text):
        return question
    if pronoun:
        return _put_name(answer, before, text, pronoun) or question
    if there and not re.search(r"\b(?:is|are|was|were) there\b", text, re.IGNORECASE):
        place = _last_place(answer, before)
        return f"{text[: there.start()]}in {place}{text[there.end() :]}" if place else question
    return question


def _put_name(answer: Answer, before: Question, text: str, pronoun: re.Match[str]) -> str | None:
    word = plain(pronoun["pronoun"])
    name = _meant(answer, before, word)
    if name is None:
        return None
    behind = text[pronoun.end() :].lstrip()
    owning = word in OWNING or (
        word == "her" and bool(re.match(r"[a-z]", behind)) and not behind.startswith(("in ", "to "))
    )
    put = f"{name}'s" if owning else name
    return text[: pronoun.start()] + put + text[pronoun.end() :]


def _meant(answer: Answer, before: Question, word: str) -> str | None:
    """Whom or what a pronoun stands for: the person found, for "he" and "she"; else what the question named."""
    found = answer.text if answer.text and answer.text[:1].isupper() and len(answer.text) < 60 else None
    if word in PERSONS:
        if before.wants.name == "person" and found:
            return found
        return before.about or (before.names[0] if before.names else None)
    if before.wants.name in ("organisation", "place", "city", "country", "work") and found and not before.names:
        return found
    return before.names[-1] if before.names else found


def _last_place(answer: Answer, before: Question) -> str | None:
    if before.wants.name in ("place", "city", "country") and answer.text and answer.text[:1].isupper():
        return answer.text
    return before.names[-1] if before.names else None
