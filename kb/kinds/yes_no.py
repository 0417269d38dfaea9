"""Yes-no questions: answered by a sentence that says the thing, or denies it, in so many words; else left open.

"It", "the company" and the like are read as the name they stand for where that is sure. Limits: see
kb/words/polarity.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.base.rows import MentionRow, SentenceRow
from kb.kinds.antecedents import antecedent_of
from kb.kinds.given import SCORES, cite, refused
from kb.kinds.slots import Holder
from kb.questions import Question
from kb.retrieve import by_sentence
from kb.store import Store
from kb.types import Answer
from kb.words.polarity import verdict
from kb.words.terms import plain

SEARCHED = 60
MOST_CHARACTERS = 600  # of a sentence that may say yes or no: in a longer one anything may stand between
POINTING = re.compile(
    r"^(?:it|they|the (?:company|city|council|firm|town|country|club|port|bank|airline|government|university|"
    r"ministry))\b",
    re.IGNORECASE,
)
OWNING = frozenset("his her its their whose".split())
SAYS = re.compile(r"\b(?:said|says|told|according to|added|reported|wrote|announced)\b", re.IGNORECASE)


def answer_yes_no(store: Store, question: Question) -> Answer | None:
    """Yes or no with the sentence that says so; a refusal where no sentence does, or where two differ.

    None for a question of another kind, and for one that names nothing the base knows.
    """
    if question.wants.name != "yes-no" or not question.terms:
        return None
    hits = store.search([term.surface for term in question.terms], limit=SEARCHED)
    if not hits:
        return None
    ids = [hit.sentence.id for hit in hits]
    around = store.surroundings(ids, distance=2)
    mentions = by_sentence(store.mentions(sentences=[row.id for row in around]))
    at = {(row.document, row.number): row for row in around}
    asked = {entity.id: name for name in question.names for entity in store.entities_named([name])}
    verdicts = [(row, verdict(_read(row, mentions, at, asked), question.text)) for row in around]
    found = [(row, said) for row, said in verdicts if said is not None]
    return _answer(store, question, found)


def _read(
    row: SentenceRow,
    mentions: Mapping[str, list[MentionRow]],
    at: Mapping[tuple[str, int], SentenceRow],
    asked: Mapping[str, str],
) -> str:
    """The sentence as the question speaks: with the names asked for in place of other words for the same things.

    :param asked: the names of the question, by the entity that bears them.
    """
    text, ends = row.text[:MOST_CHARACTERS], row.start + MOST_CHARACTERS
    held = sorted(mentions.get(row.id, ()), key=lambda each: (-each.start, each.end))
    for number, mention in enumerate(held):
        name = asked.get(mention.entity or "")
        begin, end = mention.start - row.start, mention.end - row.start
        if not name or mention.end > ends or text[begin:end] != mention.surface:
            continue
        own = plain(mention.surface) in OWNING
        if own and any(before.entity == mention.entity for before in held[number + 1 :]):
            continue  # "Nokia sold its plant" is asked for in these words
        text = f"{text[:begin]}{name}{'’s' if own else ''}{text[end:]}"
    pointing = POINTING.match(text)
    holder: Holder | None = antecedent_of(row, mentions, at) if pointing else None
    return f"{holder.name}{text[pointing.end() :]}" if pointing and holder else text


def _answer(store: Store, question: Question, found: list[tuple[SentenceRow, str]]) -> Answer:
    places = [(row, row.start, row.end) for row, _ in found]
    said = {answer for _, answer in found}
    if not found:
        nearest = [(hit.sentence, hit.sentence.start, hit.sentence.start) for hit in store.search(
            [term.surface for term in question.terms], limit=3)]  # fmt: skip
        return refused(store, question, "No sentence says this, or denies it, in so many words.", nearest)
    if len(said) > 1:
        return refused(store, question, "The articles differ: one says so, another denies it.", places)
    first = found[0][0]
    note = "As somebody quoted in the article says." if SAYS.search(first.text) else ""
    why, score = "says so" if "yes" in said else "denies it", SCORES["sentence"]
    whole = cite(store, [(row, row.end, row.end) for row, _ in found[:5]], why, score=score)
    return Answer(question.text, question.kind, said.pop(), score, whole, note=note)
