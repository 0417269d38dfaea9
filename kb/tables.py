"""Questions answered by rows of the records over the whole base: lists of names, of people quoted, tables of figures.

"Which people are quoted?", "Which industries are mentioned?", "Which cities have more than 500,000 people?"
Each row cites its sentences. Limits: one label and one bound a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kb.passages import Origin
from kb.question_rules import PLACE_LABELS
from kb.questions import Question
from kb.retrieve import by_sentence
from kb.rows import FigureRow, MentionRow, SentenceRow
from kb.store import Store
from kb.terms import is_stopword, plain, read_words, root
from kb.types import Answer, Citation, Item

LABEL_NOUNS: dict[str, tuple[str, ...]] = {
    noun: labels
    for nouns, labels in (
        ("people persons individuals who", ("PERSON",)),
        ("organizations organisations companies institutions agencies firms groups", ("ORG",)),
        ("cities towns", ("CITY",)),
        ("provinces states regions", ("REGION",)),
        ("countries nations", ("COUNTRY",)),
        ("places locations", PLACE_LABELS),
        ("industries sectors", ("INDUSTRY",)),
        ("products", ("PRODUCT",)),
        ("events", ("EVENT",)),
        ("works books films", ("WORK",)),
        ("nationalities", ("GROUP",)),
    )
    for noun in nouns.split()
}
MENTIONED = (
    r"(?:mentioned|named|discussed|covered|listed|described|cited|"
    r"in (?:the|these|my|this) (?:articles?|texts?|sources?|base))"
)
COMMAND = r"(?:list|name|show)(?: me)?(?: all)?(?: of)?(?: the)?"
LISTED = re.compile(
    rf"(?:which|what) (?P<noun>\w+) (?:are|is|were|was|get|got|do (?:the|these) articles? mention|appear)\b"
    rf" ?(?:{MENTIONED}.*)?\W*"
    rf"|{COMMAND} (?P<other>\w+)(?: that| which| who)?(?: are| is)?(?: {MENTIONED}.*)?\W*",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"(?:which|what) (?:people|persons|speakers|sources) (?:are|is|were|was|get|got) quoted.*"
    r"|who (?:is|are|was|were|gets) quoted.*"
    rf"|{COMMAND} (?:people|persons|speakers) (?:(?:who|that) (?:are|were) )?quoted.*",
    re.IGNORECASE,
)
SOURCES = re.compile(r"\b(?:speakers|sources)\b", re.IGNORECASE)  # these may be organisations too
BOUND = re.compile(
    r"(?:which|what) (?P<noun>\w+) (?:has|have|had|employs?|employed|produces?|makes?|sells?|with) "
    r"(?P<counted>a population of )?"
    r"(?P<bound>more than|over|above|at least|fewer than|less than|under|below|at most) (?P<value>[\d.,]*\d)"
    r"(?: (?P<scale>thousand|million|billion))? ?(?P<unit>.*?)\W*",
    re.IGNORECASE,
)
COUNTED_AS = {root(noun): root("person") for noun in ("population", "inhabitants", "residents", "citizens")}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
MOST_CITATIONS = 3  # of one row


def answer_table(store: Store, question: Question) -> Answer | None:
    """The rows that answer a question of these kinds; None for any other question, or when there are no rows."""
    text = question.text.strip()
    if QUOTED.fullmatch(text):
        people = not SOURCES.search(text)
        return _answer(store, question, "list", _speakers(store, people=people))
    listed = LISTED.fullmatch(text)
    labels = LABEL_NOUNS.get(plain(listed["noun"] or listed["other"])) if listed else None
    if labels:
        return _answer(store, question, "list", _named(store, labels))
    bound = BOUND.fullmatch(text)
    labels = LABEL_NOUNS.get(plain(bound["noun"])) if bound else None
    if bound and labels:
        return _answer(store, question, "table", _bounded(store, bound, labels))
    return None


# What stands in the row; sentences with the words that say it.
Row = tuple[str, list[tuple[SentenceRow, int, int]]]


def _speakers(store: Store, *, people: bool) -> Iterator[Row]:
    """Everybody whose words are given; `people` leaves out organisations and the like."""
    rows: dict[str, list[tuple[SentenceRow, int, int]]] = {}
    for quote in store.quotes():
        if quote.speaker and quote.speaker.entity:
            rows.setdefault(quote.speaker.entity, []).append((quote.sentence, quote.speaker.start, quote.speaker.end))
    for id, cited in rows.items():
        entity = store.entity(id)
        if entity is not None and (entity.label == "PERSON" or not people):
            yield entity.name, cited


def _named(store: Store, labels: Iterable[str]) -> Iterator[Row]:
    for label in labels:
        mentions: dict[str, list[MentionRow]] = {}
        for mention in store.mentions(label=label):
            if mention.name and mention.form == "name":
                mentions.setdefault(mention.name, []).append(mention)
        for name, found in mentions.items():
            yield name, [(m.sentence, m.start, m.end) for m in found]


def _bounded(store: Store, bound: re.Match[str], labels: Sequence[str]) -> Iterator[Row]:
    limit = float(bound["value"].replace(",", "")) * SCALES.get(plain(bound["scale"] or ""), 1.0)
    counted = _counted(f"{bound['unit']} {bound['counted'] or ''}")
    figures = [f for f in store.figures() if f.change is None and _within(f.value, plain(bound["bound"]), limit)]
    figures = [f for f in figures if not counted or counted & _counted(_measured(f))]
    mentions = by_sentence(store.mentions(sentences=list({f.sentence.id for f in figures})))
    for figure in figures:
        name = _of_whom(figure, [m for m in mentions[figure.sentence.id] if m.label in labels and m.name])
        if name is not None:
            yield f"{name}: {figure.surface}", [(figure.sentence, figure.start, figure.end)]


def _of_whom(figure: FigureRow, mentions: Sequence[MentionRow]) -> str | None:
    """The name of the figure's subject, or the only one that fits in its sentence."""
    subject = figure.subject.entity if figure.subject else None
    names = {mention.entity: mention.name for mention in mentions}
    if subject in names:
        return names[subject]
    return next(iter(names.values())) if len(names) == 1 and subject is None else None


def _measured(figure: FigureRow) -> str:
    return " ".join((figure.unit, *(part.surface for part in (figure.of, figure.subject) if part)))


def _counted(text: str) -> frozenset[str]:
    """Roots of what is counted; inhabitants, residents and a population are people."""
    words = (word for word in read_words(text) if not is_stopword(word.surface))
    return frozenset(COUNTED_AS.get(word.root, word.root) for word in words)


def _within(value: float, bound: str, limit: float) -> bool:
    if bound in ("at least", "at most") and value == limit:
        return True
    return value > limit if bound in ("more than", "over", "above", "at least") else value < limit


def _answer(store: Store, question: Question, kind: str, rows: Iterable[Row]) -> Answer | None:
    found = list(rows)
    if not found:
        return None
    documents = {sentence.document for _, cited in found for sentence, _, _ in cited[:MOST_CITATIONS]}
    origins = store.origins(documents)
    items = tuple(Item(text, _cited(cited, origins)) for text, cited in found)
    text = ", ".join(item.text for item in items)
    return Answer(question.text, kind, text, LIST_SCORE, tuple(item.citations[0] for item in items), items)


LIST_SCORE = 0.5  # lists are not part of what the score was measured on


def _cited(cited: Sequence[tuple[SentenceRow, int, int]], origins: Mapping[str, Origin]) -> tuple[Citation, ...]:
    return tuple(_citation(*words, origins[words[0].document]) for words in cited[:MOST_CITATIONS])


def _citation(sentence: SentenceRow, start: int, end: int, origin: Origin) -> Citation:
    inside = sentence.start <= start < end <= sentence.end
    return Citation(
        sentence.document, origin.title, origin.source, sentence.start, sentence.end, sentence.text, LIST_SCORE,
        start if inside else None, end if inside else None, origin.publication, origin.published,
        "names what is asked for",
    )  # fmt: skip
