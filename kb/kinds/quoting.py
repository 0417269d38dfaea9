"""Words said: "What did X say about Y?", "Who said that wages would rise?"

Only what the extraction found to be somebody's words, of whom the text leaves no doubt. Limits: a topic must stand in
the words themselves or in their sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kb.base.rows import MentionRow, QuoteRow
from kb.kinds.asked import first_form
from kb.kinds.comparisons import bare
from kb.kinds.given import SCORES, cite, refused
from kb.questions import Question
from kb.store import Store
from kb.types import Answer
from kb.words.polarity import is_negated
from kb.words.terms import is_stopword, plain, read_words, root

SAY = r"(?:say|said|says|tell|told|claim|claimed|argue|argued|think|thinks|state|stated|warn|warned|add|added)"
WHAT_SAID = (
    re.compile(
        rf"what (?:did|does|do|has|have) (?P<speaker>.+?) {SAY}\b(?: (?:the|a) \w+)?"
        r"(?: (?:about|on|of) (?P<about>.+))?",
        re.IGNORECASE,
    ),
)
WHO_SAID = (
    re.compile(
        rf"who (?:{SAY}|announced|believes|complained|explained|predicted|denied)(?: that)? (?P<words>.+)",
        re.IGNORECASE,
    ),
    re.compile(r"who (?:called|calls|described|describes) (?P<words>.+)", re.IGNORECASE),
)
LEAST_SHARED = 0.75  # of the words asked for that must stand among the words said
DENIED = re.compile(r"\bden(?:y|ies|ied)\b", re.IGNORECASE)
POINTING = re.compile(r"\b(?:they|he|she|it|we|i|th(?:is|ese|ose|at))\b", re.IGNORECASE)
LEAST_REST = 2  # words beside the one pointed at that the quote must hold
AROUND = 4  # sentences before and behind in which that one may be named
PRONOUNS = frozenset("he she they it who i we".split())
SEARCHED = 60


def answer_said(store: Store, question: Question) -> Answer | None:
    """What somebody said, on a topic or at all; None for another question."""
    asked = first_form(WHAT_SAID, question.text)
    if asked is None:
        return None
    speaker = bare(asked["speaker"])
    quotes = _unique(_quotes_of(store, speaker))
    if not quotes:
        known = bool(store.entities_named([speaker])) or speaker == speaker.lower()  # "the president" is no name
        return refused(store, question, f"The articles give no words of {speaker}.") if known else None
    topic = _roots(asked["about"] or "")
    on_topic = [q for q in quotes if topic <= _roots(q.surface)] or [
        q for q in quotes if topic <= _roots(q.sentence.text)
    ]
    if not on_topic:
        places = [(q.sentence, q.start, q.end) for q in quotes[:3]]
        return refused(store, question, f"{speaker} is quoted, but not on {asked['about']}.", places)
    return _quoted(store, question, sorted(on_topic, key=lambda q: not q.direct))


def _quotes_of(store: Store, speaker: str) -> list[QuoteRow]:
    """The quotes of a name, those of its "he" and "she" too; for "the minister" those of a speaker so called."""
    ids = set(store.ids_of(speaker))
    if not ids:
        wanted = _roots(speaker)
        hits = store.search([word.surface for word in read_words(speaker)], limit=SEARCHED)
        quotes = store.quotes(sentences=[hit.sentence.id for hit in hits])
        so_called = [q for q in quotes if q.speaker and wanted and wanted <= _roots(q.speaker.surface)]
        ids = {q.speaker.entity for q in so_called if q.speaker and q.speaker.entity}
        if len(ids) != 1 or len(so_called) != sum(bool(q.speaker and q.speaker.entity) for q in so_called):
            return so_called
    documents = {mention.sentence.document for id in ids for mention in store.mentions(entity=id)}
    quotes = [q for id in sorted(documents) for q in store.quotes(document=id)]
    speakers = Speakers(store, quotes)
    return [q for q in quotes if (spoken := speaker_of(store, q)) and spoken[0] in ids and speakers.sure(q)]


class Speakers:
    """Who is sure to have said what, among the quotes of some documents.

    "He replies" may have been read as whom the quote before spoke of, a hero of a play: one who is named in direct
    speech only says nothing himself.
    """

    def __init__(self, store: Store, quotes: Iterable[QuoteRow]) -> None:
        self._store, self._direct = store, defaultdict[str, list[tuple[int, int]]](list)
        self._sure: dict[str, bool] = {}
        for quote in quotes:
            if quote.direct:
                self._direct[quote.sentence.document].append((quote.start, quote.end))
            if quote.speaker and quote.speaker.entity and plain(quote.speaker.surface) not in PRONOUNS:
                self._sure[quote.speaker.entity] = True

    def sure(self, quote: QuoteRow) -> bool:
        """Whether the speaker is named as one, or is at least named outside direct speech."""
        entity = quote.speaker.entity if quote.speaker else None
        if entity is None:
            return True
        if entity not in self._sure:
            names = [m for m in self._store.mentions(entity=entity) if m.form == "name"]
            self._sure[entity] = not names or not all(map(self._is_quoted, names))
        return self._sure[entity]

    def _is_quoted(self, mention: MentionRow) -> bool:
        return any(
            start <= mention.start and mention.end <= end for start, end in self._direct[mention.sentence.document]
        )


def speaker_of(store: Store, quote: QuoteRow) -> tuple[str, str] | None:
    """The entity and name of who speaks; of "he" and "she" the one person whom the sentence before quotes or names.

    None where nobody can be told for sure.
    """
    speaker = quote.speaker
    if speaker is None:
        return None
    if speaker.entity and speaker.name:
        return speaker.entity, speaker.name
    if plain(speaker.surface) not in ("he", "she"):
        return None
    before = [row for row in store.neighbours(quote.sentence.id) if row.number < quote.sentence.number]
    named = {
        (m.entity, m.name)
        for m in store.mentions(sentences=[row.id for row in before], label="PERSON")
        if m.entity and m.name
    }
    return next(iter(named)) if len(named) == 1 else None


def answer_who_said(store: Store, question: Question) -> Answer | None:
    """Who said something; None for another question."""
    asked = first_form(WHO_SAID, question.text)
    if asked is None:
        return None
    wanted = _roots(asked["words"])
    words = [w.surface for w in read_words(asked["words"]) if not is_stopword(w.surface)]
    hits = store.search(words, limit=SEARCHED)
    ids = [hit.sentence.id for hit in hits]
    denied = bool(DENIED.search(question.text.split(" ", 2)[1]))
    negated = is_negated(asked["words"])
    quotes = _unique(store.quotes(sentences=ids))
    alike = [q for q in quotes if is_negated(q.surface) == negated and _denies(q) == denied]
    found = [q for q in alike if _says(q, wanted)] or [q for q in alike if _says_of_them(store, q, words)]
    documents = sorted({q.sentence.document for q in found})
    known = Speakers(store, (q for id in documents for q in store.quotes(document=id)))
    speakers = {_called(store, q) if known.sure(q) else "": q for q in found if q.speaker}
    if not found and any(_tells(hit.sentence.text, wanted, question.text) for hit in hits):
        return None  # "the bishop has called it “dangerous”": said, but not read as anybody's words
    if len(speakers) != 1 or "" in speakers:
        places = [(q.sentence, q.start, q.end) for q in found[:3]]
        note = (
            "The articles give these words to several people."
            if speakers
            else "No article gives these words to anybody."
        )
        return refused(store, question, note, places)
    return _speaker(store, question, next(iter(speakers.values())))


def _called(store: Store, quote: QuoteRow) -> str:
    """The name of who speaks, else what the text calls them; "" for "he" without anybody it is sure to stand for."""
    known = speaker_of(store, quote)
    surface = quote.speaker.surface if quote.speaker else ""
    return known[1] if known else "" if plain(surface) in PRONOUNS else surface


def _speaker(store: Store, question: Question, quote: QuoteRow) -> Answer:
    speaker = quote.speaker
    inside = speaker is not None and quote.sentence.start <= speaker.start < quote.sentence.end
    place = (speaker.start, speaker.end) if speaker and inside else (quote.start, quote.end)
    citation = cite(store, [(quote.sentence, *place)], "gives the words to the speaker", score=SCORES["words"])
    return Answer(question.text, question.kind, _called(store, quote), SCORES["words"], citation)


def _tells(sentence: str, wanted: frozenset[str], question: str) -> bool:
    """Whether a sentence holds every word said and the verb of saying, and is negated as the question is."""
    verb = {word.root for word in read_words(question)[1:2]}
    return wanted | verb <= _roots(sentence) and is_negated(sentence) == is_negated(question)


def _says(quote: QuoteRow, wanted: frozenset[str]) -> bool:
    return bool(wanted) and len(wanted & _roots(quote.surface)) >= LEAST_SHARED * len(wanted)


def _says_of_them(store: Store, quote: QuoteRow, words: Sequence[str]) -> bool:
    """Whether the quote holds all but the first word, and a word that points at that one in the sentences around.

    "They live in dignity", said of refugees, for "Who said that the refugees live in dignity?".
    """
    first, rest = (root(words[0]), {root(word) for word in words[1:]}) if words else ("", set())
    if len(rest) < LEAST_REST or not rest <= _roots(quote.surface) or not POINTING.search(quote.surface):
        return False
    return any(first in _roots(row.text) for row in store.neighbours(quote.sentence.id, distance=AROUND))


def _denies(quote: QuoteRow) -> bool:
    return bool(quote.cue and DENIED.search(quote.cue.surface))


def _quoted(store: Store, question: Question, quotes: Sequence[QuoteRow]) -> Answer:
    first = quotes[0]
    places = [(q.sentence, max(q.start, q.sentence.start), min(q.end, q.sentence.end)) for q in quotes[:5]]
    note = "" if first.direct else "Not word for word: as the article reports it."
    cited = cite(store, places, "gives words of theirs", score=SCORES["words"])
    return Answer(question.text, "quote", first.surface, SCORES["words"], cited, note=note)


def _unique(quotes: Sequence[QuoteRow]) -> list[QuoteRow]:
    """Quotes that do not lie inside another of the same sentence."""
    return [quote for quote in quotes if not any(_lies_inside(quote, other) for other in quotes)]


def _lies_inside(quote: QuoteRow, other: QuoteRow) -> bool:
    same = other.sentence.id == quote.sentence.id
    return other is not quote and same and other.start <= quote.start and quote.end <= other.end


def _roots(text: str) -> frozenset[str]:
    return frozenset(word.root for word in read_words(text) if not is_stopword(word.surface))
