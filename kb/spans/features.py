"""What speaks for a span of a sentence as the answer: small named findings with weights, and what they look at.

Weights come in families: "name" questions ask for the label of a mention, "amount" questions for a kind of figure or a
date, "clause" questions for a reason or a manner, the rest for a "thing". Pure.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.types import Argument
from kb.base.rows import ClaimRow, PhraseRow
from kb.spans.claims import bears_role, fills_claim, holds_verb
from kb.spans.places import Place, Setting, Span
from kb.words.offices import OFFICE_WORDS
from kb.words.terms import is_stopword, plain, root

NAMING = frozenset({"called", "named", "known", "termed", "dubbed", "namely", "including", "titled", "entitled"})
# Words right before an answer of a type, function words apart: "born in Saxony", "built by Wren", "since 1989".
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
LEADING = {
    "place": frozenset("in at near from on to outside inside around across".split()),
    "city": frozenset("in at near from to".split()),
    "country": frozenset("in from to".split()),
    "person": frozenset({"by"}),
    "organisation": frozenset("by at for of".split()),
    "date": frozenset("in on since from by until during before after between".split()),
}
TITLES = frozenset({*OFFICE_WORDS, *"mr mrs ms dr sir dame lord lady emeritus vice prime saint dean the".split()})
NAMED = frozenset({"PERSON", "ORG", "CITY", "REGION", "COUNTRY", "PLACE", "DATE"})
Part = PhraseRow | Argument
FAMILIES = ("name", "amount", "thing", "clause")


def _term_weight(setting: Setting, number: int) -> float:
    word = setting.words[number]
    found = setting.weights.get(word.stem)
    if found is not None:
        return found
    return max((setting.weights.get(t.stem, 0.0) for t in setting.question.terms if t.root == word.root), default=0.0)


def fits(place: Place, setting: Setting) -> float:
    """Its type is the one asked for."""
    return float(place.span.fit == 1.0)


def may_fit(place: Place, setting: Setting) -> float:
    """Its type may be the one asked for."""
    return float(0.0 < place.span.fit < 1.0)


def misfits(place: Place, setting: Setting) -> float:
    """It is, or holds, a name of another type than the one asked for."""
    span = place.span
    inside = [m for m in setting.findings.mentions if m.start < span.end and span.start < m.end]
    return float(not span.fit and any(mention.label in NAMED for mention in inside))


def describes(place: Place, setting: Setting) -> float:
    """It says who or what the one asked about is, or gives the words said: how surely."""
    return place.span.fit if place.span.origin in ("description", "quote") else 0.0


def near(place: Place, setting: Setting) -> float:
    """How close the question's words stand, the rare ones counting more."""
    total = sum(_term_weight(setting, n) / (1 + _gap(place, n)) for n in setting.matched if _gap(place, n) > 0)
    return total / setting.total


def _gap(place: Place, number: int) -> int:
    return max(place.first - number, number - place.last, 0)


def behind(place: Place, setting: Setting) -> float:
    """The share of the question's words in the sentence that stand before it."""
    weights = [(_term_weight(setting, n), n) for n in setting.matched]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, n in weights if n < place.first) / total if total else 0.0


def touches_left(place: Place, setting: Setting) -> float:
    """A word of the question stands right before it, function words apart."""
    return float(_next_content(setting, place.first, -1) in setting.matched)


def touches_right(place: Place, setting: Setting) -> float:
    """A word of the question stands right behind it, function words apart."""
    return float(_next_content(setting, place.last, 1) in setting.matched)


def joined(place: Place, setting: Setting) -> float:
    """A word of the question stands right before or behind it with nothing between: the phrase may go on."""
    return float(place.first - 1 in setting.matched or place.last + 1 in setting.matched)


def on_side(place: Place, setting: Setting) -> float:
    """It stands on the side of the question's words where the part asked for stands: the subject before them."""
    if not setting.matched or not setting.question.part:
        return 0.0
    before, after = place.last < setting.matched[0], place.first > setting.matched[-1]
    return float(before if setting.question.part == "subject" else after)


def _next_content(setting: Setting, number: int, step: int) -> int:
    number += step
    while 0 <= number < len(setting.words) and is_stopword(setting.words[number].surface):
        number += step
    return number


def touches_focus(place: Place, setting: Setting) -> float:
    """The noun asked for stands in it or next to it: "145 galleries" for "How many galleries"."""
    focus = setting.question.focus
    if focus is None:
        return 0.0
    wanted = root(focus)
    around = setting.words[max(place.first - 1, 0) : place.last + 3]
    return float(any(word.root == wanted for word in around))


def overlaps(place: Place, setting: Setting) -> float:
    """The share of its words that the question holds."""
    inside = [n for n in range(place.first, place.last + 1) if not is_stopword(setting.words[n].surface)]
    return sum(n in setting.matched for n in inside) / len(inside) if inside else 1.0


def follows_leader(place: Place, setting: Setting) -> float:
    """It stands behind a word that such answers follow: "in" a place, "by" a person."""
    leading = LEADING.get(setting.question.wants.name, frozenset())
    before = [plain(word.surface) for word in setting.words[max(place.first - 2, 0) : place.first]]
    return float(bool(before) and (before[-1] in leading or (before[-1] in ARTICLES and before[0] in leading)))


def enumerates(place: Place, setting: Setting) -> float:
    """It is several things, when several are asked for."""
    surface = place.span.surface
    return float(setting.question.many and (" and " in surface or ", " in surface))


def is_named(place: Place, setting: Setting) -> float:
    """It is or holds a name."""
    return float(any(setting.words[n].surface[0].isupper() for n in range(max(place.first, 1), place.last + 1)))


def has_digit(place: Place, setting: Setting) -> float:
    """It holds a number in digits."""
    return float(any(letter.isdigit() for letter in place.span.surface))


def after_naming(place: Place, setting: Setting) -> float:
    """It follows "called", "known as" and the like."""
    before = {plain(word.surface) for word in setting.words[max(place.first - 3, 0) : place.first]}
    return float(bool(before & NAMING))


def set_apart(place: Place, setting: Setting) -> float:
    """It stands in quotation marks or parentheses."""
    text, words = setting.findings.text, setting.words
    before = text[: words[place.first].start].rstrip()[-1:]
    return float(before in ('"', "“", "(", "‘"))


def opens(place: Place, setting: Setting) -> float:
    """It opens the sentence."""
    return float(place.first <= 1)


def words_more(place: Place, setting: Setting) -> float:
    """The logarithm of its number of words."""
    return math.log(place.last - place.first + 1)


def is_linked(place: Place, setting: Setting) -> float:
    """It is two runs of words joined by "of", "and" or the like."""
    return float(place.span.origin == "linked")


def is_clause(place: Place, setting: Setting) -> float:
    """It is a clause behind a marker."""
    return float(place.span.origin == "clause")


def is_claim_part(place: Place, setting: Setting) -> float:
    """It is a whole part of a claim, function words at its start apart."""
    return float(place.span.origin == "claim")


def claim_object(place: Place, setting: Setting) -> float:
    """It is what a claim says of the subject and verb in the question."""
    if setting.question.part == "subject":
        return 0.0
    return _claim_part(place, setting, lambda claim: [claim.object] if claim.object else [])


def claim_subject(place: Place, setting: Setting) -> float:
    """It is of what a claim says the verb and object in the question."""
    if setting.question.part == "object":
        return 0.0
    return _claim_part(place, setting, lambda claim: [claim.subject])


def claim_argument(place: Place, setting: Setting) -> float:
    """It is a time, place, reason or manner of a claim that the question names."""
    return _claim_part(place, setting, lambda claim: claim.arguments)


def _claim_part(place: Place, setting: Setting, parts: Callable[[ClaimRow], Sequence[Part]]) -> float:
    """How well the question fits the rest of a claim of which the span is this part, 0 to 1."""
    matches = (_claim_match(claim, parts(claim), place.span, setting) for claim in setting.findings.claims)
    return max(matches, default=0.0)


def _claim_match(claim: ClaimRow, parts: Sequence[Part], span: Span, setting: Setting) -> float:
    if not any(part.start <= span.start and span.end <= part.end for part in parts):
        return 0.0
    others = [claim.predicate, claim.subject, *([claim.object] if claim.object else [])]
    named = [part for part in others if not (part.start <= span.start and span.end <= part.end)]
    return sum(_is_asked(part, setting) for part in named) / len(named) if named else 0.0


def _is_asked(part: Part, setting: Setting) -> bool:
    begin = setting.findings.start
    words = (setting.words[number] for number in setting.matched)
    return any(part.start <= begin + word.start < part.end for word in words)


def cuts_name(place: Place, setting: Setting) -> float:
    """It is a piece of a longer name, or ends or starts inside one."""
    span = place.span
    names = (m for m in setting.findings.mentions if m.start < span.end and span.start < m.end)
    return float(any(m.start < span.start or span.end < m.end for m in names))


def names_title(place: Place, setting: Setting) -> float:
    """It is only a title or office, without a name: "Emeritus Professor"."""
    return float(all(plain(setting.words[n].surface) in TITLES for n in range(place.first, place.last + 1)))


@dataclass(frozen=True, slots=True)
class SpanFeature:
    """A finding about a span and what it weighs in each family of questions."""

    finds: Callable[[Place, Setting], float]
    weights: tuple[float, float, float, float]  # in the order of FAMILIES


# Fitted (for the expected F1 of the words, the sentence given) on 4,700 questions of 22 SQuAD articles, rounded; on
# 2,186 questions of 11 other articles that F1 is 0.70 for names, 0.81 for amounts and dates, 0.47 for things and 0.53
# for clauses. Set by hand: those of amounts, of `describes`, `names_title`, `is_clause`. In the order of FAMILIES.
SPAN_FEATURES: Sequence[SpanFeature] = (
    SpanFeature(fits, (3.1, 3.0, 0.0, 0.0)),
    SpanFeature(may_fit, (0.6, -0.4, 0.0, 0.0)),
    SpanFeature(misfits, (-0.5, 0.0, -0.6, -0.2)),
    SpanFeature(describes, (0.0, 0.0, 4.0, 0.0)),
    SpanFeature(near, (5.8, 5.0, 7.5, 7.7)),
    SpanFeature(behind, (0.4, 0.5, 0.8, 0.6)),
    SpanFeature(touches_left, (0.6, 0.4, 0.5, 0.4)),
    SpanFeature(touches_right, (0.4, 0.3, 0.1, 0.0)),
    SpanFeature(joined, (-0.6, 0.0, -0.4, -0.4)),
    SpanFeature(on_side, (0.9, 0.0, 0.4, 0.0)),
    SpanFeature(touches_focus, (1.9, 2.0, 2.0, 0.0)),
    SpanFeature(overlaps, (-1.3, -3.0, -1.6, -1.5)),
    SpanFeature(follows_leader, (1.1, 0.5, 0.0, 0.0)),
    SpanFeature(enumerates, (1.7, 0.0, 0.7, -0.7)),
    SpanFeature(is_named, (0.9, 0.5, 0.9, -0.6)),
    SpanFeature(has_digit, (-1.0, 2.5, -0.2, -0.9)),
    SpanFeature(after_naming, (0.7, 0.8, 2.0, -0.5)),
    SpanFeature(set_apart, (-1.6, -2.0, 0.5, 0.2)),
    SpanFeature(opens, (0.6, -0.5, 0.5, 0.0)),
    SpanFeature(words_more, (0.6, 0.1, 0.5, 0.8)),
    SpanFeature(is_linked, (-0.4, -0.7, -0.3, -0.1)),
    SpanFeature(is_clause, (0.0, 0.0, 0.0, 0.5)),
    SpanFeature(is_claim_part, (-0.1, 0.1, 0.1, 0.3)),
    SpanFeature(claim_object, (1.0, 2.0, 1.0, 0.3)),
    SpanFeature(claim_subject, (0.6, 1.0, 0.8, -0.7)),
    SpanFeature(claim_argument, (0.1, 0.6, -0.8, -0.1)),
    SpanFeature(fills_claim, (1.1, 0.5, 0.6, 2.5)),
    SpanFeature(bears_role, (1.6, 0.5, 1.3, 0.0)),
    SpanFeature(holds_verb, (-0.6, 0.0, -0.9, 0.0)),
    SpanFeature(cuts_name, (-1.3, 0.0, -0.5, -0.2)),
    SpanFeature(names_title, (-3.0, 0.0, 0.0, 0.0)),
)
