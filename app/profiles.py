"""Entities as marked-up text: rows of their list, and what the articles say of one. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from app.found import LABEL_WORDS, figure_note, quote_note
from app.marks import Mark, escape, marked, shorten
from app.views import TITLE_LIMIT, article_link
from kb.rows import EntityRow, FigureRow, MentionRow, QuoteRow, SentenceRow

ALIASES_SHOWN = 8


def entity_link(entity: str) -> str:
    """Return the address of an entity in the app."""
    return f"entity?{urlencode({'id': entity})}"


def entities_html(entities: Sequence[EntityRow]) -> str:
    """Return rows of the list of entities."""
    return f"<ul class='fn-list'>{''.join(_row(entity) for entity in entities)}</ul>"


def _row(entity: EntityRow) -> str:
    kind = escape(LABEL_WORDS.get(entity.label, entity.label))
    return (
        f"<li><a href='{escape(entity_link(entity.id))}'><bdi>{_name(entity.name)}</bdi></a>"
        f"<span class='fn-meta'>{kind} · {_extent(entity)}{_aliases(entity)}</span></li>"
    )


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
    return "".join(_sentence(sentence, marks[id], notes[id]) for id, sentence in sentences.items())


def _sentence(sentence: SentenceRow, marks: Sequence[Mark], notes: Sequence[str]) -> str:
    body = marked(sentence.text, marks, start=sentence.start, end=sentence.end, offset=sentence.start)
    title = escape(shorten(sentence.title or "", limit=TITLE_LIMIT) or "Untitled")
    address = escape(article_link(sentence.document, start=sentence.start, end=sentence.end))
    told = "".join(f"<span class='fn-why'>{escape(note)}</span>" for note in notes)
    source = f"<span class='fn-source'><a href='{address}'><bdi>{title}</bdi></a></span>"
    return (
        f"<figure class='fn-cited fn-alone'><blockquote><p>{body}</p></blockquote>"
        f"<figcaption>{source}{told}</figcaption></figure>"
    )


def _name(name: str) -> str:
    return escape(shorten(name, limit=TITLE_LIMIT) or "?")


def _extent(entity: EntityRow) -> str:
    articles = f"{entity.documents:,} article{'s' * (entity.documents != 1)}"
    return f"named {entity.mentions:,} time{'s' * (entity.mentions != 1)} in {articles}"


def _aliases(entity: EntityRow) -> str:
    shown = [f"<bdi>{_name(name)}</bdi>" for name in entity.aliases[:ALIASES_SHOWN]]
    more = f" and {len(entity.aliases) - ALIASES_SHOWN} more" if len(entity.aliases) > ALIASES_SHOWN else ""
    return f" · also {', '.join(shown)}{more}" if shown else ""
