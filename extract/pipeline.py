"""What one text says: the stages in order, no rules of its own."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extract.claims import find_claims
from extract.figures import find_figures
from extract.industries import find_industries
from extract.mentions import find_mentions, mention_by_token
from extract.quotes import find_quotes
from extract.reference.linking import with_references
from extract.sentences import find_sentences, sentence_numbers
from extract.times import find_periods
from extract.types import Document, Extraction

RULES_VERSION = "2026.11.4"  # raised with every change of what is extracted, so that bases are brought up to date


def extract(document: Document, nlp: Language) -> Extraction:
    """All that a document says; of a text that is not English only its sentences."""
    return read(document, nlp(document.text))


def read(document: Document, doc: Doc) -> Extraction:
    """All that a parsed document says."""
    sentence_of = sentence_numbers(doc)
    sentences = tuple(find_sentences(doc, sentence_of))
    if document.language != "en":
        return Extraction(document.id, sentences)
    periods = find_periods(doc, document.published)
    mentions, referents = find_mentions(doc, sentence_of, periods, find_industries(doc, sentence_of))
    mentions = with_references(doc, sentence_of, mentions)
    mention_at = mention_by_token(doc, mentions)
    figures = tuple(find_figures(doc, sentence_of, mention_at, periods))
    quotes = tuple(find_quotes(doc, sentence_of, mention_at))
    claims = tuple(find_claims(doc, sentence_of, mention_at, quotes))
    return Extraction(document.id, sentences, tuple(mentions), figures, quotes, claims, tuple(referents))
