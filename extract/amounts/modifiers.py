"""How exactly a figure is meant ("about", "at least") and whether it is a change ("up 5%", "a cut of 20").

Looks at the words right before and after a figure only; not covered: modifiers at a distance ("some of the estimates
put it at 5") and changes told by another sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BEFORE = {
    "about": "about around roughly approximately approx approx. circa c. ca. ca some near an_estimated estimated "
    "an_approximate more_or_less in_the_region_of in_the_neighborhood_of ~ ≈ ∼ an_average_of_about on_the_order_of "
    "of_the_order_of reported barely average_of averaging",
    "at-least": "at_least no_less_than no_fewer_than not_less_than a_minimum_of minimum_of minimum ≥ >= "
    "not_fewer_than",
    "at-most": "at_most no_more_than not_more_than a_maximum_of maximum_of maximum at_the_most ≤ <= no_higher_than "
    "no_longer_than no_later_than no_larger_than no_older_than no_greater_than not_more_than no_bigger_than",
    "more-than": "more_than over above exceeding in_excess_of upwards_of upward_of greater_than higher_than beyond "
    "over- topping > surpassing exceeded exceeds topped surpassed older_than longer_than larger_than bigger_than "
    "heavier_than over_than taller_than faster_than better_than farther_than further_than",
    "less-than": "less_than fewer_than under below lower_than smaller_than < younger_than shorter_than cheaper_than "
    "lighter_than sub sub- under- slower_than short_of",
    "up-to": "up_to as_much_as as_many_as as_high_as upto",
    "nearly": "nearly almost close_to approaching virtually not_quite just_short_of nearing practically just_shy_of",
}  # fmt: skip
_AFTER = {
    "at-least": "or_more and_above or_over and_over or_above or_better and_up or_older or_higher and_older at_least "
    "or_greater or_longer",
    "at-most": "or_less or_fewer or_under or_below at_most or_younger and_under tops",
    "about": "or_so or_thereabouts give_or_take more_or_less odd -odd approximately -ish",
    "more-than": "plus -plus",
}
_FILLERS = frozenset("a an the only just some about around another roughly its their his her of well".split())
"""Words that may stand between a modifier and its figure ("more than a million", "at least another 20")."""
_PLACING = frozenset("over under above below beyond".split())
"""Prepositions that modify no figure behind an article ("over an 8-hour day", "above the 2 percent target")."""
_UP = (
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain "
    "gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar "
    "soars soared soaring advance advances advanced advancing add adds added adding leap leaps leapt leaped rally "
    "rallies rallied hike hikes hiked raise raises raised raising boost boosted boosts expand expanded expands swell "
    "swelled improve improved rebound rebounded spike spiked skyrocketed strengthened upward"
)
_DOWN = (
    "down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreases decreased decreasing lose loses lost losing slip slips slipped slipping slide slides slid sliding "
    "plunge plunges plunged plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling shed sheds "
    "shedding cut cuts cutting reduce reduces reduced reducing reduction reductions sink sinks sank sunk sinking "
    "shrink shrinks shrank shrunk dip dips dipped contract contracted contracts slump slumps slumped weakened eased "
    "crashed slash slashed retreat retreated collapse collapsed off trimmed downward"
)
DIRECTIONS = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
_PHRASAL = frozenset(
    "give gives gave given giving make makes made making take takes took taken set pick picked come came put end "
    "ends ended turn turned back backed open opened sign signed show showed rack racked pile piled".split()
)
"""Verbs whose "up" is no change ("gave up 517 yards")."""
_AFTER_CHANGES = {
    "increase": "up", "increases": "up", "rise": "up", "rises": "up", "jump": "up", "gain": "up", "gains": "up",
    "growth": "up", "hike": "up", "surge": "up", "boost": "up", "raise": "up", "rally": "up", "rebound": "up",
    "expansion": "up", "higher": "up", "more": "up", "up": "up", "drop": "down", "fall": "down", "decline": "down",
    "decrease": "down", "decreases": "down", "cut": "down", "cuts": "down", "reduction": "down", "reductions": "down",
    "slump": "down", "plunge": "down", "lower": "down", "fewer": "down", "less": "down", "down": "down", "dip": "down",
    "slide": "down", "contraction": "down", "discount": "down", "loss": "down",
}  # fmt: skip
_AFTER_FILLERS = frozenset("point points annual year-on-year pay price tax sharp further".split())


def _rows(table: dict[str, str]) -> dict[str, str]:
    return {form.replace("_", " "): modifier for modifier, forms in table.items() for form in forms.split()}


_BEFORE_FORMS, _AFTER_FORMS = _rows(_BEFORE), _rows(_AFTER)
_WORD = re.compile(r"[~≈∼≥≤<>]=?|[^\s~≈∼≥≤<>]+")
_TRAILING_FORM = "|".join(re.escape(form) for form in sorted(_AFTER_FORMS, key=len, reverse=True))
_TRAILING = re.compile(rf"\s?(?P<form>{_TRAILING_FORM})(?!\w)|(?P<plus>\+)(?!\w)", re.I)
_FOLLOWING = re.compile(r"(?:\s|-)(?P<one>[^\W\d_][\w-]{0,60})(?:\s(?P<two>[^\W\d_]+))?")
_LOOK, _MOST = 56, 8  # characters and words before a figure that are looked at
_OPENING = "(\"“'‘"
_LAST_WORDS = frozenset(form.split()[-1] for form in _BEFORE_FORMS)


@lru_cache(maxsize=1)  # a figure's modifier and its change are read off the same words
def _words_before(text: str, start: int) -> tuple[str, ...]:
    """The last few words before a figure, cut off at the last mark that ends a clause; in small letters."""
    low = max(0, start - _LOOK)
    words = _WORD.findall(text[low:start].lower())
    if low and len(words) <= _MOST and not text[low].isspace():
        del words[:1]
    for i in range(len(words), max(0, len(words) - _MOST), -1):
        if words[i - 1][-1] in ".;:!?" and words[i - 1] not in _BEFORE_FORMS:
            return tuple(words[i:])
    return tuple(words[-_MOST:])


def _start_of(text: str, start: int, index: int) -> int:
    """Where the word at this index of `_words_before` starts."""
    low = max(0, start - _LOOK)
    count = len(_words_before(text, start))
    found = list(_WORD.finditer(text, low, start))
    return found[len(found) - count + index].start()


def find_modifier(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The modifier of a figure at `start:end` and where it starts (`start` if it stands after or there is none)."""
    words = list(_words_before(text, start))
    articled = False
    while words:
        bare = words[-1].lstrip(_OPENING)
        for size in (4, 3, 2, 1) if bare in _LAST_WORDS else ():
            if size <= len(words) and not (articled and words[-1] in _PLACING):
                form = " ".join(word.lstrip(_OPENING) for word in words[-size:])
                if form in _BEFORE_FORMS:
                    return _BEFORE_FORMS[form], _start_of(text, start, len(words) - size)
        if words[-1] not in _FILLERS:
            break
        articled = words[-1] in ("a", "an", "the", "its", "their", "his", "her")
        words.pop()
    after = _TRAILING.match(text, end)
    if after:
        return ("at-least" if after["plus"] else _AFTER_FORMS[" ".join(after["form"].lower().split())]), start
    return None, start


def find_change(text: str, start: int, end: int) -> str | None:
    """ "up" or "down" where the figure at `start:end` (its modifier included) is the size of a change."""
    words = [word.rstrip(",") for word in _words_before(text, start)]
    if words and words[-1] in ("to", "from", "at"):
        return None
    after = _FOLLOWING.match(text, end)
    if after:
        word = after["two"] if after["one"].lower() in _AFTER_FILLERS and after["two"] else after["one"]
        if word.lower() in _AFTER_CHANGES:
            return _AFTER_CHANGES[word.lower()]
    return _change_before(words)


def _change_before(words: list[str]) -> str | None:
    """Reads "rose [sharply] [by]", "a cut of", "reduce its debt by", "gained another" backwards from the figure."""
    near = words[-6:]
    linked = bool(near) and near[-1] in ("by", "of")
    while near and (
        near[-1] in _FILLERS or near[-1].endswith("ly") or near[-1] in ("by", "as", "much", "further", "again")
    ):
        near.pop()
    if near and near[-1] in DIRECTIONS and not (near[-1] == "up" and near[-2:-1] and near[-2] in _PHRASAL):
        return DIRECTIONS[near[-1]]
    if linked and words[-1] == "by":
        return next((DIRECTIONS[word] for word in reversed(near[-4:]) if word in DIRECTIONS), None)
    return None
