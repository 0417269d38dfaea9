"""Records as the JSON that scripts read: the shapes that the README documents and tests pin."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Protocol

from extract.types import (
    Argument,
    Claim,
    Document,
    Extraction,
    Figure,
    Mention,
    Period,
    Phrase,
    Quote,
    Referent,
    Sentence,
)
from kb.base.rows import (
    ClaimRow,
    DocumentRow,
    EntityRow,
    FigureRow,
    MentionRow,
    PhraseRow,
    QuoteRow,
    SentenceRow,
    Shown,
)
from kb.citations.authors import names_of
from kb.citations.csl_json import date_of
from kb.types import Answer, Citation, Conflict, Item

Json = dict[str, Any]


class Surfaced(Protocol):
    """Any record with offsets and the text they bound."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def surface(self) -> str: ...  # noqa: D102


def answer_json(answer: Answer, *, id: str | None = None) -> Json:
    """Give an answer in the contract's shape; `id` is the caller's own for the question, left out when `None`."""
    answered = {
        "question": answer.question,
        "kind": answer.kind,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "score": round(answer.score, 4),
        "citations": [citation_json(citation) for citation in answer.citations],
        "items": [_item(item) for item in answer.items],
        "conflicts": [_conflict(conflict) for conflict in answer.conflicts],
    }
    return ({} if id is None else {"id": id}) | answered | ({"note": answer.note} if answer.note else {})


def citation_json(citation: Citation) -> Json:
    """Give a cited sentence; its `answer` marks the words that answer, or is `None`."""
    marked = None
    if citation.answer is not None:
        marked = {"start": citation.answer_start, "end": citation.answer_end, "text": citation.answer}
    return {
        "document": citation.document,
        "title": citation.title,
        "source": citation.source,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "answer": marked,
        "score": round(citation.score, 4),
        "publication": citation.publication,
        "published": citation.published,
        "why": citation.why,
    }


def _item(item: Item) -> Json:
    return {"text": item.text, "citations": [citation_json(citation) for citation in item.citations]}


def _conflict(conflict: Conflict) -> Json:
    return {"text": conflict.text, "citation": citation_json(conflict.citation)}


def extraction_json(extraction: Extraction) -> Json:
    """Give all that one text says in the contract's shape."""
    return {
        "id": extraction.document,
        "sentences": [sentence_json(sentence) for sentence in extraction.sentences],
        "mentions": [mention_json(mention) for mention in extraction.mentions],
        "figures": [figure_json(figure) for figure in extraction.figures],
        "quotes": [quote_json(quote) for quote in extraction.quotes],
        "claims": [claim_json(claim) for claim in extraction.claims],
        "entities": [referent_json(referent) for referent in extraction.referents],
    }


def sentence_json(sentence: Sentence) -> Json:
    """Give a sentence's bounds."""
    return {"start": sentence.start, "end": sentence.end}


def mention_json(mention: Mention) -> Json:
    """Give a mention with its label and the number of what it refers to."""
    return _span(mention) | {"label": mention.label, "entity": mention.entity, "form": mention.form}


def referent_json(referent: Referent) -> Json:
    """Give what mentions of one text refer to."""
    return {"id": referent.id, "name": referent.name, "label": referent.label}


def figure_json(figure: Figure | FigureRow) -> Json:
    """Give a figure with what it measures; a stored one with its sentence."""
    return (
        _span(figure)
        | {
            "kind": figure.kind,
            "value": figure.value,
            "value_high": figure.value_high,
            "unit": figure.unit,
            "modifier": figure.modifier,
            "change": figure.change,
            "per": figure.per,
            "of": _naming(figure.of),
            "subject": _naming(figure.subject),
            "period": _period(figure.period),
        }
        | _place(figure)
    )


def quote_json(quote: Quote | QuoteRow) -> Json:
    """Give a quote with its speaker and cue; a stored one with its sentence."""
    return (
        _span(quote)
        | {
            "direct": quote.direct,
            "speaker": _naming(quote.speaker),
            "cue": _phrase(quote.cue),
        }
        | _place(quote)
    )


def claim_json(claim: Claim | ClaimRow) -> Json:
    """Give a claim with its parts; a stored one with its sentence."""
    return _place(claim) | {
        "subject": _naming(claim.subject),
        "predicate": _phrase(claim.predicate),
        "object": _naming(claim.object),
        "arguments": [_argument(argument) for argument in claim.arguments],
        "speaker": _naming(claim.speaker),
        "negated": claim.negated,
        "hedged": claim.hedged,
        "score": round(claim.score, 4),
    }


def mention_row_json(mention: MentionRow) -> Json:
    """Give a stored mention with the entity it was found to be; `None` for dates."""
    named = {"label": mention.label, "form": mention.form, "entity": mention.entity, "entity_name": mention.name}
    return _span(mention) | named | _evidence(mention.sentence)


def document_json(document: Document | DocumentRow) -> Json:
    """Give a stored document: all about it, and its text where it is loaded."""
    return asdict(document)


def entity_json(entity: EntityRow) -> Json:
    """Give an entity with its other names and how often it is mentioned."""
    return asdict(entity)


def shown_json(shown: Shown) -> Json:
    """Give everything known about one document, sentence or entity."""
    return {
        "document": shown.document and document_json(shown.document),
        "sentence": shown.sentence and asdict(shown.sentence),
        "entity": shown.entity and entity_json(shown.entity),
        "mentions": [mention_row_json(mention) for mention in shown.mentions],
        "figures": [figure_json(figure) for figure in shown.figures],
        "quotes": [quote_json(quote) for quote in shown.quotes],
        "claims": [claim_json(claim) for claim in shown.claims],
    }


def csl_json(document: DocumentRow) -> Json:
    """Give a document as an item of a citation list, in the Citation Style Language's JSON; unknown parts left out."""
    known = {
        "title": document.title,
        "author": names_of(document.author),
        "container-title": document.publication,
        "issued": date_of(document.published),
        "URL": document.url,
        "language": document.language,
    }
    return {"id": document.id, "type": "article-newspaper"} | {key: value for key, value in known.items() if value}


def _place(record: Figure | Quote | Claim | FigureRow | QuoteRow | ClaimRow) -> Json:
    """Give the number of a record's sentence; a stored record's id, document and whole sentence too."""
    if isinstance(record, Figure | Quote | Claim):
        return {"sentence": record.sentence}
    return {"id": record.id} | _evidence(record.sentence)


def _evidence(sentence: SentenceRow) -> Json:
    whole = {"id": sentence.id, "start": sentence.start, "end": sentence.end, "text": sentence.text}
    return {"sentence": sentence.number, "document": sentence.document, "title": sentence.title, "evidence": whole}


def _argument(argument: Argument) -> Json:
    return {"role": argument.role} | _span(argument)


def _period(period: Period | None) -> Json | None:
    return None if period is None else {"text": period.surface, "from": period.first, "to": period.last}


def _naming(phrase: Phrase | PhraseRow | None) -> Json | None:
    """Give a part that may name an entity, so `entity` always stands."""
    return None if phrase is None else _span(phrase) | {"entity": phrase.entity} | _full(phrase)


def _phrase(phrase: Phrase | PhraseRow | None) -> Json | None:
    return None if phrase is None else _span(phrase) | _full(phrase)


def _full(phrase: Phrase | PhraseRow) -> Json:
    return {} if phrase.full is None else {"text_full": phrase.full}


def _span(record: Surfaced) -> Json:
    return {"start": record.start, "end": record.end, "text": record.surface}
