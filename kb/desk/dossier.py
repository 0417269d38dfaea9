"""A dossier of an entity or a topic: facts, figures, quotes and a timeline, every line with its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.base.rows import ClaimRow, EntityRow, FigureRow, PhraseRow, QuoteRow, SentenceRow
from kb.citations.paper import Line, Section
from kb.citations.runs import cleaned
from kb.desk.places import DeskError, Places
from kb.network.timeline import timeline
from kb.store import Store
from kb.words.terms import is_stopword, read_words, stem

MOST = 100  # lines in each section, so that a name in ten thousand articles still gives a document to read
PARTED = " – "  # between the parts of a claim
DATING = ("ordinal", "year")  # kinds of figures that only place or number something
TOPIC_SENTENCES = 200  # best sentences that a topic is made of


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the articles say about a name or a topic."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def make_dossier(store: Store, name: str) -> Dossier:
    """Gather what is said of the entity of this name or id, else of the words as a topic.

    :raises DeskError: when no article says anything of it.
    """
    ids = store.ids_of(name)
    entity = store.entity(ids[0]) if ids else None
    places = Places(store)
    sections = _of_entity(places, entity) if entity else _of_topic(places, name)
    kept = tuple(section for section in sections if section.lines)
    if not kept:
        raise DeskError(f"no article says anything of {name[:100]!r}: kb entities lists the names, in the app: Names")
    title = entity.name if entity else name
    documents = len({line.entry.document for section in kept for line in section.lines})
    named = f"Also called {', '.join(entity.aliases[:5])}. " if entity and entity.aliases else ""
    articles = "1 article" if documents == 1 else f"{documents} articles"
    return Dossier(title, f"{named}From {articles}; every line is cited.", kept)


def _of_entity(places: Places, entity: EntityRow) -> Iterator[Section]:
    id, store = entity.id, places.store
    facts = _facts(places, store.claims(entity=id, limit=MOST))
    figures = _figures(places, _about(store.figures(entity=id, limit=4 * MOST), id)[:MOST])
    named = list(dict.fromkeys(mention.sentence.id for mention in store.mentions(entity=id, limit=4 * MOST)))
    quotes = store.quotes(entity=id, limit=MOST) + store.quotes(sentences=named, limit=MOST)
    spoken = _quotes(places, list({quote.id: quote for quote in quotes}.values()))
    yield from (facts, figures, spoken)
    if not (facts.lines or figures.lines or spoken.lines):
        yield Section("Sentences", tuple(map(Line, map(places.of_sentence, store.sentences_by_id(named[:MOST])))))
    dated = timeline(store, id, limit=MOST)
    yield Section("Timeline", tuple(
        Line(places.of_sentence(one.sentence), before=_when(one.first, one.last, one.figure or one.words))
        for one in dated
    ))  # fmt: skip


def _of_topic(places: Places, topic: str) -> Iterator[Section]:
    store = places.store
    terms = [word.surface for word in read_words(topic) if not is_stopword(word.surface)]
    hits = store.search(terms, limit=TOPIC_SENTENCES)
    wanted = _most_terms([hit.sentence for hit in hits], terms)
    ids = [sentence.id for sentence in wanted]
    yield _facts(places, store.claims(sentences=ids, limit=MOST))
    yield _figures(places, _about(store.figures(sentences=ids, limit=MOST), ""))
    yield _quotes(places, store.quotes(sentences=ids, limit=MOST))
    yield Section("Sentences", tuple(Line(places.of_sentence(sentence)) for sentence in wanted[:MOST]))


def _most_terms(sentences: list[SentenceRow], terms: Iterable[str]) -> list[SentenceRow]:
    """Return the sentences that hold as many of the terms as any does, so that a topic of two words is about both."""
    stems = {stem(term) for term in terms}
    counted = [(len(stems & {stem(word.surface) for word in read_words(one.text)}), one) for one in sentences]
    most = max((count for count, _ in counted), default=0)
    return [sentence for count, sentence in counted if count == most]


def _about(figures: list[FigureRow], entity: str) -> list[FigureRow]:
    """Return figures in a name's sentences that count or measure, those first that are said of the name itself."""
    telling = [row for row in figures if row.kind not in DATING]
    return sorted(telling, key=lambda row: entity not in {part.entity for part in (row.subject, row.of) if part})


def _facts(places: Places, claims: list[ClaimRow]) -> Section:
    return Section("Facts", _lines(places, [(claim.sentence, _claim_words(claim)) for claim in claims]))


def _figures(places: Places, figures: list[FigureRow]) -> Section:
    return Section("Figures", _lines(places, [(figure.sentence, _figure_words(figure)) for figure in figures]))


def _lines(places: Places, told: list[tuple[SentenceRow, str]]) -> tuple[Line, ...]:
    """Return a line a sentence, with all that is told of it, in the order of its first."""
    by_id = {sentence.id: sentence for sentence, _ in told}
    words: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, said in told:
        words[sentence.id].append(said)
    return tuple(Line(places.of_sentence(by_id[id]), before="; ".join(_distinct(said))) for id, said in words.items())


def _distinct(said: list[str]) -> list[str]:
    """Leave out what another one says in the same words, only parted otherwise or with more of them."""
    first = {each.replace(PARTED, " ").casefold(): each for each in reversed(said)}
    longer = [words for words in first if not any(words != other and words in other for other in first)]
    return [first[words] for words in reversed(longer)]


def _quotes(places: Places, quotes: list[QuoteRow]) -> Section:
    lines = (Line(places.of_row(quote), before=_speaker(quote)) for quote in quotes)
    return Section("Quotes", tuple(lines))


def _claim_words(claim: ClaimRow) -> str:
    """Return a claim's parts in order, and who makes it."""
    parts = (claim.subject, claim.predicate, claim.object)
    words = PARTED.join(_words(part) for part in parts if part)
    doubts = [word for word, told in (("denied", claim.negated), ("not certain", claim.hedged)) if told]
    said = [f"according to {_words(claim.speaker)}"] if claim.speaker else []
    return words + (f" ({', '.join([*said, *doubts])})" if said or doubts else "")


def _figure_words(figure: FigureRow) -> str:
    of = figure.of or figure.subject
    period = f", {cleaned(figure.period.surface)}" if figure.period else ""
    return f"{cleaned(figure.surface)}{f': {_words(of)}' if of else ''}{period}"


def _speaker(quote: QuoteRow) -> str:
    if quote.speaker is None:
        return "Speaker not named"
    name = quote.speaker.name
    return (
        f"{cleaned(name)} ({_words(quote.speaker)})"
        if name and name != quote.speaker.surface
        else _words(quote.speaker)
    )


def _words(phrase: PhraseRow) -> str:
    return cleaned(phrase.full or phrase.surface)


def _when(first: str, last: str, words: str) -> str:
    when = first if first == last else f"{first} to {last}"
    return f"{when}: {cleaned(words)}" if words else f"{when}: article published"
