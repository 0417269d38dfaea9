"""Ages: "a 35-year-old", "aged 13", "at the age of 21", "in her fifties"; the unit is that of the duration."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts.quantities import Quantity
from extract.amounts.unit_after import LOOK
from extract.types import Mention

_OLD = re.compile(r"(?:\.?[\s-]{1,2}(?:old|olds)|\sof\sage)\b", re.I)
_SHORT = re.compile(r"[\s-]?(?:yo|y/o|yr-old|y\.o\.)(?!\w)", re.I)
_ABOUT = (
    r"(?:(?:of|between|from|about|around|approximately|nearly|almost|just|only|some|over|under|above|below|up\sto|"
    r"at\sleast)\s)"
)
_AGED = re.compile(rf"\b(?:aged?|ages)\s{_ABOUT}{{0,2}}(?:[0-9]{{1,3}}(?:,\s|,?\s(?:and|or)\s)){{0,3}}$", re.I)
"""Words of an age, and the ages before in a list ("aged 5, 7 and 12")."""
_DIED_AT = re.compile(
    r"\b(?:die|dies|died|dead|retire[sd]?|married|marry|widowed|orphaned|pregnant|emigrated|debuted|passed\saway)\s"
    r"(?:[^\W\d_]+ly\s)?at\s(?:just\s|only\s|about\s)?$", re.I
)  # fmt: skip
_PEOPLE_OF = re.compile(
    r"\b(?:people|persons|adults|children|kids|women|men|girls|boys|teenagers|youths|youngsters|infants|babies|anyone|"
    r"everyone|males|females|citizens|residents|workers|patients|voters|those|pensioners|employees|"
    r"Britons|(?-i:[A-Z][a-z]+ans))\s(?:who\s(?:are|were)\s)?"
    r"(?:over|under|above|below|between|older\sthan|younger\sthan|up\sto)\s(?:the\sage\sof\s)?$", re.I
)  # fmt: skip
_OLDER = re.compile(r"\b(?:older|younger)\sthan\s$", re.I)
_PERSON_NOUN = re.compile(
    r"\b(?:boy|girl|man|woman|mother|father|son|daughter|brother|sister|husband|wife|uncle|aunt|teenager|pensioner|widow|"
    r"widower|grandmother|grandfather|victim|driver|suspect|student|teacher|farmer|nurse|pupil|toddler|child)"
    r"(?:,\s|\s\()$", re.I
)  # fmt: skip
_TOLD_BY = frozenset(f"{word} " for word in "at just only about over under above below between than to of".split())
"""The last words before an age that is told by no "aged"."""
_ASIDE_ENDS = re.compile(r"[,)]")
_AGE_OF = re.compile(r"\b(?P<phrase>(?:the\s)?ages?\sof)\s$", re.I)
_AFTER_AGE = re.compile(r"\s?[,.;)]|\s(?:and|of|from|was|is|told|said|who)\b")
_AGE_ENDS = re.compile(
    r"\s?[,.;:)!?—–]|\s(?:and|but|or|to|in|with|from|after|before|when|as|because|next|this|on|later|soon|last|at|by|of|who|"
    r"have|has|had|are|is|were|was|can|could|may|will|would|should|must|do|did|live[sd]?|works?|worked|died?|vote[sd]?|earn)\b|$"
)
_AT_AGE = re.compile(
    r"(?:\bat|\b(?:is|was|be|am|being|turns?|turned)|['’][sm])\s(?:only\s|just\s|about\s|nearly\s|almost\s)?$", re.I
)
_PERSONS = frozenset("he she who i you".split())
_UNITS = ("year", "month", "week", "day")
_PLAUSIBLE = 130.0  # years; above it a bare number after "age" is something else


def as_age(text: str, quantity: Quantity) -> Quantity:
    """The quantity as an age where the words around it say so; else the quantity itself."""
    if quantity.kind == "duration" and quantity.unit in _UNITS:
        old = _OLD.match(text, quantity.end)
        aged = _is_aged(text, quantity.start)
        return replace(quantity, kind="age", end=old.end() if old else quantity.end) if old or aged else quantity
    if quantity.unit or quantity.number.scale != 1:
        return quantity
    short = _SHORT.match(text, quantity.end)
    if short:
        return replace(quantity, kind="age", unit="year", end=short.end())
    if 0 < quantity.value <= _PLAUSIBLE and (_is_aged(text, quantity.start) or _is_told(text, quantity)):
        return replace(quantity, kind="age", unit="year")
    return quantity


def _is_told(text: str, quantity: Quantity) -> bool:
    """Whether other words tell an age: "died at 82", "people under 30", "older than 45", "the boy, 12,"."""
    before = text[max(0, quantity.start - 2 * LOOK) : quantity.start]
    if quantity.number.form not in ("digits", "words") or quantity.value % 1:
        return False
    if before.endswith((", ", " (")):
        return bool(_PERSON_NOUN.search(before) and _ASIDE_ENDS.match(text, quantity.end))
    if before[before.rfind(" ", 0, -1) + 1 :].lower() not in _TOLD_BY:
        return False
    told = _DIED_AT.search(before) or _PEOPLE_OF.search(before) or _OLDER.search(before)
    return bool(told and _AGE_ENDS.match(text, quantity.end))


def _is_aged(text: str, start: int) -> bool:
    """Whether "aged", "ages between" or the like stands right before."""
    before = text[max(0, start - LOOK) : start]
    return "age" in before.lower() and bool(_AGED.search(before))


def modified_at(text: str, quantity: Quantity) -> int:
    """Where the words that modify an age end: before "the age of" in "over the age of 21"."""
    if quantity.kind != "age":
        return quantity.start
    found = _AGE_OF.search(text[max(0, quantity.start - 24) : quantity.start])
    return quantity.start - len(found[0]) if found else quantity.start


def is_age_of(text: str, quantity: Quantity) -> bool:
    """Whether a bare number stands behind a person's name as an age does: "Maddon, 66, has ..." or "Maddon (66)"."""
    if quantity.unit or quantity.number.form != "digits" or not 0 < quantity.value <= _PLAUSIBLE:
        return False
    before = text[max(0, quantity.start - 2) : quantity.start]
    return (before == ", " and _AFTER_AGE.match(text, quantity.end) is not None) or (
        before == " (" and text[quantity.end : quantity.end + 1] == ")"
    )


def is_age_at(text: str, figure: Quantity, subject: str, mention: Mention | None) -> bool:
    """Whether a bare count is the age of a person: "left school at 13", "she was eighteen", "Bolt turns 40".

    :param subject: the head word of whoever or whatever is counted, in small letters
    """
    if figure.kind != "count" or figure.unit or not 0 < figure.value <= _PLAUSIBLE or figure.value % 1:
        return False
    person = subject in _PERSONS or (mention is not None and mention.label == "PERSON")
    if not person:
        return False
    before = text[max(0, figure.start - 20) : figure.start]
    return bool(_AT_AGE.search(before)) and bool(_AGE_ENDS.match(text, figure.end))
