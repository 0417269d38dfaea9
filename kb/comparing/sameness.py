"""Whether two figures are of the same thing, told by the words of their sentences. Pure.

Wary: sentences of one mould about two things ("X, born in 1978, is a player of ...") are no comparison, so both must
speak of the same name, and most of what the shorter says must be said by both. Limits: what is said in quite other
words is not found to be the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.base.rows import MentionRow
from kb.comparing.clauses import Clause
from kb.comparing.likewise import GENERIC, NEUTRAL, likened
from kb.comparing.sides import Side, day_of
from kb.verifying.opposites import are_opposed
from kb.words.terms import is_stopword, read_words, root

LEAST_SHARED = 0.5  # of the content words of the shorter sentence
LEAST_COMMON = 4  # content words
# The same for saying that two differ: of pairs in 1,531 texts (SQuAD, DocRED, corpus) that "differ" by the numbers
# above alone, all nine were of two things.
SURE_SHARED, SURE_COMMON, SURE_NEAR = 0.6, 5, 2
# A sentence that opens so speaks of what its article is about.
POINTS = re.compile(
    r"(?:in \d{4},? )?(?:it|its|he|his|she|her|they|their|this|these|the (?!united|european|world)[a-z]+)\b",
    re.IGNORECASE,
)


# "The mill in Lund" says itself which mill.
NAMED_BY = re.compile(
    r"the (?:[a-z]+ ){1,3}?(?:in|of|at|near|under|over|on|from|for|between) (?:the )?(?-i:(?=[A-Z]))", re.IGNORECASE
)
HOLDERS = ("PERSON", "ORG", "CITY", "REGION", "COUNTRY")
WEEK = 7  # days
ROOTS_KEPT = 8_192  # texts: a sentence is compared with many others
QUOTED = re.compile(r"\W*[\"“]([^\"”]+)[\"”]")  # '"The One" is a song'


def same_thing(one: Side, other: Side) -> bool:
    """Whether both sentences state a figure of the same kind of the same thing."""
    common = one.roots & other.roots
    shorter = min(len(one.roots), len(other.roots))
    return (
        len(common) >= LEAST_COMMON
        and len(common) >= LEAST_SHARED * shorter
        and bool(one.near & other.near)
        and not _other_holder(one, other)
        and _share_a_name(one, other)
        and _names_covered(one, other)
        and _names_covered(other, one)
        and _speaks_of(one, other)
        and _speaks_of(other, one)
        and _same_topic(one, other)
    )


def surely_same_thing(one: Side, other: Side) -> bool:
    """Whether they are so surely of the same thing that two values of it are said to differ."""
    common = one.roots & other.roots
    units = [{word.root for word in read_words(side.figure.unit)} for side in (one, other)]
    return (
        len(common) >= SURE_COMMON
        and len(common) >= SURE_SHARED * min(len(one.roots), len(other.roots))
        and len(one.near & other.near) >= SURE_NEAR
        and (one.figure.kind != "count" or bool(units[0] & units[1]) or len(one.near & other.near) > SURE_NEAR)
    )


def same_by_clause(one: Side, other: Side, mine: Clause, theirs: Clause) -> bool:
    """Whether the clauses around two figures count the same of the same, whatever else their sentences say.

    Both have the same deeds and names, what the one counts stands in the other, and the shorter says nothing that the
    longer does not.
    """
    return (
        (bool(mine.names and theirs.names) or _of_one_title(one, other))
        and mine.deeds == theirs.deeds
        and not _opposed(mine, theirs)
        and _same_count(one, other, mine, theirs)
        and not _other_holder(one, other)
        and all(_is_named(name, other) for name in mine.names)
        and all(_is_named(name, one) for name in theirs.names)
        and (_has_own_name(one, mine) or _speaks_of(one, other))
        and (_has_own_name(other, theirs) or _speaks_of(other, one))
        and _same_topic(one, other, of_one_week=_of_one_week(one, other))
        and _says_no_more(one, other, mine, theirs)
    )


def _of_one_title(one: Side, other: Side) -> bool:
    """Whether the whole title of one article is named by the other: then a clause need not name it."""
    pairs = ((_title(a), _title(b) | b.roots) for a, b in ((one, other), (other, one)))
    return any(title and title <= said for title, said in pairs)


def _has_own_name(side: Side, clause: Clause) -> bool:
    """Whether the clause names what it is about, so that the first name of its sentence may stand in another clause."""
    inside = {name.start for name in clause.names}
    return side.first is not None and side.first.start not in inside and any(m.label in HOLDERS for m in clause.names)


def _says_no_more(one: Side, other: Side, mine: Clause, theirs: Clause) -> bool:
    """Whether one clause has no word that the other's sentence has not; one is let pass where most are shared."""
    missing = min(len(mine.words - _said_in(other)), len(theirs.words - _said_in(one)))
    return missing == 0 or (missing == 1 and len(mine.words & theirs.words) >= LEAST_COMMON)


def _opposed(mine: Clause, theirs: Clause) -> bool:
    """Whether a word of the one alone says the opposite of a word of the other alone: "old", "new"."""
    return are_opposed(mine.printed - theirs.printed, theirs.printed - mine.printed)


def other_deeds(mine: Clause, theirs: Clause) -> bool:
    """Whether what is done is known of both and is not the same: a fine is no damages."""
    return bool(mine.deeds and theirs.deeds) and not mine.deeds & theirs.deeds


def _same_count(one: Side, other: Side, mine: Clause, theirs: Clause) -> bool:
    told_by_deed = one.figure.kind == "year" or (one.figure.kind == "money" and bool(mine.deeds - {GENERIC}))
    if not (mine.counted and theirs.counted) and not told_by_deed:
        return False
    return mine.counted - NEUTRAL <= _said_in(other) and theirs.counted - NEUTRAL <= _said_in(one)


def _said_in(side: Side) -> frozenset[str]:
    return likened(side.roots | _title(side))


def _share_a_name(one: Side, other: Side) -> bool:
    """Whether the two name something, or one names what the other's article is about: "the city" may be any city."""
    return one.first is not None or other.first is not None or _of_one_title(one, other)


def _names_covered(one: Side, other: Side) -> bool:
    """Whether every name close to the figure of one side is named by the other, or is what its article is about."""
    return all(_is_named(mention, other) for mention in one.names_near)


def _other_holder(one: Side, other: Side) -> bool:
    """Whether the figures are tied to two different names; "Westinghouse" may be "Westinghouse Electric"."""
    mine, theirs = one.figure.subject, other.figure.subject
    if not (mine and theirs and mine.entity and theirs.entity) or mine.entity == theirs.entity:
        return False
    names = _roots(mine.name or ""), _roots(theirs.name or "")
    return not (names[0] <= names[1] or names[1] <= names[0])


def _speaks_of(one: Side, other: Side) -> bool:
    """Whether the other side names what the first name of this one names, or is an article about it."""
    return one.first is None or _is_named(one.first, other)


def _is_named(mention: MentionRow, other: Side) -> bool:
    if mention.entity in other.entities:
        return True
    held = _roots(other.figure.sentence.text) | _roots(other.figure.sentence.title or "")
    if mention.label == "PERSON":  # by family name: "President Nixon" is "Richard Nixon"
        return root(mention.surface.split()[-1]) in held
    printed = mention.form == "name" and _roots(mention.surface) <= held  # "the city" may be any city
    return printed or _roots(mention.name or mention.surface) <= held


def _same_topic(one: Side, other: Side, *, of_one_week: bool = False) -> bool:
    """Whether "it", "the district" and the like, at the start of a sentence, can stand for the same thing."""
    quoted = [QUOTED.match(side.figure.sentence.text) for side in (one, other)]
    if quoted[0] and quoted[1] and quoted[0][1].casefold() != quoted[1][1].casefold():
        return False
    if not all(_may_be_about(a, b) for a, b in ((one, other), (other, one))):
        return False
    return all(
        not _points(a, of_one_week=of_one_week) or bool(_title(a) & (_title(b) | b.roots))
        for a, b in ((one, other), (other, one))
    )


def _points(side: Side, *, of_one_week: bool) -> bool:
    """Whether the sentence opens with words for what its article is about, and no name.

    In reports of one week "the fire" may be left to the names beside it.
    """
    text, begin = side.figure.sentence.text, side.figure.sentence.start
    opens, within = POINTS.match(text), NAMED_BY.match(text)
    starts = {name.start - begin for name in side.names}
    if not opens or any(start <= len("The ") for start in starts) or (within and within.end() in starts):
        return False
    return not (of_one_week and opens.group().lower().startswith("the "))


def _of_one_week(one: Side, other: Side) -> bool:
    """Whether both articles were printed within a week."""
    days = [day_of(side.published) for side in (one, other)]
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) <= WEEK


def _may_be_about(one: Side, other: Side) -> bool:
    """Whether the other side names the topic of this side's article, where its title is a name and no headline."""
    title = re.sub(r"\(.*?\)", "", one.figure.sentence.title or "")
    words = [word for word in read_words(title) if not is_stopword(word.surface)]
    if not words or not all(word.surface[0].isupper() for word in words):
        return True
    return bool({word.root for word in words} & (_title(other) | other.roots))


def _title(side: Side) -> frozenset[str]:
    return _roots(side.figure.sentence.title or "")


@lru_cache(maxsize=ROOTS_KEPT)
def _roots(text: str) -> frozenset[str]:
    return frozenset(word.root for word in read_words(text) if not is_stopword(word.surface))
