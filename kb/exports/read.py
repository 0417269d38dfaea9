"""The graph read for export: names in order of their ids, then ties in order of theirs, with their sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kb.base.rows import EntityRow
from kb.network.neighbourhood import GROUP, directed
from kb.network.strength import TieRow, gathered
from kb.store import Store


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence that stands behind a tie."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: str
    negated: bool
    hedged: bool
    title: str | None  # the document's, as what follows
    published: str | None


@dataclass(frozen=True, slots=True)
class ExportedTie:
    """A tie with all its sentences, in document order."""

    tie: TieRow
    cited: tuple[Cited, ...]

    @property
    def id(self) -> str:
        """A lasting id, the same in every format."""
        parts = (self.tie.source, self.tie.kind, self.tie.target)
        return "t" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def directed(self) -> bool:
        """Whether the tie runs from source to target rather than both ways."""
        return self.tie.kind != "together"

    @property
    def label(self) -> str:
        """Its most frequent type, in words."""
        return self.tie.types[0] if self.tie.types else "named together with"


@dataclass(frozen=True, slots=True)
class ExportedDocument:
    """An article that names something."""

    id: str
    title: str | None
    author: str | None
    publication: str | None
    published: str | None
    url: str | None
    source: str
    sha256: str
    entities: tuple[str, ...]  # that it names, by id


TIES = f"""
    SELECT {directed("t.source", "t.target")}, t.kind, t.type, {GROUP}, t.sentence,
        s.id, s.document, s.start, s.end, s.text, t.type, t.negated, t.hedged, d.title, d.published
    FROM ties t
    JOIN sentences s ON s.key = t.sentence
    JOIN documents d ON d.id = s.document
    LEFT JOIN copies c ON c.document = t.document
    WHERE t.source IS NOT NULL AND t.target IS NOT NULL AND t.source != t.target
    ORDER BY 1, 2, 3, s.document, s.number, t.id
"""
DOCUMENTS = """
    SELECT id, title, author, publication, published, url, source, sha256
    FROM documents
    WHERE id IN (SELECT document FROM referents WHERE entity IS NOT NULL)
    ORDER BY id
"""
NAMED = "SELECT DISTINCT entity FROM referents WHERE document = ? AND entity IS NOT NULL ORDER BY entity"


def exported_entities(store: Store) -> Iterator[EntityRow]:
    """Yield all entities with their other names."""
    yield from sorted(store.entities(), key=lambda entity: entity.id)


def exported_ties(store: Store) -> Iterator[ExportedTie]:
    """Yield all ties."""
    for _, group in groupby(store.db.execute(TIES), key=lambda row: row[:3]):
        rows = list(group)
        (tie,) = gathered(row[:6] for row in rows)
        yield ExportedTie(tie, tuple(_cited(*row[6:]) for row in rows))


def _cited(
    id: str, document: str, start: int, end: int, text: str, type: str, negated: int, hedged: int,
    title: str | None, published: str | None,
) -> Cited:  # fmt: skip
    return Cited(id, document, start, end, text, type, bool(negated), bool(hedged), title, published)


def exported_documents(store: Store) -> Iterator[ExportedDocument]:
    """Yield the articles that name something."""
    for id, title, author, publication, published, url, source, sha256 in store.db.execute(DOCUMENTS).fetchall():
        named = tuple(row[0] for row in store.db.execute(NAMED, [id]))
        yield ExportedDocument(id, title, author, publication, published, url, source, sha256, named)
