"""Entities as marked-up text: rows of their list, and what the articles say of one. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlencode

from app.found import LABEL_WORDS, claim_note, figure_note, quote_note
from app.marks import Mark, escape, marked, shorten
from app.views import TITLE_LIMIT, article_link
from kb.base.rows import ClaimRow, EntityRow, FigureRow, MentionRow, QuoteRow, SentenceRow

ALIASES_SHOWN = 8


def entity_link(entity: str) -> str:
    """Return the address of an entity in the app."""
    return f"entity?{urlencode({'id': entity})}"


def entities_html(
    entities: Sequence[EntityRow], *, link: Callable[[str], str] = entity_link, told: Sequence[str] | None = None
) -> str:
    """Return rows of the list of entities.

    :param link: gives the address that the name of an entity with this id leads to.
    :param told: what is told of each, in place of its kind, how often it is named, and its other names.
    """
    known = [escape(words) for words in told] if told is not None else [_known(entity) for entity in entities]
    rows = (
        f"<li><a href='{escape(link(entity.id))}'><bdi>{_name(entity.name)}</bdi></a>"
        f"<span class='fn-meta'>{words}</span></li>"
        for entity, words in zip(entities, known, strict=True)
    )
    return f"<ul class='fn-list'>{''.join(rows)}</ul>"


def _known(entity: EntityRow) -> str:
    kind = escape(LABEL_WORDS.get(entity.label, entity.label))
    return f"{kind} · {_extent(entity)}{_aliases(entity)}"


def entity_head_html(entity: EntityRow) -> str:
    """Return the head of an entity's page: kind, name, other names, how often it is named."""
    kind = escape(LABEL_WORDS.get(entity.label, entity.label))
    return (
        f"<header class='fn-head'><p class='fn-kicker'>{kind}</p><h1 dir='auto'>{_name(entity.name)}</h1>"
        f"<p class='fn-where'>{_extent(entity)}{_aliases(entity)}</p></header>"
    )


def names_html(entities: Sequence[EntityRow]) -> str:
    """Return names in one line, each linked to its entity's page."""
    links = (f"<a href='{escape(entity_link(entity.id))}'><bdi>{_name(entity.name)}</bdi></a>" for entity in entities)
    return f"<p class='fn-names'>{' · '.join(links)}</p>"


def mentions_html(mentions: Iterable[MentionRow]) -> str:
    """Return the sentences that hold the mentions, each once, with the mentions marked."""
    return _sentences((mention, "") for mention in mentions)


def figures_html(figures: Iterable[FigureRow]) -> str:
    """Return the sentences of figures, each once, with the figures marked and told in words."""
    return _sentences((figure, figure_note(figure)) for figure in figures)


def quotes_html(quotes: Iterable[QuoteRow]) -> str:
    """Return the sentences of quotes, each once, with the quoted words marked."""
    return _sentences((quote, quote_note(quote)) for quote in quotes)


def claims_html(claims: Iterable[ClaimRow]) -> str:
    """Return the sentences of claims, each once, with what is said marked and told in words part by part."""
    sentences: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        sentences.setdefault(claim.sentence.id, []).append(claim)
    return "".join(_claimed(rows) for rows in sentences.values())


def _claimed(claims: Sequence[ClaimRow]) -> str:
    marks = [Mark(claim.predicate.start, claim.predicate.end, "words") for claim in claims]
    notes = dict.fromkeys(claim_note(claim).removeprefix("Claim: ") for claim in claims)
    return cited_sentence_html(claims[0].sentence, marks, list(notes))


def _sentences(found: Iterable[tuple[MentionRow | FigureRow | QuoteRow, str]]) -> str:
    """Return sentences in the order of what was found in them, each with all of that and its notes."""
    sentences: dict[str, SentenceRow] = {}
    marks: dict[str, list[Mark]] = {}
    notes: dict[str, list[str]] = {}
    for record, note in found:
        id = record.sentence.id
        sentences[id] = record.sentence
        marks.setdefault(id, []).append(Mark(record.start, record.end, "words"))
        notes.setdefault(id, []).extend([note] if note else [])
    return "".join(cited_sentence_html(sentence, marks[id], notes[id]) for id, sentence in sentences.items())


def cited_sentence_html(
    sentence: SentenceRow, marks: Sequence[Mark], notes: Sequence[str], *, short: bool = False
) -> str:
    """Return a sentence with its marks, its article and notes under it; only these when it is `short`."""
    body = marked(sentence.text, marks, start=sentence.start, end=sentence.end, offset=sentence.start)
    title = escape(shorten(sentence.title or "", limit=TITLE_LIMIT) or "Untitled")
    address = escape(article_link(sentence.document, start=sentence.start, end=sentence.end))
    told = "".join(f"<span class='fn-why'>{escape(note)}</span>" for note in notes)
    source = f"<span class='fn-source'><a href='{address}'><bdi>{title}</bdi></a></span>"
    quoted = "" if short else f"<blockquote><p>{body}</p></blockquote>"
    return f"<figure class='fn-cited fn-alone'>{quoted}<figcaption>{source}{told}</figcaption></figure>"


def _name(name: str) -> str:
    return escape(shorten(name, limit=TITLE_LIMIT) or "?")


def _extent(entity: EntityRow) -> str:
    articles = f"{entity.documents:,} article{'s' * (entity.documents != 1)}"
    return f"named {entity.mentions:,} time{'s' * (entity.mentions != 1)} in {articles}"


def _aliases(entity: EntityRow) -> str:
    shown = [f"<bdi>{_name(name)}</bdi>" for name in entity.aliases[:ALIASES_SHOWN]]
    more = f" and {len(entity.aliases) - ALIASES_SHOWN} more" if len(entity.aliases) > ALIASES_SHOWN else ""
    return f" · also {', '.join(shown)}{more}" if shown else ""
