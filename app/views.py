"""Answers and articles as marked-up text: pure functions from records to inert HTML and to words for people.

Whatever comes from a document or a question goes through `app.marks.escape`. Imports no Streamlit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import urlencode

from app.marks import Mark, escape, marked, shorten, visible
from extract.types import Document
from kb.base.passages import Origin
from kb.base.rows import DocumentRow, SentenceRow
from kb.types import Answer, Citation, Conflict, Item

TITLE_LIMIT = 200  # characters of a title that are shown
DOUBTFUL = 0.75  # score of an answer, the share that is right among those as sure, below which its reader is warned
HEADLINE_LIMIT = 45  # characters of an answer that stands as a headline; a longer one, a sentence, stands smaller
ROWS_LIMIT = 100  # rows of a list that are shown
PASSAGE_LIMIT = 700  # characters of a paragraph that are shown on either side of a cited sentence
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
REFUSED = {  # reason: what happened, what to do next
    "empty-base": (
        "There are no articles here yet.",
        "Add some: every answer rests on the articles that you bring.",
    ),
    "unknown-name": (
        "A name in the question does not occur in your articles.",
        "Check its spelling, try another form of the name, or add articles that speak of it.",
    ),
    "no-evidence": (
        "No sentence in your articles speaks of this.",
        "Ask in other words, or add articles on the subject.",
    ),
    "weak-evidence": (
        "Some sentences come near, but none states the answer clearly enough to be cited.",
        "Ask for one thing at a time, name who or what you mean, or look at the nearest sentences yourself.",
    ),
}
DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
# Where Markdown takes an escaped text for an address nevertheless; a word joiner, which nobody sees, stands against it.
ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text: a paragraph, or the part of a long one around a sentence."""

    start: int
    text: str
    before: bool = False  # whether the paragraph goes on before it
    after: bool = False


def passage(text: str, sentences: Sequence[SentenceRow], *, start: int, end: int) -> Passage:
    """Return the paragraph that holds the characters from `start` to `end`, cut where it is very long.

    :param sentences: the document's, or at least those of that paragraph; without them the text's lines count.
    """
    first, last = _paragraph(text, sentences, start, end)
    low, high = max(first, start - PASSAGE_LIMIT), min(last, end + PASSAGE_LIMIT)
    if low > first:
        low = max(low, text.find(" ", low, start) + 1)
    if high < last:
        high = max(text.rfind(" ", end, high), end)
    return Passage(low, text[low:high], before=low > first, after=high < last)


def _paragraph(text: str, sentences: Sequence[SentenceRow], start: int, end: int) -> tuple[int, int]:
    number = next((each.paragraph for each in sentences if each.start <= start < each.end), None)
    if number is None:
        last = text.find("\n", end)
        return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last
    inside = [each for each in sentences if each.paragraph == number]
    return min(inside[0].start, start), max(inside[-1].end, end)


def answer_html(answer: Answer) -> str:
    """Return the short answer in large type; of a list or table, every row with its sentence."""
    if answer.items:
        return _rows_html(answer.items)
    text = (answer.text or "").capitalize() if answer.kind == "yes-no" else answer.text or ""
    size = "fn-long" if len(text) > HEADLINE_LIMIT else "fn-short"
    return f"<div class='fn-answer {size}'><p class='fn-kicker'>Answer</p><p>{escape(text)}</p></div>"


def _rows_html(items: Sequence[Item]) -> str:
    shown = f", the first {ROWS_LIMIT} shown" if len(items) > ROWS_LIMIT else ""
    return (
        f"<div class='fn-answer'><p class='fn-kicker'>Answer: {len(items):,} found{shown}</p>"
        f"<ol class='fn-rows'>{''.join(_row(item) for item in items[:ROWS_LIMIT])}</ol></div>"
    )


def _row(item: Item) -> str:
    text = escape(shorten(item.text, limit=TITLE_LIMIT))
    return f"<li><p class='fn-other'>{text}</p>{sentence_html(item.citations[0])}</li>"


def cited_html(citation: Citation, around: Passage) -> str:
    """Return a cited sentence marked inside its paragraph, the words that answer marked inside the sentence."""
    end = around.start + len(around.text)
    marks = [Mark(citation.start, citation.end, "sentence"), *_words(citation)]
    body = marked(around.text, marks, start=around.start, end=end, offset=around.start)
    body = f"{'… ' if around.before else ''}{body}{' …' if around.after else ''}"
    return (
        f"<figure class='fn-cited'><blockquote><p>{body}</p></blockquote>"
        f"<figcaption>{source_html(citation)}{_why(citation)}</figcaption></figure>"
    )


def sentence_html(citation: Citation) -> str:
    """Return a cited sentence by itself, with the words that answer marked and its source under it."""
    body = marked(citation.text, _words(citation), start=citation.start, end=citation.end, offset=citation.start)
    return (
        f"<figure class='fn-cited fn-alone'><blockquote><p>{body}</p></blockquote>"
        f"<figcaption>{source_html(citation)}{_why(citation)}</figcaption></figure>"
    )


def note_html(answer: Answer) -> str:
    """Return how an answer was reckoned or understood, where there is something to say; else ""."""
    return f"<p class='fn-lead fn-note'>{escape(answer.note)}</p>" if answer.note else ""


def why_html(answer: Answer) -> str:
    """Return what an answer rests on, how sure it is, and how that is known."""
    others = len({(citation.document, citation.start) for citation in answer.citations}) - 1
    why = (answer.citations[0].why or "").rstrip(".")
    told = same_words(why, answer.note)
    because = "This is what the best sentence gives" if told else "The best sentence was cited because of this"
    reasons = [
        f"{because}: {why}." if why else "",
        f"{others} other sentence{'s' * (others != 1)} came near as well." if others else "",
        answer.note if answer.note and not told else "",
        f"Of the answers to our test questions that were at least as sure, {answer.score:.0%} were right. "
        "Read the sentence before you rely on it.",
    ]
    return f"<ul class='fn-reasons'>{''.join(f'<li>{escape(reason)}</li>' for reason in reasons if reason)}</ul>"


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two remarks are the same but for a stop at the end, and not empty."""
    return bool(one and other) and (one or "").rstrip(".") == (other or "").rstrip(".")


def doubt_html(answer: Answer) -> str:
    """Return a warning beside an answer that is less sure than most; else ""."""
    if answer.score >= DOUBTFUL:
        return ""
    return (
        "<p class='fn-lead fn-doubt' role='note'>Less sure than most answers: of those to our test questions that were "
        f"at least as sure, only {answer.score:.0%} were right. See whether the sentence says it.</p>"
    )


def conflict_html(conflict: Conflict) -> str:
    """Return another value that the sources give, with its sentence."""
    return f"<p class='fn-other'>{escape(conflict.text)}</p>{sentence_html(conflict.citation)}"


def refusal_html(answer: Answer, *, unknown: str | None = None) -> str:
    """Return why there is no answer and what to do next, in words.

    :param unknown: the name in the question that the articles do not hold, if it is known.
    """
    happened, remedy = REFUSED[answer.reason or "no-evidence"]
    if unknown:
        happened = f"The name “{shorten(unknown, limit=TITLE_LIMIT)}” does not occur in your articles."
    return (
        "<div class='fn-refusal' role='status'><p class='fn-kicker'>No answer</p>"
        f"<p>{escape(happened)}</p><p class='fn-remedy'>{escape(remedy)}</p></div>"
    )


def nearest_html(answer: Answer) -> str:
    """Return the sentences nearest to a question without an answer, with no words marked: none of them answers."""
    return "".join(
        sentence_html(replace(citation, answer_start=None, answer_end=None)) for citation in answer.citations
    )


def _words(citation: Citation) -> list[Mark]:
    if citation.answer_start is None or citation.answer_end is None:
        return []
    return [Mark(citation.answer_start, citation.answer_end, "words")]


def _why(citation: Citation) -> str:
    return f"<span class='fn-why'>Why: {escape(citation.why)}</span>" if citation.why else ""


def source_html(citation: Citation) -> str:
    """Return title, publication and date of a citation, linked to its sentence in the article."""
    title = escape(shorten(citation.title or file_words(citation.source), limit=TITLE_LIMIT) or "Untitled")
    address = escape(article_link(citation.document, start=citation.start, end=citation.end))
    return f"<span class='fn-source'><a href='{address}'><bdi>{title}</bdi></a>{origin_html(citation)}</span>"


def source_words(source: str) -> str:
    """Return where a document came from, for people: uploads and pasted texts have made-up sources."""
    if source.startswith("paste:"):
        return "pasted text"
    return source.split("/", 1)[-1] if source.startswith("upload:") else source


def file_words(source: str) -> str:
    """Return the name of the file, or the whole address, that a document without a title came from."""
    words = source_words(source)
    return words if "://" in words else PurePath(words).name


def origin_html(record: Citation | Document | DocumentRow | Origin) -> str:
    """Return publication and date, each led by a dot, as far as they are known."""
    parts = [record.publication and shorten(record.publication, limit=TITLE_LIMIT), spoken_date(record.published)]
    return "".join(f" · <bdi>{escape(part)}</bdi>" for part in parts if part)


def article_link(document: str, *, start: int | None = None, end: int | None = None) -> str:
    """Return the address of an article in the app, at a sentence if `start` and `end` are given."""
    span = {} if start is None or end is None else {"start": start, "end": end}
    return f"article?{urlencode({'id': document} | span)}"


def spoken_date(iso: str | None) -> str:
    """Return "2002-08-19" as "19 August 2002", "2002-08" as "August 2002"; anything else as it is, `None` as ""."""
    year, month, day = ([*(iso or "").split("-"), "", ""])[:3]
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return iso or ""
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month) - 1], year) if part)


def is_day(text: str) -> bool:
    """Whether a text is an ISO date, or the year or month that begins one."""
    return bool(DAY.fullmatch(text))


def question_link(question: str) -> str:
    """Return the address of a question in the app, behind that of the app itself."""
    return f"?{urlencode({'q': question})}"


def citation_text(citation: Citation) -> str:
    """Return a citation as plain text to paste: the exact sentence on its own line, then its source."""
    return cited_text(citation.text, citation)


def cited_text(sentence: str, origin: Citation | Document) -> str:
    """Return a sentence as plain text to paste, on its own line, with its source below; unseen characters shown."""
    title = shorten(origin.title or "", limit=TITLE_LIMIT)
    url = origin.url if isinstance(origin, Document) else None
    parts = (title, origin.publication, spoken_date(origin.published), url or file_words(origin.source))
    return visible(f"{sentence}\n— {', '.join(part for part in parts if part)}")


def copy_text(answer: Answer) -> str:
    """Return question, answer and what supports it as plain text to paste: one citation, or those of every row."""
    supporting = [item.citations[0] for item in answer.items] or answer.citations[:1]
    cited = "\n\n".join(map(citation_text, dict.fromkeys(supporting)))
    return f"{answer.question}\n{answer.text}\n\n{cited}"


def label(text: str, *, limit: int = 90) -> str:
    """Return a text as the label of a widget, which reads Markdown: shortened, all signs escaped, no address a link."""
    return MARKDOWN.sub(r"\\\1", ADDRESS.sub("\u2060", visible(shorten(text, limit=limit))))


def choice(text: str, *, limit: int = 90) -> str:
    """Return a text as a choice in a list, where Markdown is not read: shortened, unseen characters shown."""
    return visible(shorten(text, limit=limit))
