"""Quotes as marked-up text and as CSV: who said what, about whom, when. Imports no Streamlit."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from app.citing import keep_html
from app.found import wording
from app.marks import Mark, escape, marked, shorten
from app.profiles import entity_link
from app.views import TITLE_LIMIT, article_link, origin_html
from kb.base.passages import Origin
from kb.base.rows import PhraseRow, QuoteRow
from kb.exports.tables import harmless

QUOTE_LIMIT = 1200  # characters of a quote that are shown
ABOUT_LIMIT = 8  # names
COLUMNS = (
    "speaker", "quote", "word_for_word", "cue", "about", "sentence", "title", "publication", "published", "source",
    "document", "start", "end",
)  # fmt: skip

Named = Mapping[int, Sequence[tuple[str, str]]]
Origins = Mapping[str, Origin]


def said_html(quotes: Sequence[QuoteRow], about: Named, origins: Origins) -> str:
    """Return quotes, each with its speaker, the names in it, and its article.

    :param about: id and name of the entities named in each quote, by its id.
    """
    return "".join(_said(quote, about.get(quote.id, ()), origins) for quote in quotes)


def _said(quote: QuoteRow, about: Sequence[tuple[str, str]], origins: Origins) -> str:
    sentence = quote.sentence
    low, high = min(sentence.start, quote.start), max(sentence.end, quote.end)
    text = sentence.text + quote.surface[max(0, sentence.end - quote.start) :]  # a quote may run on beyond its sentence
    if len(text) != high - low:
        text, low, high = quote.surface, quote.start, quote.end
    end = min(high, low + QUOTE_LIMIT)
    body = marked(text, [Mark(quote.start, quote.end, "words")], start=low, end=end, offset=low)
    cut = " …" if end < high else ""
    return (
        f"<figure class='fn-cited fn-alone fn-said'><p class='fn-speaker'>{speaker_html(quote)}</p>"
        f"<blockquote><p dir='auto'>{body}{cut}</p></blockquote>"
        f"<figcaption>{_about(about)}{_source(quote, origins)}</figcaption></figure>"
    )


def speaker_html(quote: QuoteRow) -> str:
    """Return who said the words of a quote, linked to the name's page, and whether they are word for word."""
    speaker = quote.speaker
    how = "" if quote.direct else " <span class='fn-why'>in other words</span>"
    if speaker is None:
        return f"<span class='fn-why'>Speaker not found</span>{how}"
    name = f"<bdi>{escape(shorten(speaker.name or wording(speaker), limit=TITLE_LIMIT))}</bdi>"
    linked = f"<a href='{escape(entity_link(speaker.entity))}'>{name}</a>" if speaker.entity else name
    return f"{linked}{how}"


def _about(about: Sequence[tuple[str, str]]) -> str:
    links = [
        f"<a href='{escape(entity_link(id))}'><bdi>{escape(shorten(name, limit=TITLE_LIMIT))}</bdi></a>"
        for id, name in about[:ABOUT_LIMIT]
    ]
    return f"<span class='fn-about'>About {', '.join(links)}</span>" if links else ""


def _source(quote: QuoteRow, origins: Origins) -> str:
    sentence = quote.sentence
    title = escape(shorten(sentence.title or "", limit=TITLE_LIMIT) or "Untitled")
    address = escape(article_link(sentence.document, start=sentence.start, end=sentence.end))
    document = origins.get(sentence.document)
    origin = origin_html(document) if document else ""
    keep = keep_html(f"quote:{quote.id}", told=quote.surface)
    return f"<span class='fn-source'><a href='{address}'><bdi>{title}</bdi></a>{origin} · {keep}</span>"


def quotes_csv(quotes: Sequence[QuoteRow], about: Named, origins: Origins) -> bytes:
    """Return quotes as CSV in UTF-8; a text that a spreadsheet would take for a formula gets a ' before it."""
    written = io.StringIO()
    write = csv.writer(written, lineterminator="\r\n").writerow
    write(COLUMNS)
    for quote in quotes:
        cells = _cells(quote, about.get(quote.id, ()), origins.get(quote.sentence.document))
        write([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    return ("\ufeff" + written.getvalue()).encode("utf-8", "backslashreplace")  # by the mark Excel knows UTF-8


def _cells(quote: QuoteRow, about: Sequence[tuple[str, str]], origin: Origin | None) -> tuple[str | int, ...]:
    told = (origin.publication, origin.published, origin.source) if origin else ()
    return (
        _words(quote.speaker), quote.surface, "yes" if quote.direct else "no", _words(quote.cue),
        "; ".join(name for _, name in about), quote.sentence.text, quote.sentence.title or "",
        *(part or "" for part in told), quote.sentence.document, quote.start, quote.end,
    )  # fmt: skip


def _words(phrase: PhraseRow | None) -> str:
    return "" if phrase is None else phrase.name or wording(phrase)
