"""Lists of names over the whole base: "Which people are quoted?", "Which industries are mentioned?", and of the things
that do something: "List the companies that employ people in Riga."

Limits: a name without a word that shows its class may be missed; no list claims to be complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from kb.base.rows import ClaimRow, MentionRow, QuoteRow
from kb.kinds.asked import WHICH, first_form
from kb.kinds.classes import (
    COMPANY_NOUNS,
    COMPANY_WORDS,
    LABEL_NOUNS,
    LEGAL_WORDS,
    ROLE_NOUNS,
    Named,
    belongs,
    called,
    described_as,
    is_called_company,
    is_class_noun,
    labels_of,
    singular,
)
from kb.kinds.first_mentions import Places, first_mentions, of_class
from kb.kinds.given import MOST_CITATIONS, Place, Row, listed, refused
from kb.kinds.quoting import Speakers, speaker_of
from kb.questions import Question
from kb.store import Store
from kb.types import Answer
from kb.words.terms import is_stopword, other_forms, plain, read_words, root

MENTIONED = (
    r"(?:mentioned|named|discussed|covered|listed|described|cited|"
    r"in (?:the|these|my|this) (?:articles?|texts?|sources?|base))"
)
COMMAND = r"(?:list|name|show)(?: me)?(?: all)?(?: of)?(?: the)?"
LISTED = re.compile(
    rf"(?:which|what) (?P<noun>[\w-]+) (?:(?:are|is|were|was|get|got|do (?:the|these) articles? mention|appear)\b)"
    rf" ?(?:{MENTIONED}.*)?\W*"
    rf"|{COMMAND} (?P<other>[\w-]+)(?: that| which| who)?(?: are| is)?(?: {MENTIONED}.*)?\W*",
    re.IGNORECASE,
)
QUOTED = re.compile(
    rf"(?:(?:which|what) (?P<noun>[\w-]+)(?P<who> (?:from|of|at) .+?)?|who|"
    rf"{COMMAND} (?P<other>[\w-]+)(?: (?:who|that))?) ?"
    r"(?:are|is|were|was|gets?|got)? ?quoted(?: (?:on|about|as speaking about) (?P<about>.+?))?"
    r"(?: in (?:the|these|my) (?:articles?|texts?|sources?|base))?\W*",
    re.IGNORECASE,
)
DOING = (
    re.compile(rf"{WHICH} ?(?P<noun>[\w-]+) (?:(?:that|which|who) )?(?P<verb>[a-z]+) (?P<rest>.+)", re.IGNORECASE),
)
SPEAKERS = frozenset("speakers sources persons people who person".split())
MOST_SEARCHED = 5000  # sentences with a word of a topic; where there are more, all quotes are read
LEAST_SCORE = 0.5  # of a claim that makes a row


def answer_quoted_list(store: Store, question: Question) -> Answer | None:
    """Everybody whose words are given; None for another question."""
    asked = QUOTED.fullmatch(question.text.strip())
    if asked is None:
        return None
    noun = plain(asked["noun"] or asked["other"] or "who")
    quotes = _quotes_on(store, asked["about"] or "")
    rows = list(_speakers(store, noun, quotes, _roots(asked["who"] or "")))
    if not rows:
        return refused(store, question, f"The articles quote no {noun if noun != 'who' else 'one'} on this.")
    return listed(store, question, "list", rows, why="gives words of theirs")


def _speakers(store: Store, noun: str, quotes: Sequence[QuoteRow], of: frozenset[str]) -> Iterator[Row]:
    said: dict[str, list[QuoteRow]] = {}
    speakers = Speakers(store, quotes)
    for quote in quotes:
        speaker = speaker_of(store, quote) if quote.speaker else None
        if speaker and speakers.sure(quote):
            said.setdefault(speaker[0], []).append(quote)
    known = Places(store.db).known(said)
    called = _so_called(store, noun) if noun in ROLE_NOUNS else None
    for id, own in said.items():
        name, label = known.get(id, ("", ""))
        if not name or not _may_speak(label, noun) or (called is not None and id not in called):
            continue
        if (noun in ROLE_NOUNS or of) and not _is_described(store, id, name, noun, of):
            continue
        yield name, [(q.sentence, q.speaker.start, q.speaker.end) for q in own if q.speaker]


def _quotes_on(store: Store, topic: str) -> list[QuoteRow]:
    """The quotes in sentences that hold every word of the topic; all of them without one."""
    words = [plain(word.surface) for word in read_words(topic) if not is_stopword(word.surface)]
    wanted = _roots(topic)
    if not wanted:
        return store.quotes()
    hits = store.search(sorted({form for word in words for form in other_forms(word)}), limit=MOST_SEARCHED)
    if len(hits) == MOST_SEARCHED:
        return [quote for quote in store.quotes() if wanted <= _roots(quote.sentence.text)]
    return store.quotes(sentences=[hit.sentence.id for hit in hits if wanted <= _roots(hit.sentence.text)])


def _so_called(store: Store, noun: str) -> set[str]:
    """The people of whom some sentence with their name, or the name itself, has the noun: only these may be that."""
    places, words = Places(store.db), {noun, noun.removesuffix("s"), root(noun)}
    named = (*places.so_named(("PERSON",), words), *places.beside(("PERSON",), words))
    return {entity for entity, _ in named}


def _may_speak(label: str, noun: str) -> bool:
    if noun in ("speakers", "sources"):  # these may be organisations too
        return True
    if noun in SPEAKERS or noun in ROLE_NOUNS:
        return label == "PERSON"
    return label in labels_of(noun)


def _is_described(store: Store, entity: str, name: str, noun: str, of: frozenset[str]) -> bool:
    """Whether a text says that somebody is a mayor, or is of what is asked for, where it names them."""
    for mention in store.mentions(entity=entity):
        named = Named(name, mention.surface, mention.label, mention.sentence.text)
        fits = noun not in ROLE_NOUNS or root(noun) in called(named)
        if mention.form == "name" and fits and of <= described_as(named):
            return True
    return False


def answer_mentioned(store: Store, question: Question) -> Answer | None:
    """Every name of a class; None for another question."""
    asked = LISTED.fullmatch(question.text.strip())
    noun = plain(asked["noun"] or asked["other"] or "") if asked else ""
    if (
        asked is None
        or not noun.endswith(("s", "people"))
        or not (MENTIONED_RE.search(question.text) or is_class_noun(noun))
    ):
        return None
    rows = list(_named(store, noun))
    if not rows:
        return refused(store, question, f"The articles name no {noun}.")
    return listed(store, question, "list", rows, why="names it")


MENTIONED_RE = re.compile(MENTIONED, re.IGNORECASE)


def _named(store: Store, noun: str) -> Iterator[Row]:
    for name, found in _names(store, noun):
        yield name, [(m.sentence, m.start, m.end) for m in found]


def _names(store: Store, noun: str) -> Iterator[tuple[str, list[MentionRow]]]:
    if noun in LABEL_NOUNS:
        for label in labels_of(noun):
            yield from first_mentions(store, label, MOST_CITATIONS).items()
        return
    labels = labels_of(noun) or ("ORG", "PLACE", "PERSON", "PRODUCT")
    if noun in COMPANY_NOUNS:
        yield from of_class(store, labels, COMPANY_WORDS, LEGAL_WORDS, MOST_CITATIONS, is_called_company)
    else:
        words = {singular(noun), noun}
        yield from of_class(store, labels, words, (), MOST_CITATIONS, partial(belongs, noun=noun))


def answer_doing(store: Store, question: Question) -> Answer | None:
    """The things of a class of which a claim says what is asked: "Which companies left Kaunas?" None for another."""
    asked = first_form(DOING, question.text)
    if asked is None or not is_class_noun(asked["noun"]) or not plain(asked["noun"]).endswith(("s", "people")):
        return None
    verb, rest = root(asked["verb"]), _roots(asked["rest"])
    if is_stopword(asked["verb"]) or not rest:
        return None
    words = [word.surface for word in read_words(f"{asked['verb']} {asked['rest']}") if not is_stopword(word.surface)]
    ids = [hit.sentence.id for hit in store.search(words, limit=200)]
    rows = dict(_doers(store.claims(sentences=ids), asked["noun"], verb, rest))
    if not rows:
        return None
    return listed(store, question, "list", list(rows.items()), why="says so")


def _doers(
    claims: Iterable[ClaimRow], noun: str, verb: str, rest: frozenset[str]
) -> Iterator[tuple[str, list[Place]]]:  # fmt: skip
    for claim in claims:
        subject = claim.subject
        said = " ".join([claim.object.surface if claim.object else "", *(a.surface for a in claim.arguments)])
        if claim.negated or claim.hedged or claim.score < LEAST_SCORE or not subject.entity or not subject.name:
            continue
        named = Named(subject.name, subject.surface, "ORG" if plain(noun) in COMPANY_NOUNS else "", claim.sentence.text)
        if root(claim.predicate.surface) == verb and rest <= _roots(said) and belongs(named, noun):
            yield subject.name, [(claim.sentence, subject.start, subject.end)]


def _roots(text: str) -> frozenset[str]:
    return frozenset(word.root for word in read_words(text) if not is_stopword(word.surface))
