"""Answers and extractions as text for people at a terminal, without any raw control character of a document."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.marks import shorten, visible
from app.views import REFUSED, spoken_date
from extract.types import Claim, Extraction, Figure, Mention, Phrase, Quote, Referent
from kb.base.rows import (
    ClaimRow,
    DocumentRow,
    EntityRow,
    FigureRow,
    PhraseRow,
    QuoteRow,
    SentenceRow,
    Shown,
)
from kb.types import Answer, Citation

WIDTH = 100  # characters of a line
CELL = 60  # characters of a cell in a table

Found = FigureRow | QuoteRow | ClaimRow


def answer_lines(answer: Answer) -> Iterator[str]:
    """Yield the question, its short answer or why there is none, then the sentences that it rests on."""
    yield from wrapped(f"Question: {answer.question}")
    yield ""
    yield from _headline(answer)
    if answer.abstained and answer.citations:
        yield ""
        yield "The nearest sentences, which do not answer the question:"
    for number, citation in enumerate(answer.citations, 1):
        yield ""
        yield from citation_lines(citation, number)
    if answer.conflicts:
        yield ""
        yield "Other articles differ:"
    for conflict in answer.conflicts:
        yield ""
        yield from wrapped(conflict.text, "  ")
        yield from citation_lines(conflict.citation)


def _headline(answer: Answer) -> Iterator[str]:
    if answer.reason is not None:
        happened, remedy = REFUSED[answer.reason]
        yield from wrapped(f"{happened} {remedy}")
    else:
        yield from wrapped(answer.text or "")
    if answer.note:
        yield from wrapped(answer.note)
    for item in answer.items:
        yield from wrapped(f"- {item.text} ({origin(item.citations[0])})", "  ", hanging=2)


def citation_lines(citation: Citation, number: int | None = None) -> Iterator[str]:
    """Yield a cited sentence, then where it stands, as document:start-end."""
    head = "" if number is None else f"{number}. "
    yield from wrapped(f"{head}“{citation.text}”", "  ", hanging=len(head))
    indent = "  " + " " * len(head)
    yield from wrapped(f"{origin(citation)}", indent)
    yield from wrapped(f"{_near(citation.source)}, characters {citation.start} to {citation.end}", indent)


def _near(source: str) -> str:
    """Give a path from the current folder where it lies in that, anything else as it is."""
    path, here = Path(source), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else source


def origin(citation: Citation) -> str:
    """Give title, publication and date of a citation on one line."""
    parts = (citation.title or "Untitled", citation.publication, spoken_date(citation.published))
    return ", ".join(part for part in parts if part)


def extraction_lines(extraction: Extraction, name: str) -> Iterator[str]:
    """Yield what one text says: its names, figures, quotes and claims."""
    yield from wrapped(f"{name}: {len(extraction.sentences)} sentences")
    yield from _section("Names", _names(extraction.referents, extraction.mentions))
    yield from _section("Figures", map(figure_line, extraction.figures))
    yield from _section("Quotes", map(quote_line, extraction.quotes))
    yield from _section("Claims", map(claim_line, extraction.claims))


def shown_lines(shown: Shown) -> Iterator[str]:
    """Yield everything known about one document, sentence or entity, but a document's text."""
    if shown.document:
        known = {key: value for key, value in asdict(shown.document).items() if key != "text"}
        yield from wrapped(shown.document.title or "Untitled")
        yield from (line for key, value in known.items() if value for line in wrapped(f"{key}: {value}", "  "))
    if shown.sentence:
        yield from sentence_lines(shown.sentence)
    if shown.entity:
        yield from entity_lines([shown.entity])
    names = Counter((mention.name or mention.surface, mention.label) for mention in shown.mentions)
    yield from _section("Names", (f"{name} ({label}, {times(count)})" for (name, label), count in names.items()))
    yield from _section("Figures", map(figure_line, shown.figures))
    yield from _section("Quotes", map(quote_line, shown.quotes))
    yield from _section("Claims", map(claim_line, shown.claims))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield title
        yield from wrapped(line, "  ", hanging=2)


def _names(referents: Iterable[Referent], mentions: Iterable[Mention]) -> Iterator[str]:
    counts = Counter(mention.entity for mention in mentions)
    for referent in referents:
        yield f"{referent.name} ({referent.label}, {times(counts[referent.id])})"


def times(count: int) -> str:
    """Give a number of times in words."""
    return "once" if count == 1 else f"{count} times"


def found_lines(rows: Iterable[Found], line: Callable[[Any], str]) -> Iterator[str]:
    """Yield stored records, each with its sentence and where that stands."""
    for row in rows:
        yield from wrapped(line(row))
        yield from sentence_lines(row.sentence)
        yield ""


def sentence_lines(sentence: SentenceRow) -> Iterator[str]:
    """Yield a sentence, then its article and its id."""
    yield from wrapped(f"“{sentence.text}”", "  ")
    yield from wrapped(f"{sentence.title or 'Untitled'}, sentence {sentence.id}", "  ")


def document_lines(rows: Iterable[DocumentRow]) -> Iterator[str]:
    """Yield documents as a table."""
    head = ("id", "published", "sentences", "title", "source")
    return _table(head, ((row.id, row.published, row.sentences, _titled(row), row.source) for row in rows))


def _titled(row: DocumentRow) -> str:
    copied = f"(copy of {row.original})" if row.original not in (None, row.id) else ""
    return " ".join(part for part in (shorten(row.title or "", limit=CELL - len(copied) - 1), copied) if part)


def entity_lines(rows: Iterable[EntityRow]) -> Iterator[str]:
    """Yield entities as a table."""
    head = ("id", "kind", "articles", "mentions", "name", "also named")
    cells = ((row.id, row.label, row.documents, row.mentions, row.name, "; ".join(row.aliases)) for row in rows)
    return _table(head, cells)


def figure_line(figure: Figure | FigureRow) -> str:
    """Give a figure with what it measures on one line."""
    high = "" if figure.value_high is None else f" to {figure.value_high:,.10g}"
    unit = f" {figure.unit}" if figure.unit else ""
    words = [f"{figure.surface} = {figure.value:,.10g}{high}{unit} ({figure.kind})"]
    words += [f"of {_words(figure.of)}"] if figure.of else []
    words += [f"for {_words(figure.subject)}"] if figure.subject and not _same(figure.subject, figure.of) else []
    words += [f"in {figure.period.surface}"] if figure.period else []
    return " ".join(words)


def _same(one: Phrase | PhraseRow, other: Phrase | PhraseRow | None) -> bool:
    return other is not None and (one.start, one.end) == (other.start, other.end)


def quote_line(quote: Quote | QuoteRow) -> str:
    """Give a quote with its speaker on one line."""
    speaker = _words(quote.speaker) if quote.speaker else "Unknown speaker"
    return f"{speaker}: “{quote.surface}”" if quote.direct else f"{speaker}, not word for word: {quote.surface}"


def claim_line(claim: Claim | ClaimRow) -> str:
    """Give a claim's parts on one line, and who says it."""
    parts = [_words(part) for part in (claim.subject, claim.predicate, claim.object) if part]
    parts += [f"({argument.surface})" for argument in claim.arguments]
    notes = [f"according to {_words(claim.speaker)}"] if claim.speaker else []
    notes += [word for word in ("negated", "hedged") if getattr(claim, word)]
    return " | ".join(parts) + (f" [{', '.join(notes)}]" if notes else "")


def _words(phrase: Phrase | PhraseRow) -> str:
    return phrase.full or phrase.surface


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    """Yield rows as columns as wide as their widest cell; the last column is as long as it is."""
    texts = [tuple("" if cell is None else visible(shorten(str(cell), limit=CELL)) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *texts, strict=True)]
    for row in (head, *texts) if texts else ():
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def wrapped(text: str, indent: str = "", *, hanging: int = 0) -> list[str]:
    """Give a text as lines of at most WIDTH characters, white space made one space, unseen characters shown."""
    return textwrap.wrap(
        visible(" ".join(text.split())),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
