"""The citation desk as marked-up text: pure functions from entries to inert HTML. Imports no Streamlit."""

from __future__ import annotations

from urllib.parse import urlencode

from app.marks import Mark, escape, marked, shorten
from app.views import TITLE_LIMIT, article_link, file_words, spoken_date
from kb.citations.entry import REMOVED, STATE_WORDS, Entry

SENTENCE_LIMIT = 2_000  # characters of a sentence that are shown; exports have all
KEPT_LIMIT = 60  # characters of what is kept that are told
FORMAT_WORDS = {
    "docx": "Word document with footnotes",
    "html": "Web page that opens sources at the sentence",
    "md": "Markdown with footnotes",
    "text": "Plain text",
    "csl-json": "CSL-JSON, for Zotero",
    "bibtex": "BibTeX",
    "ris": "RIS, for EndNote and Mendeley",
    "xlsx": "Excel table",
    "csv": "CSV table",
    "jsonld": "Web annotations (JSON-LD)",
}
STYLE_WORDS = {
    "chicago-notes": "Chicago, notes",
    "chicago": "Chicago, author and date",
    "apa": "APA",
    "mla": "MLA",
    "ieee": "IEEE",
    "harvard": "Harvard",
}
OWN_STYLE = "own"
OWN_STYLE_WORDS = "A CSL file of mine"


def entry_html(entry: Entry, *, place: int | None = None) -> str:
    """Return a list's item: its sentence with the cited words marked, its source, note, and whether it still stands.

    :param place: its number in the list, by which the buttons under it call it.
    """
    end = min(entry.sentence_end, entry.sentence_start + SENTENCE_LIMIT)
    shown = entry.sentence[: end - entry.sentence_start]
    marks = [] if entry.kind == "sentence" else [Mark(entry.start, entry.end, "words")]
    body = marked(shown, marks, start=entry.sentence_start, end=end, offset=entry.sentence_start)
    more = " …" if end < entry.sentence_end else ""
    off = STATE_WORDS[entry.state]
    state = f"<span class='fn-why' role='note'>{escape(off[0].upper() + off[1:])}.</span>" if off else ""
    note = f"<span class='fn-why'>{escape(shorten(entry.note, limit=SENTENCE_LIMIT))}</span>" if entry.note else ""
    number = f"<b>{place}.</b> " if place else ""
    return (
        f"<figure class='fn-cited fn-alone'><blockquote><p>{number}{body}{more}</p></blockquote>"
        f"<figcaption>{_source(entry)}{note}{state}</figcaption></figure>"
    )


def _source(entry: Entry) -> str:
    """Return title, publication, date and place, linked to the words in the article while it is there."""
    title = f"<bdi>{escape(shorten(entry.title or file_words(entry.source), limit=TITLE_LIMIT) or 'Untitled')}</bdi>"
    if entry.state != REMOVED:
        address = article_link(entry.document, start=entry.sentence_start, end=entry.sentence_end)
        title = f"<a href='{escape(address)}'>{title}</a>"
    publication = entry.publication and shorten(entry.publication, limit=TITLE_LIMIT)
    parts = [publication, spoken_date(entry.published), entry.place]
    return f"<span class='fn-source'>{title}{''.join(f' · <bdi>{escape(part)}</bdi>' for part in parts if part)}</span>"


def keep_html(given: str, *, told: str | None = None) -> str:
    """Return the link that leads to the Citations page with what is to be kept: a question, or a record's id.

    :param told: the words that are kept, where there are many such links on a page: it is short then, and says which.
    """
    link = f"<a class='fn-keep' href='{escape('citations?' + urlencode({'given': given}))}'"
    if told is None:
        return f"{link}>Keep in a list of citations</a>"
    words = escape(f"Keep “{shorten(told, limit=KEPT_LIMIT)}” in a list of citations")
    return f"{link} aria-label='{words}' title='{words}'>Keep</a>"


def heading_html(heading: str) -> str:
    """Return a heading that items stand under."""
    return f"<p class='fn-other'><bdi>{escape(shorten(heading, limit=TITLE_LIMIT))}</bdi></p>"


def file_name(name: str, ending: str) -> str:
    """Return a name for a file that every system takes: letters, digits and hyphens."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in name)
    return f"{'-'.join(kept.split())[:60].lower() or 'citations'}.{ending}"
