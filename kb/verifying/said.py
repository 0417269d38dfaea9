"""A sentence with all that was found in it, of a draft or of the base: what is compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.base.passages import Origin
from kb.base.rows import ClaimRow, FigureRow, MentionRow, QuoteRow, SentenceRow
from kb.retrieve import by_sentence
from kb.store import Store
from kb.words.terms import is_stopword, read_words, root

MONTH = "May"  # the one month that is another word too
ROOTS_KEPT = 8_192  # texts: a sentence is compared with many others
BEFORE = 3  # sentences whose names tell what a sentence without names is about
NAMED = ("CITY", "REGION", "COUNTRY", "PLACE", "ORG", "PERSON", "PRODUCT", "WORK", "EVENT", "GROUP")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what was found in it."""

    sentence: SentenceRow
    mentions: tuple[MentionRow, ...]
    figures: tuple[FigureRow, ...]
    quotes: tuple[QuoteRow, ...]
    claims: tuple[ClaimRow, ...]
    origin: Origin | None
    roots: frozenset[str]  # of its content words, of the names that its pronouns stand for, and of the title
    entities: frozenset[str]
    before: frozenset[str]  # roots of the names in the sentences before it and in the title
    around: frozenset[str]  # those, and of the names in it

    @property
    def names(self) -> Iterable[MentionRow]:
        """What it names, pronouns that stand for a name among them."""
        return (mention for mention in self.mentions if mention.label in NAMED)

    @property
    def published(self) -> str | None:
        """The date of its document, where that is known."""
        return self.origin.published if self.origin else None


def read_said(store: Store, sentences: Sequence[SentenceRow]) -> list[Said]:
    """The sentences, in their order, with what was found in them."""
    ids = [sentence.id for sentence in sentences]
    nearby = store.surroundings(ids, distance=BEFORE)
    mentions = by_sentence(store.mentions(sentences=[row.id for row in nearby]))
    figures, quotes = by_sentence(store.figures(sentences=ids)), by_sentence(store.quotes(sentences=ids))
    claims = by_sentence(store.claims(sentences=ids))
    origins = store.origins({sentence.document for sentence in sentences})
    held: dict[tuple[str, int], list[MentionRow]] = defaultdict(list)
    held |= {(row.document, row.number): mentions[row.id] for row in nearby}
    return [
        Said(
            row,
            tuple(mentions[row.id]),
            tuple(figures[row.id]),
            tuple(quotes[row.id]),
            tuple(claims[row.id]),
            origins.get(row.document),
            _roots(row, mentions[row.id]),
            frozenset(m.entity for m in mentions[row.id] if m.entity),
            _nearby(row, held, first=1),
            _nearby(row, held, first=0),
        )
        for row in sentences
    ]


@lru_cache(maxsize=ROOTS_KEPT)
def content_roots(text: str) -> frozenset[str]:
    """The roots of the words of a text that say something."""
    return frozenset(word.root for word in read_words(text) if not is_stopword(word.surface) or word.surface == MONTH)


def claim_roots(claim: ClaimRow) -> frozenset[str]:
    """The roots of all parts of a claim."""
    parts = [part for part in (claim.subject, claim.predicate, claim.object, *claim.arguments) if part]
    return content_roots(" ".join(part.surface for part in parts))


def _roots(row: SentenceRow, mentions: Iterable[MentionRow]) -> frozenset[str]:
    names = " ".join(mention.name or "" for mention in mentions if mention.label in NAMED)
    return content_roots(f"{row.text} {names} {row.title or ''}")


def _nearby(row: SentenceRow, held: Mapping[tuple[str, int], list[MentionRow]], *, first: int) -> frozenset[str]:
    rows = [mention for step in range(first, BEFORE + 1) for mention in held.get((row.document, row.number - step), [])]
    names = " ".join(f"{mention.surface} {mention.name or ''}" for mention in rows if mention.label in NAMED)
    return content_roots(f"{names} {row.title or ''}")


def is_named_in(mention: MentionRow, said: Said) -> bool:
    """Whether a sentence names the same; a person also by family name.

    What a sentence before it or its title names counts too, where the sentence has no other name of that kind.
    """
    if mention.entity is not None and mention.entity in said.entities:
        return True
    if mention.form != "name" and mention.name is None:
        return False
    roots = _name_roots(mention)
    if any(each <= said.roots for each in roots):
        return True
    rivals = any(other.label == mention.label for other in said.names)
    return not rivals and any(each <= said.around for each in roots)


def _name_roots(mention: MentionRow) -> list[frozenset[str]]:
    """Sets of roots, each of which is enough to name it."""
    name = mention.name or mention.surface
    if mention.label == "PERSON":
        return [frozenset({root(name.split()[-1])})]
    printed = [content_roots(mention.surface)] if mention.form == "name" else []
    return [roots for roots in (content_roots(name), *printed) if roots]


def same_subject_matter(draft: Said, said: Said) -> bool:
    """Whether the two can be about the same: what is named before a sentence of the draft is named near the other."""
    return not draft.before or not said.around or bool(draft.before & (said.around | said.roots))
