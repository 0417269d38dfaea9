"""Articles as marked-up text: rows of the list, the head of an article, its text in parts. Imports no Streamlit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.marks import Mark, escape, marked, shorten
from app.views import TITLE_LIMIT, article_link, file_words, origin_html, source_words
from extract.types import Document
from kb.base.outcomes import Outcome
from kb.base.rows import DocumentRow, SentenceRow

PART_LIMIT = 40_000  # characters shown at once: about 6,500 words, which a browser lays out without a pause
HEADING_LIMIT = 80  # characters
LISTED = 50  # outcomes of one addition that are shown
REASON_LIMIT = 300  # characters
VERBS = frozenset("is are was has have holds cannot could".split())  # with which a reason goes on from a name
OUTCOME_WORDS = {
    "added": "Added",
    "replaced": "Replaced",
    "skipped": "Already here",
    "failed": "Not added",
    "removed": "Removed",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The bounds of a paragraph."""

    start: int
    end: int


def paragraphs(text: str, sentences: Sequence[SentenceRow]) -> list[Paragraph]:
    """Return the paragraphs of a text in order, from its sentences; without sentences every line is one."""
    if not sentences:
        return list(_lines(text))
    found: list[Paragraph] = []
    number = -1
    for sentence in sentences:
        if sentence.paragraph == number:
            found[-1] = Paragraph(found[-1].start, sentence.end)
        else:
            found.append(Paragraph(sentence.start, sentence.end))
        number = sentence.paragraph
    return found


def _lines(text: str) -> Iterable[Paragraph]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Paragraph(start, start + len(line.rstrip()))
        start += len(line)


def parts(found: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return paragraphs grouped into parts that a browser shows at once; at least one part, each in text order."""
    grouped: list[list[Paragraph]] = [[]]
    for paragraph in (piece for whole in found for piece in _cut(whole)):
        if grouped[-1] and paragraph.end - grouped[-1][0].start > PART_LIMIT:
            grouped.append([])
        grouped[-1].append(paragraph)
    return grouped


def _cut(paragraph: Paragraph) -> Iterable[Paragraph]:
    for start in range(paragraph.start, paragraph.end, PART_LIMIT):
        yield Paragraph(start, min(start + PART_LIMIT, paragraph.end))


def part_at(grouped: Sequence[Sequence[Paragraph]], start: int) -> int:
    """Return the number, from 0, of the part that holds the character at `start`; 0 when none does."""
    return next((number for number, part in enumerate(grouped) if part and start < part[-1].end), 0)


def text_html(text: str, part: Sequence[Paragraph], marks: Sequence[Mark]) -> str:
    """Return one part of an article with its marks."""
    first, last = (part[0].start, part[-1].end) if part else (0, 0)
    near = [mark for mark in marks if mark.start < last and mark.end > first]
    body = "".join(_paragraph(text, each, near) for each in part)
    return f"<div class='fn-text' dir='auto'>{body}</div>"


def _paragraph(text: str, bounds: Paragraph, marks: Sequence[Mark]) -> str:
    """Return a paragraph; a short line that ends like no sentence is shown as a heading."""
    words = text[bounds.start : bounds.end]
    heading = len(words) <= HEADING_LIMIT and "\n" not in words and words[-1:].isalnum()
    body = marked(text, marks, start=bounds.start, end=bounds.end)
    return f"<p class='fn-heading'>{body}</p>" if heading else f"<p>{body}</p>"


def list_html(articles: Sequence[DocumentRow]) -> str:
    """Return rows of the list of articles."""
    return f"<ul class='fn-list'>{''.join(_row(article) for article in articles)}</ul>"


def _row(article: DocumentRow) -> str:
    language = "" if article.language == "en" else f" · not in English ({escape(article.language)}): searchable only"
    size = f"{article.sentences:,} sentence{'s' * (article.sentences != 1)}"
    return (
        f"<li><a href='{escape(article_link(article.id))}'><bdi>{escape(shown_title(article))}</bdi></a>"
        f"<span class='fn-meta'>{size}{origin_html(article)}{language}{_copy(article)}</span></li>"
    )


def _copy(article: DocumentRow) -> str:
    """Return that an article is nearly the same as another, with the way to that."""
    if article.original in (None, article.id):
        return ""
    return f" · <a href='{escape(article_link(article.original))}'>nearly the same as an earlier article</a>"


def head_html(document: Document) -> str:
    """Return the head of an article: publication and date, title, author, where it came from."""
    author = escape(shorten(document.author or "", limit=TITLE_LIMIT))
    byline = f"<p class='fn-byline'>By <bdi>{author}</bdi></p>" if author else ""
    return (
        f"<header class='fn-head'><p class='fn-kicker'>Article{origin_html(document)}</p>"
        f"<h1 dir='auto'>{escape(shown_title(document))}</h1>{byline}"
        f"<p class='fn-where'>{_where(document)}</p></header>"
    )


def shown_title(document: Document | DocumentRow) -> str:
    """Return the title of an article on one line, shortened; the name of its file when it has none."""
    names = (document.title or "", file_words(document.source))
    return next((line for line in (shorten(name, limit=TITLE_LIMIT) for name in names) if line), "Untitled")


def _where(document: Document) -> str:
    source = escape(shorten(document.url or source_words(document.source), limit=TITLE_LIMIT))
    if document.url and urlsplit(document.url).scheme in ("http", "https"):
        return f"From <a href='{escape(document.url)}' rel='noopener noreferrer'>{source}</a>"
    return f"From {source}"


def outcome_html(name: str, outcomes: Sequence[Outcome]) -> str:
    """Return what became of what one file or folder brought: links to what was added, reasons for the rest."""
    called = f"<bdi>{escape(shorten(name, limit=TITLE_LIMIT))}</bdi>"
    heading = f"<p>{called}: {outcome_counts(outcomes)}.</p>" if len(outcomes) != 1 else ""
    listed = outcomes if len(outcomes) <= LISTED else [outcome for outcome in outcomes if outcome.reason]
    rows = "".join(_outcome(outcome, name) for outcome in listed[:LISTED])
    more = len(listed) - LISTED
    rest = f"<li>… and {more:,} more. The command line lists them all: kb add</li>" if more > 0 else ""
    return f"{heading}<ul class='fn-added'>{rows}{rest}</ul>"


def _outcome(outcome: Outcome, given: str) -> str:
    called = given if outcome.source.startswith("paste:") else source_words(outcome.source)
    name = f"<bdi>{escape(shorten(called, limit=TITLE_LIMIT))}</bdi>"
    if outcome.document and outcome.what in ("added", "replaced", "skipped"):
        name = f"<a href='{escape(article_link(outcome.document))}'>{name}</a>"
    reason = escape(shorten(outcome.reason, limit=REASON_LIMIT)) if outcome.reason else ""
    joint = " " if reason.split(" ")[0] in VERBS else ": "  # "a.pdf is a broken PDF", but "a.txt: unchanged"
    return (
        f"<li class='fn-{outcome.what}'><b>{OUTCOME_WORDS[outcome.what]}</b> {name}{joint * bool(reason)}{reason}</li>"
    )


def outcome_counts(outcomes: Iterable[Outcome]) -> str:
    """Return how many documents were added, replaced, skipped, failed and removed, in words."""
    counts = Counter(outcome.what for outcome in outcomes)
    parts = (f"{counts[what]:,} {words.lower()}" for what, words in OUTCOME_WORDS.items() if counts[what])
    return ", ".join(parts) or "nothing to read there"
