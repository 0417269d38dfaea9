"""Superlatives over the whole base: "Which city is the largest?", "Which company employs the most people?"

The largest is told among the things whose value the articles state, and the answer says among how many. Limits: a
question with a place ("the largest city in Poland") is left to the sentences that say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.base.rows import FigureRow, SentenceRow
from kb.kinds.amounts import Amount, amount_of
from kb.kinds.asked import first_form, measured_in, one_scale, years_in
from kb.kinds.classes import is_class_noun, labels_of, plural
from kb.kinds.given import named, place_of, refused, said, spoken
from kb.kinds.holders import Held
from kb.kinds.measures import EMPTY, KNOWN, Measure
from kb.kinds.stated import Stated, sentences_on
from kb.kinds.tables import held_of_class
from kb.questions import Question
from kb.retrieve import by_sentence
from kb.store import Store
from kb.types import Answer
from kb.words.terms import is_stopword, plain, read_words, root

MOST = "largest biggest highest most greatest tallest longest oldest"
LEAST = "smallest lowest fewest least shortest youngest newest"
ADJECTIVE = rf"(?P<adjective>{'|'.join(f'{MOST} {LEAST}'.split())})"
# "Which city is the largest?", "Which city has the highest unemployment?", "Which company employs the most people?"
FORMS = (
    re.compile(rf"(?:which|what) (?:is|was) the {ADJECTIVE} (?P<noun>[\w-]+)(?P<rest>(?: by .+)?)", re.IGNORECASE),
    re.compile(
        r"(?:which|what)(?: of the)? (?!(?:is|are|was|were|did|does|do|has|have|can)\b)(?P<noun>[\w-]+) "
        rf"(?P<verb>[\w ]*?)\b(?:the )?{ADJECTIVE}\b(?! (?:likely|often|commonly|of)\b)(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
# What an adjective alone measures, by the class; a "largest company" may be so by sales or by people.
ALONE = {
    "largest": {"city": "population", "town": "population", "country": "population", "state": "population"},
    "biggest": {"city": "population", "town": "population"},
    "smallest": {"city": "population", "town": "population"},
    "tallest": {"": "height"}, "longest": {"river": "length", "bridge": "length"},
    "oldest": {"": "year of founding"}, "youngest": {"company": "year of founding"},
    "newest": {"company": "year of founding"},
}  # fmt: skip
LATER_IS_MORE = ("youngest", "newest")  # of years: the oldest was founded first
# "The third largest", "one of the largest" is not the largest.
RANKED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))[- ](?:\w+ )?\w+est\b|"
    r"\bone of the \w+est\b|\bamong the \w+est\b",
    re.IGNORECASE,
)
ALIKE = (
    {"largest", "biggest", "greatest"}, {"smallest"}, {"highest", "most"}, {"lowest", "least", "fewest"},
    {"tallest", "highest"}, {"longest"}, {"oldest"}, {"youngest", "newest"}, {"shortest"},
    {"most", "largest", "biggest", "highest"},
)  # fmt: skip


def answer_superlative(store: Store, question: Question) -> Answer | None:
    """The thing of a class with the largest or smallest stated value; None for another question.

    None too where nothing is stated of the class: a sentence may still say outright which one it is.
    """
    asked = first_form(FORMS, question.text)
    if asked is None:
        return None
    noun, adjective = asked["noun"], plain(asked["adjective"])
    years = years_in(f"{asked.groupdict().get('verb') or ''} {asked['rest']}")
    measure = _measure(noun, adjective, years.rest)
    if measure is None:
        return None
    sentences = sentences_on(store, measure)
    held = held_of_class(store, noun, measure, years.only, sentences)
    alike = one_scale([h.stated for h in held])
    held = [h for h in held if h.stated in alike]
    if len(held) < 2:
        return None
    return _answer(store, question, noun, adjective, measure, held, sentences)


def _measure(noun: str, adjective: str, words: str) -> Measure | None:
    measured = measured_in(re.sub(r"\bby\b", " ", words))
    if measured is not None:
        return measured
    rows = ALONE.get(adjective, {})
    name = rows.get(_singular(noun), rows.get(""))
    return next((measure for measure in KNOWN if measure.name == name), None)


def _singular(noun: str) -> str:
    lower = plain(noun)
    return lower[:-3] + "y" if lower.endswith("ies") else lower.rstrip("s") if not lower.endswith("ss") else lower


def _answer(
    store: Store, question: Question, noun: str, adjective: str, measure: Measure, held: Sequence[Held],
    sentences: Sequence[SentenceRow],
) -> Answer:  # fmt: skip
    most = (adjective in MOST.split() and measure.kinds != ("year",)) or adjective in LATER_IS_MORE
    ordered = sorted(held, key=lambda h: (h.stated.amount.low, h.stated.amount.high), reverse=most)
    first, rest = ordered[0], ordered[1:]
    places = [place_of(h.stated) for h in ordered[:5]]
    ranked = "; ".join(f"{named(h.stated)} {spoken(h.stated)}" for h in ordered[:5])
    nouns = plural(noun, len(held)) if is_class_noun(noun) else f"{plain(noun)}s".replace("ss", "s")
    note = f"By {measure.name}, among the {len(held)} {nouns} for which the articles state it: {ranked}."
    if not first.sure or not all(_beats(first, other, most=most) for other in rest):
        return refused(
            store, question, f"{note} The values are too near each other, or differ between articles.", places
        )
    rivals = unread(store, noun, measure, held, first.stated, sentences, most=most)
    if rivals:
        places = [place_of(first.stated), *((f.sentence, f.start, f.end) for f in rivals[:4])]
        return refused(
            store, question, f"{note} But another may have more: not all sentences could be read for sure.", places
        )
    if differ_in_year([h.stated for h in ordered[:5]]):
        note += " The values are not all for the same year."
    return said(store, question, named(first.stated), places, note=note)


def _beats(first: Held, other: Held, *, most: bool) -> bool:
    every = (other.stated, *other.others)
    return all(
        first.stated.amount.above(each.amount) if most else each.amount.above(first.stated.amount) for each in every
    )


def unread(
    store: Store, noun: str, measure: Measure, held: Sequence[Held], first: Stated, sentences: Sequence[SentenceRow],
    *, most: bool,
) -> list[FigureRow]:  # fmt: skip
    """Figures beyond the first that may be of another thing of the class, where a sentence could not be read surely."""
    known, label = {h.entity for h in held}, labels_of(noun)[:1]
    beyond = [
        f for f in store.figures(sentences=[row.id for row in sentences]) if _is_beyond(f, first, measure, most=most)
    ]
    mentions = by_sentence(store.mentions(sentences=list({figure.sentence.id for figure in beyond})))
    rivals = []
    for figure in beyond:
        near = {m.entity for m in mentions[figure.sentence.id] if m.label in label and m.entity} - known
        tied = {part.entity for part in (figure.subject, figure.of) if part and part.entity} & near
        if tied or (most and len(near) == 1):
            rivals.append(figure)
    return rivals


def _is_beyond(figure: FigureRow, first: Stated, measure: Measure, *, most: bool) -> bool:
    if figure.kind != first.figure.kind or figure.change or not _beyond(amount_of(figure), first.amount, most=most):
        return False
    return not measure.words.isdisjoint(word.root for word in read_words(figure.sentence.text))


def _beyond(amount: Amount, first: Amount, *, most: bool) -> bool:
    return amount.above(first) if most else first.above(amount)


def differ_in_year(values: Sequence[object]) -> bool:
    """Whether values are stated for different years, or some for none."""
    return len({getattr(value, "year", None) for value in values}) > 1


def lacks_superlative(question: str, sentence: str) -> bool:
    """Whether a question asks for the most or least of a class and the sentence does not say that it is that."""
    asked = first_form(FORMS, question)
    if asked is None:
        return False
    if RANKED.search(sentence) and not RANKED.search(question):
        return True
    adjective = plain(asked["adjective"])
    alike = set().union(*(row for row in ALIKE if adjective in row))
    words = [word.surface for word in read_words(f"{asked.groupdict().get('verb') or ''} {asked['rest']}")]
    needed = {root(word) for word in words if not is_stopword(word)} - EMPTY
    if needed:
        held = {word.root for word in read_words(sentence)}
        return 2 * len(needed & held) < len(needed) or not any(
            re.search(rf"\b{each}\b", sentence, re.IGNORECASE) for each in alike
        )
    noun = re.escape(_singular(asked["noun"]))
    said = rf"\b(?:{'|'.join(sorted(alike))})(?: \w+)? {noun}(?:s|es)?\b(?![-’'])"
    return not re.search(said, sentence, re.IGNORECASE)
